"""The accounts of one incident side by side, field by field, with what they collide on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.publishing.show.clashes import OCCURRENCE, Clash, clashes
from rashomon.publishing.show.events import event_view, kinds
from rashomon.publishing.show.labels import Part, labels
from rashomon.publishing.show.lookup import Lookup
from rashomon.publishing.show.sayings import Saying, sayings
from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import Value, number
from rashomon.records import Account, Incident, Stance

#: an account's value of a field, as the records have it
Raw = tuple[int | None, int | None] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Who gives an account, and what that is: `chain` outermost first, `via` those between the report and the speaker.

    `clashes`: another account says the contrary.
    """

    number: int
    chain: tuple[str, ...]
    via: tuple[str, ...]
    speaker: Value
    is_report: bool
    says: tuple[Saying, ...]
    clashes: bool


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
class Grid:
    """An incident as a table: a heading for each account, rows of cells in the same order, the conflicts in words.

    `kinds` are the PLOVER types of its events, each once.
    """

    title: str
    kinds: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    clashes: tuple[Clash, ...]

    def who(self, stance: Stance) -> tuple[Heading, ...]:
        """The accounts that say so, deny it, or leave it open: an account that does several is named for each."""
        return tuple(h for h in self.headings if any(saying.stance == stance for saying in h.says))

    def groups(self, room: int) -> tuple[range, ...]:
        """The indices of the accounts in groups of at most `room` and of about one size, in order."""
        accounts = len(self.headings)
        size = -(-accounts // -(-accounts // room)) if accounts else 1
        return tuple(range(start, min(start + size, accounts)) for start in range(0, accounts, size))

    def rows_of(self, columns: range) -> tuple[Row, ...]:
        """The rows in which at least one of these accounts says something."""
        return tuple(row for row in self.rows if any(row.cells[i].values or row.cells[i].clashes for i in columns))


def grid(lookup: Lookup, incident: Incident) -> Grid:
    """The table of `incident`. A field that no account speaks of and no conflict names has no row; whether it happened
    is no field, but what the headings say."""
    accounts = incident.accounts
    clashing = {
        (conflict.field, index) for conflict in incident.conflicts for side in conflict.accounts for index in side
    }
    named = {name for account in accounts for name, raw in account.values.items() if raw} | {f for f, _ in clashing}
    order = list(labels().fields)
    fields = sorted(named - {OCCURRENCE}, key=lambda name: (order.index(name) if name in order else len(order), name))
    rows = tuple(
        Row(
            name,
            labels().field(name),
            tuple(
                Cell(_values(lookup, incident, account, name), (name, index) in clashing)
                for index, account in enumerate(accounts)
            ),
        )
        for name in fields
    )
    cells = {row.field: row.cells for row in rows}

    def values(index: int, field: str) -> tuple[Value, ...]:
        return cells[field][index].values if index < len(accounts) else ()

    headings = tuple(
        _heading(lookup, account, n, (OCCURRENCE, n - 1) in clashing) for n, account in enumerate(accounts, 1)
    )
    events = (event_view(lookup, lookup.events[event]) for event in incident.events if event in lookup.events)
    title = one_line(incident.title) or "Untitled incident"
    return Grid(title, kinds(events), headings, rows, clashes(incident, values))


def ranked(incidents: Iterable[Incident]) -> list[Incident]:
    """Incidents in the order in which a desk wants them: contested ones, then those with several accounts, then the
    rest, each in the order of the report."""
    return sorted(incidents, key=lambda incident: (not incident.conflicts, len(incident.accounts) < 2))


def _heading(lookup: Lookup, account: Account, number_: int, clashes_: bool) -> Heading:
    near = _near(lookup, _events(lookup, account))
    chain = lookup.chain(account.speakers)
    speaker = lookup.actor(account.speakers[-1], near) if account.speakers else Value(chain[-1], "actor")
    first = lookup.actors.get(account.speakers[0]) if account.speakers else None
    through_report = first is not None and first.kind == "narrator"
    return Heading(
        number=number_,
        chain=chain,
        via=chain[1:-1] if through_report else chain[:-1],
        speaker=speaker,
        is_report=through_report and len(chain) == 1,
        says=sayings(lookup, account),
        clashes=clashes_,
    )


def _events(lookup: Lookup, account: Account) -> tuple[str, ...]:
    """The events that the account's claims are about, each once."""
    return tuple(dict.fromkeys(lookup.claims[c].event for c in account.claims if c in lookup.claims))


def _near(lookup: Lookup, events: tuple[str, ...]) -> int | None:
    """Where the account is given: the first word of the first claim's event."""
    anchors = lookup.anchors(events)
    return anchors[0].start if anchors else None


def _values(lookup: Lookup, incident: Incident, account: Account, field: str) -> tuple[Value, ...]:
    raw = account.values.get(field, ())
    if not raw:
        return ()
    events = _events(lookup, account)
    if not any(isinstance(member, str) for member in raw):
        return (_loss(lookup, account, events or incident.events, field, raw),)
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
    """A number of people with its words: the account's own count, else any count of the events, else the first event."""
    low, high = (member if isinstance(member, int) else None for member in (*raw, None)[:2])
    counts = [count for event in events for count in lookup.counts_of.get((event, kind), ())]
    same = [c for c in counts if (c.low, c.high) == (low, high)]
    own = [c for c in same if c.speakers == account.speakers] or same
    exact = own[0].exact if own else True
    part: Part = "count" if own else "event"
    spans = tuple(count.span for count in own) or lookup.anchors(events)[:1]
    return Value(number(low, high, exact), part, spans)
