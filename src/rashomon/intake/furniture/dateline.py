"""The dateline: "BAKU (Reuters) -", "GAZA/JERUSALEM, Oct 7 (AP) —", "NAIROBI, Kenya —", "(Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.intake.furniture.words import date_pattern, one_of, words
from rashomon.records import Dateline, Span

#: how far into a text a dateline may begin that runs on from title and byline on one line
_REACH = 400
_LONGEST = 160
#: a place and a colon open a paragraph that is at least this long, and no headline
_LONG = 120
#: whether a text is all in capitals is seen from so many characters
_SAMPLE = 600

_CAPITALS = r"(?:[A-Z][A-Z'’.\u00c0-\u00de-]+|[A-Z]\.)"
_CAPITALS_PLACE = rf"{_CAPITALS}(?:(?:[ \t]+|[ \t]*/[ \t]*){_CAPITALS}){{0,5}}"
_WORD = r"[A-Z\u00c0-\u00de][\w'’.-]*"
_DASH = r"[-–—―_]{1,2}"
#: an agency that is on no list
_NAME = r"[A-Z][\w .&/-]{0,40}"


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, where the prose goes on behind it, and where what stands before it on its line ends."""

    dateline: Dateline
    prose: int
    before: int


def find_dateline(text: str, start: int, end: int, *, labels: bool) -> Found | None:
    """The dateline with which the paragraph `start` to `end` opens, or None.

    `labels`: other paragraphs open with capitals and a colon too, so that such an opening is a speaker's name.
    """
    window = text[start : min(end, start + _LONGEST)]
    capitals = text[start : start + _SAMPLE].isupper()
    # "BUSTED: …" opens headlines, "LAURA: …" the turns of a transcript
    colons = not capitals and not labels and end - start >= _LONG
    for pattern in _openings(capitals, colons):
        match = pattern.match(window)
        if match and _sensible(match, window):
            return _found(text, start, end, match)
    return None


def find_run_in(text: str, start: int, end: int) -> Found | None:
    """The dateline within the first characters of a paragraph that title and byline open on the same line, or None.

    Only the surest form counts: place in capitals, agency in brackets, dash.
    """
    window = text[start : min(end, start + _REACH)]
    if window.isupper():
        return None
    for bracket in _agency_and_dash().finditer(window):
        before = window[max(0, bracket.start() - _LONGEST) : bracket.start()]
        place = _place_before().search(before)
        if place:
            head = bracket.start() - len(before) + place.start("place")
            match = _with_agency(_CAPITALS_PLACE, anyone=True).match(window, head)
            if match:
                return _found(text, start, end, match)
    return None


def _found(text: str, start: int, end: int, match: re.Match[str]) -> Found:
    groups = match.groupdict()
    stop = start + match.end()
    prose = stop
    while prose < end and text[prose].isspace():
        prose += 1
    marks = _editor_marks().match(text, prose, min(end, prose + 2 * _REACH))
    if marks:
        prose = marks.end()
    span = Span.cut(text, start + match.start(), stop)
    place = _named(groups["place"]) if groups.get("place") else None
    agency = " ".join(groups["agency"].split()) if groups.get("agency") else None
    return Found(Dateline(span, place, agency), prose, start + match.start())


def _named(place: str) -> str:
    """The place without the stop that some wires put behind it; "WASHINGTON D.C." keeps its own."""
    parts = place.split()
    last = parts[-1].rstrip(".")
    return " ".join([*parts[:-1], last if len(last) > 3 and last.isalpha() else parts[-1]])


