"""Which of the words in a participant's place name somebody: no bare number, no "most of them", no "themselves"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class, lemma_of, words_of
from rashomon.reading.events.relatives import antecedent

#: entity labels of those who can have armed people of their own
_POWERS = frozenset({"GPE", "ORG", "NORP"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_STEPS = 6


def named(tokens: Iterable[Token]) -> Iterator[Token]:
    """`tokens` without those that name nobody; where they only stand for somebody named beside, that one instead.

    "Most of them" is them, "many of whom" those whom the clause describes, "Chad, whose troops" Chad. How many they
    are, `reading.counts` tells.
    """
    for token in tokens:
        yield from _named(token)


def core(token: Token) -> Token:
    """The noun that tells what the phrase of `token` is about: "people" in "scores of people"."""
    inner = _of(token) if _is_quantity(token) else None
    return token if inner is None else inner


def is_denied(token: Token) -> bool:
    """Whether the phrase of `token` says that there is none: "no group claimed the attack"."""
    return any(c.dep_ == "det" and in_class(c, "none") for c in token.lefts)


def hosts(verb: Token, subjects: Iterable[Token]) -> Iterator[Token]:
    """`subjects` of `verb` without the single person who "joined a march" that others held."""
    joined = in_class(verb, "joining")
    yield from (t for t in subjects if not (joined and _is_one_person(t)))


def _is_one_person(token: Token) -> bool:
    if token.tag_ == "NN":
        return in_class(token, "people")
    return token.lower_ in ("he", "she") or (token.tag_ == "NNP" and token.ent_type_ not in _POWERS)


def _named(token: Token) -> Iterator[Token]:
    if in_class(token, "nobody") or token.tag_ in _RELATIVES or _opens_with_place(token):
        return
    owner = next((c for c in token.lefts if c.tag_ == "WP$"), None)
    if owner is not None and in_class(token, "armed"):
        power = _described(token)
        if power is not None and (power.ent_type_ in _POWERS or (power.pos_ == "PROPN" and not power.ent_type_)):
            yield power
            return
    if not _is_quantity(token):
        yield token
        return
    inner = _of(token)
    if inner is None:
        if token.tag_ == "CD" and any(c.lower_ in words_of("definite") for c in token.lefts):  # "the two"
            yield token
    elif inner.tag_ == "PRP":
        if token.dep_ != "appos" and not _has_noun_behind(inner):
            yield inner
    elif inner.tag_ in _RELATIVES:
        whole = _described(token)
        if whole is not None:
            yield whole
    else:
        yield token


def _is_quantity(token: Token) -> bool:
    return token.tag_ == "CD" or in_class(token, "quantities")


def _of(token: Token) -> Token | None:
    """The noun behind "of"."""
    preposition = next((c for c in token.rights if c.dep_ == "prep" and lemma_of(c) == "of"), None)
    return next((c for c in preposition.rights if c.dep_ == "pobj"), None) if preposition is not None else None


def _described(token: Token) -> Token | None:
    """The noun that the relative clause around `token` describes."""
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return antecedent(token)
        token = token.head
    return None


def _has_noun_behind(pronoun: Token) -> bool:
    """ "most of them women": an aside that says what they are, and no part of the clause."""
    following = pronoun.i + 1
    return following < len(pronoun.doc) and pronoun.doc[following].pos_ in ("NOUN", "PROPN", "ADJ")


def _opens_with_place(token: Token) -> bool:
    """Whether the phrase is in truth one of place: "Near" is taken for a name in "Near Raqqa" at a sentence's head."""
    first = token.doc[token.left_edge.i]
    return first != token and first.is_title and first.pos_ == "PROPN" and in_class(first, "spatial")
