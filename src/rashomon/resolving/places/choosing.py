"""A place for each name: all names of a report are chosen together, in rounds, or left open with a reason."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rashomon.records.geo import kilometres
from rashomon.resolving.places.clusters import Cluster
from rashomon.resolving.places.gazetteer import Candidate
from rashomon.resolving.places.home import Origins
from rashomon.resolving.places.ranking import Neighbour, Surroundings, score, weights

_ROUNDS = 3
#: so many clusters, those with most mentions, speak for the rest
_WITNESSES = 48
#: the best candidate must be this probable beside those that lie elsewhere
_LEAST_SURE = 0.38
_SAME_PLACE_KM = 50.0
_WORST = 40.0
#: a building with the name of a town is not that town's where the report is about another, so far away
_AROUND_KM = 100.0
#: from so many people on, a town's name alone says where a building is
_CITY_PEOPLE = 300_000
#: a town of the same name as its province counts from so many people on
_TOWN_PEOPLE = 5_000
#: of little-known places of one name, far from all that the report speaks of, so many are looked at
_MOST = 50


#: a candidate, if there is one, and how sure it is
Pick = tuple[Candidate | None, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """A cluster with the place chosen for it, or with the reason why none is; `sure` from 0 to 1.

    `approximate`: the place is one around it, for the gazetteer lacks the place itself.
    """

    cluster: Cluster
    place: Candidate | None
    sure: float
    approximate: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a report is about: the countries that it speaks of, those and where it comes from, its town."""

    spoken_of: Collection[str]
    near: Collection[str]
    town: Pick


def choose(clusters: Sequence[Cluster], report: Origins) -> list[Choice]:
    """A choice for each cluster, in their order."""
    clusters = _without_far_hamlets(clusters, report)
    picks = picks_of(clusters, report, tuple(weights().values()))
    sure = (
        place.country
        for (place, _), c in zip(picks, clusters, strict=True)
        if place and not c.approximate and not place.is_little_known
    )
    spoken_of = {*report.spoken_of, *sure}
    said = _Said(spoken_of, {*spoken_of, *report.home}, _main_town(clusters, picks))
    return [_judged(number, clusters, picks, said) for number in range(len(clusters))]


def picks_of(clusters: Sequence[Cluster], report: Origins, by: Sequence[float]) -> list[Pick]:
    """The likeliest place for each cluster with how sure it is, under the weights `by` of `ranking.FEATURES`."""
    picks: list[Pick] = [(None, 0.0) for _ in clusters]
    for _ in range(_ROUNDS):
        around = witnesses(clusters, picks)
        picks = [_pick(number, clusters, around, report, by) for number in range(len(clusters))]
    return picks


def _without_far_hamlets(clusters: Sequence[Cluster], report: Origins) -> Sequence[Cluster]:
    """The clusters without the little-known candidates that lie in no country which anything else in the report could
    mean: there may be thousands. Where a name has no others, they stay, up to a number."""
    if not any(c.is_little_known for cluster in clusters for c in cluster.candidates):
        return clusters
    known = [{c.country for c in cluster.candidates if not c.is_little_known} for cluster in clusters]
    near = {*report.spoken_of, *report.home}.union(*known)
    kept = []
    for cluster in clusters:
        close = tuple(c for c in cluster.candidates if not c.is_little_known or not c.country or c.country in near)
        kept.append(replace(cluster, candidates=close or cluster.candidates[:_MOST]))
    return kept


def surroundings(
    number: int, clusters: Sequence[Cluster], around: Sequence[tuple[int, Neighbour]], report: Origins
) -> Surroundings:
    """What the report says around the cluster with that number."""
    cluster = clusters[number]
    return Surroundings(
        inside=tuple(clusters[outer].candidates for outer in cluster.inside),
        kinds=cluster.kinds,
        neighbours=tuple(neighbour for n, neighbour in around if n != number),
        largest=max((c.population for c in cluster.candidates), default=0),
        town_in=frozenset(c.country for c in cluster.candidates if _is_town(c)),
        home=report.home,
        spoken_of=report.spoken_of,
    )


def _is_town(place: Candidate) -> bool:
    return place.feature.startswith("PPL") and place.population >= _TOWN_PEOPLE


