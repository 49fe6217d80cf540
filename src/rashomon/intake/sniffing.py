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
#: bytes that are looked at for NUL
_SAMPLE = 65536
#: a stray NUL or two make no pattern
_SOME = 8
#: the least share of high bytes that are NUL in UTF-16: spaces and line breaks alone come to more in any script
_LEAST_NULS = 0.05
#: and the largest number of NUL among low bytes, for one among high ones
_FEW = 0.02
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x9f]")
#: how JSON opens and prose does not: an object's first key, maybe in an array
_OPENING = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{0,100}\"\s*:")
Kind = Literal["html", "text", "JSON lines", "a JSON array", "a JSON object over several lines"]
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
    at = data.find(0, 0, _SAMPLE)
    if at >= 0 and not data.startswith(_BYTE_ORDER_MARKS) and unmarked_utf_16(data) is None:
        message = f"{name} is a binary file (byte {at + 1} is NUL), which cannot be read; give plain text or HTML."
        raise InputError("binary", message)


def unmarked_utf_16(data: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """UTF-16 of the byte order that `data` is in by its NUL bytes, though no mark says so; None for anything else.

    Spaces, line breaks and Latin letters have a NUL as their high byte. Low bytes are hardly ever NUL in text.
    """
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < _SOME or least > most * _FEW or most < len(sample) // 2 * _LEAST_NULS:
        return None
    encoding: Literal["utf-16-le", "utf-16-be"] = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(encoding, "replace")
    return None if _CONTROLS.search(text) or text.count("\ufffd") > 1 else encoding


def kind_of(text: str, name: str) -> Kind:
    """What `text` is, by how it begins; that it is called .html counts too."""
    if _PAGE.match(text[:_HEAD]):
        return "html"
    json_kind = _json_kind(text)
    if json_kind:
        return json_kind
    named = name.casefold().endswith((".html", ".htm", ".xhtml"))
    return "html" if named and "</" in text else "text"


def _json_kind(text: str) -> Kind | None:
    """Which shape of JSON a text is in; None where it is none, like prose that opens with a bracket."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return None
    line = start.split("\n", 1)[0]
    if start.startswith("{") and len(line) <= _LONGEST_LINE and isinstance(_parsed(line), dict):
        return "JSON lines"
    if not _OPENING.match(start) and not isinstance(_parsed(start), dict | list):
        return None
    return "a JSON array" if start.startswith("[") else "a JSON object over several lines"


def _parsed(text: str) -> object:
    """The value of some JSON, or None where it is none."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


@cache
def _signatures() -> tuple[tuple[bytes, int, str, str, str], ...]:
    """What binary files begin with, at which offset; the issue's code; what such a file is, and what to do."""
    columns = ("bytes", "offset", "code", "kind", "advice")
    rows = read_table("rashomon.intake", "signatures.tsv", columns, key=("bytes",))
    return tuple(
        (bytes.fromhex(row["bytes"]), int(row["offset"]), row["code"], row["kind"], row["advice"]) for row in rows
    )
