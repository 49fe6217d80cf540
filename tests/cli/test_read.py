"""The command line: what it prints, what it says of bad input, with what exit code."""

from __future__ import annotations

import html
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import RASHOMON, REPORT


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([RASHOMON, *arguments], input=stdin, capture_output=True, timeout=120, check=False)


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_json_is_one_ledger_a_line_with_the_schema(report: Path) -> None:
    done = run("read", "--json", "--published", "2024-02-14", "--publisher", "Orbis", str(report), str(report))
    assert done.returncode == 0, done.stderr
    first, second = lines(done)
    assert first == second
    assert first["schema"] == "rashomon/ledger/1"
    assert first["report"]["published"] == "2024-02-14"  # type: ignore[index]
    assert first["statements"]


def test_printed_output_is_plain_when_piped(report: Path) -> None:
    done = run("read", str(report))
    assert done.returncode == 0
    out = done.stdout.decode()
    assert "\x1b" not in out
    assert "STATEMENTS" in out
    assert "the port" in out


def test_standard_input(report: Path) -> None:
    done = run("read", "--json", "-", stdin=REPORT.encode())
    assert done.returncode == 0
    assert lines(done)[0]["statements"]


def test_the_page_is_written_and_asks_for_nothing(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run("read", "--html", str(page), str(report))
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(text)
    assert "<link" not in text
    assert "src=" not in text


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n \n", "empty"),
        ("binary.bin", b"\x00\x01\x02" * 200, "binary"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    ],
)
def test_bad_files_get_one_sentence_and_exit_code_2(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("read", str(path))
    message = done.stderr.decode().strip()
    assert done.returncode == 2
    assert len(message.splitlines()) == 1
    assert name in message
    assert word.lower() in message.lower()
    assert "Traceback" not in message
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("read", "nothing-here.txt"), "nothing-here.txt"),
        (("read", "."), "directory"),
        (("read", "--published", "yesterday", "x.txt"), "yesterday"),
        (("read", "--published", "2023-02-30", "x.txt"), "2023-02-30"),
        (("read",), "name a file"),
        (("read", "--input-format", "jsonl", "nothing-here.jsonl"), "nothing-here.jsonl"),
        (("read", "--gazetteer", "nothing-here.sqlite", "x.txt"), "nothing-here.sqlite"),
    ],
)
def test_bad_arguments_get_a_sentence_and_exit_code_2(arguments: tuple[str, ...], word: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert word in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_other_encodings_say_what_was_assumed(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(
        (
            "The governor of Nariño said on Monday that the road to Tumaco was closed. "
            "Señora Muñoz denied it in the evening."
        ).encode("cp1252")
    )
    done = run("read", "--json", str(path))
    (ledger,) = lines(done)
    assert done.returncode == 0
    assert "Nariño" in ledger["report"]["text"]  # type: ignore[index]
    assert any("encod" in issue["message"].lower() for issue in ledger["issues"])  # type: ignore[attr-defined]


def test_one_bad_line_of_many_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    good = json.dumps({"id": "a", "text": REPORT})
    path.write_text(
        "\n".join([good, "{broken", json.dumps({"id": "c"}), good.replace('"a"', '"d"')]) + "\n", encoding="utf-8"
    )
    done = run("read", "--json", "--input-format", "jsonl", str(path))
    assert done.returncode == 0
    found = lines(done)
    assert [bool(ledger["statements"]) for ledger in found] == [True, False, False, True]
    assert [bool(ledger["issues"]) for ledger in found] == [False, True, True, False]
    assert found[2]["report"]["id"] == "c"  # type: ignore[index]
    assert "reports.jsonl:2" in done.stderr.decode()


def test_a_file_of_broken_lines_alone_is_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("{broken\n[]\n", encoding="utf-8")
    done = run("read", "--json", str(path))
    assert done.returncode == 2
    assert len(lines(done)) == 2


def test_the_text_of_a_line_is_taken_to_the_character(tmp_path: Path) -> None:
    text = "  The army said\u00a0it had left.\r\n\r\n\tNobody  could verify the claim. \n"
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    (ledger,) = lines(run("read", "--json", str(path)))
    assert ledger["report"]["text"] == text  # type: ignore[index]


def test_help_names_the_command_and_version() -> None:
    assert b"read" in run("--help").stdout
    assert run("--version").stdout.startswith(b"rashomon ")
