"""What stands where in a report: places and dates by token, and the places that each sentence names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention, PlaceDraft, TimeDraft
from rashomon.reading.events.circumstances import governs, is_aside, is_general, is_told_there
from rashomon.reading.events.where_named import referred
from rashomon.reading.events.where_words import is_date, is_day, words
from rashomon.reading.parsed import Parsed, Stretch

_MOST_AROUND = 6
_OWNED = frozenset({"compound", "nmod", "amod", "poss"})
_NAMED_BY = frozenset({"compound", "nmod", "appos"})


@dataclass(frozen=True, slots=True)
class Map:
    """Which place (index) and which date stands at which token. `names` are the places' words in lower case."""

    places: Mapping[int, int]
    dates: Mapping[int, Stretch]
    drafts: Sequence[PlaceDraft]
    names: Sequence[str]

    @classmethod
    def of(cls, parsed: Parsed, places: Sequence[PlaceDraft], times: Sequence[TimeDraft]) -> Map:
        """The map of a report: its literal places, and of its times those that can be the date of an event."""
        spans = [parsed.doc[p.stretch.start : p.stretch.end] for p in places]
        heads = {span.root.i: n for n, (span, place) in enumerate(zip(spans, places, strict=True)) if place.literal}
        heads |= referred(parsed.doc, places)
        dates = {}
        for time in times:
            span = parsed.doc[time.stretch.start : time.stretch.end]
            # "for Dec. 10 bombings": the preposition is that of the bombings
            barred = time.preposition in words("barred_dates") and span.root.dep_ not in _OWNED
            if not barred and is_date([t.lower_ for t in span]):
                dates[span.root.i] = time.stretch
        return cls(heads, dates, places, [span.text.lower() for span in spans])

    def leaves(self, found: Iterable[int]) -> list[int]:
        """Of some places (indices), those that hold no other of them, in order, each name once."""
        some = {self.names[place]: place for place in reversed(list(found))}
        around = {outer for place in some.values() for outer in self._outer(place)}
        return [place for place in reversed(some.values()) if place not in around]

    def holds(self, places: Iterable[int], place: int) -> bool:
        """Whether one of `places` (indices) lies around `place`."""
        return not set(places).isdisjoint(self._outer(place))

    def site(self, token: Token) -> int | None:
        """The place at `token`, where it is one that something happened in and not where something was said."""
        number = self.places.get(token.i)
        if number is None or is_told_there(token):
            return None
        return number if self.preposition(number, token) in words("within") else None

    def preposition(self, place: int, token: Token) -> str | None:
        """The preposition that puts an event at `place`, named at `token`: with "on the outskirts of X" the one before
        "outskirts"."""
        draft = self.drafts[place]
        if token.i not in draft.stretch.tokens:  # "the town"
            return token.head.lower_ if token.dep_ == "pobj" else None
        if draft.preposition not in ("of", None):
            return draft.preposition
        while token.dep_ in _NAMED_BY and token.head != token:
            token = token.head
        if token.dep_ != "pobj":
            return draft.preposition
        above = token.head
        if above.lower_ == "of" and above.head.dep_ == "pobj":
            return above.head.head.lower_
        return draft.preposition or above.lower_

    def _outer(self, place: int) -> list[int]:
        """The places around `place`, and around those: "X in Y, Z". Bounded, for a list of names looks like a chain."""
        outer = list(self.drafts[place].inside)
        for number in outer:
            if len(outer) < _MOST_AROUND:
                outer.extend(self.drafts[number].inside)
        return outer


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a report by their first tokens, the places (indices) that each names as a site of events, and the
    tokens of its dates."""

    starts: Sequence[int]
    named: Sequence[Sequence[int]]
    dated: Sequence[Sequence[int]]

    @classmethod
    def of(cls, parsed: Parsed, at: Map) -> Sentences:
        """The sentences of `parsed`. A place where something was said is left out."""
        spans = [(s.start, s.end) for s in parsed.sentences()]
        named = [
            at.leaves(number for i in range(start, end) if (number := at.site(parsed.doc[i])) is not None)
            for start, end in spans
        ]
        dated = [[i for i in range(start, end) if i in at.dates] for start, end in spans]
        return cls([start for start, _ in spans], named, dated)

    def place_for(self, parsed: Parsed, event: EventMention) -> int | None:
        """The one place of the event's sentence; where it names none, of the sentence before it in the paragraph.

        None for types whose sentence rather names whom they are about or aimed at.
        """
        if event.type in words("speech") or event.type in words("aimed"):
            return None
        number = bisect_right(self.starts, event.head) - 1
        here = self.named[number]
        if here or event.modality.historical or number == 0:
            return here[0] if len(here) == 1 else None
        before = self.named[number - 1]
        same = parsed.paragraph_of[self.starts[number - 1]] == parsed.paragraph_of[event.head]
        return before[0] if same and len(before) == 1 else None

    def date_for(self, parsed: Parsed, event: EventMention, at: Map) -> Stretch | None:
        """The one date of the event's sentence, unless it is when something was said, or the event stands outside it."""
        said, token = event.modality, parsed.doc[event.head]
        happened = not (said.negated or said.hypothetical or said.future or event.undertaken)
        if not happened or event.type in words("speech") or is_general(token):
            return None
        here = self.dated[bisect_right(self.starts, event.head) - 1]
        if len(here) != 1 or is_told_there(parsed.doc[here[0]]) or is_aside(token, parsed.doc[here[0]]):
            return None
        if not governs(parsed.doc[here[0]], token):
            return None
        date = at.dates[here[0]]
        return None if said.historical and is_day([t.lower_ for t in parsed.doc[date.start : date.end]]) else date
