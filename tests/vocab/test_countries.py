"""The table of countries, and the tables of places beside it."""

from __future__ import annotations

import re

import pytest

from rashomon.errors import DataError
from rashomon.vocab.countries import by_alpha2, by_alpha3, countries, named, of_people
from rashomon.vocab.places.contested import contested, read_names
from rashomon.vocab.places.divisions import division_notes
from rashomon.vocab.places.generics import generics
from rashomon.vocab.places.regions import regions


def test_every_country_has_its_codes_and_a_point() -> None:
    assert len(countries()) == 250
    for country in countries():
        assert (len(country.alpha2), len(country.alpha3)) == (2, 3)
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
    assert len({c.alpha3 for c in countries()}) == len({c.geonames for c in countries()}) == 250


@pytest.mark.parametrize("code", ["KOS", "TWN", "PSE", "ESH", "SSD", "XKX"])
def test_disputed_ones_are_there(code: str) -> None:
    assert (by_alpha3(code) is not None) == (code != "KOS")


@pytest.mark.parametrize(
    ("name", "alpha2"),
    [
        ("Burma", "MM"), ("U.S.", "US"), ("DRC", "CD"), ("Cote d'Ivoire", "CI"), ("Türkiye", "TR"), ("Holy See", "VA"),
        ("North Korea", "KP"), ("Swaziland", "SZ"), ("UAE", "AE"), ("East Timor", "TL"), ("Czechia", "CZ"),
    ],
)  # fmt: skip
def test_names_as_news_writes_them(name: str, alpha2: str) -> None:
    assert [country.alpha2 for country in named(name)] == [alpha2]


def test_case_tells_a_country_from_a_pronoun() -> None:
    assert named("us") == ()
    assert named("US")[0].alpha3 == "USA"


def test_words_that_are_shared_give_the_larger_country_first() -> None:
    assert [country.alpha2 for country in named("Congo")] == ["CD", "CG"]
    assert [country.alpha2 for country in of_people("Dominicans")] == ["DO", "DM"]
    assert of_people("Nigerien") != of_people("Nigerian")


def test_codes_that_are_none() -> None:
    assert by_alpha2("ZZ") is None
    assert by_alpha3("ZZZ") is None
    assert named("Ruritania") == of_people("Ruritanian") == ()


def test_regions_name_known_countries_and_lie_on_the_globe() -> None:
    assert len(regions()) >= 300
    for region in regions():
        assert all(by_alpha2(code) for code in region.countries), region.name
        assert region.radius_km > 0
    ids = [region.geonames for region in regions() if region.geonames]
    assert len(ids) == len(set(ids))


def test_no_region_repeats_a_name() -> None:
    for region in regions():
        assert len(set(region.names)) == len(region.names), region.name


def test_contested_places_have_at_least_two_names_unless_undisputed_by_name() -> None:
    assert len(contested().names) >= 60
    lone = {place for place, names in contested().names_by_place.items() if len(names) < 2}
    undisputed = {"gibraltar", "sevastopol", "kherson", "mariupol", "east-jerusalem", "kashmir", "gilgit-baltistan"}
    undisputed |= {"aksai-chin", "abyei", "kirkuk"}
    assert lone <= undisputed


def test_who_holds_a_place_is_told_without_gaps_of_reason() -> None:
    control = contested().control
    assert len({row.place for row in control}) >= 50
    whole = [row for row in control if row.relation == "administers" and not row.part]
    for row in whole:
        for other in whole:
            if other is not row and other.place == row.place:
                # of two who held all of it, one came after the other
                assert (row.until and row.until <= other.since) or (other.until and other.until <= row.since), row


NAMES = "place\tname\tused_by\tstatus\tsince\tuntil\tsource\n"
HOLDING = "place\trelation\tparty\textent\tsince\tuntil\tsource\n"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("place\tname\n", "mine.tsv:1: the first line must name the columns place, name"),
        (NAMES + "tarma\tTarma\tMLI\tofficial\t\t\t\n", "mine.tsv:2: place, name and source are needed"),
        (NAMES + "tarma\tTarma\tMLI\tgood\t\t\tmap\n", "mine.tsv:2: unknown status 'good'"),
        (NAMES + "tarma\tTarma\tMXX\tofficial\t\t\tmap\n", "mine.tsv:2: 'MXX' is no ISO 3166-1 alpha-3"),
        (NAMES + "tarma\tTarma\t\tofficial\t\t\tmap\n", "mine.tsv:2: used_by is empty"),
        (NAMES + "tarma\tTarma\tMLI\tofficial\t20\t\tmap\n", "mine.tsv:2: since is '20'"),
        (NAMES + "tarma\t\t\t\t\t\t\n", "mine.tsv:2: a row with a place alone"),
        (NAMES + "kyiv\tKyivv\tRUS\tremoved\t\t\tmap\n", "mine.tsv:2: we have no name 'Kyivv'"),
        (HOLDING + "tarma\towns\tMLI\t\t\t\tmap\n", "mine.tsv:2: unknown relation 'owns'"),
        (HOLDING + "tarma\tclaims\tMLI\thalf\t\t\tmap\n", "mine.tsv:2: unknown extent 'half'"),
    ],
)
def test_a_broken_file_of_names_is_refused(rows: str, said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)):
        read_names(rows, "mine.tsv")


def test_names_of_a_user_stand_beside_ours_or_for_them() -> None:
    rows = "kyiv\tKyjiw\tDEU\texonym\t\t\tmap\nkyiv\tKiev\tRUS\tremoved\t\t\tmap\nstanley\t\t\t\t\t\t\n"
    mine = contested().with_rows(read_names(NAMES + rows, "mine.tsv"))
    assert mine.names_by_place["kyiv"] == ("Kyjiw", "Kyiv")
    assert "stanley" not in mine.names_by_place
    assert "Kiev" in contested().names_by_place["kyiv"]


def test_who_holds_a_place_is_the_users_to_tell() -> None:
    rows = "crimea\tadministers\tUKR\t\t1991\t\tmap\n"
    mine = contested().with_rows(read_names(HOLDING + rows, "mine.tsv"))
    assert [(c.relation, c.party) for c in mine.control if c.place == "crimea"] == [("administers", "UKR")]


def test_abbreviations_of_divisions_are_unique_within_their_country() -> None:
    seen: dict[tuple[str, str], str] = {}
    for code, note in division_notes().items():
        for short in note.abbreviations:
            assert seen.setdefault((code[:2], short), code) == code


def test_kinds_of_place() -> None:
    assert generics()["village"].features == ("PPL",)
    assert "part" in generics()["corridor"].stands
    assert "built" in generics()["hospital"].stands
    assert "front" in generics()["lake"].stands
