"""Standard input, output and error in whatever state they are."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import RASHOMON, REPORT, Shell

HAS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")


def test_closed_input_does_not_matter_to_a_file(shell: Shell, report: Path) -> None:
    done = shell("rashomon read report.txt <&-")
    assert done.returncode == 0
    assert "STATEMENTS" in done.stdout


@pytest.mark.parametrize("options", ["", "--input-format jsonl"])
def test_closed_input_is_told_where_it_is_to_be_read(shell: Shell, options: str) -> None:
    done = shell(f"rashomon read {options} - <&-")
    assert done.returncode == 2
    assert done.stderr == "rashomon: standard input is closed; name a file, or send the report there.\n"


def test_closed_output_is_told_unless_a_page_is_written(shell: Shell, report: Path) -> None:
    done = shell("rashomon read report.txt >&-")
    assert done.returncode == 2
    assert "standard output is closed" in done.stderr
    assert shell("rashomon read --html page.html report.txt >&-").returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_that_lacks_characters_shows_the_others(shell: Shell, report: Path, encoding: str) -> None:
    done = shell("rashomon read report.txt", {"PYTHONIOENCODING": encoding})
    assert done.returncode == 0
    assert "?We have no guns within range,?" in done.stdout


def test_a_pipe_is_utf_8_whatever_the_locale_says(shell: Shell, report: Path) -> None:
    done = shell("rashomon read report.txt", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 0
    assert "“We have no guns within range,”" in done.stdout


@HAS_FULL
@pytest.mark.parametrize("arguments", ["read report.txt", "read --json report.txt", "--help"])
def test_a_full_disk_is_told(shell: Shell, report: Path, arguments: str) -> None:
    done = shell(f"rashomon {arguments} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: the output cannot be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1


@HAS_FULL
def test_messages_that_nobody_can_be_told_cost_nothing(shell: Shell, report: Path) -> None:
    done = shell("rashomon read --json nothing.txt report.txt 2> /dev/full")
    assert done.returncode == 0
    assert [bool(json.loads(line)["statements"]) for line in done.stdout.splitlines()] == [False, True]


def test_a_reader_that_leaves_is_no_error(shell: Shell, report: Path) -> None:
    done = shell("{ rashomon read report.txt report.txt report.txt report.txt; echo $? >&2; } | head -n 1")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "0\n"


@pytest.mark.parametrize("columns", ["0", "1", "1000000000"])
def test_no_width_is_too_strange(shell: Shell, report: Path, columns: str) -> None:
    done = shell("rashomon read report.txt", {"COLUMNS": columns})
    assert done.returncode == 0
    assert "STATEMENTS" in done.stdout
    assert max(map(len, done.stdout.splitlines())) > 30


def test_an_interruption_says_how_many_were_read(tmp_path: Path) -> None:
    """The first report is read, the second never comes: a pipe stays open."""
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    command = [RASHOMON, "read", "--json", "--html", str(tmp_path / "page.html"), str(pipe)]
    # a shell's background job ignores SIGINT and hands that on: the program must be able to hear it
    program = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - one thread here
    )
    with pipe.open("w", encoding="utf-8") as end:
        end.write(json.dumps({"id": "a", "text": REPORT}) + "\n")
        end.flush()
        assert program.stdout is not None
        assert program.stdout.readline().startswith(b'{"schema"')
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)
    assert program.returncode == 130
    assert said.decode() == "rashomon: interrupted after 1 report; no page was written\n"
    assert list(tmp_path.iterdir()) == [pipe]
