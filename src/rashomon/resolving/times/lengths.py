"""Durations and sets."""

from __future__ import annotations

import math
import re
from functools import cache

from rashomon.resolving.times.answer import Answer, Context, unknown
from rashomon.resolving.times.moment import add_days, add_months
from rashomon.resolving.times.numbers import count, look
from rashomon.vocab.calendar import Match, grammar
from rashomon.vocab.data import read_list

#: TIMEX3 values of what comes back each week, year, day
_RECURRING = (("weekday", "XXXX-WXX-{}"), ("month", "XXXX-{:0>2}"), ("season", "XXXX-{}"), ("part", "XXXX-XX-XX{}"))
_LAST_WORD = re.compile(r"(\S+)\s*$")


def length(unit: str, number: float | None) -> str:
    """TIMEX3's length: `number` of `unit`, X when not known. Parts of years, hours and minutes go to a finer unit."""
    of_day, size, letter = grammar().lexicon.table("measure")[unit].split()
    prefix = "PT" if of_day == "T" else "P"
    if number is None:
        return f"{prefix}X{letter}"
    total = number * int(size)
    whole, rest = int(total), total - int(total)
    if (rest and letter in {"Y", "H"}) or (rest and letter == "M" and prefix == "PT"):
        finer = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}[letter]
        return f"{prefix}{f'{whole}{letter}' if whole else ''}{round(rest * finer[0])}{finer[1]}"
    return f"{prefix}{whole if not rest else round(total, 2)}{letter}"


def duration(match: Match, context: Context) -> Answer:
    """Two years; more than 15 minutes; a 22-year-old; "a year" after a rate is a set."""
    unit = _unit(match)
    number = None if "top" in match.slots else count(match.slots["n"])
    if number is not None and "half" in match.slots:
        number += 0.5
    value = length(unit, number)
    if match.slots["n"][-1].text in {"a", "an"} and len(match.words) == 2 and _is_rate(context):
        return Answer("SET", value)
    return Answer("DURATION", value)


def _is_rate(context: Context) -> bool:
    """Whether "a year" comes after an amount ("40,000 tons a year", "twice a week")."""
    if context.preposition is not None:
        return False
    last = _LAST_WORD.search(context.before)
    word = last[1].lower() if last else ""
    return word in _rate_words() or bool(re.search(r"\d%?$", word))


@cache
def _rate_words() -> frozenset[str]:
    return frozenset(read_list("rashomon.resolving.times", "rates.txt"))


def window(match: Match, context: Context) -> Answer:
    """The last three months; the next few days. With the report date it has its days."""
    number = count(match.slots["n"]) if "n" in match.slots and "top" not in match.slots else None
    unit = _unit(match)
    value = length(unit, number)
    side = int(look("window", match.slots["win"]) or 0)
    if number is None or not side or context.today is None:
        return Answer("DURATION", value)
    return _covered(value, unit, number * side, context)


def unit_window(match: Match, context: Context) -> Answer:
    """The past year."""
    unit = look("unit", match.slots["unit"]) or ""
    side = int(look("shift", match.slots["shift"]) or 0)
    value = length(unit, 1)
    return _covered(value, unit, side, context) if side and context.today else Answer("DURATION", value)


def _covered(value: str, unit: str, number: float, context: Context) -> Answer:
    of_day, size, letter = grammar().lexicon.table("measure")[unit].split()
    total = number * int(size)
    if context.today is None:
        return Answer("DURATION", value)
    if of_day == "T":
        other = add_days(context.today, _whole_days(total, letter))
    elif letter in {"D", "W"}:
        other = add_days(context.today, round(total * (7 if letter == "W" else 1)))
    else:
        other = add_months(context.today, round(total * {"M": 1, "Q": 3, "Y": 12}[letter]))
    return Answer("DURATION", value, start=min(other, context.today), end=max(other, context.today))


def _whole_days(number: float, letter: str) -> int:
    """The days that so many hours, minutes or seconds reach into, on the side of the sign: the report's hour is unknown."""
    days = number / {"H": 24, "M": 24 * 60, "S": 24 * 3600}[letter]
    return math.floor(days) if days < 0 else math.ceil(days)


def units(match: Match, context: Context) -> Answer:
    """Days; recent weeks."""
    return Answer("DURATION", length(_unit(match), None))


def lasting(match: Match, context: Context) -> Answer:
    """Months-long; half an hour."""
    return Answer("DURATION", look("lasting", match.slots["lasting"]))


def frequency(match: Match, context: Context) -> Answer:
    """Daily."""
    return Answer("SET", look("frequency", match.slots["frequency"]))


def each(match: Match, context: Context) -> Answer:
    """Every day; every other week; every two years."""
    number = count(match.slots["n"]) if "n" in match.slots else None
    step = float(look("each", match.slots["each"]) or 1)
    return Answer("SET", length(_unit(match), (number or 1) * step))


def each_day(match: Match, context: Context) -> Answer:
    """Every Friday; each July; every morning."""
    for slot, form in _RECURRING:
        if slot in match.slots:
            value = form.format(look(slot, match.slots[slot]))
            return Answer("SET", value + (look("part", match.slots["part2"]) or "" if "part2" in match.slots else ""))
    return Answer("SET", "XXXX-WXX-WE")


def weekdays(match: Match, context: Context) -> Answer:
    """Fridays; Tuesday nights."""
    words = match.slots["weekday"]
    number = look("weekdays", words) or look("weekday", words)
    return Answer("SET", f"XXXX-WXX-{number}" + ("TNI" if "part" in match.slots else ""))


def rate(match: Match, context: Context) -> Answer:
    """Twice a week."""
    return Answer("SET", length(_unit(match), 1))


def reference(match: Match, context: Context) -> Answer:
    """Now; recently; the future."""
    value = look("reference", match.slots["reference"])
    return unknown("DATE", "too vague for an interval", value)


def _unit(match: Match) -> str:
    words = match.slots["unit"]
    return look("unit", words) or look("units", words) or "day"
