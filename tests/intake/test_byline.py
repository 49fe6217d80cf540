"""Bylines."""

from __future__ import annotations

import pytest

from rashomon.intake.text import read_text
from rashomon.records import Report

BODY = "Soldiers fired on a bus near the bridge on Sunday, killing four, the driver said."


def names(report: Report) -> list[str]:
    return [byline.name for byline in report.bylines]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("by JANE DOE in Cairo", ["JANE DOE"]),
        ("By J. van der Berg, Mary-Ann O'Hara and Zoë Ünal", ["J. van der Berg", "Mary-Ann O'Hara", "Zoë Ünal"]),
        ("By Dung Pam, Bokkos", ["Dung Pam"]),
        ("By Nang Hseng | 16 May 2024", ["Nang Hseng"]),
        ("BY JANE DOE", ["JANE DOE"]),
        ("Jane Doe, BBC News, Nairobi", ["Jane Doe"]),
    ],
)
def test_byline_under_a_title(line: str, expected: list[str]) -> None:
    report = read_text(f"Four killed as soldiers fire on bus\n\n{line}\n\n{BODY}", id="t")
    assert report.title == "Four killed as soldiers fire on bus"
    assert names(report)[: len(expected)] == expected
    assert [report.text[start:end] for start, end in report.body] == [BODY]
    assert all(byline.span and byline.span.text == byline.name for byline in report.bylines)


def test_outlet_on_a_line_of_its_own() -> None:
    report = read_text(f"Four killed on bus\n\nBy JANE DOE\nAssociated Press\n\nCAIRO (AP) — {BODY}", id="t")
    assert names(report) == ["JANE DOE"]
    assert [report.text[start:end] for start, end in report.body] == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Morning the road was open again, and the buses ran as if nothing had happened.",
        "By the time the army came, the village was empty, and nobody was left to ask.",
        "Amina Bello, Kano, was among the nine dead, and so was her son.",
        "By Friday, Aleppo and Idlib had fallen to the rebels, who met no resistance.",
    ],
)
def test_prose_that_begins_with_by_stays(line: str) -> None:
    report = read_text(f"{BODY}\n\n{line}", id="t")
    assert names(report) == []
    assert report.text[slice(*report.body[-1])] == line


def test_byline_runs_into_prose_before_a_word_that_opens_sentences() -> None:
    report = read_text("By Gavin Esterhuyse The family of a man shot dead on Monday blames the police.", id="t")
    assert names(report) == ["Gavin Esterhuyse"]
    assert report.text[slice(*report.body[0])].startswith("The family of")


def test_byline_parted_from_prose_by_two_spaces() -> None:
    report = read_text("by Thandi Nkosi and Piet Louw  Police used water cannon on Monday.", id="t")
    assert names(report) == ["Thandi Nkosi", "Piet Louw"]
    assert report.text[slice(*report.body[0])] == "Police used water cannon on Monday."
