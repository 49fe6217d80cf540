"""The records of a ledger by their ids."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, days
from rashomon.records import Actor, Claim, Count, Event, Ledger, Place, Span, Timex

#: mentions of a record that a value away from the record itself leads to
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Lookup:
    """One ledger, with its records by id. An id that no record has is shown as itself: a ledger is never refused."""

    ledger: Ledger
    actors: dict[str, Actor]
    places: dict[str, Place]
    times: dict[str, Timex]
    events: dict[str, Event]
    claims: dict[str, Claim]
    counts: dict[str, Count]
    statement_numbers: dict[str, int]
    claims_of: dict[str, list[Claim]]
    counts_of: dict[tuple[str, str], list[Count]]
    mentions: dict[str, tuple[Span, ...]]

    @classmethod
    def of(cls, ledger: Ledger) -> Lookup:
        """The lookup of `ledger`. Time and room grow with its length."""
        claims_of: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in ledger.claims:
            claims_of[claim.event].append(claim)
        counts_of: defaultdict[tuple[str, str], list[Count]] = defaultdict(list)
        for count in ledger.counts:
            if count.event is not None:
                counts_of[count.event, count.kind].append(count)
        named: list[Actor | Place] = [*ledger.actors, *ledger.places]
        return cls(
            ledger,
            {a.id: a for a in ledger.actors},
            {p.id: p for p in ledger.places},
            {t.id: t for t in ledger.times},
            {e.id: e for e in ledger.events},
            {c.id: c for c in ledger.claims},
            {c.id: c for c in ledger.counts},
            {s.id: n for n, s in enumerate(ledger.statements, 1)},
            dict(claims_of),
            dict(counts_of),
            {record.id: tuple(sorted(record.mentions)) for record in named},
        )

    def name(self, actor: str) -> str:
        """The name of an actor by id. A narrator without a name is the publisher, or "the report"."""
        record = self.actors.get(actor)
        if record is None:
            return one_line(actor)
        fallback = (self.ledger.report.publisher or "the report") if record.kind == "narrator" else "somebody"
        return one_line(record.name) or one_line(fallback) or "the report"

    def chain(self, speakers: Sequence[str]) -> tuple[str, ...]:
        """The names of a speaker chain, outermost first; one word for a chain that names nobody."""
        return tuple(self.name(speaker) for speaker in speakers) or ("nobody named",)

    def actor(self, actor: str, near: int | None = None) -> Value:
        """An actor as a value. `near`: the character beside which its words are looked for."""
        record = self.actors.get(actor)
        return Value(self.name(actor), "actor", self._nearest(record, near) if record else ())

    def place(self, place: str, near: int | None = None) -> Value:
        """A place as a value, under the name that the report wrote."""
        record = self.places.get(place)
        if record is None:
            return Value(one_line(place), "place")
        return Value(one_line(record.name), "place", self._nearest(record, near))

    def time(self, time: str) -> Value:
        """A time as a value: its words, and the days that they mean where the two differ."""
        record = self.times.get(time)
        if record is None:
            return Value(one_line(time), "time")
        words, meant = one_line(record.span.text), days(record.start, record.end)
        return Value(f"{words} ({meant})" if meant and meant != words else words, "time", (record.span,))

    def anchors(self, events: Sequence[str]) -> tuple[Span, ...]:
        """The words that name these events, each event's fullest first."""
        return tuple(span for event in events if event in self.events for span in self.events[event].anchors)

    def _nearest(self, record: Actor | Place, near: int | None) -> tuple[Span, ...]:
        """The mentions next to the character `near`, the nearest first; the first mentions where nothing is near."""
        spans = self.mentions[record.id]
        if near is None:
            return spans[:_NEAREST]
        at = bisect_left(spans, near, key=lambda span: span.start)
        around = spans[max(0, at - _NEAREST) : at + _NEAREST]
        return tuple(sorted(around, key=lambda span: (abs(span.start - near), span))[:_NEAREST])
