"""Where a text's paragraphs lie: parted by blank lines, by every line break, or hard-wrapped.

A line break inside a paragraph ("hard wrap") is told from one that ends it by the wrapping rule itself: a line was
wrapped when the first word of the next would not have fitted on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.intake.lines import Line, ends_sentence, sentence_ends, split_lines

#: hard-wrapped lines are at most this wide; typewriters, wires and mail stay below
_WIDEST = 130
#: and at least this wide: narrower blocks are lists, verses or addresses
_NARROWEST = 40
#: lines count as wrapped when so large a share of them is full, and so large a share breaks off within a sentence
_FULL, _BROKEN = 0.6, 0.4
#: whether a text is all in capitals is seen from so many characters
_SAMPLE = 2000
#: what the items of a list begin with
_LIST_MARKS = frozenset("-–—•*·")
#: a line shorter than this share of the width ends its paragraph
_SHORT = 0.7

#: a paragraph longer than this, in characters, is no paragraph but a file without line breaks; parsers balk at it
_LONGEST = 50_000

Paragraph = tuple[int, int]


def find_paragraphs(text: str, *, line_is_paragraph: bool = False) -> list[Paragraph]:
    """The paragraphs of `text` as [start, end), in order, none empty.

    With `line_is_paragraph` each line is one (text that came out of a web page), else blank lines part them and line
    breaks between are judged.
    """
    lines = split_lines(text)
    found: list[Paragraph] = []
    if line_is_paragraph:
        found = [(line.start, line.end) for line in lines if not line.blank]
    else:
        blocks = list(_blocks(lines))
        capitals = text[:_SAMPLE].isupper()
        whole = _wrap_width(text, blocks, capitals=capitals)
        for block in blocks:
            width = whole or _wrap_width(text, [block], capitals=capitals)
            found.extend(_split(text, block, width))
    return [piece for paragraph in found for piece in _bounded(text, *paragraph)]


def _bounded(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraph, in pieces where it is too long: cut behind a sentence, else behind a word, else anywhere."""
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max(window.rfind(f"{mark} ") for mark in sentence_ends()) + 1
        if cut <= 0:
            cut = window.rfind(" ")
        if cut <= 0:
            cut = _LONGEST
        yield start, start + cut
        start += cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that no blank line interrupts."""
    block: list[Line] = []
    for line in lines:
        if line.blank:
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def _split(text: str, block: Sequence[Line], width: int | None) -> Iterator[Paragraph]:
    """The paragraphs of one block, whose lines were wrapped at `width` (None: were not wrapped)."""
    opening = _opening_indent(block) if width else None
    marks = Counter(text[line.start] for line in block)
    start = block[0].start
    for line, following in pairwise(block):
        listed = text[following.start] in _LIST_MARKS and marks[text[following.start]] > 1
        if listed or _parts(text, line, following, width, opening):
            yield start, line.end
            start = following.start
    yield start, block[-1].end


def _parts(text: str, line: Line, following: Line, width: int | None, opening: int | None) -> bool:
    """Whether a paragraph ends between two lines of a block."""
    goes_on = text[following.start].islower() and not ends_sentence(text, line.start, line.end)
    if width is None:
        return not (goes_on and line.width >= _NARROWEST)
    if goes_on:
        return False
    if opening is not None:
        return following.indent == opening
    return line.width < width * _SHORT


def _wrap_width(text: str, blocks: Sequence[Sequence[Line]], *, capitals: bool) -> int | None:
    """The width at which the lines of `blocks` were wrapped; None where their breaks do not come from wrapping.

    All in `capitals`, no line can go on in small letters, so that this is not asked for.
    """
    width = max((line.width for block in blocks for line in block), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    breaks = full = broken = lower = 0
    for block in blocks:
        for line, following in pairwise(block):
            breaks += 1
            full += line.width + 1 + _first_word(text, following) > width
            if not ends_sentence(text, line.start, line.end):
                broken += 1
                lower += text[following.start].islower()
    wrapped = breaks and full >= breaks * _FULL and broken >= breaks * _BROKEN
    return width if wrapped and (lower * 3 >= broken or capitals) else None


def _first_word(text: str, line: Line) -> int:
    """The length of a line's first word."""
    word = text[line.start : min(line.end, line.start + _WIDEST)].split(None, 1)
    return len(word[0]) if word else 0


def _opening_indent(block: Sequence[Line]) -> int | None:
    """The indentation that opens paragraphs in a block: deeper than most lines', and a good deal rarer."""
    counts = Counter(line.indent for line in block)
    usual = counts.most_common(1)[0][0]
    deeper = [(count, indent) for indent, count in counts.items() if indent >= usual + 2]
    if len(block) < 4 or not deeper:
        return None
    count, indent = max(deeper)
    return indent if count * 2 <= len(block) else None
