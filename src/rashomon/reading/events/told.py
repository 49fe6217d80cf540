"""The deed that a note tells of without a word of the lexicon: "Farmers parked their tractors outside the ministry"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from rashomon.errors import DataError
from rashomon.reading.events.aspects import Aspects
from rashomon.reading.events.classes import in_class
from rashomon.reading.events.lexicon import PACKAGE, Entry
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.parsed import Stretch
from rashomon.records import EventType
from rashomon.vocab.data import known, read_table
from rashomon.vocab.plover import aspects as all_aspects
from rashomon.vocab.plover import modes

_FILE = "told.tsv"
#: classes of words of which a note tells what is no deed of conflict
_ELSEWHERE = ("accident", "disease", "sport", "film", "weather")
#: types of deeds: a note that names one needs no other
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AGREE", "COOPERATE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What an aspect that stands alone tells of; not where the note has an event of the type `unless`."""

    type: EventType
    mode: str | None
    unless: str


@cache
def deeds() -> Mapping[str, Deed]:
    """The deed of each aspect that stands alone, in order. Raises DataError where the table breaks its rules."""
    rows = read_table(PACKAGE, _FILE, ("aspect", "type", "mode", "unless"), key=("aspect",))
    known(PACKAGE, _FILE, (row["aspect"] for row in rows), all_aspects())
    types: dict[str, EventType] = {name: name for name in get_args(EventType)}
    known(PACKAGE, _FILE, (row["type"] for row in rows), types)
    known(PACKAGE, _FILE, (row["unless"] for row in rows), {"", *types})
    for row in rows:
        if row["mode"] not in ("", *modes(types[row["type"]])):
            raise DataError(f"{PACKAGE}/{_FILE}: {row['type']} has no mode {row['mode']}")
    return {row["aspect"]: Deed(types[row["type"]], row["mode"] or None, row["unless"]) for row in rows}


def untold(aspects: Aspects, named: Collection[str]) -> Trigger | None:
    """The trigger of the deed that a note tells of, where its events are `named` types and none is a deed; None where there
    is no such deed, the text is no note, or tells of accidents, games, prices and the like."""
    if not aspects.whole or not _DEEDS.isdisjoint(named):
        return None
    if any(in_class(token, name) for token in aspects.doc for name in _ELSEWHERE):
        return None
    for aspect, deed in deeds().items():
        token = aspects.head(aspect) if deed.unless not in named else None
        if token is not None:
            entry = Entry(token.lemma_, deed.type, deed.mode, low=True)
            return Trigger(token, entry, Stretch(token.i, token.i + 1), frozenset({token.i}), verbal=True)
    return None
