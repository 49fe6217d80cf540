"""Contested places by their names: which names are of one place, and what is known of it on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.records import Contested, DisputedName, Holder
from rashomon.records.geo import kilometres
from rashomon.resolving.places.gazetteer import Candidate, Gazetteer
from rashomon.resolving.places.names import name_key
from rashomon.vocab.countries import by_alpha2
from rashomon.vocab.dates import lasts
from rashomon.vocab.places.contested import ContestedName, ContestedPlaces, Control, contested

#: two points so near one another are of the same contested place, a town or a region
_SAME_KM = 60.0
_IN_USE, _FORMER = "in use", "former"


@dataclass(frozen=True, slots=True, eq=False)
class Disputes:
    """Contested places, each with its names and with who holds and claims it."""

    known: ContestedPlaces
    _by_name: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, known: ContestedPlaces) -> Disputes:
        """The places of `known` by the keys of their names."""
        found: dict[str, dict[str, None]] = {}
        for place, names in known.names_by_place.items():
            for name in names:
                found.setdefault(name_key(name), {})[place] = None
        return cls(known, {key: tuple(places) for key, places in found.items()})

    def places(self, name: str) -> tuple[str, ...]:
        """The keys of the contested places that bear a name."""
        return self._by_name.get(name_key(name), ())

    def names_beside(self, name: str) -> Iterator[str]:
        """The names of the contested places that bear `name`."""
        for place in self.places(name):
            yield from self.known.names_by_place[place]

    def meant(self, name: str, place: Candidate | None, gazetteer: Gazetteer) -> str | None:
        """The contested place that `name` is of where it was resolved to `place` (None: to nothing), or None.

        Many towns share a name with a contested one. Where the gazetteer has the others of its names, the place must be
        where they are; else in a country that has a part in the dispute.
        """
        for key in self.places(name):
            if place is None or self._is_there(key, name, place, gazetteer):
                return key
        return None

    def _is_there(self, key: str, name: str, place: Candidate, gazetteer: Gazetteer) -> bool:
        others = (n for n in self.known.names_by_place[key] if name_key(n) != name_key(name))
        found = [some for n in others if (some := gazetteer.candidates(n))]
        if found:
            return any(_shares(place, some) for some in found)
        country = by_alpha2(place.country) if place.country else None
        parties = {user for row in self.known.names if row.place == key for user in row.used_by}
        parties |= {row.party for row in self.known.control if row.place == key}
        codes = {party for party in parties if len(party) == 3 and party.isupper()}
        return not codes or country is None or country.alpha3 in codes

    def told(self, key: str, day: str | None, written: frozenset[str]) -> Contested:
        """What is known of a contested place on `day` (ISO; None: of all times): the names then borne and those that the
        report has `written` (by their `name_key`), who administered it and who claimed it."""
        names = [row for row in self.known.names if row.place == key]
        control = [row for row in self.known.control if row.place == key and _held(row, day)]
        return Contested(
            names=tuple(_name(row, day) for row in names if _borne(row, day) or name_key(row.name) in written),
            administered_by=tuple(_holder(row) for row in control if row.relation == "administers"),
            claimed_by=tuple(_holder(row) for row in control if row.relation == "claims"),
        )


def _shares(place: Candidate, some: Sequence[Candidate]) -> bool:
    """Whether a place is what most people would take another name to mean, whose candidates are `some`: the largest, what
    lies beside it, or another in its country (the province of the town)."""
    largest = max(some, key=lambda c: (c.population, -c.id))
    near = kilometres(largest.lat, largest.lon, place.lat, place.lon) <= _SAME_KM
    return near or (place.country == largest.country and any(c.id == place.id for c in some))


@cache
def our_disputes() -> Disputes:
    """Those of our own files."""
    return Disputes.of(contested())


def _borne(row: ContestedName, day: str | None) -> bool:
    return day is None or lasts(row.since, row.until, day)


def _held(row: Control, day: str | None) -> bool:
    return day is None or lasts(row.since, row.until, day)


def _name(row: ContestedName, day: str | None) -> DisputedName:
    # a name that is given up by now was in use on the days before
    status = _IN_USE if row.status == _FORMER and day is not None and row.until and _borne(row, day) else row.status
    return DisputedName(row.name, row.used_by, status, row.since or None, row.until or None, row.source)


def _holder(row: Control) -> Holder:
    return Holder(row.party, row.part, row.since or None, row.until or None, row.source)
