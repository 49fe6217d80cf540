"""Whether a word, where it stands, meets the conditions of a lexicon entry."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.reading.events.arguments import logical_objects, logical_subjects
from rashomon.reading.events.classes import in_class
from rashomon.reading.events.lexicon import Condition, Entry
from rashomon.reading.events.participants import core
from rashomon.reading.events.phrases import heads_under
from rashomon.reading.events.voice import is_passive
from rashomon.reading.events.windows import after, before

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_GOVERNED = frozenset({"dobj", "nsubjpass", "xcomp"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
#: how far "near" looks to each side, in tokens: about a sentence, and bounded in a text without stops
_NEAR = 40


def accepts(entry: Entry, token: Token) -> bool:
    """Whether all that `entry` needs holds for `token`, and nothing that it forbids."""
    return all(holds(c, token) for c in entry.needs) and not any(holds(c, token) for c in entry.unless)


def holds(condition: Condition, token: Token) -> bool:
    """Whether one condition holds for `token`; README.md tells what each asks."""
    match condition.key:
        case "subject":
            return _any(logical_subjects(token), condition.value)
        case "object":
            return _any(logical_objects(token), condition.value)
        case "of":
            return _any(heads_under(token, frozenset({"of"})), condition.value)
        case "mod":
            return _any((c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")), condition.value)
        case "args":
            return _any(_surroundings(token), condition.value)
        case "near":
            return _any(_neighbours(token), condition.value)
        case "prep":
            words = condition.value.split("|")
            return any(c.dep_ in _PREPOSITIONAL and c.lower_ in words for c in token.children)
        case "clause":
            return _any((c for c in token.children if c.dep_ in _CLAUSAL), condition.value)
        case "governor":
            return token.dep_ in _GOVERNED and in_class(token.head, condition.value)
        case "under":
            return token.dep_ == "pobj" and token.head.lower_ == "of" and in_class(token.head.head, condition.value)
        case "passive":
            return is_passive(token)
        case "before":
            return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in condition.value.split("|")
        case _:
            return token.i > 0 and token.nbor(-1).lower_ in condition.value.split("|")


def _any(tokens: Iterable[Token], name: str) -> bool:
    """Whether one of `tokens` is of the class `name`; with no class, whether there is any."""
    return any(not name or in_class(core(t), name) for t in tokens)


def _surroundings(token: Token) -> Iterable[Token]:
    """Subject, object, modifiers, and what stands behind the prepositions of `token`."""
    yield from logical_subjects(token)
    yield from logical_objects(token)
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield child
        if child.dep_ in _PREPOSITIONAL:
            for inner in child.children:
                yield inner
                yield from (c for c in inner.lefts if c.dep_ in ("compound", "amod"))


def _neighbours(token: Token) -> Iterable[Token]:
    doc = token.doc
    for i in (*before(doc, token.i, _NEAR), *after(doc, token.i, _NEAR)):
        yield doc[i]
