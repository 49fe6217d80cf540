"""What times mean: mentions in a text with the expected values."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Report, Span, TimeMention, Timex
from rashomon.resolving.times import resolve_times

Tense = Literal["past", "present", "future"]


def resolve(
    text: str, *phrases: str, published: str | None = "2023-09-20", tense: Tense | None = "past"
) -> list[Timex]:
    """The times of `phrases`, looked for in `text` one after the other. 20 September 2023 was a Wednesday."""
    at, mentions = 0, []
    for phrase in phrases:
        start = text.index(phrase, at)
        at = start + len(phrase)
        mentions.append(TimeMention(Span.cut(text, start, at), tense))
    return list(resolve_times(Report(id="r", text=text, published=published), mentions))


def value(phrase: str, *, published: str | None = "2023-09-20", tense: Tense | None = "past") -> str | None:
    """The value of a phrase that is the whole text."""
    return resolve(phrase, phrase, published=published, tense=tense)[0].value


ALONE = [
    ("19 September 2023", "2023-09-19"),
    ("Sept. 19, 2023", "2023-09-19"),
    ("the 19th of September, 2023", "2023-09-19"),
    ("2023-09-19", "2023-09-19"),
    ("19/09/2023", "2023-09-19"),
    ("09/19/2023", "2023-09-19"),
    ("05.05.2023", "2023-05-05"),
    ("2023/9/19", "2023-09-19"),
    ("2023-09-19T04:30:00Z", "2023-09-19T04:30"),
    ("late March", "2023-03"),
    ("December", "2022-12"),
    ("last December", "2022-12"),
    ("March 2011", "2011-03"),
    ("June last year", "2022-06"),
    ("August 4 last year", "2022-08-04"),
    ("early 2011", "2011"),
    ("'98", "1998"),
    ("the late 1990s", "199"),
    ("the nineties", "199"),
    ("the 20th century", "19"),
    ("499 BC", "BC0499"),
    ("nineteen ninety-six", "1996"),
    ("the third quarter of 2020", "2020-Q3"),
    ("the first half of 2020", "2020-H1"),
    ("the summer of 2014", "2014-SU"),
    ("Christmas Eve 2022", "2022-12-24"),
    ("today", "2023-09-20"),
    ("yesterday evening", "2023-09-19TEV"),
    ("the day before yesterday", "2023-09-18"),
    ("tonight", "2023-09-20TNI"),
    ("last night", "2023-09-19TNI"),
    ("this morning", "2023-09-20TMO"),
    ("Tuesday", "2023-09-19"),
    ("Wednesday", "2023-09-20"),
    ("Thursday", "2023-09-14"),
    ("last Wednesday", "2023-09-13"),
    ("next Wednesday", "2023-09-27"),
    ("Monday morning", "2023-09-18TMO"),
    ("the weekend", "2023-W37-WE"),
    ("last week", "2023-W37"),
    ("this month", "2023-09"),
    ("next year", "2024"),
    ("two days ago", "2023-09-18"),
    ("more than two years ago", "2021"),
    ("six months ago", "2023-03"),
    ("two and a half years ago", "2021-03"),
    ("several years ago", "PAST_REF"),
    ("10 p.m. Tuesday", "2023-09-19T22:00"),
    ("noon on Monday", "2023-09-18T12:00"),
    ("Sunday midnight", "2023-09-17T24:00"),
    ("9 a.m. this morning", "2023-09-20T09:00"),
    ("11 p.m. tonight", "2023-09-20T23:00"),
    ("overnight", "2023-09-19TNI"),
    ("Tuesday at 4:15 p.m. local time", "2023-09-19T16:15"),
    ("the night of April 18, 2021", "2021-04-18TNI"),
    ("12 a.m. on Sept. 1", "2023-09-01T00:00"),
    ("the week of September 6", "2023-W36"),
    ("more than two years", "P2Y"),
    ("15-minute", "PT15M"),
    ("several minutes", "PTXM"),
    ("2 1/2 years", "P2Y6M"),
    ("a year and a half", "P1Y6M"),
    ("half an hour", "PT30M"),
    ("two hundred and fifty days", "P250D"),
    ("two decades", "P20Y"),
    ("days", "PXD"),
    ("22-year-old", "P22Y"),
    ("the last three months", "P3M"),
    ("months-long", "PXM"),
    ("daily", "P1D"),
    ("every two weeks", "P2W"),
    ("every other day", "P2D"),
    ("every Friday", "XXXX-WXX-5"),
    ("Tuesday nights", "XXXX-WXX-2TNI"),
    ("twice a week", "P1W"),
    ("now", "PRESENT_REF"),
    ("recently", "PAST_REF"),
    ("the near future", "FUTURE_REF"),
]


@pytest.mark.parametrize(("phrase", "expected"), ALONE)
def test_value(phrase: str, expected: str) -> None:
    assert value(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [
        ("Friday", "2023-09-15", "2023-09-22"),
        ("Wednesday", "2023-09-20", "2023-09-20"),
        ("March", "2023-03", "2024-03"),
        ("October 3", "2022-10-03", "2023-10-03"),
        ("29 February", "2020-02-29", "2024-02-29"),
    ],
)
def test_tense_decides(phrase: str, past: str, future: str) -> None:
    assert (value(phrase, tense="past"), value(phrase, tense="future")) == (past, future)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("yesterday", None),
        ("last week", None),
        ("two days ago", None),
        ("Tuesday", "XXXX-WXX-2"),
        ("March 3", "XXXX-03-03"),
        ("the summer", "XXXX-SU"),
    ],
)
def test_without_a_report_date_nothing_is_guessed(phrase: str, expected: str | None) -> None:
    (time,) = resolve(phrase, phrase, published=None)
    assert (time.value, time.start, time.end) == (expected, None, None)
    assert time.reason == "the report date is unknown"


@pytest.mark.parametrize("phrase", ["19 September 2023", "the 1990s", "two years", "daily", "2020"])
def test_what_needs_no_report_date_does_without(phrase: str) -> None:
    assert value(phrase, published=None) == value(phrase) is not None


def test_day_or_month_first_is_not_guessed() -> None:
    (time,) = resolve("03/04/2023", "03/04/2023")
    assert time.value is None
    assert time.reason == "day first or month first is not known"


@pytest.mark.parametrize("phrase", ["31 April 2023", "99/99/2023", "30 February", "2023-13-40"])
def test_no_such_date(phrase: str) -> None:
    (time,) = resolve(phrase, phrase)
    assert (time.start, time.reason) == (None, "there is no such date")


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("It fell on May 9, 2021. The next day they left.", ["May 9, 2021", "The next day"], "2021-05-10"),
        ("It fell on May 9, 2021. A year earlier it was whole.", ["May 9, 2021", "A year earlier"], "2020"),
        ("It fell on May 9, 2021. Two weeks later they left.", ["May 9, 2021", "Two weeks later"], "2021-W20"),
        ("It fell on Monday. That night they met.", ["Monday", "That night"], "2023-09-18TNI"),
        ("It fell on Monday. Noise began the following morning.", ["Monday", "the following morning"], "2023-09-19TMO"),
        ("On Monday they met at 10:30 and left.", ["Monday", "10:30"], "2023-09-18T10:30"),
        ("He came in May 2021 and left later that year.", ["May 2021", "later that year"], "2021"),
        ("In 1994 they fought, and in April the war ended.", ["1994", "April"], "1994-04"),
        ("They met in 2021. The next day it burned.", ["2021", "The next day"], None),
        ("On 6-7 January 1996 they met.", ["6", "7 January 1996"], "1996-01-07"),
        ("In 1915-17 they fought.", ["1915", "17"], "1917"),
        ("On March 5-9, 2018, they met.", ["March 5", "9, 2018"], "2018-03-09"),
    ],
)
def test_anchored_on_the_text(text: str, phrases: list[str], expected: str | None) -> None:
    assert resolve(text, *phrases)[-1].value == expected


def test_the_first_of_a_range_takes_month_and_year_from_the_last() -> None:
    assert resolve("On 6-7 January 1996 they met.", "6", "7 January 1996")[0].value == "1996-01-06"
    assert resolve("From March to June 2005 they met.", "March", "June 2005")[0].value == "2005-03"
    assert resolve("The war (499-493 BC) ended.", "499", "493 BC")[0].value == "BC0499"


def test_a_clock_time_without_a_day_says_so() -> None:
    (time,) = resolve("They left at 10:30.", "10:30")
    assert (time.type, time.value, time.start) == ("TIME", "XXXX-XX-XXT10:30", None)
    assert time.reason == "the text does not say of which day"


def test_a_story_of_the_past_keeps_its_year() -> None:
    text = "In 1914, in 1915, in May 1916, in 1917 they fought. In July 1917 it rained. In August they left."
    times = resolve(text, "1914", "1915", "May 1916", "1917", "July 1917", "August", published="2023-09-20")
    assert times[-1].value == "1917-08"


@pytest.mark.parametrize(
    ("phrase", "kind", "start", "end", "precision"),
    [
        ("Tuesday", "DATE", "2023-09-19", "2023-09-19", 1),
        ("Tuesday night", "TIME", "2023-09-19", "2023-09-19", 1),
        ("the weekend", "DATE", "2023-09-16", "2023-09-17", 2),
        ("last week", "DATE", "2023-09-11", "2023-09-17", 3),
        ("March", "DATE", "2023-03-01", "2023-03-31", 4),
        ("2020", "DATE", "2020-01-01", "2020-12-31", 5),
        ("the 1990s", "DATE", "1990-01-01", "1999-12-31", None),
        ("the last three months", "DURATION", "2023-06-20", "2023-09-20", 5),
        ("three months", "DURATION", None, None, None),
        ("every Friday", "SET", None, None, None),
        ("recently", "DATE", None, None, None),
    ],
)
def test_intervals_and_precision(
    phrase: str, kind: str, start: str | None, end: str | None, precision: int | None
) -> None:
    (time,) = resolve(phrase, phrase)
    assert (time.type, time.start, time.end, time.precision) == (kind, start, end, precision)


def test_a_decade_says_why_it_has_no_precision() -> None:
    assert "UCDP" in (resolve("the 1990s", "the 1990s")[0].reason or "")


def test_a_rate_is_a_set() -> None:
    assert resolve("They make 40,000 a year.", "a year")[0].type == "SET"
    assert resolve("They stayed a year.", "a year")[0].type == "DURATION"


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)), st.integers(1, 7), st.booleans())
def test_a_weekday_lies_within_a_week_of_the_report(day: date, number: int, ahead: bool) -> None:
    name = (date(2023, 9, 17) + timedelta(days=number)).strftime("%A")
    (time,) = resolve(name, name, published=day.isoformat(), tense="future" if ahead else "past")
    found = date.fromisoformat(time.start or "")
    assert found.isoweekday() == number
    assert 0 <= ((found - day).days if ahead else (day - found).days) < 7


@given(st.text(min_size=1, max_size=40), st.sampled_from([None, "0001-01-01", "9999-12-31"]))
def test_any_words_have_a_value_or_a_reason(text: str, published: str | None) -> None:
    (time,) = resolve(text, text, published=published)
    assert time.value is not None or time.reason is not None


@pytest.mark.parametrize(
    "phrase", ["yesterday", "tomorrow", "last century", "10000 years ago", "next week", "the 99th century"]
)
@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(phrase: str, published: str) -> None:
    (time,) = resolve(phrase, phrase, published=published)
    assert time.value is not None or time.reason is not None


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("in June and July this year", ("June", "July this year"), ["2023-06", "2023-07"]),
        ("in October and November last year", ("October", "November last year"), ["2022-10", "2022-11"]),
        ("in May and in June last year", ("May", "June last year"), ["2022-05", "2022-06"]),
        ("in March, April and May 2013", ("March", "April", "May 2013"), ["2013-03", "2013-04", "2013-05"]),
        ("in October. In November last year", ("October", "November last year"), ["2022-10", "2022-11"]),
        ("in August and on Monday", ("August", "Monday"), ["2023-08", "2023-09-18"]),
    ],
)
def test_a_year_reaches_all_that_share_it(text: str, phrases: tuple[str, ...], expected: list[str]) -> None:
    assert [t.value for t in resolve(text, *phrases)] == expected


def test_hours_reach_into_days() -> None:
    (time,) = resolve("In the past 24 hours four people died.", "the past 24 hours")
    assert (time.value, time.start, time.end) == ("PT24H", "2023-09-19", "2023-09-20")
    (time,) = resolve("In the next 36 hours it will rain.", "the next 36 hours", tense="future")
    assert (time.start, time.end) == ("2023-09-20", "2023-09-22")
    (time,) = resolve("In the past 24 hours four people died.", "the past 24 hours", published=None)
    assert (time.value, time.start) == ("PT24H", None)


def test_a_quarter_is_spoken_of_for_a_while() -> None:
    text = "In the second quarter of 2023 sales fell from those of a year ago. The quarter was a bad one."
    assert [t.value for t in resolve(text, "the second quarter of 2023", "a year ago", "The quarter")] == [
        "2023-Q2",
        "2022-Q2",
        "2023-Q2",
    ]
    far = "In the second quarter of 2023 sales fell. " + "It was cold. " * 40 + "He came a year ago."
    assert resolve(far, "the second quarter of 2023", "a year ago")[1].value == "2022"


@pytest.mark.parametrize("phrase", ["the year ended March 31", "the year ending in June"])
def test_a_year_that_ends_is_a_length(phrase: str) -> None:
    assert resolve(f"Exports rose in {phrase}.", "the year")[0].value == "P1Y"
