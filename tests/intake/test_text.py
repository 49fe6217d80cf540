"""Plain text: title, page lines, time stamps, section heads."""

from __future__ import annotations

import pytest

from rashomon.errors import SettingsError
from rashomon.intake.text import read_text
from rashomon.records import Report

FIRST = "Rebels shelled the airport on Friday, killing two porters and wounding a pilot, the army said."
SECOND = "A rebel spokesman denied it. He said the army had shelled its own men, and called the toll invented."


def body(report: Report) -> list[str]:
    return [report.text[start:end] for start, end in report.body]


def test_title_is_a_short_first_line_that_ends_in_no_full_stop() -> None:
    report = read_text(f"Airport shelled, two dead\n\n{FIRST}\n\n{SECOND}", id="t", published="2024-05-01T08:00:00Z")
    assert report.title == "Airport shelled, two dead"
    assert report.title_span is not None
    assert report.title_span.start == 0
    assert body(report) == [FIRST, SECOND]
    assert report.published == "2024-05-01T08:00:00+00:00"
    assert report.language is None


@pytest.mark.parametrize("text", [FIRST, "Rebels shell airport", f"{FIRST}\n\n{SECOND}", "Two killed\n- one a nun"])
def test_first_line_that_is_no_title(text: str) -> None:
    report = read_text(text, id="t")
    assert report.title is None
    assert "".join(body(report)).startswith(text[:10])


def test_first_sentence_that_ends_in_a_quotation_is_no_title() -> None:
    first = FIRST.removesuffix(".") + ', in what it called a "cowardly act of men who will answer for it."'
    report = read_text(f"{first}\n\n{SECOND}", id="t")
    assert report.title is None
    assert body(report) == [first, SECOND]


def test_given_title_is_found_in_the_text_or_not_at_all() -> None:
    report = read_text(f"Airport shelled.\n{FIRST}", id="t", title="Airport shelled.")
    assert report.title_span is not None
    assert body(report) == [FIRST]
    other = read_text(f"Two die at airport\n\n{FIRST}", id="t", title="Airport shelled")
    assert other.title == "Airport shelled"
    assert other.title_span is None
    assert body(other) == ["Two die at airport", FIRST]
    longer = read_text(f"Airport shelled again, and {FIRST}", id="t", title="Airport shelled")
    assert longer.title_span is None


def test_live_blog() -> None:
    report = read_text(f"10:42 GMT - Airport shelled\n\n{FIRST}\n\n09:15 GMT – {SECOND}\n\n08:00 GMT\n{FIRST}", id="t")
    assert body(report) == [FIRST, SECOND, FIRST]


def test_stamped_line_with_no_prose_below_is_no_heading() -> None:
    report = read_text("10:42 GMT - Blasts heard in Sirte\n\n10:20 GMT - Army denies any strike", id="t")
    assert body(report) == ["Blasts heard in Sirte", "Army denies any strike"]


def test_time_in_prose_is_no_stamp() -> None:
    text = "10:42 was when the first shell fell, and by noon there had been nine, the mayor told reporters."
    assert body(read_text(text, id="t")) == [text]


@pytest.mark.parametrize(
    "line",
    ["Read more: Life under the shells", "Share this", "ADVERTISEMENT", "Published: 16 May 2024 10:43", "***"],
)
def test_page_lines_go(line: str) -> None:
    assert body(read_text(f"{FIRST}\n\n{line}\n\n{SECOND}", id="t")) == [FIRST, SECOND]


def test_section_heads_go_and_lists_stay() -> None:
    report = read_text(f"{FIRST}\n\nA second front\n\n{SECOND}\n\nThe dead are:\nAli Omar\nSaid Haji\n{FIRST}", id="t")
    assert "A second front" not in body(report)
    assert "Ali Omar" in body(report)
    assert "Said Haji" in body(report)


def test_letterhead_goes() -> None:
    report = read_text(f"REPUBLIC OF KARELLIA\nGENERAL STAFF\n\nPRESS RELEASE No. 7\n\n{FIRST}\n\n{SECOND}", id="t")
    assert body(report) == [FIRST, SECOND]


def test_bad_date_is_refused() -> None:
    with pytest.raises(SettingsError, match="yesterday"):
        read_text(FIRST, id="t", published="yesterday")
