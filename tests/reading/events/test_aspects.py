"""What an event belongs to beyond its PLOVER type, and what does not make it so."""

from __future__ import annotations

import pytest

from rashomon.errors import DataError
from rashomon.reading.events import aspects, find_events, told
from rashomon.vocab import data
from tests.conftest import ParseText


def shown(parse_text: ParseText, text: str) -> set[str]:
    """The aspects of all events of `text`."""
    found = find_events(parse_text(text))
    assert found, text
    return {aspect for event in found for aspect in event.aspects}


@pytest.mark.parametrize(
    ("aspect", "text", "near_miss"),
    [
        ("grenade", "Two men threw a grenade into a bar in Dorza.", "Troops fired rocket-propelled grenades at Dorza."),
        ("grenade", "A hand grenade exploded in a yard.", "Police fired stun grenades at the fans."),
        ("suicide", "A man blew himself up in a mosque.", "Rebels blew up a bridge."),
        ("chemical", "The army dropped chlorine on Dorza.", "Police fired tear gas at the fans."),
        ("air", "Warplanes bombed the port.", "Gunmen bombed the port."),
        ("shelling", "The army shelled the town with mortars.", "The army stormed the town."),
        ("explosive", "A landmine killed two shepherds.", "A sniper killed two shepherds."),
        ("disrupted", "Soldiers defused a bomb near the school.", "A bomb exploded near the school."),
        ("disrupted", "Air defences shot down two drones.", "Two drones hit the refinery."),
        ("disrupted", "Police seized rifles and ammunition in a flat.", "Police seized two vans in a raid on a flat."),
        ("territory", "Rebels captured the town of Marun.", "Rebels captured two soldiers."),
        ("retaken", "Troops recaptured the town of Marun.", "Troops captured the town of Marun."),
        ("unopposed", "Rebels took the town without a fight.", "Rebels took the town after fierce fighting."),
        ("base", "Troops set up a base near Marun.", "Troops attacked a base near Marun."),
        ("allegiance", "Forty rebels surrendered to the army.", "Forty rebels attacked the army."),
        ("abduction", "Gunmen kidnapped five travellers.", "Gunmen killed five travellers."),
        ("looting", "Bandits looted three shops.", "Bandits attacked three farmers."),
        ("mob", "A mob lynched a thief in Marun.", "Police arrested a thief in Marun."),
        ("fighting", "Clashes broke out between rebels and troops.", "Rebels killed a shopkeeper."),
        ("accord", "The two sides signed a ceasefire agreement.", "The two sides signed a trade agreement."),
        ("rupture", "Soldiers staged a coup in Dorza.", "Soldiers staged a raid in Dorza."),
    ],
)
def test_what_shows_an_aspect(parse_text: ParseText, aspect: str, text: str, near_miss: str) -> None:
    assert aspect in shown(parse_text, text)
    assert aspect not in shown(parse_text, near_miss)


@pytest.mark.parametrize(
    ("text", "expected", "not_expected"),
    [
        ("Protesters marched through Dorza.", {"demonstration"}, {"riot", "intervention", "excessive-force"}),
        ("Protesters threw stones at police in Dorza.", {"demonstration", "riot"}, {"excessive-force"}),
        (
            "Police used tear gas to disperse protesters.",
            {"demonstration", "intervention"},
            {"riot", "excessive-force"},
        ),
        ("Soldiers opened fire on protesters, killing two.", {"demonstration", "excessive-force"}, {"riot"}),
        ("Nurses protested against the killing of a doctor.", {"demonstration"}, {"excessive-force"}),
    ],
)
def test_how_a_demonstration_went(parse_text: ParseText, text: str, expected: set[str], not_expected: set[str]) -> None:
    found = shown(parse_text, text)
    assert expected <= found
    assert not not_expected & found


def test_what_people_demonstrate_about_is_told_apart(parse_text: ParseText) -> None:
    found = {e.type: e.aspects for e in find_events(parse_text("Nurses protested against the killing of a doctor."))}
    assert "grievance" in found["ASSAULT"]
    assert "grievance" not in found["PROTEST"]


