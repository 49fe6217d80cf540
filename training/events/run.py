"""Makes the heads for events from nothing, upon the statement encoder that lies in the package: trains, exports, and fits
their confidence.

    python -m training.events.run SHARED OUT

SHARED holds `bench/events`, `bench/factuality` and `gold/train`. What the package ships lands in
`src/rashomon/models/weights` and `src/rashomon/reading/events/weights.tsv`; checkpoints stay in OUT. Run it after
`training.statements.run`, which makes the lower layers that these heads stand on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.statements.run import ROOT, WEIGHTS, run

CONFIDENCE = ROOT / "src/rashomon/reading/events/weights.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    shared, out = options.shared.resolve(), options.out.resolve()
    if not (out / "model.pt").exists():
        run("events.train", str(shared), "--out", str(out))
    run("events.export", str(out / "model.pt"), str(WEIGHTS))
    CONFIDENCE.write_text(run("events.confidence", str(shared), keep=True), encoding="utf-8")
    print(f"{WEIGHTS} and {CONFIDENCE} are new; `make bench-events` says how good they are")


if __name__ == "__main__":
    main()
