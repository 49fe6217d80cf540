"""The way from an event's word to the places and dates that the grammar ties to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.events.where_words import words
from rashomon.reading.statements.words import words as cues

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "csubj", "parataxis", "acl"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ADVERBIAL = frozenset({"npadvmod", "advmod"})
_OWNED = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_PARTICIPANTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "dative", "oprd"})
#: a walk looks at so many tokens at most, and climbs so high
_WIDEST, _HIGHEST = 120, 8


class Site(NamedTuple):
    """A token tied to an event, and how far away: 0 its own adverbial, more the deeper in a participant, or the higher."""

    token: Token
    distance: int


def sites(head: Token) -> Iterator[Site]:
    """All that the clause of an event ties to it: what hangs on its word, then what hangs on the words above it."""
    yield from _below(head)
    token, climbed = head, 0
    while climbed < _HIGHEST and leads_up(token):
        above, climbed = token.head, climbed + 1
        if above.pos_ != "ADP":
            yield from (Site(t, 4 + climbed) for t in adverbials(above, token))
        token = above


def leads_up(token: Token) -> bool:
    """Whether what is said of when and where the word above happened holds of `token`: not for the content of a statement,
    nor for what a statement is about."""
    above = token.head
    if above == token or token.dep_ == "parataxis":
        return False
    if above.lemma_.lower() in cues().verbs:
        return token.dep_ in ("conj", "advcl") and above.pos_ in ("VERB", "AUX")
    return True


def adverbials(verb: Token, below: Token | None = None) -> Iterator[Token]:
    """Heads of the phrases of time and place that hang on `verb` itself; `below`, one of its parts, is left out."""
    for part in verb.children:
        if part == below:
            continue
        if part.dep_ in _ADVERBIAL:
            yield part
        elif part.dep_ in _PREPOSITIONAL:
            yield from (c for c in part.children if c.dep_ == "pobj")


def is_told_there(token: Token) -> bool:
    """Whether `token`, the head of a place or date, hangs on a word of saying: where or when it was said."""
    above = token.head
    while above.pos_ == "ADP" and above.head != above:
        above = above.head
    return above.pos_ == "VERB" and above.lemma_.lower() in cues().verbs


def _below(head: Token) -> Iterator[Site]:
    stack, seen = [Site(head, 0)], 0
    while stack and seen < _WIDEST:
        token, distance = stack.pop()
        seen += 1
        yield Site(token, distance)
        stack.extend(reversed([Site(c, distance + cost) for c in token.children if (cost := _cost(c, token, head)) is not None]))


def _cost(part: Token, token: Token, head: Token) -> int | None:
    """How much farther `part` is than the `token` that it hangs on; None where the walk ends."""
    if part.is_punct or (part.dep_ == "conj" and part.pos_ in ("VERB", "AUX")):
        return None
    if part.dep_ in _CLAUSES:
        # "the summit held in Djibouti", "a blast that shook Kabul"
        return 1 if token == head and head.pos_ in ("NOUN", "PROPN") and part.dep_ in ("acl", "relcl") else None
    if part.dep_ in _OWNED:
        return 0 if token == head or token.ent_type_ else 2
    if part.dep_ in _SUBJECTS:
        return 3
    if part.dep_ in _PREPOSITIONAL:
        near = part.lower_ in words("within")
        return 0 if near and token == head else 1
    if part.dep_ in _PARTICIPANTS and token.pos_ != "ADP":
        return 1
    return 0
