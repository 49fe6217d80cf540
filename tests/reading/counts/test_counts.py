"""How many people were lost, from sentences of our own."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from tests.conftest import ParseText

from rashomon.reading.counts import find_counts

Told = list[tuple[str, int | None, int | None]]


def told(parse_text: ParseText, text: str) -> Told:
    return [(c.kind, c.low, c.high) for c in find_counts(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Seventeen sailors drowned when the ferry was hit.", [("killed", 17, 17)]),
        ("At least eight guards died in the ambush near the bridge.", [("killed", 8, None)]),
        ("A nurse was killed and two patients were wounded by a shell.", [("killed", 1, 1), ("injured", 2, 2)]),
        ("A captain and his driver were killed on the coast road.", [("killed", 2, 2)]),
        ("Four raiders and a policeman were killed at the gate.", [("killed", 4, 4), ("killed", 1, 1)]),
        ("The rebels raided the camp, killing nine people and wounding 31.", [("killed", 9, 9), ("injured", 31, 31)]),
        ("The bomb killed nine and injured 31.", [("killed", 9, 9), ("injured", 31, 31)]),
        ("Nine dead, 31 wounded in bazaar bombing", [("killed", 9, 9), ("injured", 31, 31)]),
        ("In the town 14 villagers were killed and 60 others injured.", [("killed", 14, 14), ("injured", 60, 60)]),
        ("The fighting left scores dead and thousands homeless.", [("killed", 40, 99), ("displaced", 2000, 9999)]),
        ("The brigade lost seven men while two are still missing.", [("killed", 7, 7), ("missing", 2, 2)]),
        ("The shelling claimed 16 lives.", [("killed", 16, 16)]),
        ("The hospital recorded 16 deaths and dozens of injuries.", [("killed", 16, 16), ("injured", 24, 99)]),
        ("The bodies of 33 villagers were pulled from a well.", [("killed", 33, 33)]),
        ("The loss of four soldiers was confirmed by the general.", [("killed", 4, 4)]),
        ("More than a hundred people were feared dead.", [("killed", 101, None)]),
        ("Two farmers were shot dead and one was stabbed to death.", [("killed", 2, 2), ("killed", 1, 1)]),
        ("One of the marchers was shot and killed.", [("killed", 1, 1)]),
        ("Twenty people were killed or wounded in the strike.", [("affected", 20, 20)]),
        ("Around 30 students were receiving medical treatment.", [("injured", 30, 30)]),
        ("Officers arrested 18 marchers outside the palace.", [("detained", 18, 18)]),
        ("A dozen arrested after night of riots", [("detained", 12, 12)]),
        ("Gunmen took 22 passengers hostage.", [("captured", 22, 22)]),
        ("Militiamen kidnapped three engineers on Monday.", [("captured", 3, 3)]),
        ("The army still holds 40 rebels captive.", [("captured", 40, 40)]),
        ("Hundreds of families fled their homes.", [("displaced", 200, 999)]),
        ("Some 80,000 people have been forced to flee since March.", [("displaced", 80000, 80000)]),
        (
            "The floods displaced 7,000 people and affected 2 million.",
            [("displaced", 7000, 7000), ("affected", 2000000, 2000000)],
        ),
        ("Dozens of workers were trapped in the mine.", [("affected", 24, 99)]),
        ("Half the town burned, and 12 residents are unaccounted for.", [("missing", 12, 12)]),
        ("Three rebels wounded the mayor.", [("injured", 1, 1)]),
        ("A man shot and killed his neighbour.", [("killed", 1, 1)]),
        ("The ministry denied that 15 of its soldiers had been killed.", [("killed", 15, 15)]),
    ],
)
def test_losses_are_counted(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("No one was hurt in the explosion.", [("injured", 0, 0)]),
        ("The shell fell on a field, killing nobody.", [("killed", 0, 0)]),
        ("There were no casualties, the mayor said.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("The rocket hit a warehouse without causing casualties.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("Nobody was killed or wounded.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("No deaths have been reported.", [("killed", 0, 0)]),
    ],
)
def test_nobody_is_a_count_of_none(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "A 23-year-old road was closed.",
        "The 44th Brigade entered the town on May 12, 2022.",
        "In 2015 the commander was killed.",
        "Troops fired 200 rounds and destroyed 30 houses.",
        "Rebels captured 12 villages and three tanks.",
        "Rebels destroyed six tanks and captured two.",
        "The blaze killed 300 sheep.",
        "He got 12 years in jail and a fine of 500 dollars.",
        "Lawmakers voted 45 to 30 to kill the bill.",
        "Police seized 20 kg of explosives and 14 rifles.",
        "Turnout was 62 percent in the injured city.",
        "Flight 370 went missing over the sea.",
        "About 120 people a day die on these roads.",
        "Two gunmen fled in a white van.",
        "An air raid could kill thousands, the envoy warned.",
        "If the dam breaks, 500 people would be killed.",
        "The militants threatened to kill 20 hostages.",
        "The army did not kill 15 farmers, the general said.",
        "Five thousand people marched on the parliament.",
        "Nobody claimed responsibility.",
        "",
        "Killed",
        "12",
    ],
)
def test_what_is_no_loss_of_people_is_not_counted(parse_text: ParseText, text: str) -> None:
    assert told(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The death toll rose to 58 on Friday.", ("killed", 58, 58)),
        ("The toll stands at 1,340.", ("killed", 1340, 1340)),
        ("The death toll climbed to at least 58 from 41.", ("killed", 58, None)),
        ("The number of wounded reached 90.", ("injured", 90, 90)),
        ("The toll was revised from 28 down to 24.", ("killed", 24, 24)),
    ],
)
def test_a_toll_is_a_running_figure(
    parse_text: ParseText, text: str, figure: tuple[str, int | None, int | None]
) -> None:
    found = find_counts(parse_text(text))
    assert [(c.kind, c.low, c.high) for c in found] == [figure]
    assert found[0].running


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Twenty people, including five children, were killed.", [None, 0]),
        ("Militants killed 20 people, including five children and two nurses.", [None, 0, 0]),
        ("Eleven were hurt, three of them critically.", [None, 0]),
        ("The quake injured 900 people, 60 seriously.", [None, 0]),
        ("Forty villagers, 12 of them women, were killed.", [None, 0]),
        ("Seven people were wounded, two of whom later died.", [None, None]),
        ("Seven people were killed. Two of them had been shot dead by police.", [None, None]),
    ],
)
def test_a_part_points_at_its_total(parse_text: ParseText, text: str, parts: list[int | None]) -> None:
    assert [c.part_of for c in find_counts(parse_text(text))] == parts


def test_a_share_is_reckoned_from_its_total(parse_text: ParseText) -> None:
    total, half = find_counts(parse_text("More than 800 people have been killed since June, half of them civilians."))
    assert (total.low, total.high) == (801, None)
    assert (half.kind, half.low, half.high, half.exact, half.part_of) == ("killed", 400, None, False, 0)


@pytest.mark.parametrize(
    ("text", "victims", "victims_class"),
    [
        ("Six members of the national guard were killed.", "members of the national guard", "combatants"),
        ("Six schoolchildren were killed.", "schoolchildren", "civilians"),
        ("Six ministers were detained.", "ministers", "officials"),
        ("Six people were killed.", "people", "unknown"),
        ("An elderly farmer was killed.", "elderly farmer", "civilians"),
        ("Dozens of armed rebels were captured.", "armed rebels", "combatants"),
    ],
)
def test_victims_are_named_and_classed(parse_text: ParseText, text: str, victims: str, victims_class: str) -> None:
    parsed = parse_text(text)
    (count,) = find_counts(parsed)
    assert count.victims is not None
    assert parsed.text(count.victims) == victims
    assert count.victims_class == victims_class


@pytest.mark.parametrize(
    ("text", "head", "event"),
    [
        ("A blast at the market killed nine people.", "killed", "blast"),
        ("Nine people were killed in a raid on the camp.", "killed", "raid"),
        ("Troops stormed the camp, killing nine people.", "killing", "stormed"),
        ("Nine people were killed.", "killed", "killed"),
        ("The clashes left nine dead.", "dead", "clashes"),
    ],
)
def test_the_event_is_the_happening_that_cost_them(parse_text: ParseText, text: str, head: str, event: str) -> None:
    parsed = parse_text(text)
    (count,) = find_counts(parsed)
    assert parsed.doc[count.head].text == head
    assert count.event is not None
    assert parsed.doc[count.event].text == event


def test_the_words_of_a_count_hold_its_bounds(parse_text: ParseText) -> None:
    parsed = parse_text("Officials said that at least 20 people were killed and a boy was wounded.")
    assert [parsed.text(c.stretch) for c in find_counts(parsed)] == ["at least 20", "a boy"]


@pytest.mark.parametrize(
    "text",
    ["\u00a0\u2028 \n\n ٣ قتلى", "KILLED " * 50, "1, " * 200, "20 of 20 of them killed", "a " * 99],
)
def test_odd_text_does_no_harm_and_gives_the_same_twice(parse_text: ParseText, text: str) -> None:
    one, two = find_counts(parse_text(text)), find_counts(parse_text(text))
    assert [astuple(c) for c in one] == [astuple(c) for c in two]
