"""Years, months and days as our tables give them, and whether a day lies between two of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rashomon.errors import DataError

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Whether `text` is a year, a month or a day of ISO 8601 ("2006", "2006-03", "2006-03-14")."""
    return _DATE.fullmatch(text) is not None


def lasts(since: str, until: str, day: str) -> bool:
    """Whether what began in `since` and ended in `until` (each empty where open or not known) was so on `day`.

    Only as much of the day is compared as the limits tell: what ended in 2006 was so until its last day. Where `day` is
    the shorter, a year, all of it counts.
    """
    begun = not since or day[: len(since)] >= since[: len(day)]
    return begun and (not until or day[: len(until)] <= until[: len(day)])


def check_period(where: str, row: Mapping[str, str]) -> None:
    """Raises DataError where "since" or "until" of a row is no date, or the first comes after the second."""
    for column in ("since", "until"):
        if row[column] and not is_date(row[column]):
            raise DataError(f"{where}: {column} is {row[column]!r}; write a year, a month or a day (2006, 2006-03-14)")
    since, until = row["since"], row["until"]
    if since and until and since[: len(until)] > until[: len(since)]:
        raise DataError(f"{where}: since {since} comes after until {until}")
