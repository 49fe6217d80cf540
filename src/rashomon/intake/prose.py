"""Whether a report holds prose that can be read at all."""

from __future__ import annotations

from rashomon.records import Issue, Report

#: more characters than this are a book or a dump; a reading of it would not end in any useful time
LONGEST = 2_000_000


def check_prose(report: Report, where: str) -> Issue | None:
    """Why `report`, which messages call `where`, should not be read on; None where nothing speaks against it."""
    size = len(report.text)
    if size > LONGEST:
        message = f"{where} has {size:,} characters, more than the {LONGEST:,} that are read as one report; split it."
        return Issue("too-long", message)
    if not any(ch.isalpha() for start, end in report.body for ch in report.text[start:end]):
        message = f"{where} has no words that could be read as prose; give the text of a report."
        return Issue("no-prose", message)
    return None
