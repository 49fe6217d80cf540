"""The event that a loss belongs to."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.counts.words import listed
from rashomon.reading.syntax import agent, child

_CLAUSES = frozenset({"advcl", "acl", "relcl", "xcomp", "conj", "amod", "oprd", "acomp", "ccomp", "dobj"})
_STEPS = 4


def happening_of(head: Token) -> int:
    """The token of the event that the loss word `head` belongs to.

    That is the attack that it names as cause or setting ("killed in a blast", "the blast killed"), or the act that it
    follows from ("opened fire, killing"), else the loss itself.
    """
    token = head
    for _ in range(_STEPS):
        cause = _cause(token)
        if cause is not None:
            return cause.i
        if token.dep_ not in _CLAUSES or token.head == token:
            break
        token = token.head
        if token.lemma_.lower() in listed("attacks"):
            return token.i
    return token.i if head.dep_ == "advcl" and token.pos_ == "VERB" and head.tag_ == "VBG" else head.i


def _cause(verb: Token) -> Token | None:
    """The attack noun that is the subject, agent or setting of the verb."""
    named = [child(verb, "nsubj"), agent(verb)]
    named += [child(prep, "pobj") for prep in verb.rights if prep.dep_ == "prep" and prep.lower_ in listed("settings")]
    return next((n for n in named if n is not None and n.lemma_.lower() in listed("attacks")), None)
