"""Links what one report says: claims, incidents, accounts, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.accounts import accounts_of
from rashomon.linking.claims import claims_of
from rashomon.linking.conflicts import conflicts_among
from rashomon.linking.groups import Grouping, place_of
from rashomon.linking.title import title_of
from rashomon.records import Claim, Count, Event, Incident, Place, Reading, Report, Timex, record_id


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims and incidents of one report."""

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]


def link(report: Report, reading: Reading, places: Sequence[Place], times: Sequence[Timex]) -> Linked:
    """The claims and incidents of a report whose events have their places and times."""
    claims = claims_of(reading, report.id)
    actors = {a.id: a for a in reading.actors}
    known_times = {t.id: t for t in times}
    known_places = {p.id: p for p in places}
    groups = Grouping(report.text, known_places, known_times, claims).incidents(reading.events)
    home = {event.id: n for n, group in enumerate(groups) for event in group}
    claims_at: dict[int, list[Claim]] = defaultdict(list)
    counts_at: dict[int, list[Count]] = defaultdict(list)
    for claim in claims:
        if claim.event in home:
            claims_at[home[claim.event]].append(claim)
    for count in reading.counts:
        if count.event in home:
            counts_at[home[count.event]].append(count)
    names = {a.id: a.name for a in reading.actors}
    incidents = []
    for n, group in enumerate(groups):
        own = claims_at[n]
        told = accounts_of(report.text, {e.id: e for e in group}, own, counts_at[n])
        start, end = _days(group, known_times)
        incidents.append(
            Incident(
                id=record_id("in", report.id, group[0].id),
                title=title_of(group, actors, known_places, counts_at[n]),
                events=tuple(e.id for e in group),
                place=place_of(group, known_places),
                start=start,
                end=end,
                accounts=tuple(t.account for t in told),
                conflicts=conflicts_among(told, {c.id: c for c in own}, names),
            )
        )
    return Linked(claims, tuple(incidents))


def _days(group: Sequence[Event], times: Mapping[str, Timex]) -> tuple[str | None, str | None]:
    """The first and last day that the times of the events cover."""
    known = [times[e.time] for e in group if e.time is not None]
    starts = [t.start[:10] for t in known if t.start is not None]
    ends = [t.end[:10] for t in known if t.end is not None]
    return (min(starts) if starts else None, max(ends) if ends else None)
