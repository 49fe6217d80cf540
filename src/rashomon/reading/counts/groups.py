"""Which people a number numbers, and which numbers are of no people at all."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.counts.measures import is_age, is_measure, is_rate, is_thing, is_year
from rashomon.reading.counts.numbers import Number, find_numbers
from rashomon.reading.counts.people import is_people, noun_after
from rashomon.reading.counts.words import listed, loss_words

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})
_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "det", "advmod", "predet", "nmod"})
_LIMIT = 4


@dataclass(frozen=True, slots=True)
class Group:
    """A number with the people that it numbers. `node` is the token by which the two hang in the sentence, `noun` the
    noun for the people; None where the number stands alone ("six were killed"). `article`: one person told without a
    number ("a woman"); `known`: as somebody known ("the boy", "Ann Poole", "he")."""

    number: Number
    node: Token
    noun: Token | None
    article: bool = False
    known: bool = False

    @property
    def people(self) -> bool:
        """Whether the noun is one for people; a number that stands alone may be of anything."""
        return self.known or (self.noun is not None and is_people(self.noun))

    @property
    def of_them(self) -> bool:
        """Whether the number is one of people told before ("five of them")."""
        after = self.node.doc[self.number.stretch.end : self.number.stretch.end + 2]
        return len(after) == 2 and after[0].lower_ == "of" and after[1].lower_ in listed("whole_pronouns")

    @property
    def of_whole(self) -> bool:
        """Whether the number is one of people named behind it ("six of the 20 wounded")."""
        after = self.node.doc[self.number.stretch.end : self.number.stretch.end + 2]
        return len(after) == 2 and after[0].lower_ == "of" and after[1].dep_ in {"det", "poss"}

    @property
    def end(self) -> int:
        """The token after the number and the noun."""
        if self.noun is None:
            return self.number.stretch.end
        return max(self.number.stretch.end, self.node.i + 1, self.noun.i + 1)


def find_groups(doc: Doc) -> list[Group]:
    """Numbers that may be of people, in order."""
    return [group for number in find_numbers(doc) if (group := _group(doc, number)) is not None]


def _group(doc: Doc, number: Number) -> Group | None:
    if is_measure(doc, number):
        return None
    root = doc[number.core.start : number.core.end].root
    node, noun = _noun(doc, number, root)
    if root.lower_ == "both" and (root.dep_ == "preconj" or any(c.dep_ == "conj" for c in node.rights)):
        return None  # "both soldiers and farmers"
    if noun is not None and noun.i < number.core.start and node is not noun:
        return None
    if noun is not None and noun.i == number.stretch.end and (noun.lower_,) in loss_words().states:
        noun = None
    if noun is not None and not is_people(noun) and is_thing(noun):
        return None
    if noun is not None and is_rate(doc, noun.i + 1):
        return None
    if noun is None and (is_age(doc, number) or is_year(doc, number, root)):
        return None
    if number.low == number.high == 1 and _is_pointed(doc, number):
        return None
    if node.tag_ == "NN" and is_year(doc, number, root):
        return None  # "the 2015 death of a nurse"
    return Group(number, node, noun)


def _noun(doc: Doc, number: Number, root: Token) -> tuple[Token, Token | None]:
    """The token by which number and people hang in the sentence, and the noun for the people."""
    head = root.head
    if root.dep_ in _INSIDE and head.i >= number.core.end and head.pos_ in _NOMINAL and head.tag_ != "CD":
        return head, _of(head) if head.lower_ in listed("amounts") and _of(head) else head
    if number.none and root.pos_ in {"ADP", "VERB"}:
        nearest = next((t for t in doc[number.core.end : number.core.end + _LIMIT] if t.pos_ == "NOUN"), None)
        return nearest or root, nearest
    whole = _of(root)
    if whole is not None:
        return root, None if whole.tag_ == "CD" else whole
    following = noun_after(doc, number.stretch.end)
    if following is not None and following.head != root and not number.none:
        return following, following
    return root, None


def _of(token: Token) -> Token | None:
    """The noun after "of" ("dozens of villagers", "two of whom")."""
    prep = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in prep.rights if c.dep_ == "pobj"), None) if prep is not None else None


def _is_pointed(doc: Doc, number: Number) -> bool:
    """Whether "one" is no number: "this one", "each one"."""
    before = doc[number.stretch.start - 1] if number.stretch.start else None
    return before is not None and before.dep_ == "det" and before.lower_ in listed("pointing")
