"""Numbers that are of no people: money, shares, ages, years, rates, things."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.counts.numbers import Number
from rashomon.reading.counts.words import listed

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
    """Whether the number stands between commas or brackets after a name or noun ("Ali, 23, was killed")."""
    start, end = number.stretch
    if start < 2 or doc[start - 1].lower_ not in {",", "("} or doc[start - 2].pos_ not in {"PROPN", "NOUN"}:
        return False
    return end >= len(doc) or doc[end].is_punct


def is_year(doc: Doc, number: Number, root: Token) -> bool:
    """Whether a number that stands alone is a year."""
    one = number.low == number.high and _FIRST_YEAR <= number.low <= _LAST_YEAR and doc[number.last].is_digit
    return one and (root.dep_ in {"pobj", "npadvmod", "nummod"} or root.ent_type_ == "DATE")
