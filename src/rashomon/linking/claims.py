"""Claims: each event as each speaker chain puts it, and how the claim stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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
    for anchor in reading.anchors:
        holder = statements[anchor.statement] if anchor.statement is not None else None
        _put(found, report, anchor.event, _speakers(reading, holder), holder, _stance(anchor, holder))
    central = {(anchor.statement, anchor.event) for anchor in reading.anchors if anchor.central}
    told = defaultdict(list)
    for claim in list(found.values()):
        if (claim.statement, claim.event) in central and claim.statement is not None:
            told[claim.statement].append(claim)
    for statement in reading.statements:
        for claim in (c for answered in statement.answers for c in told[answered]):
            stance: Stance = _TURNED[claim.stance] if statement.stance == "deny" else statement.stance
            if statement.stance != "affirm":
                _put(found, report, claim.event, statement.speakers, statement, stance)
    by_event = defaultdict(list)
    for claim in found.values():
        by_event[claim.event].append(claim)
    return tuple(replace(c, status=_status(c, by_event[c.event], statements)) for c in found.values())


def _put(
    found: dict[tuple[str, tuple[str, ...], Stance], Claim],
    report: str,
    event: str,
    speakers: tuple[str, ...],
    statement: Statement | None,
    stance: Stance,
) -> None:
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


def _speakers(reading: Reading, holder: Statement | None) -> tuple[str, ...]:
    return holder.speakers if holder is not None else (reading.narrator,)


def _stance(anchor: Anchor, holder: Statement | None) -> Stance:
    """What the holder says of the event: to deny that it did not happen is to affirm it, and a circumstance of what is
    denied is taken for granted."""
    stance: Stance = holder.stance if holder is not None and anchor.central and not anchor.asserted else "affirm"
    return _TURNED[stance] if anchor.negated else stance


def _status(claim: Claim, rivals: Iterable[Claim], statements: dict[str, Statement]) -> ClaimStatus:
    """The status of `claim`, by the order of the design: checked, disputed, unverified, denied, claimed, reported."""
    statement = statements[claim.statement] if claim.statement is not None else None
    check = statement.verification if statement is not None else None
    if check is not None and check.status in _BY_CHECK and check.by != claim.speakers[-1]:
        return _BY_CHECK[check.status]
    if claim.stance == "affirm" and any(r.stance == "deny" and r.speakers[-1] != claim.speakers[-1] for r in rivals):
        return "disputed"
    if check is not None and check.status == "unverified":
        return "unverified"
    if claim.stance == "open" and statement is not None and statement.answers:
        return "unverified"
    if claim.stance == "deny":
        return "denied"
    return "claimed" if len(claim.speakers) > 1 else "reported"