def test_what_somebody_is_accused_of_in_passing_is_told_apart(parse_text: ParseText) -> None:
    text = "Police arrested a man accused of killing a shopkeeper with a grenade."
    found = {e.type: e.aspects for e in find_events(parse_text(text))}
    assert not {"grenade", "grievance"} & set(found["COERCE"])
    assert "grievance" in found["ASSAULT"]
    (event,) = (e for e in find_events(parse_text("Rebels accused of raping two girls")) if e.type == "ASSAULT")
    assert "grievance" not in event.aspects


def test_who_acts_and_who_undergoes_is_read_from_the_phrases_of_the_event(parse_text: ParseText) -> None:
    (by_crowd,) = find_events(parse_text("Villagers beat a soldier."))
    (of_crowd,) = find_events(parse_text("A soldier beat villagers."))
    assert {"crowd-doer", "armed-target"} <= set(by_crowd.aspects)
    assert not {"crowd-doer", "armed-target"} & set(of_crowd.aspects)


def test_a_note_is_one_scene_and_a_longer_text_is_not(parse_text: ParseText) -> None:
    note = "Students marched in Dorza. Police fired tear gas."
    rest = " The minister travelled to Marun. Rain fell in the north. Shops were open."
    (march, *_) = find_events(parse_text(note))
    assert "intervention" in march.aspects
    (march, *_) = find_events(parse_text(note + rest))
    assert "intervention" not in march.aspects


def test_the_word_that_shows_it_is_the_events_own(parse_text: ParseText) -> None:
    taken, fled = find_events(parse_text("Rebels captured the town of Marun and soldiers retreated."))
    assert {"own", "taking"} <= set(taken.aspects)
    assert "territory" in fled.aspects
    assert "taking" not in fled.aspects


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Rebels overpowered guards and led away six miners at gunpoint.", "ASSAULT", "abduct"),
        ("Mothers of the missing stood in silence outside the ministry with candles.", "PROTEST", "demo"),
        ("Fighters are using the silo as a barracks.", "MOBILIZE", "troops"),
    ],
)
def test_a_note_without_a_known_word_tells_of_what_it_shows(
    parse_text: ParseText, text: str, type_: str, mode: str
) -> None:
    (event,) = find_events(parse_text(text))
    assert (event.type, event.mode) == (type_, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in a car crash.",
        "The club fought for the league title.",
        "The minister opened a school in Marun.",
        "Rebels live in the hills. " * 4 + "They led away six miners at gunpoint.",
    ],
)
def test_what_is_no_note_of_a_deed_tells_of_none(parse_text: ParseText, text: str) -> None:
    assert find_events(parse_text(text)) == []


@pytest.mark.parametrize(
    ("name", "line", "message", "load"),
    [
        ("aspects.tsv", "earthquake\tscene\tquake\t", "earthquake", aspects.rules),
        ("aspects.tsv", "grenade\tmargin\tgrenade\t", "margin", aspects.rules),
        ("aspects.tsv", "grenade\tscene\t.. grenade\t", "begin and end with words", aspects.rules),
        ("aspects.tsv", "grenade\tscene\tthrow .. !stun grenade\t", "needs a word after a gap", aspects.rules),
        ("aspects.tsv", "grenade\tscene\t@bombers grenade\t", "bombers", aspects.rules),
        ("aspects_of_modes.tsv", "ASSAULT\tbeat\tearthquake", "earthquake", aspects.by_mode),
        ("told.tsv", "earthquake\tASSAULT\t\t", "earthquake", told.deeds),
        ("told.tsv", "riot\tASSAULT\tvisit\t", "visit", told.deeds),
        ("told.tsv", "riot\tWAR\t\t", "WAR", told.deeds),
    ],
)
def test_a_table_that_breaks_its_rules_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, line: str, message: str, load: object
) -> None:
    read = data.read_text
    monkeypatch.setattr(data, "read_text", lambda p, n: read(p, n) + (f"{line}\n" if n == name else ""))
    with pytest.raises(DataError, match=message):
        load.__wrapped__()  # type: ignore[attr-defined]
