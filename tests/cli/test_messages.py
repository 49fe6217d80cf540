"""What is said on standard error: a sentence a problem, with its place, always in the same form."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from rashomon.cli.progress import Progress
from rashomon.records import Report
from rashomon.running.inputs import Input
from tests.cli.conftest import REPORT, Shell
from tests.resolving.places.dumps import dump_line, write_dump

FRENCH = (
    "L'armée a annoncé mardi que cinq soldats avaient été tués dans une embuscade près de la frontière. Le "
    "gouvernement a démenti ces informations."
)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("read", 'name a file to read, or "-" for standard input; see rashomon read --help'),
        ("read --strange x", "No such option '--strange'; see rashomon read --help"),
        ("strange", "No such command 'strange'; see rashomon --help"),
        ("read ''", 'the name of a file is empty; name a file, or "-" for standard input.'),
        ("read --input-format jsonl ''", 'the name of a file is empty; name a file, or "-" for standard input.'),
        ("read none.txt", "none.txt does not exist; check its name."),
        ("read none.jsonl", "none.jsonl does not exist; check its name."),
        ("read '\n.txt'", "\\n.txt does not exist; check its name."),
        ("read '\n.jsonl'", "\\n.jsonl does not exist; check its name."),
    ],
)
def test_all_refusals_have_one_form(shell: Shell, arguments: str, sentence: str) -> None:
    done = shell(f"rashomon {arguments}")
    assert done.returncode == 2
    assert done.stderr.replace("No such option: --strange", "No such option '--strange'") == f"rashomon: {sentence}\n"


def test_a_week_is_no_date(shell: Shell, report: Path) -> None:
    done = shell("rashomon read --published 2023-W38 report.txt")
    assert done.returncode == 2
    assert "'2023-W38' is no date of publication" in done.stderr


@pytest.mark.parametrize("text", ["12 34 56\n", "\U0001f600\U0001f600\n"])
def test_no_prose_is_told(shell: Shell, tmp_path: Path, text: str) -> None:
    (tmp_path / "signs.txt").write_text(text, encoding="utf-8")
    done = shell("rashomon read signs.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: signs.txt has no words")


def test_another_language_is_told_with_its_place(shell: Shell, tmp_path: Path) -> None:
    lines = [json.dumps({"id": id_, "text": text}) for id_, text in (("a", REPORT), ("b", FRENCH))]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = shell("rashomon read in.jsonl")
    assert done.returncode == 0
    assert done.stderr.startswith('rashomon: in.jsonl:2 seems to be in the language "fr"')


def test_a_mixed_report_is_read_for_its_english_part(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "mixed.txt").write_text(f"{REPORT}\n{FRENCH}\n\n{REPORT}", encoding="utf-8")
    done = shell("rashomon read --json mixed.txt")
    assert done.stderr.startswith('rashomon: mixed.txt has a paragraph in the language "fr"')
    ledger = json.loads(done.stdout)
    assert ledger["statements"]
    assert [issue["code"] for issue in ledger["issues"]] == ["other-language"]


def test_too_long_a_text_is_set_aside(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("The army said that nine men had died in the hills.\n\n" * 40_000)
    done = shell("rashomon read book.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: book.txt has 2,080,000 characters, more than")
    assert len(done.stderr.splitlines()) == 1


def test_a_long_report_is_announced(shell: Shell, tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": "The army said so. " * 6_000, "language": "fr"})
    (tmp_path / "in.jsonl").write_text(line, encoding="utf-8")
    done = shell("rashomon read in.jsonl")
    assert done.stderr.startswith("rashomon: in.jsonl:1 has 108,000 characters; reading it takes a while\n")


def test_a_long_report_gives_signs_of_life(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.cli.progress._BEAT", 0.01)
    with Progress().reading(Input("long.txt", Report("r", "x" * 200_000))):
        time.sleep(0.2)
    said = capfd.readouterr().err
    assert said.count("rashomon: long.txt: still reading, 0 s\n") > 1
    with Progress().reading(Input("short.txt", Report("r", "x"))):
        time.sleep(0.05)
    assert capfd.readouterr().err == ""


def test_a_guessed_encoding_is_told(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("The mayor of Cúcuta said on Monday that two had died.".encode("cp1252"))
    done = shell("rashomon read latin.txt")
    assert done.returncode == 0
    assert done.stderr == "rashomon: latin.txt is not UTF-8; its encoding was guessed, and it was read as cp1252.\n"


def test_an_array_of_json_is_not_read_as_prose(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps([{"id": "a", "text": REPORT}], indent=2), encoding="utf-8")
    done = shell("rashomon read in.json")
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: in.json holds a JSON array;")


def test_what_is_no_dump_is_told(shell: Shell, report: Path) -> None:
    for name, sentence in (
        ("report.txt", "report.txt, line 1: 1 column where"),
        ("none.zip", "none.zip cannot be read"),
    ):
        done = shell(f"rashomon gazetteer build {name} --output own.sqlite")
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1].startswith(f"rashomon: {sentence}")
        assert not report.with_name("own.sqlite").exists()


def test_a_dump_is_built_and_read_with(shell: Shell, report: Path) -> None:
    """From the installed packages and a dump, as a user does it: some 20 seconds."""
    village = dump_line(9000001, "Qaryat Marka", "P.PPL", 15.2, 44.1, "YE", admin1="02", people=40)
    write_dump(report.with_name("YE.zip"), [*[village] * 20, "too\tfew"])
    report.write_text(
        "YEMEN - The army said on Monday that rebels had shelled the village of Qaryat Marka in Yemen.\n",
        encoding="utf-8",
    )
    done = shell("rashomon gazetteer build YE.zip --output own.sqlite")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "own.sqlite\n"
    assert "1 row set aside: at line 21: 2 columns where GeoNames has 19" in done.stderr.splitlines()[-1]
    done = shell("rashomon read --json --gazetteer own.sqlite report.txt")
    assert 9000001 in {place.get("geonames") for place in json.loads(done.stdout)["places"]}


def test_a_text_named_as_gazetteer_is_told_and_kept(shell: Shell, report: Path) -> None:
    for line in ("rashomon read --gazetteer report.txt report.txt", "rashomon gazetteer build --output report.txt"):
        done = shell(line)
        assert done.returncode == 2
        assert done.stderr.startswith("rashomon: report.txt")
    assert report.read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize("arguments", ["", "gazetteer"])
def test_a_command_alone_shows_its_help_as_it_is(shell: Shell, arguments: str) -> None:
    done = shell(f"rashomon {arguments}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: rashomon")
    assert "\nCommands:\n" in done.stderr


def test_arguments_that_are_no_text_leave_the_ledger_well_formed(shell: Shell, report: Path) -> None:
    done = shell("rashomon read --json --publisher \"$(printf 'Or\\377bis')\" report.txt \"$(printf 'no\\377ne')\"")
    read, missing = (json.loads(line)["report"] for line in done.stdout.splitlines())
    assert (read["publisher"], missing["id"]) == ("Or\ufffdbis", "no?ne")
