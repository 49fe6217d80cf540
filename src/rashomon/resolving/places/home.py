"""Weak evidence: the countries that a report comes from, and those that it speaks of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.records import Report
from rashomon.resolving.places.gazetteer import Gazetteer
from rashomon.vocab.countries import Country, by_alpha2, named, of_people

#: what ends an address in Britain, against ISO 3166-1
_TOP_LEVEL = {"UK": "GB"}
#: endings of addresses that are sold to everyone
_SOLD = frozenset({"AI", "CC", "CO", "FM", "IO", "LA", "LY", "ME", "TO", "TV", "WS"})
#: from so many people on, a dateline's town is taken for the largest of its name
_LARGE = 100_000
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:and|of|the) [A-Z][\w.'’-]*| [A-Z][\w.'’-]*){0,4}")


@dataclass(frozen=True, slots=True)
class Origins:
    """`home`: countries (alpha-2) that the report comes from; `spoken_of`: how much it speaks of each (shares)."""

    home: frozenset[str]
    spoken_of: Mapping[str, float]


def origins(report: Report, gazetteer: Gazetteer) -> Origins:
    """The weak evidence of a report."""
    return Origins(home_countries(report, gazetteer), countries_spoken_of(report))


#: what may follow a name without belonging to it; the stop of "U.S." does belong
_ENDING = re.compile(r"(?:['’]s|(?<!\.[A-Z])[.'’-]+)$")


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
        if by_alpha2(code) and code not in _SOLD:
            found.add(code)
    return frozenset(found)


def countries_spoken_of(report: Report) -> Mapping[str, float]:
    """How much the text speaks of each country (alpha-2), by name or people: shares of the square roots of counts."""
    counts = Counter(country.alpha2 for country in _countries_in(report.text))
    total = sum(math.sqrt(n) for n in counts.values())
    return {code: math.sqrt(n) / total for code, n in sorted(counts.items())}


def _countries_in(text: str) -> Iterator[Country]:
    for run in _NAME.finditer(text):
        words = [_ENDING.sub("", word) for word in run.group().split()]
        at = 0
        while at < len(words):
            for end in range(len(words), at, -1):
                found = named(phrase := " ".join(words[at:end])) or of_people(phrase)
                if found:
                    yield found[0]
                    break
            at = end if found else at + 1
