"""The phrase that names the victims."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.people import noun_after
from rashomon.reading.counts.words import loss_words
from rashomon.reading.parsed import Stretch


def victims_of(group: Group) -> Stretch | None:
    """The noun phrase of the people, without the number and without clauses that follow."""
    noun = group.noun
    if group.of_them:
        noun = noun_after(group.node.doc, group.number.stretch.end + 2)
    if noun is None or noun.pos_ == "PRON" or noun.lemma_.lower() in loss_words().nouns:
        return None
    numbered = group.number.stretch.end if group.number.stretch.end <= noun.i else noun.left_edge.i
    start = max(numbered, noun.left_edge.i)
    if group.article:
        start = group.number.stretch.start
        start += noun.doc[start].tag_ in {"DT", "PRP$"} and start < noun.i
    if group.of_them:
        start = max(start, group.number.stretch.end + 2)
    end = noun.i + 1
    for part in noun.rights:
        if part.i == end and part.dep_ == "prep" and part.lower_ in {"of", "from"}:
            end = _simple_end(part)
    return Stretch(min(start, noun.i), end)


def _simple_end(prep: Token) -> int:
    """The end of a prepositional phrase, cut before a clause, a comma or a conjunction."""
    end = prep.i + 1
    for token in prep.doc[prep.i + 1 : prep.right_edge.i + 1]:
        if token.dep_ in {"relcl", "cc", "acl"} or token.is_punct or token.pos_ in {"VERB", "AUX"}:
            break
        end = token.i + 1
    return end
