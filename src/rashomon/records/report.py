"""A report: one published item, before anything in it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.records.span import Span

CreditRole = Literal[
    "reporting", "additional reporting", "writing", "editing", "compiling", "translating", "photo", "other"
]


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "BAKU (Reuters) -": where the report was filed and by whose wire."""

    span: Span
    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Byline:
    """Whose name stands over the report. `span` is null when it came with the page and not in the text."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did what for the report: "(Reporting by …; Editing by …)". Names may be missing ("Editing by)")."""

    role: CreditRole
    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published item. `text` is final: every span of the ledger counts in it, and nothing rewrites it.

    `published` is ISO 8601 (a date, or a date and time) or null when unknown. `language` is ISO 639-1 or null.
    `title_span` says where the title stands in `text`, if it does. `body` holds the stretches [start, end) that are the
    report's own prose, one for each paragraph: no title, dateline, byline or credit.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    bylines: tuple[Byline, ...] = ()
    credits: tuple[Credit, ...] = ()
    title_span: Span | None = None
    body: tuple[tuple[int, int], ...] = ()

    @property
    def date(self) -> date | None:
        """The day of publication, or None when it is unknown."""
        return date.fromisoformat(self.published[:10]) if self.published else None
