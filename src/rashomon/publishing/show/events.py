"""An event as shown, and the claims made of it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, number
from rashomon.records import ClaimStatus, Codes, Event, Modality


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one speaker chain says of an event. `statement` is the number of the statement in which it does."""

    chain: tuple[str, ...]
    says: str
    status: ClaimStatus
    statement: int | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: the words that name it, its PLOVER type with mode and contexts, who did what to whom, where and when.

    `flags` are the names of the modality flags that are set; `codes` the codes of other schemes, in words.
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
    codes: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Type, mode and modality in a few words: "MOBILIZE troops (hypothetical, future)"."""
        flags = f"({', '.join(self.flags)})" if self.flags else ""
        return " ".join(part for part in (self.type, self.mode, flags) if part)


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
    )


def claim_views(lookup: Lookup, event: Event) -> tuple[ClaimView, ...]:
    """The claims made of `event`, in the order of the ledger."""
    return tuple(
        ClaimView(
            lookup.chain(claim.speakers),
            labels().stances[claim.stance],
            claim.status,
            lookup.statement_numbers.get(claim.statement) if claim.statement else None,
        )
        for claim in lookup.claims_of.get(event.id, ())
    )


def _codes(codes: Codes) -> tuple[str, ...]:
    """Codes of other schemes in words; those that the event has not are left out."""
    words = [f"CAMEO {codes.cameo}"] if codes.cameo else []
    if codes.acled:
        words.append(f"ACLED {': '.join(codes.acled)}")
    if codes.ucdp:
        words.append(f"UCDP type {codes.ucdp}")
    words += [f"quad class {codes.quad}", f"score {codes.score:+g}"]
    return tuple(one_line(word) for word in words)
