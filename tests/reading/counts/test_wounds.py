"""Losses told by what hit people, by their wounds and by where they were taken, from sentences of our own."""

from __future__ import annotations

import pytest
from tests.conftest import ParseText

from rashomon.reading.counts import find_counts

Told = list[tuple[str, int | None, int | None]]


def told(parse_text: ParseText, text: str) -> Told:
    return [(c.kind, c.low, c.high) for c in find_counts(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Three farmers were struck by shrapnel.", [("injured", 3, 3)]),
        ("Two of them were hit in the leg.", [("injured", 2, 2)]),
        ("One bullet grazed a child's leg.", [("injured", 1, 1)]),
        ("A round came through the door and hit the girl.", [("injured", 1, 1)]),
        ("The sniper opened fire, striking four people.", [("injured", 4, 4)]),
        ("Medics found two men with gunshot wounds.", [("injured", 2, 2)]),
        ("Neighbours saw a boy suffering from burns.", [("injured", 1, 1)]),
        ("A total of four people received wounds.", [("injured", 4, 4)]),
        ("The shelling sent nine people to the hospital.", [("injured", 9, 9)]),
        ("Six people were taken to a hospital.", [("injured", 6, 6)]),
        ("After the blast a porter was rushed to a clinic.", [("injured", 1, 1)]),
        ("Five gunshot victims were located.", [("injured", 5, 5)]),
        ("The pilot is in critical but stable condition.", [("injured", 1, 1)]),
        ("Seven people had to be treated for burns.", [("injured", 7, 7)]),
        ("The death of two people shot at the gate is being looked into.", [("killed", 2, 2)]),
        ("No injuries or deaths were reported.", [("injured", 0, 0), ("killed", 0, 0)]),
    ],
)
def test_wounds_tell_of_injured_people(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Three farmers were struck by the beauty of the valley.",
        "Sanctions hit two ministers.",
        "Four delegates were taken to a hotel.",
        "The rebels brought two doctors to the front.",
        "He met two men with long coats.",
        "The house is in fair condition.",
        "The stone hit two cars.",
        "Two officers were shot at but not hit.",
        "A man was shot at by the guards.",
        "Both soldiers and farmers were killed.",
    ],
)
def test_what_hits_no_person_is_no_injury(parse_text: ParseText, text: str) -> None:
    assert told(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Two men, 33 and 19, were wounded.", [("injured", 2, 2)]),
        ("Lena Fisk, 32 was killed.", [("killed", 1, 1)]),
        ("He was jailed over the 2015 death of a nurse.", [("killed", 1, 1)]),
        ("A guard fatally shot two men.", [("killed", 2, 2)]),
        ("Three children, ages 4, 7 and 9, were killed.", [("killed", 3, 3)]),
        ("Five people between the ages of 15 and 20 were wounded.", [("injured", 5, 5)]),
        ("A boy of 14 was shot dead.", [("killed", 1, 1)]),
        ("A woman of forty-five was wounded.", [("injured", 1, 1)]),
        ("A group of 14 was killed.", [("killed", 14, 14)]),
        ("Both men were wounded.", [("injured", 2, 2)]),
        ("Both of them were killed.", [("killed", 2, 2)]),
        ("We heard that one of our drivers was killed.", [("killed", 1, 1)]),
        ("A girl who was shot in the head has died.", [("killed", 1, 1)]),
        ("A cook was hurt along with two others.", [("injured", 1, 1), ("injured", 2, 2)]),
        ("Two people are fighting for their lives.", [("injured", 2, 2)]),
        ("The bombs killed 44 people, many of them police.", [("killed", 44, 44)]),
        ("The bombs killed 44 people, at least five of them children.", [("killed", 44, 44), ("killed", 5, None)]),
    ],
)
def test_numbers_of_something_else_stay_out(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts
