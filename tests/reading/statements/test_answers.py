"""What denials, confirmations and failures to verify speak of, and what only looks so."""

from __future__ import annotations

import pytest

from rashomon.reading.actors import find_actors
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.answers import link_answers
from tests.conftest import ParseText
from tests.reading.statements import answered


def _answers(parse_text: ParseText, text: str) -> list[tuple[str, str, list[int]]]:
    parsed = parse_text(text)
    return [(parsed.text(a.source) if a.source else "-", a.stance, a.answers) for a in answered(parsed)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they had captured the town. The army confirmed it was sending troops to the border.",
        "The rebels said they had taken the town. The ministry confirmed that a number of people had died in a crash.",
        "The UN said the army had killed nine men. The minister denied that the number of troops had been cut.",
        "The UN said 40,000 people had fled. The government denied it was blocking aid.",
        "The army said it had repelled the attack. The ministry, which confirmed 12 deaths on Monday, closed the border.",
        "Westria said that two of its ships had been sunk. Norland, which denies arming the rebels, closed its port.",
        "The minister said rebels had killed nine farmers. He denied the allegations.",
        "The minister said rebels had killed nine farmers. Westria denied allegations of corruption.",
        "The mayor said the ministry had sent a report. The governor denied a report of a crash.",
        "The army said it had taken the hill. Observers will verify the reports.",
    ],
)
def test_what_speaks_of_something_else_answers_nothing(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    found = answered(parsed)
    assert len(found) >= 2
    assert [a.answers for a in found] == [[]] * len(found)
    assert all(a.verification is None for a in found)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Westria said ships had been sunk. Norland denied the claims.", [0]),
        ("Westria said ships had been sunk. Norland denied it.", [0]),
        ("Westria said ships had been sunk, which Norland denied.", [0]),
        ("Westria said ships had been sunk. Norland denied sinking any ships.", [0]),
        ("Westria said ships had been sunk. Norland denied that any ships had been sunk.", [0]),
        ("Norland rejected claims that its jets had bombed a school.", [1]),
        ("The UN said 200 men had died. Norland denied the claims by Westria that ships had been sunk.", [2]),
        ("The ministry denied reports that as many as seven people were killed.", [1]),
        ("Russia said a depot had burned. Norland said a school had burned. Kyiv denied Russia's accusations.", [0]),
        ("Russia said a depot had burned. Norland said a school had burned. Kyiv denied the claim by Norland.", [1]),
    ],
)
def test_what_an_answer_speaks_of(parse_text: ParseText, text: str, answers: list[int]) -> None:
    denials = [answer[1:] for answer in _answers(parse_text, text) if answer[1] == "deny"]
    assert denials == [("deny", answers)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army confirmed the report.", "confirmed"),
        ("The army has yet to confirm the report.", "unverified"),
        ("Observers could not verify the report.", "unverified"),
        ("Observers were unable to verify the report.", "unverified"),
        ("Analysts have verified the claim.", "confirmed"),
        ("It was not immediately possible to independently verify the claim.", "unverified"),
        ("It was impossible to verify the claim.", "unverified"),
        ("It is possible to verify the claim.", None),
        ("Observers will verify the reports.", None),
        ("Officials could only partially confirm the report.", None),
        ("The army refuted the claim.", None),
    ],
)
def test_a_check_is_one_that_was_made(parse_text: ParseText, text: str, status: str | None) -> None:
    first = answered(parse_text(f"The rebels said that a market had been shelled. {text}"))[0]
    assert (first.verification.status if first.verification is not None else None) == status


def test_a_confirmation_is_not_taken_back_by_who_could_not_check(parse_text: ParseText) -> None:
    text = "The rebels said a market had been shelled. The UN confirmed the report. Orbis could not verify the report."
    first = answered(parse_text(text))[0]
    assert first.verification is not None
    assert first.verification.status == "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        "The army would not confirm or deny the report.",
        "The ministry declined to confirm or deny the strike.",
        "Few officials deny the claim.",
        "Nobody denies that the market was shelled.",
        "The ministry has never denied the strike.",
    ],
)
def test_who_does_not_deny_denies_nothing(parse_text: ParseText, text: str) -> None:
    assert "deny" not in {a.stance for a in answered(parse_text(f"The rebels said a market had been shelled. {text}"))}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said the report was false and that rebels had shelled the market.", "deny"),
        ("“This is a lie. The rebels shelled the market,” the army said.", "deny"),
        ("The army said the allegations were fabricated.", "deny"),
        ("The army said the reports had been invented.", "deny"),
        ("The envoy said it was wrong to bomb hospitals.", "affirm"),
        ("Analysts said it was false to say that the war was over.", "affirm"),
        ("The ministry said inflated food prices had triggered the protests.", "affirm"),
        ("The minister described the report as a reply to enemy propaganda.", "affirm"),
        ("The army said the report was not false.", "affirm"),
    ],
)
def test_calling_a_thing_untrue(parse_text: ParseText, text: str, stance: str) -> None:
    said = answered(parse_text(f"Westria said a hospital had been bombed. {text}"))
    assert said[1].stance == stance
    assert said[1].contradicts == (stance == "deny")
    assert said[1].answers == ([0] if stance == "deny" else [])


@pytest.mark.parametrize(
    "text",
    [
        "Norland said drones had killed two people in Kharkiv.\n\nIn Odesa, the governor said nobody was killed.",
        "Russia said rebels had attacked the depot. The mediator said no deal had been struck.",
        "Police said they had arrested 20 protesters. The opposition said it had not held a rally.",
        "Lena Marek said three people were killed in the strike.\n\nShe said no people were killed in the suburbs.",
        "Police said a man had been shot. The prosecutor said officers did not link the shooting to terrorism.",
    ],
)
def test_one_shared_word_is_no_contradiction(parse_text: ParseText, text: str) -> None:
    assert "deny" not in {stance for _, stance, _ in _answers(parse_text, text)}


def test_spokesmen_of_two_sides_are_two_speakers(parse_text: ParseText) -> None:
    text = (
        "An army spokesman said the rebels had shelled the town. A rebel spokesman said they had not shelled the town."
    )
    assert [(stance, answers) for _, stance, answers in _answers(parse_text, text)] == [("affirm", []), ("deny", [0])]


def test_what_is_too_unsure_answers_nothing(parse_text: ParseText) -> None:
    parsed = parse_text("Westria said ships had been sunk. The UN confirmed the report.")
    found = find_statements(parsed)
    cast = find_actors(parsed, sorted({a.source for a in found if a.source is not None}))
    found[-1].confidence = 0.7
    link_answers(parsed, found, cast, 0.75)
    assert found[0].verification is None
    found[-1].confidence = 0.8
    link_answers(parsed, found, cast, 0.75)
    assert found[0].verification is not None


def test_it_that_cannot_is_somebody(parse_text: ParseText) -> None:
    parsed = parse_text("The agency said the line was dead. It was unable to verify the claims.")
    assert [parsed.text(a.source) for a in answered(parsed) if a.source] == ["The agency", "It"]
