"""The few families of errors. A problem that is kept as a value in a ledger is a `records.issue.Issue`."""

from __future__ import annotations


class RashomonError(Exception):
    """Anything that Rashomon refuses. Its text is one sentence: what is wrong, where, and what to do."""


class InputError(RashomonError):
    """What came in cannot be read: a missing file, a PDF, a broken line of JSON."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class SettingsError(RashomonError):
    """A setting, an argument or a date has a value that it cannot have."""


class DataError(RashomonError):
    """A data file of the program, or of its user, breaks its own rules."""


class PlanError(RashomonError):
    """The steps do not fit together: one needs what none before it gives."""
