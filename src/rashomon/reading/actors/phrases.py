"""A noun phrase taken apart: whose it is, what it is called, what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import Gender, Mark, PronounSort, word_list
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import ActorKind

Form = Literal["person", "named", "nominal", "pronoun", "document"]


@dataclass(slots=True)
class Phrase:
    """One noun phrase that refers to one actor.

    `stretch` is the whole phrase and `head` the token that rules it; `name` is the proper name in it, if any, without
    titles. `nouns` are the folded nouns that describe it (title, head, apposition), `traits` the other content words
    and the keys of names among them ("state:AZE"). `mark` is None for a bare noun.
    """

    stretch: Stretch
    head: int
    form: Form
    kind: ActorKind = "unknown"
    name: Stretch | None = None
    names: list[Stretch] = field(default_factory=list)
    key: str = ""
    usual: str = ""
    plural: bool = False
    gender: Gender | None = None
    nouns: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    mark: Mark | None = None
    pronoun: PronounSort | None = None
    #: for a document: the phrase of who made it, where the text says so
    maker: Stretch | None = None


def parts(parsed: Parsed, stretch: Stretch, whole: Sequence[Stretch] = ()) -> list[tuple[Stretch, Token]]:
    """The coordinated noun phrases of a stretch, in order, each with its head.

    "A and B" gives two; "A, or B", the names that are `whole` and a phrase whose head alone is coordinated by modifiers
    stay whole.
    """
    head = head_of(parsed, stretch)
    within = (t for t in _conjuncts(head) if stretch.start <= t.i < stretch.end)
    joined = [head, *(t for t in within if not any(t.i in w.tokens and t.head.i in w.tokens for w in whole))]
    if len(joined) == 1:
        return [(stretch, head)]
    cuts: list[tuple[Stretch, Token]] = []
    start = stretch.start
    for i, token in enumerate(joined):
        end = stretch.end if i + 1 == len(joined) else max(token.i + 1, _left(joined[i + 1], token.i + 1))
        part = _stripped(parsed, Stretch(start, end))
        if part is None or not part.start <= token.i < part.end:
            return [(stretch, head)]
        cuts.append((part, token))
        start = end
    return cuts


def head_of(parsed: Parsed, stretch: Stretch) -> Token:
    """The token that rules a stretch: its root, or the first nominal token under a root that is no noun."""
    root = parsed.doc[stretch.start : stretch.end].root
    if root.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return root
    nominal = [parsed.doc[i] for i in stretch.tokens if parsed.doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    below = ("compound", "poss", "nmod", "amod")
    inside = [t for t in nominal if not (t.dep_ in below and stretch.start <= t.head.i < stretch.end)]
    return (inside or nominal or [root])[0]


def _conjuncts(head: Token) -> Iterator[Token]:
    """The tokens coordinated with `head` by "and" or a comma, after it; not by "or", which gives another name."""
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i and child.pos_ in ("NOUN", "PROPN", "PRON"):
            if (
                any(c.dep_ == "cc" and c.lower_ in word_list("renaming") for c in head.children)
                and child.pos_ == "PROPN"
            ):
                continue
            yield child
            yield from _conjuncts(child)


def _left(token: Token, least: int) -> int:
    return max(least, token.left_edge.i)


def _stripped(parsed: Parsed, stretch: Stretch) -> Stretch | None:
    """A stretch without conjunctions and punctuation at its edges."""
    start, end = stretch
    doc = parsed.doc
    while start < end and (doc[start].is_punct or doc[start].pos_ == "CCONJ"):
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].pos_ == "CCONJ") and doc[end - 1].text != ")":
        end -= 1
    return Stretch(start, end) if start < end else None
