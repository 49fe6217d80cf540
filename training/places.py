"""Fits what speaks for a place (`resolving/places/weights.toml`) by softmax regression over the places that a name may mean.

    python -m training.places SHARED [--rounds N]

SHARED holds `bench/geo`. The examples are the ambiguous toponyms of the even-numbered development reports of GeoWebNews,
TR-News, GeoVirus and LGL; a candidate is right within 161 km of where the corpus has the toponym. What speaks for one
depends on what was chosen for the other names, so each round starts from the choices of the last. Weights in `BY_HAND`
stay: these corpora hardly hold what decides them. Prints each round's share of right choices on the even and on the odd
reports, and the weights of the last.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.corpora import Row, lines, report_of
from bench.where import LITERAL
from scipy.optimize import minimize

from rashomon.models.encoder import Encoder
from rashomon.reading.model import load_model
from rashomon.reading.reader import Reader
from rashomon.records.geo import kilometres
from rashomon.resolving.places import Gazetteer, open_gazetteer, ranking
from rashomon.resolving.places.choosing import picks_of, surroundings, witnesses
from rashomon.resolving.places.clusters import Cluster, gather
from rashomon.resolving.places.disputes import our_disputes
from rashomon.resolving.places.gazetteer import Candidate
from rashomon.resolving.places.home import Origins, origins

CORPORA = ("geowebnews", "trnews", "geovirus", "lgl")
BY_HAND = ("capital", "shared", "kind", "inside")
NEAR_KM = 161.0
#: strength of the pull of each weight towards 0 (ridge)
_RIDGE = 0.5
#: no toponym has more examples' worth of candidates than this, the most populous first
_MOST = 60


@dataclass(frozen=True, slots=True)
class Toponym:
    """The values of the features (candidates x features) of what a name may mean, which of them are right, and in which half
    of the reports it stands."""

    values: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]
    held: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A report's names with the places that each may mean, where gold has them, and where the report comes from."""

    clusters: list[Cluster]
    points: Mapping[int, tuple[float, float]]
    home: Origins
    held: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    with open_gazetteer() as gazetteer:
        reader = Reader(load_model().nlp, Encoder(), gazetteer.knows)
        reports = [
            named(row, reader, gazetteer, held=bool(number % 2))
            for corpus in CORPORA
            for number, row in enumerate(lines(options.shared / f"bench/geo/{corpus}/dev.jsonl"))
        ]
        weights = np.array(list(ranking.weights().values()))
        for number in range(options.rounds + 1):
            found = [toponym for report in reports for toponym in toponyms(report, weights)]
            shares = [share([t for t in found if t.held is held], weights) for held in (False, True)]
            print(
                f"# round {number}: right of {len(found)} ambiguous, even {shares[0]:.3f}  odd {shares[1]:.3f}",
                flush=True,
            )
            if number < options.rounds:
                weights = fitted([t for t in found if not t.held], weights)
    for name, weight in zip(ranking.FEATURES, weights, strict=True):
        print(f"{name} = {weight:.2f}")


def named(row: Row, reader: Reader, gazetteer: Gazetteer, *, held: bool) -> Named:
    """The names of a report that the program finds, with gold's points for those that gold has."""
    report = report_of(row)
    clusters = gather(reader.read(report).places, gazetteer, our_disputes())
    golds = [t for t in row["toponyms"] if t.get("lat") is not None and t.get("type", "Literal") in LITERAL]
    points: dict[int, tuple[float, float]] = {}
    for number, cluster in enumerate(clusters):
        for reading in cluster.readings:
            span = reading.mention.span
            gold = next((g for g in golds if g["start"] < span.end and span.start < g["end"]), None)
            if gold is not None:
                points.setdefault(number, (gold["lat"], gold["lon"]))
    return Named(clusters, points, origins(report, gazetteer), held)


def toponyms(report: Named, weights: npt.NDArray[np.float64]) -> Iterator[Toponym]:
    """The examples of a report, around the choices that `weights` make. Names whose places are all right, or none, say
    nothing."""
    around = witnesses(report.clusters, picks_of(report.clusters, report.home, weights.tolist()))
    for number, point in report.points.items():
        candidates = report.clusters[number].candidates[:_MOST]
        right = np.array([_is_near(c, point) for c in candidates], dtype=bool)
        if right.any() and not right.all():
            near = surroundings(number, report.clusters, around, report.home)
            yield Toponym(np.array([ranking.features(c, near) for c in candidates]), right, report.held)


def fitted(found: list[Toponym], start: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The weights that make the right candidates of `found` likeliest; those in `BY_HAND` as in `start`."""
    free = np.array([name not in BY_HAND for name in ranking.FEATURES])

    def loss(some: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = np.where(free, 0.0, start)
        weights[free] = some
        total, slope = _RIDGE * float(some @ some) / 2, np.where(free, _RIDGE * weights, 0.0)
        for toponym in found:
            scores = toponym.values @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mass = chances[toponym.right].sum() + 1e-12
            total -= float(np.log(mass))
            slope -= toponym.values.T @ (np.where(toponym.right, chances / mass, 0.0) - chances)
        return total, slope[free]

    done = minimize(loss, start[free], jac=True, method="L-BFGS-B")
    weights = start.copy()
    weights[free] = done.x
    return weights


def share(found: list[Toponym], weights: npt.NDArray[np.float64]) -> float:
    """How many of the toponyms have a right candidate first."""
    return sum(bool(t.right[int((t.values @ weights).argmax())]) for t in found) / max(1, len(found))


def _is_near(place: Candidate, point: tuple[float, float]) -> bool:
    return kilometres(place.lat, place.lon, *point) <= NEAR_KM


if __name__ == "__main__":
    main()
