"""From scores to attributions: the best path, cues, and what belongs to each."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rashomon.models.encoder import Encoded, Floats
from rashomon.reading.events.columns import WIDTH
from rashomon.reading.parsed import Stretch
from rashomon.reading.statements.decoding import Group, best_path, grouped, tag_scores
from rashomon.reading.statements.features import PAIRS, Grammar

GOES_ON = {2: (1, 2), 4: (3, 4)}


def _scores(words: int = 4) -> st.SearchStrategy[Floats]:
    return arrays(np.float32, (1, words, 5), elements=st.floats(-4, 4, width=32))


@given(_scores())
def test_the_path_is_the_likeliest_of_those_allowed(scores: Floats) -> None:
    logs = scores[0] - np.log(np.exp(scores[0]).sum(-1, keepdims=True))

    def is_allowed(path: tuple[int, ...]) -> bool:
        return all(p not in GOES_ON or (i > 0 and path[i - 1] in GOES_ON[p]) for i, p in enumerate(path))

    every = [p for p in itertools.product(range(5), repeat=4) if is_allowed(p)]
    best = max(sum(logs[i, label] for i, label in enumerate(path)) for path in every)
    found = tuple(int(label) for label in best_path(scores, GOES_ON)[0])
    assert is_allowed(found)
    assert sum(logs[i, label] for i, label in enumerate(found)) == pytest.approx(best, abs=1e-4)


def _window(anchors: list[int], tags: dict[int, list[int]], stances: dict[int, int] | None = None) -> Encoded:
    """Arrays of a model that is sure: `anchors` as labels, `tags` of all words for each anchor, `stances` of anchors."""
    size = len(anchors)
    labels = np.zeros((size, 13), dtype=np.float32)
    labels[np.arange(size), anchors] = 8
    for anchor, stance in (stances or {}).items():
        labels[anchor, 10 + stance] = 8
    order = list(tags)
    vectors = np.zeros((size, 4, len(order)), dtype=np.float32)
    own = np.zeros((size, 4, len(order)), dtype=np.float32)
    for row, anchor in enumerate(order):
        own[anchor, :, row] = 1
        for word, tag in enumerate(tags[anchor]):
            vectors[word, :, row] = -8
            if tag:
                vectors[word, tag - 1, row] = 8
    scores, worth, events = (np.zeros(shape, dtype=np.float32) for shape in ((size, 4), (PAIRS, 5), (size, WIDTH)))
    return Encoded(labels, own, vectors, scores, worth, events)


class _Silent(Grammar):
    """A grammar that finds nothing."""

    def __init__(self) -> None:
        self._at = {}
        self._sentences = np.zeros(100, dtype=np.int64)


def _grouped(window: Stretch, encoded: Encoded) -> list[Group]:
    return grouped(window, encoded, _Silent())


def test_a_source_a_cue_and_its_content() -> None:
    """The army | said | it held the pass."""
    encoded = _window([0, 0, 1, 0, 0, 0, 0], {2: [1, 2, 0, 3, 4, 4, 4]}, {2: 0})
    (group,) = _grouped(Stretch(10, 17), encoded)
    assert group.cue == Stretch(12, 13)
    assert group.sources == [Stretch(10, 12)]
    assert group.content == [Stretch(13, 17)]
    assert group.stance == "affirm"
    assert min(group.anchored, group.told, group.owned) > 0.9


def test_one_inside_the_other_and_a_shared_source() -> None:
    """He | said | she | denied | it: the inner one's words are the outer one's content."""
    encoded = _window([0, 1, 0, 1, 0], {1: [1, 0, 3, 4, 4], 3: [0, 0, 1, 0, 3]}, {1: 0, 3: 1})
    outer, inner = _grouped(Stretch(0, 5), encoded)
    assert outer.content == [Stretch(2, 5)]
    assert (inner.sources, inner.content, inner.stance) == ([Stretch(2, 3)], [Stretch(4, 5)], "deny")


def test_content_in_two_parts_and_a_cue_of_three_words() -> None:
    """A | , according to the | mayor , | B."""
    encoded = _window([0, 1, 2, 2, 0, 0], {1: [3, 0, 0, 0, 1, 3]})
    (group,) = _grouped(Stretch(0, 6), encoded)
    assert group.cue == Stretch(1, 4)
    assert group.content == [Stretch(0, 1), Stretch(5, 6)]


def test_a_content_without_a_cue() -> None:
    (group,) = _grouped(Stretch(0, 3), _window([3, 0, 0], {0: [3, 4, 4]}))
    assert (group.cue, group.sources, group.content) == (None, [], [Stretch(0, 3)])


def test_a_cue_without_content_tells_nothing() -> None:
    assert _grouped(Stretch(0, 3), _window([0, 1, 0], {1: [1, 0, 0]})) == []


def test_no_cue_no_group() -> None:
    assert _grouped(Stretch(0, 3), _window([0, 0, 0], {})) == []


def test_tag_scores_are_products_and_the_words_own() -> None:
    rng = np.random.default_rng(3)
    shapes = ((6, 13), (6, 4, 3), (6, 4, 3), (6, 4), (6, 5), (6, WIDTH))
    encoded = Encoded(*(rng.normal(size=shape).astype(np.float32) for shape in shapes))
    rows = np.array([[[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 0]]])
    found = tag_scores(encoded, [2], rows)
    assert found.shape == (1, 6, 5)
    assert found[0, :, 0] == pytest.approx(encoded.worth[rows[0], 0].sum(1))
    product = encoded.anchors[2, 2] @ encoded.vectors[4, 2] + encoded.scores[4, 2]
    assert found[0, 4, 3] == pytest.approx(product + encoded.worth[4, 3] + encoded.worth[5, 3], abs=1e-5)
