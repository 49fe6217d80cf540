"""Plain text to a report."""

from __future__ import annotations

from rashomon.intake.composing import Head, compose
from rashomon.intake.dates import check_published
from rashomon.records import Report


def read_text(
    text: str,
    *,
    id: str,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Report:
    """The report that `text` is, its title, dateline, bylines and credits found and kept out of its body.

    `text` is kept to the character. Raises SettingsError when `published` is no date.
    """
    published = check_published(published) if published is not None else None
    return compose(text, Head(title, url, publisher, published, language), id=id)
