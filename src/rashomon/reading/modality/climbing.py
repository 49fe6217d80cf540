"""From an event up to the word that governs it, and what that word says of it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.modality.marks import is_infinitive, is_perfect, opens
from rashomon.reading.modality.words import Effect, words

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_PREPOSITIONAL = frozenset({"prep", "agent", "dative", "advmod", "cc", "pcomp"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "dative"})


class Step(NamedTuple):
    """The next word above, and its effect on what is under it."""

    governor: Token
    effect: Effect


def step(token: Token) -> Step:
    """The governor of `token` and what it says. "settled" ends the climb."""
    governor = token.head
    if governor == token:
        return Step(token, "settled")
    match token.dep_:
        case "conj":
            return _joined(token, governor)
        case "xcomp" | "ccomp":
            return _clause(token, governor)
        case "advcl":
            return _adverbial(token, governor)
        case "acl":
            return _adnominal(token, governor)
        case "pcomp" if governor.dep_ not in _PREPOSITIONAL:
            return _clause(token, governor)
        case "pobj" | "pcomp":
            return _prepositional(governor)
        case "attr":
            return Step(governor, "carry")
        case "nsubj" | "csubj":
            return _subject(token, governor)
        case "compound" | "nmod":
            return Step(governor, effect_of(governor, "comp") or "settled")
        case dep if dep in _OBJECTS:
            supposed = opens(governor) and _is_new(token)
            return Step(governor, effect_of(governor, "obj") or ("carry" if supposed else "settled"))
        case _:
            return Step(governor, "settled")


def _is_new(noun: Token) -> bool:
    """Whether a noun brings up what was not spoken of before: "a war", "peace talks"; not "the war", "its war"."""
    return not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in ("a", "an", "any")) for c in noun.lefts)


def effect_of(governor: Token, frame: str) -> Effect | None:
    """What `governor` says of what hangs on it as `frame`, or None when it says nothing."""
    kind = _CLASSES.get(governor.pos_, "")
    lemma = governor.lemma_.lower()
    if kind == "verb":
        for part in governor.rights:
            if part.dep_ == "prt" and (effect := words().governors.get((f"{lemma} {part.lower_}", kind, frame))):
                return effect
    return words().governors.get((lemma, kind, frame))


def _joined(token: Token, first: Token) -> Step:
    """The second of two joined words stands under what the first has beside it, unless it has its own."""
    if token.pos_ not in ("VERB", "AUX"):
        return Step(first, "carry")
    if is_infinitive(token):
        return Step(first, "carry" if is_infinitive(first) else "hypothetical")
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in token.lefts)
    alike = token.tag_ == first.tag_ or (first.tag_ == "VBN" and token.tag_ == "VBD")  # the tagger confuses the two
    if own or not alike:
        return Step(first, "settled")
    joined = (c for c in first.rights if c.dep_ == "cc" and c.i < token.i)
    return Step(first, "carry" if all(c.lower_ in words().joining for c in joined) else "settled")


def _clause(token: Token, governor: Token) -> Step:
    if is_infinitive(token):
        if is_perfect(token):
            return Step(governor, "settled")
        if governor.lemma_ == "have" and governor.tag_ == "VBD":  # "police had to use tear gas": they used it
            return Step(governor, "carry")
        if governor.lemma_ == "go" and governor.tag_ == "VBG":
            return Step(governor, "future")
        return Step(governor, effect_of(governor, "inf") or ("hypothetical" if governor.pos_ == "VERB" else "settled"))
    if token.tag_ == "VBG" and token.dep_ in ("xcomp", "pcomp"):
        return Step(governor, effect_of(governor, "obj") or effect_of(governor, "inf") or "settled")
    if token.tag_ == "VB" and (bare := effect_of(governor, "bare")):
        return Step(governor, bare)
    return Step(governor, effect_of(governor, "clause") or "settled")


def _adverbial(token: Token, governor: Token) -> Step:
    if is_infinitive(token):
        if token.lemma_.lower() in words().voiced:
            return Step(governor, "carry")
        known = effect_of(governor, "inf")
        return Step(governor, known if known and known != "settled" else "hypothetical")
    bare = not any(c.dep_ in ("mark", "advmod", "prep", "nsubj", "nsubjpass") for c in token.lefts)
    return Step(governor, "carry" if bare and token.tag_ == "VBG" else "settled")


def _adnominal(token: Token, governor: Token) -> Step:
    if is_infinitive(token):
        return Step(governor, effect_of(governor, "inf") or "hypothetical")
    if any(c.dep_ == "mark" for c in token.lefts):
        return Step(governor, effect_of(governor, "that") or "settled")
    return Step(governor, "settled")


def _prepositional(preposition: Token) -> Step:
    host = preposition.head
    if preposition.lower_ in words().negators["preposition"]:
        return Step(host, "negated")
    if preposition.dep_ == "agent" or host == preposition:
        return Step(host, "settled")
    if host.dep_ == "advmod":  # "slid back into war"
        host = host.head
    return Step(host, effect_of(host, preposition.lower_) or "settled")


def _subject(token: Token, verb: Token) -> Step:
    if token.dep_ == "csubj" or verb.lemma_ != "be":
        modal = token.dep_ == "csubj" and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts)
        return Step(verb, "carry" if modal else effect_of(verb, "subj") or "settled")
    if any(c.dep_ == "expl" for c in verb.children):
        return Step(verb, "carry")
    for part in verb.children:
        if part.dep_ == "acomp":
            effect = effect_of(part, "inf") or effect_of(part, "for")
            return Step(part, effect or "settled")
    return Step(verb, "settled")
