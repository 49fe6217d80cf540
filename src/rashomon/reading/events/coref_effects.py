"""The attack that a mention of its victims tells of: "12 died when a bomb exploded", "a raid in which 12 died"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention
from rashomon.reading.events.classes import in_class
from rashomon.reading.events.coref_words import words
from rashomon.reading.events.windows import after
from rashomon.reading.parsed import Parsed

_ASSAULT = "ASSAULT"
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "xcomp", "ccomp"})
_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj"})
#: so many joined clauses are climbed ("four were killed, six wounded and two are missing")
_STEPS = 5
#: how far behind the harm the clause may begin that tells how it was done, in tokens
_NEAR = 20


class Effects:
    """Which mentions of one report are attacks, which only what befell the victims of one."""

    def __init__(self, parsed: Parsed, events: Sequence[EventMention]) -> None:
        self._parsed = parsed
        self._events = events
        self._attacks: dict[int, int] = {}
        self._by_sentence: dict[int, list[int]] = {}
        for i, event in enumerate(events):
            token = parsed.doc[event.head]
            if event.type == _ASSAULT and not _is_casualty(token) and not _is_course(token):
                self._attacks[event.head] = i
                self._by_sentence.setdefault(parsed.sentence(event.head).start, []).append(i)

    def is_effect(self, index: int) -> bool:
        """Whether mention `index` tells what befell somebody, and of nobody who did it."""
        event = self._events[index]
        return event.type == _ASSAULT and not event.actors and _is_casualty(self._parsed.doc[event.head])

    def cause(self, index: int) -> int | None:
        """The attack that the sentence ties effect `index` to by its syntax, or None."""
        token = self._parsed.doc[self._events[index].head]
        found = next((t for t in _causes(token, self._attacks) if t.i in self._attacks and t != token), None)
        return self._attacks[found.i] if found is not None else None

    def told_before(self, index: int) -> list[int]:
        """The attacks of the sentence before that of effect `index`, in one paragraph; none where its own has one."""
        head = self._events[index].head
        own = self._parsed.sentence(head).start
        if own == 0 or own in self._by_sentence:
            return []
        if self._parsed.paragraph_of[own - 1] != self._parsed.paragraph_of[head]:
            return []
        return self._by_sentence.get(self._parsed.sentence(own - 1).start, [])


def circumstance(token: Token) -> Token | None:
    """The noun for the attack in or by which the harm at `token` was done ("killed in the attack")."""
    for child in token.children:
        if child.dep_ in ("prep", "agent") and in_class(child, "circumstance"):
            for inner in child.children:
                if inner.dep_ == "pobj" and in_class(inner, "conflict"):
                    return inner
    return None


def _is_casualty(token: Token) -> bool:
    return token.lemma_.lower() in words("casualty") or token.lower_ in words("casualty")


def _is_course(token: Token) -> bool:
    return token.lemma_.lower() in words("courses")


def _causes(token: Token, attacks: Mapping[int, int]) -> Iterator[Token]:
    """Words that may name the attack behind the harm at `token`, the closest first."""
    yield from _following(token)
    for _ in range(_STEPS):
        while token.dep_ in _COMPLEMENTS and token.head.pos_ in ("VERB", "AUX") and token.head.i not in attacks:
            if token.dep_ == "ccomp":
                break
            token = token.head
        yield from _below(token)
        head = token.head
        if token.dep_ in ("relcl", "acl"):
            yield head
        if token.dep_ == "pcomp" and head.lower_ in words("aftermath"):
            yield from _clause(head.head)
        if token.dep_ != "conj" or head == token:
            return
        if head.i < token.i and not _is_casualty(head):
            yield from _clause(head)
        token = head


def _following(token: Token) -> Iterator[Token]:
    """What the first clause of occasion behind `token` names, whatever the parser ties it to, when no other deed stands
    between: "two were killed and four missing after rebels attacked"."""
    for i in after(token.doc, token.i, _NEAR):
        other = token.doc[i]
        if _is_occasion(other):
            yield from _clause(other.head)
            return
        if other.pos_ == "VERB" and not _is_casualty(other):
            return


def _below(token: Token) -> Iterator[Token]:
    """What clauses and phrases of occasion under `token` name."""
    for child in token.children:
        if child.dep_ == "advcl" and any(_is_occasion(c) for c in child.lefts):
            yield from _clause(child)
        if child.dep_ in ("prep", "agent") and (in_class(child, "circumstance") or child.lower_ in words("occasions")):
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield from _clause(inner)


def _is_occasion(token: Token) -> bool:
    return token.lower_ in words("occasions") and token.dep_ in ("mark", "advmod")


def _clause(head: Token) -> Iterable[Token]:
    """The word that rules a clause, then what takes part in it ("after gunmen carried out an attack")."""
    yield head
    yield from (c for c in head.children if c.dep_ in _PARTICIPANTS)