@cache
def _openings(capitals: bool, colons: bool) -> tuple[re.Pattern[str], ...]:
    """The forms that may open a paragraph, the surest first. All in capitals, a place needs a date or an agency;
    `colons`: a colon may end it.
    """
    date, country, agency = date_pattern(), one_of("countries"), one_of("agencies")
    region = _region()
    signed = rf"(?:\((?P<agency>{_NAME})\)[ \t]*)?"
    forms = [
        _with_agency(_CAPITALS_PLACE, anyone=not capitals),
        _with_agency(_place(), anyone=False),
        re.compile(rf"\((?P<agency>{agency})\)[ \t]*{_DASH}"),
        # "MOSCOW, September 19. /TASS/.", "Srinagar, Sep 5 (PTI)", "YEREVAN. Sept 19 (Interfax) -"
        re.compile(
            rf"(?P<place>{_place()}){region}[,.]?[ \t]*{date}[.,]?[ \t]*"
            rf"[(/](?P<agency>{agency})[)/](?:[ \t]*{_DASH}|[.:])?(?=\s)"
        ),
        re.compile(rf"(?P<place>{_place()}),[ \t]*(?P<agency>{agency})[ \t]*{_DASH}"),
        re.compile(rf"(?P<place>{_CAPITALS_PLACE}){region},[ \t]*{date}[ \t]*{signed}(?:{_DASH}|:)"),
    ]
    if not capitals:
        forms += [
            re.compile(rf"(?P<place>{_CAPITALS_PLACE}){region}[ \t]*(?:[–—―]|--|[ \t][-_](?=\s|\Z))"),
            re.compile(rf"(?P<place>{_place()}),[ \t]*(?:{country}|{date})[ \t]*(?:[–—―]|--|[ \t]-(?=\s|\Z))"),
        ]
    if colons:
        forms += [
            re.compile(rf"(?P<place>{_CAPITALS_PLACE}){region}[ \t]*:(?=[ \t])"),
            re.compile(rf"(?P<place>{_place()}),[ \t]*{country}:(?=[ \t])"),
        ]
    return tuple(forms)


@cache
def _with_agency(place: str, *, anyone: bool) -> re.Pattern[str]:
    """Place, region and date as far as given, agency in brackets, dash. `anyone`: the agency may be on no list."""
    known = rf"(?P<agency>{one_of('agencies')}{'|' + _NAME if anyone else ''})"
    return re.compile(
        rf"(?P<place>{place}){_region()}(?:,?[ \t]*{date_pattern()})?[ \t]*"
        rf"\([ \t]*{known}[ \t]*\)[ \t]*(?:{_DASH}|:)"
    )


@cache
def _place() -> str:
    """A place in capital and small letters."""
    particle = rf"(?:{one_of('place_particles')}[ \t]+)?"
    return rf"{_WORD}(?:(?:[ \t]+|[ \t]*/[ \t]*){particle}{_WORD}){{0,4}}"


@cache
def _region() -> str:
    """What may stand behind the place: ", Kenya", " (SPAIN)"."""
    return rf"(?:,[ \t]*(?:{one_of('countries')}|{_place()})|[ \t]\({_CAPITALS_PLACE}\))?"


@cache
def _editor_marks() -> re.Pattern[str]:
    """Remarks in square brackets, the last of them the mark behind which the text begins."""
    return re.compile(rf"(?:\[[^\[\]]{{1,200}}\]\s*){{0,4}}{one_of('editor_marks')}")


@cache
def _agency_and_dash() -> re.Pattern[str]:
    return re.compile(rf"\([ \t]*(?:{one_of('agencies')}|{_NAME})[ \t]*\)[ \t]*{_DASH}")


@cache
def _place_before() -> re.Pattern[str]:
    """The place in capitals at the end of what stands before the agency."""
    tail = rf"{_region()}(?:,?[ \t]*{date_pattern()})?[ \t]*$"
    return re.compile(rf"(?:^|(?<=[ \t]))(?P<place>{_CAPITALS_PLACE}){tail}")


def _sensible(match: re.Match[str], window: str) -> bool:
    """False for what only looks like a dateline: one letter, a weekday, a dash that a second one pairs with."""
    place = match.groupdict().get("place")
    if place is None or match.groupdict().get("agency"):
        return True
    if sum(ch.isalpha() for ch in place) < 3 or place in words("agencies") or place in words("not_places"):
        return False
    return place.isupper() or not re.search(r"[–—―]", window[match.end() :])
