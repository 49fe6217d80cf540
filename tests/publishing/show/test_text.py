"""Text made safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publishing.show import one_line, printable, shorten


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\n  lines\t and\u2028more ", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c", "abc"),
        ("lone \ud800", "lone \ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(st.characters()))
def test_one_line_never_holds_what_a_terminal_obeys(text: str) -> None:
    line = one_line(text)
    assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert one_line(line) == line
    line.encode("utf-8")


@given(st.text(st.characters(exclude_categories=())))
def test_printable_keeps_every_position(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, shown, strict=True))
    shown.encode("utf-8")


def test_printable_text_cannot_be_turned_about() -> None:
    assert printable("\u202egnp.exe\n\u200fقال") == "\ufffdgnp.exe\n\u200fقال"


def test_shorten_cuts_between_words() -> None:
    assert shorten("the town is quiet now", 12) == "the town is…"
    assert shorten("the town", 8) == "the town"
    assert shorten("a" * 50, 10) == "a" * 9 + "…"


@given(st.text(), st.integers(2, 40))
def test_shorten_keeps_its_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit
