"""What parse and grammar say of words, in numbers."""

from __future__ import annotations

from rashomon.reading.parsed import Stretch
from rashomon.reading.statements.features import KNOWN, NO_ROW, PAIRS, SIZES, Grammar
from rashomon.reading.statements.find import by_grammar
from tests.conftest import ParseText

TEXT = "The army said it held the pass. “Nobody was killed,” the mayor said. It snowed."


def test_columns_stay_within_their_sizes(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    columns = Grammar(parsed, by_grammar(parsed)).columns
    assert columns.shape == (len(parsed.doc), len(SIZES))
    assert (columns > 0).all()
    assert (columns.max(0) < list(SIZES.values())).all()


def test_columns_say_who_says_what(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    columns = Grammar(parsed, by_grammar(parsed)).columns
    names = list(SIZES)
    source, cue, content = (columns[:8, names.index(name)].tolist() for name in ("source", "cue", "content"))
    assert source == [2, 3, 1, 1, 1, 1, 1, 1]
    assert cue == [1, 1, 2, 1, 1, 1, 1, 1]
    assert content == [1, 1, 1, 2, 3, 3, 3, 1]
    quoted = [t.text for t in parsed.doc if columns[t.i, names.index("quoted")] == 2]
    assert quoted == ["“", "Nobody", "was", "killed", ",", "”"]


def test_rows_of_an_attribution_that_the_grammar_has(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    rows = Grammar(parsed, by_grammar(parsed)).rows(Stretch(0, len(parsed.doc)), [2])
    assert rows.shape == (1, len(parsed.doc), KNOWN)
    assert rows[0, :8, 0].tolist() == [1, 2, 0, 3, 4, 4, 4, 0]
    assert rows.max() < PAIRS


def test_rows_of_one_that_it_has_not(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    rows = Grammar(parsed, by_grammar(parsed)).rows(Stretch(0, len(parsed.doc)), [len(parsed.doc) - 2])
    assert (rows[0, :, 0] == NO_ROW).all()


def test_rows_count_in_their_window(parse_text: ParseText) -> None:
    """What an attribution has outside the window is left out, and numbers are of the window."""
    parsed = parse_text(TEXT)
    rows = Grammar(parsed, by_grammar(parsed)).rows(Stretch(2, 6), [0])
    assert rows[0, :, 0].tolist() == [0, 3, 4, 4]


def test_distance_and_sentences_grow_apart(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    rows = Grammar(parsed, []).rows(Stretch(0, len(parsed.doc)), [2])
    distances, sentences = rows[0, :, 1].tolist(), rows[0, :, 2].tolist()
    assert distances == sorted(distances)
    assert distances[1] < distances[2] < distances[3]
    assert len(set(sentences)) == 3
    assert sentences == sorted(sentences)


def test_no_anchors(parse_text: ParseText) -> None:
    parsed = parse_text(TEXT)
    assert Grammar(parsed, []).rows(Stretch(0, 5), []).shape == (0, 5, KNOWN)
