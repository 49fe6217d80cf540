"""One number, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Collection

from rashomon.reading.counts.words import NumberWords, Phrase

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
DASHES = frozenset("-–—‑")
#: no more people than this are ever counted; a longer string of digits is an identifier
MOST = 10**10
#: no number is spelled out in more tokens than this
_LONGEST = 16
_HUNDRED, _TWENTY = 100, 20


def cardinal(lower: list[str], i: int, words: NumberWords) -> tuple[int, int, bool] | None:
    """Value, end and exactness of the number in digits or words at token i."""
    if i >= len(lower):
        return None
    if _DIGITS.fullmatch(lower[i]):
        value: float = int(lower[i].replace(",", ""))
        end = i + 1
        grouped = re.fullmatch(r"\d{1,3}", lower[i]) and lower[end : end + 1] == [","]
        if grouped and re.fullmatch(r"\d{3}", "".join(lower[end + 1 : end + 2])) and _has_bound(lower, i, words):
            value, end = value * 1000 + int(lower[end + 1]), end + 2
    elif _DECIMAL.fullmatch(lower[i]):
        value, end = float(lower[i]), i + 1
        if lower[end : end + 1] not in ([unit] for unit in words.units):
            return None
    else:
        return spelled(lower, i, words)
    exact = True
    while end < len(lower) and lower[end] in words.units and value < MOST:
        value *= words.units[lower[end]]
        end, exact = end + 1, False
    return (round(value), end, exact) if value < MOST else None


def _has_bound(lower: list[str], i: int, words: NumberWords) -> bool:
    """Whether a bound stands before token i: only then is "1, 650" one number and not two."""
    return any(ends_with(lower, i, phrase) for phrase in words.bounds_before)


def spelled(lower: list[str], i: int, words: NumberWords) -> tuple[int, int, bool] | None:
    """A number in words: "a hundred and five", "twenty-three", "half a dozen", "two dozen"."""
    if lower[i : i + 3] == ["half", "a", "dozen"]:
        return 6, i + 3, False
    end = i
    total = current = 0
    seen = round_ = False
    if lower[i] == "a" and "".join(lower[i + 1 : i + 2]) in words.units:
        current, end = 1, i + 1
    while end < min(len(lower), i + _LONGEST):
        word = lower[end]
        if word in words.simple and (not seen or current == 0 or _adds(current, words.simple[word])):
            current += words.simple[word]
            seen, round_ = True, False
        elif word in words.units and (seen or current):
            unit = words.units[word]
            if unit > _HUNDRED:
                total, current = total + max(current, 1) * unit, 0
            else:
                current = max(current, 1) * unit
            seen = round_ = True
        elif not (seen and _joins(lower, end, current, words)):
            break
        end += 1
    while end > i and lower[end - 1] in ("and", *DASHES):
        end -= 1
    return (total + current, end, not round_) if seen and total + current < MOST else None


def _adds(current: int, value: int) -> bool:
    """Whether a simple number may follow what was read: "twenty three", "hundred five", not "four five"."""
    return current % _HUNDRED == 0 or (current % _HUNDRED >= _TWENTY and current % 10 == 0 and 0 < value < 10)


def _joins(lower: list[str], i: int, current: int, words: NumberWords) -> bool:
    """Whether the "and" or hyphen at token i joins parts of one number ("hundred and five", "twenty-three")."""
    after = "".join(lower[i + 1 : i + 2])
    if lower[i] in DASHES:
        return after in words.units or (current % _HUNDRED >= _TWENTY and 0 < words.simple.get(after, 0) < 10)
    return lower[i] == "and" and current >= _HUNDRED and current % _HUNDRED == 0 and after in words.simple


def longest(lower: list[str], i: int, phrases: Collection[Phrase]) -> int:
    """The length of the longest of `phrases` that begins at token i, or 0."""
    return max((n for n in range(1, min(5, len(lower) - i + 1)) if tuple(lower[i : i + n]) in phrases), default=0)


def ends_with(lower: list[str], end: int, phrase: Phrase) -> bool:
    """Whether `phrase` stands right before token `end`."""
    return tuple(lower[max(end - len(phrase), 0) : end]) == phrase
