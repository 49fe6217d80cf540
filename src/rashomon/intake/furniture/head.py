"""The head of a report: title, bylines and dateline, on lines of their own or run together on one."""

from __future__ import annotations

from rashomon.intake.furniture import byline, dateline, headings
from rashomon.intake.furniture.pieces import Furniture
from rashomon.intake.furniture.words import words
from rashomon.intake.paragraphs import Paragraph
from rashomon.records import Span

#: so many paragraphs may stand before the first that is surely prose
_HEAD = 6
#: and so many captions, which read like prose, over a dateline
_CAPTIONS = 3


def take_known_title(text: str, rest: list[Paragraph], title: str, found: Furniture) -> list[Paragraph]:
    """Takes `title` out where the text opens with it as a line of its own; returns the rest."""
    title = title.strip()
    if not rest or not title or not text.startswith(title, rest[0][0]):
        return rest
    start, end = rest[0]
    stop = start + len(title)
    if stop < end and text[stop] not in "\r\n":
        return rest
    found.title = Span.cut(text, start, stop)
    found.cut(start, stop)
    left = []
    for paragraph in rest:
        opening = _skip_space(text, max(stop, paragraph[0]), paragraph[1])
        if opening < paragraph[1]:
            left.append((opening, paragraph[1]))
    return left


def find_head(text: str, rest: list[Paragraph], found: Furniture, *, guess_title: bool) -> list[Paragraph]:
    """Takes title, bylines and dateline out of the first paragraphs; returns the rest.

    With `guess_title` a first paragraph that looks like a title is one.
    """
    labels = sum(headings.opens_with_label(text, *paragraph) for paragraph in rest) > 1
    kept: list[Paragraph] = []
    for number, (start, end) in enumerate(rest):
        if number >= _HEAD:
            return kept + rest[number:]
        line = byline.find_byline(text, start, end)
        if line or (0 < number < len(rest) - 1 and text[start:end] in words("agencies")):
            found.bylines.extend(line.bylines if line else ())
            found.cut(start, end)
            continue
        opening = _prose_start(text, start, end, found, labels=labels, guess_title=guess_title)
        if opening > start:
            return kept + ([(opening, end)] if opening < end else []) + rest[number + 1 :]
        stamped = any(stop == start for _, stop in found.cuts) if number == 0 else False
        if number == 0 and guess_title and not stamped and _is_title(text, rest, labels=labels):
            found.title = Span.cut(text, start, end)
            found.cut(start, end)
            continue
        kept.append((start, end))
        if headings.is_prose(text, start, end):
            return kept + _below_caption(text, rest[number + 1 :], found, labels=labels)
    return kept


def _below_caption(text: str, rest: list[Paragraph], found: Furniture, *, labels: bool) -> list[Paragraph]:
    """Takes out a dateline with an agency that opens one of the next paragraphs: a caption may stand over it."""
    for number, (start, end) in enumerate(rest[:_CAPTIONS]):
        opening = dateline.find_dateline(text, start, end, labels=labels)
        if opening and opening.dateline.agency:
            found.dateline = opening.dateline
            found.cut(start, opening.prose)
            below = [(opening.prose, end)] if opening.prose < end else []
            return rest[:number] + below + rest[number + 1 :]
    return rest


def _is_title(text: str, rest: list[Paragraph], *, labels: bool) -> bool:
    """Whether the first paragraph is a title: by its form, and because more stands below it, set off."""
    if len(rest) < 2 or not headings.may_be_title(text, *rest[0]):
        return False
    (start, end), (below, below_end) = rest[0], rest[1]
    if len(text[end:below].splitlines()) > 1:
        return True
    if byline.find_byline(text, below, below_end) or dateline.find_dateline(text, below, below_end, labels=labels):
        return True
    return headings.is_prose(text, below, below_end) and below_end - below > 1.5 * (end - start)


def _prose_start(text: str, start: int, end: int, found: Furniture, *, labels: bool, guess_title: bool) -> int:
    """Records the dateline or byline that a paragraph opens with, and what stands before it; returns where the
    paragraph's prose begins."""
    opening = dateline.find_dateline(text, start, end, labels=labels)
    if opening:
        found.dateline = opening.dateline
        found.cut(start, opening.prose)
        return opening.prose
    opening = dateline.find_run_in(text, start, end)
    if opening:
        _before_dateline(text, start, opening, found, guess_title=guess_title)
        found.cut(start, opening.prose)
        return opening.prose
    line = byline.find_run_in(text, start, end)
    if line is None:
        return start
    found.bylines.extend(line.bylines)
    found.cut(start, line.end)
    opening = dateline.find_dateline(text, line.end, end, labels=labels)
    if opening is None:
        return line.end
    found.dateline = opening.dateline
    found.cut(line.end, opening.prose)
    return opening.prose


def _before_dateline(text: str, start: int, opening: dateline.Found, found: Furniture, *, guess_title: bool) -> None:
    """Records dateline, byline and title of one line: "Title By JANE DOE CAIRO (AP) — "."""
    place = opening.dateline
    stop = opening.before
    line = None
    if text[start:stop].casefold().rstrip().endswith("by"):
        line, place = byline.find_before_place(text, start, place)
    if line is None:
        line = byline.find_before_dateline(text, start, stop)
    if line:
        found.bylines.extend(line[0].bylines)
        stop = line[1]
    found.dateline = place
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if guess_title and stop > start:
        found.title = Span.cut(text, start, stop)


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
