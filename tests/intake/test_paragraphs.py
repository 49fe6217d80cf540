"""Paragraphs: blank lines, single line breaks, hard-wrapped lines."""

from __future__ import annotations

from textwrap import fill

from rashomon.intake.paragraphs import find_paragraphs

ONE = (
    "The army said on Monday that it had taken the hill above the town after two days of shelling, in which nine of "
    "its men died. Rebels denied that it had, and said that they had counted 31 bodies. "
    "Nobody from outside was there to see."
)
TWO = (
    "A doctor in the town said that she had treated fourteen wounded, among them three children, and that she had run "
    "out of bandages by noon. She did not know who had fired, nor did the people who brought them in."
)


def pieces(text: str, *, line_is_paragraph: bool = False) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in find_paragraphs(text, line_is_paragraph=line_is_paragraph)]


def test_blank_lines_part() -> None:
    assert pieces(f"{ONE}\n\n{TWO}\n \n\t\n{ONE}\n") == [ONE, TWO, ONE]


def test_single_line_breaks_part_where_lines_are_paragraphs() -> None:
    assert pieces(f"{ONE}\n{TWO}\r\n{ONE}") == [ONE, TWO, ONE]


def test_hard_wrapped_lines_are_joined() -> None:
    for width in (60, 72, 80, 100):
        assert pieces(f"{fill(ONE, width)}\n\n{fill(TWO, width)}") == [ONE, TWO], width


def test_hard_wrapped_with_indented_openings_and_no_blank_lines() -> None:
    wrapped = [fill(text, 74, initial_indent="     ", subsequent_indent=" ") for text in (ONE, TWO, ONE)]
    assert pieces("\n".join(wrapped)) == [ONE, TWO, ONE]


def test_hard_wrapped_with_every_line_indented_but_the_first() -> None:
    wrapped = fill(ONE, 90, subsequent_indent=" " * 12)
    assert pieces(wrapped) == [ONE]


def test_hard_wrapped_paragraph_ends_at_a_clearly_short_line() -> None:
    text = f"{fill(ONE + ' So it went on for two days.', 76)}\n{fill(TWO, 76)}"
    short = text.splitlines()[3]
    assert len(short) < 50
    assert len(pieces(text)) == 2


def test_hard_wrapped_capitals() -> None:
    assert pieces(f"{fill(ONE.upper(), 78)}\n\n{fill(TWO.upper(), 78)}") == [ONE.upper(), TWO.upper()]


def test_list_is_not_joined() -> None:
    lines = ["What we know so far", "- Nine soldiers killed on the hill", "- Rebels deny having lost it", "- Shut"]
    assert pieces("\n".join(lines)) == lines


def test_lines_of_a_page_stay_apart() -> None:
    text = f"{fill(ONE, 80)}\nsmall letters here"
    assert pieces(text, line_is_paragraph=True) == text.split("\n")


def test_endless_paragraph_is_cut_behind_sentences() -> None:
    text = (ONE + " ") * 1000
    found = find_paragraphs(text)
    assert len(found) > 3
    assert all(text[end - 1] == "." and end - start <= 50_000 for start, end in found)
    assert pieces("x" * 120_000) == ["x" * 50_000, "x" * 50_000, "x" * 20_000]
