"""A count told twice is one count, two speakers' equal counts are two."""

from __future__ import annotations

import pytest
from tests.conftest import ParseText

from rashomon.reading.counts import find_counts, join_repeats


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nine people were killed. The nine were killed at dawn.", 1),
        ("Nine soldiers were killed. Nine men were killed at dawn.", 1),
        ("Nine soldiers were killed. Nine nurses were killed.", 2),
        ("Nine people were killed. Nine people were wounded.", 2),
        ("Nine people were killed. At least nine people were killed.", 2),
        ("A farmer was killed. A nurse was killed.", 2),
        ("Five women and five children were killed.", 2),
    ],
)
def test_repeats_are_joined(parse_text: ParseText, text: str, left: int) -> None:
    parsed = parse_text(text)
    assert len(join_repeats(parsed, find_counts(parsed))) == left


def test_speakers_keep_their_own_figures(parse_text: ParseText) -> None:
    parsed = parse_text("Nine people were killed. Nine people were killed. Nine people were killed.")
    counts = find_counts(parsed)
    assert len(join_repeats(parsed, counts, ["army", "rebels", "army"])) == 2


def test_the_narrators_figure_gives_way_to_a_speakers(parse_text: ParseText) -> None:
    parsed = parse_text("Nine people were killed. Police said that nine people were killed.")
    counts = find_counts(parsed)
    (kept,) = join_repeats(parsed, counts, [None, "police"])
    assert kept.stretch == counts[1].stretch


def test_parts_follow_their_total(parse_text: ParseText) -> None:
    parsed = parse_text("Nine people were killed. In all, nine people, including two boys, were killed.")
    joined = join_repeats(parsed, find_counts(parsed))
    assert [(c.low, c.part_of) for c in joined] == [(9, None), (2, 0)]
