"""Words for values: numbers of people, days, coordinates."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from rashomon.publishing.show.labels import Part, labels
from rashomon.publishing.show.text import one_line
from rashomon.records import Span


@dataclass(frozen=True, slots=True)
class Value:
    """A value as shown, and the words of the report that it was read from, the nearest first (may be none)."""

    text: str
    part: Part
    spans: tuple[Span, ...] = ()

    @classmethod
    def words(cls, span: Span, part: Part) -> Value:
        """The report's own words as a value."""
        return cls(one_line(span.text), part, (span,))


def number(low: int | None, high: int | None, exact: bool = True) -> str:
    """A number of people in words: "9 or more", "24 to 99", "up to 20", "none", "about 50"."""
    if high is None:
        return f"{low:,} or more" if low else "number not given"
    if low == high:
        return "none" if high == 0 else f"{high:,}" if exact else f"about {high:,}"
    return f"up to {high:,}" if not low else f"{low:,} to {high:,}"


def day(iso: str | None) -> str:
    """An ISO date, or the date of an ISO date and time, as "19 Sep 2023". What is no date stays as it is."""
    when = _date(iso)
    return f"{when.day} {_month(when)} {when.year}" if when else one_line(iso or "")


def days(start: str | None, end: str | None) -> str:
    """The interval of two ISO dates, both included: "19 Sep 2023", "19 to 21 Sep 2023", "Sep 2023", "2023"."""
    first, last = _date(start), _date(end)
    if first is None and last is None:
        return one_line(start or end or "")
    if first is None:
        return f"until {day(end)}"
    if last is None:
        return f"from {day(start)}"
    if first == last:
        return day(start)
    return _whole(first, last) or f"{_lead(first, last)} to {day(end)}"


def period(since: str | None, until: str | None) -> str:
    """The time between two years, months or days, of which one may be open: "since Sep 2023", "1924 to 2016"."""
    first, last = _limit(since), _limit(until)
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def _limit(iso: str | None) -> str:
    """ "2023", "Sep 2023", "19 Sep 2023"."""
    if iso and len(iso) == len("2023-09") and (when := _date(f"{iso}-01")):
        return f"{_month(when)} {when.year}"
    return day(iso)


def coordinates(lat: float | None, lon: float | None) -> str:
    """Degrees as "39.82° N, 46.75° E", to about a kilometre. Empty where they are unknown."""
    if lat is None or lon is None:
        return ""
    return f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'}"


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _month(when: date) -> str:
    return labels().months[when.month - 1]


def _whole(first: date, last: date) -> str | None:
    """The interval's name if it is one or more whole months or years."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_month(first)} {first.year}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{_month(first)}{year} to {_month(last)} {last.year}"


def _lead(first: date, last: date) -> str:
    """The first day, without what it shares with the last."""
    if first.year != last.year:
        return day(first.isoformat())
    return str(first.day) if first.month == last.month else f"{first.day} {_month(first)}"
