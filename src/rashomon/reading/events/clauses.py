"""Where one clause ends and another begins: what somebody says has doers of its own, and the one who says it is not
among them."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.events.classes import in_class
from rashomon.reading.statements.words import words as cues

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_GROUP = frozenset({"aux", "auxpass", "advmod", "neg"})
_COMPLEMENTS = frozenset({"ccomp", "parataxis"})


def governor(verb: Token) -> Token | None:
    """The verb whose subject `verb`, which has none, may share through conjunction, control or as a participle.

    It is the verb above, but where that one says something and its content stands between the two, the content's own
    verb: in "the ministry said rebels took the fort, killing nine" the ministry kills nobody. None where it is open
    which of the two clauses `verb` belongs to, and where the content tells only what befell somebody.
    """
    above = verb.head
    if verb.dep_ == "conj" and (not _is_joined(above, verb) or (above.lemma_ == "be" and above.tag_ == "VBG")):
        return None  # "killing nine people, three of them being girls, and wounding ten"
    content = _content(above, verb)
    if content is None or is_speech(verb):
        return above
    if verb.dep_ == "conj" and any(c.dep_ == "cc" and content.i < c.i < verb.i for c in above.children):
        # "Borduria said it was a lie and recalled its envoy", but "the army said rebels came and killed nine"
        return None if in_class(verb, "harm") or in_class(verb, "undergone") else above
    return None if any(c.dep_ in ("auxpass", "nsubjpass") for c in content.children) else content


def _is_joined(above: Token, verb: Token) -> bool:
    """Whether a conjunction or a comma joins two verbs, and not the parser alone."""
    if any(c.dep_ == "cc" for word in (above, verb) for c in word.children):
        return True
    first = min((c.i for c in verb.lefts if c.dep_ in _GROUP), default=verb.i)
    return first > 0 and verb.doc[first - 1].is_punct


def is_speech(verb: Token) -> bool:
    """Whether `verb` itself says something."""
    return in_class(verb, "saying") or verb.lemma_.lower() in cues().verbs


def cleft(copula: Token) -> Token | None:
    """The noun that "it was the rebels who" puts first: `copula` is its verb, and "it" stands for nobody."""
    subject = next((c for c in copula.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ != "it" or copula.lemma_ != "be":
        return None
    named = (c for c in copula.rights if c.dep_ == "attr")
    return next((c for c in named if any(r.dep_ == "relcl" for r in c.rights)), None)


def _content(above: Token, verb: Token) -> Token | None:
    """The verb of what `above` says, where it stands between `above` and `verb` and has a subject of its own."""
    if above.pos_ not in ("VERB", "AUX") or not is_speech(above):
        return None
    between = (c for c in above.rights if c.dep_ in _COMPLEMENTS and c.i < verb.i)
    return next((c for c in between if any(s.dep_ in _SUBJECTS for s in c.children)), None)
