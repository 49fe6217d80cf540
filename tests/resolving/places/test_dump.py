"""A gazetteer that is built from a GeoNames dump (rows written here) on top of countries and regions."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.errors import DataError
from rashomon.records import Place, PlaceMention, Report, Span
from rashomon.resolving.places import Gazetteer, build, default_path, dump_of, open_gazetteer, resolve_places
from rashomon.resolving.places.dump import Aside, dump_rows
from rashomon.resolving.places.entries import Entry, country_entries, region_entries
from rashomon.resolving.places.features import taken_features
from rashomon.vocab.places.generics import generics
from tests.resolving.places.dumps import LINES, dump_line, write_dump


@pytest.fixture(autouse=True)
def few_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Few places out of the packages, and a cache folder of its own."""
    module = import_module("rashomon.resolving.places.build")
    monkeypatch.setattr(module, "division_entries", lambda _: iter(_DIVISIONS))
    monkeypatch.setattr(module, "town_entries", lambda _: iter(_TOWNS))
    monkeypatch.setattr(module, "country_entries", country_entries)
    monkeypatch.setattr(module, "region_entries", region_entries)
    monkeypatch.setattr(module, "read_divisions", _NoDivisions)
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "cache"))
    return tmp_path


class _NoDivisions:
    def __init__(self) -> None:
        self.rows: dict[int, list[str]] = {}
        self.towns: dict[int, list[tuple[float, float]]] = {}
        self.second_of: dict[int, int] = {}


_DIVISIONS = (Entry(69500, "Sa'dah Governorate", ("Saada",), 16.9, 43.7, "YE", "15", None, "ADM1", 700_000),)
_TOWNS = (
    Entry(2988507, "Paris", ("Parigi",), 48.85, 2.35, "FR", "11", 2968815, "PPLC", 2_000_000),
    Entry(71137, "Sanaa", (), 15.35, 44.2, "YE", "26", None, "PPLC", 1_937_451),
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Gazetteer]:
    with open_gazetteer(build(tmp_path / "g.sqlite", dump=write_dump(tmp_path / "YE.zip"))) as gazetteer:
        yield gazetteer


def test_a_village_of_few_people_is_found_under_all_its_names(opened: Gazetteer) -> None:
    for name in ("Bayt al Qāḑī", "Bayt al Qadi", "Beit al-Qadi"):
        [village] = opened.candidates(name)
        assert (village.id, village.country, village.admin1, village.admin2) == (9000003, "YE", "02", 6940572)
        assert village.is_little_known
    assert opened.candidates("BQ") == opened.candidates("Qadi") == ()


@pytest.mark.parametrize(
    ("name", "feature", "precision"),
    [
        ("Al-Anad Air Base", "AIRB", 1), ("Wadi Mawr", "STM", 5), ("Nahr Zarqan", "STM", 5), ("Marhum Camp", "RFGC", 1),
        ("Old Harad", "ADM2H", 3), ("Harra", "PPLQ", 1), ("Suwayr", "ADM2", 3),
    ],
)  # fmt: skip
def test_what_reports_name_is_taken(opened: Gazetteer, name: str, feature: str, precision: int) -> None:
    [place] = opened.candidates(name)
    assert (place.feature, place.precision) == (feature, precision)


def test_hotels_and_what_lies_under_the_sea_are_not(opened: Gazetteer) -> None:
    assert opened.candidates("Grand Hotel") == opened.candidates("Nothing Seamount") == ()


def test_a_row_fills_up_what_the_packages_say(opened: Gazetteer) -> None:
    [saada] = opened.candidates("Saada")
    assert (saada.id, saada.lat, saada.admin1) == (69500, 17.0, "15")
    assert saada.population == 700_000, "the dump gives none"
    assert opened.candidates("YE15") == opened.candidates("SD") == ()
    assert opened.division_name("YE", "15") == "Sa'dah Governorate"
    [parigi] = opened.candidates("Parigi")
    assert (parigi.feature, parigi.population, parigi.admin2) == ("PPLC", 2_138_551, 2968815)


def test_our_own_tables_stay_as_they_are(tmp_path: Path) -> None:
    lines = [
        dump_line(69543, "Republic of Nowhere", "A.PCLI", 0.0, 0.0, "YE", alternates="US"),
        dump_line(71000, "Aa", "P.PPL", 15, 45, "YE"),
    ]
    with open_gazetteer(build(tmp_path / "g.sqlite", dump=write_dump(tmp_path / "YE.txt", lines))) as gazetteer:
        [yemen] = (c for c in gazetteer.candidates("Yemen") if c.feature == "PCLI")
        assert yemen.id == 69543
        assert yemen.lat != 0.0
        assert gazetteer.candidates("Republic of Nowhere") == ()
        assert gazetteer.candidates("Donbas")


