"""Statements that deny without a word of denial: what they say did not happen is what somebody else says did.

"The rebels said that the army had shelled the market. A spokesman said that no shells had been fired."
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child

#: what stands in a content's first clause, where its claim is; longer contents are looked through to here
_FIRST = 40
#: of the statements that speak of a thing, so many of the last are tried
_TRIED = 6
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj"})
_KINDS = frozenset({"VERB", "NOUN", "ADJ"})
#: clauses inside each other that are looked through ("has determined that it was not responsible")
_DEEP = 3
#: no past and no present: what "will not" happen contradicts no report of what did
_MODALS = frozenset({"MD"})


def deny_by_content(parsed: Parsed, found: list[Attribution]) -> None:
    """Sets the stance of such statements and what they answer. Only what the main clause negates counts, only words that
    tell one event from another (`common.txt` has those that do not), and only what another source affirmed before. Of a
    speaker's own part in a deed the words alone are enough ("was not responsible")."""
    told: dict[str, list[int]] = {}
    for i, attribution in enumerate(found):
        if attribution.stance == "affirm" and _disowns(parsed, attribution):
            attribution.stance, attribution.contradicts = "deny", True
        elif attribution.stance == "affirm" and not attribution.answers:
            before = {j for key in _negated(parsed, attribution) for j in told.get(key, ())[-_TRIED:]}
            rivals = [j for j in before if _is_rival(parsed, found, i, j)]
            if rivals:
                attribution.stance, attribution.contradicts = "deny", True
                attribution.answers = [max(rivals)]
        if attribution.stance == "affirm":
            for key in set(_affirmed(parsed, attribution)):
                told.setdefault(key, []).append(i)


def _mains(parsed: Parsed, attribution: Attribution) -> list[Token]:
    """The verbs of the content's first clauses: those that nothing else there governs. The parser makes two of one where
    quotation marks break it up."""
    if not attribution.content:
        return []
    first = attribution.content[0]
    inside = range(first.start, min(first.end, first.start + _FIRST))
    verbs = (parsed.doc[i] for i in inside if parsed.doc[i].pos_ in {"VERB", "AUX"})
    return [verb for verb in verbs if verb.head == verb or verb.head.i not in inside]


def _disowns(parsed: Parsed, attribution: Attribution) -> bool:
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


def _has_no_part(verb: Token) -> bool:
    things = [c for c in verb.children if c.dep_ in {"dobj", "acomp"}]
    if any(c.dep_ == "neg" for c in verb.children):
        return any(t.lemma_.lower() in words().disowned for t in (verb, *things))
    for thing in things:
        if thing.lower_ == "nothing" and verb.lemma_ == "have" and any(c.lemma_ == "do" for c in thing.children):
            return True
        if thing.lemma_.lower() in words().disowned and _has_none(thing):
            return True
    return False


def _negated(parsed: Parsed, attribution: Attribution) -> Iterator[str]:
    """What the first clauses of the content say is not so: their verb, or the thing that there is none of."""
    for head in _mains(parsed, attribution):
        if any(c.tag_ in _MODALS for c in head.children):
            continue
        existential = any(c.dep_ == "expl" for c in head.children)
        for part in head.children:
            if part.dep_ == "neg":
                yield from _keys(head)
            elif part.dep_ in _THINGS or (existential and part.dep_ == "attr"):
                if part.lower_ in words().none:
                    yield from _keys(head)
                elif (existential or head.lemma_ != "be") and _has_none(part):
                    yield from (*_keys(part), *_keys(head))


def _has_none(noun: Token) -> bool:
    return any(c.lower_ in words().none for c in noun.children)


def _affirmed(parsed: Parsed, attribution: Attribution) -> Iterator[str]:
    for part in attribution.content:
        for i in part.tokens:
            token = parsed.doc[i]
            if token.pos_ in _KINDS and token.dep_ != "compound" and not _is_negated(token):
                yield from _keys(token)


def _is_negated(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in words().none for c in islice(token.children, 12))


def _keys(token: Token) -> Iterator[str]:
    """The lemma, or what it is a word for; nothing for words that are everywhere."""
    lemma = token.lemma_.lower()
    if token.pos_ in _KINDS and lemma.isalpha() and lemma not in words().common:
        yield words().alike.get(lemma, lemma)


def _is_rival(parsed: Parsed, found: list[Attribution], i: int, j: int) -> bool:
    """Whether statement `j` is by somebody else than `i`, neither of them inside the other."""
    if found[i].within == j or found[j].within == i or found[i].follows == j:
        return False
    return not (_names(parsed, found[i]) & _names(parsed, found[j])) and not _is_pronoun(parsed, found[i], found[j])


def _names(parsed: Parsed, attribution: Attribution) -> set[str]:
    if attribution.source is None:
        return {""}
    inside = [parsed.doc[i] for i in attribution.source.tokens]
    return {t.lemma_.lower() for t in inside if t.pos_ in {"NOUN", "PROPN", "PRON"}}


def _is_pronoun(parsed: Parsed, later: Attribution, before: Attribution) -> bool:
    """Whether a pronoun speaks right after the other, and so is likely the same."""
    if later.source is None or parsed.doc[later.source.start].pos_ != "PRON":
        return False
    return parsed.paragraph_of[later.head] == parsed.paragraph_of[before.head]
