"""Losses told right beside the people: before the noun, after it, or by a verb that the parser did not tie to it."""

from __future__ import annotations

from spacy.tokens import Span

from rashomon.reading.counts.governors import told_by
from rashomon.reading.counts.grammar import (
    Found,
    acts,
    followed_by,
    has_next,
    lemma_of,
    may_be,
    missed,
    state_at,
    verb_over,
)
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import listed, loss_words
from rashomon.reading.syntax import child, is_passive

#: so many words may stand between people and what became of them
_WIDTH = 5


def held(group: Group) -> Found | None:
    """ "took 30 people hostage", "30 hostages are held"."""
    verb = verb_over(group)
    if verb is None or lemma_of(verb) not in listed("holders"):
        return None
    near = [c for c in verb.children if c.i >= group.number.stretch.start] + [verb.nbor() if has_next(verb) else verb]
    held = any(c.lower_ in listed("held") for c in near) or followed_by(group, listed("held"))
    return Found("captured", verb) if held else None


def modified(group: Group) -> Found | None:
    """A state told before the noun or in a clause on it: "two wounded soldiers", "20 people who were killed"."""
    words = loss_words()
    if group.noun is not None and lemma_of(group.noun) in words.nouns:
        return None
    for token in (group.noun, group.node):
        for part in token.children if token is not None else ():
            loss = words.states.get((part.lower_,)) or words.patients.get(lemma_of(part))
            if part.dep_ in {"amod", "acl"} and loss is not None and may_be(group, loss, bare=True):
                if part.dep_ == "acl" and part.tag_ == "VBG":
                    continue
                return Found(loss.kind, part)
            if part.dep_ == "relcl" and part.i > token.i:  # type: ignore[union-attr]
                found = told_by(group, part, child(part, "nsubj", "nsubjpass", "dobj"))
                if found is not None:
                    return found
    return None


def stated(group: Group) -> Found | None:
    """A state told right after the people: "six dead", "20 people killed", "hundreds feared dead"."""
    doc, words = group.node.doc, loss_words()
    last = min(group.node.sent.end, group.end + _WIDTH)
    for i in range(group.end, last):
        token = doc[i]
        size, loss = state_at(token)
        if loss is None and token.tag_ in {"VBN", "VBD"} and not missed(token):
            loss = words.patients.get(lemma_of(token))
        if loss is not None:
            return (
                Found(loss.kind, token)
                if may_be(group, loss, bare=True) and not _act(doc[i : i + max(size, 1)])
                else None
            )
        if token.lower_ not in listed("adverbs") and token.pos_ != "AUX":
            return None
    return None


def _act(words: Span) -> bool:
    """Whether what looks like a state is what the people did ("a guard fatally shot two men")."""
    return any(acts(word) for word in words if word.tag_ in {"VBN", "VBD"} or len(words) == 1)


def preceded(group: Group) -> Found | None:
    """An active verb right before the number, where the parser lost its object ("and affected 2 million")."""
    if group.number.stretch.start == group.node.sent.start:
        return None
    verb = group.node.doc[group.number.stretch.start - 1]
    loss = loss_words().patients.get(lemma_of(verb))
    if loss is None or verb.pos_ != "VERB" or is_passive(verb) or not may_be(group, loss, bare=False):
        return None
    return Found(loss.kind, verb)
