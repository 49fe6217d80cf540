"""Which year a month, a season or a holiday is of when the words do not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.resolving.times.answer import NO_ANCHOR, NO_REPORT_DATE, NOT_A_DATE, Answer, Context, point, unknown
from rashomon.resolving.times.moment import Grain, Moment
from rashomon.resolving.times.numbers import look, year
from rashomon.vocab.calendar import Match
from rashomon.vocab.data import read_list

#: a story that stands in a month goes on to the next year when the month named is this many months before it
_TURN = 8
_FAR_YEARS = 2
#: with a verb that does not say, a date up to this many days after the report is taken as ahead, else as past
_AHEAD = 45
_FINE = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH})


def in_year(match: Match, context: Context, build: Callable[[int], Moment], blank: str) -> Answer:
    """What `build` makes of the year that the words give, or else the context; `blank` is the value without one."""
    told = match.slots.get("year")
    try:
        if told:
            number = year(told, context.today)
            return point(replace(build(number), explicit=True)) if number else unknown("DATE", NO_REPORT_DATE, blank)
        shared = _shared_year(context) if "shift" not in match.slots else None
        if shared is not None:
            return point(replace(build(shared), explicit=True))
        return _without_year(match, context, build, blank)
    except ValueError:
        return unknown("DATE", NOT_A_DATE)


def _shared_year(context: Context) -> int | None:
    """The year of the enumeration that the time is part of, told at its end: "in June and July last year"."""
    if context.dated is None:
        return None
    if told := context.dated.slots.get("year"):
        return year(told, context.today)
    step = look("shift", context.dated.slots["shift"])
    return context.today.year + int(step) if step is not None and context.today is not None else None


def _without_year(match: Match, context: Context, build: Callable[[int], Moment], blank: str) -> Answer:
    shift = match.slots.get("shift")
    stride = look("stride", shift) if shift else None
    step = look("shift", shift) if shift else None
    by_year = match.words[-1].text == "year" or (shift is not None and shift[-1].text == "the")
    told = context.last
    if stride is not None:
        if told is None:
            return unknown("DATE", NO_ANCHOR, blank)
        return point(build(told.start.year + int(stride)) if by_year else _next_to(told.start, int(stride), build))
    if step is None and context.narrative:
        return point(_in_story(context.told, build)) if context.told else unknown("DATE", NO_ANCHOR, blank)
    if step is None and told is not None and _is_aside(context, told):
        return point(replace(build(told.start.year), explicit=True))
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE, blank)
    if by_year:
        return point(build(context.today.year + int(step or 0)))
    if step is not None and int(step):
        return point(_next_to(context.today, int(step), build))
    if step is not None:
        return point(build(context.today.year))
    return point(_by_tense(context, context.today, build))


def _is_aside(context: Context, told: Moment) -> bool:
    """Whether the sentence looks back to a year far from the report's, which its months then belong to."""
    if not (context.near and told.explicit) or context.tense == "future":
        return False
    return context.today is None or abs(told.start.year - context.today.year) >= _FAR_YEARS


def _in_story(told: Moment, build: Callable[[int], Moment]) -> Moment:
    """A month in a story: of the year told of, or of the next when that one is late and the month early."""
    here = build(told.start.year)
    turned = told.grain in _FINE and told.start.month - here.start.month >= _TURN
    return replace(build(told.start.year + 1) if turned else here, explicit=True)


def _candidates(day: date, build: Callable[[int], Moment]) -> list[Moment]:
    found = []
    for y in range(day.year - 4, day.year + 5):  # as far as the next 29 February
        try:
            found.append(build(y))
        except ValueError:
            continue
    if not found:
        raise ValueError(NOT_A_DATE)
    return found


def _next_to(day: date, step: int, build: Callable[[int], Moment]) -> Moment:
    """The last that ended before `day`, the first that begins after it, or the nearest."""
    candidates = _candidates(day, build)
    if step < 0:
        return max((c for c in candidates if c.end < day), key=lambda c: c.start, default=candidates[0])
    if step > 0:
        return min((c for c in candidates if c.start > day), key=lambda c: c.start, default=candidates[-1])
    return min(candidates, key=lambda c: abs((c.start - day).days))


def _by_tense(context: Context, day: date, build: Callable[[int], Moment]) -> Moment:
    candidates = _candidates(day, build)
    if candidates[0].grain in {Grain.QUARTER, Grain.HALF, Grain.SEASON}:
        return _closest(candidates, day)
    if context.preposition in _goals():
        return _closest(candidates, day)
    if context.tense == "past" or context.preposition == "since":
        return max((c for c in candidates if c.start <= day), key=lambda c: c.start, default=candidates[0])
    if context.tense == "future":
        return min((c for c in candidates if c.end >= day), key=lambda c: c.start, default=candidates[-1])
    return _closest([c for c in candidates if (c.start - day).days <= _AHEAD], day)


def _closest(candidates: Sequence[Moment], day: date) -> Moment:
    return min(candidates, key=lambda c: max((c.start - day).days, (day - c.end).days, 0))


@cache
def _goals() -> frozenset[str]:
    return frozenset(read_list("rashomon.resolving.times", "goals.txt"))
