"""Ledgers made by hand, of reports written for the purpose. Nothing in them happened."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records import (
    Account,
    Actor,
    Byline,
    Claim,
    Codes,
    Conflict,
    Count,
    Credit,
    Dateline,
    Event,
    Incident,
    Issue,
    Ledger,
    MadeBy,
    Modality,
    Place,
    PlaceName,
    Report,
    Role,
    Roles,
    Span,
    Statement,
    Timex,
    Verification,
    VictimClass,
    Victims,
)

TITLE = "Shells hit market in Dolny Brod; Karsia and Velmark trade blame"
PARAGRAPHS = (
    "Shells struck the covered market in Dolny Brod, which Karsia calls Tarnovik, on Tuesday, and both sides blamed "
    "each other for the attack.",
    "Velmark’s health ministry said that at least nine people had been killed and dozens wounded. It quoted the town’s "
    "mayor, Ilse Rauner, as saying: “There was no soldier within a mile of the market.”",
    "Karsia’s defence ministry denied firing on the town. “Our artillery did not fire; four Velmark sappers died when "
    "their own depot exploded,” its spokesman, Major Pavle Dren, told state television.",
    "The Courier could not verify either account.",
    "Monitors of the river mission confirmed that a convoy had left Port Anselm the week before. The ministry is "
    "expected to call up reservists “soon”, two officials said.",
)
CREDITS = "(Reporting by Ana Mole; Editing by T. Brook)"
TEXT = "\n\n".join((TITLE, "PORT ANSELM (Courier Wire) - " + PARAGRAPHS[0], *PARAGRAPHS[1:], CREDITS))


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the `nth` place where `text` has `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.cut(text, start, start + len(words))


def report() -> Report:
    """The report of the shelled market."""
    bodies = (at(paragraph) for paragraph in PARAGRAPHS)
    return Report(
        id="courier-1", text=TEXT, title=TITLE, url="https://courier.example/market?id=1&lang=en", publisher="The Courier",
        published="2031-03-05", language="en",
        dateline=Dateline(at("PORT ANSELM (Courier Wire) -"), "PORT ANSELM", "Courier Wire"),
        bylines=(Byline("Ana Mole", None),),
        credits=(Credit("reporting", ("Ana Mole",), at(CREDITS)), Credit("editing", ("T. Brook",), at("Editing by T. Brook"))),
        title_span=at(TITLE), body=tuple((span.start, span.end) for span in bodies),
    )


def _actors() -> tuple[Actor, ...]:
    return (
        Actor("ac_n", "The Courier", "narrator", None, None, (at("The Courier"),)),
        Actor("ac_vh", "Velmark’s health ministry", "ministry", "VLM", "HLH", (at("Velmark’s health ministry"), at("It quoted"[:2], 0))),
        Actor("ac_mayor", "Ilse Rauner", "person", "VLM", "GOV", (at("the town’s mayor, Ilse Rauner"),),
              (Role("mayor", "the town", None, None, at("mayor")),)),
        Actor("ac_kd", "Karsia’s defence ministry", "ministry", "KRS", "MIL", (at("Karsia’s defence ministry"),), (), {"wikidata": "Q0"}),
        Actor("ac_dren", "Pavle Dren", "person", "KRS", "MIL", (at("its spokesman, Major Pavle Dren"),),
              (Role("spokesman", "the ministry", "2030", None, at("spokesman")),)),
        Actor("ac_k", "Karsia", "state", "KRS", "GOV", tuple(at("Karsia", n) for n in range(3))),
        Actor("ac_v", "Velmark", "state", "VLM", "GOV", tuple(at("Velmark", n) for n in range(3))),
        Actor("ac_off", "two officials", "unknown", None, None, (at("two officials"),)),
        Actor("ac_mon", "Monitors of the river mission", "igo", None, "IGO", (at("Monitors of the river mission"),)),
    )


def _statements() -> tuple[Statement, ...]:
    unverified = Verification("unverified", "ac_n", at("The Courier could not verify either account."))
    return (
        Statement("st_1", "indirect", (at("Velmark’s health ministry"),), at("said"),
                  (at("at least nine people had been killed and dozens wounded"),), ("ac_n", "ac_vh"), "affirm", (), unverified),
        Statement("st_2", "direct", (at("the town’s mayor, Ilse Rauner"),), at("as saying"),
                  (at("“There was no soldier within a mile of the market.”"),), ("ac_n", "ac_vh", "ac_mayor"), "affirm"),
        Statement("st_3", "indirect", (at("Karsia’s defence ministry"),), at("denied"), (at("firing on the town"),),
                  ("ac_n", "ac_kd"), "deny", ("st_1",), unverified),
        Statement("st_4", "direct", (at("its spokesman, Major Pavle Dren"),), at("told"),
                  (at("“Our artillery did not fire; four Velmark sappers died when their own depot exploded,”"),),
                  ("ac_n", "ac_kd", "ac_dren"), "affirm", ("st_1",), None, at("state television")),
        Statement("st_5", "indirect", (at("Monitors of the river mission"),), at("confirmed"),
                  (at("a convoy had left Port Anselm the week before"),), ("ac_n", "ac_mon"), "affirm", (),
                  Verification("confirmed", "ac_mon", at("Monitors of the river mission confirmed"))),
        Statement("st_6", "mixed", (at("two officials"),), at("said", 1),
                  (at("The ministry is expected to call up reservists “soon”"),), ("ac_n", "ac_off"), "affirm"),
    )


def _events() -> tuple[Event, ...]:
    assault = Codes("194", ("Explosions/Remote violence", "Shelling/artillery/missile attack"), 1, 4, -10.0)
    other = Codes(None, None, None, 4, -5.0)
    return (
        Event("ev_1", (at("Shells struck"), at("attack")), "ASSAULT", "heavy-weapons", ("military",), Roles((), ("ac_v",)),
              "pl_brod", "tm_tue", Modality(), ("ct_9", "ct_w", "ct_4"), assault, 0.9),
        Event("ev_2", (at("blamed"),), "ACCUSE", None, (), Roles(("ac_k", "ac_v"), ()), None, None, Modality(), (), other, 0.6),
        Event("ev_3", (at("left"),), "RETREAT", None, (), Roles((), ()), "pl_port", "tm_week", Modality(historical=True), (), other, 0.5),
        Event("ev_4", (at("call up"),), "MOBILIZE", "troops", ("military",), Roles(("ac_kd",), ()), None, "tm_soon",
              Modality(hypothetical=True, future=True), (), other, 0.5),
        Event("ev_5", (at("denied"),), "REJECT", None, (), Roles(("ac_kd",), ()), None, None, Modality(), (), other, 0.5),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        Claim("cl_1", "ev_1", ("ac_n",), None, "affirm", "reported"),
        Claim("cl_2", "ev_1", ("ac_n", "ac_vh"), "st_1", "affirm", "disputed"),
        Claim("cl_3", "ev_1", ("ac_n", "ac_kd"), "st_3", "deny", "denied"),
        Claim("cl_4", "ev_1", ("ac_n", "ac_kd", "ac_dren"), "st_4", "deny", "unverified"),
        Claim("cl_5", "ev_2", ("ac_n",), None, "affirm", "reported"),
        Claim("cl_6", "ev_3", ("ac_n", "ac_mon"), "st_5", "affirm", "confirmed"),
        Claim("cl_7", "ev_4", ("ac_n", "ac_off"), "st_6", "affirm", "claimed"),
        Claim("cl_8", "ev_5", ("ac_n",), None, "open", "refuted"),
    )


def _counts() -> tuple[Count, ...]:
    def victims(class_: VictimClass, text: str, actor: str | None = None) -> Victims:
        return Victims(class_, text, actor)

    return (
        Count("ct_9", at("at least nine people"), "killed", 9, None, True, victims("unknown", "people"), "ev_1", ("ac_n", "ac_vh"),
              None, "2031-03-04"),
        Count("ct_w", at("dozens"), "injured", 24, 99, False, victims("unknown", ""), "ev_1", ("ac_n", "ac_vh")),
        Count("ct_4", at("four Velmark sappers"), "killed", 4, 4, True, victims("combatants", "Velmark sappers", "ac_v"), "ev_1",
              ("ac_n", "ac_kd", "ac_dren"), "ct_9"),
    )


def _places() -> tuple[Place, ...]:
    brod, tarnovik = at("Dolny Brod", 1), at("Tarnovik")
    return (
        Place("pl_brod", "Dolny Brod", (at("Dolny Brod"), brod, at("the town", 1)), 990001, 41.5, -0.25, "VL", "07", "PPL", 1,
              (PlaceName("Dolny Brod", None, brod), PlaceName("Tarnovik", "ac_k", tarnovik))),
        Place("pl_port", "Port Anselm", (at("Port Anselm"),), None, None, None, None, None, None, None, (),
              "no place of that name in the gazetteer"),
    )


def _times() -> tuple[Timex, ...]:
    return (
        Timex("tm_tue", at("Tuesday"), "DATE", "2031-03-04", "2031-03-04", "2031-03-04", 1),
        Timex("tm_week", at("the week before"), "DATE", None, None, None, None, "“before” what is not said"),
        Timex("tm_soon", at("soon"), "DATE", "FUTURE_REF", None, None, None),
    )


def _incidents() -> tuple[Incident, ...]:
    accounts = (
        Account(("ac_n",), "affirm", ("cl_1",), {"recipient": ("ac_v",), "place": ("pl_brod",), "time": ("tm_tue",)}),
        Account(("ac_n", "ac_vh"), "affirm", ("cl_2",), {"killed": (9, None), "injured": (24, 99), "actor": ("ac_k",)}),
        Account(("ac_n", "ac_kd", "ac_dren"), "deny", ("cl_3", "cl_4"), {"killed": (4, 4), "actor": ("ac_v",)}),
    )
    conflicts = (
        Conflict("killed", ((1,), (2,)), "One counts 9 or more, the other 4."),
        Conflict("actor", ((1,), (2,)), "Each names the other side."),
    )
    return (
        Incident("in_2", "Blame traded", ("ev_2",), None, None, None, (Account(("ac_n",), "affirm", ("cl_5",), {"actor": ("ac_k", "ac_v")}),), ()),
        Incident("in_1", "Shelling in Dolny Brod", ("ev_1",), "pl_brod", "2031-03-04", "2031-03-04", accounts, conflicts),
        Incident("in_3", "Convoy leaves Port Anselm", ("ev_3",), "pl_port", None, None,
                 (Account(("ac_n", "ac_mon"), "affirm", ("cl_6",), {"place": ("pl_port",), "time": ("tm_week",)}),), ()),
        Incident("in_4", "Call-up of reservists", ("ev_4",), None, None, None, (Account(("ac_n", "ac_off"), "affirm", ("cl_7",), {}),), ()),
    )


def market() -> Ledger:
    """The ledger of the shelled market: every claim status, rival counts, two names of one town, an open time."""
    return Ledger(
        report(), _statements(), _events(), _claims(), _actors(), _places(), _times(), _counts(), _incidents(),
        (Issue("no-actor", "The doer of “blamed” is two states that speak as one.", at("both sides")),
         Issue("not-dated", "One event has no date.")),
        MadeBy("0.1.0", {"en_core_web_sm": "ab" * 32}, "cd" * 32),
    )


def crowd(accounts: int) -> Ledger:
    """The market again, told by `accounts` parties, each with a toll of its own."""
    ledger = market()
    speakers = tuple(
        Actor(f"ac_x{n}", f"Directorate {n} of the Interim Emergency Committee", "ministry", None, None, ()) for n in range(accounts)
    )
    told = tuple(Account(("ac_n", s.id), "affirm", (), {"killed": (n * 10, n * 10)}) for n, s in enumerate(speakers))
    clash = Conflict("killed", ((0,), tuple(range(1, accounts))), "The tolls differ.")
    incident = replace(ledger.incidents[1], accounts=told, conflicts=(clash,))
    return replace(ledger, actors=ledger.actors + speakers, incidents=(incident,))


def hostile() -> Ledger:
    """A report that tries to break what shows it: markup of three kinds, controls, a lone surrogate, steering characters,
    right-to-left text, overlapping and equal spans."""
    text = (
        "[bold]Boom[/bold] <script>alert('x')</script> & “quotes” \x1b[31mred\x1b[0m\x07 bell\x00nul \ud800 lone \u202egnp.exe "
        "قال المتحدث إن القوات انسحبت {{ 7*7 }} </mark></body> :warning: [link=file:///etc/passwd]x[/link]"
    )
    whole = Span.cut(text, 0, len(text))
    script, inner = at("<script>alert('x')</script>", 0, text), at("alert('x')</script> & “quotes”", 0, text)
    arabic = at("قال المتحدث إن القوات انسحبت", 0, text)
    speaker = Actor("ac_1", "[red]<b>\x1b]0;title\x07\u202eEvil", "person", None, None, (script, inner))
    statement = Statement("st_1", "mixed", (script,), inner, (whole, whole, arabic), ("ac_1",), "affirm")
    return Ledger(
        Report(id="<id>", text=text, title="[blink]<i>T\x1b[2J</i>", url="javascript:alert(1)", publisher="\x9b31m[b]P",
               published="not a date"),
        (statement,), actors=(speaker,), issues=(Issue("odd", "[bold]</li>\x1b[1m", arabic),),
        places=(Place("pl_1", "انسحبت", (at("انسحبت", 0, text),), None, None, None, None, None, None, None),),
    )


def empty() -> Ledger:
    """A report that could not be read: its head and the issue."""
    return Ledger(Report(id="broken", text=""), issues=(Issue("empty", "The file is empty."),))
