"""Spans hold the words that they point at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Span, record_id


@given(st.text(min_size=1), st.data())
def test_a_cut_span_has_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert text[start:end] == Span.cut(text, start, end).text


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_no_span_outside_the_text_or_of_nothing(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span.cut("abc", start, end)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_ids_differ_when_what_identifies_differs(a: list[str], b: list[str]) -> None:
    assert (record_id("ev", "r", *a) == record_id("ev", "r", *b)) == (a == b)
