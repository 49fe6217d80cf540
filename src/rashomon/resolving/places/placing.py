"""Choices to the ledger's places: point, precision, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.records import Place, PlaceName, Report, record_id
from rashomon.records.geo import shifted
from rashomon.resolving.places.choosing import Choice
from rashomon.resolving.places.disputes import Disputes
from rashomon.resolving.places.gazetteer import Candidate, Gazetteer
from rashomon.resolving.places.mentions import Reading, directions, nearness
from rashomon.resolving.places.names import name_key

#: UCDP's where_prec by GeoNames feature
_PRECISION = {"PCLI": 6, "ADM1": 4, "ADM2": 3}
_NEAR, _PART_OF_COUNTRY = 2, 5
#: how far from the middle of a country or division its "north" lies, in kilometres, for want of its shape
_PART_KM = {"PCLI": 150.0, "ADM1": 50.0}


def to_places(report: Report, choices: Sequence[Choice], gazetteer: Gazetteer, disputes: Disputes) -> tuple[Place, ...]:
    """The places, in the order of their first mention; choices of the same place become one with several names."""
    groups: dict[object, list[Choice]] = {}
    keys: dict[object, str | None] = {}
    for number, choice in enumerate(choices):
        contested = _contested(choice, gazetteer, disputes)
        identity = _identity(choice, number, contested)
        groups.setdefault(identity, []).append(choice)
        keys[identity] = keys.get(identity) or contested
    places = [_with_dispute(_place(report, group), keys[i], report, disputes) for i, group in groups.items()]
    return tuple(sorted(places, key=lambda place: place.mentions[0]))


def _contested(choice: Choice, gazetteer: Gazetteer, disputes: Disputes) -> str | None:
    """The contested place that the choice is of. A name that could be several places is of none."""
    name = choice.cluster.readings[0].name
    if choice.place is None and choice.cluster.candidates:
        return None
    return disputes.meant(name, None if choice.approximate else choice.place, gazetteer)


def _with_dispute(place: Place, key: str | None, report: Report, disputes: Disputes) -> Place:
    """The place with what is known of it on the report's date, if it is contested."""
    if key is None:
        return place
    written = frozenset(name_key(text) for text in (*(m.text for m in place.mentions), *(n.name for n in place.names)))
    return replace(place, contested=disputes.told(key, report.published, written))


def _identity(choice: Choice, number: int, contested: str | None) -> object:
    """What choices of one place share: its id, or the contested place that their names are of; an own number else."""
    reading = choice.cluster.readings[0]
    if choice.approximate or not (contested or choice.place):
        return number
    place = contested if contested else choice.place.id if choice.place else None
    return place, reading.direction or "", reading.away


def _place(report: Report, group: Sequence[Choice]) -> Place:
    choice = next((c for c in group if c.place is not None), group[0])
    readings = sorted((r for c in group for r in c.cluster.readings), key=lambda r: r.mention.span)
    first = readings[0].mention.span
    place = choice.place
    lat, lon = _point(place, readings[0]) if place else (None, None)
    return Place(
        id=record_id("pl", report.id, first),
        name=" ".join(first.text.split()),
        mentions=tuple(r.mention.span for r in readings),
        geonames=place.geonames if place and not choice.approximate else None,
        lat=lat,
        lon=lon,
        country=(place.country or None) if place else None,
        admin1=(place.admin1 or None) if place else None,
        feature=place.feature if place and not choice.approximate else None,
        precision=_precision(place, choice, readings) if place else None,
        names=_names(readings),
        reason=choice.reason,
    )


def _point(place: Candidate, reading: Reading) -> tuple[float, float]:
    if reading.away:
        return shifted(place.lat, place.lon, *reading.away)
    north, east = directions().get(reading.direction or "", (0.0, 0.0))
    far = _PART_KM.get(place.feature, 0.0)
    return shifted(place.lat, place.lon, north * far, east * far) if far else (place.lat, place.lon)


def _precision(place: Candidate, choice: Choice, readings: Sequence[Reading]) -> int:
    precision = _PRECISION.get(place.feature, place.precision)
    if readings[0].direction and place.feature == "PCLI":
        return _PART_OF_COUNTRY
    if precision == 1 and (choice.approximate or readings[0].away or all(_is_near(r) for r in readings)):
        return _NEAR
    return precision


def _is_near(reading: Reading) -> bool:
    preposition = reading.mention.preposition or ""
    return reading.away is not None or preposition in nearness() or preposition.endswith(" of")


def _names(readings: Sequence[Reading]) -> tuple[PlaceName, ...]:
    """The names that the report gives the place, when it gives more than one; one with a user replaces one without."""
    found: dict[str, PlaceName] = {}
    for reading in readings:
        span = reading.mention.span
        found.setdefault(" ".join(span.text.split()), PlaceName(" ".join(span.text.split()), None, span))
        for other in reading.mention.names:
            if other.name not in found or found[other.name].used_by is None:
                found[other.name] = other
    return tuple(found.values()) if len(found) > 1 else ()
