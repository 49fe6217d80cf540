"""Grammar that several questions ask of the parse: phrases, subjects, verb groups, as token stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.parsed import Stretch

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_CLAUSAL = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
#: how many governors are tried before a subject is given up (control chains are short)
_STEPS = 4


def child(token: Token, *deps: str) -> Token | None:
    """The first child of `token` with one of the dependency labels `deps`."""
    return next((c for c in token.children if c.dep_ in deps), None)


def subject(verb: Token) -> Token | None:
    """Who does `verb`, as far as the grammar says: its own subject, the subject that it shares with the verb it is joined
    to or controlled by, or the noun that it qualifies."""
    for _ in range(_STEPS):
        own = child(verb, *SUBJECTS)
        if own is not None:
            if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                return verb.head
            return own
        if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "acomp"} or verb.head == verb:
            return None
        verb = verb.head if verb.head.pos_ != "ADP" else verb.head.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is passive."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def agent(verb: Token) -> Token | None:
    """The noun of a passive's "by" phrase."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def phrase(noun: Token) -> Stretch:
    """The noun phrase that `noun` rules, with its appositions, without relative and other finite clauses after it; never
    empty, though the parser takes a lone mark for a noun ("according to _")."""
    end = noun.i + 1
    for part in noun.rights:
        if part.dep_ in _CLAUSAL or (part.dep_ == "conj" and part.pos_ in {"VERB", "AUX"}):
            break
        if part.dep_ == "acl" and part.i > noun.i + 1 and noun.doc[part.left_edge.i - 1].is_punct:
            break
        if part.dep_ == "punct":
            continue
        end = max(end, _bounded(part))
    found = trim(noun.doc, Stretch(noun.left_edge.i, end))
    return found if found.start < found.end else Stretch(noun.i, noun.i + 1)


def _bounded(part: Token) -> int:
    """The end of what hangs on `part`, cut before a relative clause at the end of it."""
    end = part.right_edge.i + 1
    for inner in part.subtree:
        if inner.dep_ == "relcl" and inner.right_edge.i + 1 == end and inner.left_edge.i > part.i:
            return inner.left_edge.i
    return end


def verb_group(verb: Token) -> Stretch:
    """The verb with its auxiliaries, negation and particle, as far as they stand together with it."""
    parts = {verb.i} | {c.i for c in verb.children if c.dep_ in _GROUP}
    start = end = verb.i
    while start - 1 in parts:
        start -= 1
    while end + 1 in parts and verb.doc[end + 1].dep_ == "prt":
        end += 1
    first = next(i for i in range(start, verb.i + 1) if verb.doc[i].dep_ != "advmod" or i == verb.i)
    return Stretch(first, end + 1)


def trim(doc: Doc, stretch: Stretch, also: frozenset[str] = frozenset()) -> Stretch:
    """`stretch` without commas, stops, dashes, spaces and the words `also` (lower case) at its ends, nor an "and" that
    the parser left hanging at its end."""
    start, end = stretch
    while start < end and (_loose(doc[start]) or doc[start].lower_ in also):
        start += 1
    while end > start and (_loose(doc[end - 1]) or doc[end - 1].tag_ == "CC"):
        end -= 1
    return Stretch(start, end)


def _loose(token: Token) -> bool:
    return token.is_space or (token.is_punct and not token.is_quote and not token.is_bracket)


def runs(numbers: Iterable[int]) -> Iterator[Stretch]:
    """Token numbers as stretches of neighbours, in order."""
    start = last = None
    for number in sorted(set(numbers)):
        if start is None:
            start = number
        elif last is not None and number != last + 1:
            yield Stretch(start, last + 1)
            start = number
        last = number
    if start is not None and last is not None:
        yield Stretch(start, last + 1)
