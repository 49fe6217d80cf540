"""Whom a pronoun does not stand for, by the clause that it is in."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.clauses import speaks
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.text import located
from rashomon.reading.events.arguments import logical_subjects
from rashomon.reading.events.classes import in_class, lemma_of
from rashomon.reading.events.lexicon import verbs
from rashomon.reading.events.voice import is_passive
from rashomon.reading.events.windows import before

_FORCE = frozenset({"ASSAULT", "COERCE"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
#: how many words above a pronoun are asked, and how far before it a thing may stand, in tokens
_STEPS, _REACH = 12, 40


def source_verb(token: Token, other: Token) -> Token | None:
    """The verb by which `other` says the words that `token` stands in, or None where it does not."""
    while other.dep_ in ("conj", "appos") and other.head != other:
        other = other.head
    if not speaks(other) or other.dep_ != "nsubj":
        return None
    node = token
    for _ in range(_STEPS):
        if node.head == node:
            return None
        if node.head == other.head:
            # "the group said the mosque was full when it was hit" is also parsed with "said" in the middle
            return other.head if node.dep_ in _CLAUSES or node.i > other.head.i else None
        node = node.head
    return None


def is_accuser(verb: Token) -> bool:
    """Whether the subject of `verb` says what others did ("allege"), so that nobody in what it says is the subject."""
    return lemma_of(verb) in word_list("accusing")


def undergoes(token: Token) -> Token | None:
    """The verb of force that `token` undergoes ("it was hit", "beat them"), or None."""
    verb = token.head
    if not any(entry.type in _FORCE for entry in verbs().get(lemma_of(verb), ())):
        return None
    return verb if token.dep_ == ("nsubjpass" if is_passive(verb) else "dobj") else None


def doers(token: Token) -> set[int]:
    """The numbers of the tokens that name who does what `token` is the object of; they are others than `token`."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":  # "killing some of them"
        token = token.head.head
    verb = token.head
    if token.dep_ != "dobj" or verb.pos_ != "VERB" or is_passive(verb):
        return set()
    if verb.dep_ == "advcl" and in_class(verb, "enabling"):  # "the group sold oil, enabling it to": the sale enables it
        return set()
    return {t.i for t in logical_subjects(verb)}


def things(token: Token) -> list[Token]:
    """The buildings, vehicles and towns that the sentence names before `token`, but for those that only say where."""
    some = (token.doc[i] for i in before(token.doc, token.i, _REACH))
    return [t for t in some if _is_thing(t) and not located(t) and not (t.dep_ == "appos" and located(t.head))]


def _is_thing(token: Token) -> bool:
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        return False
    if token.pos_ == "PROPN":
        return token.ent_type_ in ("GPE", "FAC") and token.dep_ in _CORE and not speaks(token)
    return token.pos_ == "NOUN" and any(in_class(token, name) for name in ("struck", "territory", "vehicles"))
