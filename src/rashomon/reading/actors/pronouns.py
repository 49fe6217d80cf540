"""Whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.actors.clauses import is_subject, quoted_tokens, sentence_numbers, speaks
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text
from rashomon.records import ActorKind

#: how many mentions, and how many tokens, a pronoun looks back
_MENTIONS = 40
_TOKENS = 160

#: what each sentence back costs, and what having spoken is worth to one who speaks now; chosen on the 43 pronouns
#: among the sources of 18 reports
_PER_SENTENCE = 1.0
_SPEAKER = 0.8

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
        if any(c.dep_ == "det" and c.lower_ in word_list("negatives") for c in token.children):
            return
        quoted, sentence = self.quoted[phrase.head], self._sentence[phrase.head]
        self.seen.append(Seen(entity, phrase.head, is_subject(token), speaks(token), quoted, sentence))

    def antecedents(self, phrase: Phrase) -> list[Entity]:
        """The actors that a pronoun stands for: several for "they" after a coordination, none when none is likely."""
        token = self.text.parsed.doc[phrase.head]
        if phrase.pronoun in (None, "none"):
            return []
        if phrase.pronoun == "who":
            return _some(self._relative(token))
        if phrase.pronoun in ("i", "we"):
            return _some(self._speaker(token, phrase.pronoun == "i"))
        best = self._best(phrase, token)
        if best is None:
            return []
        return self._joined(best) if phrase.pronoun == "they" else [best.entity]

    def _joined(self, seen: Seen) -> list[Entity]:
        """The actor of a mention and those coordinated with it."""
        doc = self.text.parsed.doc
        heads = {seen.head, *(t.i for t in doc[seen.head].conjuncts)}
        near = [s for s in self.seen[-_MENTIONS:] if s.head in heads]
        return list({s.entity.number: s.entity for s in near}.values())

    def _best(self, phrase: Phrase, token: Token) -> Seen | None:
        here = self._sentence[phrase.head]
        best: tuple[float, Seen] | None = None
        for seen in self.seen[-_MENTIONS:][::-1]:
            if phrase.head - seen.head > _TOKENS:
                break
            if seen.head >= phrase.head or self._bound(token, seen) or not self._suits(phrase, seen):
                continue
            if seen.quoted and not self.quoted[token.i] and speaks(token) and not seen.entity.named:
                continue
            score = self._score(token, seen, here, phrase.pronoun == "they")
            if best is None or score > best[0]:
                best = (score, seen)
        return best[1] if best else None

    def _suits(self, phrase: Phrase, seen: Seen) -> bool:
        if _suits(phrase, seen.entity):
            return True
        return phrase.pronoun == "they" and bool(self.text.parsed.doc[seen.head].conjuncts)

    def _score(self, token: Token, seen: Seen, here: int, plural: bool) -> float:
        score = -_PER_SENTENCE * (here - seen.sentence) + 1.0 * seen.subject + 0.3 * seen.entity.named
        if is_subject(token):
            score += (_SPEAKER if speaks(token) else 0.3) * seen.speaks
            score += 0.4 * seen.subject
        if self.quoted[token.i] != seen.quoted:
            score -= 0.8
        score += 0.3 * (seen.entity.gender is not None)
        if plural and not seen.entity.plural and not self.text.parsed.doc[seen.head].conjuncts:
            score -= 0.8
        return score - 0.004 * (token.i - seen.head)

    def _bound(self, token: Token, seen: Seen) -> bool:
        """An object and a subject of one verb are two, unless the pronoun is possessive or reflexive."""
        if token.tag_ == "PRP$" or "Yes" in token.morph.get("Reflex", []):
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

    def _speaker(self, token: Token, person: bool) -> Entity | None:
        """Who says the words in which a token stands: the nearest that speaks, in its sentence, before or after it."""
        here = self._sentence[token.i]
        best: tuple[float, Entity] | None = None
        at = bisect_left(self.seen, token.i, key=lambda s: s.head)
        for seen in self.seen[max(0, at - _MENTIONS) : at + _MENTIONS]:
            away = seen.sentence - here
            if not seen.speaks or seen.quoted or abs(away) > 2 or (person and seen.entity.kind != "person"):
                continue
            score = -abs(away) - (0.5 if away > 0 else 0.0)
            if best is None or score >= best[0]:
                best = (score, seen.entity)
        return best[1] if best else None


def _some(entity: Entity | None) -> list[Entity]:
    return [entity] if entity else []


def _suits(phrase: Phrase, entity: Entity) -> bool:
    if phrase.pronoun in ("he", "she"):
        wanted = "m" if phrase.pronoun == "he" else "f"
        return entity.kind == "person" and not entity.plural and entity.gender in (None, wanted)
    if phrase.pronoun == "it":
        return entity.kind in _BODIES and not entity.plural
    return entity.plural or entity.kind in _BODIES - {"state", "ministry", "court"}
