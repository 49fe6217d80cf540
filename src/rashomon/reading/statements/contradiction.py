"""Denials by what is said: that something did not happen which somebody else says did.

"The rebels said that the army had shelled the market. A spokesman said that no shells had been fired."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.speakers import Speakers
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child

#: what stands in a content's first clause, where its claim is; longer contents are looked through to here
_FIRST = 40
#: of the statements that speak of a thing, so many of the last are tried, and as far back as this many paragraphs
_TRIED, _PARAGRAPHS = 6, 8
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj"})
_KINDS = frozenset({"VERB", "NOUN", "ADJ"})
_CLAUSES = frozenset({"VERB", "AUX"})
#: clauses inside each other that are looked through ("has determined that it was not responsible")
_DEEP = 3
#: no past and no present: what "will not" happen contradicts no report of what did
_MODALS = frozenset({"MD"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WHERE = frozenset({"in", "at", "near", "outside", "around"})
#: the words that must all have been told for one thing to have been told: a verb with its object, or a noun
Gist = frozenset[str]


class Told:
    """Which of a report's statements affirmed what, by the words that tell one event from another."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self._parsed = parsed
        self._found = found
        self._of: dict[str, list[int]] = {}

    def add(self, i: int) -> None:
        """Takes note of what statement `i` affirms."""
        for key in set(self._affirmed(i)):
            self._of.setdefault(key, []).append(i)

    def by_another(self, i: int, gists: Sequence[Gist], speakers: Speakers) -> list[int]:
        """The last statement by somebody else than `i` that told one of `gists`, of no other place."""
        here = self._parsed.paragraph_of[self._found[i].head]
        rivals: list[int] = []
        for gist in gists:
            lists = [self._of.get(key, [])[-_TRIED:] for key in gist]
            rivals += [j for j in lists[0] if all(j in more for more in lists[1:])]
        near = [j for j in rivals if here - self._parsed.paragraph_of[self._found[j].head] <= _PARAGRAPHS]
        near = [j for j in speakers.others(i, near) if not self._elsewhere(i, j)]
        return [max(near)] if near else []

    def _affirmed(self, i: int) -> Iterator[str]:
        for part in self._found[i].content:
            for number in part.tokens:
                token = self._parsed.doc[number]
                if token.dep_ != "compound" and not _is_negated(token):
                    yield from _keys(token)

    def _elsewhere(self, i: int, j: int) -> bool:
        """Whether the sentences of both name places, and no place in common."""
        one, other = (self._places(self._found[n]) for n in (i, j))
        return bool(one and other and not one & other)

    def _places(self, attribution: Attribution) -> set[str]:
        sentence = self._parsed.sentence(attribution.head)
        inside = [self._parsed.doc[t] for t in range(sentence.start, sentence.end)]
        source = attribution.source
        return {
            t.lower_
            for t in inside
            if t.pos_ == "PROPN" and not (source is not None and t.i in source.tokens) and _is_where(t)
        }


def disowns(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether the speaker says to have no part in something ("said it was not responsible", "that he had no role", "made
    clear that they had nothing to do with it")."""
    for clause in _mains(parsed, attribution):
        below: Token | None = clause
        for _ in range(_DEEP):
            if below is None:
                break
            who = child(below, "nsubj", "nsubjpass")
            if who is not None and who.lower_ in words().selves and _has_no_part(below):
                return True
            below = child(below, "ccomp") if not _is_negated(below) else None
    return False


def denied_by(parsed: Parsed, attribution: Attribution) -> list[Gist]:
    """What the first clauses of the content say is not so: a verb with its object, or the thing that there is none of."""
    found: list[Gist] = []
    for head in _mains(parsed, attribution):
        if any(c.tag_ in _MODALS for c in head.children):
            continue
        existential = any(c.dep_ == "expl" for c in head.children)
        if any(c.dep_ == "neg" for c in head.children):
            found += held_by(head)
        for part in head.children:
            if part.dep_ in _THINGS or (existential and part.dep_ == "attr"):
                if part.lower_ in words().none:
                    found += held_by(head, part)
                elif (existential or head.lemma_ != "be") and _has_none(part):
                    found += [frozenset({key}) for key in _keys(part)]
    return found


def held_by(head: Token, missing: Token | None = None) -> list[Gist]:
    """What a verb or noun at the head of a content tells: itself, with its object where it has one that says anything.
    `missing`: an object that is none ("nothing was confiscated")."""
    if head.pos_ not in _CLAUSES:
        return [frozenset({key}) for key in _keys(head)]
    own = list(_keys(head))
    thing = child(head, "dobj", "nsubjpass")
    about = list(_keys(thing)) if thing is not None and thing != missing else []
    return [frozenset({key, *about}) for key in own]


def _mains(parsed: Parsed, attribution: Attribution) -> list[Token]:
    """The verbs of the content's first clauses: those that nothing else there governs. The parser makes two of one where
    quotation marks break it up."""
    if not attribution.content:
        return []
    first = attribution.content[0]
    inside = range(first.start, min(first.end, first.start + _FIRST))
    verbs = (parsed.doc[i] for i in inside if parsed.doc[i].pos_ in _CLAUSES)
    return [verb for verb in verbs if verb.head == verb or verb.head.i not in inside]


def _has_no_part(verb: Token) -> bool:
    things = [c for c in verb.children if c.dep_ in {"dobj", "acomp"}]
    if any(c.dep_ == "neg" for c in verb.children):
        passive = [verb] if child(verb, "auxpass") is not None else []
        return any(t.lemma_.lower() in words().disowned for t in (*passive, *things))
    for thing in things:
        if thing.lower_ == "nothing" and verb.lemma_ == "have" and any(c.lemma_ == "do" for c in thing.children):
            return True
        if thing.lemma_.lower() in words().disowned and _has_none(thing):
            return True
    return False


def _has_none(noun: Token) -> bool:
    return any(c.lower_ in words().none or (c.dep_ in {"neg", "preconj"} and c.lower_ == "not") for c in noun.children)


def _is_negated(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in words().none for c in islice(token.children, 12))


def _is_where(name: Token) -> bool:
    """Whether a name is a place's: the model says so, which knows few villages, or the preposition before it does."""
    return name.ent_type_ in _PLACES or (name.dep_ == "pobj" and name.head.lower_ in _WHERE)


def _keys(token: Token) -> Iterator[str]:
    """The lemma, or what it is a word for; nothing for words that are everywhere."""
    lemma = token.lemma_.lower()
    if token.pos_ in _KINDS and lemma.isalpha() and lemma not in words().common:
        yield words().alike.get(lemma, lemma)
