"""What befell the victims is told of the attack that caused it; one war is not another."""

from __future__ import annotations

import pytest

from tests.conftest import ParseText
from tests.reading.events.test_coref import repeats


@pytest.mark.parametrize(
    ("text", "same"),
    [
        # the sentence says when, after what, in what
        ("Two people were [killed] after a bomb [struck] a bus.", [1, None]),
        ("Two guards and a clerk were [wounded] when gunmen [attacked] a bank.", [1, None]),
        ("The union condemned an [attack] in which 30 traders were [killed].", [None, 0]),
        ("Gunmen [attacked] a village and 12 people were [killed].", [None, 0]),
        ("At least 25 people are [dead] after a [blast|ASSAULT:explosives] at a mill.", [1, None]),
        # the sentence before
        ("A bomb [exploded] near a mill in Herat. Twelve people were [killed].", [None, 0]),
        ("A bomb [exploded] near a mill. Some 30 clerks were [injured]. The [blast] broke windows.", [None, 0, 0]),
        # an attack told of before, that the clause takes up
        ("Rebels [attacked] a convoy. It burned.\n\nSix drivers were [killed] in the attack.", [None, 0]),
    ],
)
def test_effect_joins_its_cause(parse_text: ParseText, text: str, same: list[int | None]) -> None:
    assert repeats(parse_text, text) == same


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen [attacked] a hotel. More than 3,000 civilians were [killed] in 2015.",
        "Gunmen [attacked] a hotel in Jos. Six people were [killed] in Kano.",
        "Gunmen [attacked] a hotel. Another 12 people may be [killed].",
        "Gunmen [attacked] a hotel. No guest was [hurt].",
        "Gunmen [attacked] a hotel. Soldiers [killed] three men.",
        "Gunmen [attacked] a hotel.\n\nSix people were [killed].",
    ],
)
def test_effect_of_something_else(parse_text: ParseText, text: str) -> None:
    assert repeats(parse_text, text)[-1] is None


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("The [war] in Sudan goes on. The [conflict] began in 2023.", [None, 0]),
        ("The [war] in Sudan goes on. The Sudanese [war] began in 2023.", [None, 0]),
        ("The [war] in Sudan goes on. The [war] in Gaza does too. The [fighting] is fierce.", [None, None, 1]),
        ("Russia fights a [war] in Ukraine. The [fighting] in Karabakh went on.", [None, None]),
        ("The [fighting] went on for weeks. The [fighting] in Karabakh ended.", [None, None]),
        ("The [war] in Sudan goes on. There was [fighting].", [None, None]),
    ],
)
def test_courses(parse_text: ParseText, text: str, same: list[int | None]) -> None:
    assert repeats(parse_text, text) == same
