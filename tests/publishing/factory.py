"""Ledgers made by hand. Nothing in them happened."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records import Account, Actor, Conflict, Issue, Ledger, MadeBy, Place, Report, Span, Statement
from tests.publishing import market as records
from tests.publishing.story import TEXT, TITLE, at, report

__all__ = ["TEXT", "TITLE", "at", "crowd", "empty", "hostile", "market", "talk"]


def market() -> Ledger:
    """The ledger of the shelled market: every claim status, rival counts, two names of one town, an open time."""
    return Ledger(
        report(),
        records.statements(),
        records.events(),
        records.claims(),
        records.actors(),
        records.places(),
        records.times(),
        records.counts(),
        records.incidents(),
        (
            Issue("no-actor", "The doer of “blamed” is two states that speak as one.", at("both sides")),
            Issue("not-dated", "One event has no date."),
        ),
        MadeBy("0.1.0", {"en_core_web_sm": "ab" * 32}, "cd" * 32),
    )


def crowd(accounts: int) -> Ledger:
    """The market again, told by `accounts` parties, each with a toll of its own."""
    ledger = market()
    speakers = tuple(
        Actor(f"ac_x{n}", f"Directorate {n} of the Interim Emergency Committee", "ministry", None, None, ())
        for n in range(accounts)
    )
    told = tuple(Account(("ac_n", s.id), "affirm", (), {"killed": (n * 10, n * 10)}) for n, s in enumerate(speakers))
    clash = Conflict("killed", ((0,), tuple(range(1, accounts))), "The tolls differ.")
    incident = replace(ledger.incidents[1], accounts=told, conflicts=(clash,))
    return replace(ledger, actors=ledger.actors + speakers, incidents=(incident,))


def talk(mentions: int) -> Ledger:
    """A report that names one actor `mentions` times and says nothing else."""
    text = "Karsia. " * mentions
    spans = tuple(Span.cut(text, n * 8, n * 8 + 6) for n in range(mentions))
    return Ledger(Report(id="talk", text=text), actors=(Actor("ac_k", "Karsia", "state", None, None, spans),))


def hostile() -> Ledger:
    """A report that tries to break what shows it: markup of three kinds, controls, a lone surrogate, steering
    characters, right-to-left text, overlapping and equal spans."""
    text = (
        "[bold]Boom[/bold] <script>alert('x')</script> & “quotes” "
        "\x1b[31mred\x1b[0m\x07 bell\x00nul \ud800 lone \u202egnp.exe "
        "قال المتحدث إن القوات انسحبت {{ 7*7 }} </mark></body> :warning: [link=file:///etc/passwd]x[/link]"
    )
    whole = Span.cut(text, 0, len(text))
    script, inner = at("<script>alert('x')</script>", 0, text), at("alert('x')</script> & “quotes”", 0, text)
    arabic = at("قال المتحدث إن القوات انسحبت", 0, text)
    speaker = Actor("ac_1", "[red]<b>\x1b]0;title\x07\u202eEvil", "person", None, None, (script, inner))
    statement = Statement("st_1", "mixed", (script,), inner, (whole, whole, arabic), ("ac_1",), "affirm")
    return Ledger(
        Report(
            id="<id>",
            text=text,
            title="[blink]<i>T\x1b[2J</i>",
            url="javascript:alert(1)",
            publisher="\x9b31m[b]P",
            published="not a date",
        ),
        (statement,),
        actors=(speaker,),
        issues=(Issue("odd", "[bold]</li>\x1b[1m", arabic),),
        places=(Place("pl_1", "انسحبت", (at("انسحبت", 0, text),), None, None, None, None, None, None, None),),
    )


def empty() -> Ledger:
    """A report that could not be read: its head and the issue."""
    return Ledger(Report(id="broken", text=""), issues=(Issue("empty", "The file is empty."),))