def test_many_hamlets_do_not_beat_the_town_nor_make_it_doubtful(opened: Gazetteer) -> None:
    assert len(opened.candidates("Paris")) == 303
    assert opened.candidates("Paris")[0].country == "FR"
    text = "The ministers met in Paris. Yemen and Colombia were not asked."
    [place] = _resolved(opened, text, "Paris")
    assert (place.country, place.geonames) == ("FR", 2988507)


def test_a_hamlet_is_chosen_where_the_report_is_about_its_country(opened: Gazetteer) -> None:
    [place] = _resolved(opened, "In Yemen, shells fell on Beit al-Qadi, in Yemen's north.", "Beit al-Qadi")
    assert (place.geonames, place.precision) == (9000003, 1)


def test_a_hamlet_far_from_all_that_is_spoken_of_is_not_chosen(opened: Gazetteer) -> None:
    [place] = _resolved(opened, "In Germany, people walked through Beit al-Qadi.", "Beit al-Qadi")
    assert place.lat is None
    assert place.reason is not None
    assert "little-known" in place.reason


def _resolved(gazetteer: Gazetteer, text: str, name: str) -> tuple[Place, ...]:
    start = text.index(name)
    mention = PlaceMention(Span(start, start + len(name), name), preposition="in")
    return resolve_places(Report("r", text), [mention], gazetteer)


@pytest.mark.parametrize("name", ["YE.zip", "allCountries.txt"])
def test_the_same_dump_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    dump = write_dump(tmp_path / name)
    first = build(tmp_path / "a.sqlite", dump=dump).read_bytes()
    assert build(tmp_path / "b.sqlite", dump=dump).read_bytes() == first


def test_zip_and_text_give_the_same_places(tmp_path: Path) -> None:
    rows = []
    for name in ("YE.zip", "YE.txt"):
        path = build(tmp_path / f"{name}.sqlite", dump=write_dump(tmp_path / name))
        with closing(sqlite3.connect(path)) as connection:
            rows.append([connection.execute(f"SELECT * FROM {t}").fetchall() for t in ("place", "name", "division")])
    assert rows[0] == rows[1]


def test_what_it_was_made_from_stands_in_it(tmp_path: Path) -> None:
    path = build(tmp_path / "g.sqlite", dump=write_dump(tmp_path / "YE.txt"))
    assert dump_of(path) == "YE.txt"
    with closing(sqlite3.connect(path)) as connection:
        made = dict(connection.execute("SELECT what, value FROM made"))
    assert made["dump_date"] == "2024-03-02"
    assert made["dump_bytes"] == str((tmp_path / "YE.txt").stat().st_size)
    assert len(made["dump_sha256"]) == 64
    assert dump_of(build(tmp_path / "plain.sqlite")) is None


def test_odd_rows_are_set_aside_and_counted(tmp_path: Path) -> None:
    odd = [
        "9000020\ttoo\tfew",
        dump_line("9o", "Bad id", "P.PPL", 1, 1, "YE"),
        dump_line(9000021, "Off the globe", "P.PPL", 91, 1, "YE"),
        dump_line(9000022, "Not a number", "P.PPL", "nan", 1, "YE"),
        dump_line(9000023, "", "P.PPL", 1, 1, "YE"),
    ]
    told: list[str] = []
    lines = [*LINES[:5], *odd, *LINES[5:]]
    path = build(tmp_path / "g.sqlite", told.append, write_dump(tmp_path / "YE.txt", lines))
    assert told[-1] == (
        f"YE.txt has {len(lines)} rows; 5 rows set aside, the first at line 6: 3 columns where GeoNames has 19"
    )
    with open_gazetteer(path) as gazetteer:
        assert gazetteer.candidates("Harra")
        assert gazetteer.candidates("Off the globe") == gazetteer.candidates("Not a number") == ()


def test_a_row_that_is_not_utf_8_is_set_aside(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "YE.txt")
    dump.write_bytes(dump.read_bytes() + dump_line(1, "Sana\xe9", "P.PPL", 1, 1, "YE").encode("latin-1"))
    aside = Aside()
    assert len(list(dump_rows(dump, lambda *_: True, aside, lambda _: None))) == len(LINES)
    assert aside.sentence == f"1 row set aside: at line {len(LINES) + 1}: it is not UTF-8"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "a.txt",
            b"The army said so.\n",
            "line 1: 1 column where GeoNames has 19, so this is no GeoNames dump; give all",
        ),
        ("a.zip", b"PK\x03\x04 and then nothing", "the zip is damaged"),
        ("a.zip", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is neither a zip nor text"),
        ("a.txt", b"", "has no rows"),
        ("a.txt", b"x" * 3_000_000, "no GeoNames dump"),
    ],
)
def test_what_is_no_dump_is_told_and_nothing_is_written(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=sentence) as caught:
        build(tmp_path / "out" / "g.sqlite", dump=tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)
    assert not list(tmp_path.glob("out/*"))


