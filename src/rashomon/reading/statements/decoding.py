"""From the encoder's scores to attributions: which words are cues, and what every other word is to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.models.encoder import ANCHORS, STANCES, Encoded, Floats, Integers
from rashomon.reading.parsed import Stretch
from rashomon.reading.statements.features import Grammar
from rashomon.records import Stance

_STANCES: tuple[Stance, ...] = ("affirm", "deny", "open")
#: a label of anchors: no cue, a cue begins, goes on, a content without a cue begins
_OUT, _CUE, _IN_CUE, _BARE = range(4)
#: labels that go on, and those that they may follow
_CUE_GOES_ON = {_IN_CUE: (_CUE, _IN_CUE)}
#: a tag: nothing, a source begins, goes on, a content begins, goes on
_TAGS_GO_ON = {2: (1, 2), 4: (3, 4)}
#: a cue is looked for wherever its probability is at least this; whether it is believed is decided later
_POSSIBLE = 0.2
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution as the encoder sees it, in token stretches of the report.

    `anchored`, `told` and `owned` are probabilities: of the cue, and the mean over the words of the content and of the
    source (0 where there is none).
    """

    window: Stretch
    cue: Stretch | None
    sources: list[Stretch]
    content: list[Stretch]
    stance: Stance
    anchored: float
    told: float
    owned: float


def cue_chances(encoded: Encoded) -> Floats:
    """For each word the probability that it belongs to a cue."""
    chances = _softmax(encoded.labels[:, ANCHORS])
    return chances[:, _CUE] + chances[:, _IN_CUE]


def grouped(window: Stretch, encoded: Encoded, grammar: Grammar) -> list[Group]:
    """The attributions of one window, in the order of their anchors."""
    scores = encoded.labels[:, ANCHORS]
    chances = _softmax(scores)
    likely = scores.copy()
    likely[:, _CUE] += np.where(chances[:, _CUE] >= _POSSIBLE, np.maximum(0, likely[:, _OUT] - likely[:, _CUE]), 0)
    labels = best_path(likely[None], _CUE_GOES_ON)[0]
    anchors = [i for i, label in enumerate(labels) if label in (_CUE, _BARE)]
    if not anchors:
        return []
    tags = tag_scores(encoded, anchors, grammar.rows(window, anchors))
    tag_chances = _softmax(tags)
    stances = encoded.labels[anchors][:, STANCES]
    found = []
    for row, (anchor, path) in enumerate(zip(anchors, best_path(tags, _TAGS_GO_ON), strict=True)):
        content = _runs(path, 3)
        if not content:
            continue
        sources = _runs(path, 1)
        chance = tag_chances[row]
        found.append(
            Group(
                window=window,
                cue=_shifted(window, [(anchor, _end(labels, anchor))])[0] if labels[anchor] == _CUE else None,
                sources=_shifted(window, sources),
                content=_shifted(window, content),
                stance=_STANCES[int(stances[row].argmax())],
                anchored=float(chances[anchor, labels[anchor]]),
                told=_mean(chance[:, 3:].sum(1), content),
                owned=_mean(chance[:, 1:3].sum(1), sources),
            )
        )
    return found


def tag_scores(encoded: Encoded, anchors: list[int], rows: Integers) -> Floats:
    """Scores (anchors x words x 5) of the tags of every word for each anchor. `rows` (anchors x words x numbers): what is
    known of the word as a part of it."""
    own = np.einsum("atd,wtd->awt", encoded.anchors[anchors], encoded.vectors, optimize=True) + encoded.scores
    scores: Floats = np.concatenate([np.zeros_like(own[..., :1]), own], axis=-1) + encoded.worth[rows].sum(2)
    return scores


def best_path(scores: Floats, goes_on: Mapping[int, tuple[int, ...]]) -> npt.NDArray[np.int64]:
    """The likeliest labels (rows x words) for scores (rows x words x labels), where each label of `goes_on` may only
    follow those that it names (Viterbi)."""
    logs = scores - scores.max(-1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(-1, keepdims=True))
    rows, words, labels = logs.shape
    ways = np.zeros((labels, labels), dtype=np.float32)
    start = np.zeros(labels, dtype=np.float32)
    for label, before in goes_on.items():
        ways[[k for k in range(labels) if k not in before], label] = _NEVER
        start[label] = _NEVER
    best = logs[:, 0] + start
    back = np.zeros((words, rows, labels), dtype=np.int64)
    for i in range(1, words):
        through = best[:, :, None] + ways
        back[i] = through.argmax(1)
        best = np.take_along_axis(through, back[i][:, None], 1)[:, 0] + logs[:, i]
    path = np.zeros((rows, words), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for i in range(words - 1, 0, -1):
        path[:, i - 1] = back[i][every, path[:, i]]
    return path


def _end(labels: npt.NDArray[np.int64], start: int) -> int:
    end = start + 1
    while end < len(labels) and labels[end] == _IN_CUE:
        end += 1
    return end


def _runs(path: npt.NDArray[np.int64], begins: int) -> list[tuple[int, int]]:
    """The stretches of words that begin with tag `begins` and go on with the next."""
    found: list[tuple[int, int]] = []
    for i in np.flatnonzero((path == begins) | (path == begins + 1)):
        if path[i] == begins:
            found.append((int(i), int(i) + 1))
        else:
            found[-1] = (found[-1][0], int(i) + 1)
    return found


def _shifted(window: Stretch, spans: list[tuple[int, int]]) -> list[Stretch]:
    return [Stretch(window.start + start, window.start + end) for start, end in spans]


def _mean(chances: Floats, spans: list[tuple[int, int]]) -> float:
    return float(np.concatenate([chances[a:b] for a, b in spans]).mean()) if spans else 0.0


def _softmax(scores: Floats) -> Floats:
    weights: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    chances: Floats = weights / weights.sum(-1, keepdims=True)
    return chances
