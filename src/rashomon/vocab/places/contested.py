"""Names that sides dispute: which name of one place belongs to whom, since when, and who holds the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.vocab.data import known, read_table

_PACKAGE = "rashomon.vocab.places"
_FILE = "contested.tsv"
STATUSES = ("official", "in use", "exonym", "former", "self-declared")
_COLUMNS = ("place", "name", "used_by", "status", "since", "until", "source")


@dataclass(frozen=True, slots=True)
class ContestedName:
    """One name of one place. `place` is the key that the names of a place share.

    `used_by` holds ISO alpha-3 codes and names of parties, `status` what the name is ("official", "former", "exonym",
    "in use", "self-declared"), `since` and `until` years or dates (ISO 8601), empty where unknown or open. It is
    background for a reader: a ledger says who uses a name only where the report does.
    """

    place: str
    name: str
    used_by: tuple[str, ...]
    status: str
    since: str
    until: str
    source: str


@cache
def contested_names() -> tuple[ContestedName, ...]:
    """All rows, in the order of the file. Raises DataError where the file breaks its rules."""
    rows = read_table(_PACKAGE, _FILE, _COLUMNS, key=("place", "name", "used_by"))
    for row in rows:
        if not (row["place"] and row["name"] and row["source"]):
            raise DataError(f"{_PACKAGE}/{_FILE}: {row['name'] or row['place']}: place, name and source are needed")
    known(_PACKAGE, _FILE, (row["status"] for row in rows), STATUSES)
    return tuple(
        ContestedName(
            row["place"], row["name"], tuple(u for u in row["used_by"].split("|") if u), row["status"], row["since"],
            row["until"], row["source"],
        )
        for row in rows
    )  # fmt: skip


@cache
def names_by_place() -> Mapping[str, tuple[str, ...]]:
    """The names of each contested place, by its key."""
    found: dict[str, dict[str, None]] = {}
    for row in contested_names():
        found.setdefault(row.place, {})[row.name] = None
    return MappingProxyType({place: tuple(names) for place, names in found.items()})
