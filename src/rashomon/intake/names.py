"""What messages call a file."""

from __future__ import annotations


def shown_name(name: str) -> str:
    """`name` as it can stand within a sentence: line breaks and other characters that do not print are escaped."""
    return "".join(ch if ch.isprintable() else ch.encode("unicode_escape").decode("ascii") for ch in name)
