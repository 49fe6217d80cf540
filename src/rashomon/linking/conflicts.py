"""What the accounts of one incident collide on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.linking.accounts import LOSSES, Told, Value
from rashomon.linking.numbers import Range, exclude
from rashomon.records import Account, Claim, Conflict


def conflicts_among(
    told: Sequence[Told], claims: Mapping[str, Claim], names: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """The fields on which accounts cannot both be right: an event that one affirms and another denies, and numbers of the
    same class of victims that exclude each other. `claims` by id, `names` of actors by id.

    Different doers are a conflict only where one event has both, which a report that was read once never says of one
    event id; so they are left to linking across reports.
    """
    accounts = [t.account for t in told]
    found = [*_occurrence(accounts, claims, names)]
    for kind in LOSSES:
        found += _numbers(kind, told, names)
    return tuple(found)


def _occurrence(
    accounts: Sequence[Account], claims: Mapping[str, Claim], names: Mapping[str, str]
) -> Iterable[Conflict]:
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
        why = f"{_list(no, accounts, names)} denies what {_list(yes, accounts, names)} says"
        yield Conflict("occurrence", (tuple(yes), tuple(no)), why)


def _numbers(kind: str, told: Sequence[Told], names: Mapping[str, str]) -> Iterable[Conflict]:
    accounts = [t.account for t in told]
    given = [(i, _as_range(t.account.values[kind]), t.victims[kind]) for i, t in enumerate(told) if kind in t.victims]
    for n, (i, first, those) in enumerate(given):
        for j, second, others in given[n + 1 :]:
            if those == others and exclude(first, second):
                one, two = _list([i], accounts, names), _list([j], accounts, names)
                why = f"{one} counts {_words(first)} {kind}, {two} {_words(second)}"
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
