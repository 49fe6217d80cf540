"""PLOVER's lists, and the codes of other schemes for every type, mode and context that there is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from rashomon.errors import DataError
from rashomon.records import EventType
from rashomon.vocab import data, plover, schemes

PAIRS = [(name, mode) for name in get_args(EventType) for mode in (None, *plover.modes(name))]


def cameo_codes() -> set[str]:
    return {row["code"] for row in data.read_table("rashomon.vocab", "plover/cameo.tsv", ("code", "name"))}


def acled_codes() -> set[tuple[str, str]]:
    rows = data.read_table("rashomon.vocab", "plover/acled.tsv", ("event", "sub"))
    return {(row["event"], row["sub"]) for row in rows}


def test_the_lists_have_the_sizes_of_the_manual() -> None:
    assert len(plover.types()) == 16
    assert len(plover.all_contexts()) == 37
    assert len(acled_codes()) == 25
    assert {name for name in get_args(EventType) if not plover.modes(name)} == {
        "AGREE",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
    }


@pytest.mark.parametrize(("name", "mode"), PAIRS)
def test_every_type_and_mode_has_valid_codes_in_every_context(name: EventType, mode: str | None) -> None:
    cameo, acled = cameo_codes(), acled_codes()
    for context in ("", *plover.all_contexts()):
        for actor in ("MIL", "REB", "CVL", None):
            for recipient in ("GOV", "CRM", "REF", None):
                codes = plover.codes_for(name, mode, (context,) if context else (), (actor,), (recipient,))
                assert codes.cameo in cameo
                assert codes.acled is None or codes.acled in acled
                assert codes.ucdp in (None, 1, 2, 3)
                assert (codes.quad >= 3) == (codes.score <= 0)


@pytest.mark.parametrize(
    ("name", "mode", "contexts", "cameo"),
    [
        ("ASSAULT", None, (), "180"),
        ("ASSAULT", None, ("military",), "190"),
        ("ASSAULT", "drone", ("military",), "1952"),
        ("ASSAULT", "suicide-attack", ("terrorism",), "1831"),
        ("COERCE", "arrest", ("pro_democracy",), "173"),
        ("COERCE", "seize", ("territory",), "192"),
        ("COERCE", None, ("cyber",), "176"),
        ("THREATEN", "violence", ("cbrn",), "1385"),
        ("AID", None, ("health", "disasters"), "073"),
        ("RETREAT", "ceasefire", (), "0871"),
        ("PROTEST", "demo", ("rights_freedoms",), "1413"),
        ("ACCUSE", "investigate", ("corruption",), "091"),
        ("SANCTION", "convict", ("economic",), "116"),
        ("REQUEST", "meet", (), "026"),
    ],
)
def test_cameo_is_the_most_specific_code(
    name: EventType, mode: str | None, contexts: tuple[str, ...], cameo: str
) -> None:
    assert plover.codes_for(name, mode, contexts).cameo == cameo


def test_the_order_of_contexts_does_not_matter() -> None:
    one = plover.codes_for("AID", None, ("economic", "asylum"))
    assert one == plover.codes_for("AID", None, ("asylum", "economic"))
    assert one.cameo == "075"


@pytest.mark.parametrize(
    ("mode", "actors", "recipients", "acled"),
    [
        ("firearms", ("MIL",), ("REB",), ("Battles", "Armed clash")),
        ("firearms", ("MIL", "REB"), (), ("Battles", "Armed clash")),
        ("firearms", ("UAF",), ("JRN",), ("Violence against civilians", "Attack")),
        ("firearms", ("REB",), (None,), None),
        ("firearms", ("REB",), (), None),
        (None, (), ("MIL",), ("Battles", "Armed clash")),
        (None, (None,), ("CVL", "MIL"), ("Battles", "Armed clash")),
        ("primitive", ("CVL",), ("REL",), ("Riots", "Mob violence")),
        ("heavy-weapons", (), (), ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        ("abduct", ("REB",), ("BUS",), ("Violence against civilians", "Abduction/forced disappearance")),
        ("crowd-control", ("COP",), ("CVL",), ("Protests", "Protest with intervention")),
    ],
)
def test_acled_hangs_on_who_meets_whom(
    mode: str | None,
    actors: tuple[str | None, ...],
    recipients: tuple[str | None, ...],
    acled: tuple[str, str] | None,
) -> None:
    assert plover.codes_for("ASSAULT", mode, (), actors, recipients).acled == acled


@pytest.mark.parametrize(
    ("name", "mode", "contexts", "acled"),
    [
        ("PROTEST", "demo", (), ("Protests", "Peaceful protest")),
        ("PROTEST", "riot", (), ("Riots", "Violent demonstration")),
        ("PROTEST", "strike", (), None),
        ("COERCE", "arrest", (), ("Strategic developments", "Arrests")),
        ("AGREE", None, ("economic",), None),
        ("AGREE", None, ("economic", "territory"), ("Strategic developments", "Agreement")),
        ("CONSULT", "visit", ("military",), None),
    ],
)
def test_acled_takes_few_events_without_force(
    name: EventType, mode: str | None, contexts: tuple[str, ...], acled: tuple[str, str] | None
) -> None:
    assert plover.codes_for(name, mode, contexts).acled == acled


@pytest.mark.parametrize(
    ("name", "mode", "told", "actors", "acled"),
    [
        ("ASSAULT", "explosives", ("grenade",), (), "Grenade"),
        ("ASSAULT", "explosives", ("explosive",), (), "Remote explosive/landmine/IED"),
        ("ASSAULT", "explosives", ("explosive", "suicide"), (), "Suicide bomb"),
        ("ASSAULT", None, ("own", "taking", "territory"), ("MIL",), "Government regains territory"),
        ("ASSAULT", None, ("own", "taking", "territory"), ("REB",), "Non-state actor overtakes territory"),
        ("ASSAULT", None, ("retaken", "territory"), (), "Government regains territory"),
        ("ASSAULT", None, ("territory",), (), "Non-state actor overtakes territory"),
        ("RETREAT", "withdraw", ("territory", "unopposed"), ("MIL",), "Non-violent transfer of territory"),
        ("MOBILIZE", "troops", ("base",), ("MIL",), "Headquarters or base established"),
        ("COERCE", "seize", ("disrupted",), ("COP",), "Disrupted weapons use"),
        ("COERCE", "arrest", ("demonstration", "intervention"), ("COP",), "Protest with intervention"),
        ("ASSAULT", "firearms", ("demonstration", "excessive-force"), ("MIL",), "Excessive force against protesters"),
        ("PROTEST", "demo", ("demonstration", "intervention", "riot"), (), "Violent demonstration"),
        ("PROTEST", "hunger", ("demonstration",), (), "Peaceful protest"),
        ("ASSAULT", None, ("mob",), (), "Mob violence"),
        ("ASSAULT", "destroy", ("looting",), ("REB",), "Looting/property destruction"),
        ("RETREAT", None, ("allegiance",), ("REB",), "Change to group/activity"),
        ("COERCE", None, ("rupture",), ("MIL",), "Other"),
    ],
)
def test_acled_hangs_on_aspects(
    name: EventType, mode: str | None, told: tuple[str, ...], actors: tuple[str, ...], acled: str
) -> None:
    codes = plover.codes_for(name, mode, (), actors, (), told)
    assert codes.acled is not None
    assert codes.acled[1] == acled


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ACCUSE", ("grenade",)),
        ("CONSULT", ("territory", "unopposed")),
        ("ASSAULT", ("demonstration", "grievance")),
        ("REQUEST", ("demonstration",)),
        ("AGREE", ("harm",)),
    ],
)
def test_what_is_only_said_in_a_scene_is_no_acled_event(name: EventType, told: tuple[str, ...]) -> None:
    assert plover.codes_for(name, None, (), (), (), told).acled is None


def test_aspects_change_no_other_scheme() -> None:
    bare = plover.codes_for("ASSAULT", "explosives", (), ("REB",), ("MIL",))
    told = plover.codes_for("ASSAULT", "explosives", (), ("REB",), ("MIL",), ("grenade", "own"))
    assert (bare.cameo, bare.ucdp, bare.quad, bare.score) == (told.cameo, told.ucdp, told.quad, told.score)


@pytest.mark.parametrize(
    ("actors", "recipients", "violence"),
    [
        (("MIL",), ("MIL",), 1),
        (("REB",), ("GOV",), 1),
        (("COP", "REB"), (), 1),
        (("CRM",), ("CRM",), 2),
        (("REB", "IMG"), (), 2),
        (("MIL",), ("CVL",), 3),
        (("REB",), ("MIL", "CVL"), 1),
        (("UAF",), ("CVL",), None),
        (("MIL",), ("UNK",), None),
        (("MIL",), (), None),
        ((), ("CVL",), None),
        (("CVL",), ("CVL",), None),
        (("CVL",), ("MIL",), None),
        (("CVL", "CVL"), (), None),
        (("MIL", "CVL"), (), None),
    ],
)
def test_ucdp_hangs_on_the_sides(actors: tuple[str, ...], recipients: tuple[str, ...], violence: int | None) -> None:
    assert plover.codes_for("ASSAULT", "firearms", (), actors, recipients).ucdp == violence


def test_ucdp_has_no_type_for_what_is_no_armed_force() -> None:
    assert plover.codes_for("ASSAULT", "destroy", (), ("MIL",), ("REB",)).ucdp is None
    assert plover.codes_for("COERCE", "arrest", (), ("COP",), ("CVL",)).ucdp is None


def test_scores_where_the_published_table_is_at_odds_with_itself() -> None:
    assert plover.codes_for("ACCUSE").score == -3
    assert plover.codes_for("ACCUSE", "disapprove").score == -2
    assert plover.codes_for("SANCTION").quad == 4


@pytest.mark.parametrize(
    "call",
    [
        lambda: plover.codes_for("ASSAULT", "visit"),
        lambda: plover.codes_for("AID", None, ("weather",)),
        lambda: plover.codes_for("AID", None, (), ("XYZ",)),
        lambda: plover.codes_for("AID", None, (), (), (), ("earthquake",)),
        lambda: plover.codes_for("WAR"),  # type: ignore[arg-type]
    ],
)
def test_what_plover_does_not_have_is_refused(call) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DataError):
        call()


def test_a_map_to_a_code_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = data.read_text

    def broken(package: str, name: str) -> str:
        text = read(package, name)
        return text.replace("\t1952\n", "\t1999\n") if Path(name).name == "cameo_map.tsv" else text

    monkeypatch.setattr(data, "read_text", broken)
    with pytest.raises(DataError, match="1999"):
        schemes.load(
            {name: plover.modes(name) for name in get_args(EventType)}, plover.all_contexts(), plover.aspects()
        )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ASSAULT\tlaser\t\t180", "laser"),
        ("BATTLE\t\t\t180", "BATTLE"),
        ("ASSAULT\t\tweather\t180", "weather"),
        ("ASSAULT\t\t\t182", "stands in line"),
    ],
)
def test_a_map_that_speaks_of_what_there_is_not_is_refused(
    monkeypatch: pytest.MonkeyPatch, line: str, message: str
) -> None:
    read = data.read_text

    def broken(package: str, name: str) -> str:
        text = read(package, name)
        return f"{text}{line}\n" if Path(name).name == "cameo_map.tsv" else text

    monkeypatch.setattr(data, "read_text", broken)
    with pytest.raises(DataError, match=message):
        schemes.load(
            {name: plover.modes(name) for name in get_args(EventType)}, plover.all_contexts(), plover.aspects()
        )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ASSAULT\t\t\tearthquake\t\tBattles\tArmed clash", "earthquake"),
        ("ASSAULT\t\t\t\tby-crowd\tBattles\tArmed clash", "by-crowd"),
        ("ASSAULT|WAR\t\t\tgrenade raid\t\tBattles\tArmed clash", "WAR"),
        ("ASSAULT\tbeat|visit\t\tgrenade raid\t\tBattles\tArmed clash", "visit"),
    ],
)
def test_a_line_of_the_acled_map_names_what_there_is(monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    read = data.read_text
    monkeypatch.setattr(data, "read_text", lambda p, n: read(p, n) + (f"{line}\n" if "acled_map" in n else ""))
    with pytest.raises(DataError, match=message):
        schemes.load({n: plover.modes(n) for n in get_args(EventType)}, plover.all_contexts(), plover.aspects())
