"""The examples: each is read, with the head that stands over it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rashomon.intake.dates import check_published
from rashomon.intake.files import read_path
from rashomon.intake.jsonl import read_jsonl
from rashomon.intake.language import check

EXAMPLES = Path(__file__).parents[2] / "examples"
INDEX = tomllib.loads((EXAMPLES / "index.toml").read_text(encoding="utf-8"))


def test_index_names_every_example() -> None:
    files = {path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html", ".jsonl")}
    assert set(INDEX) == files
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in files)
    assert len(files) >= 10


@pytest.mark.parametrize("name", sorted(name for name in INDEX if not name.endswith(".jsonl")))
def test_example_is_read(name: str) -> None:
    given = INDEX[name]
    report, issues = read_path(EXAMPLES / name, published=given.get("published"), publisher=given.get("publisher"))
    assert issues == ()
    judged = check(report)
    assert (judged.report.language, judged.report.body, judged.issues) == ("en", report.body, ())
    assert report.published is not None
    assert report.publisher
    assert len(report.body) >= 6
    for start, end in report.body:
        assert "Reporting by" not in report.text[start:end]


@pytest.mark.parametrize(
    ("name", "place", "agency"),
    [
        ("wire-rival-tolls.txt", "ADDIS ABABA", "Orbis"),
        ("correction-toll.txt", "QUETTA", "Orbis"),
        ("ceasefire-violation.txt", "POONCH/MUZAFFARABAD", None),
        ("kidnapping-wrapped.txt", "JOLO", "Transpacific Press"),
        ("old-wire-capitals.txt", "AYACUCHO", "TRANSANDINA"),
        ("ngo-statement.txt", "GOMA/GENEVA", None),
    ],
)
def test_dateline_of_example(name: str, place: str, agency: str | None) -> None:
    report, _ = read_path(EXAMPLES / name)
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == (place, agency)


def test_transcript_has_no_dateline_and_keeps_its_labels() -> None:
    report, _ = read_path(EXAMPLES / "broadcast-transcript.txt")
    assert report.dateline is None
    assert sum(report.text[start:end].startswith(("KENDRICK:", "HADDAD:")) for start, end in report.body) == 8


def test_lines_of_one_incident() -> None:
    with (EXAMPLES / "one-incident.jsonl").open("rb") as lines:
        read = list(read_jsonl(lines, name="one-incident.jsonl"))
    assert len(read) == 5
    assert all(report.body and not issues for report, issues in read)
    assert all(check_published(report.published or "") for report, _ in read)
