"""Bylines: "By Jane Doe and John Roe", "by JANE DOE in Cairo", "Jane Doe, BBC News, Nairobi"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.intake.furniture.names import name_pattern, names_pattern, separators
from rashomon.intake.furniture.words import date_pattern, lowered, one_of, words
from rashomon.records import Byline, Dateline, Span

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """The names of a byline, and where the byline ends."""

    bylines: tuple[Byline, ...]
    end: int


def find_byline(text: str, start: int, end: int) -> Found | None:
    """The byline that the paragraph `start` to `end` is, or None."""
    if end - start > _LONGEST:
        return None
    for pattern in (_line(), _unmarked()):
        match = pattern.fullmatch(text, start, end)
        if match and not _is_date(match["names"]):
            return Found(_split(text, *match.span("names")), end)
    return None


def find_run_in(text: str, start: int, end: int) -> Found | None:
    """The byline with which a paragraph opens that goes on with prose on the same line, or None.

    Its end is seen from two spaces, or from a word that opens sentences and ends no name.
    """
    for pattern in (_parted(), _before_opener()):
        match = pattern.match(text, start, min(end, start + _LONGEST))
        if match and not _is_date(match["names"]):
            return Found(_split(text, *match.span("names")), match.end())
    return None


def find_before_dateline(text: str, start: int, end: int) -> tuple[Found, int] | None:
    """The byline that ends at `end`, where a dateline begins, and where it starts; or None."""
    head = max(start, end - _LONGEST)
    match = _at_end().search(text[head:end])
    if match is None:
        return None
    first, last = match.span("names")
    return Found(_split(text, head + first, head + last), end), head + match.start()


def find_before_place(text: str, start: int, line: Dateline) -> tuple[tuple[Found, int] | None, Dateline]:
    """The byline and its start where a name in capitals runs into a dateline's place: "By JANE DOE NEW DELHI (AP) -".

    Gives the dateline without the name. A name is taken to have two parts; where nothing would be left for the place,
    there is no byline.
    """
    place = line.place or ""
    parts = list(re.finditer(r"\S+", text[line.span.start : line.span.end]))
    if len(place.split()) < 3:
        return None, line
    name_end = line.span.start + parts[1].end()
    place_start = line.span.start + parts[2].start()
    by = len(text[start : line.span.start].rstrip()) + start - 2
    name = Span.cut(text, line.span.start, name_end)
    rest = Dateline(Span.cut(text, place_start, line.span.end), " ".join(place.split()[2:]), line.agency)
    return (Found((Byline(" ".join(name.text.split()), name),), name_end), by), rest


def _split(text: str, start: int, end: int) -> tuple[Byline, ...]:
    bylines = []
    cursor = start
    for gap in [*separators().finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if stop > cursor:
            bylines.append(Byline(" ".join(text[cursor:stop].split()), Span.cut(text, cursor, stop)))
        cursor = gap.end() if gap else end
    return tuple(bylines)


def _is_date(names: str) -> bool:
    """Whether what follows "by" is a time ("By Monday Evening"), not a name."""
    return names.split()[0].casefold().rstrip(".,") in lowered("weekdays") | lowered("months")


@cache
def _line() -> re.Pattern[str]:
    """A whole line: by, names, and then place, paper or date."""
    more = r"(?:,?[ \t]+(?:in|IN|at)[ \t]+[^\n]{2,60}|[ \t]*[,|/·•–—-][ \t]*[^\n.!?]{2,80})?"
    return re.compile(rf"(?:By|BY|by)[ \t:]+(?P<names>{names_pattern()}){more}\.?")


@cache
def _unmarked() -> re.Pattern[str]:
    """A name without "by": only with an outlet that we know behind it."""
    outlet = rf"[ \t]*[,|/–—][ \t]*{one_of('agencies')}"
    return re.compile(rf"(?P<names>{name_pattern()}){outlet}(?:[ \t]*[,|][ \t]*[^\n.!?]{{2,60}})?")


@cache
def _parted() -> re.Pattern[str]:
    """Names that a tab or two spaces part from the prose."""
    return re.compile(rf"(?:By|BY|by)[ \t]+(?P<names>{names_pattern()})(?:[ \t]{{2,}}|\t)(?=\S)")


@cache
def _before_opener() -> re.Pattern[str]:
    """Names of two parts before a word that opens sentences."""
    name = r"[A-Z][\w'’-]+[ \t]+[A-Z][\w'’-]+"
    opener = "|".join(sorted(words("sentence_openers")))
    return re.compile(rf"(?:By|BY|by)[ \t]+(?P<names>{name}(?:[ \t]+and[ \t]+{name})?)[ \t]+(?=(?:{opener})[ \t])")


@cache
def _at_end() -> re.Pattern[str]:
    dated = rf"(?:[ \t]*[,|][ \t]*{date_pattern()})?"
    return re.compile(rf"(?:^|(?<=\s))(?:By|by|BY)[ \t]+(?P<names>{names_pattern()}){dated}[ \t]*$")
