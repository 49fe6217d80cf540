"""What happened, is said to have happened, or is said that it will or may happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


#: what gives an event its doer or target: its own words; the cause or effect of it that is told beside ("killed in clashes
#: between …"); another mention of the same event
RoleTie = Literal["clause", "joined", "mention"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does it and to whom, as actor ids, and what gives them. Empty where the text gives none."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    actor_from: RoleTie | None = None
    recipient_from: RoleTie | None = None


@dataclass(frozen=True, slots=True)
class Modality:
    """PLOVER's four auxiliary modes, as flags."""

    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    historical: bool = False


@dataclass(frozen=True, slots=True)
class Confidences:
    """How probable it is that the report names an event of this type there, that both roles are those that it gives, and
    that all four flags are right."""

    type: float
    roles: float
    modality: float


@dataclass(frozen=True, slots=True)
class Codes:
    """The event in other schemes: CAMEO code, ACLED (event type, sub-event type), UCDP type of violence 1 to 3,
    quad class 1 to 4 and PLOVER's conflict-cooperation score (-10 to 10)."""

    cameo: str | None
    acled: tuple[str, str] | None
    ucdp: int | None
    quad: int
    score: float


#: what ties a place or a time to an event: its own clause, its sentence (or the one before), another mention of the same
#: event, the scene that the story has set, or (a country) the whole report
Tie = Literal["clause", "sentence", "mention", "scene", "report"]


@dataclass(frozen=True, slots=True)
class Event:
    """An event with PLOVER type, mode and contexts. `anchors` are the words that name it, the fullest first. `place_from`
    and `time_from` say what ties place and time to it, None where it has none. `confidence` is `confidences.type`."""

    id: str
    anchors: tuple[Span, ...]
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    roles: Roles
    place: str | None
    time: str | None
    modality: Modality
    counts: tuple[str, ...]
    codes: Codes
    confidence: float
    confidences: Confidences = Confidences(0.5, 0.5, 0.5)
    place_from: Tie | None = None
    time_from: Tie | None = None
