"""Sums and exclusions of numbers of people."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.numbers import Range, exclude, total
from rashomon.records import Count, Span, Victims


def count(
    text: str, word: str, low: int | None, high: int | None, *, part_of: str | None = None, as_of: str | None = None
) -> Count:
    start = text.index(word)
    span = Span.cut(text, start, start + len(word))
    return Count(word, span, "killed", low, high, low == high, Victims("unknown", "", None), None, (), part_of, as_of)


def test_an_enumeration_is_added_up() -> None:
    text = "Three gunmen and a policeman were killed."
    assert total(text, [count(text, "Three", 3, 3), count(text, "a policeman", 1, 1)]) == (4, 4)


def test_a_number_told_twice_is_not_added_up() -> None:
    text = "Nine people died in the blast. All 9 were miners."
    assert total(text, [count(text, "Nine", 9, 9), count(text, "9", 9, 9)]) == (9, 9)


def test_parts_of_a_total_are_left_out() -> None:
    text = "Twelve people, five of them children, were killed."
    assert total(text, [count(text, "Twelve", 12, 12), count(text, "five", 5, 5, part_of="Twelve")]) == (12, 12)


def test_the_last_running_total_counts() -> None:
    text = "The toll stood at 40. On Friday it rose to 38."
    found = total(text, [count(text, "40", 40, 40, as_of="2024-01-01"), count(text, "38", 38, 38, as_of="2024-01-02")])
    assert found == (38, 38)


def test_an_open_end_stays_open() -> None:
    text = "At least 9 soldiers and two drivers were killed."
    assert total(text, [count(text, "9", 9, None), count(text, "two", 2, 2)]) == (11, None)


RANGES = st.tuples(st.integers(0, 50), st.one_of(st.none(), st.integers(0, 50))).filter(
    lambda r: r[1] is None or r[1] >= r[0]
)


@given(RANGES, RANGES)
def test_ranges_exclude_each_other_exactly_when_no_number_is_in_both(a: Range, b: Range) -> None:
    def inside(n: int, r: Range) -> bool:
        return (r[0] or 0) <= n and (r[1] is None or n <= r[1])

    shared = any(inside(n, a) and inside(n, b) for n in range(200))
    assert exclude(a, b) is not shared
    assert exclude(a, b) == exclude(b, a)
