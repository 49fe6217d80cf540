"""Where a name must stand to be a place: after a preposition, by a word for its kind, in a list of places."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.parsed import Stretch
from rashomon.reading.places.words import words
from rashomon.vocab.places.generics import generics

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})


def follows(doc: Doc, start: int, name: str) -> bool:
    """Whether the token before `start`, articles left out, is in the list `name`."""
    at = start - 1
    while at > 0 and doc[at].lower_ in words("articles"):
        at -= 1
    return at >= 0 and doc[at].lower_ in words(name)


def has_kind_before(doc: Doc, stretch: Stretch) -> bool:
    """Whether "the town of" stands before the name."""
    if stretch.start < 2 or doc[stretch.start - 1].lower_ != "of":
        return False
    before = generics().get(doc[stretch.start - 2].lower_)
    return before is not None and "of" in before.stands


def is_of(stretch: Stretch, doc: Doc, name: str) -> bool:
    """Whether the name stands after "of" and a noun (by its lemma) in the list `name`: "the shelling of X"."""
    at = stretch.start - 1
    while at > 0 and doc[at].lower_ in words("articles"):
        at -= 1
    return at > 0 and doc[at].lower_ == "of" and doc[at - 1].lemma_.lower() in words(name)


def has_kind_after(doc: Doc, stretch: Stretch) -> bool:
    """Whether "district" or the like stands after the name."""
    after = generics().get(doc[stretch.end].lower_) if stretch.end < len(doc) else None
    return after is not None and "after" in after.stands and doc[stretch.end - 1].pos_ == "PROPN"


def is_goal(preposition: Token) -> bool:
    """Whether a preposition leads somewhere: "drove to", "comes from"."""
    return preposition.lower_ in words("moving") and preposition.head.lemma_.lower() in words("motion_verbs")


def is_listed(doc: Doc, stretch: Stretch) -> bool:
    """Whether the name stands in a list or chain with one that the model calls a place: "Nitra, Prešov"."""
    start, end = stretch
    if end - start > 2:
        return False
    before = start >= 2 and doc[start - 1].lower_ in words("list_marks") and doc[start - 2].ent_type_ == "GPE"
    after = end + 1 < len(doc) and doc[end].lower_ in words("list_marks") and doc[end + 1].ent_type_ == "GPE"
    return (before and after) or (after and follows(doc, start, "placing")) or (before and doc[start].ent_type_ == "")


def is_situated(doc: Doc, stretch: Stretch) -> bool:
    """Whether a name stands where a place would: the weakest test, for names that a gazetteer knows."""
    if has_kind_before(doc, stretch) or has_kind_after(doc, stretch) or follows(doc, stretch.start, "locative"):
        return True
    if is_of(stretch, doc, "befalling") or is_of(stretch, doc, "peopling"):
        return True
    person = doc[stretch.start].ent_type_ == "PERSON"
    if follows(doc, stretch.start, "placing") and (not person or is_goal(doc[stretch.start - 1])):
        return True
    if stretch.start and doc[stretch.start - 1].text == "(" and stretch.end < len(doc) and doc[stretch.end].text == ")":
        return True
    head = doc[stretch.start : stretch.end].root
    if head.dep_ in _OBJECTS:
        return head.head.lemma_.lower() in words("reaching_verbs")
    return False


def list_neighbour(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens beyond the list marks around a run: the last before it and the first after it, or -1."""
    before, after = start, end
    while before and doc[before - 1].lower_ in words("list_marks"):
        before -= 1
    while after < len(doc) and doc[after].lower_ in words("list_marks"):
        after += 1
    return (before - 1 if before < start else -1), (after if end < after < len(doc) else -1)
