"""Accounts of one incident, one for each speaker chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.numbers import Range, total
from rashomon.records import Account, Claim, Count, Event, Stance, VictimClass

Value = Range | tuple[str, ...]
LOSSES = ("killed", "injured", "missing", "captured", "detained", "displaced", "affected")
#: ties of places and times that no speaker said of the event
_BY_OTHERS = frozenset({"scene", "report"})


@dataclass(frozen=True, slots=True)
class Told:
    """An account, and of whom its losses are: kind of loss to the classes of the victims that were counted."""

    account: Account
    victims: Mapping[str, frozenset[VictimClass]]


def accounts_of(
    text: str, events: Mapping[str, Event], claims: Iterable[Claim], counts: Iterable[Count]
) -> tuple[Told, ...]:
    """The accounts of the incident made of `events` (by id): claims and losses by speaker chain, in order of the text.

    `counts` are the losses that belong to these events. A speaker who only gives a number has an account too.
    """
    claimed: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    counted: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for claim in claims:
        claimed[claim.speakers].append(claim)
    for count in counts:
        counted[count.speakers].append(count)
    out = []
    for speakers in dict.fromkeys([*claimed, *counted]):
        own = claimed[speakers]
        values: dict[str, Value] = {**_losses(text, counted[speakers]), **_said(events, own)}
        classes: dict[str, set[VictimClass]] = defaultdict(set)
        for count in counted[speakers]:
            classes[count.kind].add(count.victims.class_)
        account = Account(speakers, _stance(own), tuple(c.id for c in own), values)
        out.append(Told(account, {kind: frozenset(found) for kind, found in classes.items()}))
    return tuple(out)


def _stance(claims: Sequence[Claim]) -> Stance:
    """Affirm where anything is affirmed or only numbers are given; else deny where anything is denied; else open."""
    stances = {c.stance for c in claims}
    if "affirm" in stances or not stances:
        return "affirm"
    return "deny" if "deny" in stances else "open"


def _losses(text: str, counts: Sequence[Count]) -> dict[str, Value]:
    by_kind: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        by_kind[count.kind].append(count)
    return {kind: total(text, by_kind[kind]) for kind in LOSSES if by_kind[kind]}


def _said(events: Mapping[str, Event], claims: Sequence[Claim]) -> dict[str, Value]:
    """Who, to whom, where and when, by what the speaker affirms. A denial gives no values of its own."""
    told = [events[c.event] for c in claims if c.stance == "affirm"]
    found: dict[str, tuple[str, ...]] = {
        "actor": tuple(dict.fromkeys(a for e in told for a in e.roles.actor)),
        "recipient": tuple(dict.fromkeys(a for e in told for a in e.roles.recipient)),
        "place": tuple(dict.fromkeys(e.place for e in told if e.place is not None and e.place_from not in _BY_OTHERS)),
        "time": tuple(dict.fromkeys(e.time for e in told if e.time is not None and e.time_from not in _BY_OTHERS)),
    }
    return {field: ids for field, ids in found.items() if ids}
