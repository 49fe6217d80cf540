"""Text of a report made safe to show: a report may hold anything, and a screen obeys some of it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
#: C0 and C1 controls (a terminal obeys them) and lone surrogates (UTF-8 cannot hold them)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
#: the same without the whitespace that HTML collapses by itself, and with the two characters that turn text about
#: (LRO and RLO): no report needs them, and they make a name read as another
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
#: what steers the direction of text (Unicode Bidirectional Algorithm), byte order marks, tag characters: all
#: invisible, and able to make a line read otherwise than it is written
_STEERING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def one_line(text: str) -> str:
    """`text` on one line, safe for a terminal: whitespace runs are one space, controls are U+FFFD, steering characters
    are left out."""
    return _CONTROL.sub("\ufffd", _STEERING.sub("", _SPACE.sub(" ", text))).strip()


def printable(text: str) -> str:
    """`text` as a page may hold it: controls, direction overrides and lone surrogates are U+FFFD, all else stays."""
    return _UNPRINTABLE.sub("\ufffd", text)


def shorten(text: str, limit: int) -> str:
    """`one_line(text)`, cut between words to at most `limit` characters, with an ellipsis where it was cut."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    words = line[:limit].rpartition(" ")[0]
    return (words if len(words) > limit // 2 else line[: limit - 1]).rstrip(" ,;:") + "…"
