"""What parse and grammar say of each word, in numbers, for the encoder: it reads them beside the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from rashomon.models.encoder import Integers
from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.quotations import find_quotations
from rashomon.vocab.data import read_list

_HERE = "rashomon.reading.statements"
#: farther than this, a governor is only known to be far
_FAR = 16
#: the columns of a word's features, and how many values each has. In all 0 is no word; in the first 1 is a tag unknown
SIZES = {"tag": 64, "relation": 64, "governor": 2 * _FAR + 2, "quoted": 3, "source": 4, "cue": 4, "content": 4}
#: What is known of a word as a part of one attribution, numbers into one table. First what the grammar takes it to be
#: (nothing, a source begins, goes on, a content begins, goes on; it has no such attribution), then how far it stands from
#: the anchor, then by how many sentences.
NO_ROW = 5
_DISTANCES = np.array([-55, -34, -21, -13, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 56])
_FIRST_DISTANCE = NO_ROW + 1
_FIRST_SENTENCE = _FIRST_DISTANCE + len(_DISTANCES) + 1
_SENTENCES = 2
#: how many numbers there are, how many are known of each word, and how many tags they speak for
PAIRS, KNOWN, TAGS = _FIRST_SENTENCE + 2 * _SENTENCES + 1, 3, 5


class Grammar:
    """The features of a report's words, and the grammar's own reading of each attribution."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self._found = found
        self._at: dict[int, Attribution] = {}
        for attribution in found:
            where = attribution.cue or Stretch(attribution.content[0].start, attribution.content[0].start + 1)
            for i in where.tokens:
                self._at.setdefault(i, attribution)
        self.columns = self._columns(parsed)
        self._sentences = np.zeros(len(parsed.doc), dtype=np.int64)
        for number, sentence in enumerate(parsed.sentences()):
            self._sentences[sentence.start : sentence.end] = number

    def rows(self, window: Stretch, anchors: Sequence[int]) -> Integers:
        """What is known of every word of the window as a part of the attributions that may be anchored at `anchors` (numbers
        of words in the window): anchors x words x `KNOWN`."""
        size = window.end - window.start
        out = np.full((len(anchors), size, KNOWN), NO_ROW, dtype=np.int64)
        away = np.arange(size)[None] - np.array(anchors, dtype=np.int64)[:, None]
        out[..., 1] = _FIRST_DISTANCE + np.searchsorted(_DISTANCES, away, side="right")
        sentences = self._sentences[window.start : window.end]
        apart = sentences[None] - sentences[np.array(anchors, dtype=np.int64)][:, None]
        out[..., 2] = _FIRST_SENTENCE + _SENTENCES + np.clip(apart, -_SENTENCES, _SENTENCES)
        for row, anchor in enumerate(anchors):
            attribution = self._at.get(window.start + anchor)
            if attribution is None:
                continue
            out[row, :, 0] = 0
            sources = [attribution.source] if attribution.source is not None else []
            for begins, stretches in ((1, sources), (3, attribution.content)):
                for stretch in stretches:
                    _mark(out[row, :, 0], window, stretch, begins)
        return out

    def _columns(self, parsed: Parsed) -> Integers:
        tags, relations = _numbers("tags.txt"), _numbers("relations.txt")
        out = np.ones((len(parsed.doc), len(SIZES)), dtype=np.int64)
        for token in parsed.doc:
            away = max(-_FAR, min(_FAR, token.head.i - token.i))
            out[token.i, :3] = tags.get(token.tag_, 1), relations.get(token.dep_, 1), away + _FAR + 1
        whole = Stretch(0, len(parsed.doc))
        for quotation in find_quotations(parsed):
            out[quotation.stretch.start : quotation.stretch.end, 3] = 2
        for attribution in self._found:
            sources = [attribution.source] if attribution.source is not None else []
            cues = [attribution.cue] if attribution.cue is not None else []
            for column, stretches in ((4, sources), (5, cues), (6, attribution.content)):
                for stretch in stretches:
                    _mark(out[:, column], whole, stretch, 2)
        return out


def _mark(row: Integers, window: Stretch, stretch: Stretch, begins: int) -> None:
    """Writes a stretch into the part of it that a window holds."""
    start, end = max(stretch.start, window.start) - window.start, min(stretch.end, window.end) - window.start
    if start < end:
        row[start:end] = begins + 1
        row[start] = begins


@cache
def _numbers(name: str) -> dict[str, int]:
    return {label: number for number, label in enumerate(read_list(_HERE, name), start=2)}
