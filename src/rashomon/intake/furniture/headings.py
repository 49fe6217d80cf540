"""Titles and section heads: short lines that end in no full stop and stand over prose."""

from __future__ import annotations

import re

from rashomon.intake.lines import ends_sentence

#: a title is at most this long, in characters and in words
_TITLE_LENGTH, _TITLE_WORDS = 220, 32
#: and at most this long where it ends as a sentence does ("Who fired first?")
_SENTENCE_TITLE = 100
_HEAD_LENGTH, _HEAD_WORDS = 90, 12
#: what stands below a heading is prose when it is at least this long and ends as sentences do
_PROSE = 80

#: what a heading neither begins nor ends with: list marks, brackets, marks that promise more
_LIST_MARKS = "(-–—•*·"
_UNFINISHED = ",;:)-–—"
_OPEN_QUOTES = "\"'“‘«"
_SENTENCE_WITHIN = re.compile(r"[a-z]{3}\. +[A-Z]")
_LABEL = re.compile(r"[^a-z\n:]{2,60}:\s")


def may_be_title(text: str, start: int, end: int) -> bool:
    """Whether the first paragraph can be a title by its own form."""
    line = text[start : min(end, start + _TITLE_LENGTH + 1)]
    if len(line) > _TITLE_LENGTH or not 2 <= len(line.split()) <= _TITLE_WORDS:
        return False
    if line[-1] == "." or line[-1] in _UNFINISHED or line[0] in _LIST_MARKS:
        return False
    if _SENTENCE_WITHIN.search(line):
        return False
    if ends_sentence(text, start, end):
        return len(line) <= _SENTENCE_TITLE and not opens_with_label(text, start, end)
    return True


def may_be_head(text: str, start: int, end: int, *, quoted: bool = False) -> bool:
    """Whether a paragraph can be a section head by its own form. `quoted`: it may be a quotation."""
    line = text[start : min(end, start + _HEAD_LENGTH + 1)]
    if len(line) > _HEAD_LENGTH or len(line.split()) > _HEAD_WORDS or len(line.splitlines()) != 1:
        return False
    if not (line[0].isupper() or line[0].isdigit() or (quoted and line[0] in _OPEN_QUOTES)):
        return False
    return not (ends_sentence(text, start, end) or line[-1] in _UNFINISHED or opens_with_label(text, start, end))


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is surely prose."""
    return end - start >= _PROSE and ends_sentence(text, start, end)


def opens_with_label(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens with capitals and a colon, as a speaker's turn in a transcript does."""
    return bool(_LABEL.match(text, start, min(end, start + 80)))
