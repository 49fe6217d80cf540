"""The words by which places are found, from the lists beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.vocab.countries import countries
from rashomon.vocab.data import read_list
from rashomon.vocab.places.contested import ContestedPlaces, contested
from rashomon.vocab.places.divisions import division_notes
from rashomon.vocab.places.regions import regions

_PACKAGE = "rashomon.reading.places"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name`, without its ending."""
    return frozenset(read_list(_PACKAGE, f"{name}.txt"))


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of the list `name`, each split at its spaces, the longest first."""
    return tuple(sorted((tuple(entry.split()) for entry in words(name)), key=lambda p: (-len(p), p)))


@dataclass(frozen=True, slots=True, eq=False)
class KnownNames:
    """Names that are places whatever the model thinks: countries, capitals, divisions, regions, contested places.

    `heads` are their first words, `longest` the most tokens that one of them may have.
    """

    names: frozenset[str]
    heads: frozenset[str]
    longest: int

    @classmethod
    def of(cls, places: ContestedPlaces) -> KnownNames:
        """The lists' names and those of contested `places`."""
        all_ = (*_all_names(), *(row.name for row in places.names))
        names = frozenset(name for name in all_ if name[:1].isupper()) - words("doubtful")
        longest = max(2 * len(name.replace("-", " ").split()) for name in names)
        return cls(names, frozenset(first_word(name) for name in names), longest)


@cache
def our_known_names() -> KnownNames:
    """The names that are known without a user's file."""
    return KnownNames.of(contested())


@cache
def governments() -> frozenset[str]:
    """Names that stand for a government: countries and their capitals."""
    return frozenset(name for country in countries() for name in (*country.names, country.capital) if name)


def first_word(name: str) -> str:
    """What comes before the first space or hyphen; "" where nothing does."""
    return next(iter(name.replace("-", " ").split()), "")


def _all_names() -> Iterator[str]:
    for country in countries():
        yield from country.names
        yield country.capital
    for note in division_notes().values():
        yield note.name
        yield from note.aliases
    for region in regions():
        yield from region.names
