"""Who does and who undergoes what a verb says: its logical subject and object, through voice, control and relatives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.classes import can_act, in_class, lemma_of
from rashomon.reading.events.clauses import cleft, governor
from rashomon.reading.events.lexicon import support_verbs
from rashomon.reading.events.phrases import conjuncts
from rashomon.reading.events.relatives import antecedent, cause_before, is_relative
from rashomon.reading.events.voice import has_gap, is_passive, own_subject, shared_objects
from rashomon.vocab.data import read_list

_PACKAGE = "rashomon.reading.events"
_OBJECT = frozenset({"dobj", "obj"})
_MAX_STEPS = 8


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_list(_PACKAGE, name))


def logical_subjects(verb: Token) -> list[Token]:
    """Heads of the phrases that name who does it; empty where the clause does not say."""
    if is_passive(verb):
        return _agents(verb)
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBG" else verb
    above = governor(first) if _is_result(first) and not own_subject(verb) else None
    if above is not None and is_passive(above):
        return _agents(above)
    return _expanded(_surface(verb))


def _is_result(verb: Token) -> bool:
    """Whether `verb` tells what came of the verb above or what for: "were hit by shells, wounding two"; not when it was:
    "was hit while fleeing"."""
    timed = any(c.dep_ in ("mark", "advmod") and c.tag_ in ("IN", "WRB") for c in verb.lefts)
    return verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB") and not timed


def logical_objects(verb: Token) -> list[Token]:
    """Heads of the phrases that name whom it is done to; empty where the clause does not say."""
    if is_passive(verb):
        return _expanded(_surface(verb))
    direct = [c for c in verb.children if c.dep_ in _OBJECT]
    if direct:
        return _expanded(_referents(verb, direct[0]))
    return _expanded(shared_objects(verb) or ([verb.head] if has_gap(verb) else []))


def _agents(verb: Token) -> list[Token]:
    for _ in range(_MAX_STEPS):
        for child in verb.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                nouns = [c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")]
                found = _expanded(nouns)
                if found:
                    return found
        # "were shot and killed by police" hangs the agent on the last verb
        following = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN" and not own_subject(c)), None)
        if following is None:
            return []
        verb = following
    return []


def _surface(verb: Token) -> list[Token]:
    """The grammatical subject, found through relatives, conjunction, control and participles."""
    asked = verb
    for _ in range(_MAX_STEPS):
        own = own_subject(verb)
        if own is not None and own.lower_ == "it" and verb != asked and verb.pos_ == "AUX" and not cleft(verb):
            return []  # "it is crucial to": it does nothing
        if own is not None:
            return _referents(verb, own)
        head = verb.head
        if head == verb:
            return []
        if verb.dep_ in ("acl", "amod", "relcl"):
            return _of_modifier(verb)
        if controlled := _controlled(verb):
            return controlled
        if verb.dep_ == "pcomp":
            return _of_gerund(verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl") or head.pos_ not in ("VERB", "AUX"):
            return []
        above = governor(verb)
        if above is None:
            return []
        verb = above
    return []


def _referents(verb: Token, argument: Token) -> list[Token]:
    """What an argument of `verb` stands for: a relative pronoun for its antecedent, the "it" of "it was the rebels who"
    for the rebels, a question word for nobody told."""
    if not is_relative(argument):
        return [cleft(verb) or argument]
    noun = antecedent(verb)
    if noun is not None and in_class(verb, "harm"):
        noun = cause_before(noun)
    return [noun] if noun is not None else []


def _of_modifier(verb: Token) -> list[Token]:
    """The subject of a verb that modifies a noun: "rebels holding the town", "the plan to attack"."""
    noun = verb.head
    infinitive = verb.tag_ == "VB"
    if verb.dep_ == "amod" and any(t.dep_ == "det" for t in verb.doc[verb.i + 1 : noun.i]):
        return []  # "wishes the wounded a prompt recovery": parsed as a recovery that is wounded
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.i and verb.nbor(-1).dep_ == "cc":
        return []  # "killing nine people, some of them boys, and wounding ten": the nine wound nobody
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and noun.dep_ == "dobj"
        and any(c.dep_ in _OBJECT for c in verb.children)
    ):
        return _surface(noun.head)  # "flew 80 missions, conducted ten raids"
    if verb.dep_ != "acl" or not infinitive:
        return [noun]
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return [owner]
    above = noun.head
    if noun.dep_ in ("dobj", "attr") and above.pos_ in ("VERB", "AUX") and _holds_plans(above):
        subject = own_subject(above)
        if subject is not None and not is_passive(above):
            return _referents(above, subject)
    return []


def _holds_plans(verb: Token) -> bool:
    """Whether the plan that is the object of `verb` is its subject's own: "has a plan to", not "condemned a plan to"."""
    return lemma_of(verb) == "be" or any(s.side == "actor" for s in support_verbs().get(lemma_of(verb), ()))


def _controlled(verb: Token) -> list[Token]:
    """The object that an object-control verb makes the subject of its infinitive: "ordered troops to fire"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or lemma_of(head) not in _words("object_control.txt") or is_passive(head):
        return []
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative")][:1]
    if verb.dep_ == "xcomp":
        return objects
    return [t for t in objects if verb.tag_ == "VB" and t.i < verb.i and can_act(t)]  # else "broke the door to enter"


def _of_gerund(verb: Token) -> list[Token]:
    """The subject of a gerund after a preposition: "accused them of shelling", "left after signing"."""
    noun = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    if noun.tag_ == "NNS" and noun.dep_ == "nsubj" and noun.head.head == verb and not in_class(verb, "saying"):
        return [noun]  # "after protesting residents barricaded roads"
    preposition = verb.head
    above = preposition.head
    if above.pos_ not in ("VERB", "AUX"):
        return []
    if preposition.lower_ in _words("object_prepositions.txt") or in_class(above, "accusing"):
        return _surface(above) if is_passive(above) else [c for c in above.children if c.dep_ == "dobj"][:1]
    return _surface(above)


def _expanded(heads: Sequence[Token]) -> list[Token]:
    return [token for head in heads for token in conjuncts(head)]
