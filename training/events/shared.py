"""What the statement encoder's lower layers, which the heads for events share, make of windows of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
import onnxruntime

from rashomon.models.encoder import MAX_PIECES, WEIGHTS, Encoder
from training.events.data import Window
from training.events.model import SHARED

#: the name that the exporter of `training.statements.export` gives to the output of that layer
OUTPUT = f"/encoder/encoder/layer.{SHARED - 1}/output/LayerNorm/LayerNormalization_output_0"
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Seen:
    """The vectors of a window's wordpieces (pieces x size), and the position of each word's first piece."""

    hidden: Any
    first: list[int]


def lower_layers(encoder: Encoder, windows: Sequence[Window]) -> Iterator[Seen]:
    """The shared layers' output for each window, in order, as the int8 graph gives it at run time."""
    whole = onnx.load(WEIGHTS / "encoder.onnx")
    whole.graph.value_info.append(onnx.helper.make_tensor_value_info(OUTPUT, onnx.TensorProto.FLOAT, None))
    lower = onnx.utils.Extractor(whole).extract_model(["pieces", "mask"], [OUTPUT])
    session = onnxruntime.InferenceSession(lower.SerializeToString(), providers=["CPUExecutionProvider"])
    encodings = encoder.tokenize(w.words for w in windows)
    order = sorted(range(len(windows)), key=lambda i: len(encodings[i].ids))
    found: dict[int, Seen] = {}
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        size = max(len(encodings[i].ids[:MAX_PIECES]) for i in batch)
        pieces, mask = (np.zeros((len(batch), size), dtype=np.int64) for _ in range(2))
        for row, i in enumerate(batch):
            ids = encodings[i].ids[:MAX_PIECES]
            pieces[row, : len(ids)], mask[row, : len(ids)] = ids, 1
        (hidden,) = session.run([OUTPUT], {"pieces": pieces, "mask": mask})
        for row, i in enumerate(batch):
            length = int(mask[row].sum())
            found[i] = Seen(hidden[row, :length].astype(np.float16), _first(encodings[i], len(windows[i].words)))
    return (found[i] for i in range(len(windows)))


def _first(encoding: Any, words: int) -> list[int]:
    first = [0] * words
    for position in range(min(len(encoding.ids), MAX_PIECES) - 1, -1, -1):
        word = encoding.word_ids[position]
        if word is not None:
            first[word] = position
    return first
