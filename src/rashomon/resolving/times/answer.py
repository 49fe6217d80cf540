"""What a rule makes of a mention, and what it may know when it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.resolving.times.moment import Moment
from rashomon.vocab.calendar import Match

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

NO_REPORT_DATE = "the report date is unknown"
NO_ANCHOR = "no time before it to count from"
NO_DAY = "the text does not say of which day"
NO_HOUR = "the hour that it counts from is unknown"
NO_NUMBER = "how many is not said"
DAY_OR_MONTH = "day first or month first is not known"
NOT_A_DATE = "there is no such date"
NO_RULE = "no rule reads these words"
FISCAL = "when the fiscal year begins is not said"
ERA = "before the common era; intervals begin with the year 1"
MOVABLE = "the date of this holiday depends on the year and the country"


@dataclass(frozen=True, slots=True)
class Answer:
    """Type and value of a mention, the moment or the days [start, end] that it covers, and why something is missing."""

    type: TimexType
    value: str | None
    moment: Moment | None = None
    start: date | None = None
    end: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known at a mention.

    `today` is the report date; `last` the moment that the text named last, `last_day` the last of them that is a day;
    `near`: `last` stands in the same sentence. `narrative`: the text tells of a past far from its report date, or has
    none, so that a month without a year belongs to the year told of. `later` and `earlier` are the times that "to",
    "and" or a dash joins to this one ("March to June 2005"), `dated` the first in a row of such that gives the year;
    `before` and `after` are what the text has on both sides of the mention; `quarter` is the quarter of a year that the text
    spoke of shortly before.
    """

    today: date | None
    tense: str | None
    preposition: str | None
    last: Moment | None
    last_day: Moment | None
    told: Moment | None
    near: bool
    narrative: bool
    later: Match | None
    dated: Match | None
    before: str
    earlier: Moment | None = None
    after: str = ""
    quarter: Moment | None = None


def point(moment: Moment, reason: str | None = None) -> Answer:
    """The answer for a moment: a TIME if it has a part of the day, else a DATE."""
    return Answer("TIME" if moment.part else "DATE", moment.value, moment, reason=reason)


def unknown(kind: TimexType, reason: str, value: str | None = None) -> Answer:
    """An answer without a place in the calendar."""
    return Answer(kind, value, reason=reason)
