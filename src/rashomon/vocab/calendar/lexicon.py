"""Text to words, and words to the classes that the rules speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from rashomon.vocab.data import read_table

PACKAGE = "rashomon.vocab.calendar"

#: a plain word, with the dots of an abbreviation ("a.m."), or any other single mark
_PLAIN = r"(?P<plain>['’]s\b|[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W\d_]+|\S)"
#: what every word that the lexicon does not know becomes; the known ones begin where Unicode's private area does
UNKNOWN = "_"
_FIRST = 0xE000


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `start` to `end` of a text: `text` in lower case with plain apostrophes, `code` in the alphabet.

    `capital`: the text has it with a capital letter.
    """

    start: int
    end: int
    text: str
    code: str
    capital: bool = False


class Lexicon:
    """What the files of `words/` and `shapes.tsv` say, and an alphabet: one character for each set of classes.

    A text becomes a string over that alphabet, and a rule a regular expression over it. `literals` are words that the
    rules name themselves.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        shapes = read_table(PACKAGE, "shapes.tsv", ("classes", "pattern"))
        self._shapes = tuple(frozenset(row["classes"].split()) for row in shapes)
        parts = [rf"(?P<s{n}>(?<!\w)(?:{row['pattern']})(?!\d))" for n, row in enumerate(shapes)]
        self._scanner = re.compile("|".join((*parts, _PLAIN)), re.IGNORECASE)
        self._values: dict[str, dict[str, str]] = {}
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        self._dotted: frozenset[str] = frozenset()
        classes = self._read(literals)
        self._dotted = frozenset(word[:-1] for word in classes if word.endswith(".") and len(word) > 1)
        sets = sorted({*map(tuple, map(sorted, (*self._shapes, *classes.values())))})
        self._code = {frozenset(s): chr(_FIRST + n) for n, s in enumerate(sets)}
        self._word_code = {word: self._code[frozenset(names)] for word, names in classes.items()}

    def _read(self, literals: Iterable[str]) -> dict[str, set[str]]:
        """The classes of each single word. Words of phrases have one of their own to spell it with."""
        classes: dict[str, set[str]] = {}
        for literal in literals:
            classes.setdefault(literal, set()).add(_own(literal))
        for file in sorted(files(PACKAGE).joinpath("words").iterdir(), key=lambda f: f.name):
            name = file.name.removesuffix(".tsv")
            values = self._values[name] = {}
            for row in read_table(PACKAGE, f"words/{file.name}", ("word", "value"), key=("word",)):
                phrase = tuple(self._split(row["word"]))
                values[" ".join(phrase)] = row["value"]
                if len(phrase) == 1:
                    classes.setdefault(phrase[0], set()).add(name)
                    continue
                self._phrases.setdefault(name, []).append(phrase)
                for word in phrase:
                    classes.setdefault(word, set()).add(_own(word))
        return classes

    def _split(self, entry: str) -> Iterator[str]:
        """The words of an entry of a list, split as `words` does, save that a dot at the end belongs to its word."""
        for piece in entry.split():
            if piece.endswith("."):
                yield piece
            else:
                yield from (m.group().replace("’", "'") for m in self._scanner.finditer(piece))

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of `text[start:end]`, in order."""
        found: list[Word] = []
        end = len(text) if end is None else end
        at = start
        while (match := self._scanner.search(text, at, end)) is not None:
            plain = match.group().lower().replace("’", "'").replace("‘", "'")
            at = match.end()
            kind = match.lastgroup or "plain"
            if kind == "plain":
                if plain in self._dotted and at < end and text[at] == ".":
                    plain, at = plain + ".", at + 1
                code = self._word_code.get(plain, UNKNOWN)
            else:
                code = self._word_code.get(plain) or self._code[self._shapes[int(kind[1:])]]
            found.append(Word(match.start(), at, plain, code, match.group()[0].isupper()))
        return found

    def value(self, name: str, words: Sequence[Word]) -> str | None:
        """What the class `name` says that `words` mean, or None when they are not in it."""
        return self._values[name].get(" ".join(w.text for w in words))

    def table(self, name: str) -> Mapping[str, str]:
        """All words of the class `name` with their values."""
        return MappingProxyType(self._values[name])

    def pattern(self, name: str) -> str:
        """A regular expression over the alphabet for a word or phrase of the class `name`; KeyError without any."""
        single = "".join(code for names, code in self._code.items() if name in names)
        phrases = sorted(self._phrases.get(name, ()), key=lambda p: (-len(p), p))
        spelled = ["".join(f"[{self.pattern_of(word)}]" for word in phrase) for phrase in phrases]
        if not single and not spelled:
            raise KeyError(name)
        return "|".join([*spelled, f"[{single}]"] if single else spelled)

    def pattern_of(self, word: str) -> str:
        """The same for one literal word."""
        return self._word_code[word]


def _own(word: str) -> str:
    return f"'{word}'"
