"""When."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression after TIMEX3: `type` and `value`, the interval [start, end] of ISO dates that it covers, both
    ends included, and UCDP's date_prec, 1 (day) to 5 (year).

    With no report date what depends on it stays null, and `reason` says so.
    """

    id: str
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    start: str | None
    end: str | None
    precision: int | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression as found: its words, and the tense of its clause and the preposition before it, if any."""

    span: Span
    tense: Literal["past", "present", "future"] | None = None
    preposition: str | None = None
