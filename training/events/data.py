"""Corpora to windows of words with labels of events.

Three kinds of labels. Reports of our own and hand-made ledgers say for every word whether it names an event, of which type,
and with which flags. plv and cameo_class say of a sentence what it tells, but not with which word. The corpora of
factuality say of some words how sure the text is that it happened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from spacy.language import Language

from rashomon.intake.text import read_text
from rashomon.reading.events import find_events
from rashomon.reading.events.columns import FLAGS, TYPES, lexicon_columns
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.statements.features import Grammar
from rashomon.reading.statements.windows import windows_of
from rashomon.records import EventType, Report
from training.annotation import read_reports
from training.statements.data import paragraphs, tokens_under

#: plv has CONCEDE and RETREAT as one
FOLDED: dict[str, tuple[EventType, ...]] = {"YIELD": ("CONCEDE", "RETREAT")}
#: cameo_class's five classes; the first, mere statements, says nothing of types
PENTA: tuple[tuple[EventType, ...], ...] = (
    (),
    ("AGREE", "CONSULT", "SUPPORT"),
    ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
Span = tuple[int, int]


@dataclass(slots=True)
class Marked:
    """One event of a report: character spans of its anchors, the types that are right, its flags, the names of who does it
    and to whom; `optional` ones are neither wanted nor wrong."""

    anchors: list[Span]
    types: list[EventType]
    flags: frozenset[str]
    by: list[str]
    on: list[str]
    optional: bool = False


@dataclass(slots=True)
class Window:
    """Words, what parse and lexicon say of each, and labels: `types` for each word the numbers of the types that are right
    (empty: names no event; None: not said), `flags` of the words that name an event, `certain` from -3 to 3 of some words,
    `tells` the types of which the window tells one."""

    words: list[str]
    features: list[list[int]]
    lexicon: list[list[int]]
    types: list[list[int] | None] | None = None
    flags: dict[int, list[int]] = field(default_factory=dict)
    certain: dict[int, float] = field(default_factory=dict)
    tells: list[int] = field(default_factory=list)
    weight: float = 1.0


def own_reports(folder: Path) -> list[tuple[Report, list[Marked]]]:
    """The annotated reports of this repository, by name."""
    found = []
    for report in read_reports(folder):
        events = [Marked(e.anchors, [_type(e.type)], e.flags, e.by, e.on) for e in report.events.values()]
        body = tuple(paragraphs(report.text))
        found.append((Report(id=report.name, text=report.text, body=body), events))
    return found


def ledgers(folder: Path) -> list[tuple[Report, list[Marked]]]:
    """Ledgers made by hand, in their compact form, by name."""
    found = []
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if "statements" in record:
            found.append((read_text(record["text"], id=record["id"]), [_of_ledger(e) for e in record["events"]]))
    return found


def of_reports(nlp: Language, golds: Iterable[tuple[Report, list[Marked]]], weight: float) -> Iterator[Window]:
    """Windows of whole reports, each word labelled."""
    for report, events in golds:
        parsed = parse(nlp, report)
        types: list[list[int] | None] = [[] for _ in parsed.doc]
        flags: dict[int, list[int]] = {}
        for event in events:
            for start, end in tokens_under(parsed, event.anchors):
                head = parsed.doc[start:end].root.i
                for i in range(start, end):
                    types[i] = None
                types[head] = None if event.optional else [TYPES.index(t) for t in event.types]
                flags[head] = [int(name in event.flags) for name in FLAGS]
        for stretch, window in _windows(parsed):
            window.types = types[stretch.start : stretch.end]
            window.flags = {i - stretch.start: f for i, f in flags.items() if stretch.start <= i < stretch.end}
            window.weight = weight
            yield window


def of_sentences(nlp: Language, rows: Iterable[tuple[str, tuple[EventType, ...]]], weight: float) -> Iterator[Window]:
    """A window for each sentence (or passage) that tells of one of some types."""
    for text, types in rows:
        for _, window in list(_windows(parse(nlp, read_text(text, id="sentence"))))[:1]:
            window.tells = [TYPES.index(t) for t in types]
            window.weight = weight
            yield window


def of_certainty(nlp: Language, path: Path, weight: float, limit: int | None = None) -> Iterator[Window]:
    """Windows of a corpus of factuality."""
    for row in rows_of(path)[:limit]:
        parsed = parse(nlp, read_text(row["text"], id="sentence"))
        certain: dict[int, float] = {}
        for event in row["events"]:
            for start, end in tokens_under(parsed, [(event["start"], event["end"])]):
                certain[parsed.doc[start:end].root.i] = float(event["factuality"])
        for stretch, window in _windows(parsed):
            window.certain = {i - stretch.start: c for i, c in certain.items() if stretch.start <= i < stretch.end}
            window.weight = weight
            if window.certain:
                yield window


def plv(path: Path) -> list[tuple[str, tuple[EventType, ...]]]:
    """Sentences of plv with the types that their label stands for."""
    return [(row["text"], FOLDED.get(row["root"]) or (_type(row["root"]),)) for row in rows_of(path)]


def cameo_class(path: Path) -> list[tuple[str, tuple[EventType, ...]]]:
    """Sentences of cameo_class with the types of their class; mere statements are left out."""
    return [(row["text"], PENTA[row["label"]]) for row in rows_of(path) if PENTA[row["label"]]]


def synthetic(path: Path) -> list[tuple[str, tuple[EventType, ...]]]:
    """The invented stories of ngec_synthetic with their type."""
    return [(row["text"], (_type(row["label"]),)) for row in rows_of(path)]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _windows(parsed: Parsed) -> Iterator[tuple[Stretch, Window]]:
    features = Grammar(parsed, ()).columns
    lexicon = lexicon_columns(len(parsed.doc), find_events(parsed))
    for stretch in windows_of(parsed):
        cut = slice(stretch.start, stretch.end)
        words = [parsed.doc[i].text for i in stretch.tokens]
        yield stretch, Window(words, features[cut].tolist(), lexicon[cut].tolist())


def _of_ledger(event: dict[str, Any]) -> Marked:
    anchors = [(a["start"], a["end"]) for a in (event["anchor"], *event.get("more", []))]
    types = [t for t in (event["type"], *event.get("types_ok", [])) if t in TYPES]
    return Marked(
        anchors, types, frozenset(event["aux"]), event["actors"], event["recipients"], bool(event.get("optional"))
    )


def _type(name: str) -> EventType:
    for known in get_args(EventType):
        if known == name:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"{name} is no type of PLOVER's")
