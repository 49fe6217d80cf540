"""Whole ledgers: what must hold of any of them, and what must hold of ours."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rashomon.intake.files import read_path
from rashomon.intake.text import read_text
from rashomon.reading.statements.joining import KEPT
from rashomon.records import Ledger, Report, Span
from rashomon.records.codec import from_json, to_json
from rashomon.running.engine import Engine

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def json_keeps(text: str) -> bool:
    """Whether JSON can hold `text`: two lone surrogates that happen to make a pair come back as one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text


#: pieces that make text look like news, so that arbitrary text reaches the steps behind the parser
PIECES = st.sampled_from(
    [
        "The army said rebels shelled Tarma on Monday, killing at least 9 people. ",
        "“No,” he said. ",
        "KABUL (AFP) - ",
        "according to ",
        "the ministry denied it",
        "\n\n",
        "\n",
        "  ",
        "\u202e",
        "\u0301",
        "”",
        "“",
        '"',
        "’",
        "\U0001f600",
        "\ud83d ",
        "ܫܠܡܐ ",
        "وقال ",
        "two dozen soldiers were captured ",
        "in Gao, Mali, ",
        "19 September 2023 ",
        "\x00",
        "\u2028",
        "..",
        "(",
    ]
)
TEXTS = (
    st.lists(st.one_of(PIECES, st.text(st.characters(), max_size=12)), min_size=1, max_size=14)
    .map("".join)
    .filter(json_keeps)
)


def spans(thing: object) -> Iterator[Span]:
    """All spans in a record, however deep."""
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from spans(value)
    elif isinstance(thing, tuple | list):
        for value in thing:
            yield from spans(value)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from spans(getattr(thing, field.name))


def assert_sound(ledger: Ledger) -> None:
    """Spans are slices of the text, ids are unique, and every id that is pointed at is there."""
    text = ledger.report.text
    for span in spans(ledger):
        assert text[span.start : span.end] == span.text
    for kind in (
        ledger.statements,
        ledger.events,
        ledger.claims,
        ledger.actors,
        ledger.places,
        ledger.times,
        ledger.counts,
    ):
        ids = [record.id for record in kind]
        assert len(ids) == len(set(ids))
    actors = {a.id for a in ledger.actors}
    events = {e.id for e in ledger.events}
    statements = {s.id for s in ledger.statements}
    for statement in ledger.statements:
        assert set(statement.speakers) <= actors
        assert statement.speakers
        assert set(statement.answers) <= statements - {statement.id}
    for event in ledger.events:
        assert set(event.roles.actor) | set(event.roles.recipient) <= actors
        assert event.place in {None, *(p.id for p in ledger.places)}
        assert event.time in {None, *(t.id for t in ledger.times)}
        assert event.anchors
    for claim in ledger.claims:
        assert claim.event in events
        assert set(claim.speakers) <= actors
    assert {c.event for c in ledger.claims} == events
    claims = {c.id for c in ledger.claims}
    for incident in ledger.incidents:
        assert set(incident.events) <= events
        for account in incident.accounts:
            assert set(account.claims) <= claims
        for conflict in incident.conflicts:
            assert {i for side in conflict.accounts for i in side} <= set(range(len(incident.accounts)))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS, published=st.sampled_from([None, "2023-09-19"]))
@example(text="KABUL (AFP) - according to _", published=None)  # the parser takes the mark for a noun
def test_any_text_gives_a_sound_ledger(engine: Engine, text: str, published: str | None) -> None:
    ledger = engine.read(Report(id="x", text=text, published=published, language="en", body=((0, len(text)),)))
    assert_sound(ledger)
    assert [i.code for i in ledger.issues if i.code == "failed"] == []
    assert from_json(to_json(ledger)) == ledger


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS)
def test_any_text_through_intake_gives_a_sound_ledger(engine: Engine, text: str) -> None:
    if text.strip():
        assert_sound(engine.read(read_text(text, id="x", published="2023-09-19")))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_examples_give_full_and_sound_ledgers(engine: Engine, path: Path) -> None:
    report, issues = read_path(path, published="2024-03-05")
    ledger = engine.read(report, issues)
    assert_sound(ledger)
    assert [i for i in ledger.issues if i.code == "failed"] == []
    assert len(ledger.statements) >= 3
    assert len(ledger.events) >= 5
    assert from_json(to_json(ledger)) == ledger


