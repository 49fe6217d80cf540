"""Ids from what identifies a record, so that a person's judgement survives a new model."""

from __future__ import annotations

import hashlib

from rashomon.records.span import Span


def digest(*parts: object) -> str:
    """64 bits of BLAKE2b over `parts`, as hexadecimal. None and spans are spelled out, so no two lists collide."""
    hasher = hashlib.blake2b(digest_size=8)
    for part in parts:
        word = f"{part.start}:{part.end}" if isinstance(part, Span) else repr(part)
        hasher.update(word.encode("utf-8", "surrogatepass") + b"\x1f")
    return hasher.hexdigest()


def record_id(prefix: str, report: str, *parts: object) -> str:
    """The id of a record of the kind `prefix` ("st", "ev" …) in the report with the id `report`."""
    return f"{prefix}_{digest(report, prefix, *parts)}"
