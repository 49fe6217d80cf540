"""The user's own files of actors and of contested names, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell

HEAD = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"
NAMES = "place\tname\tused_by\tstatus\tsince\tuntil\tsource\n"
TEXT = "The Blue Line Front said on Monday that it had shelled Stepanakert, killing nine people. Hamas denied it.\n"
ROWS = (
    "blue-line\tBlue Line Front\tBLF\tarmed group\tMLI\tREB\tQ123\t2001\t2006\nhamas\tHamas\t\tparty\tQAT\tPTY\t\t\t\n"
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "told.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "actors.tsv"
    path.write_text(f"# ours\n{HEAD}{ROWS}", encoding="utf-8")
    return path


def ledger(shell: Shell, options: str) -> dict[str, Any]:
    done = shell(f"rashomon read --json {options} told.txt")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_a_file_changes_is_told_and_done(shell: Shell, mine: Path) -> None:
    done = shell("rashomon read --json --actors actors.tsv --published 2005-03-02 told.txt")
    assert done.stderr == "rashomon: actors.tsv: 1 actor added, 1 of ours changed\n"
    actors = {a["name"]: a for a in json.loads(done.stdout)["actors"]}
    front, hamas = actors["Blue Line Front"], actors["Hamas"]
    assert (front["kind"], front["country"], front["sector"]) == ("armed group", "MLI", "REB")
    assert front["refs"] == {"register": "blue-line", "wikidata": "Q123"}
    assert (hamas["kind"], hamas["country"]) == ("party", "QAT")


def test_a_name_is_not_taken_after_its_end(shell: Shell, mine: Path) -> None:
    found = ledger(shell, "--actors actors.tsv --published 2020-03-02")
    front = next(a for a in found["actors"] if a["name"] == "Blue Line Front")
    assert (front["country"], front["refs"]) == (None, {})


def test_the_content_of_the_files_is_in_the_digest(shell: Shell, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.tsv").write_bytes(mine.read_bytes())
    (tmp_path / "other.tsv").write_text(f"{HEAD}{ROWS}", encoding="utf-8")
    options = ("", "--actors actors.tsv", "--actors copy.tsv", "--actors other.tsv")
    none, first, copy, other = (ledger(shell, option)["made_by"]["settings"] for option in options)
    assert first == copy
    assert len({none, first, other}) == 3


def test_contested_names_of_a_user(shell: Shell, mine: Path, tmp_path: Path) -> None:
    row = "stepanakert\tTarmakert\tMLI\tin use\t1990\t\tour map\n"
    (tmp_path / "names.tsv").write_text(f"{NAMES}{row}", encoding="utf-8")
    (tmp_path / "told.txt").write_text("Nine people were killed in Tarmakert on Monday, the army said.\n")
    done = shell("rashomon read --json --names names.tsv --published 2020-03-02 told.txt")
    assert done.stderr == "rashomon: names.tsv: 1 name added\n"
    [place] = json.loads(done.stdout)["places"]
    assert (place["name"], place["country"]) == ("Tarmakert", "AZ")
    names = {n["name"]: n["used_by"] for n in place["contested"]["names"]}
    assert names["Tarmakert"] == ["MLI"]
    assert names["Khankendi"] == ["AZE"]
    assert [h["party"] for h in place["contested"]["administered_by"]] == ["Karabakh Armenians"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "own.tsv: the first line must name the columns id, name, aliases, kind, country, sector, wikidata, since, "
              "until, with tabs between them"),
        (HEAD.encode() + b"a\tA\n", "own.tsv:2: 2 cells where there are 9 columns"),
        (HEAD.encode() + "a\tCúcuta\t\tngo\t\t\t\t\t\n".encode("latin-1"),
         "own.tsv:2: the file is not UTF-8; save it as UTF-8 text with tabs"),
        (HEAD.encode() + b"a\tA\t\tngo\tXXX\t\t\t\t\n",
         "own.tsv:2: 'XXX' is no ISO 3166-1 alpha-3 code of a country"),
    ],
)  # fmt: skip
def test_a_bad_file_stops_all_with_one_sentence(shell: Shell, mine: Path, content: bytes, sentence: str) -> None:
    (mine.parent / "own.tsv").write_bytes(content)
    done = shell("rashomon read --actors own.tsv told.txt")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"rashomon: {sentence}\n")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--actors none.tsv", "none.tsv does not exist; check its name"),
        ("--names none.tsv", "none.tsv does not exist; check its name"),
        ("--actors .", ". is a directory; name a file in it"),
        ("--actors ''", "the name of a file of actors or names is empty; name a file"),
        ("--actors actors.tsv --actors actors.tsv", "actors.tsv: blue-line stands in actors.tsv already"),
        ("--html actors.tsv --actors actors.tsv",
         "--html actors.tsv would overwrite the input actors.tsv; name another place"),
    ],
)  # fmt: skip
def test_files_that_cannot_be(shell: Shell, mine: Path, option: str, sentence: str) -> None:
    done = shell(f"rashomon read {option} told.txt")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"rashomon: {sentence}\n")
