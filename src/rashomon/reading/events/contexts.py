"""PLOVER's contexts of an event, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from rashomon.reading.events.lexicon import PACKAGE
from rashomon.vocab.data import read_table

#: how far from the event a word may stand, in tokens
_REACH = 25


@cache
def _context_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in read_table(PACKAGE, "contexts.tsv", ("word", "context"), key=("word", "context")):
        found.setdefault(row["word"], []).append(row["context"])
    return {word: tuple(contexts) for word, contexts in found.items()}


def contexts_of(doc: Doc, head: int) -> tuple[str, ...]:
    """The contexts of the event at token `head`, in alphabetical order."""
    table, found = _context_words(), set()
    sentence = doc[head].sent
    end = min(sentence.end, head + _REACH)
    for i in range(max(sentence.start, head - _REACH), end):
        lemma, lower = doc[i].lemma_.lower(), doc[i].lower_
        found.update(table.get(lemma, ()), table.get(lower, ()))
        if i + 1 < end:
            found.update(table.get(f"{lower}-{doc[i + 1].lower_}", ()))
    return tuple(sorted(found))
