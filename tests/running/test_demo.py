"""The demonstration: what `make demo` shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.records import Incident, Issue, Ledger, Report

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo() -> ModuleType:
    spec = importlib.util.spec_from_file_location("demo", ROOT / "examples/demo.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_summary_names_the_file_and_cuts_no_word(demo: ModuleType) -> None:
    title = "reconnaissance " * 20
    ledger = Ledger(Report("r", "Text.", title=title), incidents=(Incident("in_1", "x", (), None, None, None, (), ()),))
    first, second = demo.summary("broadcast-transcript.txt", ledger).splitlines()
    name, sums = first.split(maxsplit=1)
    assert name == "broadcast-transcript.txt"
    assert sums == "0 statements, 0 events, 1 incident, 0 conflicts"
    assert set(second.split()) == {"reconnaissance", "…"}
    assert max(len(first), len(second)) < 110


def test_every_example_has_its_lines(demo: ModuleType) -> None:
    index = {name for name, _, _ in demo.reports()}
    assert index >= {path.name for path in (ROOT / "examples").glob("*.txt")}
    for name, report, issues in demo.reports():
        assert all(len(line) < 110 for line in demo.summary(name, Ledger(report, issues=tuple(issues))).splitlines())


@pytest.mark.parametrize(("code", "expected"), [("failed", 1), ("not-utf-8", 0)])
def test_the_exit_code_says_whether_all_were_read_through(
    demo: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, expected: int
) -> None:
    class Engine:
        def read(self, report: Report, issues: object, *, where: str) -> Ledger:
            return Ledger(report, issues=(Issue(code, f"{where}: something"),))

    monkeypatch.setattr(demo, "Engine", Engine)
    monkeypatch.setattr("sys.argv", ["demo.py", "--page", str(tmp_path / "page.html")])
    assert demo.main() == expected
