"""From a parsed report to the events that its text names."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention
from rashomon.reading.events.aspects import Aspects
from rashomon.reading.events.classes import words_of
from rashomon.reading.events.contexts import contexts_of
from rashomon.reading.events.joining import Found, join
from rashomon.reading.events.means import mode_by_means, mode_of_parts
from rashomon.reading.events.nominals import lend, of_noun
from rashomon.reading.events.phrases import phrases
from rashomon.reading.events.roles import Cast, of_adjective, of_verb
from rashomon.reading.events.told import untold
from rashomon.reading.events.triggers import Trigger, find_triggers
from rashomon.reading.events.undertakings import Demand, demands, meant
from rashomon.reading.parsed import Parsed

#: "must" and "should" ask less plainly than "demand" does
_DEMAND_CONFIDENCE = 0.7
#: modes of protests for which people come together
_GATHERED = frozenset({"demo", "obstruct"})
#: confidence below which an event does not stop us from looking for what else a note tells of
_PLAIN = 0.5


def find_events(parsed: Parsed) -> list[EventMention]:
    """The events that the report names, in the order of their anchors.

    Modality, place, time and `same_as` are left open for the steps that find them.
    """
    triggers = [meant(trigger) for trigger in find_triggers(parsed.doc)]
    found = [Found(trigger, _cast(trigger), _mode(trigger)) for trigger in triggers]
    mentions = [_mention(parsed, event) for event in join(found)]
    mentions += [_demand(parsed, demand) for demand in demands(parsed.doc)]
    aspects = Aspects(parsed.doc, {m.head for m in mentions if m.type == "PROTEST" and m.mode in _GATHERED})
    told = untold(aspects, {m.type for m in mentions if m.confidence >= _PLAIN})
    if told is not None and not any(told.token.i in m.anchor.tokens for m in mentions):
        mentions.append(_mention(parsed, Found(told, _cast(told), told.entry.mode)))
    for mention in mentions:
        mention.aspects = aspects.of(mention)
    return sorted(mentions, key=lambda m: (m.anchor, m.head, m.type))


def _mention(parsed: Parsed, event: Found) -> EventMention:
    trigger = event.trigger
    return EventMention(
        anchor=trigger.anchor,
        head=trigger.token.i,
        type=trigger.entry.type,
        mode=event.mode,
        actors=phrases(event.cast.actors),
        recipients=phrases(event.cast.recipients),
        lent=frozenset(event.lent),
        absorbed=frozenset(event.absorbed),
        contexts=contexts_of(parsed.doc, trigger.token.i),
        definite=not trigger.verbal and _is_definite(trigger.token),
        undertaken=trigger.undertaken,
        confidence=_confidence(event),
    )


def _cast(trigger: Trigger) -> Cast:
    if trigger.verbal:
        cast = of_verb(trigger)
        if trigger.token.tag_ == "VBG" and not cast.actors:  # "resumed shelling" is parsed as a noun of the verb above
            lend(trigger.token, trigger.entry, cast)
        return cast
    return of_adjective(trigger) if trigger.token.pos_ == "ADJ" else of_noun(trigger)


def _mode(trigger: Trigger) -> str | None:
    """The mode that the entry gives, but for what the words of its pattern tell: "traded mortar fire" is no gunfire."""
    told = (mode_of_parts(trigger.token.doc[i]) for i in sorted(trigger.taken) if i != trigger.token.i)
    if trigger.verbal and trigger.entry.mode == "firearms" and (mode := next(filter(None, told), None)):
        return mode
    if trigger.entry.mode is None and trigger.entry.type == "ASSAULT":
        return mode_by_means(trigger.token)
    return trigger.entry.mode


def _demand(parsed: Parsed, demand: Demand) -> EventMention:
    return EventMention(
        anchor=demand.anchor,
        head=demand.verb.i,
        type="REQUEST",
        mode=None,
        actors=phrases(demand.asking),
        recipients=phrases(demand.asked),
        contexts=contexts_of(parsed.doc, demand.verb.i),
        undertaken=True,
        confidence=_DEMAND_CONFIDENCE,
    )


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss") and c.lower_ in words_of("definite") for c in noun.lefts)


def _confidence(event: Found) -> float:
    """An ordering, not a probability: a plain verb with both sides first, a doubtful noun with neither last."""
    entry = event.trigger.entry
    score = 0.75 if event.trigger.verbal else 0.6
    score -= 0.25 if entry.low else 0.0
    score += 0.1 if event.cast.actors else 0.0
    score += 0.1 if event.cast.recipients else 0.0
    return round(min(score, 0.95), 2)
