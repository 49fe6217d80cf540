"""Noun phrases as stretches: from a head token to the words of its phrase, without trailing clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.reading.events.classes import is_acronym, words_of
from rashomon.reading.parsed import Stretch

#: left dependents that belong to the phrase; the rest (a conjunction, a comma) end it
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "neg", "case"})
_BEFORE_ARTICLE = frozenset({"predet", "det", "preconj"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_MAX_CONJUNCTS = 40
_DASHES = frozenset({"-", "–", "—", "--", ";"})


def conjuncts(head: Token) -> list[Token]:
    """`head` and the nouns joined to it by "and" or commas, in order."""
    found, at = [head], head
    while len(found) < _MAX_CONJUNCTS:
        following = next((c for c in at.rights if c.dep_ == "conj" and c.pos_ in _NOMINAL), None)
        dashed = following is not None and any(_parts(t) for t in at.doc[at.i + 1 : following.i])
        if following is None or dashed or _is_alias(at, following):
            return found
        found.append(following)
        at = following
    return found


def _parts(token: Token) -> bool:
    """Whether a mark ends a thought: "bombed houses - and readers dodge shells"; no hyphen within a word."""
    return token.text in _DASHES and bool(token.nbor(-1).whitespace_)


def _is_alias(noun: Token, other: Token) -> bool:
    """Whether `other` is what `noun` is called for short: "the National Front, or NF"."""
    return other.is_upper and not noun.is_upper and any(c.dep_ == "cc" and c.lower_ == "or" for c in noun.rights)


def phrase(head: Token) -> Stretch:
    """The noun phrase of `head` with its modifiers, possessors and what "of" adds; no relative clause, no conjunct."""
    return Stretch(_start(head), _end(head))


def _start(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        hyphen = child.is_punct and not child.whitespace_ and child.i + 1 == start
        if not (child.dep_ in _LEFT or hyphen) or child.right_edge.i + 1 < start or _is_foreign(child):
            break
        start = child.left_edge.i
        if child.dep_ == "det" and child.i > head.left_edge.i and child.nbor(-1).dep_ not in _BEFORE_ARTICLE:
            break  # "wishes the wounded a recovery" is two phrases
    if start == head.i and start and head.pos_ == "NOUN" and is_acronym(head.nbor(-1)):
        return start - 1  # "IS fighters", parsed as if "IS" were a verb
    return start


def _is_foreign(child: Token) -> bool:
    """Whether a word before a noun asks, denies or ties a clause to another: "which villagers", "no civilian"."""
    if child.dep_ == "det" and child.lower_ in words_of("no_articles"):
        return True
    if child.lower_ in words_of("resultatives") and child.i and child.nbor(-1).pos_ == "VERB":  # "shot dead two men"
        return True
    return any(t.tag_ in _RELATIVES for t in child.doc[child.left_edge.i : child.i + 1])


def _end(head: Token, depth: int = 0) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("nummod", "nmod") and child.i == end:
            end = child.i + 1
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == end and depth < 3:
            inner = next((c for c in child.rights if c.dep_ == "pobj"), None)
            if inner is None:
                break
            # "the presidents of Chad and Niger", but not "the president of Chad and the rebels"
            last = conjuncts(inner)[-1] if head.tag_ in ("NNS", "NNPS") else inner
            end = _end(last, depth + 1)
        elif child.is_punct and child.i == end:
            continue
        elif child.dep_ == "appos" and child.pos_ == "PROPN" != head.pos_ and depth < 3 and child.i - end <= 4:
            end = _end(child, depth + 1)
        else:
            break
    return end


def heads_under(token: Token, preposition: frozenset[str]) -> Iterator[Token]:
    """Heads of the noun phrases that `token` governs through a preposition (or "by" agent) of the given kind."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in preposition:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from conjuncts(inner)


def phrases(heads: Iterable[Token]) -> list[Stretch]:
    """The phrases of `heads`, each once."""
    return list(dict.fromkeys(phrase(head) for head in heads))
