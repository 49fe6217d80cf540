"""What names nobody is no participant; what stands for somebody named beside is that one."""

from __future__ import annotations

import pytest

from rashomon.reading.events import find_events
from tests.conftest import ParseText


@pytest.mark.parametrize(
    ("text", "anchor", "actors", "recipients"),
    [
        # how many, without who
        ("Most were freed by the rebels on Sunday.", "freed", ["the rebels"], []),
        ("Some were shot by the guards.", "shot", ["the guards"], []),
        ("Police said 17 were wounded.", "wounded", [], []),
        ("Each blamed the other.", "blamed", [], []),
        ("The two blamed each other for the raid.", "blamed", ["The two"], []),
        # who stands behind "of"
        ("The blast killed scores of people in the bazaar.", "blast", [], ["scores of people"]),
        ("Guards beat some of them.", "beat", ["Guards"], ["them"]),
        ("The villagers, many of whom were beaten by soldiers, fled.", "beaten", ["soldiers"], ["The villagers"]),
        ("Officers detained each of the nine marchers.", "detained", ["Officers"], ["each of the nine marchers"]),
        # an aside on who they are
        ("At least 30 people were killed, most of them women, in the raid.", "killed", [], ["At least 30 people"]),
        # whoever counts the dead does nothing to them
        ("Its health bureau put the dead at nine after the raid.", "dead", [], []),
        # armed people of a power are the power's, a son is nobody's army
        ("Borduria, whose troops attacked the port, denied it.", "attacked", ["Borduria"], ["the port"]),
        ("Anna Kolar, whose son was kidnapped in May, wept.", "kidnapped", [], ["son"]),
        # nobody
        ("No civilian was killed in the raid.", "killed", [], ["civilian"]),
        ("The bomber blew himself up at the gate.", "blew", ["The bomber"], []),
        ("They argued over what the rebels agreed.", "agreed", ["the rebels"], []),
        # a passive without its auxiliary, as headlines have it
        ("Aid groups say 16 villagers killed in raid.", "killed", [], ["16 villagers"]),
        ("The envoy was leaving the capital and detained at the gate.", "detained", [], ["The envoy"]),
        # whoever tells of the dead is not among them
        ("The ministry said they were killed by snipers.", "killed", ["snipers"], []),
        # phrases that hold together
        ("Militants shot dead three women.", "shot dead", ["Militants"], ["three women"]),
        ("The Dorza Liberation Front, or DLF, kidnapped a priest.", "kidnapped", ["The Dorza Liberation Front"],
         ["a priest"]),
        ("Borduria’s air strikes on the port went on.", "air strikes", ["Borduria"], ["the port"]),
        ("Soldiers fired into the air.", "fired into", ["Soldiers"], []),
        # both sides of a clash act
        ("Police clashed with gunmen at the port.", "clashed", ["Police", "gunmen"], []),
        ("Fighting broke out between two militias in the port.", "Fighting", ["two militias"], []),
        # fire that one is under
        ("A patrol was taken under fire by a group of bandits.", "fire", ["a group of bandits"], ["A patrol"]),
        ("The harbour is under attack.", "attack", [], ["The harbour"]),
        ("The town fell to the rebels.", "fell to", ["the rebels"], ["The town"]),
        ("Attacks targeting army posts went on.", "Attacks", [], ["army posts"]),
    ],
)  # fmt: skip
def test_participants(parse_text: ParseText, text: str, anchor: str, actors: list[str], recipients: list[str]) -> None:
    parsed = parse_text(text)
    found = {parsed.text(e.anchor): e for e in find_events(parsed)}
    assert anchor in found
    event = found[anchor]
    assert [parsed.text(s) for s in event.actors] == actors
    assert [parsed.text(s) for s in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borduria launched military action in the valley.", [("military action", None)]),
        ("Sylvania launched a missile and drone attack on the port.", [("drone attack", "drone")]),
        ("The two armies traded mortar fire.", [("traded mortar fire", "heavy-weapons")]),
        ("Clashes between militias erupted on Sunday.", [("Clashes", None)]),
        ("The army said it repelled an attack on the fort.", [("attack", None)]),
        ("Soldiers went on the rampage, killing 12 villagers.", [("rampage", None)]),
        ("The military retook the city.", [("retook", None)]),
        ("Jets dropped bombs on the rebel camp.", [("dropped bombs", "aerial")]),
        ("A shell hit a crowded market, killing six traders.", [("hit", "heavy-weapons")]),
        ("Coalition forces conducted 23 strikes near the dam.", [("strikes", None)]),
        ("Five soldiers were killed and two posts destroyed in the raid.", [("killed", None)]),
        ("The judge was sentenced to death in a rebel-held town.", []),
    ],
)  # fmt: skip
def test_assaults(parse_text: ParseText, text: str, expected: list[tuple[str, str | None]]) -> None:
    parsed = parse_text(text)
    assert [(parsed.text(e.anchor), e.mode) for e in find_events(parsed) if e.type == "ASSAULT"] == expected
