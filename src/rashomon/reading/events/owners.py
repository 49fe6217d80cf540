"""Whose a deed or a weapon is, by the words before its noun: "Israeli strikes", "coalition aircraft"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class, lemma_of, words_of
from rashomon.vocab.countries import countries

_MODIFIERS = frozenset({"compound", "amod", "nmod"})


def adjectival(noun: Token, taken: Collection[int] = ()) -> list[Token]:
    """Modifiers that name who does it: "Israeli strikes", "Taliban attack"; a town's or country's name is a place.
    Tokens whose numbers are `taken` are left out."""
    found = []
    for child in noun.lefts:
        if child.i in taken or child.dep_ not in _MODIFIERS:
            continue
        named = child.ent_type_ in ("NORP", "ORG") and child.pos_ in ("PROPN", "ADJ")
        acting = child.dep_ == "compound" and lemma_of(child) in words_of("people")
        if named or acting or child.lower_ in _peoples() or child.text in _abbreviations():
            found.append(child)
    return found


def crew(token: Token) -> Token:
    """Who acts where the machine at `token` does: the coalition in "coalition aircraft". A missile or a drone has no
    crew, and is of whoever made it. `token` itself where it is no such machine or nobody's."""
    if not in_class(token, "crewed"):
        return token
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    found = [owner] if owner is not None else adjectival(token)
    if not found:
        return token
    # "the Syrian government's" and "the Syrian army's" aircraft are Syria's, "the Saudi coalition's" the coalition's
    return found[0] if found[0].lower_ in _peoples() and in_class(found[-1], "state_arms") else found[-1]


@cache
def _peoples() -> frozenset[str]:
    """What the people of countries are called, in lower case: "Israeli strikes" are by Israel."""
    return frozenset(word.lower() for c in countries() for word in c.demonyms)


@cache
def _abbreviations() -> frozenset[str]:
    """ "US", "U.K.": they stand before a noun as adjectives do, where "Somalia attack" may only say where."""
    return frozenset(name for c in countries() for name in c.names if name.isupper())
