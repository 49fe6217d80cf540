"""What is not worth reading on."""

from __future__ import annotations

import pytest

from rashomon.intake.prose import LONGEST, check_prose
from rashomon.intake.text import read_text
from rashomon.records import Report


@pytest.mark.parametrize("text", ["12 34 56\n\n7,000", "\U0001f600 \U0001f600", "***\n\n---", "…"])
def test_no_words_are_no_prose(text: str) -> None:
    issue = check_prose(read_text(text, id="t"), "signs.txt")
    assert issue is not None
    assert issue.code == "no-prose"
    assert issue.message.startswith("signs.txt ")


@pytest.mark.parametrize("text", ["Two dead.", "Двое погибли.", "5 killed in Kabul"])
def test_a_few_words_are_prose(text: str) -> None:
    assert check_prose(read_text(text, id="t"), "t") is None


def test_a_report_as_long_as_may_be_and_a_character_longer() -> None:
    assert check_prose(Report("t", "a" * LONGEST, body=((0, 9),)), "t") is None
    issue = check_prose(Report("t", "a" * (LONGEST + 1), body=((0, 9),)), "book.txt")
    assert issue is not None
    assert issue.code == "too-long"
    assert issue.message.startswith("book.txt has 2,000,001 characters")
