"""A line that names an incident, in the report's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.records import Actor, Event, Place


def title_of(events: Sequence[Event], actors: Mapping[str, Actor], places: Mapping[str, Place]) -> str:
    """ "shelling of towns by Azerbaijan, Karabakh": the first event's anchor, to whom, by whom, where, as far as known."""
    first = events[0]
    place = next((places[e.place].name for e in events if e.place is not None and e.place in places), None)
    doers = _names(next((e.roles.actor for e in events if e.roles.actor), ()), actors)
    hit = _names(next((e.roles.recipient for e in events if e.roles.recipient), ()), actors)
    line = " ".join(first.anchors[0].text.split())
    line += f" · by {doers}" if doers else ""
    line += f" · on {hit}" if hit else ""
    line += f" · {place}" if place else ""
    return line[:1].upper() + line[1:]


def _names(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return ", ".join(actors[i].name for i in ids if i in actors)
