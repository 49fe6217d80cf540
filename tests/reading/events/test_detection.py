"""Which events a sentence names: type, mode, anchor, and what names none."""

from __future__ import annotations

import pytest

from rashomon.reading.events import find_events
from tests.conftest import ParseText


def named(parse_text: ParseText, text: str) -> list[tuple[str, str]]:
    """(type, anchor) of each event of `text`, in order."""
    parsed = parse_text(text)
    return [(e.type, parsed.text(e.anchor)) for e in find_events(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania accused Borduria of shelling border towns.", [("ACCUSE", "accused"), ("ASSAULT", "shelling")]),
        ("The minister denied that his troops had opened fire.", [("REJECT", "denied"), ("ASSAULT", "opened fire")]),
        ("The air force carried out air strikes on Dorza overnight.", [("ASSAULT", "air strikes")]),
        ("Police shot dead a protester and wounded three others.", [("ASSAULT", "shot dead")]),
        ("Two rockets hit a school in Marun, wounding nine pupils.", [("ASSAULT", "hit")]),
        ("The blast killed 12 people.", [("ASSAULT", "blast")]),
        ("Twelve civilians were killed by army shelling in Dorza.", [("ASSAULT", "killed")]),
        ("Five soldiers died in the fighting.", [("ASSAULT", "died in")]),
        ("Nurses went on strike over pay on Monday.", [("PROTEST", "went on strike")]),
        ("Workers staged a strike at the mine.", [("PROTEST", "strike")]),
        ("Police arrested two men on Friday.", [("COERCE", "arrested")]),
        ("The EU imposed sanctions on the junta.", [("SANCTION", "imposed sanctions")]),
        ("Ruritania recalled its ambassador from Borduria.", [("SANCTION", "recalled its ambassador")]),
        ("Troops were deployed along the border.", [("MOBILIZE", "deployed")]),
        ("The two sides have been holding talks since May.", [("CONSULT", "holding talks")]),
        ("The prime minister stepped down on Friday.", [("RETREAT", "stepped down")]),
        ("Both sides agreed to a cease-fire on Sunday.", [("AGREE", "agreed"), ("RETREAT", "cease-fire")]),
        ("Residents set fire to a bus.", [("ASSAULT", "set fire")]),
        ("He was taken into custody at dawn.", [("COERCE", "taken into custody")]),
        ("Kidnappers released two of the hostages.", [("RETREAT", "released")]),
        ("BORDURIAN FORCES SHELLED THE PORT ON FRIDAY", [("ASSAULT", "SHELLED")]),
        ("The junta imposed a curfew.", [("COERCE", "imposed a curfew")]),
        ("The minister hit out at critics.", [("ACCUSE", "hit out")]),
        ("She charged that the vote was rigged.", [("ACCUSE", "charged")]),
    ],
)
def test_names_the_event(parse_text: ParseText, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(parse_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman said the road was open, and added that traffic was light.",
        "The company fired its chief executive.",
        "The film bombed at the box office.",
        "He suffered an attack of asthma.",
        "The team attacked from the start and the striker scored twice.",
        "A war of words broke out between the two leaders.",
        "Three people were killed in a car crash.",
        "Hundreds died of cholera.",
        "The offensive coordinator called a great game.",
        "She has worked at the war museum since March.",
        "Oil prices hit a record high on Monday.",
        "An arrest warrant expert spoke about bomb disposal experts.",
        "The central bank vowed to fight inflation.",
        "The band played in a striking hall.",
    ],
)
def test_names_no_event(parse_text: ParseText, text: str) -> None:
    assert named(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The government will release 200 prisoners.", "AGREE"),
        ("Borduria will not release the prisoners.", "REJECT"),
        ("The army said it would retaliate.", "THREATEN"),
        ("The government said it would not meet the rebels.", "REJECT"),
        ("The envoys failed to reach an agreement on Tuesday.", "REJECT"),
        ("The ministry said the rebels must leave the city.", "REQUEST"),
        ("The rebels vowed to avenge their commander.", "THREATEN"),
        ("Sylvania is ready to send doctors to the island.", "AGREE"),
    ],
)
def test_auxiliary_decides_type(parse_text: ParseText, text: str, kind: str) -> None:
    assert kind in [t for t, _ in named(parse_text, text)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide attack killed nine recruits.", "suicide-attack"),
        ("Two rockets hit a school in Marun.", "heavy-weapons"),
        ("He was wounded by a sniper.", "firearms"),
        ("Gunmen took 20 students hostage.", "abduct"),
        ("A car bomb exploded outside the embassy.", "explosives"),
        ("The prisoners went on hunger strike.", "hunger"),
        ("The army has tortured detainees.", "torture"),
        ("Police fired tear gas at the marchers.", "crowd-control"),
    ],
)
def test_mode(parse_text: ParseText, text: str, mode: str) -> None:
    events = find_events(parse_text(text))
    assert [e.mode for e in events] == [mode]


def test_strike_is_what_its_surroundings_make_it(parse_text: ParseText) -> None:
    war = find_events(parse_text("The strike on the rebel base killed four militants."))
    work = find_events(parse_text("The strike by railway workers over pay entered its third day."))
    assert (war[0].type, work[0].type) == ("ASSAULT", "PROTEST")


def test_definite_noun_refers_back(parse_text: ParseText) -> None:
    parsed = parse_text("A raid was reported in Dorza, where troops killed two rebels. The raid ended at dawn.")
    raids = [e for e in find_events(parsed) if parsed.text(e.anchor) == "raid"]
    assert [e.definite for e in raids] == [False, True]


def test_contexts_are_plovers(parse_text: ParseText) -> None:
    (event,) = find_events(parse_text("The court sentenced the opposition candidate before the election."))
    assert {"legal", "election"} <= set(event.contexts)
    assert list(event.contexts) == sorted(event.contexts)


def test_plain_verb_with_both_sides_is_surest(parse_text: ParseText) -> None:
    (sure,) = find_events(parse_text("Rebels attacked the army."))
    (bare,) = find_events(parse_text("Clashes were reported overnight."))
    assert 0 < bare.confidence < sure.confidence < 1


@pytest.mark.parametrize("text", ["", "x", "\u200b\u202e ☭ 💣", "ATTACK", "- - -", "killed, " * 700, "attack " * 700])
def test_reads_anything(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    for event in find_events(parsed):
        assert event.anchor.start <= event.head < event.anchor.end
