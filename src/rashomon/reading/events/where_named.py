"""Places spoken of again without their names: "the town", "the province", "there"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.drafts import PlaceDraft
from rashomon.reading.events.where_words import words
from rashomon.vocab.countries import named
from rashomon.vocab.places.generics import generics

#: how many tokens back the name may stand
_REACH = 120
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_DEFINITE = frozenset({"the", "that", "this"})


def referred(doc: Doc, places: Sequence[PlaceDraft]) -> dict[int, int]:
    """The tokens that stand for a place named before, and which (index).

    "The province" is the last place that the text calls one; "the town", and other kinds of which texts seldom say that a
    name is one, the last place that is not called otherwise and is no country; "there" the last place at all.
    """
    found: dict[int, int] = {}
    before: list[int] = []
    following = 0
    for token in doc:
        while following < len(places) and places[following].stretch.end <= token.i:
            before += [following] if places[following].literal else []
            following += 1
        if before and (token.lower_ in words("there") or _is_definite(token)):
            number = _antecedent(doc, token, before, places)
            if number is not None:
                found[token.i] = number
    return found


def _is_definite(token: Token) -> bool:
    kind = token.lower_
    if token.tag_ != "NN" or not (kind in generics() or kind in words("country")) or token.dep_ in _MODIFIERS:
        return False
    parts = list(token.children)
    return any(c.lower_ in _DEFINITE and c.dep_ == "det" for c in parts) and not any(
        c.ent_type_
        or c.pos_ == "PROPN"
        or (c.dep_ == "prep" and c.lower_ == "of")
        or c.dep_ in ("relcl", "acl", "amod")
        for c in parts
    )


def _antecedent(doc: Doc, token: Token, before: Sequence[int], places: Sequence[PlaceDraft]) -> int | None:
    kind = token.lower_
    for number in reversed(before):
        if token.i - places[number].stretch.end >= _REACH:
            return None
        if kind in words("there"):
            return number
        called = places[number].generic
        if called == kind:
            return number
        country = bool(named(doc[places[number].stretch.start : places[number].stretch.end].text))
        if country and kind in words("country"):
            return number
        if called is None and not country and kind in words("settled"):
            return number
    return None
