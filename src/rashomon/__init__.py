"""Rashomon reads news of conflict and keeps a ledger: who says that what happened, who denies it, who could not verify it.

    import rashomon

    ledger = rashomon.read(text, published="2023-09-19", publisher="Example Wire")
    for claim in ledger.claims:
        print(claim.status, claim.stance)

`rashomon.records` has the types; `rashomon.running.engine.Engine` reads many reports with settings of your own.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.records import Ledger
    from rashomon.running.engine import Engine

__all__ = ["read"]


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Ledger:
    """The ledger of one report in plain text.

    `published` is an ISO 8601 date or date and time; without one, what depends on it stays unknown. The first call loads
    the language model (about a second) and, once on each machine, builds the gazetteer (some 20 seconds).

    Raises SettingsError for a date that is none, InputError for a text with nothing in it.
    """
    from rashomon.errors import InputError
    from rashomon.intake.dates import check_published
    from rashomon.intake.text import read_text
    from rashomon.records import digest

    if not text.strip():
        raise InputError("empty", "the text is empty; give the words of a report.")
    day = check_published(published) if published is not None else None
    report = read_text(text, id=id or f"re_{digest(text)}", published=day, publisher=publisher, title=title, url=url)
    return _engine().read(report)


@cache
def _engine() -> Engine:
    """The engine of `read`, made once: loading the models for each report would take longer than reading it."""
    from rashomon.running.engine import Engine

    return Engine()
