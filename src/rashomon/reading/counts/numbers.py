"""Numbers in the text, as the range that their words allow: "at least 20", "between 10 and 15", "dozens", "no one"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.reading.counts.words import Effect, NumberWords, Phrase, number_words
from rashomon.reading.parsed import Stretch

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_DASHES = frozenset("-–—‑")
#: no more people than this are ever counted; a longer string of digits is an identifier
_MOST = 10**10
_HUNDRED, _TWENTY = 100, 20


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `stretch` allow `low` to `high` (None is open). `core` is the number itself, without its bounds.

    `last` is the token that the grammar takes for the number; `none` marks "no", "nobody"; `share` a part ("half") of
    a total, as numerator and denominator.
    """

    stretch: Stretch
    core: Stretch
    low: int
    high: int | None
    exact: bool
    none: bool = False
    share: tuple[int, int] | None = None

    @property
    def last(self) -> int:
        """The last token of the number proper."""
        return self.core.end - 1


def find_numbers(doc: Doc) -> list[Number]:
    """The numbers of the text, in order, none overlapping another."""
    words = number_words()
    lower = [token.lower_ for token in doc]
    found: list[Number] = []
    i = 0
    while i < len(lower):
        skip = _lead(lower, i, words)
        if skip:
            i += skip
            continue
        number = _number(lower, i, words)
        if number is None:
            i += 1
            continue
        number = _bounded(number, lower, words, found[-1].stretch.end if found else 0)
        i = number.stretch.end
        found.append(number)
    return found


def _lead(lower: list[str], i: int, words: NumberWords) -> int:
    """How many tokens at i only lead to a number: a bound, whose words ("no", "many") are no numbers then, or the start
    of a movement ("from 10 to 15" has come to 15)."""
    bound = _longest(lower, i, words.bounds_before)
    if bound and (_lead(lower, i + bound, words) or _number(lower, i + bound, words)):
        return bound
    start = _cardinal(lower, i + 1, words) if lower[i : i + 1] == ["from"] else None
    moved = start is not None and lower[start[1] : start[1] + 1] == ["to"] and _cardinal(lower, start[1] + 1, words)
    return start[1] + 1 - i if start is not None and moved else 0


def _number(lower: list[str], i: int, words: NumberWords) -> Number | None:
    """The number that begins at token i, ranges included."""
    if i >= len(lower):
        return None
    dozen = _spelled(lower, i, words) if lower[i] == "half" else None
    if dozen is not None:
        return Number(Stretch(i, dozen[1]), Stretch(i, dozen[1]), dozen[0], dozen[0], exact=False)
    none = _longest(lower, i, words.none_alone) or _longest(lower, i, words.none_before)
    if none:
        return Number(Stretch(i, i + none), Stretch(i, i + none), 0, 0, exact=True, none=True)
    part = _longest(lower, i, words.fractions)
    if part:
        core = Stretch(i, i + part)
        return Number(core, core, 0, None, exact=False, share=words.fractions[tuple(lower[i : i + part])])
    vague = _vague(lower, i, words)
    if vague is not None:
        return vague
    between = lower[i] == "between"
    first = _cardinal(lower, i + between, words)
    if first is None:
        return None
    value, end, exact = first
    second = _upper(lower, end, value, words, between=between)
    if second is not None:
        low, high, stop = second
        return Number(Stretch(i, stop), Stretch(i, stop), low, high, exact=True)
    if between:
        return None
    core = Stretch(i, end)
    return Number(core, core, value, value, exact)


def _vague(lower: list[str], i: int, words: NumberWords) -> Number | None:
    """ "dozens", "several", and "several hundred thousand"."""
    size = _longest(lower, i, words.vague)
    if not size:
        return None
    span = words.vague[tuple(lower[i : i + size])]
    end, factor = i + size, 1
    if span.unit and end < len(lower) and lower[end] == "of" and end + 1 < len(lower) and lower[end + 1] in words.units:
        end += 1
    while span.unit and end < len(lower) and lower[end] in words.units:
        factor *= words.units[lower[end]]
        end += 1
    low, high = span.low, span.high
    if factor > 1:
        low, high = max(low, 2) * factor, _top(span.high, factor)
    core = Stretch(i, end)
    return Number(core, core, low, high, exact=False)


def _top(high: int | None, factor: int) -> int | None:
    """The most of several units: one less than the next unit, as "hundreds" go up to 999 and "dozens" to 99."""
    if high is None or high == 2:
        return None if high is None else high * factor
    return 99 if factor == 12 else factor * (high + 1) - 1


