"""From the encoder's scores to spans, and from spans to attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rashomon.reading.parsed import Parsed, Stretch

Floats = npt.NDArray[np.float32]
#: longest window in words, as in training
WINDOW = 110
_SOURCE, _CUE, _CONTENT = range(3)


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window: label scores (words x 9: begin, inside and outside of source, cue, content), span vectors (words x 2
    x 64: as a source, as a content) and cue vectors (words x 64). The product of a span's vector with a cue's says how
    well they belong together."""

    labels: Floats
    span: Floats
    cue: Floats


@dataclass(slots=True)
class Grouped:
    """Spans that the encoder puts together: one cue (or none), its sources and its contents."""

    cue: Stretch | None
    sources: list[Stretch] = field(default_factory=list)
    content: list[Stretch] = field(default_factory=list)
    score: float = 0.0


def windows_of(parsed: Parsed) -> list[Stretch]:
    """Runs of whole sentences of at most `WINDOW` words; a longer sentence is cut."""
    found: list[Stretch] = []
    for sentence in parsed.sentences():
        start = sentence.start
        while sentence.end - start > WINDOW:
            found.append(Stretch(start, start + WINDOW))
            start += WINDOW
        if found and found[-1].end == start and sentence.end - found[-1].start <= WINDOW:
            found[-1] = Stretch(found[-1].start, sentence.end)
        else:
            found.append(Stretch(start, sentence.end))
    return found


def grouped(window: Stretch, encoded: Encoded) -> list[Grouped]:
    """The attributions of one window, in the order of their cues; contents without a cue come as groups of their own."""
    sources, cues, contents = (_spans(encoded.labels[:, 3 * layer : 3 * layer + 3]) for layer in range(3))
    found = [Grouped(Stretch(window.start + a, window.start + b)) for a, b in cues]
    starts = [a for a, _ in cues]
    loose: list[Grouped] = []
    for a, b in contents:
        stretch = Stretch(window.start + a, window.start + b)
        home = _cue_for(encoded, a, 1, starts)
        if home is None:
            loose.append(Grouped(None, content=[stretch]))
        else:
            found[home].content.append(stretch)
    for a, b in sources:
        home = _cue_for(encoded, a, 0, starts)
        if home is not None:
            found[home].sources.append(Stretch(window.start + a, window.start + b))
    _lend_sources(window, encoded, found, sources)
    for group in found:
        group.score = _sureness(window, encoded, group)
    return sorted([g for g in found if g.content] + loose, key=lambda g: g.cue or g.content[0])


def _cue_for(encoded: Encoded, start: int, which: int, cues: Sequence[int]) -> int | None:
    """Which cue (index into `cues`, first words) a span that begins at `start` belongs to; None: to none of them."""
    if not cues:
        return None
    scores = encoded.cue[list(cues)] @ encoded.span[start, which]
    best = int(np.argmax(scores))
    alone = float(encoded.cue[start] @ encoded.span[start, which])
    return best if float(scores[best]) >= alone else None


def _lend_sources(window: Stretch, encoded: Encoded, found: list[Grouped], sources: list[tuple[int, int]]) -> None:
    """Gives a cue without a source the source that fits it best, where one lies before it ("said X, adding Y")."""
    for group in found:
        if group.sources or group.cue is None or not sources:
            continue
        at = group.cue.start - window.start
        before = [s for s in sources if s[0] < at] or sources
        scores = encoded.span[[s[0] for s in before], 0] @ encoded.cue[at]
        a, b = before[int(np.argmax(scores))]
        if float(scores.max()) > 0:
            group.sources.append(Stretch(window.start + a, window.start + b))


def _sureness(window: Stretch, encoded: Encoded, group: Grouped) -> float:
    """The mean probability of the words that begin the group's spans."""
    firsts = [(group.cue, _CUE)] if group.cue else []
    firsts += [(s, _SOURCE) for s in group.sources] + [(c, _CONTENT) for c in group.content]
    chances = []
    for stretch, layer in firsts:
        scores = encoded.labels[stretch.start - window.start, 3 * layer : 3 * layer + 3]
        weights = np.exp(scores - scores.max())
        chances.append(float(1 - weights[0] / weights.sum()))
    return sum(chances) / len(chances)


def _spans(scores: Floats) -> list[tuple[int, int]]:
    """The best reading of begin, inside, outside in which nothing goes on that has not begun (Viterbi)."""
    logs = (
        scores
        - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
        - scores.max(1, keepdims=True)
    )
    size = len(logs)
    allowed = np.zeros((3, 3), dtype=np.float32)
    allowed[0, 2] = -1e9
    best = logs[0].copy()
    best[2] = -1e9
    back = np.zeros((size, 3), dtype=np.int64)
    for i in range(1, size):
        ways = best[:, None] + allowed
        back[i] = ways.argmax(0)
        best = ways.max(0) + logs[i]
    path = [int(best.argmax())]
    for i in range(size - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    path.reverse()
    found: list[tuple[int, int]] = []
    for i, label in enumerate(path):
        if label == 1:
            found.append((i, i + 1))
        elif label == 2:
            found[-1] = (found[-1][0], i + 1)
    return found
