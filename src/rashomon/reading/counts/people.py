"""Nouns for people, and the class of victim that they make."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.counts.words import listed, loss_words
from rashomon.reading.parsed import Stretch
from rashomon.records import VictimClass

#: so many words on a noun may stand from its number
_LIMIT = 4
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos"})


def is_people(noun: Token) -> bool:
    """Whether a noun is one for people: by our list, by what it ends in, or because it names a nation or creed."""
    if class_of_word(noun) is not None or noun.ent_type_ == "NORP":
        return True
    return noun.pos_ == "PRON" or is_aged(noun)


def is_aged(token: Token) -> bool:
    """Whether a word is the "old" of somebody told by an age alone ("a 15-year-old was hurt")."""
    return token.dep_ in _NOMINAL and is_old(token)


def is_old(token: Token) -> bool:
    """Whether a word is the "old" of an age ("a 15-year-old boy")."""
    if token.lower_ != "old":
        return False
    return any(c.dep_ == "npadvmod" and c.lemma_.lower() in listed("periods") for c in token.lefts)


def class_of_word(token: Token) -> VictimClass | None:
    """The class of victim of a noun for people, or None where our list lacks it."""
    people = loss_words().people
    known = people.get(token.lemma_.lower()) or people.get(token.lower_)
    return known or next((people[one] for many, one in _endings() if token.lower_.endswith((many, one))), None)


def _endings() -> list[tuple[str, str]]:
    """Plural and singular endings of nouns for people, the longest first ("women" before "men")."""
    pairs = [ending.split() for ending in listed("endings")]
    return sorted(((many, one) for many, one in pairs), key=lambda pair: (-len(pair[0]), pair))


def noun_after(doc: Doc, start: int) -> Token | None:
    """A noun for people right after a number that the parser did not join to it."""
    for token in doc[start : start + _LIMIT]:
        if token.pos_ in {"NOUN", "PROPN"} and class_of_word(token) is not None and token.tag_ in {"NNS", "NNPS", "NN"}:
            return token
        if token.pos_ not in {"ADJ", "PROPN", "NOUN"}:
            return None
    return None


def victims_class(doc: Doc, stretch: Stretch | None) -> VictimClass:
    """The class of the victims: what bears arms wins, then what holds office, then civilians."""
    if stretch is None:
        return "unknown"
    found = {class_of_word(doc[i]) for i in stretch.tokens}
    order: tuple[VictimClass, ...] = ("combatants", "officials", "civilians")
    return next((c for c in order if c in found), "unknown")
