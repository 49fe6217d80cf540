"""The compiled gazetteer: names, traps, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import DataError
from rashomon.records.geo import kilometres, middle, shifted
from rashomon.resolving.places import Gazetteer, open_gazetteer
from rashomon.resolving.places.build import default_path, write_gazetteer
from rashomon.resolving.places.entries import Entry, country_entries
from rashomon.resolving.places.names import name_key
from rashomon.vocab.countries import countries


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sana'a", "Sanaa"), ("SÃO PAULO", "Sao Paulo"), ("Nagorno-Karabakh", "nagorno karabakh"),
        ("St. Louis", "Saint Louis"),
        ("N’Djamena", "N'Djamena"), ("Łódź", "Lodz"), ("Mt. Sinjar", "Mount Sinjar"), ("Tʻaizz", "Taizz"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert name_key(a) == name_key(b)


def test_different_names_stay_different() -> None:
    assert name_key("Niger") != name_key("Nigeria")
    assert name_key("Guinea-Bissau") != name_key("Guinea")


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_the_largest_comes_first(gazetteer: Gazetteer) -> None:
    assert [c.country for c in gazetteer.candidates("paris")] == ["FR", "US"]


def test_short_alternates_are_no_names(gazetteer: Gazetteer) -> None:
    assert [c.id for c in gazetteer.candidates("Gao")] == [2457163]
    assert gazetteer.candidates("HMS") == ()


def test_what_is_unknown_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Zzyzx-upon-Nowhere") == gazetteer.candidates("") == gazetteer.candidates("'") == ()


def test_articles_are_forgiven_where_nothing_else_fits(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("al-Homs") == ()
    assert {c.country for c in gazetteer.loose_candidates("al-Homs")} == {"SY"}


def test_main_names_and_others(gazetteer: Gazetteer) -> None:
    [paris] = (c for c in gazetteer.candidates("Paris") if c.country == "FR")
    [parigi] = gazetteer.candidates("Parigi")
    assert paris.is_main_name
    assert not parigi.is_main_name
    assert paris.id == parigi.id


def test_the_word_for_a_division_may_be_left_out(gazetteer: Gazetteer) -> None:
    assert {c.feature for c in gazetteer.candidates("Homs")} == {"PPL", "ADM1"}


def test_what_is_remembered_is_what_is_read(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.resolving.places.gazetteer._KEPT", 5)
    names = ("Paris", "Springfield", "Nowhere at all", "Tripoli", "PARIS", "Homs", "San José")
    with open_gazetteer(gazetteer.path) as other:
        for name in names * 3:
            assert other.candidates(name) == gazetteer.candidates(name)


def test_regions_without_an_id_have_none(gazetteer: Gazetteer) -> None:
    [corridor] = gazetteer.candidates("Lachin corridor")
    assert corridor.geonames is None
    assert corridor.precision == 2


def test_division_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.division_name("US", "TX") == "Texas"
    assert gazetteer.division_name("US", "ZZ") is None


def test_who_may_be_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("Sidon")
    assert not gazetteer.knows("Nowhere at all")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is no gazetteer; run"):
        open_gazetteer(tmp_path / "none.sqlite")


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("not a database" * 1000)
    with pytest.raises(DataError, match="this is no gazetteer"):
        open_gazetteer(path)


def test_a_gazetteer_of_other_sources_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_gazetteer(tmp_path / "g.sqlite", country_entries())
    monkeypatch.setattr("rashomon.resolving.places.gazetteer.gazetteer_digest", lambda: "another")
    with pytest.raises(DataError, match="made from other sources"):
        open_gazetteer(path)


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield Entry(1, "A", (), 0.0, 0.0, "FR", "", None, "PPL", 1)
        raise OSError("disk full")

    with pytest.raises(DataError, match="disk full"):
        write_gazetteer(tmp_path / "g.sqlite", broken())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_cache_folder_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    assert default_path().parent == tmp_path


def test_all_countries_are_in(gazetteer: Gazetteer) -> None:
    for country in countries():
        assert country.geonames in {c.id for c in gazetteer.candidates(country.name)}, country.name


def test_distances() -> None:
    assert kilometres(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(344, abs=2)
    lat, lon = shifted(10.0, 20.0, 111.2, 0.0)
    assert lat == pytest.approx(11.0, abs=0.01)
    assert lon == 20.0
    assert middle([(0.0, 179.0), (0.0, -179.0)])[1] == pytest.approx(180, abs=0.01)


def test_no_middle_of_nothing() -> None:
    with pytest.raises(ValueError, match="no points"):
        middle([])
