"""Finds the words that name events, and the stretch of words that names each best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.events.classes import lemma_of, words_of
from rashomon.reading.events.conditions import accepts
from rashomon.reading.events.lexicon import Entry, Index, adjectives, nouns, verbs
from rashomon.reading.events.windows import prose
from rashomon.reading.parsed import Stretch

#: the longest anchor of a verb with its object, in tokens; a longer one is the verb alone
_WIDEST = 4
#: what may stand within an anchor without being part of it
_LIGHT = frozenset({"det", "amod", "poss", "nummod", "advmod", "compound", "case", "neg", "prep"})
_TIMES = frozenset({"DATE", "TIME"})
_COMPOUNDS = frozenset({"compound", "nmod"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "dative", "agent"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "acomp", "ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an event, the entry that says so, and the words of its pattern (`taken`, token numbers)."""

    token: Token
    entry: Entry
    anchor: Stretch
    taken: frozenset[int]
    verbal: bool
    #: the event is that somebody undertakes, refuses or demands the verb's deed, and not the deed
    undertaken: bool = False


def find_triggers(doc: Doc) -> Iterator[Trigger]:
    """The triggers of `doc`, in order.

    A word within the pattern of another ("talks" in "break off talks") names nothing of its own, nor does the first
    part of a compound whose head names an event ("protest march").
    """
    tables: dict[str, Index] = {"VERB": verbs(), "NOUN": nouns(), "PROPN": nouns(), "ADJ": adjectives(), "AUX": {}}
    found: dict[int, Trigger] = {}
    for token in prose(doc):
        table = tables.get(token.pos_, {})
        trigger = _at(token, table) if token.ent_type_ not in _TIMES else None
        if trigger is None and _is_hyphenated(token):
            trigger = _hyphenated(token)
        if trigger is not None:
            found[trigger.token.i] = trigger
    taken = {i for t in found.values() for i in t.taken if i != t.token.i}
    taken |= {i for i, t in found.items() if t.token.dep_ in _COMPOUNDS and t.token.head.i in found}
    taken |= {i for i, t in found.items() if t.verbal and _is_cut(t, found)}
    yield from (t for i, t in found.items() if i not in taken)


def _is_cut(verb: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether the object in a verb's pattern is the first half of what another noun names: "launched a missile and
    drone attack" is the attack, however it is parsed."""
    objects = (verb.token.doc[i] for i in verb.taken if i != verb.token.i)
    joined = (found[c.i] for o in objects for c in o.rights if c.dep_ == "conj" and c.i in found)
    return any(not other.verbal and other.entry.frame == "attack" for other in joined)


def _at(token: Token, table: Index) -> Trigger | None:
    verbal = table is verbs()
    if verbal and token.dep_ == "amod" and _is_hyphenated(token):  # "rebel-held": a state, told of in passing
        return None
    entries = table.get(lemma_of(token)) or table.get(token.lower_)
    if not entries or (not verbal and _is_part_of_name(token)):
        return None
    for entry in entries:
        pattern = _pattern(entry, token)
        if pattern is not None and accepts(entry, token):
            return Trigger(token, entry, _anchor(token, pattern), frozenset(pattern), verbal)
    return None


def _is_hyphenated(token: Token) -> bool:
    """Whether a hyphen stands before the token."""
    return token.i > 1 and token.nbor(-1).text == "-"


def _hyphenated(last: Token) -> Trigger | None:
    """A noun that the tokenizer took apart at its hyphen: "cease-fire", "sit-in"."""
    first = last.nbor(-2)
    if first.whitespace_ or last.nbor(-1).whitespace_:
        return None
    token = first if last.head == first else last
    for form in (f"{first.lower_}-{lemma_of(last)}", f"{first.lower_}-{last.lower_}"):
        for entry in nouns().get(form, ()):
            pattern = _pattern(entry, token)
            if pattern is not None and accepts(entry, token):
                taken = frozenset((*pattern, first.i, last.i - 1, last.i))
                return Trigger(token, entry, Stretch(first.i, last.i + 1), taken, verbal=False)
    return None


def _is_part_of_name(token: Token) -> bool:
    """Whether a noun belongs to a name or a compound that names no event ("War Museum", "arrest warrant")."""
    if token.dep_ in _COMPOUNDS and token.head.lower_ in words_of("holders"):
        return True
    return token.pos_ == "PROPN" and token.ent_type_ in ("ORG", "PERSON", "GPE", "WORK_OF_ART", "FAC")


def _pattern(entry: Entry, token: Token) -> list[int] | None:
    """The numbers of the tokens that `entry` asks for at `token`, or None when one is missing."""
    pattern = [token.i]
    if entry.particles:
        at = _particle(entry.particles, token)
        if at is None:
            return None
        pattern.append(at)
    if entry.objects:
        found = _object(entry.objects, token, entry.particles)
        if found is None and entry.particles:  # "taken into custody": the noun hangs on the particle
            behind = (c for c in token.doc[pattern[-1]].children if lemma_of(c) in entry.objects)
            found = next((c.i for c in behind), None)
        if found is None:
            return None
        pattern.append(found)
    if entry.modifiers:
        before = (c for c in token.lefts if c.lower_ in entry.modifiers or lemma_of(c) in entry.modifiers)
        found = next((c.i for c in before), None)
        if found is None and token.i and token.nbor(-1).lower_ in entry.modifiers:
            found = token.i - 1
        if found is None:
            return None
        pattern.append(found)
    if entry.of:
        heads = [t for c in token.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        found = next((t.i for t in heads if lemma_of(t) in entry.of or t.lower_ in entry.of), None)
        if found is None:
            return None
        pattern.append(found)
    return pattern


def _particle(words: frozenset[str], token: Token) -> int | None:
    for child in token.rights:
        if child.lower_ in words and (child.dep_ in _PARTICLES or child.i == token.i + 1):
            return child.i
    following = token.i + 1
    if following < len(token.doc) and token.doc[following].lower_ in words:
        return following
    return None


def _object(words: frozenset[str], token: Token, particles: frozenset[str]) -> int | None:
    for child in token.children:
        if child.dep_ in _OBJECTS and (lemma_of(child) in words or child.lower_ in words):
            return child.i
    following = token.i + 1  # "took them hostage" is often parsed with the hostage as an adjunct
    for i in range(following, min(following + 3, len(token.doc))):
        word, before = token.doc[i], token.doc[i - 1]
        linked = word.head.i in (token.i, i - 1) and (before.pos_ != "ADP" or before.lower_ in particles)
        if linked and (word.lower_ in words or lemma_of(word) in words):
            return i
    # "the order that was given", "hostages taken": the object stands before its participle
    if token.dep_ in ("acl", "relcl") and lemma_of(token.head) in words:
        return token.head.i
    return None


def _anchor(token: Token, pattern: list[int]) -> Stretch:
    """The words of the pattern where they stand together, but for articles and the like; else the token alone."""
    start, end = min(pattern), max(pattern) + 1
    between = (token.doc[i] for i in range(start, end) if i not in pattern)
    if end - start <= _WIDEST and all(t.dep_ in _LIGHT or t.is_punct for t in between):
        return Stretch(start, end)
    return Stretch(token.i, token.i + 1)
