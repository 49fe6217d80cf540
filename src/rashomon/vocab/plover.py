"""PLOVER's types, modes, contexts and sectors, and what an event is called in other schemes.

Source of the lists: the PLOVER manual (Open Event Data Alliance, CC BY-SA 4.0); meanings in our own words. The maps
are our own (`plover/*_map.tsv`, reasons in their heads): the published CAMEO-to-PLOVER file gives modes and contexts
that the manual does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from rashomon.errors import DataError
from rashomon.records import Codes, EventType
from rashomon.vocab import data, schemes

Side = Literal["state", "armed", "unarmed", "unclear"]

_HERE = "rashomon.vocab"


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the sixteen types: quad class 1 to 4, conflict-cooperation score -10 to 10, and its modes with the score
    of their own, where one is published beyond doubt."""

    name: EventType
    quad: int
    score: float
    meaning: str
    modes: Mapping[str, float | None]


@cache
def types() -> Mapping[str, Kind]:
    """The sixteen types by name, in the manual's order. Raises DataError when the files do not fit the records."""
    rows = data.read_table(_HERE, "plover/types.tsv", ("type", "quad", "score", "meaning"), key=("type",))
    names = get_args(EventType)
    data.known(_HERE, "plover/types.tsv", (row["type"] for row in rows), names)
    data.known("rashomon.records", "event.py", names, (row["type"] for row in rows))
    modes = data.read_table(_HERE, "plover/modes.tsv", ("type", "mode", "score", "meaning"), key=("type", "mode"))
    data.known(_HERE, "plover/modes.tsv", (row["type"] for row in modes), names)
    own: dict[str, dict[str, float | None]] = {name: {} for name in names}
    for row in modes:
        own[row["type"]][row["mode"]] = _score("modes.tsv", row["score"]) if row["score"] else None
    return {row["type"]: _kind(row, own[row["type"]]) for row in rows}


@cache
def all_contexts() -> tuple[str, ...]:
    """The 37 contexts."""
    rows = data.read_table(_HERE, "plover/contexts.tsv", ("context", "meaning"), key=("context",))
    return tuple(row["context"] for row in rows)


@cache
def aspects() -> tuple[str, ...]:
    """What other schemes tell apart and PLOVER does not."""
    rows = data.read_table(_HERE, "plover/aspects.tsv", ("aspect", "meaning"), key=("aspect",))
    return tuple(row["aspect"] for row in rows)


@cache
def sectors() -> Mapping[str, Side]:
    """Each sector with what it is when force is used."""
    rows = data.read_table(_HERE, "plover/sectors.tsv", ("sector", "side", "meaning"), key=("sector",))
    data.known(_HERE, "plover/sectors.tsv", (row["side"] for row in rows), get_args(Side))
    sides: dict[str, Side] = {side: side for side in get_args(Side)}
    return {row["sector"]: sides[row["side"]] for row in rows}


def modes(type_: EventType) -> tuple[str, ...]:
    """The modes of a type; some types have none."""
    return tuple(types()[type_].modes)


def codes_for(
    type_: EventType,
    mode: str | None = None,
    contexts: Iterable[str] = (),
    actor_sectors: Iterable[str | None] = (),
    recipient_sectors: Iterable[str | None] = (),
    told: Iterable[str] = (),
) -> Codes:
    """The event in other schemes; `told` are its aspects. Unknown sectors may be None; what depends on them is then None
    too.

    Raises DataError for a type, mode, context or sector that PLOVER does not have, and for an aspect that we do not.
    """
    kind = types().get(type_)
    about, shown = frozenset(contexts), frozenset(told)
    if kind is None or (mode is not None and mode not in kind.modes):
        raise DataError(f"PLOVER has no {type_} with mode {mode}")
    data.known(_HERE, "plover/contexts.tsv", about, all_contexts())
    data.known(_HERE, "plover/aspects.tsv", shown, aspects())
    actors, recipients = _sides(actor_sectors), _sides(recipient_sectors)
    maps = _maps()
    seen = schemes.Seen(mode, about, frozenset(schemes.meeting(actors, recipients)), shown)
    own = kind.modes[mode] if mode is not None else None
    return Codes(
        cameo=maps.cameo(type_, seen),
        acled=maps.acled(type_, seen),
        ucdp=schemes.violence(actors, recipients) if maps.harms(type_, mode) else None,
        quad=kind.quad,
        score=kind.score if own is None else own,
    )


@cache
def _maps() -> schemes.Maps:
    return schemes.load({name: tuple(kind.modes) for name, kind in types().items()}, all_contexts(), aspects())


def _kind(row: dict[str, str], own: Mapping[str, float | None]) -> Kind:
    if row["quad"] not in {"1", "2", "3", "4"}:
        raise DataError(f"{_HERE}/plover/types.tsv: {row['type']} has no quad class {row['quad']!r}")
    name: dict[str, EventType] = {n: n for n in get_args(EventType)}
    return Kind(name[row["type"]], int(row["quad"]), _score("types.tsv", row["score"]), row["meaning"], own)


def _score(file: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -10 <= value <= 10:
        raise DataError(f"{_HERE}/plover/{file}: {text!r} is no score between -10 and 10")
    return value


def _sides(given: Iterable[str | None]) -> tuple[Side, ...]:
    """The sides of the sectors given; None is unclear."""
    known = sectors()
    named = [code or "UNK" for code in given]
    data.known(_HERE, "plover/sectors.tsv", named, known)
    return tuple(known[code] for code in named)
