"""Numbers that are of no people: money, shares, ages, years, rates, things."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.counts.numbers import Number
from rashomon.reading.counts.words import listed

_OF_AGE = frozenset({"PROPN", "NOUN", "PRON"})
#: so many words of a list of ages are looked back over
_AGES = 8
#: more years than anybody lives
_OLDEST = 120
_FIRST_YEAR, _LAST_YEAR = 1700, 2100


def is_measure(doc: Doc, number: Number) -> bool:
    """Whether what stands beside the number makes it money, a share, an age, a score or part of a name."""
    before = doc[number.core.start - 1] if number.core.start else None
    after = doc[number.core.end] if number.core.end < len(doc) else None
    spaced = before is not None and before.is_punct and bool(before.whitespace_)  # "on our side: two dead"
    if before is not None and (before.is_currency or (before.lower_ in listed("measures_before") and not spaced)):
        return True
    if before is not None and before.ent_type_ == "DATE" and before.pos_ == "PROPN":
        return True
    if after is None:
        return False
    if after.lower_ in listed("measures_after") or after.is_currency:
        return True
    joined = after.lower_ in {"-", "–", "‑"} and not after.whitespace_ and not doc[number.core.end - 1].whitespace_
    return joined and number.core.end + 1 < len(doc) and doc[number.core.end + 1].lower_ != "plus"


def is_thing(noun: Token) -> bool:
    """Whether the noun is one for things, which are no victims."""
    return noun.lemma_.lower() in listed("things") or noun.lower_ in listed("things")


def is_rate(doc: Doc, after: int) -> bool:
    """Whether "a day", "per week" or the like follows."""
    words = [token.lower_ for token in doc[after : after + 2]]
    return len(words) == 2 and words[0] in listed("per") and words[1] in listed("periods")


def is_age(doc: Doc, number: Number) -> bool:
    """Whether the number stands between commas or brackets after a name or noun ("Ali, 23, was killed"), alone or as one
    of two ("two men, 33 and 19, were shot")."""
    start, end = number.stretch
    if _in_ages(doc, start) or _is_of_age(doc, number):
        return True
    if start >= 2 and doc[start - 1].lower_ == "and" and doc[start - 2].like_num:
        start -= 2
    elif end + 1 < len(doc) and doc[end].lower_ == "and" and doc[end + 1].like_num:
        end += 2
    if start < 2 or doc[start - 1].lower_ not in {",", "("}:
        return False
    if doc[start - 2].pos_ not in _OF_AGE and doc[start - 2].lower_ not in listed("anybody"):
        return False
    return end >= len(doc) or doc[end].is_punct or doc[start - 2].ent_type_ == "PERSON"


def _is_of_age(doc: Doc, number: Number) -> bool:
    """Whether the number is the age of a person: "a boy of 14"."""
    start = number.stretch[0]
    young = number.low == number.high and number.low is not None and number.low <= _OLDEST
    return (
        young and start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in listed("of_an_age")
    )


def _in_ages(doc: Doc, start: int) -> bool:
    """Whether a number is one of a list of ages ("ages 4, 7 and 9", "between the ages of 15 and 20")."""
    i = start - 1
    while i >= max(start - _AGES, 0) and (doc[i].like_num or doc[i].lower_ in {",", "and", "to", "or", "of"}):
        i -= 1
    return i >= 0 and doc[i].lower_ in listed("ages")


def is_year(doc: Doc, number: Number, root: Token) -> bool:
    """Whether a number that stands alone is a year."""
    one = number.low == number.high and _FIRST_YEAR <= number.low <= _LAST_YEAR and doc[number.last].is_digit
    return one and (root.dep_ in {"pobj", "npadvmod", "nummod"} or root.ent_type_ == "DATE")
