"""Denials without a word of denial."""

from __future__ import annotations

import pytest

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed
from tests.conftest import ParseText
from tests.reading.statements import answered

BEFORE = "The rebels said that the army had shelled the market and killed two traders."


def _last(parsed: Parsed) -> tuple[Attribution, list[str]]:
    found = answered(parsed)
    last = found[-1]
    return last, [parsed.text(found[j].content[0]) for j in last.answers]


@pytest.mark.parametrize(
    "text",
    [
        "A colonel said no shells had been fired.",
        "The ministry said it had not shelled the market.",
        "The governor told reporters: “Nobody was killed.”",
        "According to the mayor, there was no shelling.",
        "“The army did not kill any traders,” said the defence minister, Omar Haddad.",
    ],
)
def test_what_another_told_and_this_one_says_did_not_happen_is_denied(parse_text: ParseText, text: str) -> None:
    said, answered = _last(parse_text(f"{BEFORE} {text}"))
    assert said.stance == "deny"
    assert answered == ["the army had shelled the market and killed two traders"]


@pytest.mark.parametrize(
    "text",
    [
        "A colonel said the bridge had not been repaired.",  # nobody said so
        "The ministry said it would not shell the market again.",  # the future
        "The mayor said that he did not know who had shelled the market.",  # not what the main clause says
        "The mayor said no trader is under suspicion.",  # a trader, but no deed of theirs
        "The mayor said nobody wanted to talk about the market.",  # too common to tell one event from another
        "The rebels said no soldiers had been killed.",  # the same speaker
        "They said that no soldiers had been killed.",  # likely the same
        "The town was not shelled again.",  # the narrator
    ],
)
def test_what_contradicts_nobody_is_no_denial(parse_text: ParseText, text: str) -> None:
    found = answered(parse_text(f"{BEFORE} {text}"))
    assert [a.stance for a in found] == ["affirm"] * len(found)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The coalition said that it was not responsible.", "deny"),
        ("The general said he had no role in the strike.", "deny"),
        ("“We were not involved,” the militia said.", "deny"),
        ("The embassy said it had established that it was not involved.", "deny"),
        ("The minister said he had nothing to do with the raid.", "deny"),
        ("The coalition said that it was responsible.", "affirm"),
        ("The coalition said it had not established that it was not involved.", "affirm"),
        ("The general said the pilots played a part in the strike.", "affirm"),
        ("The mayor said the militia was not part of the truce.", "affirm"),
        ("His cousin said he was not part of the protest.", "affirm"),
        ("The mayor said it was not clear who was responsible.", "affirm"),
    ],
)
def test_who_had_no_part_denies(parse_text: ParseText, text: str, stance: str) -> None:
    assert answered(parse_text(text))[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norland called the video a fake.", "deny"),
        ("The minister called the allegations pure fantasy.", "deny"),
        ("Observers called the vote a farce.", "affirm"),
        ("The council called the report a milestone.", "affirm"),
    ],
)
def test_naming_what_was_said_untrue_denies_it(parse_text: ParseText, text: str, stance: str) -> None:
    assert [a.stance for a in answered(parse_text(text))] == [stance]
