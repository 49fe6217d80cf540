"""The word lists of this question, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from rashomon.errors import DataError
from rashomon.records import ActorKind
from rashomon.vocab.actors import words
from rashomon.vocab.data import known, read_list, read_table

_PACKAGE = "rashomon.reading.actors"

PronounSort = Literal["he", "she", "it", "they", "i", "we", "who", "none"]
Mark = Literal["indefinite", "definite", "another", "possessed"]
Gender = Literal["m", "f"]


@cache
def pronouns() -> Mapping[str, PronounSort]:
    """Pronouns, lower case, and the sort of each."""
    rows = read_table(_PACKAGE, "words/pronouns.tsv", ("word", "sort"), key=("word",))
    known(_PACKAGE, "words/pronouns.tsv", (r["sort"] for r in rows), get_args(PronounSort))
    return MappingProxyType({r["word"]: cast(PronounSort, r["sort"]) for r in rows})


@cache
def marks() -> Mapping[str, Mark]:
    """Determiners and the like that tell whether a noun phrase brings in someone new."""
    rows = read_table(_PACKAGE, "words/marks.tsv", ("word", "sort"), key=("word",))
    known(_PACKAGE, "words/marks.tsv", (r["sort"] for r in rows), get_args(Mark))
    return MappingProxyType({r["word"]: cast(Mark, r["sort"]) for r in rows})


@cache
def genders() -> Mapping[str, Gender]:
    """Folded first names and nouns, and the gender that each tells."""
    rows = read_table(_PACKAGE, "words/genders.tsv", ("gender", "words"))
    found: dict[str, Gender] = {}
    for row in rows:
        if row["gender"] not in get_args(Gender):
            raise DataError(f"{_PACKAGE}/words/genders.tsv: unknown gender {row['gender']!r}")
        for word in row["words"].split():
            if found.setdefault(word, cast(Gender, row["gender"])) != row["gender"]:
                raise DataError(f"{_PACKAGE}/words/genders.tsv: {word} stands under both genders")
    return MappingProxyType(found)


@cache
def hypernyms() -> Mapping[str, frozenset[ActorKind]]:
    """Nouns that can stand for any actor of some kinds ("the group")."""
    rows = read_table(_PACKAGE, "words/hypernyms.tsv", ("noun", "kinds"), key=("noun",))
    kinds = {r["noun"]: r["kinds"].split("|") for r in rows}
    known(_PACKAGE, "words/hypernyms.tsv", (k for some in kinds.values() for k in some), get_args(ActorKind))
    return MappingProxyType({noun: frozenset(cast("list[ActorKind]", some)) for noun, some in kinds.items()})


@cache
def alike() -> Mapping[str, frozenset[str]]:
    """Nouns that reports use for one another, each with those it may stand for."""
    found: dict[str, set[str]] = {}
    for row in read_table(_PACKAGE, "words/alike.tsv", ("nouns",)):
        group = row["nouns"].split("|")
        for noun in group:
            found.setdefault(noun, set()).update(group)
    return MappingProxyType({noun: frozenset(group) for noun, group in found.items()})


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of one of this question's plain lists ("documents", "saying" …), folded."""
    return frozenset(" ".join(words(entry)) for entry in read_list(_PACKAGE, f"words/{name}.txt"))
