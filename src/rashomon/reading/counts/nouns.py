"""Losses told by nouns: tolls, deaths, bodies, the dead."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.counts.grammar import DEPTH, Found, inherited, lemma_of, may_be, verb_over
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import Loss, listed, loss_words
from rashomon.reading.syntax import child


def among(group: Group) -> Found | None:
    """ "Among the dead were three women", "the dead included three women"."""
    verb = verb_over(group)
    if verb is not None and lemma_of(verb) in listed("includers") and group.people:
        whole = child(verb, "nsubj")
        loss = loss_words().tolls.get(whole.lower_) if whole is not None else None
        return Found(loss.kind, whole) if loss is not None and whole is not None else None
    for prep in verb.children if verb is not None else ():
        listed_ = child(prep, "pobj") if prep.lower_ == "among" else None
        loss = loss_words().tolls.get(listed_.lower_) if listed_ is not None else None
        if loss is not None and listed_ is not None and group.people:
            return Found(loss.kind, listed_)
    return None


def toll_figure(group: Group) -> Found | None:
    """The figure of a toll: "the death toll rose to 45", "a toll of 45", "the number of wounded stands at 20", "put the
    dead at nine"; of two ("rose from 9 to 14") the new one."""
    over = group.node.head
    if over.dep_ == "prep" and over.head.dep_ == "prep" and over.head.lower_ in listed("old_figure"):
        over = over.head.head
    while over.dep_ in {"prep", "advmod"} and over.head != over:
        if over.lower_ == "of" and lemma_of(over.head) in listed("tolls"):
            return _of_toll(group, over.head)
        if over.lower_ in listed("off_figure"):
            return None
        over = over.head
    if lemma_of(over) not in listed("risers"):
        return None
    for part in over.children:
        toll = _toll_noun(part)
        if toll is not None and part.dep_ in {"nsubj", "nsubjpass", "dobj"} and toll is not group.node:
            return _of_toll(group, toll)
        if part.dep_ == "dobj" and group.noun is None and lemma_of(over) in listed("putters"):
            loss = loss_words().tolls.get(part.lower_)
            return Found(loss.kind, part, running=True) if loss is not None else None
    return None


def _toll_noun(part: Token) -> Token | None:
    return part if lemma_of(part) in listed("tolls") else None


def _of_toll(group: Group, toll: Token) -> Found | None:
    words = loss_words().tolls
    around = [t for t in toll.subtree if t.i not in group.number.stretch.tokens]
    kind = next((words[t.lower_].kind for t in around if t.lower_ in words), None)
    if kind is None and lemma_of(toll) in listed("bare_tolls"):
        kind = "killed"
    return Found(kind, toll, running=True) if kind is not None else None


def named(group: Group) -> Found | None:
    """A noun that is a loss itself: "12 fatalities", "no injuries"."""
    noun = group.noun if group.noun is not None else group.node
    loss = loss_words().nouns.get(lemma_of(noun)) or loss_words().nouns.get(noun.lower_)
    if lemma_of(noun) == "loss" and any(t.lemma_ in listed("lives") for t in noun.subtree):
        return Found("killed", noun)
    if loss is None or (group.article and lemma_of(noun) not in {"body", "corpse"}):
        return None
    verb = verb_over(group)
    if loss.holding and (verb is None or lemma_of(verb) not in listed("holders")):
        return None
    return Found(loss.kind, noun)


def completed(group: Group) -> Found | None:
    """ "the deaths of two soldiers", "injuries to six guards"."""
    node: Token | None = group.node
    for _ in range(DEPTH):
        if node is None:
            return None
        prep = node.head
        if node.dep_ == "pobj" and prep.lower_ in {"of", "to"}:
            loss = loss_words().wholes.get(lemma_of(prep.head))
            if lemma_of(prep.head) in listed("lives") and lemma_of(prep.head.head) in listed("takers"):
                return Found("killed", prep.head.head)  # "claimed the lives of 14 people"
            noun = prep.head
            if loss is None and prep.i and prep.head.pos_ == "VERB":  # "the shooting death of a boy"
                noun = prep.nbor(-1)
                loss = loss_words().wholes.get(lemma_of(noun))
            if loss is not None and may_be(group, loss, bare=True) and noun.pos_ in {"NOUN", "VERB"}:
                return Found("killed" if _is_fatal(noun, loss) else loss.kind, noun)
        node = inherited(node)
    return None


def owned(group: Group) -> Found | None:
    """ "his death", "the boy's murder". Whose killing of others it is ("his killing of two guards") is no victim."""
    noun = group.node.head
    loss = loss_words().wholes.get(lemma_of(noun)) if lemma_of(noun) in listed("own_deaths") else None
    if loss is None or group.node.dep_ != "poss" or noun.tag_ != "NN" or any(c.lower_ == "of" for c in noun.rights):
        return None
    return Found(loss.kind, noun)


def _is_fatal(noun: Token, loss: Loss) -> bool:
    """ "the fatal shooting of"."""
    return loss.kind == "injured" and any(c.lower_ in listed("fatal") for c in noun.lefts)
