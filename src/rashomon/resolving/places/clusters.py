"""Mentions of one name gathered, with the places that the name may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from rashomon.records import PlaceMention, Span
from rashomon.resolving.places.disputes import Disputes
from rashomon.resolving.places.gazetteer import Candidate, Gazetteer
from rashomon.resolving.places.mentions import Reading, enclosing_forms, name_forms, read_mention
from rashomon.resolving.places.weighing import ABBREVIATION
from rashomon.vocab.data import read_list
from rashomon.vocab.places.generics import generics

#: a building's name gives a town only if the town is no hamlet
_ENCLOSING_PEOPLE = 5_000


@dataclass(slots=True)
class Cluster:
    """Mentions that share a name. `approximate`: the candidates are of a place around it, not of the place itself.
    `inside`: the clusters (indices) that the text puts around one of its mentions."""

    readings: list[Reading]
    candidates: tuple[Candidate, ...] = ()
    approximate: bool = False
    inside: list[int] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the text calls the place, each word once."""
        return tuple(dict.fromkeys(r.kind for r in self.readings if r.kind))

    @property
    def is_built(self) -> bool:
        """Whether the text calls the place a building, a street or the like, which lies in some town."""
        return any("built" in generics()[kind].stands for kind in self.kinds if kind in generics())


def gather(mentions: Sequence[PlaceMention], gazetteer: Gazetteer, disputes: Disputes) -> list[Cluster]:
    """The clusters, in the order of their first mention, with candidates and with who is around whom."""
    by_key: dict[object, Cluster] = {}
    of_span: dict[Span, Cluster] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        reading = read_mention(mention)
        cluster = by_key.setdefault(reading.key, Cluster([]))
        cluster.readings.append(reading)
        of_span[mention.span] = cluster
    clusters = list(by_key.values())
    number = {id(cluster): n for n, cluster in enumerate(clusters)}
    for cluster in clusters:
        _find_candidates(cluster, gazetteer, disputes)
        outer = (of_span.get(span) for r in cluster.readings for span in r.mention.inside)
        cluster.inside = list(dict.fromkeys(number[id(o)] for o in outer if o is not None and o is not cluster))
    return clusters


def is_placed(cluster: Cluster) -> bool:
    """Whether the text itself makes the mentions a place, whatever the gazetteer says: one of two, at least. A firm is
    now and then spoken of as a place ("lost money at Hartwell")."""
    mentions = [reading.mention for reading in cluster.readings]
    placed = sum(bool(m.generic or m.inside or m.names or m.befallen or m.preposition in locating()) for m in mentions)
    return 2 * placed >= len(mentions)


@cache
def locating() -> frozenset[str]:
    """Prepositions that only a place can follow."""
    return frozenset(read_list("rashomon.resolving.places", "locating.txt"))


def _find_candidates(cluster: Cluster, gazetteer: Gazetteer, disputes: Disputes) -> None:
    reading = cluster.readings[0]
    within = any(r.mention.inside for r in cluster.readings)
    for name in _forms(cluster, disputes):
        found = gazetteer.loose_candidates(name)
        found = tuple(c for c in found if c.weight > ABBREVIATION or _may_be_short(reading, within))
        if found:
            cluster.candidates = found
            return
    for name in enclosing_forms(reading):
        found = tuple(c for c in gazetteer.candidates(name) if c.population >= _ENCLOSING_PEOPLE and c.is_good_name)
        if found:
            cluster.candidates, cluster.approximate = found, True
            return


def _may_be_short(reading: Reading, within: bool) -> bool:
    return not within and not reading.name.islower()


def _forms(cluster: Cluster, disputes: Disputes) -> Iterator[str]:
    """As written, then under the names that the report or the list of contested names gives the place as well."""
    yield from name_forms(cluster.readings[0])
    for reading in cluster.readings:
        yield from (other.name for other in reading.mention.names)
    yield from disputes.names_beside(cluster.readings[0].name)
