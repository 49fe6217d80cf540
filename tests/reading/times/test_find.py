"""Which words tell a time: sentences with the expected spans, tenses and prepositions."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.times import find_times
from tests.conftest import ParseText

FOUND = [
    ("Rebels took the bridge on Tuesday and lost it late Thursday night.", ["Tuesday", "late Thursday night"]),
    ("The convoy left on Sept. 19, 2023, and returned on 4 October.", ["Sept. 19, 2023", "4 October"]),
    ("Sunday's raid was the third since the end of March.", ["Sunday", "the end of March"]),
    ("They fled two days ago; three weeks later the town fell.", ["two days ago", "three weeks later"]),
    ("The truce held for more than two years.", ["more than two years"]),
    ("The 15-minute broadcast ended at 10:30 local time (0730 GMT).", ["15-minute", "10:30 local time", "0730 GMT"]),
    ("Shelling started at about 4 a.m. on Friday.", ["about 4 a.m. on Friday"]),
    ("In the early 1990s and in 2001-2006 the valley was quiet.", ["the early 1990s", "2001", "2006"]),
    ("The ceasefire ran from 6-7 January 1996.", ["6", "7 January 1996"]),
    ("Patrols pass every Friday and food comes twice a week.", ["every Friday", "twice a week"]),
    ("The report dated 2023-09-19 names 19/09/2023.", ["2023-09-19", "19/09/2023"]),
    ("The minister arrived two days after the raid.", ["two days"]),
    ("The minister arrived two days after.", ["two days after"]),
    ("In recent weeks the army has lost the last three months' gains.", ["recent weeks", "the last three months"]),
    ("He spoke earlier this month, not the next day.", ["earlier this month", "the next day"]),
    ("It rained overnight, and at dawn the guns were now silent.", ["overnight", "dawn", "now"]),
    ("Hannibal crossed in 218 BC, in the 3rd century BC.", ["218 BC", "the 3rd century BC"]),
    ("On New Year’s Eve the curfew was lifted.", ["New Year’s Eve"]),
    ("THE TOWN FELL ON TUESDAY.", ["TUESDAY"]),
    ("The attack came last\n   Tuesday morning.", ["last\n   Tuesday morning"]),
]

NOTHING = [
    "They may march on the capital.",
    "The fall of Kabul shocked them.",
    "Some 2,000 people and 1500 troops crossed the river.",
    "The council adopted Resolution 1701.",
    "The Sunday Times quoted him.",
    "He paid $1,990 for a second gun.",
    "The march to the sea was led by Colonel Reed.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_spans(parse_text: ParseText, text: str, expected: list[str]) -> None:
    parsed = parse_text(text)
    assert [parsed.of(d.stretch).text for d in find_times(parsed)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    assert [parsed.of(d.stretch).text for d in find_times(parsed)] == []


TENSES = [
    ("The ministers met on Tuesday.", "past", "on"),
    ("The ministers will meet on Tuesday.", "future", "on"),
    ("The ministers have agreed to meet on Tuesday.", "future", "on"),
    ("The convoy failed to arrive on Tuesday.", "past", "on"),
    ("The vote is scheduled for Tuesday.", "future", "for"),
    ("The border has been shut since Tuesday.", "past", "since"),
    ("The soldier may have died Tuesday.", "past", None),
    ("They will look into Tuesday's attack.", None, "into"),
]


@pytest.mark.parametrize(("text", "tense", "preposition"), TENSES)
def test_tense_and_preposition(parse_text: ParseText, text: str, tense: str | None, preposition: str | None) -> None:
    drafts = find_times(parse_text(text))
    assert [(d.tense, d.preposition) for d in drafts] == [(tense, preposition)]


def test_an_empty_report_has_no_times(parse_text: ParseText) -> None:
    assert find_times(parse_text("")) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["the", "last", "Tuesday", "5", "years", "ago", "May", "2020", "-", "\n\n", "\u200b", "٣", "half", "İ"]
        ),
        max_size=15,
    )
)
def test_any_words_give_ordered_spans_apart(parse_text: ParseText, words: list[str]) -> None:
    drafts = find_times(parse_text(" ".join(words)))
    stretches = [d.stretch for d in drafts]
    assert all(s.start < s.end for s in stretches)
    assert all(one.end <= other.start for one, other in itertools.pairwise(stretches))
