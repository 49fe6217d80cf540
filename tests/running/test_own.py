"""Engines with different files of the user live beside each other."""

from __future__ import annotations

from pathlib import Path

import rashomon
from rashomon.intake.text import read_text
from rashomon.records import Actor, Ledger
from rashomon.running.engine import Engine
from rashomon.running.settings import Settings

HEAD = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"
TEXT = "The Blue Line Front said that it had shelled Kyiv, killing nine people. Hamas denied it."


def named(ledger: Ledger, name: str) -> Actor:
    return next(actor for actor in ledger.actors if actor.name == name)


def test_two_engines_keep_their_files_apart(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(f"{HEAD}blue\tBlue Line Front\t\tarmed group\tMLI\tREB\t\t\t\n")
    (tmp_path / "b.tsv").write_text(f"{HEAD}blue\tBlue Line Front\t\tparty\tNER\tPTY\t\t\t\nhamas\t\t\t\t\t\t\t\t\n")
    first, second = (Engine(Settings(actors=(str(tmp_path / name),))) for name in ("a.tsv", "b.tsv"))
    report = read_text(TEXT, id="x")
    for _ in range(2):
        ours, one, two = (e.read(report) for e in (engine, first, second))
        assert [named(ledger, "Blue Line Front").country for ledger in (ours, one, two)] == [None, "MLI", "NER"]
        assert [named(ledger, "Hamas").refs.get("register") for ledger in (ours, one, two)] == ["hamas", "hamas", None]
    assert len({ledger.made_by.settings for ledger in (ours, one, two) if ledger.made_by}) == 3


def test_read_takes_files_and_sees_that_they_change(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    countries = []
    for country in ("MLI", "NER"):
        path.write_text(f"{HEAD}blue\tBlue Line Front\t\tarmed group\t{country}\tREB\t\t\t\n")
        countries.append(named(rashomon.read(TEXT, actors=[str(path)]), "Blue Line Front").country)
    assert countries == ["MLI", "NER"]
    assert named(rashomon.read(TEXT), "Blue Line Front").country is None


def test_names_that_one_side_has_taken_out(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("place\tname\tused_by\tstatus\tsince\tuntil\tsource\nkyiv\tKiev\tRUS\tremoved\t\t\t\n")
    mine = Engine(Settings(names=(str(path),)))
    told = [e.read(read_text(TEXT, id="x")).places[0].contested for e in (engine, mine)]
    assert [[n.name for n in c.names] for c in told if c] == [["Kyiv", "Kiev"], ["Kyiv"]]
