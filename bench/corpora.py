"""What the benches share: corpora in JSON lines, the scorer beside them, ledgers of both.

Run the benches from the repository's root, `python -m bench.where SHARED`, so that this module is found.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from rashomon.errors import SettingsError
from rashomon.intake.text import read_text
from rashomon.records import Report
from rashomon.records.codec import to_dict
from rashomon.running.engine import Engine

Row = dict[str, Any]
Rows = list[Row]
#: fields of a row that a user would hand over with the text
_GIVEN = ("id", "title", "publisher", "url", "published")


def refuse(message: str) -> NoReturn:
    """Ends the program with one sentence."""
    print(message, file=sys.stderr)
    raise SystemExit(2)


def scorer(shared: Path) -> ModuleType:
    """The definitions of the figures, SHARED/score/score.py."""
    path = shared / "score/score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        refuse(f"{path}: there is no scorer there; give the folder that holds bench, gold and score.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> Rows:
    """The rows of a corpus."""
    if not path.exists():
        refuse(f"{path}: there is no corpus there; give the folder that holds bench, gold and score.")
    with path.open(encoding="utf-8") as file:  # not splitlines, which cuts at characters that a text may hold
        return [json.loads(line) for line in file if line.strip()]


def made_by_hand(shared: Path) -> Rows:
    """The hand-made ledgers for development."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "gold/dev").glob("*.json"))]
    if not rows:
        refuse(f"{shared / 'gold/dev'}: there are no ledgers there; give the folder that holds bench, gold and score.")
    return [row for row in rows if "statements" in row]


def report_of(row: Row, published: str | None = None) -> Report:
    """The report as a user would hand it over; a date of publication that is no ISO date is left out."""
    given = {"id": "report", **{key: row[key] for key in _GIVEN if row.get(key)}}
    given |= {"published": published} if published else {}
    try:
        return read_text(row["text"], **given)
    except SettingsError:
        return read_text(row["text"], **(given | {"published": None}))


def ledger_of(engine: Engine, report: Report) -> Row:
    """The program's ledger, as JSON has it."""
    return to_dict(engine.read(report))


def issues(ledgers: Rows) -> str:
    """What was noted about reports, in a few words: reports that were not read, or not wholly, show here."""
    codes = [issue["code"] for found in ledgers for issue in found["issues"]]
    counts = ", ".join(f"{code} {codes.count(code)}" for code in sorted(set(codes)))
    return f"issues: {counts or 'none'}"


def around(text: str, start: int, end: int) -> str:
    """The words at [start, end) in brackets, with some before and after, on one line."""
    return " ".join(f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}".split())


def nearest(anchor: Mapping[str, int], mentions: Iterator[tuple[str, Mapping[str, int]]]) -> str | None:
    """The id of the mention nearest to an anchor in the text, or None where there is none: what a user would take."""
    gaps = [
        (max(span["start"] - anchor["end"], anchor["start"] - span["end"], 0), span["start"], name)
        for name, span in mentions
    ]
    return min(gaps)[2] if gaps else None


def beside_nearest(
    shared: Path, engine: Engine, tie: str, figure: str, mentions: Callable[[Row], Iterator[tuple[str, Row]]]
) -> tuple[int, float, float]:
    """How many hand-made ledgers there are, how often the `tie` ("place", "time") of an event is right in them by the
    scorer's `figure`, and how often that of the `mentions` (id, span) named nearest would be."""
    score = scorer(shared)
    golds = made_by_hand(shared)
    found = [ledger_of(engine, report_of(gold)) for gold in golds]
    near = [
        each | {"events": [e | {tie: nearest(e["anchors"][0], mentions(each))} for e in each["events"]]}
        for each in found
    ]
    ours, others = (float(score.gold_ledgers(golds, some)[figure]) for some in (found, near))
    return len(golds), ours, others
