"""The words that `where_when` goes by, from the data files beside and from the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import get_args

from rashomon.records import EventType
from rashomon.vocab.data import known, read_list, read_table

_HERE = "rashomon.reading.events"
_CALENDAR = "rashomon.vocab.calendar"
#: a year, a year with the mark of a decade, or a date in figures
_FIGURES = re.compile(r"(?:1[5-9]|20)\d\d(?:['’]?s)?|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of prepositions: "within", "aside", "aside", "speech" …, from `where_….txt`."""
    return frozenset(read_list(_HERE, f"where_{name}.txt"))


@cache
def prepositions(event: EventType) -> frozenset[str]:
    """The prepositions that name the place of an event of this type, whatever it is of."""
    rows = read_table(_HERE, "where_towards.tsv", ("type", "also", "never"), key=("type",))
    known(_HERE, "where_towards.tsv", (row["type"] for row in rows), get_args(EventType))
    own = next((row for row in rows if row["type"] == event), {"also": "", "never": ""})
    return (words("within") | frozenset(own["also"].split("|"))) - frozenset(own["never"].split("|"))


def is_date(expression: Sequence[str]) -> bool:
    """Whether a time expression, as words in lower case, tells when something took place. A length of time, an age and
    what is repeated do not."""
    found = {word.rstrip(".") for word in expression} | set(expression)
    if found & _calendar("repeating"):
        return False
    if found & _calendar("date") or any(_FIGURES.fullmatch(word) for word in expression):
        return True
    return bool(found & _calendar("unit")) and any(word.removesuffix("s") in _list("unit") for word in expression)


def is_day(expression: Sequence[str]) -> bool:
    """Whether a time expression, as words in lower case, tells a day: "Monday", "yesterday", "April 6", "2021-04-06"."""
    found = {word.rstrip(".") for word in expression} | set(expression)
    if any(found & _list(name) for name in ("weekday", "weekday_short", "day_ref")):
        return True
    figures = any(word.isdigit() and len(word) < 3 for word in found)
    return (figures and bool(found & _list("month"))) or any(len(w) > 5 and _FIGURES.fullmatch(w) for w in expression)


@cache
def _calendar(name: str) -> frozenset[str]:
    lists = read_list(_HERE, f"where_{name}_lists.txt")
    return frozenset(word for part in lists for word in _list(part))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(_CALENDAR, f"words/{name}.tsv", ("word", "value")))
