"""Whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from rashomon.reading.actors.barred import doers, is_accuser, source_verb, things, undergoes
from rashomon.reading.actors.clauses import is_subject, quoted_tokens, sentence_numbers, speaks
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.seen import Seen, suits
from rashomon.reading.actors.text import Text
from rashomon.records import ActorKind

#: how many mentions, and how many tokens, a pronoun looks back
_MENTIONS = 40
_TOKENS = 160

#: what each sentence back costs, and what having spoken is worth to one who speaks now; chosen on the 43 pronouns
#: among the sources of 18 reports
_PER_SENTENCE = 1.0
_SPEAKER = 0.8

_UNDERGOERS = frozenset({"dobj", "nsubjpass"})
#: who tells of force and is not its object
_OBSERVERS: frozenset[ActorKind] = frozenset({"ngo", "media", "court"})


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
        self.seen.append(
            Seen(entity, phrase.head, is_subject(token), speaks(token), token.dep_ in _UNDERGOERS, quoted, sentence)
        )

    def antecedents(self, phrase: Phrase) -> list[Entity]:
        """The actors that a pronoun stands for: several for "they" after a coordination, none when none is likely."""
        token = self.text.parsed.doc[phrase.head]
        if phrase.pronoun in (None, "none"):
            return []
        if phrase.pronoun == "who":
            return _some(self._relative(token))
        if phrase.pronoun in ("i", "we"):
            return _some(self._speaker(token, phrase.pronoun == "i"))
        if (outfit := self._outfit(token)) is not None:
            return outfit
        best = self._best(phrase, token)
        if best is None or (phrase.pronoun == "it" and self._is_thing(token, best)):
            return []
        return self._joined(best) if phrase.pronoun == "they" else [best.entity]

    def thing(self, phrase: Phrase) -> Token | None:
        """The building, vehicle or town that "it" stands for when it undergoes force: the one that the sentence names
        before, where no actor of the sentence but the speaker may be meant."""
        token = self.text.parsed.doc[phrase.head]
        if phrase.pronoun != "it" or undergoes(token) is None:
            return None
        found = things(token)
        best = self._best(phrase, token)
        if len(found) != 1 or (best and best.sentence == self._sentence[token.i] and not self._tells(token, best)):
            return None
        return found[0]

    def _is_thing(self, token: Token, best: Seen) -> bool:
        """Whether "it" more likely is a thing that is hit than the actor `best`, who tells of it or is far away."""
        if undergoes(token) is None:
            return False
        told = best.entity.kind in _OBSERVERS and self._tells(token, best)
        return told or bool(things(token)) or not best.subject or self._sentence[token.i] - best.sentence > 1

    def _outfit(self, token: Token) -> list[Entity] | None:
        """Whom "it" means where a noun that tells little says it ("the outfit said it"): that one, or nobody known; None
        where it is not so."""
        verb = token.head.head
        if token.lower_ != "it" or token.dep_ != "nsubj" or token.head.dep_ != "ccomp":
            return None
        said = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "NN" and speaks(c)), None)
        if said is None:
            return None
        known = next((s.entity for s in self.seen[-_MENTIONS:] if s.head == said.i), None)
        return None if known and known.kind != "unknown" else _some(known)

    def _tells(self, token: Token, seen: Seen) -> bool:
        return source_verb(token, self.text.parsed.doc[seen.head]) is not None

    def _joined(self, seen: Seen) -> list[Entity]:
        """The actor of a mention and those coordinated with it."""
        doc = self.text.parsed.doc
        heads = {seen.head, *(t.i for t in doc[seen.head].conjuncts)}
        near = [s for s in self.seen[-_MENTIONS:] if s.head in heads]
        return list({s.entity.number: s.entity for s in near}.values())

    def _best(self, phrase: Phrase, token: Token) -> Seen | None:
        here = self._sentence[phrase.head]
        others = self._entities_at(doers(token)) if _is_plain(token) else set()
        best: tuple[float, Seen] | None = None
        for seen in self.seen[-_MENTIONS:][::-1]:
            if phrase.head - seen.head > _TOKENS:
                break
            if seen.head >= phrase.head or self._bound(token, seen) or not self._suits(phrase, seen):
                continue
            if seen.entity.number in others or self._accuses(token, seen):
                continue
            if seen.quoted and not self.quoted[token.i] and speaks(token) and not seen.entity.named:
                continue
            score = self._score(token, seen, here, phrase.pronoun == "they")
            if best is None or score > best[0]:
                best = (score, seen)
        return best[1] if best else None

    def _suits(self, phrase: Phrase, seen: Seen) -> bool:
        if suits(phrase, seen.entity):
            return True
        return phrase.pronoun == "they" and bool(self.text.parsed.doc[seen.head].conjuncts)

    def _score(self, token: Token, seen: Seen, here: int, plural: bool) -> float:
        # "police seized six men; they were beaten": who undergoes it, and not who does it, goes on undergoing
        undergone = plural and token.dep_ == "nsubjpass"
        prominent = seen.undergoer if undergone else seen.subject
        score = -_PER_SENTENCE * (here - seen.sentence) + 1.0 * prominent + 0.3 * seen.entity.named
        if is_subject(token) and not undergone:
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
        if not _is_plain(token):
            return False
        other = self.text.parsed.doc[seen.head]
        if token.head.dep_ == "relcl" and token.head.head.i == other.i:  # "the fighters they captured"
            return True
        return token.head.i == other.head.i and token.dep_ != "conj" and token.head.pos_ in ("VERB", "AUX")

    def _accuses(self, token: Token, seen: Seen) -> bool:
        """Whether the actor of a mention says what others did, and `token` is one of these."""
        verb = source_verb(token, self.text.parsed.doc[seen.head]) if _is_plain(token) else None
        return verb is not None and is_accuser(verb)

    def _entities_at(self, heads: set[int]) -> set[int]:
        """The numbers of the actors that the tokens `heads` refer to."""
        return {s.entity.number for s in self.seen[-_MENTIONS:] if s.head in heads}

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
            if not self.quoted[token.i] and not self._tells(token, seen):
                continue  # a press release speaks for its publisher, whoever else speaks in it
            score = -abs(away) - (0.5 if away > 0 else 0.0)
            if best is None or score >= best[0]:
                best = (score, seen.entity)
        return best[1] if best else None


def _is_plain(pronoun: Token) -> bool:
    """Whether a pronoun is neither possessive nor reflexive."""
    return pronoun.tag_ != "PRP$" and "Yes" not in pronoun.morph.get("Reflex", [])


def _some(entity: Entity | None) -> list[Entity]:
    return [entity] if entity else []
