"""A report's prose as one spaCy Doc whose tokens know where in the report they stand."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from rashomon.records import Report, Span

#: characters that the tokenizer stumbles over, each replaced by one that it does not: soft hyphens, lone surrogates
_PLAIN = {0x00AD: "-"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TYPED = '"'
#: characters that the language model sees in one batch
_AT_ONCE = 20_000
#: in place of the vectors that the model leaves in a Doc, which nobody reads
_NOTHING = np.zeros((0,), dtype=np.float64)
_SPACE = re.compile(r"\s+")


class Stretch(NamedTuple):
    """Tokens `start` (included) to `end` (excluded) of a report's Doc."""

    start: int
    end: int

    def holds(self, other: Stretch) -> bool:
        """Whether `other` lies wholly within this stretch."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end

    @property
    def tokens(self) -> range:
        """The token numbers."""
        return range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One report, parsed. `doc` joins its paragraphs; whitespace runs (line breaks of hard-wrapped text too) became one
    space before parsing, which is why positions go through `span`, never through `token.idx`.

    `paragraphs` are stretches of `doc`, in order. `starts[i]`, `ends[i]` are the code points of token i in
    `report.text`, `paragraph_of[i]` is the number of its paragraph.
    """

    report: Report
    doc: Doc
    paragraphs: tuple[Stretch, ...]
    starts: array[int]
    ends: array[int]
    paragraph_of: array[int]

    def span(self, start: int, end: int) -> Span:
        """The characters of the report under tokens `start` (included) to `end` (excluded)."""
        return Span.cut(self.report.text, self.starts[start], self.ends[end - 1])

    def of(self, stretch: Stretch) -> Span:
        """The characters of the report under `stretch`."""
        return self.span(stretch.start, stretch.end)

    def text(self, stretch: Stretch) -> str:
        """The words of `stretch`, whitespace made plain."""
        return self.doc[stretch.start : stretch.end].text

    def sentences(self) -> Iterator[DocSpan]:
        """The sentences of the body, in order. None crosses a paragraph."""
        yield from self.doc.sents

    def sentence(self, token: Token | int) -> DocSpan:
        """The sentence that holds a token."""
        return self.doc[token].sent if isinstance(token, int) else token.sent


def parse(nlp: Language, report: Report) -> Parsed:
    """Runs `nlp` over the report's body, paragraph by paragraph, and joins the result.

    One batch holds one report and nothing else, so that what is found does not hang on what is read beside it.
    """
    plain, maps = [], []
    for start, end in report.body:
        text, at = _unquoted(*_plain(report.text, start, end))
        if text:
            plain.append(text)
            maps.append(at)
    docs = [doc for batch in _batches(plain) for doc in nlp.pipe(batch, batch_size=len(batch))]
    starts, ends, paragraph_of = array("q"), array("q"), array("q")
    paragraphs = []
    for number, (doc, at) in enumerate(zip(docs, maps, strict=True)):
        doc.tensor = _NOTHING
        paragraphs.append(Stretch(len(starts), len(starts) + len(doc)))
        for token in doc:
            starts.append(at[token.idx])
            ends.append(at[token.idx + len(token) - 1] + 1)
            paragraph_of.append(number)
    joined = Doc.from_docs(docs, ensure_whitespace=True) if docs else Doc(nlp.vocab)
    return Parsed(report, joined or Doc(nlp.vocab), tuple(paragraphs), starts, ends, paragraph_of)


def _batches(texts: list[str]) -> Iterator[list[str]]:
    """Texts in runs of about `_AT_ONCE` characters. A long report in one batch takes the model's memory with it."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _unquoted(text: str, at: array[int]) -> tuple[str, array[int]]:
    """A paragraph that a table quoted ("… has ""definitively"" said …") without the table's marks."""
    if not (len(text) > 2 and text[0] == text[-1] == _TYPED and _TYPED * 2 in text[1:-1]):
        return text, at
    kept = [i for i in range(1, len(text) - 1) if text[i : i + 2] != _TYPED * 2 or i + 2 == len(text)]
    return "".join(text[i] for i in kept), array("q", (at[i] for i in kept))


def _plain(text: str, start: int, end: int) -> tuple[str, array[int]]:
    """The stretch with each run of whitespace made one space, and the position in `text` of every character of it."""
    out: list[str] = []
    at: array[int] = array("q")
    cursor = start
    for gap in _SPACE.finditer(text, start, end):
        out.append(text[cursor : gap.start()])
        at.extend(range(cursor, gap.start()))
        if out and gap.end() < end and len(at):
            out.append(" ")
            at.append(gap.start())
        cursor = gap.end()
    out.append(text[cursor:end])
    at.extend(range(cursor, end))
    return "".join(out).translate(_PLAIN), at
