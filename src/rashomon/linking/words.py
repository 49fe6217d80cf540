"""The word lists of `linking`."""

from __future__ import annotations

from functools import cache

from rashomon.vocab.data import read_list, read_table

_HERE = "rashomon.linking"


@cache
def apart() -> frozenset[str]:
    """Words that make what follows another happening."""
    return frozenset(read_list(_HERE, "apart.txt"))


@cache
def courses() -> frozenset[str]:
    """Anchors that name a long course of events."""
    return frozenset(read_list(_HERE, "courses.txt"))


@cache
def modes_apart() -> frozenset[frozenset[str]]:
    """Pairs of PLOVER modes that are never one blow."""
    rows = read_table(_HERE, "apart_modes.tsv", ("a", "b"), key=("a", "b"))
    return frozenset(frozenset((row["a"], row["b"])) for row in rows)
