"""Makes the statement encoder from nothing: trains, exports, and fits its confidence, each where it was not done yet.

    python -m training.statements.run SHARED OUT

SHARED holds `bench/attribution/polnear/train.jsonl` and `gold/train`. What the package ships lands in
`src/rashomon/models/weights` and `src/rashomon/reading/statements/confidence.tsv`; checkpoints stay in OUT.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "src/rashomon/models/weights"
CONFIDENCE = ROOT / "src/rashomon/reading/statements/confidence.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    shared, out = options.shared.resolve(), options.out.resolve()
    corpora = ["--polnear", str(shared / "bench/attribution/polnear/train.jsonl")]
    corpora += ["--ledgers", str(shared / "gold/train")]
    if not (out / "model.pt").exists():
        run("statements.train", *corpora, "--out", str(out))
    run("statements.export", str(out / "model.pt"), str(WEIGHTS))
    found = run("statements.confidence", *corpora, keep=True)
    CONFIDENCE.write_text(found, encoding="utf-8")
    print(f"{WEIGHTS} and {CONFIDENCE} are new; `make bench-statements` says how good they are")


def run(name: str, *arguments: str, keep: bool = False) -> str:
    """Runs one of the programs of `training`; raises SystemExit with its exit code where it fails."""
    command = [sys.executable, "-m", f"training.{name}", *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.PIPE if keep else None, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout or ""


if __name__ == "__main__":
    main()
