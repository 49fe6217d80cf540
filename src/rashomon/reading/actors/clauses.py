"""What stands round a mention: whether it is a subject, whether it speaks, its sentence, quotation marks."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.text import Text


def _counting(token: Token) -> Token:
    """For the demonstrators of "hundreds of demonstrators" the hundreds, which stand in the clause for them."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in word_list("quantities"):
        return token.head.head
    return token


def is_subject(token: Token) -> bool:
    """Whether a token, or what it is coordinated with, is the subject of a verb."""
    token = _counting(token)
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return True
        if token.dep_ not in ("conj", "appos"):
            return False
        token = token.head
    return False


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of saying, or what "according to" rules."""
    token = _counting(token)
    for _ in range(2):
        if token.dep_ in ("conj", "appos"):
            token = token.head
    if token.dep_ == "nsubj":
        return token.head.lemma_.lower() in word_list("saying")
    return token.dep_ == "pobj" and token.head.head.lower_ in word_list("citing")


def sentence_numbers(text: Text) -> list[int]:
    """The number of the sentence of each token."""
    numbers: list[int] = []
    for number, sentence in enumerate(text.parsed.doc.sents):
        numbers.extend([number] * len(sentence))
    return numbers


def quoted_tokens(text: Text) -> list[bool]:
    """For each token, whether it stands between quotation marks of its paragraph.

    A typewriter mark opens where a space stands before it and closes where none does, so that a quotation which is
    opened again and not closed does not turn the rest inside out.
    """
    flags: list[bool] = []
    inside, paragraph, spaced = False, -1, True
    for token in text.parsed.doc:
        if text.parsed.paragraph_of[token.i] != paragraph:
            inside, paragraph, spaced = False, text.parsed.paragraph_of[token.i], True
        if token.text in ("“", "``"):
            inside = True
        elif token.text in ("”", "''"):
            inside = False
        elif token.text == '"':
            inside = spaced
        flags.append(inside)
        spaced = bool(token.whitespace_) or token.text in ("(", "[", "—", "–")
    return flags
