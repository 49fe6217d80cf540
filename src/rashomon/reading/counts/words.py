"""The words that this question knows, from the data files beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from rashomon.errors import DataError
from rashomon.records import CountKind, VictimClass
from rashomon.vocab import data

_HERE = "rashomon.reading.counts"

Phrase = tuple[str, ...]
Effect = Literal["from", "over", "upto", "under", "about", "plain"]


@dataclass(frozen=True, slots=True)
class Range:
    """The least and most that a vague word allows; whether a unit may follow it ("several hundred")."""

    low: int
    high: int | None
    unit: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """What a word says became of people. `people`: a noun beside it must be one for people; `noun`: and as an active
    verb's object it must be there; `holding`: only where somebody takes or holds them."""

    kind: CountKind
    people: bool
    noun: bool = False
    holding: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers and their bounds. Phrases are tuples of lower-case tokens. `starts` holds each word with which
    a number, or what leads to one, can begin."""

    simple: Mapping[str, int]
    units: Mapping[str, int]
    vague: Mapping[Phrase, Range]
    fractions: Mapping[Phrase, tuple[int, int]]
    none_alone: frozenset[Phrase]
    none_before: frozenset[Phrase]
    bounds_before: Mapping[Phrase, Effect]
    bounds_after: Mapping[Phrase, Effect]
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class LossWords:
    """Words for losses by how they take their victims, and nouns for people by class."""

    patients: Mapping[str, Loss]
    subjects: Mapping[str, Loss]
    states: Mapping[Phrase, Loss]
    nouns: Mapping[str, Loss]
    wholes: Mapping[str, Loss]
    tolls: Mapping[str, Loss]
    people: Mapping[str, VictimClass]


@cache
def number_words() -> NumberWords:
    """The number words. Raises DataError where a file is wrong."""
    cardinals = _table("cardinals.tsv", "word", "value", "part")
    none = _table("none.tsv", "word", "alone")
    bounds = _table("bounds.tsv", "phrase", "side", "effect", key=("phrase", "side"))
    data.known(_HERE, "bounds.tsv", (row["effect"] for row in bounds), get_args(Effect))
    effects: dict[str, Effect] = {effect: effect for effect in get_args(Effect)}
    vague = {_phrase(row["phrase"]): _range(row) for row in _table("vague.tsv", "phrase", "low", "high", "unit")}
    fractions = {
        _phrase(row["word"]): (int(row["over"]), int(row["under"]))
        for row in _table("fractions.tsv", "word", "over", "under")
    }
    before = {_phrase(row["phrase"]): effects[row["effect"]] for row in bounds if row["side"] == "before"}
    first = {phrase[0] for phrase in (*vague, *fractions, *before, *(_phrase(row["word"]) for row in none))}
    return NumberWords(
        simple={row["word"]: int(row["value"]) for row in cardinals if row["part"] == "simple"},
        units={row["word"]: int(row["value"]) for row in cardinals if row["part"] == "unit"},
        vague=vague,
        fractions=fractions,
        none_alone=frozenset(_phrase(row["word"]) for row in none if row["alone"]),
        none_before=frozenset(_phrase(row["word"]) for row in none if not row["alone"]),
        bounds_before=before,
        bounds_after={_phrase(row["phrase"]): effects[row["effect"]] for row in bounds if row["side"] == "after"},
        starts=frozenset(first | {row["word"] for row in cardinals} | listed("openers")),
    )


@cache
def loss_words() -> LossWords:
    """The loss words. Raises DataError where a file is wrong."""
    people = _table("people.tsv", "noun", "class")
    data.known(_HERE, "people.tsv", (row["class"] for row in people), get_args(VictimClass))
    classes: dict[str, VictimClass] = {c: c for c in get_args(VictimClass)}
    return LossWords(
        patients=_losses("patients.tsv", "verb"),
        subjects=_losses("subjects.tsv", "verb"),
        states={_phrase(words): loss for words, loss in _losses("states.tsv", "phrase").items()},
        nouns=_losses("nouns.tsv", "noun"),
        wholes=_losses("wholes.tsv", "noun"),
        tolls=_losses("toll_words.tsv", "word"),
        people={row["noun"]: classes[row["class"]] for row in people},
    )


@cache
def listed(name: str) -> frozenset[str]:
    """The words of the list `name` of `lists.toml`. Raises DataError when there is none or a word stands twice."""
    words = data.read_tree(_HERE, "lists.toml").get(name)
    if not isinstance(words, list) or len(set(words)) != len(words):
        raise DataError(f"{_HERE}/lists.toml: {name} must be a list without duplicates")
    return frozenset(words)


def _losses(name: str, first: str) -> dict[str, Loss]:
    rows = _table(name, first, "kind", "needs")
    data.known(_HERE, name, (row["kind"] for row in rows), get_args(CountKind))
    data.known(_HERE, name, (row["needs"] for row in rows), ("", "people", "noun", "holding"))
    kinds: dict[str, CountKind] = {kind: kind for kind in get_args(CountKind)}
    return {row[first]: _loss(kinds[row["kind"]], row["needs"]) for row in rows}


def _loss(kind: CountKind, needs: str) -> Loss:
    return Loss(kind, people=needs in {"people", "noun"}, noun=needs == "noun", holding=needs == "holding")


def _range(row: Mapping[str, str]) -> Range:
    return Range(int(row["low"]), int(row["high"]) if row["high"] else None, row["unit"] == "unit")


def _phrase(text: str) -> Phrase:
    return tuple(text.split())


def _table(name: str, *columns: str, key: tuple[str, ...] = ()) -> list[dict[str, str]]:
    return data.read_table(_HERE, name, columns, key=key or columns[:1])
