"""What stands beside an event: auxiliaries, negations, adverbs, adjectives, and the word that opens its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from rashomon.reading.modality.words import words
from rashomon.reading.syntax import SUBJECTS

Label = Literal["hypothetical", "future"]
_PARTICIPANTS = SUBJECTS | {"dobj", "attr"}
_ADVERBIAL = frozenset({"advmod", "npadvmod", "neg", "preconj", "cc"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside a token say: whether it is denied, and whether it may or will be."""

    negated: bool
    label: Label | None


def beside(token: Token, below: Token | None = None) -> Beside:
    """What the words that hang on `token` itself say of it. `below`, one of them, was heard before."""
    if token.pos_ in ("VERB", "AUX"):
        return _beside_verb(token, below)
    return _beside_noun(token)


def opens(token: Token) -> bool:
    """Whether the clause of `token` is opened by a word of condition ("if", "whether"), or by inversion."""
    for part in token.lefts:
        if part.dep_ in ("mark", "advmod", "cc") and words().marks.get(("clause", part.lower_)):
            return True
        if part.dep_ == "mark" and token.tag_ in _PRESENT and words().marks.get(("bound", part.lower_)):
            return True
        if part.dep_ in SUBJECTS:
            break
        if token.dep_ == "advcl" and part.dep_ in _AUXILIARY and part.lower_ in words().inverted:
            return True
    return False


def is_infinitive(verb: Token) -> bool:
    """Whether `verb` stands with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.lefts)


def is_perfect(verb: Token) -> bool:
    """Whether `verb` stands with "have"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def _beside_verb(verb: Token, below: Token | None) -> Beside:
    negations = sum(_denies(c) for c in verb.children if c != below)
    negations += _after_nor(verb) + _is_passed_over(verb)
    negated = negations % 2 == 1
    label: Label | None = None
    for part in verb.children:
        if part.dep_ in _AUXILIARY:
            label = _by_auxiliary(part, verb, negated) or label
        elif part.dep_ in _ADVERBIAL:
            label = label or _by_adverb(part, verb)
    if label is None and _is_subjunctive(verb):
        label = "hypothetical"
    if opens(verb) or (label is not None and any(c.dep_ == "advcl" and c != below and opens(c) for c in verb.children)):
        label = "hypothetical"
    return Beside(negated, label)


def _denies(part: Token) -> bool:
    """Whether `part` denies the verb that it hangs on."""
    negators = words().negators
    if part.dep_ in _ADVERBIAL and part.lower_ in negators["verb"]:
        following = part.nbor(1).lower_ if part.i + 1 < len(part.doc) else ""
        return part.dep_ != "cc" and following not in words().only
    if part.dep_ not in _PARTICIPANTS:
        return False
    if part.lower_ in negators["participant"]:
        return True
    return any(c.dep_ in ("det", "neg") and c.lower_ in negators["noun"] for c in part.lefts)


def _after_nor(verb: Token) -> bool:
    if verb.dep_ != "conj":
        return False
    denied = words().negators["verb"]
    return any(c.dep_ == "cc" and c.lower_ in denied and c.i < verb.i for c in verb.head.rights)


def _is_subjunctive(verb: Token) -> bool:
    """ "(demand) that he resign"."""
    if verb.tag_ != "VB" or any(c.dep_ in _AUXILIARY and c.tag_ != "VB" for c in verb.lefts):
        return False
    parts = {c.dep_ for c in verb.lefts}
    return "mark" in parts and not parts.isdisjoint(SUBJECTS)


def _is_passed_over(token: Token) -> bool:
    """ "instead of attacking", "rather than attack"."""
    before = " ".join(t.lower_ for t in token.doc[max(0, token.i - 2) : token.i])
    return before in words().negators["before"]


def _by_auxiliary(part: Token, verb: Token, negated: bool) -> Label | None:
    mark = words().marks.get(("aux", part.lower_))
    if mark == "would":
        return "future" if _is_reported(verb) and not is_perfect(verb) else "hypothetical"
    if mark == "ability":
        return None if negated else "hypothetical"
    return mark if mark in ("hypothetical", "future") else None


def _is_reported(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    governor = verb.head
    return verb.dep_ in ("ccomp", "acl") and governor.lemma_.lower() in words().saying


def _by_adverb(part: Token, verb: Token) -> Label | None:
    mark = words().marks.get(("adverb", part.lower_))
    if mark is None and part.dep_ == "npadvmod" and any(c.lower_ in words().coming for c in part.lefts):
        mark = "future"
    if mark == "future" and verb.tag_ == "VBD":
        return None
    return mark if mark in ("hypothetical", "future") else None


def _beside_noun(noun: Token) -> Beside:
    negated = _is_passed_over(noun)
    label: Label | None = None
    for part in noun.lefts:
        if part.dep_ in ("det", "neg") and part.lower_ in words().negators["noun"]:
            negated = not negated
        mark = words().marks.get(("adjective", part.lower_)) if part.dep_ in ("amod", "compound") else None
        if part.dep_ == "det" and noun.dep_ != "dobj":
            mark = words().marks.get(("determiner", part.lower_))
        if mark == "negated":
            negated = True
        elif mark == "hypothetical" or mark == "future":
            label = label or mark
    return Beside(negated, label)
