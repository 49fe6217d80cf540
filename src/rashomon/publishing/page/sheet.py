"""One report as the template sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.publishing.page.marks import Marks
from rashomon.publishing.page.segments import Block, blocks
from rashomon.publishing.show import (
    ActorView,
    CountView,
    EventView,
    Gap,
    Grid,
    HeadView,
    Lookup,
    PlaceView,
    StatementView,
    TimeView,
    Value,
    actor_view,
    count_view,
    days,
    event_view,
    gaps,
    grid,
    head,
    labels,
    place_view,
    ranked,
    statement_view,
    time_view,
)
from rashomon.records import Ledger

#: accounts that stand beside each other in the ledger's column of a desk's screen
_ROOM = 3


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with where and when it happened, in words."""

    grid: Grid
    place: Value | None
    when: str


class Sheet:
    """The text of a report, cut at its marks, and its ledger in words. `key` begins every id of its section."""

    def __init__(self, ledger: Ledger, number: int) -> None:
        self._ledger = ledger
        self._lookup = Lookup.of(ledger)
        self.key = f"r{number}"
        self.room = _ROOM
        self.gist = tuple(labels().gist.items())
        self.head: HeadView = head(ledger)
        self.gaps: tuple[Gap, ...] = gaps(self._lookup)
        self.language = ledger.report.language
        self._marks = Marks(ledger)
        self.blocks: list[Block] = list(blocks(ledger.report, self._marks))
        self.layers = {mark.key.partition("-")[0] for mark in self._marks}
        self._first: dict[str, int] = {}
        for block in self.blocks:
            for segment in block.segments:
                for key in segment.keys if segment.number is not None else ():
                    self._first.setdefault(key, segment.number or 0)

    def keys(self, value: Value) -> tuple[str, ...]:
        """The marks that a value leads to: those of its spans that the text shows."""
        return tuple(key for key in self._marks.keys(value) if key in self._first)

    def anchor(self, key: str) -> str:
        """The id of the element of the text in which the mark begins."""
        return f"{self.key}w{self._first[key]}"

    def incidents(self) -> Iterator[IncidentView]:
        """Incidents, contested ones first."""
        for incident in ranked(self._ledger.incidents):
            place = self._lookup.place(incident.place) if incident.place else None
            yield IncidentView(grid(self._lookup, incident), place, days(incident.start, incident.end))

    def statements(self) -> Iterator[StatementView]:
        """Statements in the order of the report."""
        return (statement_view(self._lookup, statement) for statement in self._ledger.statements)

    def events(self) -> Iterator[EventView]:
        """Events in the order of the report."""
        return (event_view(self._lookup, event) for event in self._ledger.events)

    def counts(self) -> Iterator[CountView]:
        """Counts in the order of the report."""
        return (count_view(self._lookup, count) for count in self._ledger.counts)

    def places(self) -> Iterator[PlaceView]:
        """Places in the order of the report."""
        return (place_view(self._lookup, place) for place in self._ledger.places)

    def times(self) -> Iterator[TimeView]:
        """Times in the order of the report."""
        return (time_view(time) for time in self._ledger.times)

    def actors(self) -> Iterator[ActorView]:
        """Actors in the order of the ledger."""
        return (actor_view(self._lookup, actor) for actor in self._ledger.actors)

    def sizes(self) -> list[tuple[str, str, int]]:
        """Key, title and length of each part of the ledger that is not empty."""
        ledger = self._ledger
        titles = {layer.key: layer.title for layer in labels().layers}
        lengths = {
            "incidents": len(ledger.incidents),
            "statements": len(ledger.statements),
            "events": len(ledger.events),
            "counts": len(ledger.counts),
            "places": len(ledger.places),
            "times": len(ledger.times),
            "actors": len(ledger.actors),
            "issues": len(self.gaps),
        }
        return [(key, titles.get(key, "Incidents"), length) for key, length in lengths.items() if length]
