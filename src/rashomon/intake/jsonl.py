"""JSON lines to reports, one a line: what is wrong with a line stays with that line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.errors import SettingsError
from rashomon.intake.composing import Head, compose, content_id
from rashomon.intake.dates import check_published
from rashomon.records import Issue, Report

_MARK = "\ufeff"
_SURROGATES = re.compile("[\ud800-\udfff]")
#: so many characters of an id are shown
_SHOWN = 60


@dataclass(slots=True)
class _Line:
    """A line's place ("reports.jsonl:12"), the lines in which ids came first, and what was found wrong with it."""

    place: str
    number: int
    first: dict[str, int]
    issues: list[Issue] = field(default_factory=list)

    def note(self, code: str, message: str) -> None:
        """Keeps a problem."""
        self.issues.append(Issue(code, f"{self.place}: {message}"))


def read_jsonl(lines: Iterable[bytes | str], *, name: str) -> Iterator[tuple[Report, tuple[Issue, ...]]]:
    """A report, and what is wrong with it, for each line of `lines` that is not blank, in order.

    Takes `text` to the character. A line that cannot be read gives a report with no body and as much of its head as is
    known; its id is then its own, or `name` and the line's number. Raises nothing.
    """
    for _, report, issues in read_placed(lines, name=name):
        yield report, issues


def read_placed(lines: Iterable[bytes | str], *, name: str) -> Iterator[tuple[str, Report, tuple[Issue, ...]]]:
    """As `read_jsonl`, each with its place: `name` and the line's number."""
    first: dict[str, int] = {}
    for number, raw in enumerate(lines, 1):
        line = _Line(f"{name}:{number}", number, first)
        words = _decoded(raw, line)
        if words is None:
            yield line.place, Report(id=line.place, text=""), tuple(line.issues)
        elif words.strip().strip(_MARK):
            yield line.place, _read(words, line), tuple(line.issues)


def _decoded(raw: bytes | str, line: _Line) -> str | None:
    """The line as text without a byte order mark, or None."""
    if isinstance(raw, str):
        return raw.removeprefix(_MARK)
    try:
        return raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        line.note("bad-encoding", f"the line is not UTF-8 (byte {error.start + 1}); save the file as UTF-8.")
        return None


def _read(words: str, line: _Line) -> Report:
    """The report of one line."""
    fields = _fields(words, line)
    head = Head(
        title=_string(fields, "title", line),
        url=_string(fields, "url", line),
        publisher=_string(fields, "publisher", line),
        published=_published(fields, line),
        language=_string(fields, "language", line),
    )
    own = fields.get("id")
    known = str(own) if isinstance(own, int) and not isinstance(own, bool) else _string(fields, "id", line)
    if known is not None:
        _note_repeated(known, line)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        if fields:
            line.note("no-text", 'the report has no text; give it a string as "text".')
        return compose(text if isinstance(text, str) else "", head, id=known or line.place)
    _note_surrogates(text, line)
    return compose(text, head, id=known or content_id(text))


def _note_repeated(known: str, line: _Line) -> None:
    """Keeps it as a problem that an earlier line has the id too."""
    before = line.first.setdefault(known, line.number)
    if before != line.number:
        line.note("same-id", f"the id {known[:_SHOWN]!r} stands in line {before} already; give each report its own.")


def _note_surrogates(text: str, line: _Line) -> None:
    """Keeps it as a problem that `text` has halves of characters, which JSON can write and no encoding holds."""
    halves = _SURROGATES.findall(text)
    if halves:
        at = text.index(halves[0]) + 1
        line.note(
            "bad-text",
            f"the text has {len(halves)} lone surrogates (the first is character {at}) and was read with them as "
            "unknown characters; write the file anew from its source.",
        )


def _fields(words: str, line: _Line) -> dict[str, Any]:
    """The object that a line holds; empty, with an issue, where it holds none."""
    try:
        value = json.loads(words)
    except json.JSONDecodeError as error:
        line.note("bad-json", f"the line is not JSON ({error.msg} at column {error.colno}); write one object a line.")
        return {}
    except (RecursionError, ValueError):
        line.note("bad-json", "the line is nested too deep or has too long a number; write one flat object a line.")
        return {}
    if isinstance(value, list):
        line.note("bad-json", "the line is a JSON array; write one object a line, with no brackets or commas around.")
        return {}
    if not isinstance(value, dict) or not value:
        line.note("bad-json", "the line is no JSON object with fields; write one object a line.")
        return {}
    return value


def _string(fields: dict[str, Any], key: str, line: _Line) -> str | None:
    """A field that must be a string, where it is given; None, with an issue, where it is something else."""
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        line.note("bad-field", f'"{key}" is no string and was left out; give a string.')
        return None
    return value


def _published(fields: dict[str, Any], line: _Line) -> str | None:
    value = _string(fields, "published", line)
    if value is None:
        return None
    try:
        return check_published(value)
    except SettingsError as error:
        line.note("bad-date", f"{error} It was left out.")
        return None
