"""Datelines: what is one, what only looks like one, and where the prose begins."""

from __future__ import annotations

import pytest

from rashomon.intake.text import read_text
from rashomon.records import Report

TAIL = "rebels shelled the airport on Friday, the army said, and two porters were killed before the first flight left."


def read(text: str) -> Report:
    return read_text(text, id="t")


def prose(report: Report) -> str:
    """The first words of the body."""
    start, end = report.body[0]
    return report.text[start:end]


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("BAKU (Reuters) - ", "BAKU", "Reuters"),
        ("BAKU, Azerbaijan (AP) — ", "BAKU", "AP"),
        ("GAZA/JERUSALEM, Oct 7 (Reuters) - ", "GAZA/JERUSALEM", "Reuters"),
        ("NAIROBI, Kenya — ", "NAIROBI", None),
        ("ANKARA - ", "ANKARA", None),
        ("KHARTOUM, Oct 12-13 (SUNA) - ", "KHARTOUM", "SUNA"),
        ("LONDON, 31st Dec. (UPI) -- ", "LONDON", "UPI"),
        ("ANKARA -- ", "ANKARA", None),
        ("Kabul, Afghanistan: ", "Kabul", None),
        ("Taipei, Taiwan – ", "Taipei", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("(Reuters) - ", None, "Reuters"),
        ("KABUL, April 11 (Xinhua)-- ", "KABUL", "Xinhua"),
        ("CANBERRA, Australia (AP)_ ", "CANBERRA", "AP"),
        ("N'DJAMENA, 3 March (Sahel Wire) – ", "N'DJAMENA", "Sahel Wire"),
        ("Bangui (AFP) - ", "Bangui", "AFP"),
        ("SAN SALVADOR, 6 MAR 90 (ACAN-EFE) -- [TEXT] ", "SAN SALVADOR", "ACAN-EFE"),
        ("MADRID (SPAIN), 18 NOV 89 (EFE) -- [STATEMENT] [TEXT] ", "MADRID", "EFE"),
        ("MOSCOW, September 19. /TASS/. ", "MOSCOW", "TASS"),
        ("YEREVAN. Sept 19 (Interfax) - ", "YEREVAN", "Interfax"),
        ("Srinagar, Sep 5 (PTI) ", "Srinagar", "PTI"),
        ("Damascus, SANA- ", "Damascus", "SANA"),
        ("RAMALLAH, Monday, May 6, 2024 (WAFA) – ", "RAMALLAH", "WAFA"),
        ("CHISINAU, Sunday, Feb. 29, 2004 - ", "CHISINAU", None),
    ],
)
def test_dateline_is_kept_out_of_the_body(line: str, place: str | None, agency: str | None) -> None:
    report = read(line + "R" + TAIL[1:])
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == (place, agency)
    assert prose(report) == "R" + TAIL[1:]


def test_dash_may_touch_the_first_word() -> None:
    report = read("YEREVAN (Reuters) -Armenia closed the road, its government said.")
    assert report.dateline is not None
    assert report.dateline.span.text == "YEREVAN (Reuters) -"
    assert prose(report).startswith("Armenia closed")


@pytest.mark.parametrize(
    "text",
    [
        "BUSTED: Minister knew of the raid a week before",
        "EXCLUSIVE – The minister knew of the raid a week before, three officials said.",
        "NATO - the alliance - rejected the claim that its aircraft had been there.".replace("NATO", "Nato"),
        "The army - or what is left of it - withdrew from the town.",
        "Moscow said: nobody was hurt in the strike, which it called precise.",
        "Hassan, Lebanon's envoy — a former general — walked out.",
        "UN (which has no troops there) - declined to comment on the report.",
        "Monday: the army enters the town. Tuesday: it leaves again.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    report = read(text)
    assert report.dateline is None
    assert prose(report) == text


def test_speaker_label_is_no_dateline() -> None:
    text = "CLARA BOYD: How many were killed on Friday?\n\nIDRIS KANE: Nine, they say, but nobody saw it."
    report = read(text)
    assert report.dateline is None
    assert prose(report).startswith("CLARA BOYD:")


def test_all_capitals_need_a_date_or_an_agency() -> None:
    report = read("REBELS - OR MEN LIKE THEM - BURNED THE BRIDGE. THE ARMY DENIED IT.\n\nNO ONE WAS HURT.")
    assert report.dateline is None


def test_title_byline_and_dateline_on_one_line() -> None:
    report = read(
        "Blast kills six near Herat mosque By PAULA REYES KABUL, Afghanistan (AP) — A bomb killed six people near a "
        "mosque, police said."
    )
    assert report.title == "Blast kills six near Herat mosque"
    assert [byline.name for byline in report.bylines] == ["PAULA REYES"]
    assert report.dateline is not None
    assert report.dateline.place == "KABUL"
    assert prose(report).startswith("A bomb killed six")


def test_title_runs_into_dateline_without_byline() -> None:
    report = read("Envoy condemns raid that killed 12 KINSHASA, May 3 (Xinhua) -- The envoy condemned the raid.")
    assert report.title == "Envoy condemns raid that killed 12"
    assert prose(report) == "The envoy condemned the raid."


def test_dateline_below_a_caption() -> None:
    caption = "Smoke rises over the port of Sirte on Friday, seen from the roof of a hotel in the town."
    report = read(f"Port of Sirte shelled\n\n{caption}\n\nTRIPOLI, May 3 (Orbis) - Rebels shelled the port of Sirte.")
    assert report.dateline is not None
    assert report.dateline.place == "TRIPOLI"
    assert [report.text[start:end] for start, end in report.body] == [caption, "Rebels shelled the port of Sirte."]


def test_dateline_alone_on_its_line() -> None:
    report = read("HARARE _\n\nPolice beat three lawyers outside the court, their union said.")
    assert report.dateline is not None
    assert report.dateline.place == "HARARE"
    assert report.title is None
    assert prose(report).startswith("Police beat")
