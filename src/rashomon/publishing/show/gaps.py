"""What could not be resolved: unknown stays unknown, and says why."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that stayed open: what kind of thing ("place", "time", or an issue's code), its words, the reason."""

    kind: str
    words: Value | None
    reason: str


def gaps(lookup: Lookup) -> tuple[Gap, ...]:
    """The issues of the ledger, then its places and times without a resolution, each in the order of the report."""
    ledger = lookup.ledger
    issues = [
        Gap(one_line(issue.code), Value.words(issue.span, "issue") if issue.span else None, one_line(issue.message))
        for issue in ledger.issues
    ]
    places = [
        Gap("place", lookup.place(place.id), one_line(place.reason or "no reason given"))
        for place in ledger.places
        if place.lat is None
    ]
    times = [
        Gap("time", Value.words(time.span, "time"), one_line(time.reason or "no reason given"))
        for time in ledger.times
        if time.value is None or time.reason
    ]
    return (*issues, *places, *times)
