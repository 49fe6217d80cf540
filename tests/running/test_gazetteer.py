"""The gazetteer of this machine: made when it is missing or damaged, and its folder kept clean."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.errors import DataError
from rashomon.resolving.places import build as build_here
from rashomon.resolving.places import default_path, dump_of, open_gazetteer
from rashomon.resolving.places.build import write_gazetteer
from rashomon.resolving.places.cache import sweep_drafts
from rashomon.resolving.places.entries import Entry, country_entries
from rashomon.running.gazetteer import build_gazetteer, ensure_gazetteer
from tests.resolving.places.dumps import write_dump


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and few places to fill it with."""

    def few(say: object, *_dump: object) -> Iterator[Entry]:
        say("divisions")  # type: ignore[operator]
        yield from country_entries()

    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    # the function hides the module of its name from monkeypatch
    monkeypatch.setattr(import_module("rashomon.resolving.places.build"), "_all_entries", few)
    return tmp_path


def test_it_is_made_once_and_progress_says_what_for(cache: Path) -> None:
    told: list[str] = []
    path = ensure_gazetteer(told.append)
    assert path.parent == cache
    assert told == ["building the table of places (once on this machine, some 20 seconds): divisions"]
    assert ensure_gazetteer(told.append) == path
    assert len(told) == 1
    assert list(cache.iterdir()) == [path]


@pytest.mark.parametrize("kept", [0, 50, 5_000, -1])
def test_a_damaged_one_is_made_anew(cache: Path, kept: int) -> None:
    path = ensure_gazetteer()
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    told: list[str] = []
    assert ensure_gazetteer(told.append) == path
    assert "damaged" in told[0]
    assert path.read_bytes() == whole


def test_one_of_other_sources_is_made_anew(cache: Path) -> None:
    path = ensure_gazetteer()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE made SET value = 'another'")
    connection.commit()
    connection.close()
    ensure_gazetteer()
    open_gazetteer(path).close()


def test_damage_within_is_told_when_it_is_met(cache: Path) -> None:
    path = ensure_gazetteer()
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\xff" * len(data[4096 * 2 :])
    path.write_bytes(data)
    with pytest.raises(DataError, match=r"gazetteer.*; run `rashomon gazetteer build`"):
        _look_up("France")


def _look_up(name: str) -> None:
    with open_gazetteer() as opened:
        opened.candidates(name)


def test_advice_for_a_file_of_the_users_own_touches_that_file(tmp_path: Path) -> None:
    path = write_gazetteer(tmp_path / "own.sqlite", country_entries())
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(DataError, match=f"gazetteer build --output {path}"):
        open_gazetteer(path)
    text = tmp_path / "report.txt"
    text.write_text("The army said so.")
    with pytest.raises(DataError, match="name one, or leave --gazetteer out"):
        open_gazetteer(text)


def test_a_file_with_something_else_is_not_built_over(cache: Path) -> None:
    text = cache / "report.txt"
    text.write_text("The army said so.")
    with pytest.raises(DataError, match="left as it is"):
        build_here(text)
    assert text.read_text() == "The army said so."


def test_what_to_do_where_it_cannot_be_written(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cache / "file").write_text("")
    monkeypatch.setenv("RASHOMON_CACHE", str(cache / "file"))
    with pytest.raises(DataError, match="cannot be written") as caught:
        ensure_gazetteer()
    assert "RASHOMON_CACHE" in str(caught.value)
    assert "--gazetteer" in str(caught.value)


