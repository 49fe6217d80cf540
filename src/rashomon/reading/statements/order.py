"""Keeps attributions in the order of their heads while some are dropped and others come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.reading.drafts import Attribution


def in_order(kept: Iterable[Attribution], before: Sequence[Attribution]) -> list[Attribution]:
    """`kept` sorted by head, whose `follows`, indices into `before` (or None), become indices into what is returned; None
    where the one that is followed was dropped."""
    ordered = sorted(kept, key=lambda a: a.head)
    place = {id(a): i for i, a in enumerate(ordered)}
    for attribution in ordered:
        if attribution.follows is not None:
            attribution.follows = place.get(id(before[attribution.follows]))
    return ordered
