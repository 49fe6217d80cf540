"""Rashomon reads news of conflict and keeps a ledger: who says that what happened, who denies it, who could not verify it.

    import rashomon

    ledger = rashomon.read(text, published="2023-09-19", publisher="Example Wire")
    for claim in ledger.claims:
        print(claim.status, claim.stance)

`rashomon.records` has the types; `rashomon.running.engine.Engine` reads many reports with settings of your own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.reading.model import LanguageModel
    from rashomon.records import Ledger
    from rashomon.running.engine import Engine
    from rashomon.running.settings import Settings

__all__ = ["read"]


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    actors: Sequence[str] = (),
    names: Sequence[str] = (),
) -> Ledger:
    """The ledger of one report in plain text.

    `published` is an ISO 8601 date or date and time; without one, what depends on it stays unknown. The first call loads
    the language model (about a second) and, once on each machine, builds the gazetteer (some 20 seconds).

    `actors` and `names` are paths of files of your own (docs/own-names.md), read anew where they have changed.

    Raises SettingsError for a date that is none, InputError for a text with nothing in it, DataError for a
    broken file of yours.
    """
    from rashomon.errors import InputError
    from rashomon.intake.dates import check_published
    from rashomon.intake.text import read_text
    from rashomon.records import digest

    if not text.strip():
        raise InputError("empty", "the text is empty; give the words of a report.")
    day = check_published(published) if published is not None else None
    report = read_text(text, id=id or f"re_{digest(text)}", published=day, publisher=publisher, title=title, url=url)
    return _engine(_paths(actors), _paths(names)).read(report)


def _paths(given: Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(map(str, given))


def _engine(actors: tuple[str, ...], names: tuple[str, ...]) -> Engine:
    """The engine of `read` for what the user's files hold now."""
    from rashomon.running.own import load_own
    from rashomon.running.settings import Settings

    settings = Settings(actors=actors, names=names)
    if not (actors or names):
        return _made(settings, "")
    own = load_own(settings)
    return _made(settings, settings.sha256(own.contents))


@lru_cache(maxsize=4)
def _made(settings: Settings, sha256: str) -> Engine:
    """An engine, made once: loading the models for each report would take longer than reading it. `sha256` tells apart
    what the files of one name held."""
    from rashomon.running.engine import Engine

    return Engine(settings, model=_model())


@cache
def _model() -> LanguageModel:
    from rashomon.reading.model import load_model

    return load_model()
