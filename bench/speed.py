"""How long reading takes: end to end against a bare pass of the same spaCy model over the same text; start; memory.

    python bench/speed.py REPORT_OR_FOLDER… [--rounds N] [--words N]

Prints ratios of times taken in turn in one process (A B A B …), which hold on a machine whose speed drifts. The text is
repeated until it has --words words, so that a few reports measure as many.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rashomon.intake.files import read_path
from rashomon.reading.model import load_model
from rashomon.records import Report
from rashomon.running.engine import Engine


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=20_000)
    arguments = parser.parse_args()
    reports = _reports(arguments.paths, arguments.words)
    words = sum(len(r.text.split()) for r in reports)
    model = load_model()
    engine = Engine(model=model)

    def whole() -> None:
        for report in reports:
            engine.read(report)

    def bare() -> None:
        for report in reports:
            list(model.nlp.pipe([report.text[a:b] for a, b in report.body]))

    whole()
    bare()
    pairs = [(_seconds(whole), _seconds(bare)) for _ in range(arguments.rounds)]
    ratios = [a / b for a, b in pairs]
    print(f"reports {len(reports)}  words {words}  rounds {arguments.rounds}")
    print(f"end to end / bare spaCy pass: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    print(f"words a second end to end: {words / statistics.median(a for a, _ in pairs):,.0f}")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    _cold(reports[0], arguments.rounds)


def _reports(paths: Sequence[Path], words: int) -> list[Report]:
    """The reports under `paths`, over and over until there are `words` words of them."""
    files = [f for p in paths for f in (sorted(p.glob("*.txt")) if p.is_dir() else [p])]
    found = [read_path(f)[0] for f in files]
    if not found:
        sys.exit("no report (*.txt) there")
    out: list[Report] = []
    have = 0
    while have < words:
        for report in found:
            out.append(report)
            have += len(report.text.split())
    return out


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _cold(report: Report, rounds: int) -> None:
    """The whole command on one report, from nothing to its ledger, as a user waits for it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(report.text, encoding="utf-8")
        command = [str(Path(sys.executable).with_name("rashomon")), "read", "--json", str(path)]
        taken = []
        for _ in range(rounds):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"cold start to first ledger: {statistics.median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f})")
    print(f"peak memory of the command: {peak:.0f} MB")


if __name__ == "__main__":
    main()
