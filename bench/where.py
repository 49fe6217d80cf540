"""Places, measured on corpora of toponyms and on hand-made ledgers, beside what a user would take instead.

    python -m bench.where SHARED [--errors CORPUS]

SHARED is a folder with `bench/geo`, `gold/dev` and `score/score.py`, whose definitions are used: recognition by any
overlap; within 161 km and the same GeoNames id of gold that has coordinates, all of it or what is recognised of it. The
program reads whole reports. Beside it: the most populous place of each name that it recognises; the most populous of
each name of gold; names that spaCy's model takes for places, the most populous of each; what others state.
`--errors CORPUS` prints what is missed, too much and far off.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpora import Row, Rows, around, beside_nearest, issues, ledger_of, lines, report_of, scorer

from rashomon.reading.model import load_model
from rashomon.records import Report
from rashomon.resolving.places import Gazetteer, open_gazetteer
from rashomon.running.engine import Engine
from rashomon.running.gazetteer import ensure_gazetteer

CORPORA = ("geowebnews", "trnews", "lgl", "geovirus")
#: GeoWebNews's types of toponyms that stand for a place itself, which alone are the program's; the others name no types
LITERAL = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"})
_NEAR_KM = 161.0
#: spaCy's labels of places that have coordinates
_PLACES = frozenset({"GPE", "LOC"})
_FIGURES = ("recognition_p", "recognition_r", "recognition_f", "near_all", "near_found", "same_found")
_HEADS = ("P", "R", "F1", "near, all", "near, rec.", "id, rec.")
#: what SHARED/bench/README.md states of others on whole corpora, the parts here among them: within 161 km of all gold
#: spans, by the most populous place and by Mordecai 3 (which gives none for GeoVirus)
_STATED = {"geowebnews": (0.73, 0.941), "trnews": (0.65, 0.873), "lgl": (0.53, 0.827), "geovirus": (0.60, None)}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", choices=CORPORA, help="print what is wrong in one corpus")
    options = parser.parse_args()
    bench = Bench(options.shared)
    print(f"{'places':34}" + "".join(f"{head:>11}" for head in _HEADS))
    for corpus in CORPORA:
        bench.corpus(corpus, corpus == options.errors)
    bench.ledgers()


class Bench:
    """The corpora, the program and the gazetteer, loaded once."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared
        self._score = scorer(shared)
        self._engine = Engine()
        self._gazetteer = open_gazetteer(ensure_gazetteer())
        self._nlp = load_model().nlp

    def corpus(self, name: str, show: bool) -> None:
        """The figures of one corpus."""
        rows = lines(self._shared / f"bench/geo/{name}/dev.jsonl")
        for row in rows:
            row["toponyms"] = [t for t in row["toponyms"] if t.get("type", "Literal") in LITERAL]
        reports = [report_of(row) for row in rows]
        found = [ledger_of(self._engine, report) for report in reports]
        which = ", literal toponyms" if name == "geowebnews" else ""
        print(
            f"{name} dev{which}: {len(rows)} reports, {sum(len(r['toponyms']) for r in rows)} toponyms; {issues(found)}"
        )
        self._row("rashomon", rows, found)
        for start, half in ((0, "  reports 0, 2, 4 …"), (1, "  reports 1, 3, 5 …")):
            self._row(half, rows[start::2], found[start::2])
        own = [{"places": [self._populous(place, span) for place, span in _mentions(each)]} for each in found]
        self._row("most populous, same spans", rows, own)
        spans = [{"places": [self._populous(t, t) for t in row["toponyms"]]} for row in rows]
        self._row("most populous, gold's spans", rows, spans, given=True)
        self._row("spaCy's names, most populous", rows, [self._spacy(report) for report in reports])
        stated = zip(("most populous, as stated", "Mordecai 3, as stated"), _STATED[name], strict=True)
        for other, near in stated:
            if near is not None:
                print(f"  {other:32}{'':33}{near:11.3f}")
        if show:
            self._show(rows, found)

    def ledgers(self) -> None:
        """The places of events in hand-made ledgers, beside those named nearest to them."""
        size, ours, others = beside_nearest(self._shared, self._engine, "place", "where", _ids)
        print(f"place of an event right, on matched events that have one, gold dev, {size} ledgers")
        print(f"  rashomon {ours:.3f}  place named nearest {others:.3f}")

    def _row(self, name: str, rows: Rows, found: Rows, *, given: bool = False) -> None:
        """One row of figures; with spans `given` recognition says nothing, without ids in gold neither do ids."""
        figures = self._score.places(rows, found)
        has_ids = any(t.get("geonameid") for row in rows for t in row["toponyms"])
        left = {"recognition_p", "recognition_r", "recognition_f"} if given else set()
        left |= set() if has_ids else {"same_found"}
        print(
            f"  {name:32}" + "".join(f"{'-' if key in left else format(figures[key], '.3f'):>11}" for key in _FIGURES)
        )

    def _populous(self, named: Row, span: Row) -> Row:
        return _populous(self._gazetteer, span["text"] if "text" in span else named["name"], span["start"], span["end"])

    def _spacy(self, report: Report) -> Row:
        found = []
        for (start, _), doc in zip(report.body, self._nlp.pipe(report.text[a:b] for a, b in report.body), strict=True):
            names = [entity for entity in doc.ents if entity.label_ in _PLACES]
            found += [_populous(self._gazetteer, e.text, start + e.start_char, start + e.end_char) for e in names]
        return {"places": found}

    def _show(self, rows: Rows, found: Rows) -> None:
        for row, each in zip(rows, found, strict=True):
            text, gold = row["text"], row["toponyms"]
            mentions = list(_mentions(each))
            pairs = self._score.match(mentions, gold, lambda p, q: _overlap(p[1], q))
            for i, j, _ in pairs:
                place, far = mentions[i][0], gold[j]
                if far.get("lat") is not None and not self._is_near(place, far):
                    where = (
                        place["reason"]
                        or f"{place['feature']} {place['country']} {place['lat']:.1f} {place['lon']:.1f}"
                    )
                    shown = around(text, far["start"], far["end"])
                    print(f"{row['id']} FAR   {shown} is {far['lat']} {far['lon']} {far.get('geonameid')}: {where}")
            met, known = {i for i, *_ in pairs}, {j for _, j, _ in pairs}
            for i, (_, span) in enumerate(mentions):
                if i not in met:
                    print(f"{row['id']} EXTRA {around(text, span['start'], span['end'])}")
            for j, missed in enumerate(gold):
                if j not in known:
                    print(f"{row['id']} MISS  {around(text, missed['start'], missed['end'])}")

    def _is_near(self, place: Row, gold: Row) -> bool:
        if place["lat"] is None:
            return False
        distance: float = self._score.kilometres((place["lat"], place["lon"]), (gold["lat"], gold["lon"]))
        return distance <= _NEAR_KM


def _populous(gazetteer: Gazetteer, name: str, start: int, end: int) -> Row:
    """A ledger's place at [start, end): the most populous of the name."""
    first = next(iter(gazetteer.candidates(name)), None)
    point = {"lat": first.lat, "lon": first.lon, "geonames": first.geonames} if first else {}
    return {**point, "mentions": [{"start": start, "end": end}]}


def _mentions(found: Row) -> Iterator[tuple[Row, Row]]:
    for place in found["places"]:
        for span in place["mentions"]:
            yield place, span


def _ids(found: Row) -> Iterator[tuple[str, Row]]:
    for place, span in _mentions(found):
        yield place["id"], span


def _overlap(one: Row, other: Row) -> Any:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, shared) / max(one["end"] - one["start"], other["end"] - other["start"])


if __name__ == "__main__":
    main()
