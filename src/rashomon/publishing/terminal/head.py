"""The head: what report this is the ledger of."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.publishing.show import head
from rashomon.publishing.terminal.style import QUIET, TITLE
from rashomon.records import Ledger


def head_lines(ledger: Ledger) -> Iterator[RenderableType]:
    """Title; publisher and date; dateline and credits; address; what made the ledger and how much is in it."""
    view = head(ledger)
    yield Text(view.title, style=TITLE)
    yield Text(" | ".join(part for part in (view.publisher, view.published, view.dateline) if part))
    if view.people:
        yield Text("; ".join(view.people), style=QUIET)
    if view.url:
        yield Text(view.url, style=QUIET, overflow="fold")
    sums = "; ".join(view.sums)
    yield Text(f"{view.made_by}: {sums}" if view.made_by else sums, style=QUIET)
