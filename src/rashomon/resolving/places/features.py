"""Which features of a GeoNames dump are places that reports name, and as what the resolver knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.vocab.data import known, read_table

PACKAGE, FILE = "rashomon.resolving.places", "dump_features.tsv"
_NAMES = ("all", "people", "little")


@dataclass(frozen=True, slots=True)
class Taken:
    """A feature that is taken. `feature` is the code that the resolver knows it by, `names` how well its names name it
    ("all", "people": well where many live there, "little"), `precision` UCDP's where_prec of its point."""

    feature: str
    names: str
    precision: int


@cache
def taken_features() -> Mapping[tuple[str, str], Taken]:
    """The features that are taken, by GeoNames' class and code. Raises DataError where the file breaks its rules."""
    rows = read_table(PACKAGE, FILE, ("class", "code", "as", "names", "precision"), key=("class", "code"))
    known(PACKAGE, FILE, (row["names"] for row in rows), _NAMES)
    known(PACKAGE, FILE, (row["precision"] for row in rows), "1234567")
    if any(not (row["code"] and row["as"]) for row in rows):
        raise DataError(f"{PACKAGE}/{FILE}: a row without a code")
    return MappingProxyType(
        {(row["class"], row["code"]): Taken(row["as"], row["names"], int(row["precision"])) for row in rows}
    )
