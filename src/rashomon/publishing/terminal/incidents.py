"""Incidents, their accounts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.publishing.show import (
    Clash,
    Grid,
    Heading,
    Lookup,
    Row,
    Saying,
    Stand,
    days,
    event_view,
    grid,
    labels,
    ranked,
)
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
            yield from (indented(line) for line in _gist(view))
            yield from (indented(_clash(view, clash)) for clash in view.clashes)
            yield Text()
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


def _gist(view: Grid) -> Iterator[Text]:
    """Who says so, who denies it, who leaves it open: a line for each that there is."""
    for stance, lead in labels().gist.items():
        who = _named(view, [heading_.number for heading_ in view.who(stance)])
        if who:
            yield Text.assemble((f"{lead}: ", QUIET), who)


def _named(view: Grid, numbers: Iterable[int]) -> str:
    """Accounts by number and name; a number that no account has is passed over."""
    return ", ".join(f"[{n}] {view.headings[n - 1].chain[-1]}" for n in numbers if n <= len(view.headings))


def _tables(view: Grid, console: Console) -> Iterator[RenderableType]:
    """The accounts in groups of as many as stand readably beside each other, a table for each group."""
    width = console.width - INDENT
    groups = view.groups(max(1, (width - LABEL_WIDTH - 1) // (ACCOUNT_WIDTH + 1)))
    for columns in groups:
        if len(groups) > 1:
            first, last = columns[0] + 1, columns[-1] + 1
            which = f"accounts {first} to {last}" if last > first else f"account {last}"
            yield indented(Text(f"{which} of {len(view.headings)}", style=QUIET))
        yield Padding(_table(view, columns, table(console), width), (0, 0, 0, INDENT))


def _table(view: Grid, columns: range, out: Table, width: int) -> Table:
    """Fills `out`, `width` columns of the screen, with the accounts whose indices are `columns`."""
    label_width = min(max([LABEL_WIDTH, *(len(row.label) + 2 for row in view.rows)]), width // 3)
    out.add_column(width=label_width, overflow="fold")
    share = min((width - label_width - 1) // len(columns) - 1, WIDEST_ACCOUNT)
    for index in columns:
        out.add_column(_head(view.headings[index]), width=share, overflow="fold")
    says = (_says(view.headings[index], "\n") for index in columns)
    out.add_row(_label("says", any(h.clashes for h in view.headings)), *says)
    for row in view.rows_of(columns):
        out.add_row(_label(row.label, row.clashes), *(_cell(row, index) for index in columns))
    return out


def _label(words: str, clashes: bool) -> Text:
    return Text(f"{CLASH_MARK} {words}", style=CLASH) if clashes else Text(words)


def _head(heading_: Heading) -> Text:
    lines = [Text.assemble((f"[{heading_.number}] ", QUIET), (heading_.chain[-1], NAME))]
    if heading_.via:
        lines.append(Text(f"via {ARROW.join(heading_.via)}", style=QUIET))
    return Text("\n").join(lines)


def _says(heading_: Heading, separator: str) -> Text:
    """All that a heading says, a conflict's mark before what another contradicts."""
    return Text(separator).join([_saying(saying, heading_.clashes) for saying in heading_.says])


def _saying(saying: Saying, clashes: bool) -> Text:
    """ "says so; another denies it [disputed]: “fired”" """
    contrary = clashes and saying.is_contested
    line = Text()
    line.append(f"{CLASH_MARK} {saying.words}" if contrary else saying.words, style=CLASH if contrary else "")
    if saying.status:
        line.append(f" [{saying.status}]", style=STATUS)
    words = ", ".join(f"“{event.text}”" for event in saying.events)
    return line.append(f": {words}") if words else line


def _cell(row: Row, index: int) -> Text:
    cell = row.cells[index]
    words = ", ".join(value.text for value in cell.values) or "-"
    return Text(f"{CLASH_MARK} {words}", style=CLASH) if cell.clashes else Text(words)


def _paragraph(view: Grid) -> Iterator[Text]:
    """An incident of one account: who says so, then what, in a line that wraps."""
    for heading_ in view.headings:
        yield Text.assemble(chain(heading_.chain), ": ", _says(heading_, "; "))
        facts = [
            Text.assemble((f"{row.label} ", QUIET), ", ".join(value.text for value in row.cells[0].values))
            for row in view.rows
            if row.cells[0].values
        ]
        if facts:
            yield joined(facts, "; ")


def _clash(view: Grid, clash: Clash) -> Text:
    """ "! conflict on killed: [1] the ministry: 9 or more / [2] Pavle Dren: 4" """
    sides = (", ".join(_stand(view, stand) for stand in side) for side in clash.sides)
    why = f". {clash.why}" if clash.why else ""
    return Text.assemble((f"{CLASH_MARK} conflict on {clash.label}: ", CLASH), " / ".join(sides), why)


def _stand(view: Grid, stand: Stand) -> str:
    words = ", ".join(value.text for value in stand.values)
    return f"{_named(view, stand.numbers)}: {words}" if words else _named(view, stand.numbers)


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
            yield indented(Text.assemble(chain(claim.chain), f": {claim.says} [{claim.status}]"))