def _upper(lower: list[str], i: int, low: int, words: NumberWords, *, between: bool) -> tuple[int, int, int] | None:
    """The rest of a range that begins with `low` before token i: least, most and the end of it."""
    if i >= len(lower) or not (lower[i] in _DASHES or lower[i] in ("to", "and" if between else "or")):
        return None
    rest = _cardinal(lower, i + 1, words)
    if rest is None:
        return None
    high, end, _ = rest
    for unit in sorted(words.units.values(), reverse=True):
        if low < unit <= high and high % unit == 0 and lower[end - 1] in words.units and low * unit < high:
            low *= unit
            break
    return (low, high, end) if low < high else None


def _cardinal(lower: list[str], i: int, words: NumberWords) -> tuple[int, int, bool] | None:
    """Value, end and exactness of the number in digits or words at token i."""
    if i >= len(lower):
        return None
    if _DIGITS.fullmatch(lower[i]):
        value: float = int(lower[i].replace(",", ""))
        end = i + 1
        grouped = re.fullmatch(r"\d{1,3}", lower[i]) and lower[end : end + 1] == [","]
        if grouped and re.fullmatch(r"\d{3}", "".join(lower[end + 1 : end + 2])) and _held(lower, i, words):
            value, end = value * 1000 + int(lower[end + 1]), end + 2
    elif _DECIMAL.fullmatch(lower[i]):
        value, end = float(lower[i]), i + 1
        if lower[end : end + 1] not in ([unit] for unit in words.units):
            return None
    else:
        return _spelled(lower, i, words)
    exact = True
    while end < len(lower) and lower[end] in words.units:
        value *= words.units[lower[end]]
        end, exact = end + 1, False
    return (round(value), end, exact) if value < _MOST else None


def _held(lower: list[str], i: int, words: NumberWords) -> bool:
    """Whether a bound stands before token i: only then is "1, 650" one number and not two."""
    return any(_ending(lower, i, phrase) for phrase in words.bounds_before)


def _spelled(lower: list[str], i: int, words: NumberWords) -> tuple[int, int, bool] | None:
    """A number in words: "a hundred and five", "twenty-three", "half a dozen", "two dozen"."""
    if lower[i : i + 3] == ["half", "a", "dozen"]:
        return 6, i + 3, False
    end = i
    total = current = 0
    seen = round_ = False
    if lower[i] == "a" and "".join(lower[i + 1 : i + 2]) in words.units:
        current, end = 1, i + 1
    while end < len(lower):
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
    while end > i and lower[end - 1] in ("and", *_DASHES):
        end -= 1
    return (total + current, end, not round_) if seen and total + current < _MOST else None


def _adds(current: int, value: int) -> bool:
    """Whether a simple number may follow what was read: "twenty three", "hundred five", not "four five"."""
    return current % _HUNDRED == 0 or (current % _HUNDRED >= _TWENTY and current % 10 == 0 and 0 < value < 10)


def _joins(lower: list[str], i: int, current: int, words: NumberWords) -> bool:
    """Whether the "and" or hyphen at token i joins parts of one number ("hundred and five", "twenty-three")."""
    after = "".join(lower[i + 1 : i + 2])
    if lower[i] in _DASHES:
        return after in words.units or (current % _HUNDRED >= _TWENTY and 0 < words.simple.get(after, 0) < 10)
    return lower[i] == "and" and current >= _HUNDRED and current % _HUNDRED == 0 and after in words.simple


def _bounded(number: Number, lower: list[str], words: NumberWords, least: int) -> Number:
    """The number with the bounds that stand around it, innermost first; `least` is the first token free for them."""
    out = number
    while not number.none:
        at = out.stretch.start
        size = max((len(p) for p in words.bounds_before if at - len(p) >= least and _ending(lower, at, p)), default=0)
        if not size:
            break
        effect = words.bounds_before[tuple(lower[at - size : at])]
        grown = Stretch(at - size, out.stretch.end) if effect != "plain" else out.stretch
        out = replace(_with(out, effect), stretch=grown)
        if effect == "plain":
            break
    size = _longest(lower, out.stretch.end, words.bounds_after)
    if size and not number.none:
        end = out.stretch.end + size
        effect = words.bounds_after[tuple(lower[out.stretch.end : end])]
        out = replace(_with(out, effect), stretch=Stretch(out.stretch.start, end))
    return out


def _with(number: Number, effect: Effect) -> Number:
    low, high = number.low, number.high
    if effect == "from":
        return replace(number, high=None)
    if effect == "over":
        return replace(number, low=low + (low == high), high=None)
    if effect == "upto":
        return replace(number, low=0)
    if effect == "under":
        return replace(number, low=0, high=None if high is None else max(high - 1, 0))
    return replace(number, exact=number.exact and effect != "about")


def _longest(lower: list[str], i: int, phrases: Collection[Phrase]) -> int:
    """The length of the longest of `phrases` that begins at token i, or 0."""
    return max((n for n in range(1, 5) if tuple(lower[i : i + n]) in phrases), default=0)


def _ending(lower: list[str], end: int, phrase: Phrase) -> bool:
    return tuple(lower[max(end - len(phrase), 0) : end]) == phrase
