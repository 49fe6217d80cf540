"""Reads the example reports, shows the ledger of the first and what the others hold, and writes the page of all.

python examples/demo.py --page out/examples.html
"""

from __future__ import annotations

import argparse
import sys
import textwrap
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.intake.files import read_path
from rashomon.intake.jsonl import read_jsonl
from rashomon.publishing.page import render as render_page
from rashomon.publishing.terminal import make_console, render
from rashomon.records import Issue, Ledger, Report
from rashomon.running.engine import Engine

HERE = Path(__file__).parent
#: characters of a title that are shown
TITLE = 100


def main() -> int:
    """Reads and shows the examples; returns 1 where one could not be read through, else 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--page", type=Path, required=True)
    arguments = parser.parse_args()
    engine = Engine()
    names, ledgers = [], []
    for name, report, issues in reports():
        names.append(name)
        ledgers.append(engine.read(report, issues, where=name))
    console = make_console()
    render(ledgers[0], console)
    console.print("\nThe other examples:\n")
    for name, ledger in zip(names[1:], ledgers[1:], strict=True):
        console.print(summary(name, ledger), soft_wrap=True)
    arguments.page.parent.mkdir(parents=True, exist_ok=True)
    arguments.page.write_text(render_page(ledgers), encoding="utf-8")
    console.print(f"\n{arguments.page} holds them all: open it in a browser.", soft_wrap=True)
    failed = [issue for ledger in ledgers for issue in ledger.issues if issue.code == "failed"]
    for issue in failed:
        print(issue.message, file=sys.stderr)
    return 1 if failed else 0


def reports() -> Iterator[tuple[str, Report, Sequence[Issue]]]:
    """The example reports with the names of their files and what index.toml says of them."""
    index = tomllib.loads((HERE / "index.toml").read_text(encoding="utf-8"))
    for name, known in index.items():
        path = HERE / name
        if path.suffix == ".jsonl":
            with path.open("rb") as file:
                for report, issues in read_jsonl(file, name=name):
                    yield name, report, issues
        else:
            yield name, *read_path(path, published=known.get("published"), publisher=known.get("publisher"))


def summary(name: str, ledger: Ledger) -> str:
    """What a ledger holds, and its title, in two lines."""
    report = ledger.report
    opening = report.text[slice(*report.body[0])] if report.body else report.text
    title = textwrap.shorten(report.title or opening, TITLE, placeholder=" …")
    sums = (
        counted(len(ledger.statements), "statement"),
        counted(len(ledger.events), "event"),
        counted(len(ledger.incidents), "incident"),
        counted(sum(len(i.conflicts) for i in ledger.incidents), "conflict"),
    )
    return f"  {name:<26}  {', '.join(sums)}\n      {title}"


def counted(number: int, noun: str) -> str:
    """ "1 incident", "2 incidents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


if __name__ == "__main__":
    sys.exit(main())
