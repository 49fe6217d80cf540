"""Who does and who undergoes what a verb says: its logical subject and object, through voice, control and relatives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class, lemma_of
from rashomon.reading.events.phrases import conjuncts
from rashomon.vocab.data import read_list

_PACKAGE = "rashomon.reading.events"
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "obj"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
#: relations through which a verb shares the relative pronoun of the verb above it ("who they say attacked")
_SHARING = frozenset({"conj", "xcomp", "ccomp", "advcl"})
_MAX_STEPS = 8
#: how far before its verb a relative pronoun may stand, in tokens
_CLAUSE = 12


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_list(_PACKAGE, name))


def is_passive(verb: Token) -> bool:
    """Whether `verb` says what its grammatical subject undergoes."""
    if _is_clipped(verb):
        return True
    for _ in range(_MAX_STEPS):
        own_subject = False
        for child in verb.children:
            if child.dep_ in ("auxpass", "nsubjpass", "agent"):
                return True
            own_subject = own_subject or child.dep_ in ("nsubj", "aux", "dobj")
        if verb.tag_ != "VBN" or own_subject:
            return False
        if verb.dep_ in ("acl", "amod", "advcl"):
            return True
        if verb.dep_ != "conj":
            return verb.dep_ not in ("ROOT", "relcl", "ccomp")
        verb = verb.head
    return False


def _is_clipped(verb: Token) -> bool:
    """Whether `verb` is a passive without its auxiliary, which parsers take for a past tense: "16 killed in raid", "two
    were killed and 11 people injured". Nobody kills or wounds without an object."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ == "aux" or c.dep_ in _OBJECT for c in verb.children):
        return False
    subject = _own_subject(verb)
    if verb.tag_ == "VBN" and subject is None and verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        return True  # "was returning and prevented from entering"
    if not in_class(verb, "undergone") or _gap(verb) or _shared_objects(verb):
        return False
    return subject is None or not in_class(subject, "weapons")


def logical_subjects(verb: Token) -> list[Token]:
    """Heads of the phrases that name who does it; empty where the clause does not say."""
    if is_passive(verb):
        return _agents(verb)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB") and not _own_subject(verb) and is_passive(verb.head):
        return _agents(verb.head)
    return _expanded(_surface(verb))


def logical_objects(verb: Token) -> list[Token]:
    """Heads of the phrases that name whom it is done to; empty where the clause does not say."""
    if is_passive(verb):
        return _expanded(_surface(verb))
    direct = [c for c in verb.children if c.dep_ in _OBJECT]
    if direct:
        return _expanded(_referents(verb, direct[0]))
    return _expanded(_shared_objects(verb) or ([verb.head] if _gap(verb) else []))


def _shared_objects(verb: Token) -> list[Token]:
    """The object of a verb joined right behind: "shot and killed two men"."""
    shared = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB" and not _own_subject(c)), None)
    if shared is None or shared.i - verb.i > 3:
        return []
    return [c for c in shared.children if c.dep_ in _OBJECT][:1]


def _gap(verb: Token) -> bool:
    """Whether `verb` rules a relative clause without a pronoun whose object is the noun before: "the town they hit"."""
    own = _own_subject(verb)
    if verb.dep_ != "relcl" or own is None or _is_relative(own) or any(c.dep_ == "advmod" for c in verb.lefts):
        return False
    return not any(t.tag_ in _RELATIVES for t in verb.doc[max(verb.head.i + 1, verb.i - _CLAUSE) : verb.i])


def _agents(verb: Token) -> list[Token]:
    for _ in range(_MAX_STEPS):
        for child in verb.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                nouns = [c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")]
                found = _expanded(nouns)
                if found:
                    return found
        # "were shot and killed by police" hangs the agent on the last verb
        following = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN" and not _own_subject(c)), None)
        if following is None:
            return []
        verb = following
    return []


def _surface(verb: Token) -> list[Token]:
    """The grammatical subject, found through relatives, conjunction, control and participles."""
    for _ in range(_MAX_STEPS):
        own = _own_subject(verb)
        if own is not None:
            return _referents(verb, own)
        head = verb.head
        if head == verb:
            return []
        if verb.dep_ in ("acl", "amod", "relcl"):
            return _of_modifier(verb)
        if verb.dep_ == "xcomp" and (controlled := _controlled(head)):
            return controlled
        if verb.dep_ == "pcomp":
            return _of_gerund(verb)
        if verb.dep_ not in ("conj", "xcomp", "advcl") or head.pos_ not in ("VERB", "AUX"):
            return []
        verb = head
    return []


def _own_subject(verb: Token) -> Token | None:
    """The subject among the dependents of `verb`; in "that rebels shelled" the parser may call both words one."""
    found = [c for c in verb.children if c.dep_ in _SUBJECT]
    plain = [c for c in found if not _is_relative(c)] if len(found) > 1 else found
    if not found:  # "residents refusing to leave threw stones" is parsed as if the refusal threw them
        clauses = (c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG")
        return next((n for c in clauses for n in c.children if n.dep_ == "nsubj"), None)
    return next(iter(plain or found), None)


def _is_relative(token: Token) -> bool:
    return token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass", "dobj")
                                           and token.head.dep_ == "relcl" and token.i < token.head.i)  # fmt: skip


def _referents(verb: Token, argument: Token) -> list[Token]:
    """What an argument of `verb` stands for: a relative pronoun for its antecedent, a question word for nobody told."""
    if not _is_relative(argument):
        return [argument]
    noun = antecedent(verb)
    return [noun] if noun is not None else []


def antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of `verb`, or of the verb that it is joined to, describes."""
    for _ in range(_MAX_STEPS):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in _SHARING:
            return None
        verb = verb.head
    return None


def _of_modifier(verb: Token) -> list[Token]:
    """The subject of a verb that modifies a noun: "rebels holding the town", "the plan to attack"."""
    noun = verb.head
    infinitive = verb.tag_ == "VB"
    if verb.dep_ != "acl" or not infinitive:
        return [noun]
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return [owner]
    governor = noun.head
    if noun.dep_ in ("dobj", "attr") and governor.pos_ in ("VERB", "AUX"):
        subject = _own_subject(governor)
        if subject is not None and not is_passive(governor):
            return _referents(governor, subject)
    return []


def _controlled(head: Token) -> list[Token]:
    """The object that an object-control verb makes the subject of its infinitive: "ordered troops to fire"."""
    if lemma_of(head) not in _words("object_control.txt") or is_passive(head):
        return []
    return [c for c in head.children if c.dep_ in ("dobj", "dative")][:1]


def _of_gerund(verb: Token) -> list[Token]:
    """The subject of a gerund after a preposition: "accused them of shelling", "left after signing"."""
    preposition = verb.head
    governor = preposition.head
    if governor.pos_ not in ("VERB", "AUX"):
        return []
    if preposition.lower_ in _words("object_prepositions.txt"):
        return _surface(governor) if is_passive(governor) else [c for c in governor.children if c.dep_ == "dobj"][:1]
    return _surface(governor)


def _expanded(heads: Sequence[Token]) -> list[Token]:
    return [token for head in heads for token in conjuncts(head)]
