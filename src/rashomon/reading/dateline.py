"""What a dateline says: where the report was filed, and the day, if it has one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.language import Language

from rashomon.reading.parsed import parse
from rashomon.reading.places.words import KnownNames, our_known_names
from rashomon.reading.times import find_times
from rashomon.records import PlaceMention, Report, Span, TimeMention

#: "Ohio" in "COLUMBUS, Ohio (AP) -"
_AROUND = re.compile(r"\s*,\s*([A-Z][\w.’' ]*?[\w.])\s*(?=[,(_–—-]|$)")


@dataclass(frozen=True, slots=True)
class Filed:
    """The dateline's places, the one within first, and its day. No event takes them for its own."""

    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]


def read_dateline(nlp: Language, report: Report, known: KnownNames | None = None) -> Filed:
    """The places and times of a report's dateline; the state or country behind its town only where the name is `known`."""
    return Filed(_places(report, known or our_known_names()), _times(nlp, report))


def _places(report: Report, known: KnownNames) -> tuple[PlaceMention, ...]:
    dateline = report.dateline
    if dateline is None or dateline.place is None or dateline.place not in dateline.span.text:
        return ()
    start = dateline.span.start + dateline.span.text.index(dateline.place)
    end = start + len(dateline.place)
    filed = Span.cut(report.text, start, end)
    behind = _AROUND.match(report.text[end : dateline.span.end])
    if behind is None or behind[1] not in known.names:
        return (PlaceMention(filed),)
    around = Span.cut(report.text, end + behind.start(1), end + behind.end(1))
    return PlaceMention(filed, inside=(around,)), PlaceMention(around)


def _times(nlp: Language, report: Report) -> tuple[TimeMention, ...]:
    dateline = report.dateline
    if dateline is None or not any(c.isdigit() for c in dateline.span.text):
        return ()
    parsed = parse(nlp, replace(report, body=((dateline.span.start, dateline.span.end),)))
    return tuple(TimeMention(parsed.of(t.stretch), t.tense, t.preposition) for t in find_times(parsed))
