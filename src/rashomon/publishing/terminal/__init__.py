"""A ledger as lines for a terminal, or for a pipe."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType

from rashomon.publishing.show import Lookup
from rashomon.publishing.terminal.gaps import gap_lines
from rashomon.publishing.terminal.head import head_lines
from rashomon.publishing.terminal.incidents import incident_lines
from rashomon.publishing.terminal.statements import statement_lines
from rashomon.publishing.terminal.tables import count_table, place_table, time_table
from rashomon.records import Ledger

#: columns of what is piped where COLUMNS does not say otherwise: the same bytes whatever window they were made in
PIPED_WIDTH = 100

__all__ = ["PIPED_WIDTH", "make_console", "render"]


def make_console(stream: TextIO | None = None) -> Console:
    """The console that `render` is made for, on `stream` (standard output). It takes no text for markup; piped, it has
    no colour and a fixed width."""
    console = Console(file=stream, markup=False, highlight=False, emoji=False, legacy_windows=False)
    if not console.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
        console.width = PIPED_WIDTH
    return console


def render(ledger: Ledger, console: Console) -> None:
    """Prints `ledger`: head, incidents with their accounts side by side, statements, counts, places, times, and what
    could not be resolved. A part that is empty is left out.

    Text of the report is never taken for markup, and its control characters do not reach the terminal. Width is the
    console's; what is piped has no trailing spaces.
    """
    lookup = Lookup.of(ledger)
    parts = (
        head_lines(ledger),
        incident_lines(lookup, console),
        statement_lines(lookup),
        count_table(lookup, console),
        place_table(lookup, console),
        time_table(lookup, console),
        gap_lines(lookup),
    )
    if console.is_terminal:
        _print(parts, console)
        return
    with console.capture() as piped:
        _print(parts, console)
    console.file.writelines(f"{line.rstrip()}\n" for line in piped.get().splitlines())


def _print(parts: Iterable[Iterable[RenderableType]], console: Console) -> None:
    for part in parts:
        for line in part:
            console.print(line, markup=False, highlight=False, emoji=False)
