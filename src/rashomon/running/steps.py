"""The plan that `rashomon read` runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rashomon.linking.within import link
from rashomon.reading.events.where_words import words
from rashomon.reading.reader import Reader
from rashomon.records import Event, Place, Reading, Tie
from rashomon.resolving.actors import resolve_actors
from rashomon.resolving.places import Disputes, Gazetteer, country_told_of, resolve_places
from rashomon.resolving.times import resolve_times
from rashomon.running.plan import Step, Work
from rashomon.vocab.actors import Register
from rashomon.vocab.plover import codes_for

#: the id of a place or a time, and what ties it to an event
_Tied = tuple[str, Tie | None]


def plan(
    reader: Reader, gazetteer: Gazetteer, *, register: Register | None = None, disputes: Disputes | None = None
) -> tuple[Step, ...]:
    """The steps over their read-only resources, in order; `register` and `disputes` where they are not ours alone."""

    def read(work: Work) -> Work:
        reading = reader.read(work.report)
        return replace(work, reading=reading, issues=(*work.issues, *reading.issues))

    def who(work: Work) -> Work:
        reading = _known(work)
        actors = resolve_actors(work.report, reading.actors, places=work.places or (), known=register)
        return replace(work, reading=replace(reading, actors=actors))

    def where(work: Work) -> Work:
        return replace(work, places=resolve_places(work.report, _known(work).places, gazetteer, disputes))

    def when(work: Work) -> Work:
        return replace(work, times=resolve_times(work.report, _known(work).times))

    return (
        Step("reading", frozenset({"report"}), frozenset({"reading"}), read),
        Step("where", frozenset({"reading"}), frozenset({"places"}), where),
        Step("who", frozenset({"reading", "places"}), frozenset({"actors"}), who),
        Step("when", frozenset({"reading"}), frozenset({"times"}), when),
        Step("placing", frozenset({"reading", "places", "times"}), frozenset({"placed"}), _place),
        Step("coding", frozenset({"reading", "actors"}), frozenset({"codes"}), _code),
        Step("linking", frozenset({"placed", "codes"}), frozenset({"claims", "incidents"}), _link),
    )


def _known(work: Work) -> Reading:
    assert work.reading is not None, "the plan was checked"
    return work.reading


def _place(work: Work) -> Work:
    """Gives events the ids of the places and times that their anchors are tied to: the first anchor that has one."""
    reading = _known(work)
    place_at = {m: p.id for p in work.places or () for m in p.mentions}
    time_at = {t.span: t.id for t in work.times or ()}
    where: dict[str, _Tied] = {}
    when: dict[str, _Tied] = {}
    # what the words around any mention say goes before the scene that another stands in
    for anchor in sorted(reading.anchors, key=lambda a: a.place_from == "scene"):
        if anchor.place in place_at:
            where.setdefault(anchor.event, (place_at[anchor.place], anchor.place_from))
    for anchor in sorted(reading.anchors, key=lambda a: a.time_from == "scene"):
        if anchor.time in time_at:
            when.setdefault(anchor.event, (time_at[anchor.time], anchor.time_from))
    country = country_told_of(work.places or ())
    events = (_at_least_in(_placed(e, where, when), country) for e in reading.events)
    return replace(work, reading=replace(reading, events=tuple(events)))


def _placed(event: Event, where: Mapping[str, _Tied], when: Mapping[str, _Tied]) -> Event:
    place, place_from = where.get(event.id, (None, None))
    time, time_from = when.get(event.id, (None, None))
    return replace(event, place=place, time=time, place_from=place_from, time_from=time_from)


def _at_least_in(event: Event, country: Place | None) -> Event:
    """An event that is no part of the story's scene (undated, to come, long past) and has no place, at least in the country
    that the report is about; not an act of speaking, or what is aimed at somebody elsewhere."""
    said = event.modality
    beside = event.time is None or said.negated or said.hypothetical or said.future or said.historical
    if country is None or event.place is not None or event.type in words("speech") | words("aimed") or not beside:
        return event
    return replace(event, place=country.id, place_from="report")


def _code(work: Work) -> Work:
    """Gives events their codes in other schemes."""
    reading = _known(work)
    sectors = {a.id: a.sector for a in reading.actors}
    told: dict[str, set[str]] = {}
    for anchor in reading.anchors:
        told.setdefault(anchor.event, set()).update(anchor.aspects)

    def coded(event: Event) -> Event:
        actor, recipient = (
            tuple(s for i in ids if (s := sectors.get(i)) is not None)
            for ids in (event.roles.actor, event.roles.recipient)
        )
        codes = codes_for(
            event.type,
            event.mode,
            event.contexts,
            actor_sectors=actor,
            recipient_sectors=recipient,
            told=told.get(event.id, ()),
        )
        return replace(event, codes=codes)

    return replace(work, reading=replace(reading, events=tuple(coded(e) for e in reading.events)))


def _link(work: Work) -> Work:
    linked = link(work.report, _known(work), work.places or (), work.times or ())
    return replace(work, claims=linked.claims, incidents=linked.incidents)
