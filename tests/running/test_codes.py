"""From a note to ACLED's sub-type, through reading, actors and the map."""

from __future__ import annotations

import pytest

from rashomon.intake.text import read_text
from rashomon.running.engine import Engine


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May, unidentified gunmen shot dead a farmer in Dorza.", "Attack"),
        ("Clashes between army troops and rebels were reported in Dorza.", "Armed clash"),
        ("Government troops recaptured the town of Dorza from rebels.", "Government regains territory"),
        ("Rebels captured the town of Dorza after heavy fighting.", "Non-state actor overtakes territory"),
        ("Rebels took control of Dorza without a fight after the army withdrew.", "Non-violent transfer of territory"),
        ("Two men threw a grenade at the house of a councillor in Dorza.", "Grenade"),
        ("Soldiers found an arms cache near Dorza.", "Disrupted weapons use"),
        ("The army set up a new base near Dorza.", "Headquarters or base established"),
        ("Twenty rebels surrendered to the army in Dorza.", "Change to group/activity"),
        ("Protesters gathered in front of the parliament against the price hike.", "Peaceful protest"),
        ("Police used tear gas to disperse protesters in Dorza.", "Protest with intervention"),
        ("Police opened fire on protesters in Dorza, killing three.", "Excessive force against protesters"),
        ("Protesters threw stones at police in Dorza.", "Violent demonstration"),
        ("A mob lynched a suspected thief in Dorza.", "Mob violence"),
    ],
)
def test_the_sub_type_of_a_note(engine: Engine, text: str, expected: str) -> None:
    events = engine.read(read_text(text, id="note")).events
    coded = [e.codes.acled[1] for e in sorted(events, key=lambda e: -e.confidence) if e.codes.acled is not None]
    assert coded[:1] == [expected]


def test_what_somebody_thinks_of_a_deed_is_no_acled_event(engine: Engine) -> None:
    events = engine.read(read_text("The minister condemned the grenade attack in Dorza.", id="note")).events
    codes = {e.type: e.codes.acled for e in events}
    assert codes["ACCUSE"] is None
    assert codes["ASSAULT"] == ("Explosions/Remote violence", "Grenade")
