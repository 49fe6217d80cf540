"""Number words, years and clock times to numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rashomon.vocab.calendar import Word, grammar

_HOUR = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?")
_FRACTION = re.compile(r"(\d)/(\d)")
#: a two-figure year up to this many years after the report date is of its century, else of the one before
_AHEAD = 10


def look(name: str, words: Sequence[Word]) -> str | None:
    """What the calendar's list `name` says of `words`."""
    return grammar().lexicon.value(name, words)


def count(words: Sequence[Word]) -> float | None:
    """How many: "two and a half" is 2.5, "a" 1, "several" None."""
    if look("vague", words) is not None:
        return None
    pair = look("pair", words)
    if pair is not None:
        return float(pair)
    total = current = 0.0
    for word in words:
        number = _single(word)
        scale = look("scale", [word])
        if scale is not None:
            current = max(current, 1) * float(scale)
            if float(scale) >= 1000:
                total, current = total + current, 0.0
        elif word.text == "dozen":
            current = max(current, 1) * 12
        elif number is not None:
            current += number
    total += current
    return total or (1.0 if words and words[0].text in {"a", "an"} else None)


def _single(word: Word) -> float | None:
    for name in ("fraction", "number"):
        value = look(name, [word])
        if value is not None:
            return float(value)
    if (parts := _FRACTION.fullmatch(word.text)) is not None:
        return int(parts[1]) / int(parts[2])
    digits = word.text.replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits, re.ASCII) else None


def ordinal(words: Sequence[Word]) -> int | None:
    """Which: "21st", "third", "7"."""
    spoken = look("ordinal", words)
    if spoken is not None:
        return int(spoken)
    digits = re.match(r"\d+", words[-1].text, re.ASCII)
    return int(digits[0]) if digits else None


def year(words: Sequence[Word], today: date | None) -> int | None:
    """A year of four figures, or of two after an apostrophe. None when the century is in doubt."""
    text = words[-1].text.lstrip("'")
    if not text.isdecimal():
        return None
    return int(text) if len(text) != 2 else short_year(int(text), today)


def short_year(two: int, today: date | None) -> int | None:
    """The year of the last two figures `two` that lies before the report date, or not long after it."""
    if today is None:
        return None
    century = today.year // 100 * 100
    return century + two if century + two <= today.year + _AHEAD else century - 100 + two


def clock(words: Sequence[Word], half: str | None) -> str | None:
    """TIMEX3's time of day ("T22:00"), `half` being "am" or "pm". None when there is no such time."""
    text = words[0].text
    found = _HOUR.fullmatch(text)
    if found:
        hour, minute = int(found[1]), int(found[2])
    elif re.fullmatch(r"\d{4}", text, re.ASCII):
        hour, minute = int(text[:2]), int(text[2:])
    else:
        spoken = count(words)
        if spoken is None or spoken != int(spoken):
            return None
        hour, minute = int(spoken), 0
    if half and not 1 <= hour <= 12:
        half = None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
