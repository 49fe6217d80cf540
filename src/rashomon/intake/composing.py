"""From a text and what is known of it to a `Report`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.intake.furniture import find_furniture
from rashomon.intake.paragraphs import Paragraph, find_paragraphs
from rashomon.records import Byline, Report, digest


@dataclass(frozen=True, slots=True)
class Head:
    """What came with a text and does not stand in it. `authors` are names that the page gives."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()


def content_id(text: str) -> str:
    """The id of a report that came without one: from its text, so that the same text has the same id everywhere."""
    return f"re_{digest(text)}"


def compose(text: str, head: Head, *, id: str, line_is_paragraph: bool = False) -> Report:
    """The report of `text`, its furniture found and its body marked. `line_is_paragraph`: see `find_paragraphs`."""
    paragraphs = find_paragraphs(text, line_is_paragraph=line_is_paragraph)
    found = find_furniture(text, paragraphs, head.title)
    written = {byline.name.casefold() for byline in found.bylines}
    bylines = [*found.bylines, *(Byline(name, None) for name in head.authors if name.casefold() not in written)]
    return Report(
        id=id,
        text=text,
        title=head.title or (" ".join(found.title.text.split()) if found.title else None),
        url=head.url,
        publisher=head.publisher,
        published=head.published,
        language=head.language,
        dateline=found.dateline,
        bylines=tuple(bylines),
        credits=tuple(found.credits),
        title_span=found.title,
        body=tuple(_body(text, paragraphs, sorted(found.cuts))),
    )


def _body(text: str, paragraphs: Sequence[Paragraph], cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs without the cuts and the whitespace around them; pieces with no letter or digit are left out.

    `cuts` are sorted; they may overlap and may reach over paragraphs.
    """
    body = []
    passed = 0
    covered = 0
    for start, end in paragraphs:
        cursor = max(start, min(covered, end))
        while passed < len(cuts) and cuts[passed][0] < end:
            cut_start, cut_end = cuts[passed]
            if cut_start > cursor:
                body.append((cursor, cut_start))
            covered = max(covered, cut_end)
            cursor = max(cursor, min(covered, end))
            passed += 1
        if cursor < end:
            body.append((cursor, end))
    trimmed = (_trim(text, start, end) for start, end in body)
    return [piece for piece in trimmed if piece[0] < piece[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece without whitespace at its ends; empty when it holds no letter and no digit."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    stop = start + len(words.rstrip())
    if not any(ch.isalnum() for ch in words):
        return start, start
    return start + lead, stop
