"""Counts, places and times as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.text import Text

from rashomon.publishing.show import CountView, Lookup, PlaceView, TimeView, count_view, place_view, shorten, time_view
from rashomon.publishing.terminal.style import QUIET, TITLE, chain, heading, joined, table

_WORDS_LIMIT = 100


def count_table(lookup: Lookup, console: Console) -> Iterator[RenderableType]:
    """People killed, injured and so on, as each side counts them."""
    rows = [_count(count_view(lookup, count)) for count in lookup.ledger.counts]
    yield from _table("Counts", ("what", "number", "whom", "says who"), rows, console)


def place_table(lookup: Lookup, console: Console) -> Iterator[RenderableType]:
    """Places under the names that each side uses."""
    rows = [_place(place_view(lookup, place)) for place in lookup.ledger.places]
    yield from _table("Places", ("name", "used by", "where"), rows, console)


def time_table(lookup: Lookup, console: Console) -> Iterator[RenderableType]:
    """Times with the days that they cover."""
    rows = [_time(time_view(time)) for time in lookup.ledger.times]
    yield from _table("Times", ("words", "value", "days"), rows, console)


def _table(
    title: str, columns: tuple[str, ...], rows: list[tuple[Text, ...]], console: Console
) -> Iterator[RenderableType]:
    if not rows:
        return
    yield from heading(title)
    out = table(console)
    for column in columns:
        out.add_column(Text(column, style=QUIET), overflow="fold")
    for row in rows:
        out.add_row(*row)
    yield out


def _count(view: CountView) -> tuple[Text, ...]:
    more = [
        view.victims,
        f"on the side of {view.side}" if view.side else "",
        f"part of {view.part_of}" if view.part_of else "",
        f"as of {view.as_of}" if view.as_of else "",
        f"“{shorten(view.words.text, _WORDS_LIMIT)}”",
    ]
    return Text(view.kind), Text(view.number.text, style=TITLE), joined(more), chain(view.chain)


def _place(view: PlaceView) -> tuple[Text, ...]:
    names = [name.text for name, _ in view.names] or [view.name.text]
    users = [user or "-" for _, user in view.names] or ["-"]
    where = ", ".join(view.resolved) or f"not resolved: {view.reason or 'no reason given'}"
    if view.name.text not in names:
        names, users = [view.name.text, *names], ["-", *users]
    return Text("\n".join(names), style=TITLE), Text("\n".join(users)), Text("\n".join((where, *view.dispute)))


def _time(view: TimeView) -> tuple[Text, ...]:
    unresolved = view.reason or ("" if view.value else "no reason given")
    days = view.days or (f"not resolved: {unresolved}" if unresolved else "-")
    return Text(view.words.text, style=TITLE), Text(view.value or "-"), Text(days)
