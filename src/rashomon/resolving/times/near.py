"""Times counted from the report date or from a time told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rashomon.resolving.times.answer import (
    NO_ANCHOR,
    NO_DAY,
    NO_HOUR,
    NO_NUMBER,
    NO_REPORT_DATE,
    Answer,
    Context,
    TimexType,
    point,
    unknown,
)
from rashomon.resolving.times.lengths import length
from rashomon.resolving.times.moment import Grain, Moment, add_days, add_months, period
from rashomon.resolving.times.numbers import count, look
from rashomon.vocab.calendar import Match, grammar

_GRAINS = {g.value: g for g in Grain}
#: a step of a fine unit cannot be counted from a coarse time
_ORDER = tuple(Grain)


def day_ref(match: Match, context: Context) -> Answer:
    """Today, yesterday, tomorrow morning."""
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    moment = Moment(add_days(context.today, int(look("day_ref", match.slots["ref"]) or 0)), Grain.DAY)
    part = match.slots.get("part")
    return point(moment.with_part(look("part", part) or "") if part else moment)


def tonight(match: Match, context: Context) -> Answer:
    """Tonight."""
    if context.today is None:
        return unknown("TIME", NO_REPORT_DATE)
    return point(Moment(context.today, Grain.DAY, "TNI"))


def weekday(match: Match, context: Context) -> Answer:
    """Tuesday; last Friday; the following Monday; Tuesday morning."""
    words = match.slots["day"]
    number = int(look("weekday", words) or look("weekday_short", words) or 1)
    part = look("part", match.slots["part"]) if "part" in match.slots else None
    shift = match.slots.get("shift")
    stride = look("stride", shift) if shift else None
    step = int((look("shift", shift) if shift else None) or 0)
    blank = f"XXXX-WXX-{number}{part or ''}"
    kind: TimexType = "TIME" if part else "DATE"
    if stride is not None or (context.narrative and shift is None):
        if context.last_day is None:
            return unknown(kind, NO_ANCHOR, blank)
        base, step, following = context.last_day.start, int(stride or 1), stride is None
    elif context.today is None:
        return unknown(kind, NO_REPORT_DATE, blank)
    else:
        base, following = context.today, context.tense == "future"
    day = _weekday_by(base, number, step, following) if stride != "0" else _nearest_weekday(base, number)
    return point(Moment(day, Grain.DAY, part or ""))


def _weekday_by(base: date, number: int, step: int, following: bool) -> date:
    """The weekday before `base` (step -1), after it (1), or on it or on the side that `following` says (0)."""
    back = (base.isoweekday() - number) % 7
    if step < 0:
        return add_days(base, -(back or 7))
    if step > 0:
        return add_days(base, (7 - back) if back else 7)
    return add_days(base, (7 - back) % 7 if following else -back)


def _nearest_weekday(base: date, number: int) -> date:
    back = (base.isoweekday() - number) % 7
    return add_days(base, -back if back <= 3 else 7 - back)


def weekend(match: Match, context: Context) -> Answer:
    """The weekend; last weekend."""
    shift = match.slots.get("shift")
    stride = look("stride", shift) if shift else None
    if stride is not None:
        if context.last is None or context.last.grain not in {Grain.DAY, Grain.WEEK, Grain.WEEKEND}:
            return unknown("DATE", NO_ANCHOR)
        return point(period(context.last.start, Grain.WEEKEND).shift(int(stride)))
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    now = period(context.today, Grain.WEEKEND)
    step = int((look("shift", shift) if shift else None) or 0)
    if step < 0:
        return point(now if now.end < context.today else now.shift(-1))
    if step > 0 or (context.tense == "future" and now.end < context.today):
        return point(now.shift(1))
    return point(now)


def unit_shift(match: Match, context: Context) -> Answer:
    """Last week; this year; early next month."""
    unit = look("unit", match.slots["unit"]) or ""
    grain = _GRAINS.get(unit)
    if grain is None:
        return unknown("DATE", NO_HOUR)
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    return point(period(context.today, grain).shift(int(look("shift", match.slots["shift"]) or 0)))


def century_shift(match: Match, context: Context) -> Answer:
    """This century; the last century."""
    words = match.slots["shift"]
    step = look("shift", words)
    if step is None:
        return _from_text("century", int(look("stride", words) or 0), context)
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    return point(period(context.today, Grain.CENTURY).shift(int(step)))


def unit_stride(match: Match, context: Context) -> Answer:
    """The next day; that year; the previous month."""
    return _from_text(look("unit", match.slots["unit"]) or "", int(look("stride", match.slots["shift"]) or 0), context)


def _from_text(unit: str, step: int, context: Context) -> Answer:
    grain = _GRAINS.get(unit)
    if grain is None:
        return unknown("DATE", NO_HOUR)
    base = context.last_day if grain is Grain.DAY and step == 0 else context.last
    if base is None or not fine_enough(base, grain):
        return unknown("DATE", NO_ANCHOR)
    return point(replace(period(base.start, grain).shift(step), explicit=base.explicit))


def unit_the(match: Match, context: Context) -> Answer:
    """The week, the end of the year: of the time told of in a story, else the one of the report date."""
    unit = look("unit", match.slots["unit"]) or ""
    grain = _GRAINS.get(unit)
    if grain is None or grain is Grain.DAY:
        return unknown("DATE", NO_ANCHOR)
    if grain is Grain.QUARTER and context.quarter is not None:
        return point(context.quarter)
    if context.after.lstrip().startswith(("ending", "ended")):  # "the year ending June 30"
        return Answer("DURATION", length(unit, 1))
    if context.narrative:
        if context.told is None or not fine_enough(context.told, grain):
            return unknown("DATE", NO_ANCHOR)
        return point(replace(period(context.told.start, grain), explicit=True))
    if context.near and context.last and context.last.explicit:
        return _from_text(unit, 0, context)
    if context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    return point(period(context.today, grain))


def unit_beside(match: Match, context: Context) -> Answer:
    """The day before; the year after."""
    return _from_text(look("unit", match.slots["unit"]) or "", _direction(match)[0], context)


def ago(match: Match, context: Context) -> Answer:
    """Two days ago; a year earlier; three weeks later."""
    sign, anchor = _direction(match)
    number = count(match.slots["n"]) if "n" in match.slots else None
    words = match.slots["unit"]
    unit = look("unit", words) or look("units", words) or ""
    if number is None or "top" in match.slots:
        return unknown("DATE", NO_NUMBER, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if "half" in match.slots:
        number += 0.5
    size, letter, of_day = _measure(unit)
    if of_day:
        return unknown("TIME", NO_HOUR)
    base = Moment(context.today, Grain.DAY) if anchor == "report" and context.today else context.last
    if anchor == "report" and context.today is None:
        return unknown("DATE", NO_REPORT_DATE)
    if context.quarter is not None and letter == "Y" and (number, sign) == (1, -1):
        return point(context.quarter.shift(-4))  # "for the third quarter … from 3.1 million a year ago"
    grain = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR}[letter]
    if base is None or not fine_enough(base, grain):
        return unknown("DATE", NO_ANCHOR)
    return point(_counted(base.start, grain, sign * number * size))


def _counted(day: date, grain: Grain, steps: float) -> Moment:
    """The stretch `steps` of `grain` from `day`; half a year is counted in months, half a week in days."""
    if steps != int(steps) and grain is Grain.YEAR:
        return period(add_months(day, round(steps * 12)), Grain.MONTH)
    if steps != int(steps) or grain is Grain.DAY:
        return Moment(add_days(day, round(steps * {Grain.WEEK: 7, Grain.MONTH: 30}.get(grain, 1))), Grain.DAY)
    if grain is Grain.WEEK:
        return period(add_days(day, int(steps) * 7), Grain.WEEK)
    return period(day, grain).shift(int(steps))


def _measure(unit: str) -> tuple[int, str, bool]:
    row = grammar().lexicon.table("measure")[unit].split()
    return int(row[1]), row[2], row[0] == "T"


def _direction(match: Match) -> tuple[int, str]:
    words = match.slots["dir"]
    sign, anchor = (look("ago", words) or look("beside", words) or "-1 text").split()
    return int(sign), anchor


def fine_enough(base: Moment, grain: Grain) -> bool:
    """Whether steps of `grain` can be counted from `base`."""
    return _ORDER.index(base.grain) <= _ORDER.index(grain)


def no_day(part: str, context: Context) -> Answer:
    """A part of a day without the day."""
    return unknown("TIME", NO_DAY, f"XXXX-XX-XX{part}")
