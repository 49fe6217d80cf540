"""Countries and territories: codes, names, what their people are called, a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from rashomon.errors import DataError
from rashomon.vocab.data import known, read_table

PopulationClass = Literal["huge", "large", "medium", "small", "tiny"]

_PACKAGE = "rashomon.vocab"
_FILE = "countries.tsv"
_COLUMNS = (
    "alpha2", "alpha3", "name", "aliases", "demonyms", "capital", "lat", "lon", "geonames", "population",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """One row of ISO 3166-1, or Kosovo (XK, XKX).

    `aliases` are other names, `demonyms` adjectives and names of the people, both as English news writes them.
    `lat`, `lon` (degrees, WGS 84) are a middle of the country, `geonames` its GeoNames id. `capital` is empty where
    there is none.
    """

    alpha2: str
    alpha3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    geonames: int
    population: PopulationClass

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by alpha-2 code. Raises DataError where the file breaks its rules."""
    rows = read_table(_PACKAGE, _FILE, _COLUMNS, key=("alpha2",))
    known(_PACKAGE, _FILE, (row["population"] for row in rows), get_args(PopulationClass))
    return tuple(_country(row) for row in rows)


def by_alpha2(code: str) -> Country | None:
    """The country with an ISO 3166-1 alpha-2 code, or None."""
    return _by_alpha2().get(code)


def by_alpha3(code: str) -> Country | None:
    """The country with an ISO 3166-1 alpha-3 code, or None."""
    return _by_alpha3().get(code)


def named(name: str) -> tuple[Country, ...]:
    """The countries that bear `name` or have it as an alias, the most populous first. Case counts: "US" is no "us"."""
    return _by_name().get(name, ())


def of_people(word: str) -> tuple[Country, ...]:
    """The countries whose people or things are called `word` ("Congolese" gives two), the most populous first."""
    return _by_demonym().get(word, ())


@cache
def _by_alpha2() -> Mapping[str, Country]:
    return MappingProxyType({country.alpha2: country for country in countries()})


@cache
def _by_alpha3() -> Mapping[str, Country]:
    return MappingProxyType({country.alpha3: country for country in countries()})


@cache
def _by_name() -> Mapping[str, tuple[Country, ...]]:
    return _index((name, country) for country in countries() for name in country.names)


@cache
def _by_demonym() -> Mapping[str, tuple[Country, ...]]:
    return _index((word, country) for country in countries() for word in country.demonyms)


def _index(pairs: Iterable[tuple[str, Country]]) -> Mapping[str, tuple[Country, ...]]:
    order = get_args(PopulationClass)
    found: dict[str, list[Country]] = {}
    for word, country in pairs:
        found.setdefault(word, []).append(country)
    return MappingProxyType(
        {word: tuple(sorted(some, key=lambda c: order.index(c.population))) for word, some in found.items()}
    )


def _country(row: dict[str, str]) -> Country:
    try:
        return Country(
            alpha2=row["alpha2"],
            alpha3=row["alpha3"],
            name=row["name"],
            aliases=_cells(row, "aliases"),
            demonyms=_cells(row, "demonyms"),
            capital=row["capital"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            geonames=int(row["geonames"]),
            population=cast(PopulationClass, row["population"]),
        )
    except ValueError as error:
        raise DataError(f"{_PACKAGE}/{_FILE}: {row['alpha2']}: {error}") from error


def _cells(row: dict[str, str], column: str) -> tuple[str, ...]:
    words = tuple(word for word in row[column].split("|") if word)
    if len(set(words)) != len(words):
        raise DataError(f"{_PACKAGE}/{_FILE}: {row['alpha2']}: {column} has a word twice")
    return words
