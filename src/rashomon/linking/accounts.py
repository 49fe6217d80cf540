"""Accounts of one incident, one for each speaker chain, and what they conflict on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.linking.numbers import Range, exclude, total
from rashomon.records import Account, Claim, Conflict, Count, Event, Stance

Value = Range | tuple[str, ...]
_LOSSES = ("killed", "injured", "missing", "captured", "detained", "displaced", "affected")


def accounts_of(
    text: str, events: Mapping[str, Event], claims: Iterable[Claim], counts: Iterable[Count]
) -> tuple[Account, ...]:
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
        values: dict[str, Value] = {}
        values.update(_losses(text, counted[speakers]))
        values.update(_said(events, own))
        out.append(Account(speakers, _stance(own), tuple(c.id for c in own), values))
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
    return {kind: total(text, by_kind[kind]) for kind in _LOSSES if by_kind[kind]}


def _said(events: Mapping[str, Event], claims: Sequence[Claim]) -> dict[str, Value]:
    """Who, to whom, where and when, by what the speaker affirms. A denial gives no values of its own."""
    told = [events[c.event] for c in claims if c.stance == "affirm"]
    found: dict[str, tuple[str, ...]] = {
        "actor": tuple(dict.fromkeys(a for e in told for a in e.roles.actor)),
        "recipient": tuple(dict.fromkeys(a for e in told for a in e.roles.recipient)),
        "place": tuple(dict.fromkeys(e.place for e in told if e.place is not None)),
        "time": tuple(dict.fromkeys(e.time for e in told if e.time is not None)),
    }
    return {field: ids for field, ids in found.items() if ids}


def conflicts_among(accounts: Sequence[Account], claims: Mapping[str, Claim], names: Mapping[str, str]) -> tuple[Conflict, ...]:
    """The fields on which accounts cannot both be right: an event that one affirms and another denies, and numbers that
    exclude each other. `claims` by id, `names` of actors by id.

    Different doers are a conflict only where one event has both, which a report that was read once never says of one
    event id; so they are left to linking across reports.
    """
    found = [*_occurrence(accounts, claims, names)]
    for kind in _LOSSES:
        found += _numbers(kind, accounts, names)
    return tuple(found)


def _occurrence(accounts: Sequence[Account], claims: Mapping[str, Claim], names: Mapping[str, str]) -> Iterable[Conflict]:
    affirmed: dict[str, list[int]] = defaultdict(list)
    denied: dict[str, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        for claim in (claims[c] for c in account.claims):
            if claim.stance == "affirm":
                affirmed[claim.event].append(i)
            elif claim.stance == "deny":
                denied[claim.event].append(i)
    yes = sorted({i for event in affirmed for i in affirmed[event] if event in denied})
    no = sorted({i for event in denied for i in denied[event] if event in affirmed})
    yes = [i for i in yes if i not in no] or yes
    if yes and no and yes != no:
        yield Conflict("occurrence", (tuple(yes), tuple(no)), f"{_list(no, accounts, names)} denies what {_list(yes, accounts, names)} says")


def _numbers(kind: str, accounts: Sequence[Account], names: Mapping[str, str]) -> Iterable[Conflict]:
    told = [(i, _as_range(a.values[kind])) for i, a in enumerate(accounts) if kind in a.values]
    for n, (i, first) in enumerate(told):
        for j, second in told[n + 1 :]:
            if exclude(first, second):
                why = f"{_list([i], accounts, names)} counts {_words(first)} {kind}, {_list([j], accounts, names)} {_words(second)}"
                yield Conflict(kind, ((i,), (j,)), why)


def _as_range(value: Value) -> Range:
    low, high = value
    return (low if isinstance(low, int) else None, high if isinstance(high, int) else None)


def _words(value: Range) -> str:
    low, high = value
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{low or 0} to {high}"


def _list(numbers: Sequence[int], accounts: Sequence[Account], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(accounts[i].speakers[-1], "somebody") for i in numbers)
