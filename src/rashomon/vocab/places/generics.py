"""Kinds of place as texts call them: "town", "province", "strait"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.vocab.data import known, read_table

_PACKAGE = "rashomon.vocab.places"
_FILE = "generics.tsv"
_STANDS = ("of", "after", "front", "part", "built")


@dataclass(frozen=True, slots=True)
class Generic:
    """A word for a kind of place, the GeoNames feature codes that it may mean, and how it stands by the name.

    `stands`: "of" ("the town of X"), "after" ("X town"), "front" ("Lake X"); "part": it belongs to the name even in
    small letters ("the Lachin corridor"); "built": it is something that people build in a place ("X airport").
    """

    word: str
    features: tuple[str, ...]
    stands: frozenset[str]


@cache
def generics() -> Mapping[str, Generic]:
    """The words with what they mean. Raises DataError where the file breaks its rules."""
    rows = read_table(_PACKAGE, _FILE, ("word", "features", "stands"), key=("word",))
    known(_PACKAGE, _FILE, (w for row in rows for w in row["stands"].split(",")), _STANDS)
    return MappingProxyType(
        {
            row["word"]: Generic(row["word"], tuple(row["features"].split(",")), frozenset(row["stands"].split(",")))
            for row in rows
        }
    )
