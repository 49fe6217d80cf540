"""Who says what, measured on PolNeAR: the encoder joined with the grammar, the grammar alone, and two plain rules.

    python -m training.statements.evaluate ENCODER SHARED [--reports N]

ENCODER is what `export` wrote; SHARED a folder with `bench/attribution/polnear/dev.jsonl` and `score/score.py`, whose
definitions are used.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from rashomon.intake.text import read_text
from rashomon.reading.drafts import Attribution
from rashomon.reading.model import load_model
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.quotations import find_quotations
from rashomon.reading.statements.words import words
from training.statements.encoder import Encoder
from training.statements.joining import joined, learned

Finder = Callable[[Parsed], list[dict[str, Any]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("encoder", type=Path)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reports", type=int, default=10_000, help="of PolNeAR's dev part")
    options = parser.parse_args()
    score = _module(options.shared / "score/score.py")
    path = options.shared / "bench/attribution/polnear/dev.jsonl"
    golds = [json.loads(line) for line in path.open(encoding="utf-8")][: options.reports]
    nlp = load_model().nlp
    parsed = [parse(nlp, read_text(g["text"], id=g["id"])) for g in golds]
    encoder = Encoder(options.encoder)
    finders: dict[str, Finder] = {
        "encoder and grammar": lambda p: _found(p, joined(p, find_statements(p), learned(p, encoder))),
        "encoder alone": lambda p: _found(p, learned(p, encoder)),
        "grammar alone": lambda p: _found(p, find_statements(p)),
        "quotation marks and verbs": _marks_and_verbs,
        "every sentence is content": _every_sentence,
    }
    for name, find in finders.items():
        figures = score.attribution(golds, [{"statements": find(p)} for p in parsed])
        print(
            f"{name:28}"
            + "  ".join(f"{key} {figures[key]:.3f}" for key in ("all_token", "all_exact", "all_half", "whole"))
        )
        print(
            " " * 28
            + "  ".join(f"{key} {value:.3f}" for key, value in figures.items() if not key.startswith(("all", "wh")))
        )


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: there is no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _found(parsed: Parsed, attributions: list[Attribution]) -> list[dict[str, Any]]:
    return [
        {
            "sources": [_span(parsed, a.source)] if a.source is not None else [],
            "cue": _span(parsed, a.cue) if a.cue is not None else None,
            "content": [_span(parsed, part) for part in a.content],
        }
        for a in attributions
    ]


def _marks_and_verbs(parsed: Parsed) -> list[dict[str, Any]]:
    """Each quotation of four words, with the first cue verb of its sentence and that verb's subject."""
    found = []
    for quotation in find_quotations(parsed):
        if quotation.words < 4:
            continue
        sentence = parsed.sentence(quotation.stretch.end - 1)
        outside = [t for t in sentence if not quotation.stretch.start <= t.i < quotation.stretch.end]
        cue = next((t for t in outside if t.lemma_ in words().verbs), None)
        source = next((c for c in cue.children if c.dep_ == "nsubj"), None) if cue is not None else None
        found.append(
            {
                "sources": [_span(parsed, Stretch(source.left_edge.i, source.right_edge.i + 1))]
                if source is not None
                else [],
                "cue": _span(parsed, Stretch(cue.i, cue.i + 1)) if cue is not None else None,
                "content": [_span(parsed, quotation.stretch)],
            }
        )
    return found


def _every_sentence(parsed: Parsed) -> list[dict[str, Any]]:
    return [
        {"sources": [], "cue": None, "content": [_span(parsed, Stretch(s.start, s.end))]} for s in parsed.sentences()
    ]


def _span(parsed: Parsed, stretch: Stretch) -> dict[str, int]:
    span = parsed.of(stretch)
    return {"start": span.start, "end": span.end}


if __name__ == "__main__":
    main()
