"""Makes the encoder from nothing: trains and exports statements, then events upon their lower layers, then fits the
confidence of both, each where it was not done yet.

    python -m training.run SHARED OUT

SHARED holds `bench/attribution`, `bench/events`, `bench/factuality` and `gold/train`. What the package ships lands in
`src/rashomon/models/weights` and in the two tables of weights; checkpoints stay in OUT, those of events under the sha256 of
the encoder that they stand on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from rashomon.models.pinned import file_sha256

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src/rashomon/models/weights"
STATEMENTS = ROOT / "src/rashomon/reading/statements/confidence.tsv"
EVENTS = ROOT / "src/rashomon/reading/events/weights.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    shared, out = options.shared.resolve(), options.out.resolve()
    corpora = [
        "--polnear",
        str(shared / "bench/attribution/polnear/train.jsonl"),
        "--ledgers",
        str(shared / "gold/train"),
    ]
    statements = out / "statements"
    if not (statements / "model.pt").exists():
        _run("statements.train", *corpora, "--out", str(statements))
    _run("statements.export", str(statements / "model.pt"), str(WEIGHTS))
    events = out / "events" / file_sha256(WEIGHTS / "encoder.onnx")[:12]
    if not (events / "model.pt").exists():
        _run("events.train", str(shared), "--out", str(events))
    _run("events.export", str(events / "model.pt"), str(WEIGHTS))
    # the program runs all heads at once, so these wait until they are all there
    STATEMENTS.write_text(_run("statements.confidence", *corpora, keep=True), encoding="utf-8")
    EVENTS.write_text(_run("events.confidence", str(shared), keep=True), encoding="utf-8")
    print(f"{WEIGHTS}, {STATEMENTS} and {EVENTS} are new; `make bench-statements bench-events` say how good they are")


def _run(name: str, *arguments: str, keep: bool = False) -> str:
    """Runs one of the programs of `training`; raises SystemExit with its exit code where it fails."""
    command = [sys.executable, "-m", f"training.{name}", *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.PIPE if keep else None, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout or ""


if __name__ == "__main__":
    main()
