"""What speaks for each place that a name may mean: features, and their weights from `weights.toml`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.records.geo import kilometres
from rashomon.resolving.places.gazetteer import Candidate
from rashomon.resolving.places.holding import holds
from rashomon.vocab.data import read_tree
from rashomon.vocab.places.generics import generics

FEATURES = (
    "population", "most_populous", "country", "division", "capital", "region", "second", "shared", "name", "good_name",
    "inside", "kind", "same_country", "same_division", "near", "regional", "dateline",
)  # fmt: skip

_DIVISIONS = ("ADM1", "ADM2")
#: log10 of the largest population there is, to bring populations between 0 and 1
_LARGEST = 9.0
#: the distances in kilometres at which "near" (the nearest place) and "regional" (all places) have fallen to 1/e
_NEAR_KM, _REGIONAL_KM = 100.0, 700.0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place that the rest of the report speaks of: the candidate now chosen for it, and how much it counts."""

    place: Candidate
    counts: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a name.

    `inside` lists the candidates of the places that the text puts around it, `kinds` what the text calls it,
    `neighbours` the report's other places, `largest` the most people that one of the name's places has, `town_in` the
    countries that have a town of the name (a bare name is rather the town's than its province's); `home` the countries
    (alpha-2) of dateline and publisher, `spoken_of` how much the text speaks of each country (shares).
    """

    inside: tuple[tuple[Candidate, ...], ...]
    kinds: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]
    largest: int
    town_in: frozenset[str]
    home: frozenset[str]
    spoken_of: Mapping[str, float]


def features(candidate: Candidate, around: Surroundings) -> tuple[float, ...]:
    """The values of `FEATURES` for one candidate."""
    total = sum(n.counts for n in around.neighbours) or 1.0
    country = sum(n.counts for n in around.neighbours if n.place.country and n.place.country == candidate.country)
    if candidate.feature == "PCLI":
        # a country is as close to what lies in it as anything can be
        division = regional = country
        near = float(country > 0)
    else:
        division = sum(
            n.counts for n in around.neighbours if candidate.admin1 and _division(n.place) == _division(candidate)
        )
        near = max((_closeness(n.place, candidate, _NEAR_KM) for n in around.neighbours), default=0.0)
        regional = sum(n.counts * _closeness(n.place, candidate, _REGIONAL_KM) for n in around.neighbours)
    return (
        _size(candidate),
        float(candidate.population == around.largest),
        float(candidate.feature == "PCLI"),
        float(candidate.feature == "ADM1"),
        float(candidate.feature == "PPLC"),
        float(candidate.radius > 0),
        float(candidate.feature == "ADM2"),
        float(candidate.feature in _DIVISIONS and candidate.country in around.town_in),
        candidate.weight / 100,
        float(candidate.is_good_name),
        float(any(holds(outer, candidate) for outers in around.inside for outer in outers)),
        _kind(candidate, around.kinds),
        max(country / total, around.spoken_of.get(candidate.country, 0.0)),
        division / total,
        near,
        regional / total,
        float(candidate.country in around.home),
    )


def score(candidate: Candidate, around: Surroundings, by: Sequence[float]) -> float:
    """How much speaks for a candidate under the weights `by` of `FEATURES`; differences between candidates of one name are
    log odds."""
    return sum(w * f for w, f in zip(by, features(candidate, around), strict=True))


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature. Raises DataError where the file and `FEATURES` differ."""
    tree = read_tree("rashomon.resolving.places", "weights.toml")
    if set(tree) != set(FEATURES):
        raise DataError("rashomon.resolving.places/weights.toml: its keys must be the features of ranking.py")
    return MappingProxyType({name: float(tree[name]) for name in FEATURES})


def _size(place: Candidate) -> float:
    return math.log10(place.population + 1) / _LARGEST


def _division(place: Candidate) -> tuple[str, str]:
    return place.country, place.admin1


def _closeness(a: Candidate, b: Candidate, scale: float) -> float:
    if a.id == b.id or a.feature == "PCLI" or b.feature == "PCLI":
        return 0.0
    return math.exp(-kilometres(a.lat, a.lon, b.lat, b.lon) / scale)


def _kind(candidate: Candidate, kinds: Sequence[str]) -> float:
    """1 where the candidate is what the text calls it, -1 where it is something else, 0 where the text does not say."""
    wanted = [feature for kind in kinds if kind in generics() for feature in generics()[kind].features]
    if not wanted:
        return 0.0
    return 1.0 if any(candidate.feature == f or candidate.feature[:3] == f[:3] for f in wanted) else -1.0
