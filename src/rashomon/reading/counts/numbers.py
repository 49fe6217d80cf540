"""Numbers in the text, as the range that their words allow: "at least 20", "between 10 and 15", "dozens", "no one"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.reading.counts.cardinals import DASHES, MOST, cardinal, ends_with, longest, spelled
from rashomon.reading.counts.words import Effect, NumberWords, number_words
from rashomon.reading.parsed import Stretch

#: so many bounds may stand before one number ("up to about")
_CHAIN = 3
#: the most of dozens, and what a dozen is
_BELOW_HUNDRED, _DOZEN = 99, 12


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
        if lower[i] not in words.starts and not lower[i][:1].isdigit():
            i += 1
            continue
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
    first = end = 0
    for _ in range(_CHAIN):
        size = longest(lower, i + end, words.bounds_before)
        first, end = first or size, end + size
        if not size:
            break
    if first and _number(lower, i + end, words):
        return first
    start = cardinal(lower, i + 1, words) if lower[i : i + 1] == ["from"] else None
    moved = start is not None and lower[start[1] : start[1] + 1] == ["to"] and cardinal(lower, start[1] + 1, words)
    return start[1] + 1 - i if start is not None and moved else 0


def _number(lower: list[str], i: int, words: NumberWords) -> Number | None:
    """The number that begins at token i, ranges included."""
    if i >= len(lower):
        return None
    dozen = spelled(lower, i, words) if lower[i] == "half" else None
    if dozen is not None:
        return Number(Stretch(i, dozen[1]), Stretch(i, dozen[1]), dozen[0], dozen[0], exact=False)
    none = longest(lower, i, words.none_alone) or longest(lower, i, words.none_before)
    if none:
        return Number(Stretch(i, i + none), Stretch(i, i + none), 0, 0, exact=True, none=True)
    part = longest(lower, i, words.fractions)
    if part:
        core = Stretch(i, i + part)
        return Number(core, core, 0, None, exact=False, share=words.fractions[tuple(lower[i : i + part])])
    vague = _vague(lower, i, words)
    if vague is not None:
        return vague
    between = lower[i] == "between"
    first = cardinal(lower, i + between, words)
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
    size = longest(lower, i, words.vague)
    if not size:
        return None
    span = words.vague[tuple(lower[i : i + size])]
    end, factor = i + size, 1
    if span.unit and end < len(lower) and lower[end] == "of" and end + 1 < len(lower) and lower[end + 1] in words.units:
        end += 1
    while span.unit and end < len(lower) and lower[end] in words.units and factor < MOST:
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
    return _BELOW_HUNDRED if factor == _DOZEN else factor * (high + 1) - 1


def _upper(lower: list[str], i: int, low: int, words: NumberWords, *, between: bool) -> tuple[int, int, int] | None:
    """The rest of a range that begins with `low` before token i: least, most and the end of it."""
    if i >= len(lower) or not (lower[i] in DASHES or lower[i] in ("to", "and" if between else "or")):
        return None
    rest = cardinal(lower, i + 1, words)
    if rest is None:
        return None
    high, end, _ = rest
    for unit in sorted(words.units.values(), reverse=True):
        if low < unit <= high and high % unit == 0 and lower[end - 1] in words.units and low * unit < high:
            low *= unit
            break
    return (low, high, end) if low < high else None


def _bounded(number: Number, lower: list[str], words: NumberWords, least: int) -> Number:
    """The number with the bounds that stand around it, innermost first; `least` is the first token free for them."""
    out = number
    for _ in range(0 if number.none else _CHAIN):
        at = out.stretch.start
        size = max((len(p) for p in words.bounds_before if at - len(p) >= least and ends_with(lower, at, p)), default=0)
        if not size:
            break
        effect = words.bounds_before[tuple(lower[at - size : at])]
        grown = Stretch(at - size, out.stretch.end) if effect != "plain" else out.stretch
        out = replace(_with(out, effect), stretch=grown)
        if effect == "plain":
            break
    size = longest(lower, out.stretch.end, words.bounds_after)
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
