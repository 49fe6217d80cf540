"""Times, measured on corpora of time expressions and on hand-made ledgers, beside what a user would take instead.

    python -m bench.when SHARED [--whole | --words N] [--seed N] [--errors CORPUS]

SHARED is a folder with `bench/time`, `gold/dev` and `score/score.py`, whose definitions are used: F1 of relaxed and of
strict spans, and of relaxed spans with the right value; beside them, strict spans with the right value. The program reads
whole reports. HeidelTime and dateparser's `search_dates` read a sample, drawn by `--seed` until it has so many words, or
with `--whole` all; the program's figures on the same texts stand beside theirs. `--errors CORPUS` prints what differs.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.corpora import Row, Rows, around, beside_nearest, issues, ledger_of, lines, report_of, scorer
from bench.other_times import AbsentError, Dateparser, HeidelTime

from rashomon.running.engine import Engine

CORPORA = ("tempeval3", "wikiwars")
#: corpora of articles on what is long past, which HeidelTime has a manner of its own for
_NARRATIVES = frozenset({"wikiwars"})
_FIGURES = ("relaxed", "strict", "value", "strict and value")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--whole", action="store_true", help="let the others read all")
    parser.add_argument("--words", type=int, default=10_000, help="how much the others read of each corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", choices=CORPORA, help="print what differs in one corpus")
    options = parser.parse_args()
    bench = Bench(options.shared)
    print(f"{'times, F1':34}" + "".join(f"{name:>18}" for name in _FIGURES) + f"{'words a second':>18}")
    for corpus in CORPORA:
        words = 0 if options.whole else options.words
        bench.corpus(corpus, words, options.seed, corpus == options.errors)
    bench.ledgers()


class Bench:
    """The corpora and the program, loaded once."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared
        self._score = scorer(shared)
        self._engine = Engine()

    def corpus(self, name: str, words: int, seed: int, show: bool) -> None:
        """The figures of one corpus; the others read about `words` of it, or all where that is 0."""
        rows = lines(self._shared / f"bench/time/{name}/train.jsonl")
        reports = [report_of(row, row["dct"]) for row in rows]
        began = time.perf_counter()
        found = [ledger_of(self._engine, report) for report in reports]
        took = time.perf_counter() - began
        size = sum(map(_words, rows))
        gold = sum(len(row["timexes"]) for row in rows)
        print(f"{name} train: {len(rows)} reports, {size} words, {gold} times; {issues(found)}")
        self._row("rashomon, whole ledgers", rows, found, size / took)
        for start, half in ((0, "  reports 0, 2, 4 …"), (1, "  reports 1, 3, 5 …")):
            self._row(half, rows[start::2], found[start::2])
        chosen = _sample(rows, words, seed)
        some = [rows[i] for i in chosen]
        if len(some) < len(rows):
            print(f" {len(some)} reports, {sum(map(_words, some))} words, drawn with seed {seed}")
            self._row("rashomon", some, [found[i] for i in chosen])
        self._other(lambda: HeidelTime(narrative=name in _NARRATIVES), some)
        self._other(Dateparser, some)
        if show:
            self._show(rows, found)

    def ledgers(self) -> None:
        """The days of events in hand-made ledgers, beside the times named nearest to them."""
        size, ours, others = beside_nearest(self._shared, self._engine, "time", "when", _ids)
        print(f"day of an event right, on matched events that have one, gold dev, {size} ledgers")
        print(f"  rashomon {ours:.3f}  time named nearest {others:.3f}")

    def _other(self, make: Callable[[], HeidelTime | Dateparser], rows: Rows) -> None:
        try:
            other = make()
            began = time.perf_counter()
            found = [{"times": other.find(row["text"], row["dct"])} for row in rows]
        except AbsentError as error:
            print(f"  not there: {error}")
        else:
            self._row(other.name, rows, found, sum(map(_words, rows)) / (time.perf_counter() - began))

    def _row(self, name: str, rows: Rows, found: Rows, speed: float | None = None) -> None:
        figures = {**self._score.times(rows, found), "strict and value": self._both(rows, found)}
        cells = "".join(f"{figures[key]:18.3f}" for key in _FIGURES)
        print(f"  {name:32}{cells}" + (f"{speed:18,.0f}" if speed else ""))

    def _both(self, rows: Rows, found: Rows) -> float:
        """F1 of times whose span and value are both gold's."""
        right = 0
        for row, each in zip(rows, found, strict=True):
            wanted = {(t["start"], t["end"]): t["value"] for t in row["timexes"]}
            right += sum(wanted.get((t["span"]["start"], t["span"]["end"])) == t["value"] for t in each["times"])
        told, gold = sum(len(each["times"]) for each in found), sum(len(row["timexes"]) for row in rows)
        f1: float = self._score.prf(right, told, gold)[2]
        return f1

    def _show(self, rows: Rows, found: Rows) -> None:
        for row, each in zip(rows, found, strict=True):
            text, gold, told = row["text"], row["timexes"], each["times"]
            pairs = self._score.match(told, gold, lambda p, q: _overlap(p["span"], q))
            for i, j, _ in pairs:
                span, value, wanted = told[i]["span"], told[i]["value"], gold[j]
                shown = around(text, span["start"], span["end"])
                if (span["start"], span["end"]) != (wanted["start"], wanted["end"]):
                    print(f"{row['id']} SPAN   {shown} for {text[wanted['start'] : wanted['end']]!r}")
                if value != wanted["value"]:
                    print(f"{row['id']} VALUE  {shown} {value} for {wanted['value']} {row['dct']} {told[i]['reason']}")
            met, known = {i for i, *_ in pairs}, {j for _, j, _ in pairs}
            for i, extra in enumerate(told):
                if i not in met:
                    print(f"{row['id']} EXTRA  {around(text, extra['span']['start'], extra['span']['end'])}")
            for j, missed in enumerate(gold):
                if j not in known:
                    print(f"{row['id']} MISSED {around(text, missed['start'], missed['end'])} {missed['value']}")


def _sample(rows: Rows, words: int, seed: int) -> list[int]:
    """Numbers of rows drawn until they have so many words, in their order; all where `words` is 0."""
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    size, chosen = 0, []
    for i in order:
        if words and size >= words:
            break
        size += _words(rows[i])
        chosen.append(i)
    return sorted(chosen)


def _words(row: Row) -> int:
    return len(row["text"].split())


def _ids(found: Row) -> Iterator[tuple[str, Row]]:
    return ((t["id"], t["span"]) for t in found["times"])


def _overlap(one: Row, other: Row) -> int:
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


if __name__ == "__main__":
    main()
