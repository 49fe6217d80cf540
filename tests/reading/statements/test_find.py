"""Sentences with the statements that they hold, as (source, cue, content, stance)."""

from __future__ import annotations

import pytest

from rashomon.models.encoder import Encoder
from rashomon.reading.actors import find_actors
from rashomon.reading.drafts import Attribution
from rashomon.reading.events import find_events
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.answers import link_answers
from rashomon.reading.statements.remarks import spread_remarks
from tests.conftest import ParseText
from tests.reading.statements import answered, seen_by


def told(parsed: Parsed) -> list[tuple[str | None, str | None, list[str], str]]:
    return [
        (
            parsed.of(a.source).text if a.source else None,
            parsed.of(a.cue).text if a.cue else None,
            [parsed.of(part).text for part in a.content],
            a.stance,
        )
        for a in answered(parsed)
    ]


CASES = [
    (
        "The defence ministry said that its troops had taken the hill.",
        [("The defence ministry", "said", ["its troops had taken the hill"], "affirm")],
    ),
    (
        "Two bridges were destroyed overnight, the governor said.",
        [("the governor", "said", ["Two bridges were destroyed overnight"], "affirm")],
    ),
    (
        "“We will not leave,” said Omar Haddad, a baker in the old town.",
        [("Omar Haddad, a baker in the old town", "said", ["“We will not leave,”"], "affirm")],
    ),
    (
        "Norland denied shelling the port.",
        [("Norland", "denied", ["shelling the port"], "deny")],
    ),
    (
        "The army has not said how many soldiers were lost.",
        [("The army", "has not said", ["how many soldiers were lost"], "open")],
    ),
    (
        "The mayor declined to comment on the arrests.",
        [("The mayor", "declined to comment", ["the arrests"], "open")],
    ),
    (
        "According to a hospital official, nine children were among the wounded.",
        [("a hospital official", "According to", ["nine children were among the wounded"], "affirm")],
    ),
    (
        "The president called for an immediate ceasefire.",
        [("The president", "called for", ["an immediate ceasefire"], "affirm")],
    ),
    (
        "The council urged both sides to return to talks.",
        [("The council", "urged", ["both sides to return to talks"], "affirm")],
    ),
    (
        "The rebels accused the government of bombing a market.",
        [("The rebels", "accused", ["the government of bombing a market"], "affirm")],
    ),
    (
        "The ambassador condemned the attack.",
        [("The ambassador", "condemned", ["the attack"], "affirm")],
    ),
    (
        "The minister said the talks had failed, adding that troops would move north.",
        [
            ("The minister", "said", ["the talks had failed"], "affirm"),
            ("The minister", "adding", ["troops would move north"], "affirm"),
        ],
    ),
    (
        "At least six people died, the radio station said, citing the police.",
        [
            ("the radio station", "said", ["At least six people died"], "affirm"),
            ("the police", "citing", ["At least six people died"], "affirm"),
        ],
    ),
    (
        "Five men are reported to have been killed.",
        [(None, "are reported", ["Five men", "to have been killed"], "affirm")],
    ),
    (
        "The claims could not be independently verified.",
        [(None, "could not be independently verified", ["The claims"], "open")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_sentence_gives_its_statements(
    parse_text: ParseText, text: str, expected: list[tuple[str | None, str | None, list[str], str]]
) -> None:
    assert told(parse_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The convoy left the town before dawn.",
        "A police source asked not to be named.",
        "The fighting claimed dozens of lives.",
        "The “safe zone” lies north of the river.",
        "The advance will deny the militants a safe haven.",
        "The fund will establish regional support for the force.",
        "",
    ],
)
def test_no_statement_where_nobody_says_anything(parse_text: ParseText, text: str) -> None:
    assert told(parse_text(text)) == []


def test_a_quotation_runs_over_sentences_and_stays_one_statement(parse_text: ParseText) -> None:
    parsed = parse_text("“They came at dawn. They burned the school. Nobody helped us,” she told reporters.")
    assert told(parsed) == [
        ("she", "told", ["“They came at dawn. They burned the school. Nobody helped us,”"], "affirm")
    ]


def test_a_quotation_goes_on_after_its_cue(parse_text: ParseText) -> None:
    parsed = parse_text("“The road is closed,” Major Adan said. “No one may pass until the mines are cleared.”")
    assert told(parsed) == [
        (
            "Major Adan",
            "said",
            ["“The road is closed,”", "“No one may pass until the mines are cleared.”"],
            "affirm",
        )
    ]


def test_a_quotation_that_opens_a_paragraph_goes_on_from_the_last_speaker(parse_text: ParseText) -> None:
    parsed = parse_text(
        "“The shelling has not stopped,” Dr. Lena Marek said.\n\n“We operate by torchlight and we bury people in the yard.”"
    )
    found = find_statements(parsed)
    assert found[-1].cue is None
    assert found[-1].source is None
    assert found[-1].follows == 0


def test_an_open_quotation_resumes_in_the_next_paragraph(parse_text: ParseText) -> None:
    parsed = parse_text(
        "“The first column reached us at noon,” Colonel Reyes said. “We held them at the bridge.\n\n"
        "“By evening they had gone back across the river.”"
    )
    contents = [part for s in told(parsed) for part in s[2]]
    assert "“By evening they had gone back across the river.”" in contents


@pytest.mark.parametrize(
    "quoted",
    ["“we are winning”", '"we are winning"', "«we are winning»", "„we are winning“", "‘we are winning’"],
)
def test_marks_of_many_countries_make_direct_speech(parse_text: ParseText, quoted: str) -> None:
    found = find_statements(parse_text(f"The general said {quoted}."))
    assert [a.kind for a in found] == ["direct"]


def test_kinds_are_told_apart(parse_text: ParseText) -> None:
    parsed = parse_text(
        "He said the raid was “a cowardly act” by outsiders. He said it was over. “It is over,” he said."
    )
    assert [a.kind for a in find_statements(parsed)] == ["mixed", "indirect", "direct"]


def test_a_statement_in_a_statement_is_nested(parse_text: ParseText) -> None:
    parsed = parse_text("State television reported that the army said the town had fallen.")
    found = find_statements(parsed)
    assert [a.within for a in found] == [None, 0]


def chain(parsed: Parsed, a: Attribution) -> str:
    return parsed.of(a.source).text if a.source else "?"


def test_a_denial_answers_the_accusation_before_it(parse_text: ParseText) -> None:
    parsed = parse_text("Westria said its neighbour had poisoned the wells. Norland said the claims were false.")
    found = answered(parsed)
    assert [(chain(parsed, a), a.stance, a.answers) for a in found] == [
        ("Westria", "affirm", []),
        ("Norland", "deny", [0]),
    ]


def test_a_failed_check_marks_the_claim_that_it_speaks_of(parse_text: ParseText) -> None:
    parsed = parse_text(
        "The ombudsman said that two villagers had been shot. The agency could not immediately verify her assertion."
    )
    found = answered(parsed)
    assert found[0].verification is not None
    assert found[0].verification.status == "unverified"
    assert found[1].stance == "open"
    assert found[1].answers == [0]


def test_an_accusation_that_somebody_denies_in_a_relative_clause(parse_text: ParseText) -> None:
    parsed = parse_text("The union said soldiers had fired first, an accusation the army denies.")
    found = answered(parsed)
    denial = found[-1]
    assert (chain(parsed, denial), denial.stance, denial.answers) == ("the army", "deny", [0])


def test_channel(parse_text: ParseText) -> None:
    parsed = parse_text("“We are ready,” Haddad wrote on Telegram.")
    found = find_statements(parsed)
    assert [parsed.of(a.channel).text for a in found if a.channel] == ["on Telegram"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army reported no casualties.", "affirm"),
        ("The mission has not been able to confirm the toll.", "open"),
        ("Neither account could be verified.", "open"),
        ("The minister called the report a fabrication.", "deny"),
        ("The general staff brushed off the accusations.", "deny"),
    ],
)
def test_stance(parse_text: ParseText, text: str, stance: str) -> None:
    assert [s[3] for s in told(parse_text(text))] == [stance]


def test_a_number_that_somebody_puts_the_dead_at(parse_text: ParseText) -> None:
    assert told(parse_text("The district hospital put the dead at 13.")) == [
        ("The district hospital", "put", ["the dead at 13"], "affirm")
    ]


def test_an_inverted_cue_after_a_quotation(parse_text: ParseText) -> None:
    parsed = parse_text(
        "“Commanders of all units are ready to wipe out the bases of the enemy,” added the state agency."
    )
    (said,) = told(parsed)
    assert said[:2] == ("the state agency", "added")


def test_what_one_speaker_calls_by_a_name_is_not_the_words_of_another(parse_text: ParseText) -> None:
    parsed = parse_text("“What Mekelle calls a massacre is an attempt to hide a violation,” the bureau head said.")
    assert ("Mekelle", "calls", ["a massacre"], "affirm") in told(parsed)


def test_a_purpose_is_no_statement(parse_text: ParseText) -> None:
    assert told(parse_text("Thousands gathered in the square to demand a new vote.")) == []


@pytest.mark.parametrize("remark", ["Orbis could not verify either account.", "Neither version could be verified."])
def test_a_remark_on_either_account_leaves_both_open(parse_text: ParseText, remark: str) -> None:
    parsed = parse_text(f"The army said nine rebels were killed. The rebels said they had lost two men. {remark}")
    found = find_statements(parsed)
    events = find_events(parsed)
    cast = find_actors(parsed, [a.source for a in found if a.source is not None])
    link_answers(parsed, found, cast)
    spread_remarks(parsed, found, events, cast)
    assert [a.stance for a in found] == ["affirm", "affirm", "open"]
    assert [a.verification.status if a.verification else None for a in found] == ["unverified", "unverified", None]
    assert found[2].answers == [0, 1]


def test_this_denies_all_that_one_speaker_has_just_said(parse_text: ParseText) -> None:
    parsed = parse_text(
        "Haile Berhe said at least 112 people had been killed. He said the shells were fired by the army.\n\n"
        "The government denied this."
    )
    found = answered(parsed)
    assert found[-1].answers == [0, 1]


def test_who_declines_to_comment_is_who_spoke_before(parse_text: ParseText) -> None:
    parsed = parse_text("An army spokesman said troops had been sent but declined to comment on the shooting.")
    assert [s[0] for s in told(parsed)] == ["An army spokesman", "An army spokesman"]


def test_a_quotation_between_two_cues_is_not_swallowed_with_one_of_them(parse_text: ParseText) -> None:
    parsed = parse_text(
        'Spokesman Jan Veen said: "The outbreak is the worst in decades," he said. "It is very worrying."'
    )
    contents = [part for _, _, content, _ in told(parsed) for part in content]
    assert contents
    assert all("Spokesman" not in part for part in contents)


def test_who_condemns_and_accuses_is_one(parse_text: ParseText) -> None:
    parsed = parse_text(
        "Norland condemned what it called the “naked aggression” of its neighbour and accused Westria of lying."
    )
    assert [s[0] for s in told(parsed) if s[1] == "accused"] == ["Norland"]


def test_who_can_neither_confirm_nor_deny_denies_nothing(parse_text: ParseText) -> None:
    parsed = parse_text("Rebels said they had shot down a jet. The air force could neither confirm nor deny it.")
    assert all(a.stance != "deny" for a in find_statements(parsed))


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.parametrize(
    ("text", "quoted", "said"),
    [
        (
            "State television quoted the army as saying that the town had fallen.",
            ("State television", "the army"),
            "the town had fallen",
        ),
        (
            "The paper quoted a witness as saying: “They came at night.”",
            ("The paper", "a witness"),
            "“They came at night.”",
        ),
        (
            "Garowe Radio cited Colonel Ali Jama of the Seventh Brigade as saying two men had died.",
            ("Garowe Radio", "Colonel Ali Jama of the Seventh Brigade"),
            "two men had died",
        ),
        ("RIA quoted him as saying the talks were over.", ("RIA", "him"), "the talks were over"),
        (
            "“Nobody will be left behind,” the paper quoted her as saying.",
            ("the paper", "her"),
            "“Nobody will be left behind,”",
        ),
    ],
)
def test_who_is_quoted_says_it_within_who_quotes(
    parse_text: ParseText, encoder: Encoder, text: str, quoted: tuple[str, str], said: str, learned: bool
) -> None:
    parsed = parse_text(text)
    outer, inner = find_statements(parsed, seen_by(parsed, encoder if learned else None))
    assert tuple(parsed.text(a.source) for a in (outer, inner) if a.source) == quoted
    assert [parsed.text(part) for part in inner.content] == [said]
    assert (outer.within, inner.within) == (None, 0)


def test_kinds_are_of_what_is_told_in_the_end(parse_text: ParseText, encoder: Encoder) -> None:
    """The encoder's spans too: a quotation is direct speech whoever found it."""
    parsed = parse_text(
        "The governor, Adil Nur, was adamant: “We will hold the bridge.” The mayor said nobody had “run”."
    )
    assert all(a.cue is None or parsed.text(a.cue) == "said" for a in find_statements(parsed))
    kinds = [(parsed.text(a.content[0]), a.kind) for a in find_statements(parsed, seen_by(parsed, encoder))]
    assert kinds == [("“We will hold the bridge.”", "direct"), ("nobody had “run”", "mixed")]


def test_a_quotation_at_the_end_leaves_the_content_that_holds_it(parse_text: ParseText) -> None:
    """Also where another cue ("had been told") stands inside that content."""
    parsed = parse_text('He was quoted as saying that the League had been told of it by "a foreign embassy".')
    whole = 'the League had been told of it by "a foreign embassy"'
    assert whole in [parsed.text(part) for a in find_statements(parsed) for part in a.content]
    parsed = parse_text('RIA quoted Colonel Jama as saying that the League had been told of it by "a foreign embassy".')
    said = next(a for a in find_statements(parsed) if a.source and parsed.text(a.source) == "Colonel Jama")
    assert [parsed.text(part) for part in said.content] == [whole]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The UN said soldiers entered the village, burned two houses and accused residents of theft.", ["The UN"]),
        ("The UN said the road was shut and thanked the drivers.", ["The UN", "The UN"]),
    ],
)
def test_what_is_joined_to_a_deed_is_not_said_by_who_tells_of_it(
    parse_text: ParseText, text: str, sources: list[str]
) -> None:
    parsed = parse_text(text)
    assert [
        parsed.text(a.source) for a in find_statements(parsed) if a.source and parsed.text(a.source) == "The UN"
    ] == sources


def test_straight_single_quotation_marks_and_apostrophes(parse_text: ParseText) -> None:
    parsed = parse_text(
        "'We are winning the war,' the general said. The rebels' mayor said the town's gates were shut."
    )
    assert [(parsed.text(a.content[0]), a.kind) for a in find_statements(parsed)] == [
        ("'We are winning the war,'", "direct"),
        ("the town's gates were shut", "indirect"),
    ]