def test_a_dump_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.zip cannot be read \(No such file or directory\); check its name"):
        build(tmp_path / "g.sqlite", dump=tmp_path / "none.zip")


def test_a_zip_with_another_number_of_tables_is_told(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "")
        archive.writestr("b.txt", "")
    with pytest.raises(DataError, match=r"a zip with 2 tables in it; give allCountries\.zip"):
        build(tmp_path / "g.sqlite", dump=path)


def test_a_zip_that_is_cut_short_is_told(tmp_path: Path) -> None:
    path = write_dump(tmp_path / "YE.zip")
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DataError, match="the zip is damaged"):
        build(tmp_path / "g.sqlite", dump=path)


def test_an_interrupted_build_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build(tmp_path / "out" / "g.sqlite", dump=write_dump(tmp_path / "YE.txt", LINES[:2]))
    before = path.read_bytes()

    def interrupted(stage: str) -> None:
        if stage == "indexing names":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(path, interrupted, write_dump(tmp_path / "YE.zip"))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_breaking_off_while_names_are_sorted_is_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("rashomon.resolving.places.build")
    monkeypatch.setattr(module, "_STEPS", 10)
    monkeypatch.setattr(module, "_BEAT", 0.0)

    def interrupted(stage: str) -> None:
        if stage.startswith("indexing names,"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "out" / "g.sqlite", interrupted, write_dump(tmp_path / "YE.txt"))
    assert list((tmp_path / "out").iterdir()) == []


def test_progress_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("rashomon.resolving.places.dump")
    monkeypatch.setattr(module, "_TELL_EVERY", 100)
    monkeypatch.setattr(module, "_BEAT", 0.0)
    told: list[str] = []
    build(tmp_path / "g.sqlite", told.append, write_dump(tmp_path / "YE.txt"))
    assert any(t.startswith("YE.txt, 200 rows read (") and t.endswith(" %)") for t in told)


def test_one_of_other_tables_says_how_to_make_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = build(tmp_path / "g.sqlite", dump=write_dump(tmp_path / "YE.txt"))
    monkeypatch.setattr("rashomon.resolving.places.gazetteer.gazetteer_digest", lambda: "another")
    with pytest.raises(
        DataError, match=f"made from other sources; run `rashomon gazetteer build DUMP --output {path}`"
    ):
        open_gazetteer(path)


def test_the_usual_place_holds_it_where_no_other_is_named(tmp_path: Path) -> None:
    assert build(dump=write_dump(tmp_path / "YE.txt")) == default_path()
    with open_gazetteer() as gazetteer:
        assert gazetteer.candidates("Harra")


def test_every_word_for_a_kind_that_a_dump_can_hold_finds_it() -> None:
    """What is taken must be of a feature that words in reports lead to, or one that needs no word."""
    words = {feature[:3] for generic in generics().values() for feature in generic.features}
    unnamed = {t.feature for t in taken_features().values() if t.feature[:3] not in words}
    assert unnamed == {"TERR", "LTER", "GLCR", "CONT", "INDS", "BTL", "FT"}


@pytest.mark.parametrize(("id_", "people"), [(10**30, 5), (9000099, 10**30)])
def test_a_number_that_no_table_holds_is_odd(tmp_path: Path, id_: int, people: int) -> None:
    odd = dump_line(id_, "Harra", "P.PPL", 15.0, 44.0, "YE", people=people)
    told: list[str] = []
    build(tmp_path / "g.sqlite", told.append, write_dump(tmp_path / "YE.txt", (*LINES, odd)))
    assert "1 row set aside" in told[-1]


def test_a_zip_that_is_damaged_within_is_told(tmp_path: Path) -> None:
    path = tmp_path / "YE.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("YE.txt", "\n".join(LINES))
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    with pytest.raises(DataError, match="the zip is damaged"):
        build(tmp_path / "g.sqlite", dump=path)


def test_a_pipe_is_no_dump(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "YE.txt")
    with pytest.raises(DataError, match="is a pipe"):
        build(tmp_path / "g.sqlite", dump=tmp_path / "YE.txt")


def test_a_database_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mine.sqlite")) as connection:
        connection.execute("CREATE TABLE letters (text)")
    before = (tmp_path / "mine.sqlite").read_bytes()
    with pytest.raises(DataError, match="holds something else and was left as it is"):
        build(tmp_path / "mine.sqlite")
    assert (tmp_path / "mine.sqlite").read_bytes() == before


def test_a_gazetteer_takes_the_place_of_one(tmp_path: Path) -> None:
    path = build(tmp_path / "g.sqlite")
    assert build(path).read_bytes()[:6] == b"SQLite"


def test_a_pipe_or_a_folder_is_no_gazetteer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(DataError, match="is no file; name a gazetteer"):
            open_gazetteer(path)
