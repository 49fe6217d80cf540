"""The records of the story, as a reader who makes no mistakes would make them."""

from __future__ import annotations

from rashomon.records import (
    Account,
    Actor,
    ActorKind,
    Claim,
    Codes,
    Conflict,
    Count,
    Event,
    Incident,
    Modality,
    Place,
    PlaceName,
    Role,
    Roles,
    Span,
    Statement,
    Timex,
    Verification,
    Victims,
)
from tests.publishing.story import at

NARRATOR = "ac_n"
HEALTH = (NARRATOR, "ac_vh")
MAYOR = (*HEALTH, "ac_mayor")
DEFENCE = (NARRATOR, "ac_kd")
SPOKESMAN = (*DEFENCE, "ac_dren")
OFFICIALS = (NARRATOR, "ac_off")
MONITORS = (NARRATOR, "ac_mon")


def actors() -> tuple[Actor, ...]:
    """Two states, their ministries, whom those quote, and the narrator."""

    def actor(
        key: str,
        name: str,
        kind: ActorKind,
        country: str | None,
        sector: str | None,
        *mentions: Span,
        role: Role | None = None,
    ) -> Actor:
        refs = {"wikidata": "Q0"} if key == "ac_kd" else {}
        return Actor(key, name, kind, country, sector, mentions, (role,) if role else (), refs)

    mayor = Role("mayor", "the town", None, None, at("mayor"))
    health = at("Velmark’s health ministry")
    spokesman = Role("spokesman", "the ministry", "2030", None, at("spokesman"))
    return (
        actor(NARRATOR, "The Courier", "narrator", None, None, at("The Courier")),
        actor("ac_vh", health.text, "ministry", "VLM", "HLH", health, at("It")),
        actor("ac_mayor", "Ilse Rauner", "person", "VLM", "GOV", at("the town’s mayor, Ilse Rauner"), role=mayor),
        actor("ac_kd", "Karsia’s defence ministry", "ministry", "KRS", "MIL", at("Karsia’s defence ministry")),
        actor("ac_dren", "Pavle Dren", "person", "KRS", "MIL", at("its spokesman, Major Pavle Dren"), role=spokesman),
        actor("ac_k", "Karsia", "state", "KRS", "GOV", *(at("Karsia", n) for n in range(3))),
        actor("ac_v", "Velmark", "state", "VLM", "GOV", *(at("Velmark", n) for n in range(3))),
        actor("ac_off", "two officials", "unknown", None, None, at("two officials")),
        actor("ac_mon", "Monitors of the river mission", "igo", None, "IGO", at("Monitors of the river mission")),
    )


def statements() -> tuple[Statement, ...]:
    """Direct, indirect and mixed; one that nobody could verify, one that was confirmed; a chain of three."""
    nobody = Verification("unverified", NARRATOR, at("The Courier could not verify either account."))
    monitors = Verification("confirmed", "ac_mon", at("Monitors of the river mission confirmed"))
    toll = at("at least nine people had been killed and dozens wounded")
    no_soldier = at("“There was no soldier within a mile of the market.”")
    depot = at("“Our artillery did not fire; four Velmark sappers died when their own depot exploded,”")
    reservists = at("The ministry is expected to call up reservists “soon”")
    return (
        Statement(
            "st_1",
            "indirect",
            (at("Velmark’s health ministry"),),
            at("said"),
            (toll,),
            HEALTH,
            "affirm",
            verification=nobody,
        ),
        Statement(
            "st_2", "direct", (at("the town’s mayor, Ilse Rauner"),), at("as saying"), (no_soldier,), MAYOR, "affirm"
        ),
        Statement(
            "st_3",
            "indirect",
            (at("Karsia’s defence ministry"),),
            at("denied"),
            (at("firing on the town"),),
            DEFENCE,
            "deny",
            ("st_1",),
            nobody,
        ),
        Statement(
            "st_4",
            "direct",
            (at("its spokesman, Major Pavle Dren"),),
            at("told"),
            (depot,),
            SPOKESMAN,
            "affirm",
            ("st_1",),
            None,
            at("state television"),
        ),
        Statement(
            "st_5",
            "indirect",
            (at("Monitors of the river mission"),),
            at("confirmed"),
            (at("a convoy had left Port Anselm the week before"),),
            MONITORS,
            "affirm",
            (),
            monitors,
        ),
        Statement("st_6", "mixed", (at("two officials"),), at("said", 1), (reservists,), OFFICIALS, "affirm"),
    )


