"""How the lines of a terminal look. Every style has words beside it: colour is never all that tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

TITLE = "bold"
QUIET = "dim"
NAME = "bold"
CLASH = "bold red"
STATUS = "italic"
#: stands before what accounts conflict on
CLASH_MARK = "!"
ARROW = " -> "
INDENT = 4

#: a rule of hyphens under the heads and nothing else: what is piped stays plain ASCII but for the report's own words
_PIPED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def heading(text: str) -> list[RenderableType]:
    """The title of a part, with a free line before it."""
    return [Text(), Text(text.upper(), style=TITLE)]


def joined(parts: Iterable[Text | str], separator: str = ", ") -> Text:
    """Texts with `separator` between them; empty ones are left out."""
    texts = (part if isinstance(part, Text) else Text(part) for part in parts)
    return Text(separator).join([text for text in texts if text.plain])


def indented(text: Text | Table) -> Padding:
    """`text` wrapped, all of it as far in as what stands beside a number."""
    return Padding(text, (0, 0, 0, INDENT))


def numbered(number: int, text: Text) -> Table:
    """`text` wrapped beside its number."""
    out = Table.grid()
    out.add_column(width=max(INDENT, len(str(number)) + 2), style=QUIET)
    out.add_column(overflow="fold")
    out.add_row(f"{number}.", text)
    return out


def chain(names: Sequence[str]) -> Text:
    """A speaker chain, outermost first, the innermost name in bold."""
    return Text(ARROW).join([*(Text(name, style=QUIET) for name in names[:-1]), Text(names[-1], style=NAME)])


def table(console: Console) -> Table:
    """An empty table as wide as the console, ruled for a terminal or for a pipe."""
    box = SIMPLE_HEAD if console.is_terminal else _PIPED
    return Table(box=box, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="", expand=False)
