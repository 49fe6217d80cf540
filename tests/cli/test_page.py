"""Where a page may go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Shell


@pytest.mark.parametrize(
    "arguments",
    ["report.txt report.txt", "./report.txt report.txt", "report.txt - < report.txt", "link.txt report.txt"],
)
def test_an_input_is_never_overwritten(shell: Shell, report: Path, arguments: str) -> None:
    report.with_name("link.txt").symlink_to(report)
    done = shell(f"rashomon read --html {arguments}")
    assert done.returncode == 2
    assert "would overwrite" in done.stderr
    assert report.read_text(encoding="utf-8") == REPORT


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(shell: Shell) -> None:
    done = shell("rashomon read --html none/page.html nothing.txt")
    assert done.returncode == 2
    assert "/none does not exist" in done.stderr
    assert "nothing.txt" not in done.stderr


def test_a_page_takes_the_place_of_an_older_one_and_leaves_no_draft(shell: Shell, report: Path) -> None:
    page = report.with_name("page.html")
    page.write_text("old")
    done = shell("rashomon read --html page.html report.txt")
    assert done.stderr == "rashomon: page.html written\n"
    assert page.read_text(encoding="utf-8").startswith("<!")
    assert sorted(report.parent.iterdir()) == [page, report]


def test_a_device_is_written_to(shell: Shell, report: Path) -> None:
    assert shell("rashomon read --html /dev/null report.txt").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_no_page_where_nothing_could_be_read(shell: Shell, report: Path) -> None:
    page = report.with_name("page.html")
    page.write_text("old")
    assert shell("rashomon read --html page.html nothing.txt").returncode == 2
    assert page.read_text() == "old"


def test_json_and_page_come_together(shell: Shell, report: Path) -> None:
    done = shell("rashomon read --json --html page.html report.txt")
    assert json.loads(done.stdout)["statements"]
    assert report.with_name("page.html").is_file()
