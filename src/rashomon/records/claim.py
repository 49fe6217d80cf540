"""One event as one speaker chain puts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.statement import Stance

ClaimStatus = Literal["confirmed", "refuted", "disputed", "unverified", "denied", "claimed", "reported"]


@dataclass(frozen=True, slots=True)
class Claim:
    """That `event` happened, as the chain `speakers` (actor ids, the narrator first) affirms, denies or leaves open."""

    id: str
    event: str
    speakers: tuple[str, ...]
    statement: str | None
    stance: Stance
    status: ClaimStatus
