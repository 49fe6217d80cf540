"""Whom a pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.actors.analysis import Text
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.records import ActorKind

#: how many mentions, and how many tokens, a pronoun looks back
_MENTIONS = 40
_TOKENS = 160

_BODIES: frozenset[ActorKind] = frozenset({
    "state", "government", "ministry", "military", "police", "armed group", "party", "organisation", "igo", "ngo",
    "media", "court", "company",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that has gone by: its actor, its head, whether it is a subject and whether it speaks."""

    entity: Entity
    head: int
    subject: bool
    speaks: bool
    quoted: bool
    sentence: int
    pronoun: bool


class Memory:
    """The mentions of a report that have gone by, for pronouns to choose from."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.seen: list[Seen] = []
        self.quoted = quoted_tokens(text)
        self._sentence = sentence_numbers(text)

    def note(self, entity: Entity, phrase: Phrase) -> None:
        """Remembers a mention."""
        token = self.text.parsed.doc[phrase.head]
        subject = is_subject(token)
        self.seen.append(
            Seen(
                entity, phrase.head, subject, speaks(token), self.quoted[phrase.head], self._sentence[phrase.head],
                phrase.form == "pronoun",
            )  # fmt: skip
        )

    def antecedent(self, phrase: Phrase) -> Entity | None:
        """The actor that a pronoun stands for, or None when none is likely."""
        if phrase.pronoun in (None, "none"):
            return None
        token = self.text.parsed.doc[phrase.head]
        if phrase.pronoun == "who":
            return self._relative(token)
        if phrase.pronoun in ("i", "we"):
            return self._speaker(token)
        here = self._sentence[phrase.head]
        best: tuple[float, int, Entity] | None = None
        for seen in self.seen[-_MENTIONS:][::-1]:
            if phrase.head - seen.head > _TOKENS:
                break
            if seen.head >= phrase.head or not _suits(phrase, seen.entity) or self._bound(token, seen):
                continue
            score = self._score(token, seen, here)
            if best is None or score > best[0]:
                best = (score, seen.head, seen.entity)
        return best[2] if best else None

    def _score(self, token: Token, seen: Seen, here: int) -> float:
        score = -0.8 * (here - seen.sentence) + 1.0 * seen.subject + 0.3 * seen.entity.named
        if is_subject(token):
            score += 0.8 * seen.speaks if speaks(token) else 0.3 * seen.speaks
            score += 0.4 * seen.subject
        if self.quoted[token.i] != seen.quoted:
            score -= 0.8
        return score - 0.004 * (token.i - seen.head)

    def _bound(self, token: Token, seen: Seen) -> bool:
        """An object and a subject of one verb are two, unless the pronoun is possessive or reflexive."""
        if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
            return False
        other = self.text.parsed.doc[seen.head]
        return token.head.i == other.head.i and token.dep_ != "conj" and token.head.pos_ in ("VERB", "AUX")

    def _relative(self, token: Token) -> Entity | None:
        clause: Token | None = token
        for _ in range(6):
            if clause is None or clause.dep_ == "relcl" or clause.head.i == clause.i:
                break
            clause = clause.head
        if clause is None or clause.dep_ != "relcl":
            return None
        noun = clause.head.i
        return next((s.entity for s in reversed(self.seen) if s.head == noun), None) or self._around(noun)

    def _around(self, noun: int) -> Entity | None:
        for seen in reversed(self.seen[-_MENTIONS:]):
            if any(noun in p.stretch.tokens for p in seen.entity.phrases[-3:]):
                return seen.entity
        return None

    def _speaker(self, token: Token) -> Entity | None:
        """Who speaks where the token stands: the nearest that speaks, in this sentence or the ones before."""
        here = self._sentence[token.i]
        for seen in reversed(self.seen[-_MENTIONS:]):
            if here - seen.sentence > 3:
                break
            if seen.speaks and not seen.quoted:
                return seen.entity
        return None


def _suits(phrase: Phrase, entity: Entity) -> bool:
    if phrase.pronoun in ("he", "she"):
        wanted = "m" if phrase.pronoun == "he" else "f"
        return entity.kind == "person" and not entity.plural and entity.gender in (None, wanted)
    if phrase.pronoun == "it":
        return entity.kind in _BODIES and not entity.plural
    return entity.plural or entity.kind in _BODIES - {"state", "ministry", "court"}


def is_subject(token: Token) -> bool:
    """Whether a token, or what it is coordinated with, is the subject of a verb."""
    for _ in range(3):
        if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return True
        if token.dep_ not in ("conj", "appos"):
            return False
        token = token.head
    return False


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of saying, or what "according to" rules."""
    for _ in range(2):
        if token.dep_ in ("conj", "appos"):
            token = token.head
    if token.dep_ == "nsubj":
        return token.head.lemma_.lower() in word_list("saying")
    return token.dep_ == "pobj" and token.head.head.lower_ == "according"


def sentence_numbers(text: Text) -> list[int]:
    """The number of the sentence of each token."""
    numbers: list[int] = []
    for number, sentence in enumerate(text.parsed.doc.sents):
        numbers.extend([number] * len(sentence))
    return numbers


def quoted_tokens(text: Text) -> list[bool]:
    """For each token, whether it stands between quotation marks of its paragraph."""
    flags: list[bool] = []
    inside, paragraph = False, -1
    for token in text.parsed.doc:
        if text.parsed.paragraph_of[token.i] != paragraph:
            inside, paragraph = False, text.parsed.paragraph_of[token.i]
        if token.text in ("“", "``"):
            inside = True
        elif token.text in ("”", "''"):
            inside = False
        elif token.text == '"':
            inside = not inside
        flags.append(inside)
    return flags