def test_what_is_found_does_not_hang_on_what_is_read_beside_it(engine: Engine) -> None:
    reports = [read_path(path, published="2024-03-05") for path in EXAMPLES[:4]]
    forward = [to_json(ledger) for ledger in engine.read_all(reports)]
    backward = [to_json(ledger) for ledger in engine.read_all(reversed(reports))]
    assert forward == backward[::-1]


def test_the_same_bytes_in_processes_with_different_hash_seeds() -> None:
    command = [
        str(Path(sys.executable).with_name("rashomon")),
        "read",
        "--json",
        "--published",
        "2024-03-05",
        *map(str, EXAMPLES[:3]),
    ]
    outs = [
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "HOME": str(Path.home())},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outs[0] == outs[1]
    assert outs[0].count(b"\n") == len(EXAMPLES[:3])


def test_a_report_in_another_language_is_set_aside_with_its_reason(engine: Engine) -> None:
    text = (
        "Das Verteidigungsministerium teilte am Montag mit, dass seine Truppen die Stadt eingenommen hätten. "
        "Die Rebellen wiesen die Angaben zurück und sprachen von schweren Kämpfen am Stadtrand."
    )
    ledger = engine.read(read_text(text, id="x"))
    assert [i.code for i in ledger.issues] == ["not-english"]
    assert ledger.statements == ()


def test_a_step_that_fails_costs_one_report(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Engine._run

    def breaks(self: Engine, work: object) -> object:
        if work.report.id == "bad":  # type: ignore[attr-defined]
            raise RuntimeError("broken")
        return run(self, work)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "_run", breaks)
    text = "The army said on Monday that two soldiers had been killed in an ambush near the river."
    good, bad = (engine.read(read_text(text, id=name)) for name in ("good", "bad"))
    assert [i.code for i in bad.issues] == ["failed"]
    assert "broken" in bad.issues[0].message
    assert good.statements


def test_every_statement_says_what_it_rests_on(engine: Engine) -> None:
    """A rule of the grammar, the encoder, or both; and how likely it is to be right."""
    found = [s for path in EXAMPLES for report, _ in [read_path(path)] for s in engine.read(report).statements]
    assert len(found) > 100
    for statement in found:
        assert statement.basis is not None
        assert statement.basis.rule is not None or statement.basis.cue is not None
        assert KEPT <= statement.confidence <= 1
    assert {(s.basis.rule is None, s.basis.cue is None) for s in found if s.basis} >= {(False, False), (True, False)}


def test_a_ledger_names_both_models(engine: Engine) -> None:
    ledger = engine.read(read_text("The army said it held the pass.", id="r"))
    assert ledger.made_by is not None
    assert set(ledger.made_by.models) >= {"statements"}
    assert all(len(sha256) == 64 for sha256 in ledger.made_by.models.values())


def test_who_denies_by_what_he_says_still_says_it(engine: Engine) -> None:
    text = (
        "The rebels said that the army had shelled the market. Colonel Jama said no shells had been fired; "
        "he accused the rebels of killing two traders."
    )
    ledger = engine.read(read_text(text, id="x"))
    spoken = {a.id: a.name for a in ledger.actors}
    anchors = {e.id: e.anchors[0].text for e in ledger.events}
    claims = {(spoken[c.speakers[-1]], anchors[c.event], c.stance, c.status) for c in ledger.claims}
    assert ("rebels", "shelled", "affirm", "disputed") in claims
    assert ("Jama", "shelled", "deny", "denied") in claims
    assert ("Jama", "fired", "deny", "denied") in claims
    assert ("Jama", "killing", "affirm", "claimed") in claims


