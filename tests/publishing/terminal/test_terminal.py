"""What is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.console import Console

from rashomon.publishing import terminal
from rashomon.records import Ledger
from tests.publishing.factory import crowd, empty, hostile, market


def piped(ledger: Ledger, width: int = 100) -> str:
    """What comes out of a pipe."""
    stream = io.StringIO()
    terminal.render(ledger, Console(file=stream, width=width))
    return stream.getvalue()


def shown(ledger: Ledger, width: int = 100) -> str:
    """What comes out on a terminal, its colours included."""
    stream = io.StringIO()
    terminal.render(ledger, Console(file=stream, width=width, force_terminal=True, color_system="truecolor"))
    return stream.getvalue()


def words(output: str) -> str:
    """The output with its lines joined, for what may have wrapped."""
    return " ".join(output.split())


def test_the_head_comes_first() -> None:
    lines = piped(market()).splitlines()
    assert lines[0] == "Shells hit market in Dolny Brod; Karsia and Velmark trade blame"
    assert lines[1] == "The Courier | 5 Mar 2031 | PORT ANSELM, Courier Wire"
    assert lines[4].startswith("rashomon 0.1.0: 4 incidents, 1 contested; 6 statements")


def test_parts_come_in_order_and_empty_ones_not_at_all() -> None:
    parts = ["INCIDENTS", "FURTHER EVENTS", "STATEMENTS", "COUNTS", "PLACES", "TIMES", "NOT RESOLVED"]
    assert [line for line in piped(market()).splitlines() if line in parts] == parts
    assert [line for line in piped(empty()).splitlines() if line in parts] == ["NOT RESOLVED"]
    assert "empty: The file is empty." in piped(empty())


def test_accounts_stand_side_by_side() -> None:
    lines = piped(market(), 120).splitlines()
    killed = next(line for line in lines if line.split()[:2] == ["!", "killed"])
    assert killed.split() == ["!", "killed", "-", "!", "9", "or", "more", "!", "4"]
    says = next(line for line in lines if line.split()[:1] == ["says"])
    assert "says so [reported]: “Shells" in says
    text = words(piped(market(), 200))
    assert "says so; another denies it [disputed]:" in text
    assert "denies it; not verified [unverified]" in text


def test_who_says_so_and_who_denies_it_comes_first() -> None:
    text = words(piped(market()))
    assert "say so: [1] The Courier, [2] Velmark’s health ministry deny it: [3] Pavle Dren ! conflict on" in text


def test_a_conflict_has_a_mark_words_and_a_reason() -> None:
    text = words(piped(market()))
    assert (
        "! conflict on killed: [2] Velmark’s health ministry: 9 or more / [3] Pavle Dren: 4 ! conflict on doer" in text
    )


def test_a_statement_has_its_chain_answers_and_verification() -> None:
    text = words(piped(market(), 200))
    assert "4. its spokesman, Major Pavle Dren | told | “Our artillery did not fire;" in text
    assert (
        "direct speech; affirms; answers 1; state television; The Courier -> Karsia’s defence ministry -> Pavle" in text
    )
    assert "unverified by The Courier: “The Courier could not verify either account.”" in text


def test_what_was_not_resolved_gives_its_reason() -> None:
    text = piped(market())
    assert "place: “Port Anselm”: no place of that name in the gazetteer" in text
    assert "time: “the week before”: “before” what is not said" in text


def test_both_names_of_a_place_are_shown_with_who_uses_them() -> None:
    assert re.search(r"^Tarnovik\s+Karsia$", piped(market()), re.MULTILINE)


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("ledger", [market(), crowd(12), hostile(), empty()], ids=lambda ledger: ledger.report.id[:9])
def test_lines_keep_to_the_width_and_have_no_trailing_spaces(ledger: Ledger, width: int) -> None:
    lines = piped(ledger, width).splitlines()
    assert lines
    assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


@pytest.mark.parametrize("width", [80, 200])
def test_twelve_accounts_are_all_there_whole_and_in_order(width: int) -> None:
    text = piped(crowd(12), width).partition("accounts 1 to")[2]
    heads = re.findall(r"\[(\d+)\] Directorate", text)
    assert heads == [str(n) for n in range(1, 13)]
    assert "…" not in text.partition("STATEMENTS")[0]
    losses = re.findall(r"! (none|\d+)", " ".join(line for line in text.splitlines() if "! killed" in line))
    assert losses == ["none", *(str(n * 10) for n in range(1, 12))]


def test_a_pipe_gets_no_colours_and_no_boxes() -> None:
    text = piped(market())
    assert "\x1b" not in text
    assert not re.search(r"[\u2500-\u257f]", text)


@pytest.mark.parametrize("render", [piped, shown])
def test_nothing_in_a_report_is_obeyed(render: Callable[[Ledger], str]) -> None:
    text = render(hostile())
    own = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", own)
    assert "[bold]Boom[/bold]" in own
    assert "[link=file:///etc/passwd]x[/link]" in words(own)
    assert ":warning:" in own


def test_markup_in_a_report_sets_no_style() -> None:
    """Colours of the output are the program's: the report's own "[red]" must not turn into one."""
    assert "[red]<b>" in shown(hostile())
    assert "\x1b]0;" not in shown(hostile())
    assert "\x1b]8;" not in shown(hostile())


def test_a_terminal_has_colours_but_the_same_words() -> None:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown(market()))
    assert plain != shown(market())
    assert words(re.sub(r"[─-]{3,}", "", plain)) == words(re.sub(r"[─-]{3,}", "", piped(market())))


def test_the_same_ledger_prints_the_same() -> None:
    assert piped(market()) == piped(market())


def test_a_piped_console_has_its_own_width_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert terminal.make_console(io.StringIO()).width == terminal.PIPED_WIDTH
    monkeypatch.setenv("COLUMNS", "72")
    assert terminal.make_console(io.StringIO()).width == 72
