"""Incidents, their accounts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.publishing.show import Clash, Grid, Heading, Lookup, Row, days, event_view, grid, ranked
from rashomon.publishing.terminal.style import (
    ARROW,
    CLASH,
    CLASH_MARK,
    INDENT,
    NAME,
    QUIET,
    STATUS,
    TITLE,
    chain,
    heading,
    indented,
    joined,
    numbered,
    table,
)
from rashomon.records import Incident

#: columns that the words of an account need to be read as words
ACCOUNT_WIDTH = 20
WIDEST_ACCOUNT = 48
LABEL_WIDTH = 11


def incident_lines(lookup: Lookup, console: Console) -> Iterator[RenderableType]:
    """The incidents, contested ones first; one with a single account takes a paragraph, the others a table each."""
    incidents = ranked(lookup.ledger.incidents)
    if incidents:
        yield from heading("Incidents")
    for number, incident in enumerate(incidents, 1):
        view = grid(lookup, incident)
        yield Text()
        yield numbered(number, _title(lookup, incident, view))
        if len(view.headings) > 1:
            yield from _tables(view, console)
        else:
            yield from (indented(line) for line in _paragraph(view))
        yield from (indented(_clash(view, clash)) for clash in view.clashes)
    yield from _loose_events(lookup)


def _title(lookup: Lookup, incident: Incident, view: Grid) -> Text:
    where = lookup.place(incident.place).text if incident.place else ""
    when = days(incident.start, incident.end)
    accounts = len(view.headings)
    facts = [where, when, *view.kinds, f"{accounts} accounts" if accounts > 1 else ""]
    line = Text(view.title, style=TITLE)
    # a title that names the place already need not have it named again
    for fact in facts:
        if fact and fact.casefold() not in view.title.casefold():
            line.append(f" | {fact}", style="not bold")
    if view.clashes:
        line.append(f" | {CLASH_MARK} contested", style=CLASH)
    return line


def _tables(view: Grid, console: Console) -> Iterator[RenderableType]:
    """The accounts in groups of as many as stand readably beside each other, a table for each group."""
    width = console.width - INDENT
    room = max(1, (width - LABEL_WIDTH - 1) // (ACCOUNT_WIDTH + 1))
    accounts = len(view.headings)
    groups = -(-accounts // room)
    size = -(-accounts // groups)
    for start in range(0, accounts, size):
        stop = min(start + size, accounts)
        if groups > 1:
            which = f"accounts {start + 1} to {stop}" if size > 1 else f"account {stop}"
            yield indented(Text(f"{which} of {accounts}", style=QUIET))
        yield Padding(_table(view, range(start, stop), table(console), width), (0, 0, 0, INDENT))


def _table(view: Grid, columns: Sequence[int], out: Table, width: int) -> Table:
    """Fills `out`, `width` columns of the screen, with the accounts whose indices are `columns`."""
    label_width = min(max([LABEL_WIDTH, *(len(row.label) + 2 for row in view.rows)]), width // 3)
    out.add_column(width=label_width, overflow="fold")
    share = min((width - label_width - 1) // len(columns) - 1, WIDEST_ACCOUNT)
    for index in columns:
        out.add_column(_head(view.headings[index]), width=share, overflow="fold")
    out.add_row("says", *(_says(view.headings[index]) for index in columns))
    for row in view.rows:
        if not any(row.cells[index].values or row.cells[index].clashes for index in columns):
            continue
        label = Text(f"{CLASH_MARK} {row.label}", style=CLASH) if row.clashes else Text(row.label)
        out.add_row(label, *(_cell(row, index) for index in columns))
    return out


def _head(heading_: Heading) -> Text:
    lines = [Text.assemble((f"[{heading_.number}] ", QUIET), (heading_.chain[-1], NAME))]
    if len(heading_.chain) > 1:
        lines.append(Text(f"via {ARROW.join(heading_.chain[:-1])}", style=QUIET))
    return Text("\n").join(lines)


def _says(heading_: Heading) -> Text:
    line = Text(heading_.says)
    if heading_.statuses:
        line.append(f" ({', '.join(heading_.statuses)})", style=STATUS)
    words = ", ".join(f"“{event.text}”" for event in heading_.events)
    return Text("\n").join([line, Text(words)]) if words else line


def _cell(row: Row, index: int) -> Text:
    cell = row.cells[index]
    words = ", ".join(value.text for value in cell.values) or "-"
    return Text(f"{CLASH_MARK} {words}", style=CLASH) if cell.clashes else Text(words)


def _paragraph(view: Grid) -> Iterator[Text]:
    """An incident of one account: who says so, then what, in a line that wraps."""
    for heading_ in view.headings:
        yield Text.assemble(chain(heading_.chain), ": ", _says_on_one_line(heading_))
        facts = [
            Text.assemble((f"{row.label} ", QUIET), ", ".join(value.text for value in row.cells[0].values))
            for row in view.rows
            if row.cells[0].values
        ]
        if facts:
            yield joined(facts, "; ")


def _says_on_one_line(heading_: Heading) -> Text:
    return Text(" ").join(_says(heading_).split("\n"))


def _clash(view: Grid, clash: Clash) -> Text:
    """ "! conflict on killed: [1] Baku against [2] Yerevan. Both counts …" """
    sides = [
        ", ".join(f"[{n}] {view.headings[n - 1].chain[-1]}" for n in side if n <= len(view.headings))
        for side in clash.sides
    ]
    why = f". {clash.why}" if clash.why else ""
    return Text.assemble((f"{CLASH_MARK} conflict on {clash.label}: ", CLASH), " against ".join(sides), why)


def _loose_events(lookup: Lookup) -> Iterator[RenderableType]:
    """Events that belong to no incident: none is left out."""
    placed = {event for incident in lookup.ledger.incidents for event in incident.events}
    loose = [event_view(lookup, event) for event in lookup.ledger.events if event.id not in placed]
    if loose:
        yield from heading("Further events")
    for view in loose:
        words = ", ".join(f"“{anchor.text}”" for anchor in view.anchors)
        yield Text.assemble(words, ": ", view.kind)
        for claim in view.claims:
            yield indented(Text.assemble(chain(claim.chain), f": {claim.says} ({claim.status})"))
