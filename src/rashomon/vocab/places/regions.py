"""Regions, seas, camps, crossings and other places that reports of conflict name and gazetteers of towns lack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.errors import DataError
from rashomon.vocab.data import read_table

_PACKAGE = "rashomon.vocab.places"
_FILE = "regions.tsv"
_COLUMNS = (
    "name", "aliases", "feature", "lat", "lon", "radius_km", "precision", "countries", "geonames", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """One row. `lat`, `lon` (degrees, WGS 84) a point in its middle, `radius_km` how far from there it reaches.

    `feature` is a GeoNames feature code, `precision` UCDP's where_prec, `countries` ISO alpha-2 codes, the one that
    administers it or is recognised as its owner first; who claims it is the business of `contested`. `geonames` only
    where it is certain.
    """

    name: str
    aliases: tuple[str, ...]
    feature: str
    lat: float
    lon: float
    radius_km: int
    precision: int
    countries: tuple[str, ...]
    geonames: int | None
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@cache
def regions() -> tuple[Region, ...]:
    """All rows, in the order of the file. Raises DataError where the file breaks its rules."""
    rows = read_table(_PACKAGE, _FILE, _COLUMNS, key=("name", "countries"))
    return tuple(_region(row) for row in rows)


def _region(row: dict[str, str]) -> Region:
    try:
        region = Region(
            name=row["name"],
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            feature=row["feature"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=int(row["radius_km"]),
            precision=int(row["precision"]),
            countries=tuple(code for code in row["countries"].split("|") if code),
            geonames=int(row["geonames"]) if row["geonames"] else None,
            source=row["source"],
        )
    except ValueError as error:
        raise DataError(f"{_PACKAGE}/{_FILE}: {row['name']}: {error}") from error
    if not (-90 <= region.lat <= 90 and -180 <= region.lon <= 180 and 1 <= region.precision <= 7 and region.source):
        raise DataError(f"{_PACKAGE}/{_FILE}: {region.name}: a coordinate, precision or source that cannot be")
    return region
