"""Short stories read through the whole program, with what their ledgers must say."""

from __future__ import annotations

import pytest

from rashomon.intake.text import read_text
from rashomon.records import Ledger
from rashomon.running.engine import Engine


def read(engine: Engine, text: str, publisher: str | None = "Orbis", published: str | None = "2024-03-05") -> Ledger:
    return engine.read(read_text(text, id="story", published=published, publisher=publisher, language="en"))


def claims(ledger: Ledger, word: str) -> set[tuple[tuple[str, ...], str, str]]:
    """Speaker names (without the narrator), stance and status of all claims of the events that `word` names."""
    names = {a.id: a.name for a in ledger.actors}
    events = {e.id for e in ledger.events if any(word in a.text for a in e.anchors)}
    return {(tuple(names[s] for s in c.speakers[1:]), c.stance, c.status) for c in ledger.claims if c.event in events}


def test_the_narrators_own_voice_is_reported(engine: Engine) -> None:
    ledger = read(engine, "Gunmen attacked a police post near Kidal on Monday and burned two vehicles.")
    assert claims(ledger, "attacked") == {((), "affirm", "reported")}


def test_what_a_ministry_says_is_claimed(engine: Engine) -> None:
    ledger = read(engine, "The defence ministry said rebels had attacked a convoy in Gao on Sunday.")
    assert claims(ledger, "attacked") == {(("defence ministry",), "affirm", "claimed")}


def test_a_denial_makes_a_claim_disputed(engine: Engine) -> None:
    ledger = read(engine, "Norland said Westrian troops had shelled the port of Tarma. Westria denied the accusation.")
    assert claims(ledger, "shelled") == {
        (("Norland",), "affirm", "disputed"),
        (("Westria",), "deny", "denied"),
    }


def test_a_failed_check_makes_a_claim_unverified(engine: Engine) -> None:
    ledger = read(
        engine,
        "The governor said drones had attacked a refinery. Orbis could not immediately verify his claim.",
    )
    assert (("governor",), "affirm", "unverified") in claims(ledger, "attacked")
    (checked,) = [s for s in ledger.statements if s.verification is not None]
    narrator = next(a for a in ledger.actors if a.kind == "narrator")
    assert checked.verification is not None
    assert checked.verification.by == narrator.id


def test_a_general_remark_reaches_both_belligerents(engine: Engine) -> None:
    ledger = read(
        engine,
        "Ukraine said its forces had attacked an airfield in Crimea. Russia said it had shelled a depot in Kharkiv.\n\n"
        "Orbis could not independently verify battlefield claims by either side.",
    )
    assert [s.verification.status for s in ledger.statements if s.verification] == ["unverified", "unverified"]


def test_a_chain_lists_who_quotes_whom(engine: Engine) -> None:
    ledger = read(engine, "State television reported that the army said the rebels had captured the town of Bria.")
    names = {a.id: a.name for a in ledger.actors}
    assert [names[s] for s in max((s.speakers for s in ledger.statements), key=len)] == [
        "Orbis",
        "State television",
        "army",
    ]


def test_who_condemns_does_not_claim(engine: Engine) -> None:
    ledger = read(engine, "A bomb exploded at a market in Quetta on Friday. The United Nations condemned the attack.")
    assert all(speakers == () for speakers, _, _ in claims(ledger, "attack"))


def test_a_pronoun_speaks_for_its_antecedent(engine: Engine) -> None:
    ledger = read(
        engine,
        "Colonel Amadou Diallo said the road was open. He said two soldiers had been wounded in an ambush.",
    )
    names = {a.id: a.name for a in ledger.actors}
    assert [names[s.speakers[-1]] for s in ledger.statements] == ["Amadou Diallo", "Amadou Diallo"]


def test_rival_tolls_conflict(engine: Engine) -> None:
    ledger = read(
        engine,
        "An air strike hit the market of Tarma on Monday. The hospital said at least 40 people had been killed in the "
        "attack. The army said three people had been killed in the attack.",
    )
    conflicts = {c.field for i in ledger.incidents for c in i.conflicts}
    assert "killed" in conflicts


@pytest.mark.parametrize(
    ("words", "low", "high", "exact"),
    [
        ("At least nine people", 9, None, False),
        ("More than 300 people", 301, None, False),
        ("Dozens of people", 24, 99, False),
        ("Up to 20 people", 0, 20, False),
        ("Twenty-three people", 23, 23, True),
    ],
)
def test_numbers_as_their_words_allow(engine: Engine, words: str, low: int, high: int | None, exact: bool) -> None:
    ledger = read(engine, f"{words} were killed in an attack on the village of Bria on Monday.")
    (count,) = [c for c in ledger.counts if c.kind == "killed"]
    assert (count.low, count.high) == (low, high)
    if exact:
        assert count.exact


def test_one_town_with_two_names_is_one_place(engine: Engine) -> None:
    ledger = read(
        engine,
        "Shells fell on Stepanakert, called Khankendi by Azerbaijan, on Monday, the ombudsman said.",
    )
    (town,) = [p for p in ledger.places if p.name == "Stepanakert"]
    names = {a.id: a.name for a in ledger.actors}
    used = {n.name: names.get(n.used_by or "") for n in town.names}
    assert used["Khankendi"] == "Azerbaijan"
    assert town.country == "AZ"


def test_a_weekday_needs_a_date(engine: Engine) -> None:
    text = "Gunmen attacked a police post near Kidal on Monday."
    (known,) = read(engine, text, published="2024-03-05").times
    assert (known.value, known.start) == ("2024-03-04", "2024-03-04")
    (unknown,) = read(engine, text, published=None).times
    assert unknown.start is None
    assert unknown.reason


def test_a_capital_that_speaks_is_a_government_and_no_place(engine: Engine) -> None:
    ledger = read(engine, "Baku said the corridor was open.")
    (speaker,) = [a for a in ledger.actors if a.kind != "narrator"]
    assert speaker.country == "AZE"
    assert ledger.places == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("The army did not attack the village.", "negated"),
        ("The rebels may attack the village.", "hypothetical"),
        ("The army fought a war with Westria in 1998.", "historical"),
    ],
)
def test_modality(engine: Engine, text: str, flag: str) -> None:
    ledger = read(engine, text)
    flags = [getattr(e.modality, flag) for e in ledger.events if e.type == "ASSAULT"]
    assert flags
    assert all(flags)


def test_furniture_is_no_statement(engine: Engine) -> None:
    text = (
        "Clashes in the north\n\nBAKU (Orbis) -Azerbaijan said on Monday its troops had been attacked near Lachin.\n\n"
        "(Reporting by Jane RoeWriting by John DoeEditing by)"
    )
    ledger = read(engine, text, publisher=None)
    assert ledger.report.dateline is not None
    assert ledger.report.dateline.agency == "Orbis"
    assert [c.role for c in ledger.report.credits] == ["reporting", "writing", "editing"]
    credits_start = text.index("(Reporting")
    assert all(c.end <= credits_start for s in ledger.statements for c in s.content)
