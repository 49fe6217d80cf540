"""Times of day, and the days that they are of."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.resolving.times.answer import NO_REPORT_DATE, NOT_A_DATE, Answer, Context, point, unknown
from rashomon.resolving.times.moment import Grain, Moment, add_days
from rashomon.resolving.times.near import no_day
from rashomon.resolving.times.numbers import clock, look
from rashomon.vocab.calendar import Match, Word, grammar

Resolve = Callable[[Match, Context], Answer]


def at_clock(match: Match, context: Context) -> Answer:
    """10:30 p.m. local time; 0730 GMT: of the day told last."""
    half = look("ampm", match.slots["half"]) if "half" in match.slots else None
    time = clock(match.slots["clock"], half)
    if time is None:
        return unknown("TIME", NOT_A_DATE)
    return _of_last_day(time, context)


def part(match: Match, context: Context) -> Answer:
    """This morning; that night; the next morning; last night; the evening."""
    code = look("part", match.slots["part"]) or ""
    det = match.slots["det"]
    stride = look("stride", det)
    if det[0].text in {"this", "last"} and stride is None:
        if context.today is None:
            return unknown("TIME", NO_REPORT_DATE)
        back = 1 if det[0].text == "last" else 0
        return point(Moment(add_days(context.today, -back), Grain.DAY, code))
    answer = _of_last_day(code, context)
    if stride is not None and answer.moment is not None:
        return point(answer.moment.shift(int(stride)))
    return answer


def bare_part(match: Match, context: Context) -> Answer:
    """Noon, dawn, early morning: of the day told last. "Overnight" in news is the night before the report."""
    words = match.slots["part"]
    code = look("part_alone", words) or look("part", words) or ""
    if words[0].text == "overnight" and context.today is not None and not context.near:
        return point(Moment(add_days(context.today, -1), Grain.DAY, code))
    return _of_last_day(code, context)


def _of_last_day(code: str, context: Context) -> Answer:
    if context.last_day is None:
        return no_day(code, context)
    return point(Moment(context.last_day.start, Grain.DAY, code, explicit=context.last_day.explicit))


def joined(match: Match, context: Context, resolve: Callable[[tuple[Word, ...], Context], Answer]) -> Answer:
    """A time of day with its day: "10 p.m. Wednesday", "the night of 18 April", "noon on Friday"."""
    date = resolve(match.slots["date"], context)
    if "part" in match.slots:
        words = match.slots["part"]
        code = look("part_alone", words) or look("part", words) or ""
    else:
        code = _clock_of(match.slots["time"]) or ""
    if date.moment is None or date.moment.grain is not Grain.DAY:
        return unknown("TIME", date.reason or NOT_A_DATE, f"{date.value}{code}" if date.value else None)
    return point(date.moment.with_part(code))


def _clock_of(words: tuple[Word, ...]) -> str | None:
    inner = grammar().whole(words)
    if inner is None or "clock" not in inner.slots:
        return None
    return clock(inner.slots["clock"], look("ampm", inner.slots["half"]) if "half" in inner.slots else None)
