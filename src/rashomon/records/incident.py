"""One happening in the world, and all that each speaker says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.statement import Stance

#: what an account says of a field: [low, high] for losses, names or ids in a list for the others
Value = tuple[int | None, int | None] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All that one speaker chain says of one incident. `values` has "killed": [low, high] and the like, and "actor",
    "recipient", "place", "time" as lists of ids."""

    speakers: tuple[str, ...]
    stance: Stance
    claims: tuple[str, ...]
    values: dict[str, tuple[int | None, int | None] | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which accounts cannot both be right: two groups of account indices, and why in a sentence."""

    field: str
    accounts: tuple[tuple[int, ...], tuple[int, ...]]
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening, as far as the report lets it be told apart. `place` is a place id; `start`, `end` ISO dates."""

    id: str
    title: str
    events: tuple[str, ...]
    place: str | None
    start: str | None
    end: str | None
    accounts: tuple[Account, ...]
    conflicts: tuple[Conflict, ...]
