"""Numbers of people as ranges: what a speaker counts in all, and when two counts cannot both be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.records import Count

Range = tuple[int | None, int | None]


def exclude(a: Range, b: Range) -> bool:
    """Whether no number lies in both ranges; null is an open end."""
    low = max(a[0] or 0, b[0] or 0)
    highs = [h for h in (a[1], b[1]) if h is not None]
    return bool(highs) and low > min(highs)


def total(text: str, counts: Sequence[Count]) -> Range:
    """What one speaker counts in all for one kind of loss: parts of totals left out, an enumeration within a sentence
    ("three gunmen and a policeman") added up, and of the sums the last running total, else the largest.

    `counts` has at least one member.
    """
    whole = [c for c in counts if c.subset_of is None] or list(counts)
    running = [c for c in whole if c.as_of is not None]
    sums = [_sum(group) for group in _sentences(text, running or whole)]
    return sums[-1] if running else max(sums, key=lambda r: (r[0] or 0, r[1] or 0))


def _sum(counts: Iterable[Count]) -> Range:
    counts = list(counts)
    low = sum(c.low or 0 for c in counts)
    highs = [c.high for c in counts]
    return low, None if None in highs else sum(h for h in highs if h is not None)


def _sentences(text: str, counts: Sequence[Count]) -> list[list[Count]]:
    """The counts in groups that no full stop parts."""
    groups: list[list[Count]] = []
    for count in sorted(counts, key=lambda c: c.span):
        if groups and not parted(text[groups[-1][-1].span.end : count.span.start]):
            groups[-1].append(count)
        else:
            groups.append([count])
    return groups


def parted(between: str) -> bool:
    """Whether a sentence ends in the text between two spans."""
    return "\n\n" in between or any(mark in between for mark in (". ", ".\n", "! ", "? ", ".” ", '." ', "; "))
