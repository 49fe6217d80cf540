"""Texts with their events marked, and which of them are one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.events.coref import join_repeats
from tests.conftest import ParseText
from tests.reading.events.marking import marked


def repeats(parse_text: ParseText, text: str) -> list[int | None]:
    """`same_as` of each marked event."""
    parsed, events = marked(parse_text, text)
    join_repeats(parsed, events)
    return [event.same_as for event in events]


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb [exploded] near a mosque. The [blast] shattered windows.",
        "Gunmen [attacked] a church in Jos. The [attack] lasted an hour.",
        "Jets [bombed] the bridge at dawn. This [strike] cut the road.",
        "Police [arrested|COERCE:arrest] the editor at his home. The [detention|COERCE:arrest] drew protests.",
        "Two officials [met|CONSULT] in Vienna. The [meeting|CONSULT] went well.",
        "Militants [kidnapped] a Dutch engineer. His employer said militants [abducted] the engineer at gunpoint.",
        "A [ceasefire|RETREAT:ceasefire] began at noon. Both sides kept the [truce|RETREAT:ceasefire] until dusk.",
        "He died in an [attack|ASSAULT:suicide-attack]. Sunday's [blast|ASSAULT:explosives] was loud.",
        "Colonel Bakr was [shot|ASSAULT:firearms] at home. His wife saw how Bakr was [killed].",
        "Farmers [marched|PROTEST] on the ministry. Some 400 joined the [protest|PROTEST].",
    ],
)
def test_told_twice_is_one_event(parse_text: ParseText, text: str) -> None:
    assert repeats(parse_text, text) == [None, 0]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb [exploded] near a mosque. Another [blast] hit a market.",
        "Gunmen [attacked] a church in Jos. A second [attack] hit a school.",
        "Gunmen [attacked] a church in Jos. A separate [attack] hit a school.",
        "Rebels [attacked] a convoy. [Attacks] on convoys are rising.",
        "The army [attacked] a village. Rebels [attacked] a barracks.",
        "A [blast] in Aden killed two. The [blast] in Taiz killed four.",
        "A [blast] on Monday killed two. The [blast] on Thursday killed four.",
        "Gunmen [shot|ASSAULT:firearms] a judge. The [bombing|ASSAULT:explosives] came later.",
        "Rebels may [attack] the town. The [attack] on Tuesday killed six.",
        "Police [beat|ASSAULT:beat] a student. Officers [arrested|COERCE:arrest] the student.",
        "France [condemned|ACCUSE] the coup. Ghana [condemned|ACCUSE] the coup.",
        "The clashes [killed] 12 people. Officials said 40 people were [killed].",
        "Troops [shelled] the port. Last month's [shelling] hit a school, while earlier [shelling] hit a clinic.",
    ],
)
def test_other_events_stay_apart(parse_text: ParseText, text: str) -> None:
    assert repeats(parse_text, text)[1] is None


def test_a_repeat_points_at_the_first_of_its_event(parse_text: ParseText) -> None:
    text = (
        "A bomb [exploded] in Aden on Monday. The [blast] killed two soldiers.\n\n"
        "Police [arrested|COERCE:arrest] a man in Taiz.\n\nNo group claimed the [attack]."
    )
    assert repeats(parse_text, text) == [None, 0, None, 0]


def test_unordered_events_are_joined_in_the_order_of_the_text(parse_text: ParseText) -> None:
    parsed, events = marked(parse_text, "A bomb [exploded] near a mosque. The [blast] shattered windows.")
    events.reverse()
    join_repeats(parsed, events)
    assert [event.same_as for event in events] == [1, None]


def test_nothing_to_join(parse_text: ParseText) -> None:
    parsed, events = marked(parse_text, "")
    join_repeats(parsed, events)
    assert events == []


_SENTENCES = (
    "A bomb [exploded] in Aden.",
    "The [blast] killed two.",
    "Gunmen [attacked] a church.",
    "The [attack] was brief.",
    "Police [arrested|COERCE] a man.",
    "Another [attack] followed.",
    "He was [shot|ASSAULT:firearms].",
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_SENTENCES), max_size=12))
def test_same_as_is_a_first_mention_of_the_same_type(parse_text: ParseText, sentences: list[str]) -> None:
    parsed, events = marked(parse_text, "\n\n".join(sentences))
    join_repeats(parsed, events)
    for index, event in enumerate(events):
        if event.same_as is not None:
            first = events[event.same_as]
            assert event.same_as < index
            assert first.same_as is None
            assert first.type == event.type
