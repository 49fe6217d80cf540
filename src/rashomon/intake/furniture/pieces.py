"""What was found around a report's prose."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import Byline, Credit, Dateline, Span


@dataclass(slots=True)
class Furniture:
    """Title, dateline, bylines and credits of a text, and `cuts`: every stretch [start, end) that is not its prose."""

    title: Span | None = None
    dateline: Dateline | None = None
    bylines: list[Byline] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)

    def cut(self, start: int, end: int) -> None:
        """Keeps the characters `start` to `end` out of the body."""
        if start < end:
            self.cuts.append((start, end))
