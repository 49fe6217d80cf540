"""The words that `coref` goes by, from the data files beside."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.vocab.data import read_list, read_table

_HERE = "rashomon.reading.events"
ALL = "*"
ANY = "any"


@cache
def classes() -> MappingProxyType[tuple[str, str], frozenset[str]]:
    """(type, lemma) to the classes of the word. Raises DataError when a class covers one that its type lacks."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in read_table(_HERE, "coref_classes.tsv", ("type", "class", "covers", "words"), key=("type", "class")):
        for word in row["words"].split("|"):
            at = (row["type"], word)
            found[at] = found.get(at, frozenset()) | {row["class"]}
    return MappingProxyType(found)


@cache
def covers() -> MappingProxyType[tuple[str, str], frozenset[str]]:
    """(type, class) to the classes that its words may stand for besides their own. `ALL` is every class."""
    rows = read_table(_HERE, "coref_classes.tsv", ("type", "class", "covers", "words"), key=("type", "class"))
    known = {(r["type"], r["class"]) for r in rows} | {(r["type"], ALL) for r in rows}
    found = {(r["type"], r["class"]): frozenset(c for c in r["covers"].split("|") if c) for r in rows}
    for (kind, name), covered in found.items():
        strange = [c for c in sorted(covered) if (kind, c) not in known]
        if strange:
            raise DataError(f"{_HERE}/coref_classes.tsv: {kind} {name} covers {', '.join(strange)}, which {kind} lacks")
    return MappingProxyType(found)


@cache
def families() -> MappingProxyType[str, frozenset[str]]:
    """A mode to the families of modes that it may be a view of. `ANY` agrees with every mode."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table(_HERE, "coref_modes.tsv", ("mode", "family"), key=("mode", "family")):
        found[row["mode"]] = found.get(row["mode"], frozenset()) | {row["family"]}
    return MappingProxyType(found)


@cache
def days() -> MappingProxyType[str, str]:
    """Names of weekdays and months to which of the two they are."""
    return MappingProxyType(
        {
            row["word"]: kind
            for kind in ("weekday", "month")
            for row in read_table("rashomon.vocab.calendar", f"words/{kind}.tsv", ("word", "value"))
        }
    )


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists: "other", "definite", "vague", "speech", "mass"."""
    return frozenset(read_list(_HERE, f"coref_{name}.txt"))
