"""The date of publication as a person or a record gives it."""

from __future__ import annotations

from datetime import date, datetime

from rashomon.errors import SettingsError


def check_published(value: str) -> str:
    """`value` as `Report.published` holds it: "2023-09-19", or "2023-09-19T10:00:00+00:00" where it has a time.

    Raises SettingsError for anything that is no ISO 8601 date or date and time; a week ("2023-W38") is no day.
    """
    word = value.strip()
    if word.isascii() and "W" not in word:
        try:
            return date.fromisoformat(word).isoformat()
        except ValueError:
            pass
        try:
            return datetime.fromisoformat(word).isoformat()
        except ValueError:
            pass
    shown = word if len(word) <= 40 else word[:39] + "…"
    raise SettingsError(
        f"{shown!r} is no date of publication; give an ISO 8601 date like 2023-09-19 or 2023-09-19T14:30:00+02:00."
    )
