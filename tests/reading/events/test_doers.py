"""The wrong party is never the doer: what somebody says, orders, ends or condemns is not what he does."""

from __future__ import annotations

import pytest

from rashomon.reading.events import find_events
from tests.conftest import ParseText


@pytest.mark.parametrize(
    ("text", "anchor", "actors", "recipients"),
    [
        # whoever says it does not do it
        ("The press office said that it was the Sylvanian troops who had broken the truce, deliberately targeting the "
         "civil population.", "targeting", ["the Sylvanian troops"], ["the civil population"]),
        ("The watchdog alleged the brigades had subjected villagers to arrest, enforced exile and unlawful killing after "
         "capturing them.", "capturing", ["the brigades"], ["them"]),
        ("The ministry said rebels fled the fort, killing nine guards.", "killing", ["rebels"], ["nine guards"]),
        ("The army said the rebels came at dawn and killed nine guards.", "killed", ["the rebels"], ["nine guards"]),
        ("The group said four men had been shot, killing hopes of a truce and wounding two guards.", "wounding", [],
         ["two guards"]),
        ("The embassy said the envoy had lied, and it accused the rebels of lying.", "accused", ["it"],
         ["the rebels"]),
        ("Prosecutors charged him with killing two guards.", "killing", ["him"], ["two guards"]),
        ("The ministry announced the death of a soldier.", "death", [], ["a soldier"]),
        ("The army claimed the killing of 12 rebels.", "killing", ["The army"], ["12 rebels"]),
        ("Two men were shot by the police while attacking a bank.", "attacking", ["Two men"], ["a bank"]),
        # whoever ends, foils or condemns it does not do it
        ("The kingdom vows to defeat the cult and end this violence.", "violence", [], []),
        ("The council condemned a plan to attack the camp.", "attack", [], ["the camp"]),
        ("The rebels have a plan to attack the camp.", "attack", ["The rebels"], ["the camp"]),
        ("Borduria must press the junta to end its raids on the coast.", "raids", ["its"], ["the coast"]),
        ("It is vital to arrest the envoy.", "arrest", [], ["the envoy"]),
        ("No group has claimed the attack.", "attack", [], []),
        # what the parser ties loosely
        ("Rebels carried out attacks in the town of Sel in Dorza province, which killed ten farmers.", "attacks",
         ["Rebels"], ["ten farmers"]),
        ("Its occupation by the rebels was short.", "occupation", ["the rebels"], ["Its"]),
        ("The kingdom has flown 870 missions, conducted 26 raids on the coast.", "raids", ["The kingdom"], ["the coast"]),
        ("Readers hid in bombed houses - and porters brought bread.", "bombed", [], ["bombed houses"]),
        # names that look like verbs
        ("Officials said that IS fighters had killed nine farmers.", "killed", ["IS fighters"], ["nine farmers"]),
        ("IS killed nine farmers in the valley.", "killed", ["IS"], ["nine farmers"]),
        # crews act, machines do not, and a missile has no crew
        ("Coalition aircraft bombed the camp.", "bombed", ["Coalition"], ["the camp"]),
        ("Israeli jets struck the port.", "struck", ["Israeli"], ["the port"]),
        ("Iranian drones hit the port.", "hit", [], ["the port"]),
        ("Coalition aircraft conducted a precision strike on the hill to target enemy fighters.", "precision strike",
         ["Coalition"], ["the hill", "enemy fighters"]),
        ("There was an exchange of fire between Borduria and Sylvania.", "exchange of fire", ["Borduria", "Sylvania"], []),
        ("One of the grenades did not explode.", "explode", [], []),
        # owners
        ("The guards had an exchange of fire with the rebels at around 2 am.", "exchange of fire",
         ["the rebels", "The guards"], []),
        ("Bombers hit a bazaar, killing nine persons, including four boys, three of them being brothers, and injuring "
         "13 traders.", "injuring", [], ["13 traders"]),
        ("A baker was hurt, he said, after protesting students blocked a road.", "protesting", ["protesting students"], []),
        ("The Iraqi forces seized the mill in their battle with the rebels.", "battle", ["their", "the rebels"], []),
        # one person joins what others hold
        ("Senator Maria Bell joined the march in the capital.", "joined the march", [], []),
        ("Students joined the march in the capital.", "joined the march", ["Students"], []),
        # a place is not who was killed, nor a wish
        ("Four were killed in the attack on Kharkiv.", "killed", [], []),
        ("The minister wished the wounded a prompt recovery.", "wounded", [], []),
        # a diplomatic protest accuses
        ("The embassy lodged a strong protest with the ministry.", "protest", ["The embassy"], ["the ministry"]),
    ],
)  # fmt: skip
def test_doers(parse_text: ParseText, text: str, anchor: str, actors: list[str], recipients: list[str]) -> None:
    parsed = parse_text(text)
    found = {parsed.text(e.anchor): e for e in find_events(parsed)}
    assert anchor in found, sorted(found)
    event = found[anchor]
    assert [parsed.text(s) for s in event.actors] == actors
    assert [parsed.text(s) for s in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor vowed to sign the bill on the armed forces.", ["AGREE", "SUPPORT"]),
        ("The embassy lodged a strong protest with the ministry.", ["ACCUSE"]),
        ("Workers staged a strong protest outside the ministry.", ["PROTEST"]),
        ("The villagers were forced to march to another town.", []),
        ("Even in the heat of battle, soldiers should spare civilians.", []),
        ('The military was put in a "quasi-state of war" on Friday.', []),
        ("The cabinet came under fire from critics of the budget.", []),
        ("All cattle slaughtered in the district were tested.", []),
        ("The court asked the police to execute the sentence.", ["REQUEST", "SANCTION"]),
        ("The Tharthar barrage on the river was built in 1956.", []),
    ],
)
def test_types(parse_text: ParseText, text: str, expected: list[str]) -> None:
    assert [e.type for e in find_events(parse_text(text))] == expected
