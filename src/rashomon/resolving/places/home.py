"""Weak evidence: the countries that a report comes from."""

from __future__ import annotations

from urllib.parse import urlsplit

from rashomon.records import Report
from rashomon.resolving.places.gazetteer import Gazetteer
from rashomon.vocab.countries import by_alpha2, named

#: what ends an address in Britain, against ISO 3166-1
_TOP_LEVEL = {"UK": "GB"}
#: from so many people on, a dateline's town is taken for the largest of its name
_LARGE = 100_000


def home_countries(report: Report, gazetteer: Gazetteer) -> frozenset[str]:
    """Alpha-2 codes: of the dateline's place where it is a country or a large town, and of the publisher's address."""
    found: set[str] = set()
    if report.dateline and report.dateline.place:
        place = report.dateline.place.split(",")[-1].strip()
        found.update(country.alpha2 for country in named(place.title()))
        found.update(c.country for c in gazetteer.candidates(place)[:1] if c.population >= _LARGE and c.country)
    if report.url:
        end = (urlsplit(report.url).hostname or "").rpartition(".")[2].upper()
        code = _TOP_LEVEL.get(end, end)
        if by_alpha2(code):
            found.add(code)
    return frozenset(found)
