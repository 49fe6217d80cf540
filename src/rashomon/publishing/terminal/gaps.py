"""What could not be resolved, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.publishing.show import Lookup, gaps, shorten
from rashomon.publishing.terminal.style import QUIET, heading

_WORDS_LIMIT = 120


def gap_lines(lookup: Lookup) -> Iterator[RenderableType]:
    """A line for each issue, and for each place and time that stayed open."""
    found = gaps(lookup)
    if found:
        yield from heading("Not resolved")
    for gap in found:
        words = f"“{shorten(gap.words.text, _WORDS_LIMIT)}”: " if gap.words else ""
        yield Text.assemble((f"{gap.kind}: ", QUIET), words, gap.reason)
