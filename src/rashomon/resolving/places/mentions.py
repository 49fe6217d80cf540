"""A mention taken apart: its name without direction and kind, and the forms under which the gazetteer may know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.records import PlaceMention
from rashomon.resolving.places.names import name_key
from rashomon.vocab.data import read_list, read_table
from rashomon.vocab.places.generics import generics

_PACKAGE = "rashomon.resolving.places"
_FAR = re.compile(r"(\d[\d.,]*)\s*-?\s*(km|kms|kilomet\w+|miles?|mi)\b[^a-z]*(?:\([^)]*\)\s*)?([a-z-]+)", re.IGNORECASE)
_KM_PER_MILE = 1.609344
_WITHIN = re.compile(r"\s(?:of|at|in)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention as the resolver reads it.

    `name` is what is looked up first, `direction` what stood before it ("northern"), `kind` what the text calls it;
    `away` the kilometres north and east of it that the text speaks of ("15 km east of").
    """

    mention: PlaceMention
    name: str
    direction: str | None
    kind: str | None
    away: tuple[float, float] | None

    @property
    def key(self) -> tuple[str, str, str, tuple[float, float] | None]:
        """What two mentions share that mean the same place: name, direction, whether a division is meant, distance."""
        return name_key(self.name), self.direction or "", "division" if self.is_division else "", self.away

    @property
    def is_division(self) -> bool:
        """Whether the text calls it a division ("province", "district")."""
        kind = generics().get(self.kind or "")
        return kind is not None and kind.features[0].startswith("ADM")


def read_mention(mention: PlaceMention) -> Reading:
    """Takes a mention apart."""
    words = mention.span.text.split()
    direction = None
    if len(words) > 1 and words[0] in directions():
        direction, words = words[0], words[1:]
    return Reading(mention, " ".join(words), direction, mention.generic, _distance(mention.preposition or ""))


def name_forms(reading: Reading) -> Iterator[str]:
    """The names to look up, best first: as written, without the word for its kind ("X province", "Lake X")."""
    yield reading.name
    words = reading.name.split()
    kinds = generics()
    for length in (2, 1):
        kind = kinds.get(" ".join(words[-length:]).lower())
        if len(words) > length and kind is not None and "part" not in kind.stands and "built" not in kind.stands:
            yield " ".join(words[:-length])
    if len(words) > 1 and words[0].lower() in directions():
        yield " ".join(words[1:])


def enclosing_forms(reading: Reading) -> Iterator[str]:
    """Names inside the name of a building, valley or river that may be of what it lies in: "X General Hospital"."""
    parts = _WITHIN.split(reading.name)
    if len(parts) > 1:
        yield parts[-1]
    words = reading.name.split()
    kinds = generics()
    if words and words[-1].lower() in kinds:
        yield from (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    first = kinds.get(words[0].lower()) if len(words) > 1 else None
    if first is not None and "front" in first.stands and words[1].lower() not in directions():
        yield " ".join(words[1:])


@cache
def directions() -> dict[str, tuple[float, float]]:
    """How far north and east the words for parts and bearings point."""
    rows = read_table(_PACKAGE, "directions.tsv", ("word", "north", "east"), key=("word",))
    return {row["word"]: (float(row["north"]), float(row["east"])) for row in rows}


@cache
def nearness() -> frozenset[str]:
    """Prepositions that put something near a place, not in it."""
    return frozenset(read_list(_PACKAGE, "nearness.txt"))


def _distance(preposition: str) -> tuple[float, float] | None:
    found = _FAR.search(preposition)
    if not found or found[3].lower() not in directions():
        return None
    try:
        far = float(found[1].replace(",", "").rstrip("."))
    except ValueError:
        return None
    far *= _KM_PER_MILE if found[2].lower().startswith("mi") else 1
    north, east = directions()[found[3].lower()]
    return far * north, far * east
