"""Which events of a report are one happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.linking.numbers import parted
from rashomon.records import Event, Timex

#: types of what is done and not only said; a happening is made of these
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT", "AID"})
#: types that belong to one course of events when they share who and where
_FAMILIES = {
    "ASSAULT": "force", "COERCE": "force", "PROTEST": "protest", "MOBILIZE": "force", "RETREAT": "retreat",
    "SANCTION": "sanction", "AID": "aid",
}


def incidents_among(text: str, events: Sequence[Event], times: Mapping[str, Timex]) -> list[list[Event]]:
    """The deeds among `events` in groups, one for each happening, in the order of the report with the text `text`.

    Two are one happening only when nothing tells them apart (place, time, background or news) and something ties them:
    an actor or recipient in the same role, both place and day, or the words of one sentence that tell of force and of
    its victims. Deeds that only may happen make no incident.
    """
    groups: list[list[Event]] = []
    open_groups: dict[tuple[str, bool], list[list[Event]]] = {}
    for event in events:
        if event.type not in DEEDS or event.modality.hypothetical or event.modality.future:
            continue
        key = (_FAMILIES[event.type], event.modality.historical)
        near = open_groups.setdefault(key, [])
        home = next((g for g in reversed(near[-_LOOK_BACK:]) if _belongs(text, event, g, times)), None)
        if home is None:
            home = []
            near.append(home)
            groups.append(home)
        home.append(event)
    return groups


#: how many characters may lie between two anchors of one sentence's story
_ONE_BREATH = 120
#: how many incidents back an event looks for its own, so that long live blogs stay linear
_LOOK_BACK = 12


def _belongs(text: str, event: Event, group: Sequence[Event], times: Mapping[str, Timex]) -> bool:
    if any(_apart(event, other, times) for other in group):
        return False
    return any(_tied(event, other, times) or _told_together(text, event, other) for other in group)


def _told_together(text: str, a: Event, b: Event) -> bool:
    """Whether one sentence tells of both and each says what the other leaves out ("killed … in strikes by …")."""
    if not a.type == b.type == "ASSAULT" or (a.roles.actor and b.roles.actor) or (a.roles.recipient and b.roles.recipient):
        return False
    first, second = sorted((a.anchors[0], b.anchors[0]))
    return second.start - first.end <= _ONE_BREATH and not parted(text[first.end : second.start])


def _apart(a: Event, b: Event, times: Mapping[str, Timex]) -> bool:
    """Whether place or time tell the two apart."""
    if a.place is not None and b.place is not None and a.place != b.place:
        return True
    first, second = _days(a, times), _days(b, times)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _tied(a: Event, b: Event, times: Mapping[str, Timex]) -> bool:
    """Whether they share who did it or to whom, or happened in one place on the same days."""
    if a.type == b.type and (set(a.roles.actor) & set(b.roles.actor) and set(a.roles.recipient) & set(b.roles.recipient)):
        return True
    same_place = a.place is not None and a.place == b.place
    shared = set(a.roles.actor) & set(b.roles.actor) or set(a.roles.recipient) & set(b.roles.recipient)
    if same_place and shared:
        return True
    first, second = _days(a, times), _days(b, times)
    return same_place and first is not None and first == second


def _days(event: Event, times: Mapping[str, Timex]) -> tuple[str, str] | None:
    time = times.get(event.time) if event.time is not None else None
    if time is None or time.start is None or time.end is None:
        return None
    return time.start[:10], time.end[:10]
