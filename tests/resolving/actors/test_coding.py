"""Country, sector and kind of actor phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.resolving.actors import code_phrase
from rashomon.vocab.actors import register


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Peruvian lawmakers", "PER", "LEG"),
        ("the Karabakh separatist human rights ombudsman", "AZE", "PRE"),
        ("journalists in Transnistria", "MDA", "JRN"),
        ("ethnic Albanian rebels", None, "REB"),
        ("Russian-backed separatists in Donbas", "UKR", "REB"),
        ("pro-Iranian militias in Iraq", "IRQ", "PRM"),
        ("Turkey's ambassador to Sudan", "TUR", "GOV"),
        ("a former Kenyan minister", "KEN", "ELI"),
        ("a former teacher", None, "EDU"),
        ("a Nigerian army spokesman", "NGA", "MIL"),
        ("leader of the teachers union", None, "LAB"),
        ("Muslim leaders in Ghana", "GHA", "REL"),
        ("the president of the Supreme Court", None, "JUD"),
        ("president of Chad", "TCD", "GOV"),
        ("Quito", "ECU", "GOV"),
        ("Ecuador", "ECU", None),
        ("the leaders of Mali and Niger", None, None),
        ("Hamas fighters", "PSE", "REB"),
        ("police", None, "COP"),
        ("a local commander", None, "MIL"),
        ("ethnic Armenian forces", None, "MIL"),
        ("three thieves", None, "CRM"),
        ("two men", None, None),
        ("south korea's parliament", None, "LEG"),
        ("Guinea-Bissau soldiers", "GNB", "MIL"),
        ("Equatorial Guinea's opposition leader", "GNQ", "OPP"),
        ("", None, None),
        ("...", None, None),
    ],
)
def test_country_and_sector(phrase: str, country: str | None, sector: str | None) -> None:
    coding = code_phrase(phrase, register())
    assert (coding.country, coding.sector) == (country, sector)


@pytest.mark.parametrize(
    ("day", "sector"), [("2010-05-01", "GOV"), ("2014-05-01", "ELI"), (None, None), ("1999-05-01", None)]
)
def test_an_office_has_its_time(day: str | None, sector: str | None) -> None:
    coding = code_phrase("Nicolas Sarkozy", register(), day=day)
    assert (coding.country, coding.sector) == ("FRA", sector)


def test_a_namesake_of_a_surname_is_not_taken() -> None:
    assert code_phrase("Anna Merkel", register(), day="2010-01-01").country is None


def test_only_the_whole_name_gives_a_reference() -> None:
    assert code_phrase("the African Union", register()).wikidata == "Q7159"
    assert code_phrase("African Union soldiers", register()).wikidata is None


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    coding = code_phrase(text, register())
    assert coding.country is None or len(coding.country) == 3
    assert coding.sector is None or len(coding.sector) == 3
