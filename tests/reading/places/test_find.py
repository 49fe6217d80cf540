"""Places in sentences: found or not, literal or not, and what stands around them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.drafts import PlaceDraft
from rashomon.reading.parsed import Parsed
from rashomon.reading.places import find_places
from tests.conftest import ParseText


def _named(parsed: Parsed, drafts: list[PlaceDraft]) -> dict[str, PlaceDraft]:
    return {parsed.text(draft.stretch): draft for draft in drafts}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells fell on houses in Sloviansk and Kostiantynivka overnight.", {"Sloviansk", "Kostiantynivka"}),
        ("Two miners died in the town of Kasese last week.", {"Kasese"}),
        ("Families fled to Adré from the camp.", {"Adré"}),
        ("Trucks were stuck on the Lachin corridor for weeks.", {"Lachin corridor"}),
        ("A patrol was ambushed in the Swat Valley.", {"Swat Valley"}),
        ("Fishermen drowned in Lake Albert near Butiaba.", {"Lake Albert", "Butiaba"}),
        ("Doctors at the Jabalia refugee camp ran out of blood.", {"Jabalia refugee camp"}),
        ("Rebels hold most of northern Syria.", {"northern Syria"}),
        ("Ships were turned back in the Red Sea.", {"Red Sea"}),
        ("They met in March and again in August.", set()),
        ("He wrote to Mr Khan and to Dr. Lewis.", set()),
    ],
)
def test_what_names_a_place(parse_text: ParseText, text: str, places: set[str]) -> None:
    parsed = parse_text(text)
    assert {name for name, draft in _named(parsed, find_places(parsed)).items() if draft.literal} == places


@pytest.mark.parametrize(
    ("text", "name", "literal"),
    [
        ("Baku said the offer still stood.", "Baku", False),
        ("Moscow backs the rebels.", "Moscow", False),
        ("The envoys held talks with Tehran on Sunday.", "Tehran", False),
        ("The attack was condemned by France.", "France", False),
        ("They accused Rwanda of sending troops.", "Rwanda", False),
        ("Sudan and Egypt rejected the plan.", "Egypt", False),
        ("The Paris agreement was signed in 2015.", "Paris", False),
        ("Kenya's army crossed the border.", "Kenya", False),
        ("The lawmakers agreed to sell Qatar howitzers.", "Qatar", False),
        ("Critics attacked a new US decision.", "US", False),
        ("Allies accepted Britain's view of the affair.", "Britain", False),
        ("Moscow ordered Britain to close a consulate.", "Britain", False),
        ("Four people drowned off the Libya coast.", "Libya", True),
        ("Troops entered Moscow at dawn.", "Moscow", True),
        ("A bomb went off in Baku.", "Baku", True),
        ("Sudan has suffered three years of drought.", "Sudan", True),
        ("Armenia borders four countries.", "Armenia", True),
        ("Kenya's coast was flooded.", "Kenya", True),
    ],
)
def test_place_or_government(parse_text: ParseText, text: str, name: str, literal: bool) -> None:
    parsed = parse_text(text)
    assert _named(parsed, find_places(parsed))[name].literal is literal


def test_part_of_another_name_is_no_place(parse_text: ParseText) -> None:
    parsed = parse_text("The Moscow Times and the Bank of Japan did not reply.")
    assert not any(draft.literal for draft in find_places(parsed))


@pytest.mark.parametrize(
    ("text", "name", "inner", "outer"),
    [
        ("A teacher was shot in Irbid, Jordan.", "Irbid", "Irbid", "Jordan"),
        ("The raid hit the village of Duma in the Nablus district.", "Duma", "Duma", "Nablus"),
        ("Floods cut off Somalia's Gedo region.", "Gedo", "Gedo", "Somalia"),
    ],
)
def test_the_place_around(parse_text: ParseText, text: str, name: str, inner: str, outer: str) -> None:
    parsed = parse_text(text)
    drafts = find_places(parsed)
    around = [parsed.text(drafts[i].stretch) for i in _named(parsed, drafts)[name].inside]
    assert outer in around


def test_a_list_of_thousands_is_no_chain_of_thousands(parse_text: ParseText) -> None:
    drafts = find_places(parse_text("Shells fell " + "in Homs, near Aleppo, " * 200 + "on Monday."))
    assert len(drafts) > 200
    assert max(len(draft.inside) for draft in drafts) <= 40


def test_kind_and_preposition(parse_text: ParseText) -> None:
    parsed = parse_text("Police near the town of Kidal and in Gedo region were attacked 15 km east of Marib.")
    found = _named(parsed, find_places(parsed))
    assert (found["Kidal"].generic, found["Kidal"].preposition) == ("town", "near")
    assert (found["Gedo"].generic, found["Gedo"].preposition) == ("region", "in")
    assert found["Marib"].preposition == "15 km east of"


@pytest.mark.parametrize(
    ("text", "name", "other", "user"),
    [
        ("In Stepanakert, called Khankendi by Azerbaijan, shops shut.", "Stepanakert", "Khankendi", "Azerbaijan"),
        ("It fell near Bakhmut, which Russia calls Artyomovsk.", "Bakhmut", "Artyomovsk", "Russia"),
        ("Nobody was hurt in Shusha (Shushi) that day.", "Shusha", "Shushi", None),
    ],
)
def test_another_name(parse_text: ParseText, text: str, name: str, other: str, user: str | None) -> None:
    parsed = parse_text(text)
    [(found, by)] = _named(parsed, find_places(parsed))[name].called
    assert parsed.text(found) == other
    assert (parsed.text(by) if by else None) == user


@pytest.mark.parametrize(
    "text",
    [
        "Guards died in Kenya's city of Nairobi.",
        "Guards died in Kenya's capital, Nairobi.",
        "Guards died in Nairobi, Kenya.",
    ],
)
def test_who_lies_in_whom(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    drafts = find_places(parsed)
    inside = {parsed.text(d.stretch): [parsed.text(drafts[i].stretch) for i in d.inside] for d in drafts}
    assert inside == {"Nairobi": ["Kenya"], "Kenya": []}


def test_the_name_of_a_capital_goes_to_the_capital(parse_text: ParseText) -> None:
    parsed = parse_text("Schools shut in Stepanakert, the seat of Karabakh, called Khankendi by Azerbaijan.")
    found = _named(parsed, find_places(parsed))
    assert found["Karabakh"].called == []
    assert [parsed.text(name) for name, _ in found["Stepanakert"].called] == ["Khankendi"]


def test_each_mention_is_a_draft(parse_text: ParseText) -> None:
    parsed = parse_text("Guns fired in Kramatorsk. By night Kramatorsk was dark.")
    assert [parsed.text(draft.stretch) for draft in find_places(parsed)] == ["Kramatorsk", "Kramatorsk"]


def test_a_gazetteer_finds_what_the_model_takes_for_people(parse_text: ParseText) -> None:
    text = "Rebels entered Goma on Monday."
    parsed = parse_text(text)
    assert "Goma" in _named(parsed, find_places(parsed, {"Goma"}.__contains__))


def test_the_last_name_of_somebody_is_no_place(parse_text: ParseText) -> None:
    text = "Lawyers for William Heiden met in Gori. Heiden was fined. The fine shocked supporters of Heiden."
    parsed = parse_text(text)
    assert "Heiden" not in _named(parsed, find_places(parsed, {"Heiden"}.__contains__))


@pytest.mark.parametrize("text", ["The siege of Goma began.", "The mayor of Goma fled.", "Streets of Goma were empty."])
def test_what_befalls_places_and_who_rules_them(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    (place,) = find_places(parsed, {"Goma"}.__contains__)
    assert (parsed.text(place.stretch), place.befallen) == ("Goma", "siege" in text)


def test_a_person_with_the_name_of_a_town_stays_a_person(parse_text: ParseText) -> None:
    parsed = parse_text("Mr Goma said he would not resign. Goma thanked his voters.")
    assert not any(draft.literal for draft in find_places(parsed, {"Goma"}.__contains__))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_read(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    drafts = find_places(parsed, lambda _: True)
    stretches = [draft.stretch for draft in drafts]
    assert stretches == sorted(stretches)
    assert all(a.end <= b.start for a, b in pairwise(stretches))
    for draft in drafts:
        assert parsed.of(draft.stretch).text
        assert all(0 <= i < len(drafts) for i in draft.inside)


@pytest.mark.parametrize("text", ["", " ", "Gaza", "in", "THE TOWN OF HAMA WAS SHELLED", "of of of in in the the Lake"])
def test_odd_reports(parse_text: ParseText, text: str) -> None:
    assert isinstance(find_places(parse_text(text)), list)
