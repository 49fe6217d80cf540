"""Conflicts in words: nothing said pair by pair that can be said at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.publishing.show import Lookup, grid
from rashomon.publishing.show.clashes import Clash
from rashomon.records import Account, Conflict
from tests.publishing.factory import crowd

_Range = tuple[int, int | None]


def _clashes(*ranges: _Range, pairs: list[tuple[int, int]] | None = None) -> tuple[Clash, ...]:
    """The conflicts on the killed, in words, of accounts with these numbers: of all pairs that exclude each other."""
    ledger = crowd(len(ranges))
    incident = ledger.incidents[0]
    told: tuple[Account, ...] = tuple(
        replace(account, values={"killed": range_}) for account, range_ in zip(incident.accounts, ranges, strict=True)
    )
    if pairs is None:
        pairs = [(i, j) for i, j in combinations(range(len(ranges)), 2) if _exclude(ranges[i], ranges[j])]
    conflicts = tuple(Conflict("killed", ((i,), (j,)), f"{i} against {j}") for i, j in pairs)
    return grid(Lookup.of(ledger), replace(incident, accounts=told, conflicts=conflicts)).clashes


def _exclude(one: _Range, other: _Range) -> bool:
    low = max(one[0], other[0])
    return any(high is not None and high < low for high in (one[1], other[1]))


def _sides(clash: Clash) -> list[list[tuple[tuple[int, ...], str]]]:
    return [[(s.numbers, ", ".join(v.text for v in s.values)) for s in side] for side in clash.sides]


def test_three_tolls_are_one_conflict_of_three_sides() -> None:
    (clash,) = _clashes((40, 99), (112, None), (9, 9))
    assert _sides(clash) == [[((1,), "40 to 99")], [((2,), "112 or more")], [((3,), "9")]]
    assert clash.why == ""


def test_one_against_several_is_said_once() -> None:
    (clash,) = _clashes((9, 9), (30, 30), (20, None), (30, 30))
    assert _sides(clash) == [[((1,), "9")], [((2, 4), "30"), ((3,), "20 or more")]]


def test_who_agrees_stands_together() -> None:
    (clash,) = _clashes((5, 5), (8, 8), (5, 5))
    assert _sides(clash) == [[((1, 3), "5")], [((2,), "8")]]


def test_conflicts_that_have_nothing_to_do_with_each_other_stay_apart() -> None:
    found = _clashes((1, 1), (2, 2), (3, 3), (4, 4), pairs=[(0, 1), (2, 3)])
    assert [_sides(clash) for clash in found] == [[[((1,), "1")], [((2,), "2")]], [[((3,), "3")], [((4,), "4")]]]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1])))
def test_every_pair_that_conflicts_is_told_and_no_other(pairs: set[tuple[int, int]]) -> None:
    found = _clashes(*[(n, n) for n in range(7)], pairs=sorted(pairs))
    told: set[tuple[int, int]] = set()
    for clash in found:
        for one, other in combinations(clash.sides, 2):
            members = ([n - 1 for s in side for n in s.numbers] for side in (one, other))
            first, second = members
            told |= {(min(i, j), max(i, j)) for i in first for j in second}
    assert told == pairs
