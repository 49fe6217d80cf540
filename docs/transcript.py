"""Puts what the program prints into README.md, between its two marks.

python docs/transcript.py          writes it
python docs/transcript.py --check  exit code 1 where it is not what the program prints
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rashomon.intake.files import read_path
from rashomon.publishing.terminal import PIPED_WIDTH, make_console, render
from rashomon.running.engine import Engine

ROOT = Path(__file__).parents[1]
LINES = 46
_BLOCK = re.compile(r"(<!-- transcript: begin -->\n).*?(<!-- transcript: end -->)", re.S)


def transcript() -> str:
    """The first lines of the ledger of the example that the README shows."""
    report, issues = read_path(ROOT / "examples/wire-rival-tolls.txt", published="2024-02-14", publisher="Orbis")
    out = io.StringIO()
    console = make_console(out)
    console.width = PIPED_WIDTH  # whatever COLUMNS says where this runs
    render(Engine().read(report, issues), console)
    lines = out.getvalue().splitlines()[:LINES]
    command = "$ rashomon read examples/wire-rival-tolls.txt --published 2024-02-14 --publisher Orbis"
    return "```\n" + "\n".join([command, *lines, "…"]) + "\n```\n"


def with_transcript(readme: str) -> str:
    """The README with the transcript between its marks."""
    text = transcript()
    return _BLOCK.sub(lambda match: match[1] + text + match[2], readme)


def main() -> None:
    path = ROOT / "README.md"
    old = path.read_text(encoding="utf-8")
    new = with_transcript(old)
    if "--check" in sys.argv:
        sys.exit(int(new != old))
    path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
