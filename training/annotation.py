"""Reads and checks the annotated reports of `training/reports`.

    python training/annotation.py training/reports

prints what each lacks, and how much there is in all.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from rashomon.records import EventType
from rashomon.vocab.plover import modes, types

_MARK = re.compile(r"<(/?)([sqce])(\d+)>")
_STANCES = frozenset({"affirm", "deny", "open"})
_CHECKS = frozenset({"unverified", "confirmed", "refuted"})
_FLAGS = frozenset({"negated", "hypothetical", "future", "historical"})
_LAYERS = {"s": "source", "q": "cue", "c": "content"}


class AnnotationError(ValueError):
    """A report file breaks the format; the text says where and how."""


@dataclass(slots=True)
class Attributed:
    """One attribution: character spans of source, cue and content, and what the foot says of it."""

    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    stance: str = ""
    answers: list[str] = field(default_factory=list)
    check: str | None = None
    within: str | None = None
    speaker: str | None = None


@dataclass(slots=True)
class Happening:
    """One event: character spans of its anchors, its type, mode, roles (words of the text) and flags."""

    anchors: list[tuple[int, int]] = field(default_factory=list)
    type: str = ""
    mode: str | None = None
    by: list[str] = field(default_factory=list)
    on: list[str] = field(default_factory=list)
    flags: frozenset[str] = frozenset()


@dataclass(slots=True)
class Annotated:
    """One report with its annotation. Spans count in `text`, from which the marks are gone."""

    name: str
    head: dict[str, str]
    text: str
    attributions: dict[str, Attributed]
    events: dict[str, Happening]


def read_reports(folder: Path) -> Iterator[Annotated]:
    """All reports of a folder, by name. Raises AnnotationError at the first that breaks the format."""
    for path in sorted(folder.glob("*.report")):
        yield read_report(path)


def read_report(path: Path) -> Annotated:
    """One report file. Raises AnnotationError where it breaks the format."""
    parts = path.read_text(encoding="utf-8").split("\n---\n")
    if len(parts) != 3:
        raise AnnotationError(f"{path.name}: head, text and foot must be parted by two lines ---")
    head = dict(line.split(": ", 1) for line in parts[0].splitlines() if ": " in line)
    text, marks = _text(path.name, parts[1].strip())
    report = Annotated(path.name, head, text, {}, {})
    for layer, number, span in marks:
        if layer == "e":
            report.events.setdefault(f"e{number}", Happening()).anchors.append(span)
        else:
            spans = getattr(report.attributions.setdefault(f"a{number}", Attributed()), _LAYERS[layer])
            spans.append(span)
    for line in parts[2].splitlines():
        if line.strip():
            _foot(report, line.strip())
    _check(report)
    return report


def _text(name: str, marked: str) -> tuple[str, list[tuple[str, str, tuple[int, int]]]]:
    """The text without marks, and the marks with their spans. Paragraphs are parted by one blank line."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", marked)]
    marked = "\n\n".join(paragraphs)
    out: list[str] = []
    length = cursor = 0
    opened: dict[tuple[str, str], int] = {}
    found = []
    for mark in _MARK.finditer(marked):
        piece = marked[cursor : mark.start()]
        out.append(piece)
        length += len(piece)
        cursor = mark.end()
        key = (mark[2], mark[3])
        if not mark[1]:
            if key in opened:
                raise AnnotationError(f"{name}: {mark[0]} is opened twice")
            opened[key] = length
        elif key not in opened:
            raise AnnotationError(f"{name}: {mark[0]} closes what was not opened")
        else:
            start = opened.pop(key)
            if start == length:
                raise AnnotationError(f"{name}: {mark[0]} marks nothing")
            found.append((mark[2], mark[3], (start, length)))
    if opened:
        raise AnnotationError(f"{name}: never closed: {', '.join(f'<{a}{b}>' for a, b in opened)}")
    out.append(marked[cursor:])
    return "".join(out), found


def _foot(report: Annotated, line: str) -> None:
    shared = re.fullmatch(r"s(\d+) = s(\d+)", line)
    if shared:
        report.attributions.setdefault(f"a{shared[1]}", Attributed()).source = list(
            _known(report, f"a{shared[2]}", line).source
        )
        return
    name, *words = shlex.split(line)
    if name.startswith("e"):
        _event(report, name, words, line)
        return
    attributed = _known(report, name, line)
    for word in words:
        key, _, value = word.partition("=")
        if word in _STANCES:
            attributed.stance = word
        elif word in _CHECKS:
            attributed.check = word
        elif key == "answers":
            attributed.answers = value.split(",")
        elif key == "within":
            attributed.within = value
        elif key == "speaker":
            attributed.speaker = value
        else:
            raise AnnotationError(f"{report.name}: {word!r} in {line!r} means nothing")


def _event(report: Annotated, name: str, words: list[str], line: str) -> None:
    if name not in report.events or not words:
        raise AnnotationError(f"{report.name}: {line!r} has no mark in the text, or no type")
    event = report.events[name]
    event.type = words[0]
    for word in words[1:]:
        key, _, value = word.partition("=")
        if key == "by":
            event.by = value.split("|")
        elif key == "on":
            event.on = value.split("|")
        elif key == "flags":
            event.flags = frozenset(value.split(","))
        elif not value:
            event.mode = word
        else:
            raise AnnotationError(f"{report.name}: {word!r} in {line!r} means nothing")


def _known(report: Annotated, name: str, line: str) -> Attributed:
    if name not in report.attributions:
        raise AnnotationError(f"{report.name}: {line!r} speaks of {name}, which has no mark in the text")
    return report.attributions[name]


def _check(report: Annotated) -> None:
    """Raises AnnotationError where a reference leads nowhere or a word is none of the scheme's."""
    for name, attributed in report.attributions.items():
        if not attributed.stance:
            raise AnnotationError(f"{report.name}: {name} has no stance in the foot")
        if not attributed.content and attributed.stance != "open":
            raise AnnotationError(f"{report.name}: {name} has no content")
        for other in [*attributed.answers, *([attributed.within] if attributed.within else [])]:
            if other not in report.attributions:
                raise AnnotationError(f"{report.name}: {name} points at {other}, which is not there")
    for name, event in report.events.items():
        if event.type not in types():
            raise AnnotationError(f"{report.name}: {name} has the type {event.type!r}, which PLOVER does not have")
        if event.mode is not None and event.mode not in modes(cast(EventType, event.type)):
            raise AnnotationError(f"{report.name}: {name}: {event.type} has no mode {event.mode!r}")
        if not event.flags <= _FLAGS:
            raise AnnotationError(f"{report.name}: {name} has a flag that does not exist")


def main() -> None:
    """Checks a folder and prints its totals; exit code 1 where a file breaks the format."""
    totals: Counter[str] = Counter()
    broken = 0
    for path in sorted(Path(sys.argv[1]).glob("*.report")):
        try:
            report = read_report(path)
        except AnnotationError as error:
            print(error)
            broken += 1
            continue
        totals["reports"] += 1
        totals["words"] += len(report.text.split())
        totals["attributions"] += len(report.attributions)
        totals["events"] += len(report.events)
        totals.update(f"stance {a.stance}" for a in report.attributions.values())
        totals.update(e.type for e in report.events.values())
    for what, number in totals.items():
        print(f"{what:22} {number}")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
