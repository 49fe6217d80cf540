"""Numbers that their neighbour completes: the 6 of "6-7 January", the 17 of "1915-17", the 499 of "499-493 BC"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.resolving.times.answer import ERA, NO_RULE, NOT_A_DATE, Answer, Context, point, unknown
from rashomon.resolving.times.dates import day_of_month
from rashomon.resolving.times.moment import Grain, Moment
from rashomon.resolving.times.numbers import look, ordinal, year
from rashomon.vocab.calendar import Match, Word


def bare(words: Sequence[Word], context: Context) -> Answer:
    """The answer for words that no rule reads alone."""
    words = tuple(w for w in words if w.text not in {"the", ","})
    number = ordinal(words[:1]) if words else None
    if number is None:
        return unknown("DATE", NO_RULE)
    later = context.later
    if later is not None and {"month", "day"} <= later.slots.keys():
        return _day_before(words, later, context)
    if later is not None and later.rule == "year_era" and look("era", later.slots["after"]) == "-1":
        return unknown("DATE", ERA, f"BC{number:04}")
    if context.earlier is not None:
        return _completed(number, words, context.earlier, context)
    return unknown("DATE", NO_RULE)


def _day_before(words: tuple[Word, ...], later: Match, context: Context) -> Answer:
    slots = {**later.slots, "day": words}
    return day_of_month(Match(later.rule, later.words, slots), context)


def _completed(number: int, words: tuple[Word, ...], earlier: Moment, context: Context) -> Answer:
    try:
        if earlier.grain is Grain.YEAR and re.fullmatch(r"\d\d", words[0].text):
            return point(Moment(date(earlier.start.year // 100 * 100 + number, 1, 1), Grain.YEAR, explicit=True))
        if earlier.grain is not Grain.DAY:
            return unknown("DATE", NO_RULE)
        told = year(words[1:], context.today) if len(words) > 1 else None
        day = earlier.start.replace(year=told or earlier.start.year, day=number)
        return point(replace(earlier, start=day, part="", explicit=told is not None or earlier.explicit))
    except ValueError:
        return unknown("DATE", NOT_A_DATE)
