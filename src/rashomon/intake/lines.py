"""The lines of a text, by position."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.vocab.data import read_list

#: what may stand after the mark that ends a sentence: quotation marks and brackets that close
_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the whitespace around it: characters `start` to `end` of the text, and how far it is indented.

    A blank line has start == end.
    """

    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands on the line."""
        return self.start == self.end

    @property
    def width(self) -> int:
        """Columns from the left margin to the last character."""
        return self.indent + self.end - self.start


def split_lines(text: str) -> list[Line]:
    """The lines of `text`, blank ones too, in order."""
    lines = []
    at = 0
    for raw in text.splitlines(keepends=True):
        indent = len(raw) - len(raw.lstrip())
        content = len(raw.strip())
        lines.append(Line(at + indent, at + indent + content, indent) if content else Line(at, at, 0))
        at += len(raw)
    return lines


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the characters `start` to `end` end as a sentence does, closing quotation marks and brackets aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > start and text[end - 1] in sentence_ends()


@cache
def sentence_ends() -> frozenset[str]:
    """The characters that end a sentence, in the scripts that news comes in."""
    return frozenset(read_list("rashomon.intake", "sentence_ends.txt"))
