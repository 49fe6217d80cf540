"""Every stretch of the report that a value of the ledger was read from, once for each part that it plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.publishing.show import Part, Value, labels
from rashomon.records import Ledger, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of the report, marked as `part`. `key` names the mark within its report: the initial
    letters of its layer and a number."""

    key: str
    start: int
    end: int
    part: Part


class Marks:
    """The marks of one ledger by place and part. A span that is no slice of the report's text has none."""

    def __init__(self, ledger: Ledger) -> None:
        layer_of = {part: layer.key for layer in labels().layers for part in layer.parts}
        text = ledger.report.text
        self._at: dict[tuple[int, int, Part], Mark] = {}
        for span, part in _spans(ledger):
            place = (span.start, span.end, part)
            if place not in self._at and 0 <= span.start < span.end <= len(text):
                self._at[place] = Mark(f"{layer_of[part]}-{len(self._at)}", span.start, span.end, part)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._at.values())

    def keys(self, value: Value) -> tuple[str, ...]:
        """The keys of the marks that `value` was read from, in the order of its spans."""
        places = dict.fromkeys((span.start, span.end, value.part) for span in value.spans)
        return tuple(self._at[place].key for place in places if place in self._at)


def _spans(ledger: Ledger) -> Iterator[tuple[Span, Part]]:
    yield from _statement_spans(ledger)
    for event in ledger.events:
        yield from _each(event.anchors, "event")
    yield from _each((count.span for count in ledger.counts), "count")
    for place in ledger.places:
        yield from _each((*place.mentions, *(name.span for name in place.names)), "place")
    yield from _each((time.span for time in ledger.times), "time")
    for actor in ledger.actors:
        yield from _each((*actor.mentions, *(role.span for role in actor.roles)), "actor")
    yield from _each((issue.span for issue in ledger.issues if issue.span), "issue")


def _statement_spans(ledger: Ledger) -> Iterator[tuple[Span, Part]]:
    for statement in ledger.statements:
        yield from _each(statement.content, "content")
        yield from _each(statement.sources, "source")
        if statement.cue:
            yield statement.cue, "cue"
        if statement.channel:
            yield statement.channel, "channel"
        if statement.verification:
            yield statement.verification.span, "check"


def _each(spans: Iterable[Span], part: Part) -> Iterator[tuple[Span, Part]]:
    return ((span, part) for span in spans)
