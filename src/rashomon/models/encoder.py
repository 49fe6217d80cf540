"""The encoder of statements and events: words in, arrays out. An int8 ONNX graph and its tokenizer, without Torch."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from rashomon.errors import DataError
from rashomon.models.pinned import file_sha256

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
#: the weights that the package brings, described in `CARD.md` beside them
WEIGHTS = Path(__file__).parent / "weights"
#: wordpieces of one window, its two ends included: the positions that the base model knows
MAX_PIECES = 512
#: windows are run with others of like length, so many at once; more gains nothing on two cores
_BATCH = 16
#: the columns of `Encoded.labels` that are read; those between are edges, which only training looks at
ANCHORS, STANCES = slice(0, 4), slice(10, 13)
_FILES = ("encoder.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the heads say of one window of words.

    `labels` (words x 13): scores of anchors (out, a cue begins, goes on, content without a cue begins), of edges of any
    source and of any content (out, begins, goes on), and of stances (affirm, deny, open). `anchors` and `vectors` (words x
    4 x size): their product is the score of each tag (source begins, goes on, content begins, goes on) of a word for the
    attribution that is anchored at another, to which the word's own `scores` (words x 4) is added, and the `worth`
    (numbers x 5) for each tag of what else is known of the word as a part of that attribution. `events` (words x 22): scores
    of what a word names (no event, each of the sixteen types), of an event's four flags, and how certain it is that it
    happened, from -1 to 1.
    """

    labels: Floats
    anchors: Floats
    vectors: Floats
    scores: Floats
    worth: Floats
    events: Floats


class Encoder:
    """The tokenizer and the ONNX session, from a folder with `encoder.onnx`, `tokenizer.json` and `pins.tsv`.

    Raises DataError when a file is missing, does not load, or its sha256 is not the pinned one. It runs on as
    many cores as OMP_NUM_THREADS says, else on all.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.sha256 = _checked(folder)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = _threads()
        try:
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "encoder.onnx"), options, ["CPUExecutionProvider"]
            )
        except Exception as error:  # both raise bare Exception subclasses of their own
            raise DataError(f"the statement encoder does not load ({error}); install rashomon again") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def encode(
        self, windows: Sequence[Sequence[str]], features: Sequence[Integers], lexicon: Sequence[Integers]
    ) -> Iterator[tuple[int, Encoded]]:
        """The number of each window of words with its arrays, the shortest window first.

        `features` holds for each window what parse and grammar know of its words, `lexicon` what the lexicon of events does:
        words x columns each, as the model was trained with.
        One window after the other, since the arrays of a long report would fill the memory. A window whose words have
        more than `MAX_PIECES` wordpieces is read in parts.
        """
        encodings = self.tokenize(windows)
        order = sorted(range(len(windows)), key=lambda i: len(encodings[i].ids))
        fitting = [i for i in order if len(encodings[i].ids) <= MAX_PIECES]
        for start in range(0, len(fitting), _BATCH):
            batch = fitting[start : start + _BATCH]
            known = [features[i] for i in batch], [lexicon[i] for i in batch]
            yield from zip(batch, self._run([encodings[i] for i in batch], *known), strict=True)
        for i in order[len(fitting) :]:
            if len(windows[i]) == 1:  # one endless word, an address or a hash: its beginning has to do
                encodings[i].truncate(MAX_PIECES)
                yield from zip([i], self._run([encodings[i]], [features[i]], [lexicon[i]]), strict=True)
                continue
            half = len(windows[i]) // 2
            halves = [[whole[:half], whole[half:]] for whole in (features[i], lexicon[i])]
            parts = dict(self.encode([windows[i][:half], windows[i][half:]], *halves))
            yield i, _joined(parts[0], parts[1])

    def tokenize(self, windows: Iterable[Sequence[str]]) -> list[Encoding]:
        """The wordpieces of each window of words."""
        return self._tokenizer.encode_batch([list(words) for words in windows], is_pretokenized=True)

    def _run(
        self, encodings: Sequence[Encoding], features: Sequence[Integers], lexicon: Sequence[Integers]
    ) -> Iterator[Encoded]:
        words = [len(columns) for columns in features]
        shape = (len(encodings), max(len(e.ids) for e in encodings))
        pieces, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        first = np.zeros((len(encodings), max(words)), dtype=np.int64)
        known, events = (np.zeros((*first.shape, of[0].shape[1]), dtype=np.int64) for of in (features, lexicon))
        for row, encoding in enumerate(encodings):
            known[row, : words[row]], events[row, : words[row]] = features[row], lexicon[row]
            pieces[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
            for position in range(len(encoding.ids) - 1, -1, -1):
                word = encoding.word_ids[position]
                if word is not None:
                    first[row, word] = position
        given = {"pieces": pieces, "mask": mask, "first": first, "features": known, "lexicon": events}
        labels, anchors, vectors, worth, told = self._session.run(None, given)
        for row, size in enumerate(words):
            own = vectors[row, :size]
            yield Encoded(
                labels[row, :size],
                anchors[row, :size].reshape(size, 4, -1),
                own[:, :-4].reshape(size, 4, -1),
                own[:, -4:],
                worth,
                told[row, :size],
            )


def _joined(first: Encoded, second: Encoded) -> Encoded:
    return Encoded(
        np.concatenate([first.labels, second.labels]),
        np.concatenate([first.anchors, second.anchors]),
        np.concatenate([first.vectors, second.vectors]),
        np.concatenate([first.scores, second.scores]),
        first.worth,
        np.concatenate([first.events, second.events]),
    )


def _checked(folder: Path) -> str:
    """The sha256 of the encoder's file, once all files are what they should be."""
    pins = folder / "pins.tsv"
    try:
        rows = [line.split("\t") for line in pins.read_text(encoding="utf-8").splitlines()[1:]]
        pinned = dict(rows)
        for name in _FILES:
            if file_sha256(folder / name) != pinned[name]:
                raise DataError(f"{folder / name} is not the file that {pins} pins; install rashomon again")
    except (OSError, ValueError, KeyError) as error:
        reason = f"the files of the statement encoder are not there or not whole ({error})"
        raise DataError(f"{folder}: {reason}; install rashomon again") from error
    return pinned[_FILES[0]]


def _threads() -> int:
    """The cores that OMP_NUM_THREADS allows (the first number, where it lists them by level); 0 leaves it to the machine."""
    given = os.environ.get("OMP_NUM_THREADS", "").split(",")[0].strip()
    return int(given) if given.isascii() and given.isdigit() else 0
