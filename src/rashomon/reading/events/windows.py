"""The tokens around a token, within its sentence, and never more than asked: a text without stops costs no more."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

#: no sentence of prose is as long, in tokens; the parse of such a run (a table, a list of names) tells nothing
_LONGEST = 600


def prose(doc: Doc) -> Iterator[Token]:
    """The tokens of `doc` but for sentences too long to be any: who reads a clause may then walk through all of it."""
    for sentence in doc.sents:
        if len(sentence) <= _LONGEST:
            yield from sentence


def before(doc: Doc, i: int, reach: int) -> range:
    """The numbers of at most `reach` tokens that stand before token `i` in its sentence, in order."""
    start = i
    while start > 0 and i - start < reach and not doc[start].is_sent_start:
        start -= 1
    return range(start, i)


def after(doc: Doc, i: int, reach: int) -> range:
    """The numbers of at most `reach` tokens that stand after token `i` in its sentence, in order."""
    end = i + 1
    while end < len(doc) and end - i <= reach and not doc[end].is_sent_start:
        end += 1
    return range(i + 1, end)
