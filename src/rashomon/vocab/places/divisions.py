"""What we add to divisions of the first level: names in English news, abbreviations, better middles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.vocab.data import read_table

_PACKAGE = "rashomon.vocab.places"
_FILE = "divisions.tsv"


@dataclass(frozen=True, slots=True)
class DivisionNote:
    """One division by its GeoNames code ("US.TX").

    `point` (degrees) is its middle where the middle of its towns would mislead, else None; `aliases` further names;
    `abbreviations` are read as the division only where the text puts them after a place in it ("Paris, Tex.").
    """

    code: str
    name: str
    point: tuple[float, float] | None
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]


@cache
def division_notes() -> Mapping[str, DivisionNote]:
    """All notes by code. Raises DataError where the file breaks its rules."""
    rows = read_table(_PACKAGE, _FILE, ("code", "name", "lat", "lon", "aliases", "abbreviations"), key=("code",))
    return MappingProxyType({row["code"]: _note(row) for row in rows})


def _note(row: dict[str, str]) -> DivisionNote:
    try:
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else None
    except ValueError as error:
        raise DataError(f"{_PACKAGE}/{_FILE}: {row['code']}: {error}") from error
    aliases, abbreviations = (tuple(x for x in row[c].split("|") if x) for c in ("aliases", "abbreviations"))
    return DivisionNote(row["code"], row["name"], point, aliases, abbreviations)
