"""Full names that an acronym in brackets closes: "the Front for Unity and Liberation of Tarma (FULT)"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.parsed import Stretch

#: how many letters an acronym has, and how many tokens the name before it may
_LETTERS = range(2, 9)
_LONGEST = 16


def spelled_out(doc: Doc) -> Iterator[Stretch]:
    """The names, without article, whose capitals the letters in the brackets after them are, in order."""
    for token in doc:
        if token.text != "(" or token.i + 2 >= len(doc) or doc[token.i + 2].text != ")":
            continue
        letters = [c.casefold() for c in doc[token.i + 1].text if c.isalpha()]
        if len(letters) in _LETTERS and doc[token.i + 1].text[0].isupper():
            start = _start(doc, token, letters)
            if start is not None:
                yield Stretch(start, token.i)


def _start(doc: Doc, bracket: Token, letters: list[str]) -> int | None:
    """Where the name before a bracket begins: each of its capitalised words stands for a letter, the last for the last;
    small words may or may not."""
    left, at = len(letters), bracket.i
    while left:
        at -= 1
        if at < 0 or bracket.i - at > _LONGEST or not doc[at].text[0].isalpha():
            if at >= 0 and doc[at].text in ("-", "–") and bracket.i - at <= _LONGEST:
                continue
            return None
        word = doc[at]
        if word.text[0].isupper():
            if word.text[0].casefold() != letters[left - 1]:
                return None
            left -= 1
        elif left > 1 and word.text[0].casefold() == letters[left - 1] and not _next_is(doc, at, letters[left - 1]):
            left -= 1
    return at if doc[at].text[0].isupper() and doc[at].sent == doc[bracket.i - 1].sent else None


def _next_is(doc: Doc, at: int, letter: str) -> bool:
    """Whether the nearest capitalised word before a small one begins with `letter`, and so stands for it."""
    before = next((doc[i] for i in range(at - 1, max(-1, at - _LONGEST), -1) if doc[i].text[0].isupper()), None)
    return before is not None and before.text[0].casefold() == letter
