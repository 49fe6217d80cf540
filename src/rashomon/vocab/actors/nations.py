"""States as reports name them: by name, by their people's name, by their capital."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.vocab.actors.folding import words
from rashomon.vocab.actors.phrases import Phrases
from rashomon.vocab.countries import Country, countries


@dataclass(frozen=True, slots=True)
class Nation:
    """What a word says of a state: its ISO 3166-1 alpha-3 code, its usual name, and how the word names it."""

    alpha3: str
    name: str
    sort: Literal["name", "people", "capital"]


@cache
def nations() -> Phrases[Nation]:
    """All states. Of states that share a word ("Congolese") the most populous comes first."""
    rank = ("huge", "large", "medium", "small", "tiny")
    order = sorted(countries(), key=lambda c: rank.index(c.population))
    return Phrases.of(
        (tuple(words(form)), nation)
        for country in order
        for word, nation in _entries(country)
        for form in (word, word.upper())
    )


def _entries(country: Country) -> Iterator[tuple[str, Nation]]:
    for name in country.names:
        yield name, Nation(country.alpha3, country.name, "name")
    for people in country.demonyms:
        yield people, Nation(country.alpha3, country.name, "people")
    if country.capital:
        yield country.capital, Nation(country.alpha3, country.name, "capital")
