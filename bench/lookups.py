"""Look-ups a second in the compiled gazetteer, on one core; the time to open it, and what it takes of memory while open.

    python bench/lookups.py [--gazetteer PATH] [--names N] [--rounds N] [--floor N]

"all different": N names drawn from the gazetteer itself, each asked once, so that nothing is remembered. "as in news": as
many questions, but a few names are asked again and again (the k-th most frequent 1/k as often as the first: Zipf's law).
The best of the rounds counts, each in a gazetteer newly opened. Seconds are of processor time, so that neighbours on the
machine do not count; waiting for a disk that has not been read from yet does not count either. Exit code
1 where "all different" is below the floor.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from rashomon.resolving.places import default_path, open_gazetteer

_SEED = 11


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--gazetteer", type=Path, default=None)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--floor", type=int, default=50_000)
    arguments = parser.parse_args()
    path = arguments.gazetteer or default_path()
    open_gazetteer(path).close()
    different = names_in(path, arguments.names)
    as_news = repeated(different)
    opening = statistics.median(_opening(path) for _ in range(arguments.rounds))
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB; opened in {1000 * opening:.1f} ms")
    fastest = 0.0
    for label, names in (("as in news", as_news), ("all different", different)):
        rates, grown = zip(*(_asked(path, names) for _ in range(arguments.rounds)), strict=True)
        fastest = max(rates)
        print(
            f"{label}: {fastest:,.0f} look-ups a second ({min(rates):,.0f} to {max(rates):,.0f}), {len(names):,} names,"
        )
        print(f"    {len(set(names)):,} of them different; resident memory grows by {max(grown):.0f} MB")
    sys.exit(0 if fastest >= arguments.floor else 1)


def names_in(path: Path, count: int) -> list[str]:
    """Names of the gazetteer, drawn at random: main names of places, and other names as they are kept."""
    draw = random.Random(_SEED)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        keys = [key for (key,) in connection.execute("SELECT DISTINCT key FROM name")]
        places = [name for (name,) in connection.execute("SELECT DISTINCT name FROM place ORDER BY id")]
    finally:
        connection.close()
    half = count // 2
    found = list(dict.fromkeys(draw.sample(keys, min(half, len(keys))) + draw.sample(places, min(half, len(places)))))
    draw.shuffle(found)
    return found


def repeated(names: Sequence[str]) -> list[str]:
    """As many names, drawn by Zipf's law."""
    weights = list(accumulate(1 / rank for rank in range(1, len(names) + 1)))
    return random.Random(_SEED).choices(names, cum_weights=weights, k=len(names))


def _opening(path: Path) -> float:
    begun = time.perf_counter()
    with open_gazetteer(path):
        return time.perf_counter() - begun


def _asked(path: Path, names: Sequence[str]) -> tuple[float, float]:
    """Look-ups a second, and by how many MB resident memory has grown since before the opening."""
    before = _resident()
    with open_gazetteer(path) as gazetteer:
        look_up = gazetteer.candidates
        begun = time.process_time()
        for name in names:
            look_up(name)
        taken = time.process_time() - begun
        return len(names) / taken, _resident() - before


def _resident() -> float:
    """Resident memory of this process in MB (Linux; 0 elsewhere)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
