"""What became of a group of people: the word that tells it, found by grammar first and by neighbourhood second."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.counts.governors import continued, governed
from rashomon.reading.counts.grammar import DEPTH, Found, lemma_of
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.neighbours import held, modified, preceded, stated
from rashomon.reading.counts.nouns import among, completed, named, owned, toll_figure
from rashomon.reading.counts.words import loss_words
from rashomon.reading.counts.wounds import gunshot_victims, hit, hospital, undergone, wounded
from rashomon.reading.syntax import child

#: the searches, the surest first
_SEARCHES = (
    held,
    stated,
    modified,
    governed,
    toll_figure,
    among,
    named,
    completed,
    owned,
    preceded,
    hit,
    wounded,
    undergone,
    continued,
    hospital,
    gunshot_victims,
)


def find_losses(group: Group) -> list[Found]:
    """What became of the group, mostly one thing; nothing when the text ties no loss to it."""
    if group.node.dep_ == "poss":  # "his death", "a boy's arm": what befalls the thing befalls the owner only there
        return [found for search in (owned, hit) if (found := search(group)) is not None][:1]
    # "six of the 20 wounded died": what the verb says is newer than what the noun does
    for search in (governed, *_SEARCHES) if group.of_whole else _SEARCHES:
        found = search(group)
        if found is not None:
            return _joined(group, _graver(group, found))
    return []


def _graver(group: Group, found: Found) -> Found:
    """A death that the text tells of those whom it calls injured in passing: "the death of two people shot at the gate", "a
    boy who was shot in the head has died"."""
    if found.kind != "injured":
        return found
    others = (search(group) for search in (completed, governed))
    return next((other for other in others if other is not None and other.kind == "killed"), found)


def _joined(group: Group, found: Found) -> list[Found]:
    """The loss, with others that words joined to it tell of the same people.

    Who was shot and killed was killed, who was killed or wounded is one or the other, and of nobody all is told.
    """
    kinds = [found, *_conjoined(found)]
    told = dict.fromkeys(f.kind for f in kinds)
    if group.number.none and found.kind == "affected" and found.head.pos_ == "VERB":
        return []  # of nobody's being convicted or infected nothing is told of the dead
    if group.number.none and found.kind == "affected":
        return [Found("killed", found.head), Found("injured", found.head)]
    if not group.number.none and found.head.pos_ == "NOUN":
        return [found]
    if group.number.none and len(told) > 1:
        return [next(f for f in kinds if f.kind == kind) for kind in told]
    if "killed" in told and found.kind == "injured":
        either = any(c.lower_ == "or" for c in found.head.children if c.dep_ == "cc")
        worse = next(f for f in kinds if f.kind == "killed")
        return [Found("affected", found.head)] if either else [worse]
    if "injured" in told and found.kind == "killed" and _both(found.head):
        return [Found("affected", found.head)]
    return [found]


def _both(head: Token) -> bool:
    """Whether two losses are told of one set of people ("killed or wounded", "killed and injured")."""
    other = child(head, "conj")
    return other is not None and other.i - head.i == 2 and child(other, "dobj", "nsubj", "nsubjpass") is None


def _conjoined(found: Found) -> Iterator[Found]:
    """What words joined to the loss tell of the same people: "was shot, taken away and pronounced dead", "no injuries or
    deaths"."""
    words = loss_words()
    other = child(found.head, "conj")
    if other is not None and found.head.pos_ == "NOUN":
        noun = words.nouns.get(lemma_of(other)) if child(other, "det", "nummod") is None else None
        if noun is not None:
            yield Found(noun.kind, other)
    for _ in range(DEPTH):
        if other is None or child(other, "nsubj", "nsubjpass", "dobj") is not None:
            return
        base = lemma_of(other)
        loss = words.patients.get(base) or words.subjects.get(base) or words.states.get((other.lower_,))
        if loss is not None:
            yield Found(loss.kind, other)
        if any(words.states.get((c.lower_,)) == words.states[("dead",)] for c in other.children):
            yield Found("killed", other)
        other = child(other, "conj")