def _claims(ledger: Ledger, anchor: str) -> set[tuple[tuple[str, ...], str, str]]:
    """Speakers after the narrator, stance and status of the claims of the event that `anchor` names."""
    spoken = {a.id: a.name for a in ledger.actors}
    event = next(e.id for e in ledger.events if anchor in {a.text for a in e.anchors})
    claims = (c for c in ledger.claims if c.event == event)
    return {(tuple(spoken[s] for s in c.speakers[1:]), c.stance, c.status) for c in claims}


def test_who_rejects_claims_denies_what_nobody_named_claims(engine: Engine) -> None:
    ledger = engine.read(read_text("The army rejected claims that its jets had bombed a school.", id="x"))
    assert _claims(ledger, "bombed") == {
        (("army", "unnamed"), "affirm", "disputed"),
        (("army",), "deny", "denied"),
    }


def test_a_noun_that_refers_to_what_the_narrator_tells_claims_nothing(engine: Engine) -> None:
    text = "A bomb blast killed six people in Tarsal on Monday. The mayor said the blast had shaken the whole street."
    ledger = engine.read(read_text(text, id="x"))
    assert _claims(ledger, "blast") == {((), "affirm", "reported")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Six people were killed, Radio Nahar said, citing the health ministry.", "health ministry"),
        ("Radio Nahar, citing the health ministry, said six people were killed.", "health ministry"),
        (
            "The daily Tribuna reported on Monday, citing two officials, that six men had been taken captive.",
            "two officials",
        ),
    ],
)
def test_whom_an_outlet_cites_is_the_innermost_speaker(engine: Engine, text: str, speaker: str) -> None:
    ledger = engine.read(read_text(text, id="x"))
    spoken = {a.id: a.name for a in ledger.actors}
    (count,) = ledger.counts
    assert spoken[count.speakers[-1]] == speaker


@pytest.mark.parametrize(
    ("text", "anchor", "tie"),
    [
        ("Rebels killed nine guards in Gori.", "killed", "clause"),
        ("Nine guards were killed in clashes between rebels and soldiers.", "killed", "joined"),
    ],
)
def test_a_doer_says_what_gives_it(engine: Engine, text: str, anchor: str, tie: str) -> None:
    ledger = engine.read(read_text(text, id="x"))
    event = next(e for e in ledger.events if anchor in {a.text for a in e.anchors})
    assert (bool(event.roles.actor), event.roles.actor_from) == (True, tie)


def test_what_the_story_only_mentions_lies_at_least_in_its_country(engine: Engine) -> None:
    text = (
        "Gunmen shot a guard in Gao, Mali, on Tuesday.\n\nIt was late.\n\n"
        "Mali's army may arrest more men. Critics condemned the army."
    )
    ledger = engine.read(read_text(text, id="a", published="2024-03-05"))
    name = {place.id: place.name for place in ledger.places}
    told = {event.anchors[0].text: (name.get(event.place or ""), event.place_from) for event in ledger.events}
    assert told["shot"] == ("Gao", "clause")
    assert told["arrest"] == ("Mali", "report")
    assert told["condemned"] == (None, None)


def test_a_death_told_before_its_cause_is_of_that_cause(engine: Engine) -> None:
    text = "A 2-year-old boy died at the scene, a nurse said.\n\nPolice said the shooting in Tarma was an accident."
    ledger = engine.read(read_text(text, id="a"))
    (death,) = [count for count in ledger.counts if count.kind == "killed"]
    named = {event.id: [anchor.text for anchor in event.anchors] for event in ledger.events}
    assert "shooting" in named[death.event or ""]


def test_a_post_of_a_live_blog_takes_no_scene_from_the_one_before(engine: Engine) -> None:
    text = (
        "Latest updates\n\n14:05\n\nGunmen shot a guard in Gao on Tuesday, officials said.\n\n"
        "{}Police arrested two men after a stabbing, the ministry said.\n\nThey were armed, it said."
    )
    for stamp, tie in (("", "scene"), ("16:40\n\n", None)):
        ledger = engine.read(read_text(text.format(stamp), id="a", published="2024-03-05"))
        (arrest,) = [event for event in ledger.events if event.anchors[0].text == "arrested"]
        assert (arrest.place_from, arrest.time_from) == (tie, tie)
