"""Bytes to text. UTF-8 is taken as a matter of course; what is anything else is assumed and said."""

from __future__ import annotations

import codecs
import re

from rashomon.intake.sniffing import unmarked_utf_16
from rashomon.records import Issue

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: a page names its encoding within so many bytes (WHATWG: 1024)
_HEAD = 2048
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})")
#: so many bytes are enough to guess an encoding
_SAMPLE = 1 << 18
#: Western text that is mostly ASCII is Windows-1252 before it is anything else, as WHATWG has it too
_WESTERN = "cp1252"
_FEW = 0.05


def decode(data: bytes, name: str) -> tuple[str, tuple[Issue, ...]]:
    """The text of `data`, and an issue that says which encoding was assumed where none was given and it is not UTF-8.

    Never fails: bytes that the encoding does not have become U+FFFD, and the issue says so.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, whole = _decoded(data[len(mark) :], encoding)
            return text, () if whole else (_broken(name, encoding),)
    wide = unmarked_utf_16(data)
    if wide:
        text, whole = _decoded(data, wide)
        message = f"{name} is UTF-16 without a byte order mark; its encoding was guessed, and it was read as {wide}."
        return text, (Issue("not-utf-8", message) if whole else _broken(name, wide),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    if _mostly_meant(text):
        return text, (_broken(name, "UTF-8"),)
    declared = _declared(data)
    encoding = declared or _guess(data)
    text, whole = _decoded(data, encoding)
    if whole and declared:
        return text, ()
    if whole:
        return text, (
            Issue("not-utf-8", f"{name} is not UTF-8; its encoding was guessed, and it was read as {encoding}."),
        )
    return text, (_broken(name, encoding),)


def _decoded(data: bytes, encoding: str) -> tuple[str, bool]:
    """The text, and whether every byte had a meaning."""
    try:
        return data.decode(encoding), True
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), False


def _mostly_meant(text: str) -> bool:
    """Whether text decoded as UTF-8 has far more characters beyond ASCII than bytes that mean nothing."""
    bad = text.count("\ufffd")
    return sum(not ch.isascii() for ch in text) - bad > bad * 4


def _broken(name: str, encoding: str) -> Issue:
    message = f"{name} was read as {encoding}, in which some of its bytes mean nothing; they show as U+FFFD."
    return Issue("not-utf-8", message)


def _declared(data: bytes) -> str | None:
    """The encoding that a page names for itself, if Python knows it as one of text."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
        b"".decode(codec.name)
    except LookupError:
        return None
    # a page that says UTF-8 and is not is no help; WHATWG reads Latin-1 as Windows-1252
    if codec.name == "utf-8":
        return None
    return _WESTERN if codec.name in ("iso8859-1", "ascii") else codec.name


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes  # takes 50 ms to import, and few inputs need it

    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    if high <= len(sample) * _FEW and not _undefined(sample):
        return _WESTERN
    best = from_bytes(sample).best()
    return best.encoding if best else _WESTERN


def _undefined(sample: bytes) -> bool:
    """Whether a sample has one of the five bytes that Windows-1252 leaves without a meaning."""
    return any(byte in sample for byte in b"\x81\x8d\x8f\x90\x9d")
