"""The statement encoder: words in, arrays out. int8 ONNX, no Torch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from rashomon.errors import DataError
from training.statements.decoding import Encoded

#: windows are run together with others of like length; more at once gains nothing on two cores
_BATCH = 32


class Encoder:
    """The tokenizer and the ONNX session, from a folder with `encoder.onnx`, `tokenizer.json` and `pins.tsv`.

    Raises DataError when a file is missing or its sha256 is not the pinned one.
    """

    def __init__(self, folder: Path) -> None:
        self.sha256 = _checked(folder)
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, ["CPUExecutionProvider"])

    def encode(self, windows: Sequence[Sequence[str]]) -> list[Encoded]:
        """The arrays of each window of words, in order. Windows are run by length."""
        encodings = self._tokenizer.encode_batch([list(w) for w in windows], is_pretokenized=True)
        order = sorted(range(len(windows)), key=lambda i: len(encodings[i].ids))
        found: dict[int, Encoded] = {}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            arrays = self._run([encodings[i] for i in batch], [len(windows[i]) for i in batch])
            found.update(zip(batch, arrays, strict=True))
        return [found[i] for i in range(len(windows))]

    def _run(self, encodings: Sequence[Encoding], words: Sequence[int]) -> Iterator[Encoded]:
        shape = (len(encodings), max(len(e.ids) for e in encodings))
        pieces, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
        first = np.zeros((len(encodings), max(words)), dtype=np.int64)
        for row, encoding in enumerate(encodings):
            pieces[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
            for position in range(len(encoding.ids) - 1, -1, -1):
                word = encoding.word_ids[position]
                if word is not None:
                    first[row, word] = position
        labels, span, cue = self._session.run(None, {"pieces": pieces, "mask": mask, "first": first})
        for row, size in enumerate(words):
            yield Encoded(labels[row, :size], span[row, :size].reshape(size, 2, -1), cue[row, :size])


def _checked(folder: Path) -> str:
    """The sha256 of the encoder, once all pinned files have theirs."""
    try:
        rows = (folder / "pins.tsv").read_text(encoding="utf-8").splitlines()[1:]
        pins = dict(row.split("\t") for row in rows)
        for name, wanted in pins.items():
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                    raise DataError(
                        f"{folder / name}: the file is not the one that was released; install rashomon again"
                    )
        return pins["encoder.onnx"]
    except (OSError, KeyError, ValueError) as error:
        raise DataError(
            f"{folder}: the statement encoder is missing or broken ({error}); install rashomon again"
        ) from error
