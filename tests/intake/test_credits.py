"""Credits, sign-offs and photo credits."""

from __future__ import annotations

import pytest

from rashomon.intake.text import read_text
from rashomon.records import Report

BODY = "The army said on Monday that it had left the town. Rebels denied it."


def made(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(credit.role, credit.names) for credit in report.credits]


def read(tail: str) -> Report:
    report = read_text(f"{BODY}\n\n{tail}", id="t")
    assert [report.text[start:end] for start, end in report.body] == [BODY]
    return report


def test_roles_and_names() -> None:
    report = read(
        "(Reporting by Ana Diaz and Bo Ek in Baku; "
        "Additional reporting by Cyd Fox; Writing by Di Gall; Editing by E. Hu)"
    )
    assert made(report) == [
        ("reporting", ("Ana Diaz", "Bo Ek")),
        ("additional reporting", ("Cyd Fox",)),
        ("writing", ("Di Gall",)),
        ("editing", ("E. Hu",)),
    ]
    assert report.credits[0].span.text == "Reporting by Ana Diaz and Bo Ek in Baku"


def test_run_together_with_names_missing() -> None:
    report = read("(Reporting by OrbisWriting by Andrew DoeEditing by)")
    assert made(report) == [("reporting", ("Orbis",)), ("writing", ("Andrew Doe",)), ("editing", ())]


def test_without_closing_bracket() -> None:
    assert made(read("(Reporting by Ana Diaz; Editing by")) == [("reporting", ("Ana Diaz",)), ("editing", ())]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Reporting by Ana Diaz; Editing by Bo Ek", [("reporting", ("Ana Diaz",)), ("editing", ("Bo Ek",))]),
        ("Additional reporting: Ana Diaz and Bo Ek", [("additional reporting", ("Ana Diaz", "Bo Ek"))]),
        (
            "___\n\nAssociated Press writers Ana Diaz in Baku and Bo Ek contributed to this report.",
            [("additional reporting", ("Ana Diaz", "Bo Ek"))],
        ),
        ("Ana M. Diaz contributed reporting from Baku.", [("additional reporting", ("Ana M. Diaz",))]),
        ("AFP", [("other", ("AFP",))]),
        ("-30-", []),
        ("© 2023 The Courier. All rights reserved.", []),
        ("Our Standards: The Orbis Trust Principles.", []),
        ("burs-abc/def/gh", []),
    ],
)
def test_other_endings(tail: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert made(read(tail)) == expected


@pytest.mark.parametrize(("sign", "agency"), [("Sapa-AFP /ab/cd/ef", "Sapa-AFP"), ("Sapa", "Sapa")])
def test_sign_off_behind_the_last_sentence(sign: str, agency: str) -> None:
    report = read_text(f"{BODY} {sign}", id="t")
    assert made(report) == [("other", (agency,))]
    assert report.text[slice(*report.body[0])] == BODY


def test_mark_behind_the_last_sentence() -> None:
    report = read_text(f"{BODY} Enditem", id="t")
    assert report.text[slice(*report.body[0])] == BODY


def test_credit_at_the_end_of_the_last_paragraph() -> None:
    report = read_text(f"{BODY} (Reporting by Ana Diaz; Editing by Bo Ek)", id="t")
    assert made(report) == [("reporting", ("Ana Diaz",)), ("editing", ("Bo Ek",))]
    assert report.text[slice(*report.body[0])] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by journalists in the valley has become impossible since the army closed the road.",
        "Two men (reporting to the mayor) were arrested.",
        "He told AFP",
        "Rebels from the north contributed to this war. They deny it, and contributed to this report of losses too.",
        "Editing by hand is slow, the monks said, and the Taliban burned what they had.",
    ],
)
def test_prose_is_not_taken_for_a_credit(line: str) -> None:
    report = read_text(f"{BODY}\n\n{line}", id="t")
    assert report.credits == ()
    assert report.text[slice(*report.body[-1])] == line


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("(Photo: Rana Aziz)", ("Rana Aziz",)),
        ("(Rana Aziz/Reuters)", ("Rana Aziz",)),
        ("(AP Photo/Rana Aziz)", ("Rana Aziz",)),
        ("Image: Rana Aziz.", ("Rana Aziz",)),
        ("REUTERS/Rana Aziz", ("Rana Aziz",)),
    ],
)
def test_photo_credit_goes_and_its_caption_stays(credit: str, names: tuple[str, ...]) -> None:
    caption = "Men carry a coffin in Sirte on Friday."
    report = read_text(f"{caption} {credit}\n\n{BODY}", id="t")
    assert made(report) == [("photo", names)]
    assert [report.text[start:end] for start, end in report.body] == [caption, BODY]
