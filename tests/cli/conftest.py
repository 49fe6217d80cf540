"""The program as a user runs it, and a report to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

RASHOMON = str(Path(sys.executable).with_name("rashomon"))
REPORT = (
    "MARKA (Orbis) - The army said on Monday that rebels had shelled the port, killing at least nine people.\n\n"
    "The rebels denied it. “We have no guns within range,” a spokesman said.\n"
)


class Shell(Protocol):
    """Runs a line of `sh` in the folder of the report; `rashomon` is the program's name there."""

    def __call__(self, line: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "PYTHONIOENCODING")}

    def run(line: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        script = f'rashomon() {{ "{RASHOMON}" "$@"; }}; {line}'
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=tmp_path,
            env={**kept, **(env or {})},
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert b"Exception ignored" not in done.stderr, done.stderr.decode()
        out, said = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, said)

    return run
