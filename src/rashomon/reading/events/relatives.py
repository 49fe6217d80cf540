"""What a relative clause describes: "rebels who", "attacks in the province which"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class, lemma_of
from rashomon.reading.events.lexicon import nouns

#: relations through which a verb shares the relative pronoun of the verb above it ("who they say attacked")
_SHARING = frozenset({"conj", "xcomp", "ccomp", "advcl"})
_MAX_STEPS = 8


def is_relative(token: Token) -> bool:
    """Whether `token` is a relative or question pronoun."""
    return token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")
                                           and token.head.dep_ == "relcl" and token.i < token.head.i)  # fmt: skip


def cause_before(noun: Token) -> Token:
    """For the place that seems to harm somebody, what happened there: "attacks in Hasaka province, which killed ten"."""
    found = noun
    for _ in range(_MAX_STEPS):
        place = found.pos_ == "PROPN" or found.ent_type_ in ("GPE", "LOC") or in_class(found, "territory")
        if not place or found.dep_ != "pobj" or found.head.head.pos_ not in ("NOUN", "PROPN"):
            return found if lemma_of(found) in nouns() else noun
        found = found.head.head
    return noun


def antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of `verb`, or of the verb that it is joined to, describes."""
    for _ in range(_MAX_STEPS):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in _SHARING:
            return None
        verb = verb.head
    return None
