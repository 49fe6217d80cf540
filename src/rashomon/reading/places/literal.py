"""Place, or who governs it: whether a name is used for a location.

After the distinctions of Gritta, Pilehvar and Collier (2020), "A pragmatic guide to geoparsing evaluation":
metonyms and modifiers of those who act are no locations; what modifies a location or is located itself is.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.parsed import Stretch
from rashomon.reading.places.words import governments, words
from rashomon.vocab.countries import named, of_people
from rashomon.vocab.places.generics import generics

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", ""})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "obj"})
_COMPLEMENTS = frozenset({"dobj", "obj", "ccomp", "xcomp", "dative"})
_FACILITIES = frozenset({"FAC"})


def is_literal(doc: Doc, stretch: Stretch) -> bool:
    """Whether the name under `stretch` is used for a location."""
    if _in_longer_name(doc, stretch) or _is_people(doc, stretch):
        return False
    head = _head(doc, stretch)
    if doc[stretch.start].ent_type_ in _FACILITIES:
        return True
    head = _first_conjunct(head)
    if head.dep_ in ("compound", "amod", "nmod", "poss"):
        if head.dep_ != "poss" and head.head.lower_ in words("part_nouns"):
            return False
        name = doc[stretch.start : stretch.end].text
        if head.dep_ != "poss" and name in governments() and not _is_ground(head.head):
            return False
        return not _is_agent(head.head, name)
    if head.dep_ in _SUBJECTS:
        return head.dep_ != "nsubj" or not _acts(head.head)
    if head.dep_ == "dative":  # "sold Qatar howitzers"
        return False
    if head.dep_ in _OBJECTS:
        return head.head.lemma_.lower() not in words("political_objects")
    if head.dep_ in ("pobj", "agent"):
        return not _is_party(head)
    return True


def _head(doc: Doc, stretch: Stretch) -> Token:
    return doc[stretch.start : stretch.end].root


def _first_conjunct(token: Token) -> Token:
    """Of "Russia and China backed", what is true of Russia is true of China."""
    for _ in range(len(token.sent)):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token


def _is_people(doc: Doc, stretch: Stretch) -> bool:
    """Whether the word is what a people or its things are called ("Azerbaijani territory") and no name of a place."""
    start = stretch.start
    while start < stretch.end - 1 and doc[start].lower_ in words("directions"):
        start += 1
    name = doc[start : stretch.end].text
    return bool(of_people(name)) and not named(name)


def _in_longer_name(doc: Doc, stretch: Stretch) -> bool:
    """Whether the name is inside an entity that is no place: "Bank of Japan", "Paris Agreement".

    Not where a preposition inside the entity shows that the model joined what does not belong together.
    """
    label = doc[stretch.start].ent_type_
    if label in _PLACE_LABELS or (stretch.start and doc[stretch.start - 1].lower_ in words("placing_names")):
        return False
    start, end = stretch.start, stretch.end
    inside = doc[start].ent_iob_ == "I" or (end < len(doc) and doc[end].ent_iob_ == "I")
    return inside and label in ("ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "PERSON", "NORP")


def _is_agent(noun: Token, name: str) -> bool:
    """Whether `noun` is one who acts for a state ("government", "forces"), or part of a name that is one.

    A town's police stand in the town; a country's army may stand anywhere.
    """
    if name not in governments():
        return noun.ent_type_ == "PERSON"
    lemma = noun.lemma_.lower()
    return lemma in words("agent_nouns") or lemma in words("stance_nouns") or noun.ent_type_ in ("PERSON", "ORG")


def _is_ground(noun: Token) -> bool:
    """Whether what a country's name stands before lies or happens in it: "US city", "Syria border", "Libya visit"; not "US
    decision"."""
    lemma = noun.lemma_.lower()
    return lemma in words("ground_nouns") or lemma in generics() or noun.pos_ == "PROPN"


def _acts(verb: Token) -> bool:
    """Whether the subject of `verb` does something: it is a verb of politics, or has an object and is none of being."""
    lemma = verb.lemma_.lower()
    if lemma in words("political_verbs"):
        return True
    return lemma not in words("being_verbs") and any(child.dep_ in _COMPLEMENTS for child in verb.children)


def _is_party(token: Token) -> bool:
    """Whether a preposition makes the name a party: "talks with Tehran", "condemned by Paris"."""
    preposition = token.head
    ruler = preposition.head
    if preposition.dep_ == "agent" or (preposition.lower_ == "by" and ruler.tag_ in ("VBN", "VBD")):
        return True
    if preposition.lower_ == "against":
        return True
    if preposition.lower_ not in words("talk_prepositions"):
        return False
    if ruler.lemma_.lower() in words("talk_nouns") and preposition.lower_ not in ("from", "on", "to"):
        return True
    return preposition.lower_ == "on" and ruler.lemma_.lower() in words("political_objects")
