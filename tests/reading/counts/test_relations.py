"""Losses of somebody of theirs are not their own."""

from __future__ import annotations

from tests.conftest import ParseText

from rashomon.reading.counts import find_counts


def test_a_man_whose_sister_was_killed_is_not_killed(parse_text: ParseText) -> None:
    assert find_counts(parse_text("A man whose sister was killed heard a plane over his home.")) == []


def test_a_man_who_was_killed_is(parse_text: ParseText) -> None:
    assert [(c.kind, c.low) for c in find_counts(parse_text("A man who was killed had been a driver."))] == [
        ("killed", 1)
    ]
