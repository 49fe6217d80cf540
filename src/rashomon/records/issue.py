"""A problem kept as a value, with its place and reason."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """A problem met while a report was read, kept in its ledger.

    `code` is a fixed lower-case word group ("no-date", "not-english"); `message` one sentence for a person.
    """

    code: str
    message: str
    span: Span | None = None
