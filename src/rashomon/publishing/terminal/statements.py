"""Statements: who says what, how, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.publishing.show import Lookup, StatementView, shorten, statement_view
from rashomon.publishing.terminal.style import NAME, QUIET, STATUS, chain, heading, indented, joined, numbered

#: characters of a statement's content; the whole of it is in the report
CONTENT_LIMIT = 240


def statement_lines(lookup: Lookup) -> Iterator[RenderableType]:
    """The statements in the order of the report, numbered as "answers" counts them."""
    if lookup.ledger.statements:
        yield from heading("Statements")
    for statement in lookup.ledger.statements:
        view = statement_view(lookup, statement)
        yield Text()
        yield numbered(view.number, _first(view))
        yield indented(_second(view))
        if view.verification:
            words = f": “{shorten(view.check.text, CONTENT_LIMIT)}”" if view.check else ""
            yield indented(Text.assemble((f"{view.verification} by {view.by}", STATUS), words))


def _first(view: StatementView) -> Text:
    """ "the ombudsman | said | two civilians had been killed" """
    source = ", ".join(value.text for value in view.sources)
    content = " […] ".join(shorten(value.text, CONTENT_LIMIT) for value in view.content)
    parts = [Text(source, style=NAME), Text(view.cue.text if view.cue else "", style=STATUS), Text(content)]
    return joined(parts, " | ")


def _second(view: StatementView) -> Text:
    answers = f"answers {', '.join(map(str, view.answers))}" if view.answers else ""
    channel = view.channel.text if view.channel else ""
    facts = [Text(fact, style=QUIET) for fact in (view.kind, view.says, answers, channel)]
    return joined([*facts, chain(view.chain)], "; ")
