"""The accounts of one incident side by side, field by field, with what they collide on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.publishing.show.events import event_view
from rashomon.publishing.show.labels import Part, labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, number
from rashomon.records import Account, ClaimStatus, Incident

#: an account's value of a field, as the records have it
Raw = tuple[int | None, int | None] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Who gives an account: `chain` outermost first, `says` the stance as a verb, the statuses of its claims, and the
    words that name what happened."""

    number: int
    chain: tuple[str, ...]
    speaker: Value
    says: str
    statuses: tuple[ClaimStatus, ...]
    events: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one field; no values where it says nothing. `clashes`: a conflict names it."""

    values: tuple[Value, ...]
    clashes: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all accounts."""

    field: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def clashes(self) -> bool:
        """Whether accounts conflict on this field."""
        return any(cell.clashes for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict in words. `sides` are the numbers of the accounts on each side."""

    label: str
    sides: tuple[tuple[int, ...], tuple[int, ...]]
    why: str


@dataclass(frozen=True, slots=True)
class Grid:
    """An incident as a table: a heading for each account, rows of cells in the same order, the conflicts in words.

    `kinds` are the PLOVER types of its events, with mode and modality ("MOBILIZE troops (future)"), each once.
    """

    title: str
    kinds: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    clashes: tuple[Clash, ...]


def grid(lookup: Lookup, incident: Incident) -> Grid:
    """The table of `incident`. A field that no account speaks of and no conflict names has no row."""
    accounts = incident.accounts
    clashing = {
        (conflict.field, index) for conflict in incident.conflicts for side in conflict.accounts for index in side
    }
    named = {name for account in accounts for name, raw in account.values.items() if raw} | {f for f, _ in clashing}
    order = list(labels().fields)
    fields = sorted(named, key=lambda name: (order.index(name) if name in order else len(order), name))
    rows = tuple(
        Row(
            name,
            labels().field(name),
            tuple(
                Cell(_values(lookup, account, name), (name, index) in clashing)
                for index, account in enumerate(accounts)
            ),
        )
        for name in fields
    )
    clashes = tuple(
        Clash(labels().field(c.field), (_numbers(c.accounts[0]), _numbers(c.accounts[1])), one_line(c.why))
        for c in incident.conflicts
    )
    headings = tuple(_heading(lookup, account, n) for n, account in enumerate(accounts, 1))
    events = (event_view(lookup, lookup.events[event]) for event in incident.events if event in lookup.events)
    kinds = tuple(dict.fromkeys(event.kind for event in events))
    return Grid(one_line(incident.title) or "Untitled incident", kinds, headings, rows, clashes)


def ranked(incidents: Iterable[Incident]) -> list[Incident]:
    """Incidents in the order in which a desk wants them: contested ones, then those with several accounts, then the
    rest, each in the order of the report."""
    return sorted(incidents, key=lambda incident: (not incident.conflicts, len(incident.accounts) < 2))


def _numbers(side: Iterable[int]) -> tuple[int, ...]:
    return tuple(index + 1 for index in side)


def _heading(lookup: Lookup, account: Account, number_: int) -> Heading:
    events = _events(lookup, account)
    near = _near(lookup, events)
    innermost = account.speakers[-1] if account.speakers else ""
    chain = lookup.chain(account.speakers)
    speaker = lookup.actor(innermost, near) if account.speakers else Value(chain[-1], "actor")
    statuses = dict.fromkeys(lookup.claims[claim].status for claim in account.claims if claim in lookup.claims)
    words = (Value(one_line(span.text), "event", (span,)) for span in lookup.anchors(events))
    return Heading(
        number_,
        chain,
        speaker,
        labels().stances.get(account.stance, account.stance),
        tuple(statuses),
        tuple({value.text.casefold(): value for value in reversed(list(words))}.values())[::-1],
    )


def _events(lookup: Lookup, account: Account) -> tuple[str, ...]:
    """The events that the account's claims are about, each once."""
    return tuple(dict.fromkeys(lookup.claims[c].event for c in account.claims if c in lookup.claims))


def _near(lookup: Lookup, events: tuple[str, ...]) -> int | None:
    """Where the account is given: the first word of the first claim's event."""
    anchors = lookup.anchors(events)
    return anchors[0].start if anchors else None


def _values(lookup: Lookup, account: Account, field: str) -> tuple[Value, ...]:
    raw = account.values.get(field, ())
    if not raw:
        return ()
    events = _events(lookup, account)
    if not any(isinstance(member, str) for member in raw):
        return (_loss(lookup, account, events, field, raw),)
    near = _near(lookup, events)
    return tuple(_named(lookup, str(member), near) for member in raw)


def _named(lookup: Lookup, member: str, near: int | None) -> Value:
    """A member of a list of ids, whatever it is the id of; what is no id is shown as it stands."""
    if member in lookup.places:
        return lookup.place(member, near)
    if member in lookup.times:
        return lookup.time(member)
    if member in lookup.actors:
        return lookup.actor(member, near)
    return Value(one_line(member), "event")


def _loss(lookup: Lookup, account: Account, events: tuple[str, ...], kind: str, raw: Raw) -> Value:
    """A number of people with its words: the account's own count, else any count of the event, else the event."""
    low, high = (member if isinstance(member, int) else None for member in (*raw, None)[:2])
    counts = [count for event in events for count in lookup.counts_of.get((event, kind), ())]
    same = [c for c in counts if (c.low, c.high) == (low, high)]
    own = [c for c in same if c.speakers == account.speakers] or same
    exact = own[0].exact if own else True
    part: Part = "count" if own else "event"
    spans = tuple(count.span for count in own) or lookup.anchors(events)[:1]
    return Value(number(low, high, exact), part, spans)
