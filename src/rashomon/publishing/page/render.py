"""Renders the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from rashomon.publishing.page.policy import policy
from rashomon.publishing.page.sheet import Sheet
from rashomon.publishing.show import labels
from rashomon.records import Ledger
from rashomon.vocab.data import read_text

_PACKAGE = "rashomon.publishing.page"


def render(ledgers: Sequence[Ledger]) -> str:
    """One HTML page of `ledgers`: each report's text with its marked words, and its ledger beside it.

    The page is whole in itself: its policy forbids every request. All text of the reports is escaped. The same ledgers
    give the same bytes, which UTF-8 can always hold.
    """
    style, script = read_text(_PACKAGE, "page.css"), read_text(_PACKAGE, "page.js")
    sheets = [Sheet(ledger, number) for number, ledger in enumerate(ledgers)]
    used = {key for sheet in sheets for key in sheet.layers}
    return _template().render(
        policy=policy(style, script),
        # our own files, not a report's text: they must stand in the page as they were hashed
        style=Markup(style),
        script=Markup(script),
        sheets=sheets,
        layers=[layer for layer in labels().layers if layer.key in used],
        shown=[layer.key for layer in labels().layers if layer.shown],
    )


@cache
def _template() -> Template:
    loader = DictLoader({name: read_text(_PACKAGE, name) for name in ("page.html", "ledger.html")})
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")
