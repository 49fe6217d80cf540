"""The words that name events: what each means, and on what conditions.

Three tables (`verbs.tsv`, `nouns.tsv`, `adjectives.tsv`), indexed by lemma; a row may give several, joined by "|".
The rows of a lemma are tried from the most demanding to the least; the first whose pattern and conditions hold gives
the event's type and mode.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from rashomon.errors import DataError
from rashomon.records.event import EventType
from rashomon.vocab.data import known, read_table
from rashomon.vocab.plover import modes

PACKAGE = "rashomon.reading.events"
#: how an event's noun ties to its participants; see README.md
FRAMES = ("attack", "deed", "fate", "move", "mutual", "state")
_CONDITIONS = ("subject", "object", "of", "mod", "near", "args", "prep", "clause", "passive", "before", "after",
               "governor", "under")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """`key`, or `key:value` with `value` a class of words (or plain words for `prep`, `before`, `after`)."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of one lemma.

    `particles`, `objects`: words that must stand with a verb. `modifiers`, `of`: with a noun. `recipients`: where the
    recipient stands ("object" or prepositions), None for the type's default. `low`: a doubtful trigger.
    """

    lemma: str
    type: EventType
    mode: str | None
    particles: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    frame: str = ""
    recipients: frozenset[str] | None = None
    needs: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    low: bool = False

    @property
    def demands(self) -> int:
        """How much the entry asks for; what asks for more is tried first, "fire tear gas" before "fire at"."""
        words = (self.objects, self.modifiers, self.of)
        return 10 * bool(self.particles) + 12 * sum(map(bool, words)) + len(self.needs)


Index = Mapping[str, Sequence[Entry]]


@cache
def verbs() -> Index:
    """Verb entries by lemma. Raises DataError where the table breaks its rules."""
    name = "verbs.tsv"
    columns = ("verb", "particle", "object", "type", "mode", "to", "if", "unless", "sure")
    return _index(name, [
        entry for row in read_table(PACKAGE, name, columns)
        for entry in _entries(name, row, row["verb"], particles=_set(row["particle"]), objects=_set(row["object"]),
                              recipients=_recipients(row["to"]))
    ])  # fmt: skip


@cache
def nouns() -> Index:
    """Noun entries by lemma. Raises DataError where the table breaks its rules."""
    name = "nouns.tsv"
    columns = ("noun", "modifier", "of", "type", "mode", "frame", "to", "if", "unless", "sure")
    rows = read_table(PACKAGE, name, columns)
    known(PACKAGE, name, (row["frame"] for row in rows), FRAMES)
    return _index(name, [
        entry for row in rows
        for entry in _entries(name, row, row["noun"], modifiers=_set(row["modifier"]), of=_set(row["of"]),
                              frame=row["frame"], recipients=_recipients(row["to"]))
    ])  # fmt: skip


@cache
def adjectives() -> Index:
    """Adjective entries by lemma; `to` names the side that the described noun is on ("actor", "recipient")."""
    name = "adjectives.tsv"
    columns = ("adjective", "particle", "type", "mode", "to", "if", "unless", "sure")
    return _index(name, [
        entry for row in read_table(PACKAGE, name, columns)
        for entry in _entries(name, row, row["adjective"], particles=_set(row["particle"]),
                              recipients=_recipients(row["to"]))
    ])  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeFrame:
    """Where a type's recipients stand by default: after a verb, after a noun; and whether they must be able to act."""

    verb: frozenset[str]
    noun: frozenset[str]
    only_actors: bool


@cache
def type_frames() -> Mapping[str, TypeFrame]:
    """`TypeFrame` by PLOVER type. Raises DataError unless each type has one."""
    name = "types.tsv"
    rows = read_table(PACKAGE, name, ("type", "verb", "noun", "only_actors"), key=("type",))
    frames = {r["type"]: TypeFrame(_set(r["verb"]), _set(r["noun"]), r["only_actors"] == "yes") for r in rows}
    if set(frames) != set(get_args(EventType)):
        raise DataError(f"{PACKAGE}/{name}: there must be one row for each PLOVER type")
    return frames


@dataclass(frozen=True, slots=True)
class SupportVerb:
    """A verb that lends its subject to the event that its object (or the object of `particles`) names."""

    particles: frozenset[str]
    side: str


@cache
def support_verbs() -> Mapping[str, Sequence[SupportVerb]]:
    """Support verbs by lemma; `side` is "actor" or "recipient"."""
    name = "support.tsv"
    rows = read_table(PACKAGE, name, ("verb", "particle", "side"))
    known(PACKAGE, name, (row["side"] for row in rows), ("actor", "recipient"))
    found: dict[str, list[SupportVerb]] = {}
    for row in rows:
        for lemma in row["verb"].split("|"):
            found.setdefault(lemma, []).append(SupportVerb(_set(row["particle"]), row["side"]))
    return found


def _entries(name: str, row: Mapping[str, str], lemmas: str, *, recipients: frozenset[str] | None, frame: str = "",
             **patterns: frozenset[str]) -> list[Entry]:  # fmt: skip
    kind = _type(name, row["type"])
    known(PACKAGE, name, [row["sure"]], ("", "low"))
    known(PACKAGE, name, filter(None, [row["mode"]]), modes(kind))
    needs, unless = _conditions(name, row["if"]), _conditions(name, row["unless"])
    return [
        Entry(lemma, kind, row["mode"] or None, frame=frame, recipients=recipients, needs=needs, unless=unless,
              low=row["sure"] == "low", **patterns)
        for lemma in lemmas.split("|")
    ]  # fmt: skip


def _type(name: str, word: str) -> EventType:
    kinds: Mapping[str, EventType] = {kind: kind for kind in get_args(EventType)}
    known(PACKAGE, name, [word], kinds)
    return kinds[word]


def _conditions(name: str, cell: str) -> tuple[Condition, ...]:
    conditions = tuple(Condition(*part.strip().split(":", 1)) for part in cell.split(",") if part.strip())
    known(PACKAGE, name, (c.key for c in conditions), _CONDITIONS)
    return conditions


def _index(name: str, entries: Sequence[Entry]) -> Index:
    index: dict[str, list[Entry]] = {}
    seen: set[tuple[object, ...]] = set()
    for entry in entries:
        pattern = (entry.lemma, entry.particles, entry.objects, entry.modifiers, entry.of, entry.needs)
        if pattern in seen:
            raise DataError(f"{PACKAGE}/{name}: two rows for {entry.lemma!r} with one pattern and one condition")
        seen.add(pattern)
        index.setdefault(entry.lemma, []).append(entry)
    return {lemma: tuple(sorted(found, key=lambda e: -e.demands)) for lemma, found in index.items()}


def _set(cell: str) -> frozenset[str]:
    return frozenset(part for part in cell.split("|") if part)


def _recipients(cell: str) -> frozenset[str] | None:
    """An empty cell is the type's default; "-" is nowhere."""
    return None if not cell else frozenset() if cell == "-" else _set(cell)
