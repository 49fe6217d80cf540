"""The tense of the clause that a time stands in."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from rashomon.vocab.data import read_list

Tense = Literal["past", "present", "future"]

_PACKAGE = "rashomon.reading.times"
#: how many governors are tried before the tense is given up
_STEPS = 12
_ATTRIBUTES = frozenset({"poss", "compound", "nummod", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_list(_PACKAGE, name))


def tense_of(token: Token) -> Tense | None:
    """The tense of the nearest verb above `token` that has one; an infinitive counts as future, save after verbs like
    "fail". None in a phrase without a verb, and where the time belongs to a noun that the clause only mentions ("they
    will look into Friday's attack")."""
    if token.dep_ in _ATTRIBUTES and token.head.pos_ in {"NOUN", "PROPN"} and token.head.dep_ not in _SUBJECTS:
        return None
    for _ in range(_STEPS):
        if token.pos_ in {"VERB", "AUX"} and (tense := _of_verb(token)) is not None:
            return tense
        if token.head == token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> Tense | None:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    lemmas = {a.lemma_.lower() for a in auxiliaries}
    tags = {a.tag_ for a in auxiliaries}
    if "MD" in tags:
        return "past" if "have" in lemmas else "future"
    if "TO" in tags:
        return None if verb.head.lemma_.lower() in _words("implicatives.txt") else "future"
    if verb.tag_ == "VBD" or "VBD" in tags or ("have" in lemmas and verb.tag_ == "VBN"):
        return "past"
    if verb.tag_ == "VBN":
        if verb.lemma_.lower() in _words("plans.txt"):
            return "future"
        return "present" if tags & _PRESENT_TAGS else "past"
    if verb.tag_ in _PRESENT_TAGS or tags & _PRESENT_TAGS:
        return "present"
    return _of_conjunct(verb)


def _of_conjunct(verb: Token) -> Tense | None:
    """A bare verb joined to another has the other's tense ("will meet and sign")."""
    return _of_verb(verb.head) if verb.dep_ == "conj" and verb.head != verb and verb.tag_ == "VB" else None
