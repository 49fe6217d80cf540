"""What one report's text says, before anyone has asked who, where and when that is in the world."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.actor import Actor
from rashomon.records.count import Count
from rashomon.records.event import Event, Tie
from rashomon.records.issue import Issue
from rashomon.records.place import PlaceMention
from rashomon.records.span import Span
from rashomon.records.statement import Statement
from rashomon.records.timex import TimeMention


@dataclass(frozen=True, slots=True)
class Anchor:
    """One place in the text that names the event with the id `event`; `negated` where it is said not to have happened.

    `statement` is the id of the statement that says so, the innermost one that does not take the event for granted
    ("denies any role in the killing"); null where the narrator does. `central` where the event is what the statement
    says, and no circumstance of it: a denial of the statement denies these. `asserted` where the statement says that it
    is as its content has it, also to deny what another says ("said that no shells were fired"). `place` and `time` are
    the mentions that the text ties to it, `place_from` and `time_from` by what; `aspects` what its words show beyond
    PLOVER (`vocab.plover.aspects`).
    """

    event: str
    span: Span
    statement: str | None
    negated: bool
    place: Span | None
    time: Span | None
    central: bool = True
    asserted: bool = False
    aspects: tuple[str, ...] = ()
    place_from: Tie | None = None
    time_from: Tie | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of `reading`. Events and counts are whole but for `place`, `time` and `codes`, which need the
    world; `narrator` is the id of the actor that stands for the outlet."""

    narrator: str
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    anchors: tuple[Anchor, ...]
    actors: tuple[Actor, ...]
    counts: tuple[Count, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    issues: tuple[Issue, ...] = ()
