"""Counts, places, times and actors as shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.publishing.show.dispute import dispute
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, coordinates, day, days, number
from rashomon.records import Actor, Count, CountKind, Event, Place, Timex

#: characters that a number may stand from the words that name its event, to be shown with them
_PHRASE = 90
_STOP = re.compile(r"[.!?;]\W*\s")


@dataclass(frozen=True, slots=True)
class CountView:
    """A number of people: how many met what, who they were, what event did it, who says so. `words` are the report's, with
    those that name the event where they stand near."""

    kind: CountKind
    number: Value
    words: Value
    victims: str
    side: str | None
    event: Value | None
    chain: tuple[str, ...]
    part_of: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place: where it is mentioned, what it was resolved to in words, its names with who uses each, or the reason."""

    name: Value
    mentions: tuple[Value, ...]
    resolved: tuple[str, ...]
    names: tuple[tuple[Value, str | None], ...]
    reason: str | None
    #: what is known of a contested place beside the report: its other names, who administers it, who claims it
    dispute: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time expression: its words, its TIMEX3 type and value, the days that it covers, or the reason."""

    words: Value
    type: str
    value: str | None
    days: str
    precision: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor: name, what it is, the offices that the text gives, ids elsewhere, mentions."""

    name: str
    facts: tuple[str, ...]
    roles: tuple[Value, ...]
    mentions: tuple[Value, ...]


def count_view(lookup: Lookup, count: Count) -> CountView:
    """`count` as shown."""
    whole = lookup.counts.get(count.subset_of) if count.subset_of else None
    event = lookup.events.get(count.event) if count.event else None
    class_, words = count.victims.class_, one_line(count.victims.text)
    side = lookup.name(count.victims.actor) if count.victims.actor else ""
    return CountView(
        kind=count.kind,
        number=Value(number(count.low, count.high, count.exact), "count", (count.span,)),
        words=Value(_phrase(lookup, count, event), "count", (count.span,)),
        victims=" ".join(part for part in (words, "" if class_ in ("unknown", words) else f"({class_})") if part),
        side=side if side and side.casefold() != words.casefold() else None,
        event=Value.words(event.anchors[0], "event") if event and event.anchors else None,
        chain=lookup.chain(count.speakers),
        part_of=number(whole.low, whole.high, whole.exact) if whole else None,
        as_of=day(count.as_of) if count.as_of else None,
    )


def _phrase(lookup: Lookup, count: Count, event: Event | None) -> str:
    """The words from the number to the nearest that name its event ("at least 112 people had been killed"); the number's
    alone where a sentence ends between them or they are far apart."""
    span = count.span
    ends = [(min(span.start, a.start), max(span.end, a.end)) for a in (event.anchors if event else ())]
    start, end = min(ends, key=lambda ends: ends[1] - ends[0], default=(span.start, span.end))
    text = one_line(lookup.ledger.report.text[start:end])
    return one_line(span.text) if end - start > _PHRASE or _STOP.search(text) else text


def place_view(lookup: Lookup, place: Place) -> PlaceView:
    """`place` as shown."""
    facts = [
        f"GeoNames {place.geonames}" if place.geonames is not None else "",
        coordinates(place.lat, place.lon),
        place.country or "",
        f"division {place.admin1}" if place.admin1 else "",
        place.feature or "",
        f"precision {place.precision}" if place.precision is not None else "",
    ]
    return PlaceView(
        name=Value(one_line(place.name), "place", place.mentions[:1]),
        mentions=tuple(Value.words(span, "place") for span in place.mentions),
        resolved=tuple(one_line(fact) for fact in facts if fact),
        names=tuple(
            (Value(one_line(name.name), "place", (name.span,)), lookup.name(name.used_by) if name.used_by else None)
            for name in place.names
        ),
        reason=one_line(place.reason) if place.reason else None,
        dispute=dispute(place),
    )


def time_view(time: Timex) -> TimeView:
    """`time` as shown."""
    return TimeView(
        words=Value.words(time.span, "time"),
        type=time.type,
        value=one_line(time.value) if time.value else None,
        days=days(time.start, time.end),
        precision=time.precision,
        reason=one_line(time.reason) if time.reason else None,
    )


def actor_view(lookup: Lookup, actor: Actor) -> ActorView:
    """`actor` as shown."""
    refs = (f"{scheme} {ref}" for scheme, ref in sorted(actor.refs.items()))
    facts = (actor.kind, actor.country or "", actor.sector or "", *refs)
    roles = []
    for role in actor.roles:
        words = [role.title, f"of {role.of}" if role.of else "", f"since {role.since}" if role.since else ""]
        words.append(f"until {role.until}" if role.until else "")
        roles.append(Value(one_line(" ".join(word for word in words if word)), "actor", (role.span,)))
    return ActorView(
        name=lookup.name(actor.id),
        facts=tuple(one_line(fact) for fact in facts if fact),
        roles=tuple(roles),
        mentions=tuple(Value.words(span, "actor") for span in actor.mentions),
    )
