"""What the report attributes to a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span

Stance = Literal["affirm", "deny", "open"]
StatementKind = Literal["direct", "indirect", "mixed"]
Rule = Literal["verb", "phrase", "citing", "relay", "quotation"]
VerificationStatus = Literal["unverified", "confirmed", "refuted"]


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody says that they could not verify, or have verified or refuted, what a statement holds.

    `by` is the id of the actor who says so; null for the narrator of a report whose publisher is unknown.
    """

    status: VerificationStatus
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement rests on: the rule of the grammar that finds it, or null, and the encoder's probabilities (0 to 1) of
    its cue, and the mean over the words of its source and its content; null where the encoder does not see it.
    """

    rule: Rule | None
    cue: float | None
    source: float | None
    content: float | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of text that the report attributes to a source: source, cue, content (after PARC3 and PolNeAR).

    `speakers` is the chain of actor ids, outermost first, beginning with the narrator.
    `answers` holds ids of the statements that this one denies, confirms or leaves open.
    `confidence` is the probability that source and content are right by half of their words.
    """

    id: str
    kind: StatementKind
    sources: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    stance: Stance
    answers: tuple[str, ...] = ()
    verification: Verification | None = None
    channel: Span | None = None
    confidence: float = 0.5
    basis: Basis | None = None
