"""Tolls, bodies, and what people lose or suffer."""

from __future__ import annotations

import pytest
from tests.conftest import ParseText
from tests.reading.counts.test_counts import Told, told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Its health bureau put the dead at nine, all of them militiamen.", [("killed", 9, 9)]),
        ("Officials place the wounded at 40.", [("injured", 40, 40)]),
        ("The toll rose from 9 to 14.", [("killed", 14, 14)]),
        ("The death toll was lowered to 31.", [("killed", 31, 31)]),
        ("Seventeen corpses had been recovered.", [("killed", 17, 17)]),
        ("Only eight sailors lost their lives.", [("killed", 8, 8)]),
        ("The raid claimed the lives of 14 people.", [("killed", 14, 14)]),
        ("Three soldiers received splinter injuries.", [("injured", 3, 3)]),
        ("Five people sustained gunshot wounds.", [("injured", 5, 5)]),
        ("On our side: two dead and five wounded, who were evacuated.", [("killed", 2, 2), ("injured", 5, 5)]),
        ("Six of the 20 wounded later died.", [("killed", 6, 6), ("injured", 20, 20)]),
        ("The dead included four children.", [("killed", 4, 4)]),
        ("A further six people were killed and another 12 wounded.", [("killed", 6, 6), ("injured", 12, 12)]),
        # of nobody's conviction nothing is told of the dead, and an aside on who they are counts nobody
        ("No officer has been convicted.", []),
        ("Three people had died, none of them by a police bullet.", [("killed", 3, 3)]),
        ("The firm lost 12 contracts.", []),
        ("The office opened at 8:30 and two lost patience.", []),
    ],
)
def test_tolls(parse_text: ParseText, text: str, counts: Told) -> None:
    assert told(parse_text, text) == counts
