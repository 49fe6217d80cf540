"""One clause by itself: its voice, its own subject, and objects that it shares with the verb behind."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class, is_acronym
from rashomon.reading.events.relatives import is_relative

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "obj"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_MAX_STEPS = 8
#: how far before its verb a relative pronoun may stand, in tokens
_CLAUSE = 12


def is_passive(verb: Token) -> bool:
    """Whether `verb` says what its grammatical subject undergoes."""
    if _is_clipped(verb):
        return True
    for _ in range(_MAX_STEPS):
        own_subject = False
        for child in verb.children:
            if child.dep_ in ("auxpass", "nsubjpass", "agent") and not is_acronym(child):
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
    subject = own_subject(verb)
    if verb.tag_ == "VBN" and subject is None and verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        return True  # "was returning and prevented from entering"
    made = any(
        c.dep_ in ("oprd", "acomp") and in_class(c, "resultatives") for c in verb.rights
    )  # "the man shot dead in …"
    if not (made or in_class(verb, "undergone")) or has_gap(verb) or shared_objects(verb):
        return False
    return subject is None or not in_class(subject, "weapons")


def own_subject(verb: Token) -> Token | None:
    """The subject among the dependents of `verb`; in "that rebels shelled" the parser may call both words one."""
    found = [c for c in verb.children if c.dep_ in _SUBJECT]
    plain = [c for c in found if not is_relative(c)] if len(found) > 1 else found
    if not found:  # "residents refusing to leave threw stones" is parsed as if the refusal threw them
        clauses = (c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG")
        inner = next((n for c in clauses for n in c.children if n.dep_ == "nsubj"), None)
        return inner or _acronym_before(verb)
    return next(iter(plain or found), None)


def _acronym_before(verb: Token) -> Token | None:
    """The name before `verb` that the tagger took for a verb: "IS killed", "fears that IS will use"."""
    first = min((c.i for c in verb.lefts if c.dep_ in _AUXILIARIES and not is_acronym(c)), default=verb.i)
    before = verb.doc[first - 1] if first else None
    return before if before is not None and before.pos_ in ("VERB", "AUX") and is_acronym(before) else None


def shared_objects(verb: Token) -> list[Token]:
    """The object of a verb joined right behind: "shot and killed two men"."""
    shared = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB" and not own_subject(c)), None)
    if shared is None or shared.i - verb.i > 3:
        return []
    return [c for c in shared.children if c.dep_ in _OBJECT][:1]


def has_gap(verb: Token) -> bool:
    """Whether `verb` rules a relative clause without a pronoun whose object is the noun before: "the town they hit"."""
    own = own_subject(verb)
    if verb.dep_ != "relcl" or own is None or is_relative(own) or any(c.dep_ == "advmod" for c in verb.lefts):
        return False
    return not any(t.tag_ in _RELATIVES for t in verb.doc[max(verb.head.i + 1, verb.i - _CLAUSE) : verb.i])
