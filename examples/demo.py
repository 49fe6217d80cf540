"""Reads the example reports, shows the ledger of the first and a line for each, and writes the page of all.

python examples/demo.py --page out/examples.html
"""

from __future__ import annotations

import argparse
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


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--page", type=Path, required=True)
    arguments = parser.parse_args()
    ledgers = list(Engine().read_all(reports()))
    console = make_console()
    render(ledgers[0], console)
    console.print("\nThe other examples:\n")
    for ledger in ledgers[1:]:
        console.print(summary(ledger), soft_wrap=True)
    arguments.page.parent.mkdir(parents=True, exist_ok=True)
    arguments.page.write_text(render_page(ledgers), encoding="utf-8")
    console.print(f"\n{arguments.page} holds them all: open it in a browser.")


def reports() -> Iterator[tuple[Report, Sequence[Issue]]]:
    """The example reports with what index.toml says of them."""
    index = tomllib.loads((HERE / "index.toml").read_text(encoding="utf-8"))
    for name, known in index.items():
        path = HERE / name
        if path.suffix == ".jsonl":
            with path.open("rb") as file:
                yield from read_jsonl(file, name=name)
        else:
            yield read_path(path, published=known.get("published"), publisher=known.get("publisher"))


def summary(ledger: Ledger) -> str:
    """What a ledger holds, in a line."""
    title = ledger.report.title or ledger.report.text.split("\n", 1)[0]
    conflicts = sum(len(i.conflicts) for i in ledger.incidents)
    return (
        f"  {title[:60]:<60}  {len(ledger.statements):>3} statements  {len(ledger.events):>3} events  "
        f"{len(ledger.incidents):>3} incidents  {conflicts:>2} conflicts"
    )


if __name__ == "__main__":
    main()
