"""Conflicts in words: accounts that collide with the same others stand together, so that nothing is said pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value
from rashomon.records import Conflict, CountKind, Incident

#: on what there is a conflict where one account says that it happened and another that it did not
OCCURRENCE = "occurrence"

#: account index to the indices of those that it cannot be right beside
_Graph = dict[int, set[int]]
_Sides = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Accounts on one side of a conflict that say the same: their numbers, and their values of the field."""

    numbers: tuple[int, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What collides: `label` names the field. No account of one side can be right if one of another side is.

    `why` is empty where the values of the sides say it.
    """

    field: str
    label: str
    sides: tuple[tuple[Stand, ...], ...]
    why: str


def clashes(incident: Incident, values: Callable[[int, str], tuple[Value, ...]]) -> tuple[Clash, ...]:
    """The conflicts of `incident`, those on one field joined as far as they can be. `values` gives an account's values of
    a field by the account's index; whether it happened is said by the side on which an account stands."""
    by_field: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in incident.conflicts:
        by_field[conflict.field].append(conflict)
    return tuple(clash for field, group in by_field.items() for clash in _of_field(field, group, values))


def _of_field(field: str, group: list[Conflict], values: Callable[[int, str], tuple[Value, ...]]) -> Iterator[Clash]:
    label = labels().field(field)
    if field == OCCURRENCE:
        for conflict in group:
            told = zip(conflict.accounts, labels().sides.values(), strict=True)
            yield Clash(
                field, label, tuple((Stand(_numbers(side), (Value(says, "event"),)),) for side, says in told), ""
            )
        return
    reasons = dict.fromkeys(one_line(conflict.why) for conflict in group)
    why = "" if field in get_args(CountKind) else " ".join(reason for reason in reasons if reason)
    for sides in _grouped(group):
        yield Clash(field, label, tuple(_stands(side, field, values) for side in sides), why)


def _stands(side: Iterable[int], field: str, values: Callable[[int, str], tuple[Value, ...]]) -> tuple[Stand, ...]:
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in side:
        alike[tuple(value.text for value in values(one, field))].append(one)
    return tuple(Stand(_numbers(those), values(those[0], field)) for those in alike.values())


def _numbers(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(index + 1 for index in indices)


def _grouped(conflicts: Iterable[Conflict]) -> Iterator[_Sides]:
    """The pairs of `conflicts` in as few groups of sides as are easily found: all at once where every two sides collide,
    else one account after the other, the one with the most rivals first."""
    rivals: _Graph = defaultdict(set)
    for conflict in conflicts:
        for one in conflict.accounts[0]:
            for other in conflict.accounts[1]:
                rivals[one].add(other)
                rivals[other].add(one)
    for part in _parts(rivals):
        graph = {one: rivals[one] for one in part}
        while any(graph.values()):
            alike: defaultdict[frozenset[int], list[int]] = defaultdict(list)
            for one in sorted(one for one in graph if graph[one]):
                alike[frozenset(graph[one])].append(one)
            members = sum(map(len, alike.values()))
            if all(len(others) + len(side) == members for others, side in alike.items()):
                yield tuple(map(tuple, alike.values()))
                break
            others, side = max(alike.items(), key=lambda item: (len(item[0]), -item[1][0]))
            yield tuple(side), tuple(sorted(others))
            graph = {one: them - set(side) for one, them in graph.items() if one not in side}


def _parts(rivals: _Graph) -> Iterator[list[int]]:
    """The accounts in parts between which there is no conflict."""
    left = sorted(rivals)
    while left:
        part, edge = {left[0]}, [left[0]]
        while edge:
            new = rivals[edge.pop()] - part
            part |= new
            edge += sorted(new)
        yield sorted(part)
        left = [one for one in left if one not in part]
