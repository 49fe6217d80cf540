"""Claims, their status, incidents, accounts and conflicts, from readings made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.linking.claims import claims_of
from rashomon.linking.within import link
from rashomon.records import (
    Actor,
    Anchor,
    Codes,
    Count,
    Event,
    Modality,
    Reading,
    Report,
    Roles,
    Span,
    Stance,
    Statement,
    Verification,
    Victims,
)

TEXT = "The army said rebels shelled Tarma, killing nine. The rebels denied it. They said two had died in the shelling."
REPORT = Report(id="r", text=TEXT, body=((0, len(TEXT)),))
NARRATOR, ARMY, REBELS = "narrator", "army", "rebels"


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.cut(TEXT, start, start + len(words))


def actor(name: str) -> Actor:
    return Actor(name, name, "unknown", None, None, ())


def statement(id: str, who: str, content: Span, stance: Stance = "affirm", answers: tuple[str, ...] = ()) -> Statement:
    return Statement(id, "indirect", (), None, (content,), (NARRATOR, who), stance, answers)


def event(id: str, anchor: Span, *, actors: tuple[str, ...] = (), place: str | None = None) -> Event:
    return Event(
        id,
        (anchor,),
        "ASSAULT",
        None,
        (),
        Roles(actors, ()),
        place,
        None,
        Modality(),
        (),
        Codes(None, None, None, 4, -9.0),
        0.9,
    )


def killed(id: str, words: Span, low: int, high: int | None, who: str) -> Count:
    return Count(id, words, "killed", low, high, True, Victims("unknown", "", None), "e1", (NARRATOR, who))


@pytest.fixture
def reading() -> Reading:
    said = statement("s1", ARMY, span("rebels shelled Tarma, killing nine"))
    denied = statement("s2", REBELS, span("it"), "deny", ("s1",))
    again = statement("s3", REBELS, span("two had died in the shelling"))
    shelling = event("e1", span("shelled"), actors=(REBELS,), place="p1")
    return Reading(
        narrator=NARRATOR,
        statements=(said, denied, again),
        events=(shelling,),
        anchors=(
            Anchor("e1", span("shelled"), "s1", False, None, None),
            Anchor("e1", span("shelling"), "s3", False, None, None),
        ),
        actors=(actor(NARRATOR), actor(ARMY), actor(REBELS)),
        counts=(killed("c1", span("nine"), 9, 9, ARMY), killed("c2", span("two"), 2, 2, REBELS)),
        places=(),
        times=(),
    )


def test_claims_are_by_speaker_and_a_denial_reaches_the_event_that_it_answers(reading: Reading) -> None:
    found = {(c.speakers[-1], c.stance): c.status for c in claims_of(reading, "r")}
    assert found == {(ARMY, "affirm"): "disputed", (REBELS, "deny"): "denied", (REBELS, "affirm"): "claimed"}


def test_an_event_outside_statements_is_the_narrators(reading: Reading) -> None:
    alone = replace(reading.anchors[0], statement=None)
    found = claims_of(replace(reading, statements=(), anchors=(alone,)), "r")
    assert [(c.speakers, c.stance, c.status, c.statement) for c in found] == [((NARRATOR,), "affirm", "reported", None)]


def test_a_negated_event_in_a_denial_is_affirmed(reading: Reading) -> None:
    denial = statement("s1", ARMY, span("rebels shelled Tarma, killing nine"), "deny")
    negated = replace(reading.anchors[0], negated=True)
    found = claims_of(replace(reading, statements=(denial,), anchors=(negated,)), "r")
    assert [c.stance for c in found] == ["affirm"]


@pytest.mark.parametrize(
    ("outcome", "status"), [("confirmed", "confirmed"), ("refuted", "refuted"), ("unverified", "unverified")]
)
def test_a_check_sets_the_status(reading: Reading, outcome: str, status: str) -> None:
    check = Verification(outcome, NARRATOR, span("said"))  # type: ignore[arg-type]
    said = replace(reading.statements[0], verification=check)
    found = claims_of(replace(reading, statements=(said,), anchors=reading.anchors[:1]), "r")
    assert [c.status for c in found] == [status]


def test_a_claim_that_is_made_twice_is_denied_and_checked_whichever_is_answered(reading: Reading) -> None:
    said = reading.statements[0]
    check = Verification("unverified", NARRATOR, span("said"))
    again = replace(said, id="s9", verification=check)
    denied = replace(reading.statements[1], answers=("s9",))
    anchors = (reading.anchors[0], replace(reading.anchors[0], statement="s9"))
    found = claims_of(replace(reading, statements=(said, again, denied), anchors=anchors), "r")
    assert {(c.speakers[-1], c.stance): c.status for c in found} == {
        (ARMY, "affirm"): "disputed",
        (REBELS, "deny"): "denied",
    }
    found = claims_of(replace(reading, statements=(said, again), anchors=anchors), "r")
    assert [c.status for c in found] == ["unverified"]


def test_nobody_confirms_himself(reading: Reading) -> None:
    check = Verification("confirmed", ARMY, span("said"))
    said = replace(reading.statements[0], verification=check)
    found = claims_of(replace(reading, statements=(said,), anchors=reading.anchors[:1]), "r")
    assert [c.status for c in found] == ["claimed"]


def test_accounts_stand_side_by_side_with_their_conflicts(reading: Reading) -> None:
    linked = link(REPORT, reading, (), ())
    (incident,) = linked.incidents
    values = {a.speakers[-1]: a.values.get("killed") for a in incident.accounts}
    assert values == {ARMY: (9, 9), REBELS: (2, 2)}
    assert {c.field for c in incident.conflicts} == {"occurrence", "killed"}
    (numbers,) = (c for c in incident.conflicts if c.field == "killed")
    assert numbers.accounts == ((0,), (1,))
    assert numbers.why == "army counts 9 killed, rebels 2"


def test_two_places_are_two_incidents(reading: Reading) -> None:
    other = replace(event("e2", span("died"), actors=(REBELS,), place="p2"))
    both = replace(
        reading,
        events=(*reading.events, other),
        anchors=(*reading.anchors, Anchor("e2", span("died"), None, False, None, None)),
    )
    assert [i.events for i in link(REPORT, both, (), ()).incidents] == [("e1",), ("e2",)]


def test_what_may_happen_makes_no_incident(reading: Reading) -> None:
    feared = replace(reading.events[0], modality=Modality(hypothetical=True))
    assert link(REPORT, replace(reading, events=(feared,)), (), ()).incidents == ()


def test_every_claim_stands_in_one_account_of_its_incident(reading: Reading) -> None:
    linked = link(REPORT, reading, (), ())
    stood = [c for i in linked.incidents for a in i.accounts for c in a.claims]
    assert sorted(stood) == sorted(c.id for c in linked.claims)


def test_numbers_of_different_victims_are_no_conflict(reading: Reading) -> None:
    officers = replace(reading.counts[1], victims=Victims("combatants", "officers", None))
    linked = link(REPORT, replace(reading, counts=(reading.counts[0], officers)), (), ())
    assert {c.field for c in linked.incidents[0].conflicts} == {"occurrence"}


def test_a_circumstance_of_what_is_denied_is_affirmed(reading: Reading) -> None:
    denial = statement("s1", ARMY, span("rebels shelled Tarma, killing nine"), "deny")
    beside = replace(reading.anchors[0], central=False)
    found = claims_of(replace(reading, statements=(denial,), anchors=(beside,)), "r")
    assert [(c.speakers[-1], c.stance) for c in found] == [(ARMY, "affirm")]


def test_a_denial_leaves_alone_what_is_only_a_circumstance(reading: Reading) -> None:
    beside = replace(reading.anchors[0], central=False)
    found = claims_of(replace(reading, anchors=(beside,)), "r")
    assert [(c.speakers[-1], c.stance) for c in found] == [(ARMY, "affirm")]
