"""With what loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span

CountKind = Literal["killed", "injured", "missing", "captured", "detained", "displaced", "affected"]
VictimClass = Literal["civilians", "combatants", "officials", "unknown"]


@dataclass(frozen=True, slots=True)
class Victims:
    """Who was hit: class, words as written ("women and children"), and the actor (id) whose side they are on.

    In JSON `class_` is spelled "class".
    """

    class_: VictimClass
    text: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, as its words allow: "at least 9" is 9 to null, "dozens" 24 to 99 and not exact.

    `subset_of` is the id of the total that a part belongs to; `as_of` an ISO date when the figure is a running total.
    """

    id: str
    span: Span
    kind: CountKind
    low: int | None
    high: int | None
    exact: bool
    victims: Victims
    event: str | None
    speakers: tuple[str, ...]
    subset_of: str | None = None
    as_of: str | None = None
