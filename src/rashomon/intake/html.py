"""A web page to a report, through trafilatura. Nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.errors import InputError, SettingsError
from rashomon.intake.composing import Head, compose, content_id
from rashomon.intake.dates import check_published
from rashomon.intake.decoding import decode
from rashomon.intake.plain_page import has_sentence, plain_page
from rashomon.records import Issue, Report

if TYPE_CHECKING:
    from trafilatura.settings import Document

_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*;\s*")


def read_html(
    html: str | bytes,
    *,
    id: str | None = None,
    name: str = "the page",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Report:
    """The report that a page holds: its main text, and title, authors, date, site and address as the page gives them.

    What is passed goes before what the page says. `name` is what messages call the page; with no `id` the text gives
    one. Raises InputError where the page has no article, SettingsError where `published` is no date.
    """
    return read_page(html, id=id, name=name, published=published, publisher=publisher, url=url)[0]


def read_page(
    html: str | bytes,
    *,
    id: str | None = None,
    name: str = "the page",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> tuple[Report, tuple[Issue, ...]]:
    """As `read_html`, and what was assumed to read the page.

    Where the article cannot be told from what stands around it, as in pages nested deeper than parsers go, all the
    sentences of the page are taken, and an issue says so.
    """
    page, issues = decode(html, name) if isinstance(html, bytes) else (html, ())
    given = check_published(published) if published is not None else None
    document = _extract(page)
    text = (document.text or "").strip() if document else ""
    if document is not None and text:
        head = Head(
            title=document.title or None,
            url=url or document.url or None,
            publisher=publisher or document.sitename or None,
            published=given or _page_date(document.date),
            language=_language(page, document.language),
            authors=tuple(name for name in _SEPARATORS.split(document.author or "") if name),
        )
        report = compose(text, head, id=id or content_id(text), line_is_paragraph=True)
        if any(has_sentence(text[start:end]) for start, end in report.body):
            return report, issues
    plain = plain_page(page)
    if not plain.text:
        message = f"{name} is a web page with no article in it; save the article's text as plain text."
        raise InputError("no-article", message)
    head = Head(plain.title, url, publisher, given, _language(page, None))
    report = compose(plain.text, head, id=id or content_id(plain.text), line_is_paragraph=True)
    message = f"{name} does not show where its article lies, so all sentences of the page were read; check its text."
    return report, (*issues, Issue("plain-page", message))


def _extract(page: str) -> Document | None:
    """What trafilatura finds in a page, or None."""
    from trafilatura import bare_extraction  # takes 0.2 s to import, and only pages need it

    # a lone surrogate cannot reach the parser, which works on UTF-8
    data = page.encode("utf-8", "replace")
    try:
        return bare_extraction(data, with_metadata=True, include_comments=False, include_tables=True) or None
    except Exception:  # whatever a strange page does to the extractor, the page is then read without it
        return None


def _page_date(value: str | None) -> str | None:
    """The date that the page gives, or None where it is none."""
    try:
        return check_published(value) if value else None
    except SettingsError:
        return None


def _language(page: str, found: str | None) -> str | None:
    """ISO 639-1 code of the page's language, as its first tag says."""
    declared = _LANGUAGE.search(page[:4096])
    return declared[1].lower() if declared else found
