"""What the lexicon found, weighed with what the encoder sees."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from spacy.tokens import Token

from rashomon.errors import DataError
from rashomon.models.encoder import Floats
from rashomon.reading.drafts import EventMention
from rashomon.reading.events.aspects import Aspects
from rashomon.reading.events.classes import lemma_of
from rashomon.reading.events.columns import CERTAINTY, FLAGS, PLAIN, TYPES
from rashomon.reading.events.contexts import contexts_of
from rashomon.reading.events.lexicon import PACKAGE, Entry
from rashomon.reading.events.nominals import of_noun
from rashomon.reading.events.phrases import phrases
from rashomon.reading.events.roles import of_adjective, of_verb
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.events.undertakings import is_intended
from rashomon.reading.events.windows import prose
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.data import known, read_table

#: the odds (natural logarithm, against naming no event) from which a word that the lexicon does not know names one, and
#: those below which a word that it knows names none; chosen on reports and sentences held back. To let the encoder change
#: the lexicon's types was tried there, and made more wrong than right
ADDED, DROPPED = 1.5, -4.0
#: the least probability of an event that is told; on ledgers for training those below were mostly wrong
KEPT = 0.35
#: What speaks for the type of an event: the odds of its type, by how much another type is likelier, by how much another
#: word of its sentence is, whether the lexicon doubts it, whether it is a verb, has actors, recipients. For its roles much
#: the same; for its flags what the encoder says of them, and which are set.
FEATURES: Mapping[str, tuple[str, ...]] = {
    "type": ("always", "own", "rival", "best", "doubt", "verb", "actor", "recipient"),
    "roles": ("always", "own", "doubt", "verb", "actor", "recipient", "several"),
    "modality": ("always", "agreed", "certain", "flagged", "background"),
}
#: odds beyond which it makes no difference how much likelier another word of the sentence is: it may tell both
_FAR = 4.0
_WORDS = frozenset({"VERB", "NOUN", "ADJ"})
#: what a verb names that is no word for it: to promise, to threaten or to refuse what the verb says ("will issue bonds")
_UNDERTAKEN = frozenset({"AGREE", "THREATEN", "REJECT"})
_FLAG_COLUMNS = slice(1 + len(TYPES), 1 + len(TYPES) + len(FLAGS))


def weigh(parsed: Parsed, found: Sequence[EventMention], scores: Floats) -> list[EventMention]:
    """What of `found` the encoder does not think very unlikely, and the events that it alone sees, each with how probable it
    is that the report names such an event there, and that its roles are right. `scores`: `Learned.events`."""
    told = offered(parsed, found, scores)
    for event, seen in zip(told, evidence_of(parsed, told, scores), strict=True):
        event.confidence, event.roles_confidence = (round(probability(of, seen), 3) for of in ("type", "roles"))
    return [event for event in told if event.confidence >= KEPT]


def weigh_flags(events: Sequence[EventMention], scores: Floats) -> None:
    """Sets how probable it is that the flags of each event are right."""
    for event in events:
        event.modality_confidence = round(probability("modality", flags_evidence(event, scores)), 3)


def offered(parsed: Parsed, found: Sequence[EventMention], scores: Floats) -> list[EventMention]:
    """The events of both, before they are weighed. An event of the lexicon whose words show an aspect stays: PLOVER, and
    so the encoder, does not know all that ACLED records."""
    odds = _odds(scores)
    kept = [e for e in found if e.undertaken or e.aspects or odds[e.head].max() >= DROPPED]
    told = [*kept, *_unknown(parsed, found, odds)]
    return sorted(told, key=lambda e: (e.anchor, e.head, e.type))


def evidence_of(parsed: Parsed, found: Sequence[EventMention], scores: Floats) -> list[dict[str, float]]:
    """What speaks for the type and the roles of each of `found`, by the names of `FEATURES`."""
    odds = _odds(scores)
    out = []
    for event in found:
        sentence = parsed.sentence(event.head)
        kind, within = TYPES.index(event.type), odds[sentence.start : sentence.end]
        own = float(odds[event.head, kind])
        out.append(
            {
                "own": max(-8.0, min(12.0, own)),
                "rival": float(odds[event.head].max()) - own,
                "best": min(_FAR, float(within.max()) - own),
                "doubt": float(event.confidence < PLAIN),
                "verb": float(parsed.doc[event.head].pos_ == "VERB"),
                "actor": float(bool(event.actors)),
                "recipient": float(bool(event.recipients)),
                "several": float(len(event.actors) + len(event.recipients) > 2),
            }
        )
    return out


def flags_evidence(event: EventMention, scores: Floats) -> dict[str, float]:
    """What speaks for the flags of an event, by the names of `FEATURES`."""
    said = event.modality
    told = np.array([said.negated, said.hypothetical, said.future, said.historical])
    logits = np.where(told, 1.0, -1.0) * scores[event.head, _FLAG_COLUMNS]
    return {
        "agreed": float(-np.logaddexp(0.0, -logits).sum()),
        "certain": float(scores[event.head, CERTAINTY]),
        "flagged": float(told[:3].any()),
        "background": float(said.historical),
    }


def probability(of: str, evidence: Mapping[str, float]) -> float:
    """How probable it is that the `of` ("type", "roles", "modality") of an event is right: logistic regressions, whose
    weights `training.events.confidence` fits on what no weights were trained on. Raises DataError when one is missing."""
    total = sum(w * evidence.get(name, 1.0) for name, w in zip(FEATURES[of], _weights()[of], strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _odds(scores: Floats) -> Floats:
    """Tokens x types: by how much a word rather names such an event than none."""
    return scores[:, 1 : 1 + len(TYPES)] - scores[:, :1]


def _unknown(parsed: Parsed, found: Sequence[EventMention], odds: Floats) -> list[EventMention]:
    """Events of words that the lexicon does not know, or not as such."""
    taken = {i for e in found for i in (*e.anchor.tokens, e.head, *e.absorbed)}
    likely = set(np.flatnonzero(odds.max(axis=1) > ADDED).tolist())
    new = (t for t in prose(parsed.doc) if t.i in likely and t.i not in taken and t.pos_ in _WORDS)
    mentions = [_mention(parsed, token, int(odds[token.i].argmax())) for token in new]
    aspects = Aspects(parsed.doc)
    for mention in mentions:
        mention.aspects = aspects.of(mention)
    return mentions


def _mention(parsed: Parsed, token: Token, kind: int) -> EventMention:
    verbal = token.pos_ == "VERB"
    entry = Entry(lemma_of(token), TYPES[kind], None, frame="deed")
    trigger = Trigger(token, entry, Stretch(token.i, token.i + 1), frozenset({token.i}), verbal)
    cast = of_verb(trigger) if verbal else of_adjective(trigger) if token.pos_ == "ADJ" else of_noun(trigger)
    return EventMention(
        anchor=trigger.anchor,
        head=token.i,
        type=entry.type,
        mode=None,
        actors=phrases(cast.actors),
        recipients=phrases(cast.recipients),
        contexts=contexts_of(parsed.doc, token.i),
        undertaken=verbal and entry.type in _UNDERTAKEN and is_intended(token),
    )


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    rows = read_table(PACKAGE, "weights.tsv", ("of", "feature", "weight"), key=("of", "feature"))
    known(PACKAGE, "weights.tsv", (row["of"] for row in rows), FEATURES)
    try:
        found = {(row["of"], row["feature"]): float(row["weight"]) for row in rows}
        return {of: tuple(found[of, name] for name in names) for of, names in FEATURES.items()}
    except (KeyError, ValueError) as error:
        raise DataError(f"{PACKAGE}/weights.tsv: a weight is missing or no number ({error})") from None