def test_sources_that_cannot_be_read_are_not_blamed_on_the_folder(tmp_path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield from country_entries()
        raise FileNotFoundError(2, "No such file", "cities.tsv")

    with pytest.raises(DataError, match="the packages that the gazetteer is made from cannot be read"):
        write_gazetteer(tmp_path / "g.sqlite", broken())


def test_earlier_versions_go_but_the_latest(cache: Path) -> None:
    for number in range(4):
        old = cache / f"gazetteer-{number:016x}.sqlite"
        old.write_bytes(b"old")
        os.utime(old, (1_000 + number, 1_000 + number))
    mine = cache / "gazetteer-of-mine.sqlite"
    mine.write_bytes(b"mine")
    path = ensure_gazetteer()
    assert set(cache.iterdir()) == {path, mine, cache / f"gazetteer-{3:016x}.sqlite"}


#: begins a gazetteer, says so, and waits to be killed
BUILDER = """
import sys, time
from pathlib import Path
from rashomon.resolving.places.build import write_gazetteer
from rashomon.resolving.places.entries import country_entries
def slow():
    yield from country_entries()
    print("begun", flush=True)
    time.sleep(60)
write_gazetteer(Path(sys.argv[1]), slow())
"""


def test_drafts_of_a_killed_build_go_and_those_of_a_living_one_stay(tmp_path: Path) -> None:
    builder = subprocess.Popen([sys.executable, "-c", BUILDER, str(tmp_path / "g.sqlite")], stdout=subprocess.PIPE)
    assert builder.stdout is not None
    try:
        assert builder.stdout.readline() == b"begun\n"
        sweep_drafts(tmp_path)
        assert len(list(tmp_path.iterdir())) == 1
    finally:
        builder.kill()
        builder.wait()
        builder.stdout.close()
    assert len(list(tmp_path.iterdir())) == 1
    sweep_drafts(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_no_draft_was_begun_goes_after_a_while(tmp_path: Path) -> None:
    new, old = tmp_path / ".gazetteer-new", tmp_path / ".gazetteer-old"
    new.mkdir()
    old.mkdir()
    os.utime(old, (time.time() - 3600, time.time() - 3600))
    sweep_drafts(tmp_path)
    assert list(tmp_path.iterdir()) == [new]


@pytest.fixture
def from_dump(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This machine's gazetteer, built from a dump."""
    return build_gazetteer(dump=write_dump(tmp_path_factory.mktemp("dump") / "YE.zip"))


def test_one_from_a_dump_stays_this_machines_own(from_dump: Path) -> None:
    before = from_dump.read_bytes()
    told: list[str] = []
    assert ensure_gazetteer(told.append) == from_dump
    assert told == []
    assert from_dump.read_bytes() == before


@pytest.mark.parametrize("kept", [200, 5_000, -1])
def test_one_from_a_dump_that_is_damaged_is_not_thrown_away(from_dump: Path, kept: int) -> None:
    from_dump.write_bytes(from_dump.read_bytes()[:kept])
    with pytest.raises(
        DataError, match=r"`rashomon gazetteer build DUMP`.*; without DUMP it is built from the installed"
    ):
        ensure_gazetteer()
    assert from_dump.exists()


def test_building_without_the_dump_says_what_it_replaces(from_dump: Path) -> None:
    told: list[str] = []
    assert build_gazetteer(None, told.append) == from_dump
    assert told[0] == "the table of places that was built from YE.zip is replaced by one from the installed packages"
    assert dump_of(from_dump) is None


def test_if_missing_with_a_dump_wants_one_from_a_dump(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    dump = write_dump(tmp_path_factory.mktemp("dump") / "YE.zip")
    path = ensure_gazetteer()
    assert dump_of(ensure_gazetteer(None, dump)) == "YE.zip"
    changed = path.stat().st_mtime_ns
    ensure_gazetteer(None, dump)
    assert path.stat().st_mtime_ns == changed


def test_one_from_a_dump_by_another_version_is_kept_and_told_of(from_dump: Path) -> None:
    old = from_dump.rename(from_dump.with_name(f"gazetteer-{1:016x}.sqlite"))
    plain = from_dump.with_name(f"gazetteer-{2:016x}.sqlite")
    plain.write_bytes(b"a later one from packages")
    told: list[str] = []
    path = ensure_gazetteer(told.append)
    assert told[0].startswith("the table of places built from YE.zip was made by another version of rashomon")
    assert "`rashomon gazetteer build YE.zip`" in told[0]
    assert set(from_dump.parent.iterdir()) == {path, old, plain}


def test_the_usual_place_is_in_the_cache(cache: Path) -> None:
    assert default_path().parent == cache
