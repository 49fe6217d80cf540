"""Rules over the words of the lexicon: where a time expression may stand, and what its parts are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.errors import DataError
from rashomon.vocab.calendar.lexicon import PACKAGE, Lexicon, Word
from rashomon.vocab.data import read_table

_ITEM = re.compile(
    r"'(?P<literal>[^'\s]+)'|\{(?P<macro>\w+)\}|@(?P<rule>\w+)|(?P<slot>\w+):|(?P<name>\w+)|(?P<sign>[()|?*])"
)

#: no time repeats a part more often than this, and an open end would make long lists of numbers slow
_REPEAT = {"*": "{0,6}"}


@dataclass(frozen=True, slots=True)
class Match:
    """`words` as `rule` reads them; `slots` are its named parts, those that are there."""

    rule: str
    words: tuple[Word, ...]
    slots: Mapping[str, tuple[Word, ...]]

    def __len__(self) -> int:
        return len(self.words)


class _Compiler:
    """Patterns of `rules.tsv`, `chains.tsv` and `macros.tsv` to regular expressions over the lexicon's alphabet."""

    def __init__(self, macros: Mapping[str, str], rules: Mapping[str, str], lexicon: Lexicon) -> None:
        self._macros, self._rules, self._lexicon = macros, rules, lexicon

    def compile(self, pattern: str, *, slots: bool) -> str:
        out: list[str] = []
        slot = ""
        for item in _ITEM.finditer(pattern):
            if item["slot"]:
                slot = f"?P<{item['slot']}>" if slots else ""
                continue
            if item["sign"]:
                out.append(f"({slot or '?:'}" if item["sign"] == "(" else _REPEAT.get(item["sign"], item["sign"]))
            else:
                out.append(f"({slot or '?:'}{self._piece(item)})")
            slot = ""
        return "".join(out)

    def _piece(self, item: re.Match[str]) -> str:
        if item["literal"]:
            return self._lexicon.pattern_of(item["literal"])
        if item["macro"]:
            return self.compile(self._macros[item["macro"]], slots=False)
        if item["rule"]:
            return self.compile(self._rules[item["rule"]], slots=False)
        return self._lexicon.pattern(item["name"])


class Grammar:
    """All rules and chains. Finding asks what may begin at a word, resolving which rule reads a whole mention."""

    def __init__(self) -> None:
        tables = [_table(name) for name in ("macros.tsv", "rules.tsv", "chains.tsv")]
        macros, rules, chains = tables
        literals = sorted({m["literal"] for t in tables for p in t.values() for m in _ITEM.finditer(p) if m["literal"]})
        self.lexicon = Lexicon(literals)
        compiler = _Compiler(macros, rules, self.lexicon)
        try:
            self._rules = {name: re.compile(compiler.compile(p, slots=True)) for name, p in rules.items()}
            self._chains = {name: re.compile(compiler.compile(p, slots=True)) for name, p in chains.items()}
        except KeyError as error:
            raise DataError(f"{PACKAGE}/rules.tsv: there is no class, macro or rule {error}") from error

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rules, in their order."""
        return tuple(self._rules)

    def at(self, words: Sequence[Word], codes: str, start: int) -> list[Match]:
        """What the rules read at the word `start`, longest first. `codes` are the codes of all `words`."""
        found = [_match(name, words, m) for name, rule in self._rules.items() if (m := rule.match(codes, start))]
        return sorted((m for m in found if m.words), key=lambda m: -len(m))

    def chain(self, words: Sequence[Word], codes: str, start: int) -> Match | None:
        """The longest chain of times that begins at the word `start`."""
        found = [_match(name, words, m) for name, rule in self._chains.items() if (m := rule.match(codes, start))]
        return max(found, key=len, default=None)

    def whole(self, words: Sequence[Word]) -> Match | None:
        """The first rule that reads all of `words`."""
        codes = "".join(w.code for w in words)
        for name, rule in self._rules.items():
            if words and (m := rule.fullmatch(codes)):
                return _match(name, words, m)
        return None


def _match(name: str, words: Sequence[Word], match: re.Match[str]) -> Match:
    slots = {slot: tuple(words[a:b]) for slot in match.groupdict() for a, b in [match.span(slot)] if a >= 0 and a < b}
    return Match(name, tuple(words[match.start() : match.end()]), slots)


def _table(name: str) -> dict[str, str]:
    return {row["name"]: row["pattern"] for row in read_table(PACKAGE, name, ("name", "pattern"), key=("name",))}


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    return Grammar()
