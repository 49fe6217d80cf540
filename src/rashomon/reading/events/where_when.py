"""Gives each event the place and the date that the text ties to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention, PlaceDraft, TimeDraft
from rashomon.reading.events.circumstances import FAR, sites
from rashomon.reading.events.classes import can_act
from rashomon.reading.events.where_map import Map, Sentences
from rashomon.reading.events.where_scene import set_scene
from rashomon.reading.events.where_words import prepositions, words
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import Tie

#: types whose object can be a place ("shelled the town", "seized the town")
_ON_PLACES = frozenset({"ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST"})
_OWNED = frozenset({"poss", "compound", "amod", "nmod"})
#: how far a name that belongs to another noun may stand ("attacked the Kirkuk pumping station")
_OWN = 3


def locate(
    parsed: Parsed, events: Sequence[EventMention], places: Sequence[PlaceDraft], times: Sequence[TimeDraft]
) -> None:
    """Fills `place` and `time` of each event, where the text ties one to it.

    Runs after `join_repeats`. First comes what the event's own clause says, then what the other mentions of the same
    event have; for a place also its sentence and the one before it in the paragraph, where they name just one; at last the
    scene (`where_scene`). An event of speaking takes nothing but its own clause's. Where and when something was said is
    not where and when it happened.
    """
    at = Map.of(parsed, places, times)
    found = [_by_clause(parsed, event, at) for event in events]
    groups = _groups(events)
    _settle(events, found, groups)
    sentences = Sentences.of(parsed, at)
    for index, event in enumerate(events):
        if event.place is None:
            number = sentences.place_for(parsed, event)
            if number is not None:
                found[index].place = (2 * FAR, places[number].stretch, "sentence")
        if event.time is None:
            date = sentences.date_for(parsed, event, at)
            if date is not None:
                found[index].time = (2 * FAR, date, "sentence")
    _settle(events, found, groups)
    set_scene(parsed, events, sentences, times, at)


@dataclass(slots=True)
class Found:
    """What the text ties to one mention, each with how far away it stands, and by what."""

    place: tuple[int, Stretch, Tie] | None = None
    time: tuple[int, Stretch, Tie] | None = None


def _by_clause(parsed: Parsed, event: EventMention, at: Map) -> Found:
    here: list[tuple[int, int]] = []
    time: tuple[int, Stretch, Tie] | None = None
    for token, distance in sites(parsed.doc[event.head]):
        number = at.places.get(token.i)
        if number is not None and _is_site(at, number, token, distance, event):
            here.append((distance, number))
        date = at.dates.get(token.i)
        if date is not None and (time is None or distance < time[0]):
            time = (distance, date, "clause")
    if not here:
        return Found(None, time)
    least = min(distance for distance, _ in here)
    near = [number for distance, number in here if distance == least]
    # "in the town of X, in Y": the grammar may tie Y closer, X is the place
    inner = [number for _, number in here if at.holds(near, number)]
    place = (at.leaves(near + inner) or near)[0]
    return Found((least, at.drafts[place].stretch, "clause"), time)


def _is_site(at: Map, place: int, token: Token, distance: int, event: EventMention) -> bool:
    """Whether a place that the clause names is where the event was, by how it hangs on the event's word."""
    if token.i == event.head or (event.type in words("speech") and distance > 0):
        return False
    preposition = at.preposition(place, token)
    if preposition is not None:
        return preposition in prepositions(event.type) and not _is_post(token, event)
    while token.dep_ in ("appos", "compound") and token.head.i != event.head and token.head.ent_type_ != "ORG":
        token = token.head
    if token.dep_ in ("dobj", "nsubjpass"):  # "shelled Stepanakert"
        return event.type in _ON_PLACES and token.head.i == event.head
    # "the Karachi bombing"; not "fired by Helmand forces"
    return token.dep_ in _OWNED and distance <= _OWN and (token.head.i == event.head or not _is_doer(token.head))


def _is_post(token: Token, event: EventMention) -> bool:
    """Whether a place is where somebody in the event has an office or belongs: "the envoy to Chad"."""
    ruler = token.head.head
    return token.head.lower_ in words("posts") and ruler.i != event.head and can_act(ruler)


def _is_doer(noun: Token) -> bool:
    return noun.dep_ == "nsubj" or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")


def _settle(events: Sequence[EventMention], found: Sequence[Found], groups: Sequence[Sequence[int]]) -> None:
    """Writes place and time into the mentions. Each keeps what its own clause says; else it has what stands nearest to
    another mention of the same event, the earliest of equals."""
    for group in groups:
        place = min((p for i in group if (p := found[i].place)), key=lambda p: p[0], default=None)
        time = min((t for i in group if (t := found[i].time)), key=lambda t: t[0], default=None)
        for i in group:
            events[i].place, events[i].place_from = _nearer(found[i].place, place)
            events[i].time, events[i].time_from = _nearer(found[i].time, time)


def _nearer(
    own: tuple[int, Stretch, Tie] | None, other: tuple[int, Stretch, Tie] | None
) -> tuple[Stretch, Tie] | tuple[None, None]:
    if own is not None and (own[0] <= FAR or other is None):
        return own[1:]
    return (other[1], "mention" if other is not own else other[2]) if other is not None else (None, None)


def _groups(events: Sequence[EventMention]) -> list[list[int]]:
    groups: dict[int, list[int]] = {}
    for index in range(len(events)):
        groups.setdefault(_first(events, index), []).append(index)
    return list(groups.values())


def _first(events: Sequence[EventMention], index: int) -> int:
    seen = set()
    while (earlier := events[index].same_as) is not None and index not in seen:
        seen.add(index)
        index = earlier
    return index
