"""Persons told more than once and totals of people shot, from sentences of our own."""

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
        ("A porter was shot on the quay. He died in the night.", [("killed", 1, 1)]),
        ("Omar Haddad was shot on the quay. Haddad died in the night.", [("killed", 1, 1)]),
        ("A boy has died after he was shot at the mill.", [("killed", 1, 1)]),
        ("A child was shot at the mill. The victim died on Sunday.", [("killed", 1, 1)]),
        ("A girl and her mother were shot. The girl died.", [("injured", 1, 1), ("killed", 1, 1)]),
        ("A man and a woman were shot. The woman died.", [("injured", 1, 1), ("killed", 1, 1)]),
    ],
)
def test_who_was_shot_and_died_is_not_injured(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Omar Haddad was killed. His mother was wounded.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("Omar Haddad was killed. Emil Rask was wounded.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A guard was killed. Another guard was shot.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("The pair shot the guard dead and wounded his son.", [("killed", 1, 1), ("injured", 1, 1)]),
        (
            "A girl was shot at the mill. Omar Haddad died. His sister was also shot.",
            [("killed", 1, 1), ("injured", 1, 1)],
        ),
    ],
)
def test_another_person_who_was_hurt_is_injured(parse_text: ParseText, text: str, counts: Told) -> None:
    assert sorted(told(parse_text, text), reverse=True) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A gunman shot five people, killing two.", [("injured", 3, 3), ("killed", 2, 2)]),
        ("Six people were shot, two of them fatally.", [("injured", 4, 4), ("killed", 2, 2)]),
        ("Four people were shot, including two who died.", [("injured", 2, 2), ("killed", 2, 2)]),
        ("Six people were shot and one killed.", [("injured", 5, 5), ("killed", 1, 1)]),
        (
            "Five people were shot. Officials say one person is dead and four are wounded.",
            [("affected", 5, 5), ("killed", 1, 1), ("injured", 4, 4)],
        ),
        ("Two men were killed. A guard had shot the two.", [("killed", 2, 2)]),
    ],
)
def test_of_people_shot_those_who_died_are_not_injured(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ten people were shot. Two guards were killed at another gate.", [("injured", 10, 10), ("killed", 2, 2)]),
        ("Six people were wounded and one killed.", [("injured", 6, 6), ("killed", 1, 1)]),
        ("Two guards were killed. Two porters were shot.", [("killed", 2, 2), ("injured", 2, 2)]),
    ],
)
def test_people_shot_elsewhere_stay_as_they_are_told(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts
