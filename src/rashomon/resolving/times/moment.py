"""A stretch of the calendar: a day, a week, a decade, with a part of the day if need be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum


class Grain(Enum):
    """How wide a stretch is, from fine to coarse."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 2}
_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
#: TIMEX3's season codes by the month they begin in (meteorological, of the northern hemisphere)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES = {month: code for code, month in SEASONS.items()}
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch `grain` wide that begins at `start`; `part` is TIMEX3's part or time of day ("TMO", "T10:30").

    `explicit`: the text itself gives the year.
    """

    start: date
    grain: Grain
    part: str = ""
    explicit: bool = False

    @property
    def end(self) -> date:
        """The last day."""
        if self.grain in _DAYS:
            return self.start + timedelta(days=_DAYS[self.grain] - 1)
        return add_months(self.start, _MONTHS[self.grain]) - timedelta(days=1)

    @property
    def value(self) -> str:
        """TIMEX3's value."""
        year, month = self.start.year, self.start.month
        week = self.start.isocalendar()
        base = {
            Grain.DAY: self.start.isoformat(),
            Grain.WEEK: f"{week.year:04}-W{week.week:02}",
            Grain.WEEKEND: f"{week.year:04}-W{week.week:02}-WE",
            Grain.MONTH: f"{year:04}-{month:02}",
            Grain.QUARTER: f"{year:04}-Q{(month + 2) // 3}",
            Grain.SEASON: f"{year:04}-{_SEASON_CODES.get(month, 'XX')}",
            Grain.HALF: f"{year:04}-H{1 if month < 7 else 2}",
            Grain.YEAR: f"{year:04}",
            Grain.DECADE: f"{year // 10:03}",
            Grain.CENTURY: f"{year // 100:02}",
        }
        return base[self.grain] + self.part

    def shift(self, steps: int) -> Moment:
        """The stretch `steps` of its own width later. ValueError beyond the years 1 to 9999."""
        if self.grain in _DAYS:
            return replace(self, start=add_days(self.start, (1 if self.grain is Grain.DAY else 7) * steps))
        months = 12 if self.grain is Grain.SEASON else _MONTHS[self.grain]
        return replace(self, start=add_months(self.start, months * steps))

    def with_part(self, part: str) -> Moment:
        """The same with a part of the day."""
        return replace(self, part=part)


def period(day: date, grain: Grain) -> Moment:
    """The stretch of the width `grain` that holds `day`; of weekends and seasons the last that began by then."""
    starts = {
        Grain.DAY: day,
        Grain.WEEK: day - timedelta(days=min(day.weekday(), day.toordinal() - 1)),
        Grain.MONTH: day.replace(day=1),
        Grain.QUARTER: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
        Grain.HALF: date(day.year, 1 if day.month < 7 else 7, 1),
        Grain.YEAR: date(day.year, 1, 1),
        Grain.DECADE: date(max(1, day.year // 10 * 10), 1, 1),
        Grain.CENTURY: date(max(1, day.year // 100 * 100), 1, 1),
    }
    if grain is Grain.WEEKEND:
        return Moment(add_days(day, -((day.weekday() - _SATURDAY) % 7)), grain)
    if grain is Grain.SEASON:
        return Moment(add_months(day.replace(day=1), -(day.month % 3)), grain)
    return Moment(starts[grain], grain)


def add_months(day: date, months: int) -> date:
    """The day `months` later, or the last of its month. ValueError beyond the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError("the calendar ends here")
    first = date(year, month + 1, 1)
    for last in (day.day, 30, 29, 28):
        try:
            return first.replace(day=min(last, day.day))
        except ValueError:
            continue
    return first


def add_days(day: date, days: int) -> date:
    """The day `days` later. ValueError beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise ValueError("the calendar ends here") from error
