"""The ledger of one report: `rashomon/ledger/1`."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.actor import Actor
from rashomon.records.claim import Claim
from rashomon.records.count import Count
from rashomon.records.event import Event
from rashomon.records.incident import Incident
from rashomon.records.issue import Issue
from rashomon.records.place import Place
from rashomon.records.report import Report
from rashomon.records.statement import Statement
from rashomon.records.timex import Timex

SCHEMA = "rashomon/ledger/1"


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the ledger: the program's version, each model's sha256, the sha256 of the settings."""

    rashomon: str
    models: dict[str, str]
    settings: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that one report says. A report that could not be read has its head, its issues, and nothing else."""

    report: Report
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Timex, ...] = ()
    counts: tuple[Count, ...] = ()
    incidents: tuple[Incident, ...] = ()
    issues: tuple[Issue, ...] = ()
    made_by: MadeBy | None = None
    schema: str = field(default=SCHEMA, kw_only=True)
