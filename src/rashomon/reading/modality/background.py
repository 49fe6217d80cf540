"""Whether an event is background: something from before what the report reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from spacy.tokens import Token

from rashomon.reading.modality.words import past
from rashomon.reading.parsed import Parsed
from rashomon.reading.syntax import SUBJECTS

_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)s?")
#: what opens a clause of its own; the dates in it are its own too
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "csubj", "parataxis", "poss", "appos"})
#: ways up on which a date above dates the event below as well
_PARTS = frozenset(
    ["dobj", "nsubj", "nsubjpass", "attr", "compound", "xcomp", "conj", "prep", "agent", "pobj", "pcomp"]
)
_DEEPEST = 8
#: tokens of a clause that are searched for its date; more would make a text without stops slow
_WIDEST = 80
#: words of the longest phrase of past_phrases.txt
_LONGEST = 4
_DAYS = range(1, 32)


def is_background(parsed: Parsed, head: int) -> bool:
    """Whether the event ruled by token `head` lies before the report's own news."""
    token = parsed.doc[head]
    if _is_former(token) or _is_old_run(token):
        return True
    today = _day(parsed.report.published)
    return any(_had_been(clause) or _is_dated(clause, today) for clause in _clauses(token))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _is_former(noun: Token) -> bool:
    """ "previous talks", "an earlier attack"."""
    return any(c.dep_ == "amod" and c.lower_ in past().adjectives for c in noun.lefts)


def _is_old_run(noun: Token) -> bool:
    """ "the latest in a string of attacks", "decades of war"."""
    if noun.lemma_.lower() in past().series:
        return noun.dep_ == "pobj"
    first = noun
    while first.dep_ == "conj" and first.head != first and first.head.pos_ == noun.pos_:
        first = first.head
    if first.dep_ != "pobj" or first.head.lower_ != "of":
        return False
    run = first.head.head
    return run.lower_ in past().spells or (run.lemma_.lower() in past().series and run.dep_ == "pobj")


def _clauses(token: Token) -> Iterator[Token]:
    """The event's word and the words above it whose date is its own."""
    for _ in range(_DEEPEST):
        yield token
        if token.dep_ in ("relcl", "acl") and _years((token.head,)):
            yield token.head
        above = token.head
        if above == token or not (token.dep_ in _PARTS or _goes_with(token)):
            return
        token = above


def _goes_with(token: Token) -> bool:
    """Whether an adverbial clause tells of the time of its main clause: "forcing him out", "when troops came"."""
    if token.dep_ != "advcl":
        return False
    openers = [c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod", "prep")]
    return all(word in past().whilst for word in openers)


def _had_been(verb: Token) -> bool:
    """ "which had been holding talks", "who have been fighting since May"."""
    if verb.dep_ != "relcl":
        return False
    have = next((c for c in verb.lefts if c.dep_ == "aux" and c.lemma_ == "have"), None)
    if have is None:
        return False
    return have.lower_ == "had" or any(c.dep_ in ("prep", "mark") and c.lower_ == "since" for c in verb.rights)


def _is_dated(clause: Token, today: date | None) -> bool:
    """Whether a date of long ago stands in the clause."""
    return any(_is_phrase(t) or _is_past_year(t, clause, today) for t in islice(_within(clause), _WIDEST))


def _within(clause: Token) -> Iterator[Token]:
    """The tokens of a clause, without the clauses in it, and without its subject."""
    stack = [clause]
    while stack:
        token = stack.pop()
        yield token
        for part in token.children:
            own = part.dep_ in _CLAUSES and not (part.dep_ == "poss" and token == clause)
            if own and not (part.dep_ == "acl" and token.dep_ == "conj"):  # "12 were killed and 30 injured in 2015"
                continue
            if part.dep_ in SUBJECTS or (part.dep_ == "conj" and part.pos_ in ("VERB", "AUX")):
                continue
            stack.append(part)


def _is_phrase(token: Token) -> bool:
    doc, start = token.doc, token.i
    for length in range(1, _LONGEST + 1):
        end = start + length
        if tuple(t.lower_ for t in doc[start:end]) in past().phrases:
            return end >= len(doc) or doc[end].pos_ not in ("NUM", "NOUN", "ADJ")  # "in the past 24 hours"
    return False


def _is_past_year(token: Token, clause: Token, today: date | None) -> bool:
    years = _years((token,))
    if not years or not _places(token, clause):
        return False
    full = any(n.is_digit and len(n.text) < 3 and int(n.text) in _DAYS for n in _beside(token))
    if today is None:
        return not full  # with no date to measure by, only a report's own news is told to the day
    return years[0] < today.year - (full and today.month < 3)


def _years(tokens: tuple[Token, ...]) -> list[int]:
    return [int(m.group(1)) for t in tokens if (m := _YEAR.fullmatch(t.text))]


def _beside(token: Token) -> list[Token]:
    doc = token.doc
    return [doc[i] for i in range(max(0, token.i - 3), token.i)]


def _places(year: Token, clause: Token) -> bool:
    """Whether `year` tells when: after a preposition of time, in a date, or right before the event's noun."""
    token = year
    for _ in range(3):
        above = token.head
        if token.dep_ in ("pobj", "pcomp") and above.lower_ in past().placing:
            return True
        if above == clause and clause.pos_ not in ("VERB", "AUX"):
            return True
        if token.dep_ == "npadvmod":
            return True
        if above == token or not (above.lemma_.lower() in past().periods or token.dep_ in ("conj", "prep", "pobj")):
            return False
        token = above
    return False
