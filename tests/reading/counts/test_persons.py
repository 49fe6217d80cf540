"""Persons told without a number, from sentences of our own."""

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
        ("A juvenile was wounded near the mill.", [("injured", 1, 1)]),
        ("A 15-year-old was killed on the pier.", [("killed", 1, 1)]),
        ("Teen hurt in blast at mill", [("injured", 1, 1)]),
        ("The raid killed one guard and wounded another.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A woman and man were found dead.", [("killed", 2, 2)]),
        ("The shell killed a porter and his wife.", [("killed", 2, 2)]),
        ("Gunmen killed Tarek Amin, and his brother, at the gate.", [("killed", 2, 2)]),
        ("Ines Moreau and Paul Dufour were wounded.", [("injured", 2, 2)]),
        ("The victim was pronounced dead at the scene.", [("killed", 1, 1)]),
        ("Omar Haddad, 41, was killed by a sniper.", [("killed", 1, 1)]),
        ("He died of his wounds on Monday.", [("killed", 1, 1)]),
        ("Her death was ruled a homicide.", [("killed", 1, 1)]),
        ("The mayor's murder shocked the town.", [("killed", 1, 1)]),
        ("His body was found in a canal.", [("killed", 1, 1)]),
        ("The gunman shot his wife and then himself.", [("injured", 2, 2)]),
        ("A clerk accidentally shot himself in the foot.", [("injured", 1, 1)]),
        ("The gunman took his own life.", [("killed", 1, 1)]),
        ("The guard committed suicide.", [("killed", 1, 1)]),
        ("The patient passed away on Sunday.", [("killed", 1, 1)]),
        ("Two men were charged in the death of Lena Fisk.", [("killed", 1, 1)]),
        ("A man is charged in the fatal shooting of a 6-year-old boy.", [("killed", 1, 1)]),
        ("A girl is recovering after being shot in the arm.", [("injured", 1, 1)]),
        ("The man was shot, taken to a clinic and pronounced dead.", [("killed", 1, 1)]),
        ("He was taken away but died.", [("killed", 1, 1)]),
        ("Three women were killed and a fourth was wounded.", [("killed", 3, 3), ("injured", 1, 1)]),
        ("The victims, Lena Fisk and Paul Dufour, were shot dead.", [("killed", 2, 2)]),
    ],
)
def test_one_person_told_without_a_number_is_one(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "A family was killed by the flood.",
        "The fighters were taken hostage.",
        "The sergeant left the barracks.",
        "His killing of the guards is not in doubt, the court heard of it.",
        "The premier was hurt by the scandal.",
        "The captain was eliminated in the first round.",
        "The former mayor died of cancer.",
        "The envoy was treated badly by the press.",
        "The president was taken to a hospital after feeling dizzy.",
        "Rebels are losing Aleppo. They left Aleppo at dawn.",
        "Police say Karl Voss may have killed his wife.",
        "The mayor was killed in 1977.",
        "The bullet exited his body.",
        "The general was charged with attempted murder.",
        "The shot man's car was blue.",
        "He is wanted for the attempted murder of two guards.",
        "The attempted killing of a judge shocked the town.",
        "This one hurt.",
    ],
)
def test_what_is_no_loss_of_a_person_is_not_counted(parse_text: ParseText, text: str) -> None:
    assert told(parse_text, text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Three people were killed in the raid. Omar Haddad was killed at the gate.", [("killed", 3, 3)]),
        ("A woman was killed by a shell. The victim died at once.", [("killed", 1, 1)]),
        ("A cook was wounded. Rosa Lima was wounded in the kitchen.", [("injured", 1, 1)]),
        ("Omar Haddad was killed. Haddad was killed on his way home.", [("killed", 1, 1)]),
        ("Omar Haddad was killed on Monday. Emil Rask was killed an hour later.", [("killed", 1, 1), ("killed", 1, 1)]),
    ],
)
def test_somebody_known_counts_only_where_nobody_else_is_told(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


def test_a_known_person_is_shown_as_written(parse_text: ParseText) -> None:
    parsed = parse_text("The ambush killed Deputy Omar Haddad.")
    (count,) = find_counts(parsed)
    assert parsed.text(count.stretch) == "Omar Haddad"
    assert count.victims is not None
    assert parsed.text(count.victims) == "Omar Haddad"


def test_joined_persons_are_shown_as_one(parse_text: ParseText) -> None:
    parsed = parse_text("The mine killed a nurse and her driver.")
    (count,) = find_counts(parsed)
    assert parsed.text(count.stretch) == "a nurse and her driver"
    assert count.victims is not None
    assert parsed.text(count.victims) == "nurse and her driver"