def events() -> tuple[Event, ...]:
    """One with everything, others with little, one that belongs to no incident."""
    shelling = Codes("194", ("Explosions/Remote violence", "Shelling/artillery/missile attack"), 1, 4, -10.0)
    other = Codes(None, None, None, 4, -5.0)
    plain = Modality()
    return (
        Event(
            "ev_1",
            (at("Shells struck"), at("attack")),
            "ASSAULT",
            "heavy-weapons",
            ("military",),
            Roles((), ("ac_v",)),
            "pl_brod",
            "tm_tue",
            plain,
            ("ct_9", "ct_w", "ct_4"),
            shelling,
            0.9,
        ),
        Event("ev_2", (at("blamed"),), "ACCUSE", None, (), Roles(("ac_k", "ac_v")), None, None, plain, (), other, 0.6),
        Event(
            "ev_3",
            (at("left"),),
            "RETREAT",
            None,
            (),
            Roles(),
            "pl_port",
            "tm_week",
            Modality(historical=True),
            (),
            other,
            0.5,
        ),
        Event(
            "ev_4",
            (at("call up"),),
            "MOBILIZE",
            "troops",
            ("military",),
            Roles(("ac_kd",)),
            None,
            "tm_soon",
            Modality(hypothetical=True, future=True),
            (),
            other,
            0.5,
        ),
        Event("ev_5", (at("denied"),), "REJECT", None, (), Roles(("ac_kd",)), None, None, plain, (), other, 0.5),
    )


def claims() -> tuple[Claim, ...]:
    """One of every status."""
    return (
        Claim("cl_1", "ev_1", (NARRATOR,), None, "affirm", "reported"),
        Claim("cl_2", "ev_1", HEALTH, "st_1", "affirm", "disputed"),
        Claim("cl_3", "ev_1", DEFENCE, "st_3", "deny", "denied"),
        Claim("cl_4", "ev_1", SPOKESMAN, "st_4", "deny", "unverified"),
        Claim("cl_5", "ev_2", (NARRATOR,), None, "affirm", "reported"),
        Claim("cl_6", "ev_3", MONITORS, "st_5", "affirm", "confirmed"),
        Claim("cl_7", "ev_4", OFFICIALS, "st_6", "affirm", "claimed"),
        Claim("cl_8", "ev_5", (NARRATOR,), None, "open", "refuted"),
    )


def counts() -> tuple[Count, ...]:
    """Rival tolls, a vague one, a part of a whole."""
    people, sappers = Victims("unknown", "people", None), Victims("combatants", "Velmark sappers", "ac_v")
    nine, wounded, four = at("at least nine people"), at("dozens"), at("four Velmark sappers")
    return (
        Count("ct_9", nine, "killed", 9, None, True, people, "ev_1", HEALTH, None, "2031-03-04"),
        Count("ct_w", wounded, "injured", 24, 99, False, Victims("unknown", "", None), "ev_1", HEALTH),
        Count("ct_4", four, "killed", 4, 4, True, sappers, "ev_1", SPOKESMAN, "ct_9"),
    )


def places() -> tuple[Place, ...]:
    """A town with two names, and a port that nobody finds."""
    town, other = at("Dolny Brod", 1), at("Tarnovik")
    names = (PlaceName("Dolny Brod", None, town), PlaceName("Tarnovik", "ac_k", other))
    reason = "no place of that name in the gazetteer"
    return (
        Place(
            "pl_brod",
            "Dolny Brod",
            (at("Dolny Brod"), town, at("the town", 1)),
            990001,
            41.5,
            -0.25,
            "VL",
            "07",
            "PPL",
            1,
            names,
        ),
        Place("pl_port", "Port Anselm", (at("Port Anselm"),), None, None, None, None, None, None, None, (), reason),
    )


def times() -> tuple[Timex, ...]:
    """A day, and two times that stay open, one of them with a reason."""
    return (
        Timex("tm_tue", at("Tuesday"), "DATE", "2031-03-04", "2031-03-04", "2031-03-04", 1),
        Timex("tm_week", at("the week before"), "DATE", None, None, None, None, "“before” what is not said"),
        Timex("tm_soon", at("soon"), "DATE", "FUTURE_REF", None, None, None),
    )


def incidents() -> tuple[Incident, ...]:
    """Three with one account, and between them one with three accounts and two conflicts."""
    day = "2031-03-04"
    told = (
        Account((NARRATOR,), "affirm", ("cl_1",), {"recipient": ("ac_v",), "place": ("pl_brod",), "time": ("tm_tue",)}),
        Account(HEALTH, "affirm", ("cl_2",), {"killed": (9, None), "injured": (24, 99), "actor": ("ac_k",)}),
        Account(SPOKESMAN, "deny", ("cl_3", "cl_4"), {"killed": (4, 4), "actor": ("ac_v",)}),
    )
    conflicts = (
        Conflict("killed", ((1,), (2,)), "One counts 9 or more, the other 4."),
        Conflict("actor", ((1,), (2,)), "Each names the other side."),
    )
    blame = Account((NARRATOR,), "affirm", ("cl_5",), {"actor": ("ac_k", "ac_v")})
    convoy = Account(MONITORS, "affirm", ("cl_6",), {"place": ("pl_port",), "time": ("tm_week",)})
    call_up = Account(OFFICIALS, "affirm", ("cl_7",), {})
    return (
        Incident("in_2", "Blame traded", ("ev_2",), None, None, None, (blame,), ()),
        Incident("in_1", "Shelling in Dolny Brod", ("ev_1",), "pl_brod", day, day, told, conflicts),
        Incident("in_3", "Convoy leaves Port Anselm", ("ev_3",), "pl_port", None, None, (convoy,), ()),
        Incident("in_4", "Call-up of reservists", ("ev_4",), None, None, None, (call_up,), ()),
    )
