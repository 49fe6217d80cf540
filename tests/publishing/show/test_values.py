"""Words for values."""

from __future__ import annotations

import pytest

from rashomon.publishing.show import coordinates, day, days, number
from rashomon.publishing.show.values import period


@pytest.mark.parametrize(
    ("low", "high", "exact", "words"),
    [
        (9, None, True, "9 or more"),
        (301, None, False, "301 or more"),
        (2, 2, True, "2"),
        (0, 0, True, "none"),
        (50, 50, False, "about 50"),
        (24, 99, False, "24 to 99"),
        (0, 20, True, "up to 20"),
        (None, 20, True, "up to 20"),
        (120000, 120000, True, "120,000"),
        (None, None, True, "number not given"),
        (0, None, True, "number not given"),
    ],
)
def test_numbers_say_what_their_bounds_allow(low: int | None, high: int | None, exact: bool, words: str) -> None:
    assert number(low, high, exact) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-03-04", "2031-03-06", "4 to 6 Mar 2031"),
        ("2031-03-30", "2031-04-02", "30 Mar to 2 Apr 2031"),
        ("2030-12-31", "2031-01-01", "31 Dec 2030 to 1 Jan 2031"),
        ("2032-02-01", "2032-02-29", "Feb 2032"),
        ("2031-02-01", "2031-02-27", "1 to 27 Feb 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("1990-01-01", "1999-12-31", "1990 to 1999"),
        ("2031-03-01", "2031-05-31", "Mar to May 2031"),
        ("2030-12-01", "2031-01-31", "Dec 2030 to Jan 2031"),
        ("2031-03-04", None, "from 4 Mar 2031"),
        (None, "2031-03-04", "until 4 Mar 2031"),
        (None, None, ""),
        ("soon", None, "soon"),
    ],
)
def test_intervals_are_named_by_what_they_cover(start: str | None, end: str | None, words: str) -> None:
    assert days(start, end) == words


def test_a_day_takes_the_date_of_a_time_and_keeps_what_is_no_date() -> None:
    assert day("2031-03-04T23:10:00Z") == "4 Mar 2031"
    assert day("yester\x1bday") == "yester\ufffdday"
    assert day(None) == ""


def test_coordinates_name_their_hemispheres() -> None:
    assert coordinates(41.5, -0.254) == "41.50° N, 0.25° W"
    assert coordinates(-1.0, 36.0) == "1.00° S, 36.00° E"
    assert coordinates(None, 36.0) == ""


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2016", None, "since 2016"),
        ("1924", "2016-02", "1924 to Feb 2016"),
        (None, "2023-09-19", "until 19 Sep 2023"),
        (None, None, ""),
    ],
)
def test_periods(since: str | None, until: str | None, words: str) -> None:
    assert period(since, until) == words
