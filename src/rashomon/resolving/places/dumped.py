"""Rows of a GeoNames dump as places of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.resolving.places.dump import Aside, Dump, DumpRow, Progress, dump_rows
from rashomon.resolving.places.entries import Entry
from rashomon.resolving.places.features import Taken, taken_features
from rashomon.vocab.countries import by_alpha2, countries
from rashomon.vocab.places.regions import regions

#: with fewer people, or an unknown number, a place is little known; the packages' lists of towns begin there too
_KNOWN_PEOPLE = 500


def dump_entries(dump: Dump, aside: Aside, say: Progress) -> Iterator[Entry]:
    """The places of a dump whose features are taken, but for those that our own tables have with their id.

    Odd rows are counted in `aside`. Raises DataError where the dump cannot be read.
    """
    taken = taken_features()
    for row in dump_rows(dump.path, lambda *feature: feature in taken, aside, say):
        if row.id not in _own_ids():
            yield _entry(row, taken[row.feature_class, row.feature_code], dump)


def _entry(row: DumpRow, taken: Taken, dump: Dump) -> Entry:
    known = taken.names == "all" or (taken.names == "people" and row.population >= _KNOWN_PEOPLE)
    is_second = taken.feature == "ADM2"
    within = None if is_second else dump.second.get(f"{row.country}.{row.admin1}.{row.admin2}")
    return Entry(
        id=row.id,
        name=row.name,
        aliases=(*((row.ascii_name,) if row.ascii_name != row.name else ()), *row.alternates),
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        admin1=row.admin1,
        admin2=within,
        feature=_seat(row) if taken.feature == "PPLC" else taken.feature,
        population=row.population,
        precision=taken.precision,
        dumped=True,
        little=not known,
    )


def _seat(row: DumpRow) -> str:
    """The feature of a capital: our own table of countries says which towns are, where it says anything."""
    country = by_alpha2(row.country)
    return "PPLA" if country and country.capital else "PPLC"


@cache
def _own_ids() -> frozenset[int]:
    return frozenset(c.geonames for c in countries()) | frozenset(r.geonames for r in regions() if r.geonames)