def witnesses(clusters: Sequence[Cluster], picks: Sequence[Pick]) -> list[tuple[int, Neighbour]]:
    """The places picked so far that speak for the others, each with the number of its cluster."""
    order = sorted(range(len(clusters)), key=lambda n: (-len(clusters[n].readings), n))[:_WITNESSES]
    found = []
    for n in order:
        place, sure = picks[n]
        if place is not None:
            found.append((n, Neighbour(place, sure * math.sqrt(len(clusters[n].readings)))))
    return found


def _pick(
    number: int,
    clusters: Sequence[Cluster],
    witnessed: Sequence[tuple[int, Neighbour]],
    report: Origins,
    by: Sequence[float],
) -> Pick:
    candidates = clusters[number].candidates
    if not candidates:
        return None, 0.0
    around = surroundings(number, clusters, witnessed, report)
    scored = [(score(candidate, around, by), candidate) for candidate in candidates]
    best, place = max(scored, key=lambda pair: (pair[0], pair[1].population, -pair[1].id))
    odds = [math.exp(max(-_WORST, s - best)) for s, c in scored if not _same_spot(c, place)]
    return place, 1 / (1 + sum(odds))


def _same_spot(a: Candidate, b: Candidate) -> bool:
    return a.country == b.country and abs(a.lat - b.lat) < 0.5 and abs(a.lon - b.lon) < 0.7


def _judged(number: int, clusters: Sequence[Cluster], picks: Sequence[Pick], said: _Said) -> Choice:
    cluster = clusters[number]
    place, sure = picks[number]
    doubtful = sure < _LEAST_SURE
    if place is None or (cluster.approximate and (doubtful or not _is_likely(place, said))):
        outer, sure = _town_around(cluster, picks)
        if outer is None and cluster.is_built:
            outer, sure = said.town
        if outer is not None:
            return Choice(cluster, outer, sure, True, None)
        return Choice(cluster, None, 0.0, False, "no gazetteer entry has this name")
    if place.is_little_known and place.country and place.country not in said.near:
        return Choice(cluster, None, 0.0, False, "only little-known places have this name, in countries not spoken of")
    if doubtful:
        count = len(cluster.candidates)
        reason = f"{count} places have this name and nothing in the report tells which is meant"
        return Choice(cluster, None, sure, False, reason)
    return Choice(cluster, place, sure, cluster.approximate, None)


def _is_likely(place: Candidate, said: _Said) -> bool:
    """Whether the town in the name of a building ("Rogers Centre") is where the report is: in a country that it speaks of,
    and a city, or not far from the town that it is about."""
    main = said.town[0]
    if place.country not in said.spoken_of:
        return False
    if main is None or place.population >= _CITY_PEOPLE:
        return True
    return kilometres(place.lat, place.lon, main.lat, main.lon) <= _AROUND_KM


def _main_town(clusters: Sequence[Cluster], picks: Sequence[Pick]) -> Pick:
    """The town in or around which at least half of the towns of the report lie, by their mentions, and how sure it is."""
    towns = [
        (place, sure, len(cluster.readings))
        for cluster, (place, sure) in zip(clusters, picks, strict=True)
        if place is not None and place.feature.startswith("PPL") and not cluster.is_built and sure >= _LEAST_SURE
    ]
    towns = sorted(towns, key=lambda town: -town[2])[:_WITNESSES]
    mentions = [sum(n for other, _, n in towns if _is_around(place, other)) for place, _, _ in towns]
    if not towns or 2 * max(mentions) < sum(n for *_, n in towns):
        return None, 0.0
    best = [town for town, n in zip(towns, mentions, strict=True) if n == max(mentions)]
    place, sure, _ = max(best, key=lambda town: town[0].population)
    return place, sure


def _is_around(place: Candidate, other: Candidate) -> bool:
    return kilometres(place.lat, place.lon, other.lat, other.lon) <= _SAME_PLACE_KM


def _town_around(cluster: Cluster, picks: Sequence[Pick]) -> Pick:
    """The town that the text puts around a place that the gazetteer lacks: "the Farmers Centre in Goodlands"."""
    for outer in cluster.inside:
        place, sure = picks[outer]
        if place is not None and place.feature.startswith("PPL") and sure >= _LEAST_SURE:
            return place, sure
    return None, 0.0
