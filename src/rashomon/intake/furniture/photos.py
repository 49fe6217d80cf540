"""Photo credits: "(Photo: Jane Doe)", "(Jane Doe/Reuters)", "Image: UK Government." The caption itself stays prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.intake.furniture.names import name_pattern
from rashomon.intake.furniture.words import one_of
from rashomon.records import Credit, Span


def find_photo_credits(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], Credit]]:
    """The photo credits of the paragraph `start` to `end`, each with its stretch, in order."""
    for match in _bracket().finditer(text, start, end):
        names = _names(match["names"] or match["person"] or "")
        yield match.span(), Credit("photo", names, Span.cut(text, *match.span()))
    tail = max(start, end - 100)
    trailing = _trailing().search(text[tail:end])
    if trailing and (trailing.start() > 0 or tail == start):
        at = tail + trailing.start("credit")
        yield (at, end), Credit("photo", _names(trailing["names"] or trailing["person"]), Span.cut(text, at, end))


def _names(words: str) -> tuple[str, ...]:
    name = " ".join(words.split()).strip(" .,:;")
    return (name,) if name else ()


@cache
def _bracket() -> re.Pattern[str]:
    """A label and a name in brackets, or a name, a stroke and an agency that we know."""
    labelled = rf"(?i:{one_of('photo_labels')})[ \t]*[:/][ \t]*(?P<names>[^()\n]{{0,100}})"
    signed = rf"(?P<person>{name_pattern()})[ \t]*/[ \t]*{one_of('agencies')}(?:[ \t]*/[^()\n]{{0,40}})?"
    return re.compile(rf"\((?:{labelled}|{signed})\)")


@cache
def _trailing() -> re.Pattern[str]:
    """A label, or "REUTERS/Jane Doe", behind the last sentence of a caption or on a line of its own."""
    labels = one_of("photo_labels")
    labelled = rf"{labels}:[ \t]*(?P<names>[^:\n]{{2,70}})"
    signed = rf"{one_of('agencies')}/(?P<person>{name_pattern()})"
    return re.compile(rf"(?:\A|(?<=[.!?][ \t])|(?<=\n))(?P<credit>{labelled}|{signed})\Z")
