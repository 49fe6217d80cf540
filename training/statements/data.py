"""Corpora to windows of words with labels.

A window is a run of sentences of one report, as many as fit into `WINDOW` words. Every word (spaCy token) has one label for
each layer (source, cue, content): 0 outside, 1 begins a span, 2 goes on. Every word that begins a source or a content
also has a pointer to the word that begins its cue, or to itself where there is none in the window.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from rashomon.intake.text import read_text
from rashomon.reading.parsed import Parsed, parse
from rashomon.records import Report
from training.annotation import read_reports

WINDOW = 110
LAYERS = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its attributions, each a dict from layer to character spans."""

    report: Report
    attributions: list[dict[str, list[Span]]]
    weight: float


@dataclass(slots=True)
class Window:
    """Words with their labels (words x 3) and pointers (-1: none wanted)."""

    words: list[str]
    labels: list[list[int]]
    pointers: list[list[int]]
    weight: float


def polnear(path: Path) -> Iterator[Gold]:
    """PolNeAR as JSON lines."""
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        found = [
            {layer: [(s["start"], s["end"]) for s in a[layer]] for layer in LAYERS} for a in record["attributions"]
        ]
        yield Gold(read_text(record["text"], id=record["id"]), found, 1.0)


def ledgers(folder: Path, weight: float) -> Iterator[Gold]:
    """Ledgers made by hand, in their compact form."""
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if "statements" not in record:
            continue
        found = []
        for s in record["statements"]:
            spans = {"source": [s["source_span"]], "cue": [s["cue_span"]], "content": s["content_spans"]}
            found.append({k: [(x["start"], x["end"]) for x in v if x] for k, v in spans.items()})
        yield Gold(read_text(record["text"], id=record["id"]), found, weight)


def own_reports(folder: Path, weight: float) -> Iterator[Gold]:
    """The annotated reports of this repository."""
    for report in read_reports(folder):
        found = [{layer: getattr(a, layer) for layer in LAYERS} for a in report.attributions.values()]
        body = tuple(_paragraphs(report.text))
        yield Gold(Report(id=report.name, text=report.text, body=body), found, weight)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield start, start + len(part)
        start += len(part) + 2


def windows(nlp: Language, golds: Iterable[Gold]) -> Iterator[Window]:
    """The windows of all texts, in order."""
    for gold in golds:
        yield from _windows(parse(nlp, gold.report), gold)


def pack(parsed: Parsed) -> list[Span]:
    """Windows as token stretches: whole sentences, or parts of one that is too long alone."""
    found: list[Span] = []
    for sentence in parsed.sentences():
        start = sentence.start
        while sentence.end - start > WINDOW:
            found.append((start, start + WINDOW))
            start += WINDOW
        if found and found[-1][1] == start and sentence.end - found[-1][0] <= WINDOW:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((start, sentence.end))
    return found


def _windows(parsed: Parsed, gold: Gold) -> Iterator[Window]:
    size = len(parsed.doc)
    labels = [[0, 0, 0] for _ in range(size)]
    pointers = [[-1, -1] for _ in range(size)]
    for attribution in gold.attributions:
        spans = {layer: [t for s in attribution[layer] if (t := _tokens(parsed, s))] for layer in LAYERS}
        for number, layer in enumerate(LAYERS):
            for start, end in spans[layer]:
                if number == 1 or not any(labels[i][number] for i in range(start, end)):
                    labels[start][number] = 1
                    for i in range(start + 1, end):
                        labels[i][number] = 2
        cue = spans["cue"][0][0] if spans["cue"] else None
        for which, layer in enumerate(("source", "content")):
            for start, _ in spans[layer]:
                pointers[start][which] = cue if cue is not None else start
    for start, end in pack(parsed):
        inside = [
            [p - start if start <= p < end else (i - start if p >= 0 else -1) for p in pointers[i]]
            for i in range(start, end)
        ]
        words = [parsed.doc[i].text for i in range(start, end)]
        yield Window(words, labels[start:end], inside, gold.weight)


def _tokens(parsed: Parsed, span: Span) -> Span | None:
    """The tokens under a character span, or None where it lies outside the body."""
    start, end = span
    found = [i for i in _near(parsed, start) if parsed.starts[i] < end and parsed.ends[i] > start]
    return (found[0], found[-1] + 1) if found else None


def _near(parsed: Parsed, start: int) -> Sequence[int]:
    """Token numbers from just before the position on."""
    from bisect import bisect_right

    first = max(0, bisect_right(parsed.starts, start) - 1)
    return range(first, min(len(parsed.doc), first + 600))
