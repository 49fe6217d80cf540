"""The head of a ledger: what report it is of, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.publishing.show.text import one_line, shorten
from rashomon.publishing.show.values import day
from rashomon.records import Ledger, Report

#: the schemes of addresses that a page may link to; anything else in a report's `url` is shown as text
_WEB = ("http://", "https://")
#: characters of a report's first words where they are its name
_FIRST_WORDS = 90


@dataclass(frozen=True, slots=True)
class HeadView:
    """Title, publisher, date ("date unknown" where it is), dateline, who made the report, what made the ledger.

    `link` is the address if it leads to the web, else None. `sums` are the sizes of the ledger in words.
    """

    title: str
    publisher: str
    published: str
    dateline: str | None
    people: tuple[str, ...]
    url: str | None
    link: str | None
    made_by: str | None
    sums: tuple[str, ...]


def head(ledger: Ledger) -> HeadView:
    """The head of `ledger`. A report without a title is named by its first words."""
    report = ledger.report
    line = report.dateline
    dateline = ", ".join(part for part in (line.place, line.agency) if part) if line else ""
    bylines = [f"by {one_line(byline.name)}" for byline in report.bylines if byline.name]
    credit_lines = [f"{credit.role}: {', '.join(credit.names)}" for credit in report.credits if credit.names]
    url = one_line(report.url) if report.url else None
    return HeadView(
        title=one_line(report.title or "") or _first_words(report) or f"Report {one_line(report.id)}",
        publisher=one_line(report.publisher or "") or "publisher unknown",
        published=day(report.published) or "date unknown",
        dateline=one_line(dateline) or None,
        people=(*bylines, *(one_line(line) for line in credit_lines)),
        url=url,
        link=url if url and url.lower().startswith(_WEB) and " " not in url else None,
        made_by=f"rashomon {one_line(ledger.made_by.rashomon)}" if ledger.made_by else None,
        sums=_sums(ledger),
    )


def _first_words(report: Report) -> str:
    """The beginning of the report's prose, up to the end of its first line."""
    start = min((start for start, _ in report.body), default=0)
    return shorten(report.text[start : start + 4 * _FIRST_WORDS].strip().partition("\n\n")[0], _FIRST_WORDS)


def _sums(ledger: Ledger) -> tuple[str, ...]:
    contested = sum(1 for incident in ledger.incidents if incident.conflicts)
    incidents = _many(len(ledger.incidents), "incident")
    return (
        f"{incidents}, {contested} contested" if contested else incidents,
        _many(len(ledger.statements), "statement"),
        _many(len(ledger.events), "event"),
        _many(len(ledger.counts), "count"),
        _many(len(ledger.places), "place"),
        _many(len(ledger.times), "time"),
    )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
