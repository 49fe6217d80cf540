"""The report's text cut at every edge of every mark, so that marks may overlap and nest as they like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.publishing.page.marks import Mark
from rashomon.publishing.show import Part, labels, printable
from rashomon.records import Report

_GAP = re.compile(r"\s+")
_BLANK = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under one set of marks. `number` is None where no mark lies on it.

    `keys` are the marks, the shortest first; `parts` what they mark it as, the outermost first; `opens` and `closes`
    tell whether a statement's content begins or ends here.
    """

    number: int | None
    text: str
    keys: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `prose` is false for what is not the report's own prose: its title, its credits."""

    prose: bool
    segments: tuple[Segment, ...]


def blocks(report: Report, marks: Iterable[Mark]) -> Iterator[Block]:
    """The report's paragraphs in order, cut into segments; nothing but whitespace between paragraphs is left out.

    The time it takes grows with the text and with the marks that lie on each of its characters.
    """
    starts: defaultdict[int, list[Mark]] = defaultdict(list)
    ends: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starts[mark.start].append(mark)
        ends[mark.end].append(mark)
    paragraphs = list(_paragraphs(report))
    edges = sorted({*starts, *ends, *(edge for start, end, _ in paragraphs for edge in (start, end))})
    active: dict[str, Mark] = {}
    number = at = 0
    for start, end, prose in paragraphs:
        segments = []
        while at < len(edges) and edges[at] < end:
            left, right = edges[at], edges[at + 1]
            for mark in ends.get(left, ()):
                active.pop(mark.key, None)
            active.update((mark.key, mark) for mark in starts.get(left, ()))
            at += 1
            if left < start:
                continue
            segments.append(_segment(report.text[left:right], left, right, active.values(), number))
            number += bool(active)
        yield Block(prose, tuple(segments))


def _segment(text: str, left: int, right: int, active: Iterable[Mark], number: int) -> Segment:
    over = sorted(active, key=lambda mark: (mark.end - mark.start, mark.start, mark.key))
    if not over:
        return Segment(None, printable(text))
    parts = {mark.part for mark in over}
    return Segment(
        number,
        printable(text),
        tuple(mark.key for mark in over),
        tuple(part for layer in labels().layers for part in layer.parts if part in parts),
        opens=any(mark.part == "content" and mark.start == left for mark in over),
        closes=any(mark.part == "content" and mark.end == right for mark in over),
    )


def _paragraphs(report: Report) -> Iterator[tuple[int, int, bool]]:
    """Start, end and "is prose" of each paragraph.

    A blank line always parts paragraphs. A single line break does so outside the prose; inside, it is where a line was
    wrapped. Where nobody said what is prose, all of it is, and line breaks part it if there are no blank lines.
    """
    text, body = report.text, sorted(report.body)
    hard = not body and not _BLANK.search(text)
    at = start = 0
    for gap in _GAP.finditer(text):
        if "\n" not in gap.group():
            continue
        while at < len(body) and body[at][1] <= gap.start():
            at += 1
        inside = at < len(body) and body[at][0] < gap.start() and gap.end() < body[at][1]
        wrapped = inside if body else not hard
        if wrapped and not _BLANK.search(gap.group()):
            continue
        if start < gap.start():
            yield start, gap.start(), _prose(start, gap.start(), body)
        start = gap.end()
    if start < len(text):
        yield start, len(text), _prose(start, len(text), body)


def _prose(start: int, end: int, body: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch of `body` shares a character with the paragraph; where there is no body, all is prose."""
    last = bisect_left(body, (end, end)) - 1
    return not body or (last >= 0 and body[last][1] > start)
