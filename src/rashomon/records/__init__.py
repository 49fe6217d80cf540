"""What a ledger says: frozen dataclasses, and their JSON in `codec`."""

from rashomon.records.actor import Actor, ActorKind, Role
from rashomon.records.claim import Claim, ClaimStatus
from rashomon.records.count import Count, CountKind, VictimClass, Victims
from rashomon.records.event import Codes, Confidences, Event, EventType, Modality, Roles, RoleTie, Tie
from rashomon.records.ids import digest, record_id
from rashomon.records.incident import Account, Conflict, Incident
from rashomon.records.issue import Issue
from rashomon.records.ledger import SCHEMA, Ledger, MadeBy
from rashomon.records.place import Contested, DisputedName, Holder, Place, PlaceMention, PlaceName
from rashomon.records.reading import Anchor, Reading
from rashomon.records.report import Byline, Credit, Dateline, Report
from rashomon.records.span import Span
from rashomon.records.statement import Basis, Stance, Statement, StatementKind, Verification
from rashomon.records.timex import TimeMention, Timex

__all__ = [
    "SCHEMA",
    "Account",
    "Actor",
    "ActorKind",
    "Anchor",
    "Basis",
    "Byline",
    "Claim",
    "ClaimStatus",
    "Codes",
    "Confidences",
    "Conflict",
    "Contested",
    "Count",
    "CountKind",
    "Credit",
    "Dateline",
    "DisputedName",
    "Event",
    "EventType",
    "Holder",
    "Incident",
    "Issue",
    "Ledger",
    "MadeBy",
    "Modality",
    "Place",
    "PlaceMention",
    "PlaceName",
    "Reading",
    "Report",
    "Role",
    "RoleTie",
    "Roles",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Tie",
    "TimeMention",
    "Timex",
    "Verification",
    "VictimClass",
    "Victims",
    "digest",
    "record_id",
]
