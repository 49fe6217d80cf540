"""Files and bytes to reports: looks at what they hold, and refuses what cannot be read with one clear sentence."""

from __future__ import annotations

from pathlib import Path

from rashomon.errors import InputError
from rashomon.intake.composing import content_id
from rashomon.intake.dates import check_published
from rashomon.intake.decoding import decode
from rashomon.intake.html import read_page
from rashomon.intake.names import shown_name
from rashomon.intake.sniffing import kind_of, refuse_binary
from rashomon.intake.text import read_text
from rashomon.records import Issue, Report

#: a report is a few kilobytes; what is larger than this is something else
LIMIT = 50 * 2**20

_JSON_ADVICE = {
    "JSON lines": "read it with --input-format jsonl",
    "a JSON array": "write one object a line (jq -c '.[]'), and read that with --input-format jsonl",
    "a JSON object over several lines": "write it in one line (jq -c .), and read that with --input-format jsonl",
}

Read = tuple[Report, tuple[Issue, ...]]


def read_path(path: Path, *, published: str | None = None, publisher: str | None = None, limit: int = LIMIT) -> Read:
    """The report in a file, plain text or HTML by its content, and what was assumed to read it.

    `limit` is the largest file taken, in bytes. Raises InputError for what cannot be read, SettingsError where
    `published` is no date.
    """
    name = shown_name(str(path))
    try:
        if path.is_dir():
            raise InputError("directory", f"{name} is a directory; name the files in it.")
        size = path.stat().st_size
        if size > limit:
            raise InputError("too-large", _too_large(name, size, limit))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError("missing", f"{name} does not exist; check its name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError("unreadable", f"{name} cannot be opened ({reason}); check its name and rights.") from error
    return read_bytes(data, name=name, published=published, publisher=publisher, limit=limit)


def read_bytes(
    data: bytes, *, name: str, published: str | None = None, publisher: str | None = None, limit: int = LIMIT
) -> Read:
    """The report that `data` holds, as `read_path`; `name` is what messages call it ("standard input")."""
    published = check_published(published) if published is not None else None
    if len(data) > limit:
        raise InputError("too-large", _too_large(name, len(data), limit))
    refuse_binary(data, name)
    text, issues = decode(data, name)
    if not text.strip():
        raise InputError("empty", f"{name} is empty; give it the text of a report.")
    kind = kind_of(text, name)
    if kind == "html":
        report, more = read_page(text, name=name, published=published, publisher=publisher)
        return report, (*issues, *more)
    if kind != "text":
        raise InputError("json", f"{name} holds {kind}; {_JSON_ADVICE[kind]}.")
    return read_text(text, id=content_id(text), published=published, publisher=publisher), issues


def _too_large(name: str, size: int, limit: int) -> str:
    return (
        f"{name} has {size / 2**20:,.1f} MB, more than the {limit / 2**20:,.1f} MB that are read; "
        "split it, one report a file, or give JSON lines."
    )
