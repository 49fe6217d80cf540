"""How the lines of a terminal look. Every style has words beside it: colour is never all that tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
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


@dataclass(frozen=True, slots=True)
class Hanging:
    """`text` wrapped, all of it `INDENT` columns in or more, with `mark` before its first line."""

    text: Text
    mark: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = max(INDENT, len(self.mark) + 1)
        lead = Text(self.mark.ljust(indent), style=QUIET)
        for line in self.text.wrap(console, max(1, options.max_width - indent)):
            yield lead + line
            lead = Text(" " * indent)


def indented(text: Text) -> Hanging:
    """`text` as far in as what stands beside a number."""
    return Hanging(text)


def numbered(number: int, text: Text) -> Hanging:
    """`text` beside its number."""
    return Hanging(text, f"{number}.")


def chain(names: Sequence[str]) -> Text:
    """A speaker chain, outermost first, the innermost name in bold."""
    return Text(ARROW).join([*(Text(name, style=QUIET) for name in names[:-1]), Text(names[-1], style=NAME)])


def table(console: Console) -> Table:
    """An empty table as wide as the console, ruled for a terminal or for a pipe."""
    box = SIMPLE_HEAD if console.is_terminal else _PIPED
    return Table(box=box, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="", expand=False)
