"""Classes of words that conditions and roles ask about: who can act, what is a weapon, what is an accident."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from rashomon.vocab.data import read_list, read_table

_PACKAGE = "rashomon.reading.events"
#: entity labels of those who can act
_ACTING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NEVER_ACTING = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "LAW", "WORK_OF_ART"})


@cache
def words_of(name: str) -> frozenset[str]:
    """The lemmas of the class `name` (`classes/<name>.txt`). Raises DataError when there is no such class."""
    return frozenset(read_list(_PACKAGE, f"classes/{name}.txt"))


@cache
def _corrections() -> Mapping[str, str]:
    rows = read_table(_PACKAGE, "lemmas.tsv", ("found", "lemma"), key=("found",))
    return {row["found"]: row["lemma"] for row in rows}


def lemma_of(token: Token) -> str:
    """The lemma in lower case, put right where the lemmatizer is known to fail."""
    lemma = token.lemma_.lower()
    return _corrections().get(lemma, lemma) if token.pos_ == "VERB" else lemma


def in_class(token: Token, name: str) -> bool:
    """Whether `token` is of the class `name`: "actor" asks `can_act`, "=war|peace" for one of these words."""
    if name == "actor":
        return can_act(token)
    words = _spelled_out(name) if name.startswith("=") else words_of(name)
    return lemma_of(token) in words or token.lower_ in words


def is_acronym(token: Token) -> bool:
    """Whether `token` is a short name in capitals that taggers take for a verb or a pronoun ("IS", "UN"); in a line of
    capitals nobody can tell."""
    if token.text not in words_of("acronyms"):
        return False
    beside = (token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc))
    return not any(t.is_upper and t.is_alpha and len(t) > 1 for t in beside)


@cache
def _spelled_out(name: str) -> frozenset[str]:
    return frozenset(name[1:].split("|"))


def can_act(token: Token) -> bool:
    """Whether the noun phrase of `token` can be an actor: a name, a person, a body, a side; no weapon, no deed."""
    lemma = lemma_of(token)
    if is_acronym(token):
        return True
    if token.ent_type_ in _NEVER_ACTING:
        return False
    if token.pos_ == "PRON":
        return token.lower_ in words_of("pronouns")
    if token.lower_ in words_of("people") or lemma in words_of("people"):
        return True
    if lemma in words_of("weapons") or lemma in words_of("things"):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in _ACTING:
        return True
    # "12 were killed", "the wounded", "protesting Copts"
    return token.pos_ in ("NUM", "ADJ") and token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.ent_type_ != "DATE"
