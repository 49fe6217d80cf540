"""Who says what, measured on PolNeAR's dev part and on hand-made ledgers, beside what a user would take instead.

    python -m bench.statements SHARED [--reports N] [--rounds N] [--skip PART…]

SHARED is a folder with `bench/attribution/polnear/dev.jsonl`, `gold/dev` and `score/score.py`, whose definitions are used.
Prints attributions (words, exact spans, half spans, whole), with the same figures for the encoder alone, the grammar
alone, textacy's direct quotations, quotation marks with a verb list, and every sentence; statements of ledgers; how
often a confidence is right; words a second of the encoder against a bare spaCy pass; the time of growing texts.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import ledger_of, lines, made_by_hand, scorer

from rashomon.intake.text import read_text
from rashomon.models.encoder import Encoder, Integers
from rashomon.reading.drafts import Attribution
from rashomon.reading.events import find_events
from rashomon.reading.events.columns import lexicon_columns
from rashomon.reading.learned import learn
from rashomon.reading.model import load_model
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.decoding import Group
from rashomon.reading.statements.features import Grammar
from rashomon.reading.statements.find import by_grammar
from rashomon.reading.statements.quotations import find_quotations
from rashomon.reading.statements.windows import windows_of
from rashomon.reading.statements.words import words
from rashomon.records import Report
from rashomon.running.engine import Engine

Told = list[dict[str, Any]]
Finder = Callable[[Parsed], Told]
PARTS = ("attributions", "ledgers", "confidence", "speed", "growth")
_ALL = ("all_token", "all_exact", "all_half", "whole")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reports", type=int, default=10_000, help="of PolNeAR's dev part")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--skip", nargs="*", choices=PARTS, default=[])
    options = parser.parse_args()
    bench = Bench(options.shared, options.reports)
    if "attributions" not in options.skip:
        bench.attributions()
    if "ledgers" not in options.skip:
        bench.ledgers()
    if "confidence" not in options.skip:
        bench.confidence()
    if "speed" not in options.skip:
        bench.speed(options.rounds)
    if "growth" not in options.skip:
        bench.growth()


class Bench:
    """The corpora and the program, loaded once."""

    def __init__(self, shared: Path, reports: int) -> None:
        self._score = scorer(shared)
        self._golds = lines(shared / "bench/attribution/polnear/dev.jsonl")[:reports]
        self._made = made_by_hand(shared)
        self._engine = Engine()
        self._nlp = load_model().nlp
        self._encoder = Encoder()
        self._ledgers = [ledger_of(self._engine, _report(g)) for g in self._golds]
        self._own = [ledger_of(self._engine, _report(g)) for g in self._made]

    def attributions(self) -> None:
        """PolNeAR's measures, of the program and of the others."""
        print(f"PolNeAR dev, {len(self._golds)} reports, F1")
        own = [ledger["statements"] for ledger in self._ledgers]
        self._row("rashomon", own, self._golds, by_role=True)
        # the scorer takes a span in fragments (“…,” she said, “…”) for all that lies between its ends, cue and source too
        self._row("rashomon, fragments apart", own, [_in_fragments(g) for g in self._golds])
        parsed = [parse(self._nlp, _report(g)) for g in self._golds]
        finders: dict[str, Finder] = {
            "encoder alone": lambda p: [_group(p, g) for g in learn(p, self._encoder, by_grammar(p), ()).groups],
            "grammar alone": lambda p: [_attribution(p, a) for a in find_statements(p)],
            "textacy quotations": _textacy,
            "quotation marks and verbs": _marks_and_verbs,
            "every sentence is content": _every_sentence,
        }
        for name, find in finders.items():
            try:
                self._row(name, [find(p) for p in parsed], self._golds)
            except ImportError as error:
                print(f"  {name:28}not installed ({error})")

    def _row(self, name: str, told: list[Told], golds: list[dict[str, Any]], by_role: bool = False) -> None:
        figures = self._score.attribution(golds, [{"statements": t} for t in told])
        print(f"  {name:28}" + "  ".join(f"{key} {figures[key]:.3f}" for key in _ALL))
        if by_role:
            rest = [(k, v) for k, v in figures.items() if k not in _ALL]
            print(" " * 30 + "  ".join(f"{key} {value:.3f}" for key, value in rest))

    def ledgers(self) -> None:
        """The measures of whole ledgers that are about statements."""
        figures = self._score.gold_ledgers(self._made, self._own)
        print(f"hand-made ledgers, dev, {len(self._made)} reports")
        print("  " + "  ".join(f"{key} {figures[key]:.3f}" for key in list(figures)[:4]))

    def confidence(self) -> None:
        """How often statements of a confidence are right: content and source by half, as in whole attributions."""
        pairs = [*self._judged(self._golds, self._ledgers, _polnear), *self._judged(self._made, self._own, _made)]
        print(f"confidence, {len(pairs)} statements of both")
        gap = 0.0
        for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
            high = 0.5 if low == 0 else low + 0.1
            inside = [(c, r) for c, r in pairs if low <= c < high or (high > 0.95 and c >= 1)]
            if inside:
                said, right = (statistics.mean(column) for column in zip(*inside, strict=True))
                gap += abs(said - right) * len(inside) / len(pairs)
                print(f"  {low:.1f} to {high:.1f}: {len(inside):5} statements, said {said:.2f}, right {right:.2f}")
        print(f"  expected calibration error {gap:.3f}")

    def _judged(
        self, golds: Sequence[dict[str, Any]], ledgers: Sequence[dict[str, Any]], spans: Callable[..., Any]
    ) -> Iterable[tuple[float, bool]]:
        for gold, ledger in zip(golds, ledgers, strict=True):
            tokens = self._score.Tokens(gold["text"])
            wanted = [tuple(tokens.under(x) for x in pair) for pair in spans(gold)]
            for s in ledger["statements"]:
                source, content = tokens.under(s["sources"]), tokens.under(s["content"])
                right = any(
                    self._score.jaccard(content, c) >= 0.5 and self._score.jaccard(source, q) >= 0.5 for q, c in wanted
                )
                yield s["confidence"], right

    def speed(self, rounds: int) -> None:
        """Tokenizer and encoder with all heads against the bare spaCy pass, in turn in one process."""
        reports = [_report(g) for g in self._golds]
        windows: list[tuple[list[list[str]], list[Integers], list[Integers]]] = []
        for report in reports:
            parsed = parse(self._nlp, report)
            columns = Grammar(parsed, by_grammar(parsed)).columns
            lexicon = lexicon_columns(len(parsed.doc), find_events(parsed))
            cut = windows_of(parsed)
            words = [[parsed.doc[i].text for i in w.tokens] for w in cut]
            windows.append((words, [columns[w.start : w.end] for w in cut], [lexicon[w.start : w.end] for w in cut]))
        size = sum(len(r.text.split()) for r in reports)

        def encode() -> None:
            for words, features, lexicon in windows:
                for _ in self._encoder.encode(words, features, lexicon):
                    pass

        def bare() -> None:
            for report in reports:
                list(self._nlp.pipe([report.text[a:b] for a, b in report.body]))

        encode()
        pairs = [(_seconds(encode), _seconds(bare)) for _ in range(rounds)]
        ratios = [b / a for a, b in pairs]
        print(f"speed, {size} words, {rounds} rounds")
        print(f"  encoder, words a second: {size / statistics.median(a for a, _ in pairs):,.0f}")
        print(f"  spaCy, words a second: {size / statistics.median(b for _, b in pairs):,.0f}")
        print(f"  encoder against spaCy: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")

    def growth(self) -> None:
        """Seconds for the whole ledger of one text of growing length."""
        text = "\n\n".join(g["text"] for g in self._golds)
        given = text.split(" ")
        given = given * (1 + 200_000 // len(given))
        print("growth, whole reading of one report")
        for size in (1_000, 10_000, 100_000, 200_000):
            report = read_text(" ".join(given[:size]), id=str(size))
            took = _seconds(lambda report=report: self._engine.read(report))  # type: ignore[misc]
            print(f"  {size:7} words: {took:7.2f} s, {took / size * 1000:.2f} s a thousand")


def _report(gold: dict[str, Any]) -> Report:
    report = read_text(gold["text"], id=gold["id"])
    known = {k: gold[k] for k in ("publisher", "published") if gold.get(k)}
    return dataclasses.replace(report, **known)


def _in_fragments(gold: dict[str, Any]) -> dict[str, Any]:
    """The record with every span that is in fragments as its fragments."""

    def apart(spans: list[dict[str, Any]]) -> list[dict[str, int]]:
        return [{"start": a, "end": b} for s in spans for a, b in (s.get("fragments") or [(s["start"], s["end"])])]

    layers = ("source", "cue", "content")
    return gold | {"attributions": [a | {layer: apart(a[layer]) for layer in layers} for a in gold["attributions"]]}


def _polnear(gold: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [(a["source"], a["content"]) for a in gold["attributions"]]


def _made(gold: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [([s["source_span"]], s["content_spans"]) for s in gold["statements"]]


def _seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _attribution(parsed: Parsed, a: Attribution) -> dict[str, Any]:
    return _told(parsed, [a.source] if a.source is not None else [], a.cue, a.content)


def _group(parsed: Parsed, group: Group) -> dict[str, Any]:
    return _told(parsed, group.sources, group.cue, group.content)


def _told(parsed: Parsed, sources: list[Stretch], cue: Stretch | None, content: list[Stretch]) -> dict[str, Any]:
    return {
        "sources": [_span(parsed, s) for s in sources],
        "cue": _span(parsed, cue) if cue is not None else None,
        "content": [_span(parsed, part) for part in content],
    }


def _textacy(parsed: Parsed) -> Told:
    """textacy's direct quotations; a report on which it raises has none."""
    from textacy.extract import direct_quotations

    try:
        found = list(direct_quotations(parsed.doc))
    except ValueError:
        return []
    return [
        _told(
            parsed,
            [Stretch(q.speaker[0].i, q.speaker[-1].i + 1)] if q.speaker else [],
            Stretch(q.cue[0].i, q.cue[-1].i + 1) if q.cue else None,
            [Stretch(q.content.start, q.content.end)],
        )
        for q in found
    ]


def _marks_and_verbs(parsed: Parsed) -> Told:
    """Each quotation of four words, with the first cue verb of its sentence and that verb's subject."""
    found = []
    for quotation in find_quotations(parsed):
        if quotation.words < 4:
            continue
        sentence = parsed.sentence(quotation.stretch.end - 1)
        outside = [t for t in sentence if not quotation.stretch.start <= t.i < quotation.stretch.end]
        cue = next((t for t in outside if t.lemma_ in words().verbs), None)
        source = next((c for c in cue.children if c.dep_ == "nsubj"), None) if cue is not None else None
        found.append(
            _told(
                parsed,
                [Stretch(source.left_edge.i, source.right_edge.i + 1)] if source is not None else [],
                Stretch(cue.i, cue.i + 1) if cue is not None else None,
                [quotation.stretch],
            )
        )
    return found


def _every_sentence(parsed: Parsed) -> Told:
    return [_told(parsed, [], None, [Stretch(s.start, s.end)]) for s in parsed.sentences()]


def _span(parsed: Parsed, stretch: Stretch) -> dict[str, int]:
    span = parsed.of(stretch)
    return {"start": span.start, "end": span.end}


if __name__ == "__main__":
    main()
