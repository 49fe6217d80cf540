"""Single persons: told by an article or nothing ("a woman", "teen"), or as somebody known ("the boy", "Ann", "he")."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.counts.grammar import ARGUMENTS, lemma_of
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.numbers import Number
from rashomon.reading.counts.people import is_aged, is_old, is_people
from rashomon.reading.counts.words import listed, loss_words
from rashomon.reading.parsed import Stretch

#: where a noun without an article can be one person, as headlines have it ("Teen hurt")
_BARE = frozenset({"nsubj", "nsubjpass", "dobj"})
_BODIES = frozenset({"body", "corpse"})
_PLACES = frozenset({"GPE", "LOC"})
#: no noun phrase for one person has more words before its noun
_LONGEST = 12
_MARKS = frozenset({"det", "poss"})


def find_new(doc: Doc, groups: Collection[Group]) -> Iterator[Group]:
    """Persons told for the first time: "a woman", "another soldier", "Teen hurt", and "his driver" where it is joined to
    other people. `groups` are the people told by a number, which are none of these."""
    taken = {i for group in groups for i in group.number.stretch.tokens}
    nodes = {group.node.i for group in groups}
    known = set(nodes)
    for noun in doc:
        if noun.i in nodes or not _is_one(noun):
            continue
        mark = next((c for c in noun.lefts if c.dep_ in _MARKS), None)
        start = _start(noun, mark)
        if any(i in taken for i in range(start, noun.i)):
            continue
        article = noun.lower_ == "another" or (mark is not None and mark.lower_ in listed("articles"))
        owned = mark is not None and mark.dep_ == "poss" and noun.dep_ == "conj" and noun.head.i in known
        joined = noun.dep_ == "conj" and noun.head.i in known  # "a woman and man"
        if article or owned or (mark is None and (noun.dep_ in _BARE or joined) and _is_bare(noun)):
            known.add(noun.i)
            yield _single(noun, start)


def find_known(doc: Doc) -> Iterator[Group]:
    """Persons told as known to the reader, by a name, a pronoun or a definite noun. One who stands beside another noun
    in apposition is the person that the noun tells."""
    places = {token.lower_ for token in doc if token.ent_type_ in _PLACES}
    names = {token.lower_ for token in doc if is_named(token)} - places
    for token in doc:
        beside = token.dep_ == "appos" and token.head.tag_ not in {"NNS", "NNPS"}
        if beside or (token.tag_ == "NNP" and token.lower_ in places):
            continue
        named = is_named(token) or (token.dep_ in ARGUMENTS and token.tag_ == "NNP" and token.lower_ in names)
        if named or _is_pronoun(token):
            yield _single(token, _name_start(token), known=True)
        elif _is_one(token) and (lemma_of(token) not in _BODIES or lemma_of(token.head) in listed("finders")):
            mark = next((c for c in token.lefts if c.dep_ in _MARKS), None)
            if mark is not None and mark.tag_ != "WP$" and (mark.dep_ == "poss" or mark.lower_ in listed("definite")):
                yield _single(token, _start(token, mark), known=True)


def _is_pronoun(token: Token) -> bool:
    """Whether the token is a pronoun for one person, an owner's too ("his death")."""
    return token.tag_ in {"PRP", "PRP$"} and token.lower_ in listed(
        "one_pronouns" if token.tag_ == "PRP" else "one_owners"
    )


def is_named(token: Token) -> bool:
    """Whether the token rules the name of a person: by the model's word, by an age or a noun for people before it, or
    because it is of two words and no name of anything else."""
    if token.tag_ != "NNP" or token.dep_ == "compound":
        return False
    if token.ent_type_ == "PERSON":
        return not (token.head.ent_type_ == "PERSON" and token.head.i == token.i + 1)
    if any(is_old(c) or (c.dep_ == "compound" and c.tag_ == "NN" and is_people(c)) for c in token.lefts):
        return True
    first = token.nbor(-1) if token.i else token  # "Emil Rask", of whom the model knows nothing
    return not token.ent_type_ and not first.ent_type_ and first.tag_ == "NNP" and first.head == token


def _is_one(noun: Token) -> bool:
    """Whether a noun is one for a single person."""
    if is_aged(noun) or _is_another(noun):
        return True
    if noun.tag_ not in {"NN", "NNP"} or noun.pos_ == "PRON" or lemma_of(noun) in listed("collectives"):
        return False
    return is_people(noun)


def _is_bare(noun: Token) -> bool:
    """Whether a noun without an article is one person and no state ("were taken hostage")."""
    return noun.tag_ != "NNP" and lemma_of(noun) not in loss_words().nouns


def _is_another(word: Token) -> bool:
    """Whether a word stands for one more person by itself ("killed one man and wounded another")."""
    if word.lower_ not in listed("one_more") or word.dep_ not in ARGUMENTS:
        return False
    return word.lower_ == "another" or any(c.dep_ == "det" for c in word.lefts)


def _start(noun: Token, mark: Token | None) -> int:
    """The first token of a noun phrase: its article or owner, or the words right before the noun."""
    if mark is not None:
        return max(mark.left_edge.i, noun.i - _LONGEST) if mark.dep_ == "poss" else mark.i
    return min([c.left_edge.i for c in noun.lefts if c.dep_ in {"amod", "compound", "npadvmod", "nummod"}] + [noun.i])


def _name_start(token: Token) -> int:
    start = token.i
    while start and token.doc[start - 1].ent_type_ == token.ent_type_ == "PERSON" and token.doc[start].ent_iob_ == "I":
        start -= 1
    return start


def _single(noun: Token, start: int, *, known: bool = False) -> Group:
    stretch = Stretch(start, noun.i + 1)
    return Group(Number(stretch, stretch, 1, 1, exact=True), noun, noun, article=True, known=known)
