"""The mode of an assault by its means: "rockets hit", "killed by a sniper"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.classes import lemma_of
from rashomon.reading.events.lexicon import PACKAGE
from rashomon.vocab.data import known, read_table
from rashomon.vocab.plover import modes

_PREPOSITIONS = frozenset({"prep", "agent"})


@cache
def _means() -> Mapping[str, str]:
    rows = read_table(PACKAGE, "means.tsv", ("word", "mode"), key=("word",))
    known(PACKAGE, "means.tsv", (row["mode"] for row in rows), modes("ASSAULT"))
    return {row["word"]: row["mode"] for row in rows}


def mode_by_means(token: Token) -> str | None:
    """The mode that the subject, the agent or a "by", "with", "in" phrase of the event at `token` tells, or None."""
    return next(filter(None, map(mode_of_parts, _candidates(token))), None)


def mode_of_parts(noun: Token) -> str | None:
    """The mode that a noun or a word before it tells: "mortar rounds"."""
    parts = (*(c for c in noun.lefts if c.dep_ in ("compound", "amod")), noun)
    return next(filter(None, (_means().get(lemma_of(part)) for part in parts)), None)


def _candidates(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "nsubj":
            yield child
        elif child.dep_ in _PREPOSITIONS and child.lower_ in ("by", "with", "in"):
            yield from (c for c in child.children if c.dep_ == "pobj")
