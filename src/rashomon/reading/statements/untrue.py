"""Statements that call what somebody said untrue: "said the claims were false", "called the video a fake"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.verbs import cue_of
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child

_ANAPHORA = frozenset({"it", "this", "that", "them", "these", "those", "which"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def calls_untrue(parsed: Parsed, attribution: Attribution) -> Token | None:
    """What the content calls untrue, something said or shown before; None where it calls nothing so."""
    cue = cue_of(parsed.doc[attribution.head])
    naming = cue is not None and "objas" in cue.frames
    for part in attribution.content:
        about = _named(parsed, part) if naming else None
        about = about or next((a for i in part.tokens if (a := _subject_of(parsed.doc[i])) is not None), None)
        if about is not None:
            return about
    return None


def is_answered(noun: Token) -> bool:
    """Whether a noun names what somebody said: an allegation, a report, a claim."""
    return noun.lemma_.lower() in words().answered


def stands_for_speech(noun: Token) -> bool:
    """Whether a noun or pronoun may stand for what was said before."""
    return is_answered(noun) or noun.lower_ in _ANAPHORA


def _is_untrue(token: Token) -> bool:
    return token.lemma_.lower() in words().untrue or token.lower_ in words().untrue


def _subject_of(token: Token) -> Token | None:
    """The subject that stands for speech of the predicate `token`, where that says "untrue" ("the claims were false", "this
    is a lie", "the reports had been invented")."""
    if not _is_untrue(token):
        return None
    verb = token if token.tag_ == "VBN" and child(token, "auxpass") is not None else token.head
    if verb != token and token.dep_ not in _PREDICATES:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if not stands_for_speech(subject) and subject.lemma_.lower() not in words().shown:
        return None
    # "it was wrong to bomb hospitals", "it is false that …": "it" stands for what follows
    below = (*verb.rights, *token.rights)
    if subject.lower_ == "it" and any(c.dep_ in {"xcomp", "ccomp", "advcl", "acl", "csubj"} for c in below):
        return None
    return subject


def _named(parsed: Parsed, part: Stretch) -> Token | None:
    """What a naming cue names an untruth: "the report a fabrication", "the video as staged"; but not "the vote a farce"."""
    inside = [parsed.doc[i] for i in part.tokens]
    about = next((t for t in inside if t.pos_ in _NOMINAL and t.dep_ not in {"compound", "poss"}), None)
    if about is None or not (stands_for_speech(about) or about.lemma_.lower() in words().shown):
        return None
    return about if any(t.i > about.i and _is_untrue(t) and _is_name(t, about) for t in inside) else None


def _is_name(token: Token, about: Token) -> bool:
    """Whether a word is what `about` is named, or part of it, and not deeper in a phrase ("a reply to propaganda")."""
    while token.dep_ in {"amod", "compound", "conj"}:
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ == "as"
    return token.dep_ in {*_PREDICATES, "ccomp", "xcomp", "dobj", "acl", "ROOT"} or token.head == about
