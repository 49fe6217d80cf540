"""Which statements a denial, a confirmation or a failure to verify speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution, Check
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.verbs import cue_of
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child

#: how many statements back an answer may reach
_REACH = 6
_ANAPHORA = frozenset({"it", "this", "that", "them", "these", "those", "which"})


def link_answers(parsed: Parsed, found: list[Attribution]) -> None:
    """Fills `answers` (indices), the stance of statements that call another false, and `verification` of those that
    somebody could not verify. General remarks are left to `reading.verification`, which knows the events."""
    for i, attribution in enumerate(found):
        verb = parsed.doc[attribution.head]
        if attribution.stance == "affirm" and _calls_untrue(parsed, attribution):
            attribution.stance = "deny"
        status = words().verifying.get(verb.lemma_.lower())
        if attribution.stance == "affirm" and status is None:
            continue
        targets = _targets(parsed, found, i)
        attribution.answers = targets
        if status is None or attribution.cue is None:
            continue
        outcome = "unverified" if attribution.stance == "open" or _unable(verb) else status
        if outcome == "unverified":
            attribution.stance = "open"
        for j in targets:
            found[j].verification = Check(outcome, attribution.source, attribution.cue)


def _unable(verb: Token) -> bool:
    """ "is unable to confirm", "failed to verify"."""
    return verb.dep_ == "xcomp" and (verb.head.lower_ == "unable" or verb.head.lemma_.lower() in words().withheld)


def _calls_untrue(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether the content says of something said before that it is not so ("the claims were false")."""
    cue = cue_of(parsed.doc[attribution.head])
    if cue is not None and "objas" in cue.frames:
        return _named_untrue(parsed, attribution)
    for part in attribution.content:
        for i in part.tokens:
            token = parsed.doc[i]
            if token.lemma_.lower() not in words().untrue and token.lower_ not in words().untrue:
                continue
            about = token.head if token.dep_ in {"acomp", "attr", "oprd"} else None
            if about is None:
                return part.start == i  # "called it false", "dismissed as lies": handled by their own cue
            subject = child(about, "nsubj", "nsubjpass")
            negated = any(c.dep_ == "neg" for c in about.children)
            if subject is not None and not negated and stands_for_speech(subject):
                return True
    return False


def _named_untrue(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether something said or shown is named an untruth ("called the video a fake", but not "called the vote a farce")."""
    inside = [parsed.doc[i] for part in attribution.content for i in part.tokens]
    about = next((t for t in inside if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ != "compound"), None)
    if about is None or not (stands_for_speech(about) or about.lemma_.lower() in words().shown):
        return False
    return any(t.i > about.i and (t.lemma_.lower() in words().untrue or t.lower_ in words().untrue) for t in inside)


def is_answered(noun: Token) -> bool:
    """Whether a noun names what somebody said: an allegation, a report, a claim."""
    return noun.lemma_.lower() in words().answered


def stands_for_speech(noun: Token) -> bool:
    """Whether a noun or pronoun may stand for what was said before."""
    return is_answered(noun) or noun.lower_ in _ANAPHORA


def _targets(parsed: Parsed, found: list[Attribution], i: int) -> list[int]:
    """The statements that statement `i` answers: the one whose noun its relative clause hangs on, or, where it speaks of
    "the claims", "it", "the allegations", the nearest by somebody else before it in this or the last paragraph."""
    attribution = found[i]
    verb = parsed.doc[attribution.head]
    if verb.dep_ == "relcl" and verb.head.i < verb.i:
        return _last([j for j in range(max(0, i - _REACH), i) if found[j].source != attribution.source])
    heads = [parsed.doc[t] for part in attribution.content for t in part.tokens]
    if attribution.content and not any(stands_for_speech(t) for t in heads[:6]):
        return []
    here = parsed.paragraph_of[attribution.head]
    near = [
        j
        for j in _others(found, i, range(max(0, i - _REACH), i))
        if here - parsed.paragraph_of[found[j].head] <= 1 and not found[j].answers
    ]
    return _told_by_last(parsed, found, near)


def _told_by_last(parsed: Parsed, found: list[Attribution], near: list[int]) -> list[int]:
    """The last of `near`, and those right before it in its paragraph by the same speaker: "denied this" denies them all."""
    told = near[-1:]
    for j in reversed(near[:-1]):
        first, last = found[j], found[told[0]]
        if parsed.paragraph_of[first.head] != parsed.paragraph_of[last.head] or told[0] - j > 1:
            break
        if not (_is_pronoun(parsed, last) or _words_of(parsed, first) == _words_of(parsed, last)):
            break
        told.insert(0, j)
    return told


def _is_pronoun(parsed: Parsed, attribution: Attribution) -> bool:
    return attribution.source is not None and parsed.doc[attribution.source.start].pos_ == "PRON"


def _words_of(parsed: Parsed, attribution: Attribution) -> str:
    return parsed.text(attribution.source).lower() if attribution.source is not None else ""


def _others(found: list[Attribution], i: int, among: Iterable[int]) -> list[int]:
    """Statements by another source than that of `i`."""
    return [j for j in among if found[j].source != found[i].source and found[i].within != j]


def _last(numbers: list[int]) -> list[int]:
    return numbers[-1:]
