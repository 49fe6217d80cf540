"""PLOVER's contexts of an event, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from rashomon.reading.events.classes import lemma_of
from rashomon.reading.events.lexicon import PACKAGE
from rashomon.reading.events.windows import after, before
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
    table = _context_words()
    found: set[str] = set()
    around = range(before(doc, head, _REACH).start, after(doc, head, _REACH).stop)
    for i in around:
        lemma, lower = lemma_of(doc[i]), doc[i].lower_
        found.update(table.get(lemma, ()), table.get(lower, ()))
        if i + 1 in around:
            found.update(table.get(f"{lower}-{doc[i + 1].lower_}", ()))
    return tuple(sorted(found))
