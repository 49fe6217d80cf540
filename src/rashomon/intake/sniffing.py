"""What kind of content some bytes are: refuses what holds no text, and tells a page from plain text."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Literal

from rashomon.errors import InputError
from rashomon.vocab.data import read_table

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: a page shows itself within so many characters
_HEAD = 4096
#: a line of JSON is looked at up to so many characters
_LONGEST_LINE = 1_000_000
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*){0,3}"
    r"<(?:!doctype\s+html|(?:html|head|body|article|main|section|div|p|h1|meta|title|script)\b)",
    re.IGNORECASE | re.DOTALL,
)


def refuse_binary(data: bytes, name: str) -> None:
    """Raises InputError where `data`, called `name`, is nothing that could be read as text."""
    for start, offset, code, kind, advice in _signatures():
        if data.startswith(start, offset):
            raise InputError(code, f"{name} is {kind}, which cannot be read; {advice}.")
    if b"\0" in data[:65536] and not data.startswith(_BYTE_ORDER_MARKS):
        raise InputError("binary", f"{name} is a binary file, which cannot be read; give plain text or HTML.")


def kind_of(text: str, name: str) -> Literal["html", "json", "text"]:
    """Whether `text` is a page, JSON lines or plain text, by how it begins; that it is called .html counts too."""
    if _PAGE.match(text[:_HEAD]):
        return "html"
    if _is_json(text):
        return "json"
    named = name.casefold().endswith((".html", ".htm", ".xhtml"))
    return "html" if named and "</" in text else "text"


def _is_json(text: str) -> bool:
    """Whether a text opens with a line that is a JSON object with a field for a report's text."""
    line = text.lstrip()[:_LONGEST_LINE].split("\n", 1)[0]
    if not line.startswith("{") or '"text"' not in line:
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value


@cache
def _signatures() -> tuple[tuple[bytes, int, str, str, str], ...]:
    """What binary files begin with, at which offset; the issue's code; what such a file is, and what to do."""
    columns = ("bytes", "offset", "code", "kind", "advice")
    rows = read_table("rashomon.intake", "signatures.tsv", columns, key=("bytes",))
    return tuple(
        (bytes.fromhex(row["bytes"]), int(row["offset"]), row["code"], row["kind"], row["advice"]) for row in rows
    )
