"""Dates that the words give themselves, in whole or without their year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rashomon.resolving.times.answer import (
    DAY_OR_MONTH,
    ERA,
    FISCAL,
    MOVABLE,
    NO_REPORT_DATE,
    NOT_A_DATE,
    Answer,
    Context,
    point,
    unknown,
)
from rashomon.resolving.times.moment import SEASONS, Grain, Moment
from rashomon.resolving.times.numbers import look, ordinal, short_year, year
from rashomon.resolving.times.years import in_year
from rashomon.vocab.calendar import Match, Word

_NUMERIC = re.compile(r"(\d+)[/.](\d+)[/.](\d+)")


def iso_date(match: Match, context: Context) -> Answer:
    """2023-09-19."""
    return _day(match.slots["date"][0].text)


def iso_time(match: Match, context: Context) -> Answer:
    """2023-09-19T10:30Z."""
    day, _, clock = match.slots["time"][0].text.partition("t")
    answer = _day(day)
    return point(answer.moment.with_part(f"T{clock[:5]}")) if answer.moment else answer


def _day(text: str) -> Answer:
    try:
        return point(Moment(date.fromisoformat(text), Grain.DAY, explicit=True))
    except ValueError:
        return unknown("DATE", NOT_A_DATE)


def numeric_date(match: Match, context: Context) -> Answer:
    """19/09/2023, 2023/9/19. Where day and month can be told apart by nothing, neither is taken."""
    found = _NUMERIC.fullmatch(match.slots["date"][0].text)
    if found is None:
        return unknown("DATE", NOT_A_DATE)
    first, second, third = (int(x) for x in found.groups())
    if len(found[1]) == 4:
        return _valid(first, second, third)
    whole = third if len(found[3]) == 4 else short_year(third, context.today)
    if whole is None:
        return unknown("DATE", NO_REPORT_DATE)
    if first <= 12 and second <= 12 and first != second:
        return unknown("DATE", DAY_OR_MONTH)
    return _valid(whole, second, first) if second <= 12 else _valid(whole, first, second)


def _valid(y: int, m: int, d: int) -> Answer:
    try:
        return point(Moment(date(y, m, d), Grain.DAY, explicit=True))
    except ValueError:
        return unknown("DATE", NOT_A_DATE)


def day_of_month(match: Match, context: Context) -> Answer:
    """Sept. 19, 2023; 19 September; 4 March last year."""
    day = ordinal(match.slots["day"])
    month = month_number(match.slots["month"])
    if day is None or not 1 <= day <= 31:
        return unknown("DATE", NOT_A_DATE)
    return in_year(match, context, lambda y: Moment(date(y, month, day), Grain.DAY), f"XXXX-{month:02}-{day:02}")


def month(match: Match, context: Context) -> Answer:
    """March; March 2020; last March; March last year."""
    number = month_number(match.slots["month"])
    return in_year(match, context, lambda y: Moment(date(y, number, 1), Grain.MONTH), f"XXXX-{number:02}")


def season(match: Match, context: Context) -> Answer:
    """The summer; summer 2014; last winter."""
    code = look("season", match.slots["season"]) or ""
    return in_year(match, context, lambda y: Moment(date(y, SEASONS[code], 1), Grain.SEASON), f"XXXX-{code}")


def part_of_year(match: Match, context: Context) -> Answer:
    """The third quarter; the first half of 2020. Those of a fiscal year have no days that we know."""
    number = int(look("part_of_year", match.slots["n"]) or 1)
    half = match.slots["unit"][0].text == "half"
    number = min(number, 2) if half else number
    grain, first = (Grain.HALF, number * 6 - 5) if half else (Grain.QUARTER, number * 3 - 2)
    blank = f"XXXX-{'H' if half else 'Q'}{number}"
    answer = in_year(match, context, lambda y: Moment(date(y, first, 1), grain), blank)
    if {"fiscal", "fiscal_year"} & match.slots.keys() and answer.moment:
        return unknown("DATE", FISCAL, answer.value)
    return answer


def holiday(match: Match, context: Context) -> Answer:
    """Christmas Eve; Thanksgiving (of the United States)."""
    rule = look("holiday", match.slots["holiday"]) or "-"
    if rule == "-":
        return unknown("DATE", MOVABLE)
    if rule == "thanksgiving":
        return in_year(match, context, _fourth_thursday, "XXXX-11")
    m, d = (int(x) for x in rule.split("-"))
    return in_year(match, context, lambda y: Moment(date(y, m, d), Grain.DAY), f"XXXX-{rule}")


def _fourth_thursday(y: int) -> Moment:
    first = date(y, 11, 1)
    return Moment(first.replace(day=22 + (3 - first.weekday()) % 7), Grain.DAY)


def plain_year(match: Match, context: Context) -> Answer:
    """1990; '90."""
    number = year(match.slots["year"], context.today)
    if number is None:
        return unknown("DATE", NO_REPORT_DATE)
    return point(Moment(date(number, 1, 1), Grain.YEAR, explicit=True))


def fiscal_year(match: Match, context: Context) -> Answer:
    """Fiscal 1989."""
    answer = plain_year(match, context)
    return unknown("DATE", FISCAL, answer.value)


def spoken_year(match: Match, context: Context) -> Answer:
    """Nineteen ninety-six."""
    words = match.slots["spoken"]
    if words[1].text == "thousand":
        return point(Moment(date(2000, 1, 1), Grain.YEAR, explicit=True))
    century = int(look("number", words[:1]) or 0)
    rest = sum(int(look("number", [w]) or 0) for w in words[1:])
    return point(Moment(date(century * 100 + rest, 1, 1), Grain.YEAR, explicit=True))


def year_of_era(match: Match, context: Context) -> Answer:
    """499 BC; AD 79."""
    number = int(match.slots["year"][0].text.replace(",", "").split(".")[0])
    era = match.slots.get("after") or match.slots["before"]
    if look("era", era) == "-1":
        return unknown("DATE", ERA, f"BC{number:04}")
    return (
        point(Moment(date(number, 1, 1), Grain.YEAR, explicit=True))
        if 1 <= number <= 9999
        else unknown("DATE", NOT_A_DATE)
    )


def decade(match: Match, context: Context) -> Answer:
    """The 1990s; the '80s; the nineties."""
    words = match.slots["decade"]
    tens = look("decade_word", words)
    if tens is None:
        digits = re.sub(r"\D", "", words[0].text)
        tens = digits if len(digits) == 4 else digits[0]
    start = int(tens) if len(tens) == 4 else 1900 + 10 * int(tens)
    if match.slots.get("era") and look("era", match.slots["era"]) == "-1":
        return unknown("DATE", ERA, f"BC{start // 10:03}")
    return point(Moment(date(start // 10 * 10, 1, 1), Grain.DECADE, explicit=True))


def century(match: Match, context: Context) -> Answer:
    """The 20th century."""
    number = ordinal(match.slots["n"])
    if number is None or not 2 <= number <= 99:
        return unknown("DATE", NOT_A_DATE)
    if match.slots.get("era") and look("era", match.slots["era"]) == "-1":
        return unknown("DATE", ERA, f"BC{number - 1:02}")
    return point(Moment(date((number - 1) * 100, 1, 1), Grain.CENTURY, explicit=True))


def month_number(words: Sequence[Word]) -> int:
    """1 to 12."""
    return int(look("month", words) or 1)
