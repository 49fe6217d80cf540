"""The words of modality, from the data files beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from rashomon.vocab.data import known, read_list, read_table

_HERE = "rashomon.reading.modality"

_PLACES = ("verb", "noun", "participant", "preposition", "before")
#: what a governing word says of the event under it; explained at the head of governors.tsv
Effect = Literal["negated", "hypothetical", "future", "carry", "settled"]
#: what a word beside an event says of it; "would" and "ability" are decided by the clause around them
Mark = Literal["negated", "hypothetical", "future", "ability", "would"]


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists of `reading.modality`, in lower case.

    `governors` maps (lemma, class of word, frame), `marks` (class, word), `negators` a place to its words.
    """

    governors: MappingProxyType[tuple[str, str, str], Effect]
    marks: MappingProxyType[tuple[str, str], Mark]
    negators: MappingProxyType[str, frozenset[str]]
    only: frozenset[str]
    saying: frozenset[str]
    inverted: frozenset[str]
    coming: frozenset[str]
    joining: frozenset[str]
    voiced: frozenset[str]


@dataclass(frozen=True, slots=True)
class Past:
    """The words that put an event into the background. `phrases` are tuples of words."""

    phrases: frozenset[tuple[str, ...]]
    adjectives: frozenset[str]
    series: frozenset[str]
    spells: frozenset[str]
    placing: frozenset[str]
    periods: frozenset[str]
    whilst: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once. Raises DataError when a file breaks its rules."""
    columns = ("lemma", "class", "frame", "effect")
    governors = read_table(_HERE, "governors.tsv", columns, key=columns[:3])
    known(_HERE, "governors.tsv", (r["effect"] for r in governors), get_args(Effect))
    known(_HERE, "governors.tsv", (r["class"] for r in governors), ("verb", "noun", "adjective"))
    marks = read_table(_HERE, "marks.tsv", ("word", "class", "effect"), key=("word", "class"))
    known(_HERE, "marks.tsv", (r["effect"] for r in marks), get_args(Mark))
    known(
        _HERE, "marks.tsv", (r["class"] for r in marks), ("aux", "adverb", "adjective", "determiner", "clause", "bound")
    )
    negators = read_table(_HERE, "negators.tsv", ("word", "place"), key=("word", "place"))
    known(_HERE, "negators.tsv", (r["place"] for r in negators), _PLACES)
    return Words(
        governors=MappingProxyType(
            {(r["lemma"], r["class"], r["frame"]): cast(Effect, r["effect"]) for r in governors}
        ),
        marks=MappingProxyType({(r["class"], r["word"]): cast(Mark, r["effect"]) for r in marks}),
        negators=MappingProxyType(
            {place: frozenset(r["word"] for r in negators if r["place"] == place) for place in _PLACES}
        ),
        only=_set("only.txt"),
        saying=_set("saying.txt"),
        inverted=_set("inverted.txt"),
        coming=_set("coming.txt"),
        joining=_set("joining.txt"),
        voiced=_set("voiced.txt"),
    )


@cache
def past() -> Past:
    """The lists of the background, read once. Raises DataError when a file breaks its rules."""
    return Past(
        phrases=frozenset(tuple(phrase.split()) for phrase in read_list(_HERE, "past_phrases.txt")),
        adjectives=_set("past_adjectives.txt"),
        series=_set("series.txt"),
        spells=_set("spells.txt"),
        placing=_set("placing.txt"),
        periods=_set("periods.txt"),
        whilst=_set("whilst.txt"),
    )


def _set(name: str) -> frozenset[str]:
    return frozenset(read_list(_HERE, name))
