"""Losses told by the verb that the people are subject or object of."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.counts.grammar import (
    DEPTH,
    OBJECTS,
    Found,
    inherited,
    lemma_of,
    may_be,
    missed,
    next_word,
    state_at,
    verb_over,
)
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import Loss, listed, loss_words
from rashomon.reading.counts.wounds import own_hand
from rashomon.reading.syntax import SUBJECTS, child, is_passive
from rashomon.records import CountKind

_COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp"})
#: so many people do not flee from the scene of a crime
_MANY = 20


def governed(group: Group) -> Found | None:
    """The verb over the people: they are its object, or its subject in the passive, or the subject of dying."""
    node = group.node
    for _ in range(DEPTH):
        head = node.head
        if node.dep_ in OBJECTS | {"nsubj", "nsubjpass", "attr", "oprd"} and head is not node:
            return told_by(group, head, node)
        if node.dep_ == "conj" and node.lower_ in listed("reflexives") and head.pos_ == "VERB":
            return told_by(group, head, child(head, "dobj"))  # "shot his wife and then himself"
        whose = _companion_of(node)
        if whose is not None:
            return told_by(group, whose, child(whose, *SUBJECTS))
        over = inherited(node)
        if over is None:
            return None
        node = over
    return None


def _companion_of(node: Token) -> Token | None:
    """The verb whose subject they share the fate of ("was hurt along with two others")."""
    over = node.head.head
    with_ = node.dep_ == "pobj" and node.head.lower_ == "with" and over.lower_ in listed("companions")
    return over.head if with_ and over.head.pos_ == "VERB" else None


def continued(group: Group) -> Found | None:
    """The verb joined to the one over the people that has the same subject ("was taken away but died")."""
    verb, node = verb_over(group), group.node
    if verb is None or node.dep_ not in SUBJECTS:
        return None
    for _ in range(DEPTH):
        passive = node.dep_ == "nsubjpass" or is_passive(verb)
        other = child(verb, "conj")
        if other is None or child(other, *SUBJECTS) is not None:
            return None
        shared = is_passive(other) or (passive and other.tag_ == "VBN")
        found = told_by(group, other, node, passive=shared)
        if found is not None:
            return found
        verb = other
    return None


def told_by(group: Group, verb: Token, argument: Token | None, *, passive: bool | None = None) -> Found | None:
    """What `verb` says of its `argument`. `passive` where the argument stands at another verb."""
    words = loss_words()
    if argument is None:
        return None
    if verb.pos_ == "ADJ" and argument.dep_ in SUBJECTS:  # "found a woman dead"
        loss = words.states.get((verb.lower_,))
        return Found(loss.kind, verb) if loss is not None and may_be(group, loss, bare=True) else None
    lemma = lemma_of(verb)
    if passive is None:
        passive = argument.dep_ == "nsubjpass" or is_passive(verb)
    patient = words.patients.get(lemma) if not missed(verb) else None
    if argument.dep_ in OBJECTS:
        if lemma in listed("takers") and group.noun is not None and lemma_of(group.noun) in listed("lives"):
            return Found("killed", verb)
        if patient is not None and may_be(group, patient, bare=False):
            return _worse(patient, verb)
        return _complement(group, verb)
    if passive:
        if patient is not None and may_be(group, patient, bare=True):
            return _worse(patient, verb)
        return _driven(group, verb) or _complement(group, verb)
    own = None if group.known else own_hand(verb)  # of somebody known the pronoun is told as such
    if own is not None and patient is not None and argument.dep_ in SUBJECTS and may_be(group, patient, bare=True):
        return _worse(patient, verb)
    thing = child(verb, "dobj")
    if thing is not None and may_be(group, words.subjects["die"], bare=True) and (kind := _suffered(verb, thing)):
        return Found(kind, verb)
    lemma = _with_particle(verb)
    if lemma in words.subjects and may_be(group, words.subjects[lemma], bare=True) and _left_home(group, verb):
        return Found(words.subjects[lemma].kind, verb)
    return _complement(group, verb) if lemma in listed("copulas") else None


def _suffered(verb: Token, thing: Token) -> CountKind | None:
    """What the subject of a verb with an object suffers: "lost their lives", "took his own life", "received splinter
    injuries"."""
    if lemma_of(verb) in listed("losers") and lemma_of(thing) in listed("lives"):
        return "killed" if any(c.dep_ == "poss" for c in thing.lefts) else None
    if lemma_of(verb) in listed("takers") and lemma_of(thing) in listed("lives"):
        return "killed" if any(c.lower_ == "own" for c in thing.lefts) else None
    if lemma_of(verb) in listed("committers") and lemma_of(thing) in listed("suicides"):
        return "killed"
    return "injured" if lemma_of(verb) in listed("sufferers") and lemma_of(thing) in listed("wounds") else None


def _with_particle(verb: Token) -> str:
    """The verb's base form, with the particle that our list of subjects knows it by ("passed away")."""
    forms = (f"{lemma_of(verb)} {c.lower_}" for c in verb.rights if c.dep_ in {"prt", "advmod"})
    return next((form for form in forms if form in loss_words().subjects), lemma_of(verb))


def _left_home(group: Group, verb: Token) -> bool:
    """Whether who fled was displaced: they left home or fighting behind, or are many. A gunman flees too."""
    if lemma_of(verb) != "flee":
        return True
    left = {lemma_of(t) for t in verb.subtree if t.i > verb.i}
    return bool(left & listed("left")) or group.number.low >= _MANY


def _worse(loss: Loss, verb: Token) -> Found:
    """ "shot dead" and "shot to death" are killed."""
    if loss.kind != "injured":
        return Found(loss.kind, verb)
    words = loss_words().states
    dead = any(words.get((c.lower_,)) == words[("dead",)] for c in verb.children if c.dep_ != "amod")
    to_death = any(c.lower_ == "to" and any(lemma_of(n) == "death" for n in c.children) for c in verb.children)
    return Found("killed" if dead or to_death or next_word(verb) == "dead" else loss.kind, verb)


def _driven(group: Group, verb: Token) -> Found | None:
    """ "were forced to flee"."""
    below = child(verb, "xcomp", "ccomp")
    loss = loss_words().subjects.get(lemma_of(below)) if below is not None else None
    if below is None or loss is None or not may_be(group, loss, bare=True):
        return None
    return Found(loss.kind, below)


def _complement(group: Group, verb: Token) -> Found | None:
    """A state told by a complement of the verb: "are still missing", "were left dead", "is in critical condition"."""
    words = loss_words()
    for part in verb.children:
        if part.dep_ not in _COMPLEMENTS or part.i < group.number.stretch.start:
            continue
        _, loss = state_at(part)
        if loss is not None and may_be(group, loss, bare=True):
            return Found(loss.kind, part)
        found = _driven(group, verb) if part.dep_ in {"xcomp", "ccomp"} else None
        if found is not None:
            return found
    if verb.lower_ in {"missing"} and may_be(group, words.states[("missing",)], bare=True):
        return Found("missing", verb)
    return None
