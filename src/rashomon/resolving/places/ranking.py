"""What speaks for each place that a name may mean: features, and their weights from `weights.toml`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.resolving.places.gazetteer import Candidate
from rashomon.resolving.places.geo import kilometres
from rashomon.resolving.places.holding import holds
from rashomon.vocab.data import read_tree
from rashomon.vocab.places.generics import generics

FEATURES = (
    "population", "country", "division", "capital", "region", "second", "name", "inside", "kind", "other_kind",
    "same_country", "same_division", "near", "dateline",
)  # fmt: skip

#: log10 of the largest population there is, to bring populations between 0 and 1
_LARGEST = 9.0
#: the distance in kilometres at which "near" has fallen to 1/e
_NEAR_KM = 150.0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place that the rest of the report speaks of: the candidate now chosen for it, and how much it counts."""

    place: Candidate
    counts: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a name: `inside` lists the candidates of the places that the text puts around it, `kinds` what
    the text calls it, `neighbours` the report's other places, `home` the countries (alpha-2) of dateline and publisher."""

    inside: tuple[tuple[Candidate, ...], ...]
    kinds: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]
    home: frozenset[str]


def features(candidate: Candidate, around: Surroundings) -> tuple[float, ...]:
    """The values of `FEATURES` for one candidate."""
    total = sum(n.counts for n in around.neighbours) or 1.0
    country = sum(n.counts for n in around.neighbours if n.place.country and n.place.country == candidate.country)
    division = sum(
        n.counts for n in around.neighbours if candidate.admin1 and _division(n.place) == _division(candidate)
    )
    near = max((_closeness(n.place, candidate) for n in around.neighbours), default=0.0)
    kind, other = _kind(candidate, around.kinds)
    return (
        math.log10(candidate.population + 1) / _LARGEST,
        float(candidate.feature == "PCLI"),
        float(candidate.feature == "ADM1"),
        float(candidate.feature == "PPLC"),
        float(candidate.radius > 0),
        float(candidate.feature == "ADM2"),
        candidate.weight / 100,
        float(any(holds(outer, candidate) for outers in around.inside for outer in outers)),
        kind,
        other,
        country / total,
        division / total,
        near,
        float(candidate.country in around.home),
    )


def score(candidate: Candidate, around: Surroundings) -> float:
    """How much speaks for a candidate; differences between candidates of one name are log odds."""
    return sum(w * f for w, f in zip(_weight_list(), features(candidate, around), strict=True))


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature. Raises DataError where the file and `FEATURES` differ."""
    tree = read_tree("rashomon.resolving.places", "weights.toml")
    if set(tree) != set(FEATURES):
        raise DataError("rashomon.resolving.places/weights.toml: its keys must be the features of ranking.py")
    return MappingProxyType({name: float(tree[name]) for name in FEATURES})


@cache
def _weight_list() -> tuple[float, ...]:
    return tuple(weights().values())


def _division(place: Candidate) -> tuple[str, str]:
    return place.country, place.admin1


def _closeness(a: Candidate, b: Candidate) -> float:
    if a.id == b.id or a.feature == "PCLI" or b.feature == "PCLI":
        return 0.0
    return math.exp(-kilometres(a.lat, a.lon, b.lat, b.lon) / _NEAR_KM)


def _kind(candidate: Candidate, kinds: Sequence[str]) -> tuple[float, float]:
    """Whether the candidate is what the text calls it, and whether it is something else."""
    wanted = [generics()[kind].features for kind in kinds if kind in generics()]
    if not wanted:
        return 0.0, 0.0
    fits = any(candidate.feature[:3] == f[:3] or candidate.feature == f for some in wanted for f in some)
    alike = any(candidate.feature[:1] == f[:1] and f.startswith("ADM") for some in wanted for f in some)
    return float(fits), float(not fits and not alike)
