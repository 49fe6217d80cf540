"""Gives each event the place and the date that the text ties to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention, PlaceDraft, TimeDraft
from rashomon.reading.events.circumstances import is_told_there, sites
from rashomon.reading.events.coref_words import words as coref_words
from rashomon.reading.events.where_words import is_date, words
from rashomon.reading.parsed import Parsed, Stretch


@dataclass(frozen=True, slots=True)
class Map:
    """Which place and which date stands at which token. `inside` tells which places lie around which."""

    places: Mapping[int, int]
    dates: Mapping[int, Stretch]
    drafts: Sequence[PlaceDraft]

    def leaves(self, found: Iterable[int]) -> list[int]:
        """Of some places (indices), those that hold no other of them, in order, each name once."""
        some = list(dict.fromkeys(found))
        around = {outer for place in some for outer in self._outer(place)}
        return [place for place in some if place not in around]

    def _outer(self, place: int) -> set[int]:
        seen: set[int] = set()
        stack = list(self.drafts[place].inside)
        while stack:
            outer = stack.pop()
            if outer not in seen:
                seen.add(outer)
                stack.extend(self.drafts[outer].inside)
        return seen


def locate(
    parsed: Parsed, events: Sequence[EventMention], places: Sequence[PlaceDraft], times: Sequence[TimeDraft]
) -> None:
    """Fills `place` and `time` of each event, where the text ties one to it.

    Runs after `join_repeats`. First comes what the event's own clause says, then what the other mentions of the same event
    have; for a place also its sentence and the one before it in the paragraph, where they name just one. An event of
    speaking takes nothing but its own clause's. Where and when something was said is not where and when it happened.
    """
    at = _map(parsed, places, times)
    for event in events:
        _by_clause(parsed, event, at)
    _share(events)
    for event in events:
        if event.place is None and event.type not in coref_words("speech"):
            found = _by_sentence(parsed, event, at)
            event.place = places[found].stretch if found is not None else None
    _share(events)


def _map(parsed: Parsed, places: Sequence[PlaceDraft], times: Sequence[TimeDraft]) -> Map:
    heads = {parsed.doc[p.stretch.start : p.stretch.end].root.i: n for n, p in enumerate(places) if p.literal}
    dates = {}
    for time in times:
        span = parsed.doc[time.stretch.start : time.stretch.end]
        if time.preposition not in words("barred_dates") and is_date([t.lower_ for t in span]):
            dates[span.root.i] = time.stretch
    return Map(heads, dates, places)


def _by_clause(parsed: Parsed, event: EventMention, at: Map) -> None:
    head = parsed.doc[event.head]
    place: tuple[int, list[int]] | None = None
    date: tuple[int, Stretch] | None = None
    for token, distance in sites(head):
        number = at.places.get(token.i)
        if number is not None and _is_site(token, head):
            if place is None or distance < place[0]:
                place = (distance, [number])
            elif distance == place[0]:
                place[1].append(number)
        dated = at.dates.get(token.i)
        if dated is not None and (date is None or distance < date[0]):
            date = (distance, dated)
    if place is not None and event.place is None:
        event.place = at.drafts[at.leaves(place[1])[0]].stretch
    if date is not None and event.time is None:
        event.time = date[1]


def _is_site(token: Token, head: Token) -> bool:
    """Whether a place that the clause names is where the event was, by the preposition before it."""
    above = token.head
    if token.dep_ == "pobj" and above.pos_ == "ADP":
        return above.lower_ in words("within") or above.lower_ in words("towards")
    return token != head


def _by_sentence(parsed: Parsed, event: EventMention, at: Map) -> int | None:
    """The one place of the event's sentence, or else of the sentence before it in the paragraph."""
    sentence = parsed.sentence(event.head)
    found = _named(parsed, sentence.start, sentence.end, at)
    if found or event.modality.historical:
        return found[0] if len(found) == 1 else None
    start = sentence.start - 1
    if start < 0 or parsed.paragraph_of[start] != parsed.paragraph_of[event.head]:
        return None
    before = parsed.sentence(start)
    found = _named(parsed, before.start, before.end, at)
    return found[0] if len(found) == 1 else None


def _named(parsed: Parsed, start: int, end: int, at: Map) -> list[int]:
    numbers = [at.places[i] for i in range(start, end) if i in at.places and not is_told_there(parsed.doc[i])]
    return at.leaves(numbers)


def _share(events: Sequence[EventMention]) -> None:
    """Hands place and time on among the mentions of one event, the earliest first."""
    groups: dict[int, list[EventMention]] = {}
    for index, event in enumerate(events):
        groups.setdefault(_first(events, index), []).append(event)
    for group in groups.values():
        place = next((e.place for e in group if e.place is not None), None)
        time = next((e.time for e in group if e.time is not None), None)
        for event in group:
            event.place = event.place or place
            event.time = event.time or time


def _first(events: Sequence[EventMention], index: int) -> int:
    seen = set()
    while (earlier := events[index].same_as) is not None and index not in seen:
        seen.add(index)
        index = earlier
    return index
