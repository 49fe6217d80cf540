"""Which events of a report are one happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.linking.numbers import parted
from rashomon.linking.words import apart, courses, modes_apart
from rashomon.records import Claim, Event, Place, Span, Timex
from rashomon.records.geo import kilometres

#: types of what is done and not only said, by the course of events that they can belong to
_FAMILIES = {
    "ASSAULT": "force", "COERCE": "force", "MOBILIZE": "force", "PROTEST": "protest", "RETREAT": "retreat",
    "SANCTION": "sanction", "AID": "aid",
}  # fmt: skip
#: how many characters may lie between two anchors of one sentence's story
_ONE_BREATH = 120
#: how many characters a story may be left before the same kind of deed is taken for another: two or three paragraphs
_SAME_STORY = 700
#: how many incidents back an event looks for its own, so that long live blogs stay linear
_LOOK_BACK = 12
#: UCDP's where_prec of a first-level division; beyond are parts of countries, and countries
_DIVISION = 4
#: where_prec of what is known to be near a point, and how far a town reaches, in kilometres
_NEARBY, _SAME_TOWN_KM = 2, 25.0
#: ties of a place that nobody said of the event itself
_WEAK = frozenset({"scene", "report"})


@dataclass(slots=True)
class _Group:
    """Events of one happening, and where its story was last told."""

    events: list[Event] = field(default_factory=list)
    last: int = 0


class Grouping:
    """Puts the deeds of one report into incidents.

    Two deeds are one happening only when nothing tells them apart: place, time, background against news, a word such as
    "another", means that are never one blow, or one speaker who names two doers. Beyond that something must tie them: an
    actor or recipient in the same role, the same place and day, one sentence that tells of the blow and of its victims,
    or, for assaults, that the story goes on. Rival tellings of one attack differ in doer, victims and means, so these
    alone do not part what different speakers say.
    """

    def __init__(
        self, text: str, places: Mapping[str, Place], times: Mapping[str, Timex], claims: Sequence[Claim]
    ) -> None:
        self._text = text
        self._places = places
        self._times = times
        self._speakers: dict[str, set[str]] = {}
        for claim in claims:
            if claim.stance == "affirm":
                self._speakers.setdefault(claim.event, set()).add(claim.speakers[-1])

    def incidents(self, events: Sequence[Event]) -> list[list[Event]]:
        """The deeds among `events` in groups, in the order of the report. What only may happen makes no incident."""
        groups: list[_Group] = []
        near: dict[tuple[str, bool, bool], list[_Group]] = {}
        for event in events:
            if event.type not in _FAMILIES or event.modality.hypothetical or event.modality.future:
                continue
            key = (_FAMILIES[event.type], event.modality.historical, self._is_course(event))
            candidates = near.setdefault(key, [])
            home = next((g for g in reversed(candidates[-_LOOK_BACK:]) if self._belongs(event, g)), None)
            if home is None:
                home = _Group()
                candidates.append(home)
                groups.append(home)
            home.events.append(event)
            home.last = max(home.last, *(a.end for a in event.anchors))
        return [g.events for g in groups]

    def _is_course(self, event: Event) -> bool:
        return any(" ".join(a.text.lower().split()) in courses() for a in event.anchors)

    def _belongs(self, event: Event, group: _Group) -> bool:
        if self._is_other(event.anchors[0]) or any(self._apart(event, other) for other in group.events):
            return False
        if (
            event.type == "ASSAULT"
            and not self._is_course(event)
            and not event.modality.historical
            and event.anchors[0].start - group.last < _SAME_STORY
        ):
            return any(other.type == "ASSAULT" for other in group.events)
        return any(self._tied(event, other) or self._told_together(event, other) for other in group.events)

    def _is_other(self, anchor: Span) -> bool:
        """Whether the words before the anchor, or "separate" behind it in its sentence, make it another happening."""
        before = self._text[max(0, anchor.start - 40) : anchor.start].lower().split()[-3:]
        behind = self._text[anchor.end : anchor.end + 60].lower()
        return bool(apart().intersection(before)) or ("separate" in behind and not parted(behind.split("separate")[0]))

    def _apart(self, a: Event, b: Event) -> bool:
        if self._elsewhere(_site(a), _site(b)):
            return True
        if a.mode and b.mode and frozenset((a.mode, b.mode)) in modes_apart():
            return True
        first, second = self._days(a), self._days(b)
        if first is not None and second is not None and (first[1] < second[0] or second[1] < first[0]):
            return True
        one_voice = self._speakers.get(a.id, set()) & self._speakers.get(b.id, set())
        doers = (set(a.roles.actor), set(b.roles.actor))
        return bool(one_voice and all(doers) and not doers[0] & doers[1])

    def _elsewhere(self, a: str | None, b: str | None) -> bool:
        """Whether two places (ids) are known to be two. A town may lie in the region that another event is told of."""
        if a is None or b is None or a == b:
            return False
        one, other = self._places.get(a), self._places.get(b)
        if one is None or other is None:
            return True
        if _is_beside(one, other):
            return False
        if not (is_wide(one) or is_wide(other)):
            return True
        return one.country is not None and other.country is not None and one.country != other.country

    def _tied(self, a: Event, b: Event) -> bool:
        """Whether they share who did it or to whom, or happened in one place on the same days."""
        shared = set(a.roles.actor) & set(b.roles.actor), set(a.roles.recipient) & set(b.roles.recipient)
        if a.type == b.type and all(shared):
            return True
        same_place = _site(a) is not None and _site(a) == _site(b)
        days = self._days(a)
        return same_place and (any(shared) or (days is not None and days == self._days(b)))

    def _told_together(self, a: Event, b: Event) -> bool:
        """Whether one sentence tells of both and each says what the other leaves out ("killed … in strikes by …")."""
        if not a.type == b.type == "ASSAULT":
            return False
        if (a.roles.actor and b.roles.actor) or (a.roles.recipient and b.roles.recipient):
            return False
        first, second = sorted((a.anchors[0], b.anchors[0]))
        return second.start - first.end <= _ONE_BREATH and not parted(self._text[first.end : second.start])

    def _days(self, event: Event) -> tuple[str, str] | None:
        time = self._times.get(event.time) if event.time is not None else None
        if time is None or time.start is None or time.end is None:
            return None
        return time.start[:10], time.end[:10]


def place_of(events: Iterable[Event], places: Mapping[str, Place]) -> str | None:
    """The place (id) of some events: what is said of one of them before what only the scene gives, a town before a region,
    the first of equals."""
    placed = [(e.place, e.place_from or "clause") for e in events if e.place is not None and e.place in places]
    order = [(tie in _WEAK, is_wide(places[place]), tie == "report") for place, tie in placed]
    return placed[order.index(min(order))][0] if placed else None


def is_wide(place: Place) -> bool:
    """Whether a place is a division, a part of a country or more."""
    return place.precision is not None and place.precision >= _DIVISION


def _is_beside(one: Place, other: Place) -> bool:
    """Whether one of two places is a building or a street that is only known to lie in or by the other's town."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    loose = any(place.geonames is None and place.precision == _NEARBY for place in (one, other))
    return loose and kilometres(one.lat, one.lon, other.lat, other.lon) <= _SAME_TOWN_KM


def _site(event: Event) -> str | None:
    """The place of an event (id), unless it is only the country that the whole report is about."""
    return event.place if event.place_from != "report" else None
