"""The text cut at its marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.publishing.page.marks import Mark, Marks
from rashomon.publishing.page.segments import Block, blocks
from rashomon.publishing.show import Part, Value
from rashomon.records import Report, Span
from tests.publishing.factory import TITLE, at, hostile, market


def cut(text: str, marks: list[Mark], body: tuple[tuple[int, int], ...] = ()) -> list[Block]:
    """The blocks of a text."""
    return list(blocks(Report(id="r", text=text, body=body), marks))


def test_crossing_marks_are_cut_at_every_edge() -> None:
    (block,) = cut("abcdef", [Mark("s-0", 0, 4, "content"), Mark("e-1", 2, 6, "event")])
    assert [(s.text, s.keys, s.parts) for s in block.segments] == [
        ("ab", ("s-0",), ("content",)),
        ("cd", ("s-0", "e-1"), ("content", "event")),
        ("ef", ("e-1",), ("event",)),
    ]
    assert [(s.opens, s.closes) for s in block.segments] == [(True, False), (False, True), (False, False)]


def test_the_innermost_mark_comes_first_and_the_outermost_part() -> None:
    (block,) = cut("abc", [Mark("s-0", 0, 3, "content"), Mark("c-1", 1, 2, "count")])
    middle = block.segments[1]
    assert (middle.keys, middle.parts) == (("c-1", "s-0"), ("content", "count"))


def test_a_mark_goes_on_over_paragraphs() -> None:
    first, second = cut("one two\n\nthree four", [Mark("s-0", 4, 14, "content")])
    assert [s.text for s in first.segments if s.keys] == ["two"]
    assert [s.text for s in second.segments if s.keys] == ["three"]
    assert first.segments[1].opens
    assert not first.segments[1].closes
    assert second.segments[0].closes


def test_wrapped_lines_of_the_prose_stay_one_paragraph() -> None:
    text = "Title\nBody that is\nwrapped.\n\nMore.\n(Editing by X)\n"
    body = ((6, 27), (29, 34))
    assert [(b.prose, "".join(s.text for s in b.segments)) for b in cut(text, [], body)] == [
        (False, "Title"),
        (True, "Body that is\nwrapped."),
        (True, "More."),
        (False, "(Editing by X)"),
    ]


def test_where_nobody_said_what_is_prose_blank_lines_part_it_or_else_lines() -> None:
    assert len(cut("a\nb\n\nc", [])) == 2
    assert len(cut("a\nb\r\nc\n", [])) == 3
    assert cut("", []) == cut(" \n\n \n", []) == []


_TEXT = st.text(st.sampled_from("ab \n\u200f\U0001f600"), max_size=40)


#: a text, its marks, its body
Marked = tuple[str, list[Mark], tuple[tuple[int, int], ...]]


@st.composite
def _marked(draw: st.DrawFn) -> Marked:
    text = draw(_TEXT)
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda p: p[0] < p[1])
    parts: st.SearchStrategy[Part] = st.sampled_from(["content", "source", "event", "place"])
    pairs = draw(st.lists(st.tuples(place, parts), max_size=8)) if text else []
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    body = tuple((a, b) for a, b in list(pairwise(edges))[::2])
    return text, [Mark(f"k-{n}", a, b, part) for n, ((a, b), part) in enumerate(pairs)], body


@given(_marked())
def test_no_character_is_lost_and_each_has_its_marks(marked: Marked) -> None:
    text, marks, body = marked
    position, numbers = 0, []
    for block in cut(text, marks, body):
        joined = "".join(segment.text for segment in block.segments)
        start = text.index(joined, position)
        assert text[position:start].strip() == ""
        position = start
        for segment in block.segments:
            end = position + len(segment.text)
            over = {mark.key for mark in marks if mark.start < end and position < mark.end}
            assert set(segment.keys) == over
            assert all(mark.start <= position and end <= mark.end for mark in marks if mark.key in over)
            numbers += [segment.number] if segment.number is not None else []
            assert bool(over) == (segment.number is not None)
            position = end
    assert text[position:].strip() == ""
    assert numbers == list(range(len(numbers)))


def test_equal_spans_of_one_part_share_a_mark_and_of_two_parts_do_not() -> None:
    marks = Marks(hostile())
    whole = max(marks, key=lambda mark: mark.end - mark.start)
    assert [m.part for m in marks if (m.start, m.end) == (whole.start, whole.end)] == ["content"]
    denied = at("denied")
    assert {m.part for m in Marks(market()) if (m.start, m.end) == (denied.start, denied.end)} == {"cue", "event"}


def test_a_span_outside_the_text_has_no_mark() -> None:
    marks = Marks(market())
    assert marks.keys(Value("x", "place", (Span(0, 10_000, "x"),))) == ()
    assert len(marks.keys(Value("x", "place", (at("Dolny Brod"), at("Dolny Brod"))))) == 1


def test_the_title_is_no_prose() -> None:
    ledger = market()
    first = next(iter(blocks(ledger.report, Marks(ledger))))
    assert not first.prose
    assert "".join(segment.text for segment in first.segments) == TITLE
