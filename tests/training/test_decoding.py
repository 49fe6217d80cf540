"""From scores to spans and groups, on arrays made by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from training.statements.decoding import WINDOW, Encoded, grouped, windows_of

from rashomon.reading.parsed import Stretch
from tests.conftest import ParseText

SOURCE, CUE, CONTENT = range(3)


def encoded(size: int, spans: list[tuple[int, int, int]], links: list[tuple[int, int, int]]) -> Encoded:
    """Scores that mark `spans` (layer, start, end) and link (which, span start, cue start)."""
    labels = np.zeros((size, 9), dtype=np.float32)
    labels[:, 0::3] = 5
    for layer, start, end in spans:
        labels[start:end, 3 * layer] = 0
        labels[start, 3 * layer + 1] = 9
        labels[start + 1 : end, 3 * layer + 2] = 9
    span = np.zeros((size, 2, size), dtype=np.float32)
    for which, start, cue in links:
        span[start, which, cue] = 9
    return Encoded(labels, span, np.eye(size, dtype=np.float32))


def test_spans_are_grouped_by_their_links() -> None:
    # the army said the hill fell , the rebels denied it
    arrays_ = encoded(
        11,
        [(SOURCE, 0, 2), (CUE, 2, 3), (CONTENT, 3, 6), (SOURCE, 7, 9), (CUE, 9, 10), (CONTENT, 10, 11)],
        [(0, 0, 2), (1, 3, 2), (0, 7, 9), (1, 10, 9)],
    )
    found = grouped(Stretch(100, 111), arrays_)
    assert [(g.cue, g.sources, g.content) for g in found] == [
        (Stretch(102, 103), [Stretch(100, 102)], [Stretch(103, 106)]),
        (Stretch(109, 110), [Stretch(107, 109)], [Stretch(110, 111)]),
    ]


def test_a_content_that_fits_no_cue_stands_alone() -> None:
    found = grouped(Stretch(0, 8), encoded(8, [(CUE, 0, 1), (CONTENT, 3, 6)], [(1, 3, 3)]))
    assert [(g.cue, g.content) for g in found] == [(None, [Stretch(3, 6)])]


@given(arrays(np.float32, (12, 9), elements=st.floats(-8, 8, width=32)))
def test_whatever_the_scores_spans_lie_in_the_window_and_never_overlap_in_a_layer(labels: np.ndarray) -> None:
    found = grouped(Stretch(0, 12), Encoded(labels, np.zeros((12, 2, 4), np.float32), np.zeros((12, 4), np.float32)))
    contents = sorted(part for g in found for part in g.content)
    assert all(0 <= a.start < a.end <= 12 for a in contents)
    assert all(a.end <= b.start for a, b in pairwise(contents))


def test_windows_hold_every_word_once(parse_text: ParseText) -> None:
    parsed = parse_text("The army said so. " * 60 + "\n\n" + "and then " * 300)
    windows = windows_of(parsed)
    assert [i for w in windows for i in w.tokens] == list(range(len(parsed.doc)))
    assert max(w.end - w.start for w in windows) <= WINDOW
