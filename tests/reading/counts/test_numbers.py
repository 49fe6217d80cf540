"""Numbers in words and digits, and the range that the words around them allow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.counts.numbers import find_numbers


def read(doc: Doc) -> list[tuple[str, int, int | None, bool]]:
    return [(doc[n.stretch.start : n.stretch.end].text, n.low, n.high, n.exact) for n in find_numbers(doc)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "exact"),
    [
        ("seventeen sailors", "seventeen", 17, 17, True),
        ("Thirty-one sailors", "Thirty-one", 31, 31, True),
        ("forty two sailors", "forty two", 42, 42, True),
        ("four hundred and six sailors", "four hundred and six", 406, 406, True),
        ("two thousand five hundred sailors", "two thousand five hundred", 2500, 2500, False),
        ("14,308 sailors", "14,308", 14308, 14308, True),
        ("2.5 million refugees", "2.5 million", 2500000, 2500000, False),
        ("a hundred sailors", "a hundred", 100, 100, False),
        ("half a dozen sailors", "half a dozen", 6, 6, False),
        ("three dozen sailors", "three dozen", 36, 36, False),
        ("dozens of sailors", "dozens", 24, 99, False),
        ("scores of sailors", "scores", 40, 99, False),
        ("hundreds of sailors", "hundreds", 200, 999, False),
        ("tens of thousands of sailors", "tens of thousands", 20000, 99999, False),
        ("several sailors", "several", 2, 9, False),
        ("several dozen sailors", "several dozen", 24, 99, False),
        ("a few thousand sailors", "a few thousand", 2000, 9999, False),
        ("several million people", "several million", 2000000, 9999999, False),
        ("a large number of sailors", "a large number", 2, None, False),
        ("at least eight sailors", "at least eight", 8, None, True),
        ("no fewer than eight sailors", "no fewer than eight", 8, None, True),
        ("more than 1,100 sailors", "more than 1,100", 1101, None, True),
        ("well over a hundred sailors", "well over a hundred", 101, None, False),
        ("as many as six sailors", "as many as six", 0, 6, True),
        ("no more than six sailors", "no more than six", 0, 6, True),
        ("fewer than six sailors", "fewer than six", 0, 5, True),
        ("up to about 40 sailors", "up to about 40", 0, 40, False),
        ("nearly 40 sailors", "nearly 40", 40, 40, False),
        ("an estimated 40 sailors", "an estimated 40", 40, 40, False),
        ("only 40 sailors", "40", 40, 40, True),
        ("a total of 40 sailors", "40", 40, 40, True),
        ("40 or more sailors", "40 or more", 40, None, True),
        ("between 12 and 18 sailors", "between 12 and 18", 12, 18, True),
        ("12-18 sailors", "12-18", 12, 18, True),
        ("12 to 18 sailors", "12 to 18", 12, 18, True),
        ("four or five sailors", "four or five", 4, 5, True),
        ("2 to 3 million people", "2 to 3 million", 2000000, 3000000, True),
        ("more than 1, 250 sailors", "more than 1, 250", 1251, None, True),
        ("no sailors", "no", 0, 0, True),
        ("nobody drowned", "nobody", 0, 0, True),
    ],
)
def test_a_number_is_read_as_its_words_allow(
    nlp: Language, text: str, words: str, low: int, high: int | None, exact: bool
) -> None:
    assert read(nlp.make_doc(text)) == [(words, low, high, exact)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On June 3, 250 sailors", [3, 250]),
        ("it went from 20 to 35", [35]),
        ("four five", [4, 5]),
        ("a 3-0 win", [3, 0]),
        ("a", []),
        ("1.5", []),
        ("hundred", []),
        ("99999999999999999999", []),
    ],
)
def test_what_stands_side_by_side_is_not_run_together(nlp: Language, text: str, numbers: list[int]) -> None:
    assert [low for _, low, _, _ in read(nlp.make_doc(text))] == numbers


_WORDS = st.sampled_from(
    [
        "a",
        "at",
        "least",
        "half",
        "dozen",
        "of",
        "hundred",
        "and",
        "-",
        "to",
        "from",
        "between",
        "12",
        "1",
        ",",
        "650",
        "no",
        "more",
        "than",
        "or",
        "several",
        "million",
        "twenty",
        "five",
        "0",
        "²",
        "\u0663",
        "one",
        "many",
        "as",
        "%",
    ]
)


@given(st.lists(_WORDS, max_size=30))
def test_numbers_are_ranges_in_order_and_never_overlap(nlp: Language, words: list[str]) -> None:
    found = find_numbers(Doc(nlp.vocab, words=words))
    for number in found:
        assert 0 <= number.stretch.start <= number.core.start < number.core.end <= number.stretch.end <= len(words)
        assert number.high is None or 0 <= number.low <= number.high
    assert all(a.stretch.end <= b.stretch.start for a, b in pairwise(found))
