"""Corpora to windows of words with labels.

A window is a run of sentences of one report, as many as fit into `WINDOW` words. Each word (spaCy token) has a label of
`ANCHORS`, which says where cues are, and of `EDGES` for sources and contents whoever they belong to. Each attribution has
a row: its anchor (the first word of its cue, or of its content where the cue is absent or in another window) and a tag of
`TAGS` for each word of the window, so that attributions may lie inside each other and share sources.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from rashomon.intake.text import read_text
from rashomon.reading.parsed import Parsed, parse
from rashomon.reading.statements.features import Grammar
from rashomon.reading.statements.find import by_grammar
from rashomon.reading.statements.windows import windows_of
from rashomon.records import Report
from training.annotation import read_reports

LAYERS = ("source", "cue", "content")
#: outside; a cue begins, goes on; the content of an attribution without a cue here begins
ANCHORS = ("out", "cue", "in cue", "bare content")
#: for source and for content: outside, begins, goes on
EDGES = ("out", "begin", "in")
#: what a word is to one attribution
TAGS = ("out", "source begins", "in source", "content begins", "in content")
STANCES = ("affirm", "deny", "open")
Span = tuple[int, int]


@dataclass(slots=True)
class Marked:
    """One attribution: character spans by layer, and its stance where the corpus gives one."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """A report with its attributions."""

    corpus: str
    report: Report
    attributions: list[Marked]
    weight: float


@dataclass(slots=True)
class Row:
    """One attribution in one window: the word it is anchored at, a tag for each word, its stance (-1: unknown), and what
    `Grammar.rows` knows of each word."""

    anchor: int
    tags: list[int]
    stance: int
    known: list[list[int]]


@dataclass(slots=True)
class Window:
    """Words, their features, their anchor labels, their edge labels (words x 2: source, content), and the attributions."""

    words: list[str]
    features: list[list[int]]
    anchors: list[int]
    edges: list[list[int]]
    rows: list[Row]
    weight: float


def polnear(path: Path) -> Iterator[Gold]:
    """PolNeAR as JSON lines, in the order of the file. A span in fragments is read as its fragments."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            found = [Marked(*_layers({k: _fragments(a[k]) for k in LAYERS})) for a in record["attributions"]]
            yield Gold("PolNeAR", read_text(record["text"], id=record["id"]), found, 1.0)


def ledgers(folder: Path, weight: float) -> Iterator[Gold]:
    """Ledgers made by hand, in their compact form, by name."""
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if "statements" not in record:
            continue
        found = []
        for s in record["statements"]:
            spans = {"source": [s.get("source_span")], "cue": [s.get("cue_span")], "content": s["content_spans"]}
            kept = {k: [(x["start"], x["end"]) for x in v if x] for k, v in spans.items()}
            found.append(Marked(*_layers(kept), s.get("stance")))
        yield Gold("ledgers", read_text(record["text"], id=record["id"]), found, weight)


def own_reports(folder: Path, weight: float) -> Iterator[Gold]:
    """The annotated reports of this repository, by name."""
    for report in read_reports(folder):
        found = [Marked(a.source, a.cue, a.content, a.stance or None) for a in report.attributions.values()]
        body = tuple(paragraphs(report.text))
        yield Gold("own", Report(id=report.name, text=report.text, body=body), found, weight)


def windows(nlp: Language, golds: Iterable[Gold]) -> Iterator[Window]:
    """The windows of all reports, in order."""
    for gold in golds:
        yield from _windows(parse(nlp, gold.report), gold)


def _layers(spans: dict[str, list[Span]]) -> tuple[list[Span], list[Span], list[Span]]:
    return spans["source"], spans["cue"], spans["content"]


def _fragments(spans: list[dict[str, Any]]) -> list[Span]:
    return [(a, b) for s in spans for a, b in (s.get("fragments") or [(s["start"], s["end"])])]


def paragraphs(text: str) -> Iterator[Span]:
    """The spans of the paragraphs of a report of our own."""
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield start, start + len(part)
        start += len(part) + 2


def _windows(parsed: Parsed, gold: Gold) -> Iterator[Window]:
    found = [
        ({layer: tokens_under(parsed, getattr(a, layer)) for layer in LAYERS}, a.stance) for a in gold.attributions
    ]
    grammar = Grammar(parsed, by_grammar(parsed))
    for stretch in windows_of(parsed):
        start, end = stretch.start, stretch.end
        words = [parsed.doc[i].text for i in range(start, end)]
        features = grammar.columns[start:end].tolist()
        window = Window(words, features, [0] * len(words), [[0, 0] for _ in words], [], gold.weight)
        for spans, stance in found:
            here = {k: [(max(a, start) - start, min(b, end) - start) for a, b in v] for k, v in spans.items()}
            _enter(window, {k: [s for s in v if s[0] < s[1]] for k, v in here.items()}, stance)
        for row in window.rows:
            row.known = grammar.rows(stretch, [row.anchor])[0].tolist()
        yield window


def _enter(window: Window, spans: dict[str, list[Span]], stance: str | None) -> None:
    """Writes one attribution's part of the window into its labels."""
    for layer, column in (("source", 0), ("content", 1)):
        for start, end in spans[layer]:
            if not any(window.edges[i][column] for i in range(start, end)):
                for i in range(start, end):
                    window.edges[i][column] = 1 if i == start else 2
    if spans["cue"]:
        anchor = spans["cue"][0][0]
        for start, end in spans["cue"]:
            for i in range(start, end):
                window.anchors[i] = window.anchors[i] or (1 if i == anchor else 2)
    elif spans["content"]:
        anchor = spans["content"][0][0]
        window.anchors[anchor] = window.anchors[anchor] or 3
    else:
        return
    if any(row.anchor == anchor for row in window.rows):
        return
    tags = [0] * len(window.words)
    for layer, begin in (("source", 1), ("content", 3)):
        for start, end in spans[layer]:
            tags[start:end] = [begin, *[begin + 1] * (end - start - 1)]
    window.rows.append(Row(anchor, tags, STANCES.index(stance) if stance in STANCES else -1, []))


def tokens_under(parsed: Parsed, spans: Iterable[Span]) -> list[Span]:
    """The token stretches under character spans; what lies outside the body is left out."""
    found = []
    for start, end in spans:
        first = max(0, bisect_right(parsed.starts, start) - 1)
        inside = []
        for i in range(first, len(parsed.doc)):
            if parsed.starts[i] >= end:
                break
            if parsed.ends[i] > start:
                inside.append(i)
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return sorted(found)
