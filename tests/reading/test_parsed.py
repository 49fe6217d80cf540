"""Positions: every token of a parsed report stands where its words stand in the report."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.parsed import parse
from rashomon.records import Report
from tests.conftest import ParseText


def test_hard_wrapped_text_is_one_sentence_with_true_positions(parse_text: ParseText) -> None:
    text = "The army said\n            it had left\n            the town of Bria."
    parsed = parse_text(text)
    assert len(list(parsed.sentences())) == 1
    assert parsed.doc.text.strip() == "The army said it had left the town of Bria."
    town = next(t.i for t in parsed.doc if t.text == "Bria")
    assert text[parsed.starts[town] : parsed.ends[town]] == "Bria"


def test_the_quotes_of_a_table_are_no_quotation(parse_text: ParseText) -> None:
    text = '"The coalition has ""definitively"" said it was not responsible."'
    parsed = parse_text(text)
    assert parsed.doc.text.strip() == 'The coalition has "definitively" said it was not responsible.'
    assert parsed.span(0, 2).text == "The coalition"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_positions_rise_and_lie_in_the_text(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    bounds = list(zip(parsed.starts, parsed.ends, strict=True))
    assert all(0 <= a < b <= len(text) for a, b in bounds)
    assert all(b <= c for (_, b), (c, _) in pairwise(bounds))


def test_an_empty_body_is_no_sentence(parse_text: ParseText) -> None:
    assert list(parse_text("").sentences()) == []


def test_paragraphs_do_not_share_sentences(nlp: object, parse_text: ParseText) -> None:
    parsed = parse_text("The first ends without a stop\n\nthe second begins small.")
    assert len(parsed.paragraphs) == 2
    assert all(parsed.paragraph_of[s.start] == parsed.paragraph_of[s.end - 1] for s in parsed.sentences())
    assert parse(nlp, Report(id="x", text="No body.")).paragraphs == ()  # type: ignore[arg-type]
