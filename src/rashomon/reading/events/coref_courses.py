"""Which war a mention tells of: the countries, peoples and places that its phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.coref_words import words
from rashomon.vocab.countries import countries

_NAMED = frozenset({"GPE", "NORP", "LOC", "ORG", "FAC"})
_BEFORE = frozenset({"compound", "amod", "poss", "nmod"})


def is_course(noun: Token) -> bool:
    """Whether `noun` names a long course of violence ("war", "the fighting")."""
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in words("courses")


def sides(noun: Token, others: Iterable[str]) -> frozenset[str]:
    """Names that tell the course of `noun` from others: before it, behind "of", and `others` (lower case).

    A country's adjective and the name of its people count as the country ("Syrian" as "syria").
    """
    own = [t for c in noun.lefts if c.dep_ in _BEFORE for t in c.subtree if t.ent_type_ in _NAMED]
    own += [t for c in noun.rights if c.lower_ == "of" for t in c.subtree if t.ent_type_ in _NAMED]
    found = (*(t.lower_ for t in own if t.is_alpha), *others)
    return frozenset(_countries().get(name, name) for name in found)


@cache
def _countries() -> Mapping[str, str]:
    """Single words that name a country or its people, in lower case, to the country's code."""
    return {word.lower(): c.alpha3 for c in countries() for word in (*c.names, *c.demonyms)}
