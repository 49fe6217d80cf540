"""How well a name names a place, from 1 to 100: the many alternates of a gazetteer are not worth the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.resolving.places.entries import Entry
from rashomon.vocab.countries import by_alpha2
from rashomon.vocab.places.generics import generics

MAIN, PLAIN, LARGE, ALTERNATE, SHORT, ABBREVIATION = 100, 90, 80, 60, 30, 10
#: the main name of a place that is little known, and its others: of the thousands of hamlets that share their names with a
#: town none must make the town doubtful
LITTLE, LITTLE_ALTERNATE = 40, 20

#: from so many people on, the other names of a town are names in use
_LARGE_PEOPLE = 100_000

#: alternates of so few letters are codes and fragments more often than names
_CODE_LENGTH, _SHORT_LENGTH = 3, 4


def weighed_names(entry: Entry) -> Iterator[tuple[str, int]]:
    """The names of `entry` with their weights; codes and alternates too short to trust are left out."""
    yield entry.name, LITTLE if entry.little else MAIN
    if entry.feature.startswith("ADM") and (bare := _without_generic(entry.name)):
        yield bare, LITTLE if entry.little else PLAIN
    for alias in entry.aliases:
        weight = _weight(alias, entry)
        if weight:
            yield alias, weight
            if entry.feature.startswith("ADM") and (bare := _without_generic(alias)):
                yield bare, weight
    for word in entry.abbreviations:
        yield word, ABBREVIATION


def _weight(alias: str, entry: Entry) -> int:
    chosen = entry.id < 0 or not entry.feature.startswith(("PPL", "ADM2"))
    if chosen and not entry.dumped:
        return PLAIN
    if entry.feature == "PPLC" and alias == _capital(entry.country):
        return MAIN
    letters = sum(c.isalpha() for c in alias)
    if letters <= _CODE_LENGTH and alias.isascii():
        return 0
    if letters <= _SHORT_LENGTH:
        return 0 if entry.little or (alias.isupper() and alias.isascii()) else SHORT
    if entry.little:
        return LITTLE_ALTERNATE
    if chosen:
        return PLAIN
    return LARGE if entry.population >= _LARGE_PEOPLE else ALTERNATE


def _without_generic(name: str) -> str:
    """ "Avoyelles Parish" without "Parish"; "" where nothing would go or stay."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].casefold() in _after() else ""


def _capital(code: str) -> str:
    country = by_alpha2(code)
    return country.capital if country else ""


@cache
def _after() -> frozenset[str]:
    return frozenset(word for word, generic in generics().items() if "after" in generic.stands)
