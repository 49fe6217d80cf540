"""What an account says, in words: its stance towards each of its events, and how that claim stands."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.publishing.show.labels import labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value
from rashomon.records import Account, Claim, ClaimStatus, Stance

_ORDER: tuple[Stance, ...] = ("affirm", "deny", "open")


@dataclass(frozen=True, slots=True)
class Saying:
    """A stance towards events in plain words ("says so; another denies it"), the formal word for it (None where an account
    has numbers and no claim), and the words that name the events."""

    stance: Stance
    words: str
    status: ClaimStatus | None
    events: tuple[Value, ...]

    @property
    def is_contested(self) -> bool:
        """Whether another says the contrary, or this says the contrary of what another says."""
        return self.status == "disputed" or self.stance == "deny"


def claim_words(claim: Claim) -> str:
    """A claim's stance and status in plain words."""
    return labels().sayings[claim.stance][claim.status]


def sayings(lookup: Lookup, account: Account) -> tuple[Saying, ...]:
    """What `account` says: what it affirms first, then what it denies and leaves open; one saying for each status."""
    claims = [lookup.claims[claim] for claim in account.claims if claim in lookup.claims]
    groups: dict[tuple[Stance, ClaimStatus], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: _ORDER.index(claim.stance)):
        groups.setdefault((claim.stance, claim.status), []).append(claim)
    if not groups:
        return (Saying(account.stance, labels().sayings["counts"][account.stance], None, ()),)
    return tuple(
        Saying(stance, claim_words(group[0]), status, _events(lookup, group))
        for (stance, status), group in groups.items()
    )


def _events(lookup: Lookup, claims: list[Claim]) -> tuple[Value, ...]:
    """The words that name the events of `claims`, the same words once."""
    spans = lookup.anchors(tuple(dict.fromkeys(claim.event for claim in claims)))
    found: dict[str, Value] = {}
    for span in spans:
        found.setdefault(one_line(span.text).casefold(), Value.words(span, "event"))
    return tuple(found.values())
