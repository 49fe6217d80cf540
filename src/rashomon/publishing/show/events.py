"""An event as shown, and the claims made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.sayings import claim_words
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, number
from rashomon.records import ClaimStatus, Codes, Confidences, Event, Modality, RoleTie


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one speaker chain says of an event, in plain words. `statement` is the number of the statement that says it."""

    chain: tuple[str, ...]
    says: str
    status: ClaimStatus
    statement: int | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: the words that name it, its PLOVER type with mode and contexts, who did what to whom, where and when.

    `flags` are the names of the modality flags that are set; `codes` the codes of other schemes: what each is, and the
    code in words. `actors_from` to `time_from` say what ties them to the event, `sure` how probable its type, roles and
    flags are.
    """

    anchors: tuple[Value, ...]
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    flags: tuple[str, ...]
    actors: tuple[Value, ...]
    recipients: tuple[Value, ...]
    place: Value | None
    time: Value | None
    counts: tuple[Value, ...]
    claims: tuple[ClaimView, ...]
    codes: tuple[tuple[str, str], ...]
    actors_from: str
    recipients_from: str
    place_from: str
    time_from: str
    sure: str

    @property
    def kind(self) -> str:
        """Type, mode and modality in a few words: "MOBILIZE (troops; hypothetical, future)"."""
        return kinds((self,))[0]


def kinds(events: Iterable[EventView]) -> tuple[str, ...]:
    """The types of `events`, each once, with their modes and flags in brackets: "ASSAULT (heavy-weapons, firearms)"."""
    modes: dict[str, dict[str, None]] = {}
    flags: dict[str, dict[str, None]] = {}
    for event in events:
        modes.setdefault(event.type, {}).update({event.mode: None} if event.mode else {})
        flags.setdefault(event.type, {}).update(dict.fromkeys(event.flags))
    words = ("; ".join(", ".join(part) for part in (modes[name], flags[name]) if part) for name in modes)
    return tuple(f"{name} ({more})" if more else name for name, more in zip(modes, words, strict=True))


def event_view(lookup: Lookup, event: Event) -> EventView:
    """`event` as shown."""
    near = event.anchors[0].start if event.anchors else None
    counts = (lookup.counts[count] for count in event.counts if count in lookup.counts)
    return EventView(
        anchors=tuple(Value.words(span, "event") for span in event.anchors),
        type=event.type,
        mode=event.mode,
        contexts=event.contexts,
        flags=tuple(flag.name for flag in fields(Modality) if getattr(event.modality, flag.name)),
        actors=tuple(lookup.actor(actor, near) for actor in event.roles.actor),
        recipients=tuple(lookup.actor(actor, near) for actor in event.roles.recipient),
        place=lookup.place(event.place, near) if event.place else None,
        time=lookup.time(event.time) if event.time else None,
        counts=tuple(Value(f"{c.kind} {number(c.low, c.high, c.exact)}", "count", (c.span,)) for c in counts),
        claims=claim_views(lookup, event),
        codes=_codes(event.codes),
        actors_from=_beside(event.roles.actor_from),
        recipients_from=_beside(event.roles.recipient_from),
        place_from=labels().ties[event.place_from] if event.place_from else "",
        time_from=labels().ties[event.time_from] if event.time_from else "",
        sure=_sure(event.confidences),
    )


def claim_views(lookup: Lookup, event: Event) -> tuple[ClaimView, ...]:
    """The claims made of `event`, in the order of the ledger."""
    return tuple(
        ClaimView(
            lookup.chain(claim.speakers),
            claim_words(claim),
            claim.status,
            lookup.statement_numbers.get(claim.statement) if claim.statement else None,
        )
        for claim in lookup.claims_of.get(event.id, ())
    )


def _beside(tie: RoleTie | None) -> str:
    """What gives a role, where its own clause does not."""
    return labels().ties[tie] if tie and tie != "clause" else ""


def _sure(sure: Confidences) -> str:
    return f"{sure.type:.0%} sure of the type, {sure.roles:.0%} of who and whom, {sure.modality:.0%} of the flags"


def _codes(codes: Codes) -> tuple[tuple[str, str], ...]:
    """Codes of other schemes with their meaning; those that the event has not are left out."""
    known = labels()
    found = {"cameo": codes.cameo or "", "acled": ": ".join(codes.acled or ())}
    found["ucdp"] = f"{codes.ucdp}, {known.ucdp[str(codes.ucdp)]}" if codes.ucdp else ""
    found["quad"] = f"{codes.quad}, {known.quad[str(codes.quad)]}"
    found["score"] = f"{codes.score:+g}"
    return tuple((known.codes[scheme], one_line(code)) for scheme, code in found.items() if code)
