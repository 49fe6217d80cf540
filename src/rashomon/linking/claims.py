"""Claims: each event as each speaker chain puts it, and how the claim stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.records import Anchor, Claim, ClaimStatus, Reading, Stance, Statement, record_id

_TURNED: dict[Stance, Stance] = {"affirm": "deny", "deny": "affirm", "open": "open"}
_BY_CHECK: dict[str, ClaimStatus] = {"confirmed": "confirmed", "refuted": "refuted"}


def claims_of(reading: Reading, report: str) -> tuple[Claim, ...]:
    """One claim for each event and speaker chain that affirms it, denies it or leaves it open, with its status.

    `report` is the report's id. The status of a claim rests on the others, so it is set once all are known.
    """
    statements = {s.id: s for s in reading.statements}
    found: dict[tuple[str, tuple[str, ...], Stance], Claim] = {}
    behind: dict[str, list[Statement]] = defaultdict(list)
    told: dict[str, list[tuple[str, Stance]]] = defaultdict(list)
    for anchor in reading.anchors:
        holder = statements[anchor.statement] if anchor.statement is not None else None
        stance = _stance(anchor, holder)
        claim = _put(found, report, anchor.event, _speakers(reading, holder), holder, stance)
        if holder is not None:
            behind[claim.id].append(holder)
            if anchor.central:
                told[holder.id].append((anchor.event, stance))
    for statement in reading.statements:
        if statement.stance == "affirm":
            continue
        for event, said in (pair for answered in statement.answers for pair in told[answered]):
            stance = _TURNED[said] if statement.stance == "deny" else statement.stance
            claim = _put(found, report, event, statement.speakers, statement, stance)
            behind[claim.id].append(statement)
    by_event = defaultdict(list)
    for claim in found.values():
        by_event[claim.event].append(claim)
    return tuple(replace(c, status=_status(c, by_event[c.event], behind[c.id])) for c in found.values())


def _put(
    found: dict[tuple[str, tuple[str, ...], Stance], Claim],
    report: str,
    event: str,
    speakers: tuple[str, ...],
    statement: Statement | None,
    stance: Stance,
) -> Claim:
    """The claim of that event, chain and stance, whose statement is the first that makes it."""
    key = (event, speakers, stance)
    if key not in found:
        found[key] = Claim(
            id=record_id("cl", report, event, speakers, stance),
            event=event,
            speakers=speakers,
            statement=statement.id if statement is not None else None,
            stance=stance,
            status="claimed",
        )
    return found[key]


def _speakers(reading: Reading, holder: Statement | None) -> tuple[str, ...]:
    return holder.speakers if holder is not None else (reading.narrator,)


def _stance(anchor: Anchor, holder: Statement | None) -> Stance:
    """What the holder says of the event: to deny that it did not happen is to affirm it, and a circumstance of what is
    denied is taken for granted."""
    stance: Stance = holder.stance if holder is not None and anchor.central and not anchor.asserted else "affirm"
    return _TURNED[stance] if anchor.negated else stance


def _status(claim: Claim, rivals: Iterable[Claim], behind: Sequence[Statement]) -> ClaimStatus:
    """The status of `claim`, by the order of the design: checked, disputed, unverified, denied, claimed, reported. `behind`:
    the statements that make it, any of which may have been checked."""
    checks = [s.verification for s in behind if s.verification is not None]
    settled = [_BY_CHECK[c.status] for c in checks if c.status in _BY_CHECK and c.by != claim.speakers[-1]]
    if settled:
        return settled[0]
    if claim.stance == "affirm" and any(r.stance == "deny" and r.speakers[-1] != claim.speakers[-1] for r in rivals):
        return "disputed"
    if any(c.status == "unverified" for c in checks):
        return "unverified"
    if claim.stance == "open" and any(s.answers for s in behind):
        return "unverified"
    if claim.stance == "deny":
        return "denied"
    return "claimed" if len(claim.speakers) > 1 else "reported"
