"""Sentences with the event in brackets, and the flags that it should have."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.modality import modality_of
from tests.conftest import ParseText

_MARKED = re.compile(r"\[([^\]]*)\]")


def flags(parse_text: ParseText, marked: str, published: str | None = "2021-06-09") -> set[str]:
    """The flags of the bracketed word of `marked`."""
    word = _MARKED.search(marked)
    assert word is not None
    parsed = parse_text(_MARKED.sub(r"\1", marked), published)
    at = [i for i in range(len(parsed.doc)) if word.start() <= parsed.starts[i] < word.end() - 1]
    modality = modality_of(parsed, parsed.doc[at[0] : at[-1] + 1].root.i)
    return {name for name in ("negated", "hypothetical", "future", "historical") if getattr(modality, name)}


@pytest.mark.parametrize(
    "marked",
    [
        "Rebels [attacked] a convoy near Gao on Tuesday.",
        "Officials denied [attacking] the village.",
        "The ministry denied that its forces [shelled] the market.",
        "The army was accused of [shelling] the hospital.",
        "Two officers were allegedly [beaten] by the crowd.",
        "The group is believed to have [kidnapped] the engineer.",
        "The mayor did not condemn the [attack].",
        "Police managed to [arrest] the suspect.",
        "The blast forced thousands to [flee] the city.",
        "Gunmen have [seized] the radio station, residents said.",
        "The general said four soldiers had been [killed].",
        "Not only [bombed] the port, the jets also strafed the road.",
        "The minister called the [strike] a war crime.",
        "He could not say whether the [raid] had succeeded.",
        "In the past 48 hours the militia [captured] three posts.",
        "Some 500 people marched in Tarsal to [protest] the killings.",
        "Riot police had to [use] tear gas to clear the square.",
        "They held the pass until the rebels [left] Tarsal.",
        "It appears that gunmen [shot] the clerk.",
    ],
)
def test_plain_events_have_no_flag(parse_text: ParseText, marked: str) -> None:
    assert flags(parse_text, marked) == set()


@pytest.mark.parametrize(
    "marked",
    [
        "The army did not [attack] the camp.",
        "Troops never [entered] the compound, he said.",
        "No one was [killed] in the collapse.",
        "Nobody [attacked] the embassy.",
        "The rebels neither [attacked] nor looted the village.",
        "The rebels neither attacked nor [looted] the village.",
        "The patrol left without [firing] a shot.",
        "The government failed to [withdraw] its troops.",
        "The warlord refused to [surrender].",
        "Security agents foiled an [attack] on the parliament.",
        "The deal averted a [strike] by nurses.",
        "There were no [clashes] overnight.",
        "The pilots carried out no [airstrikes] on Monday.",
        "Guards could not [stop] the crowd.",
        "No [protest] took place in the capital.",
        "Instead of [attacking], the column turned back.",
        "It did not appear that anyone was [wounded], the mayor said.",
    ],
)
def test_negated(parse_text: ParseText, marked: str) -> None:
    assert flags(parse_text, marked) == {"negated"}


def test_two_negations_cancel(parse_text: ParseText) -> None:
    assert flags(parse_text, "Police did not prevent the [attack].") == set()
    assert flags(parse_text, "Police failed to prevent the [attack].") == set()


@pytest.mark.parametrize(
    "marked",
    [
        "Rebels may [attack] the town.",
        "The talks could [resume] if both sides agree.",
        "Western leaders called for [sanctions] on the junta.",
        "The council urged the militia to [withdraw].",
        "He ordered troops to [deploy] along the border.",
        "The president demanded that the governor [resign].",
        "Soldiers were sent to [disarm] the fighters.",
        "The group threatened to [bomb] the pipeline.",
        "Residents fear a new [offensive].",
        "The lull raised fears of an [attack] from the north.",
        "If soldiers [attack], we will answer, the chief said.",
        "It is unclear whether the rebels [attacked] first.",
        "Men tried to [storm] the prison.",
        "Diplomats warned of a possible [coup].",
        "The bill could trigger [protests], unions said.",
        "The envoy asked both sides to release prisoners and [open] a corridor.",
        "Would-be killers planned it, and he would have [died].",
        "Officials may have [killed] the inquiry.",
        "Measures to prevent an [attack] were discussed.",
        "The column will stay put until the rebels [leave] Tarsal.",
        "The reward for the [arrest] of two captains was doubled.",
        "Crowds came looking for a [fight].",
    ],
)
def test_hypothetical(parse_text: ParseText, marked: str) -> None:
    assert flags(parse_text, marked) == {"hypothetical"}


@pytest.mark.parametrize(
    "marked",
    [
        "The two ministers will [meet] in Oslo on Friday.",
        "Japan is going to [send] two ships.",
        "The army plans to [deploy] 3,000 soldiers.",
        "The ministry said it would [evacuate] the town.",
        "The kingdom promised to [release] the sailors.",
        "Talks are due to [begin] on Sunday.",
        "The planned [march] has split the party.",
        "Troops were about to [enter] the valley.",
        "The union vowed to [strike].",
        "The mission is to be [withdrawn] by December.",
    ],
)
def test_future(parse_text: ParseText, marked: str) -> None:
    assert flags(parse_text, marked) == {"future"}


@pytest.mark.parametrize(
    "marked",
    [
        "The island was [invaded] in 1974.",
        "The leader, who [seized] power in 2012, dismissed the charge.",
        "Thousands were [killed] in the war in 1999.",
        "The 1994 [genocide] still divides families.",
        "Previous [talks] ended in failure.",
        "The killing is the latest in a string of [attacks] on reporters.",
        "The province has seen decades of [war].",
        "Envoys, who had been [holding] talks in Doha, flew home.",
        "The party [split] last year over the treaty.",
        "The brothers were [jailed] two years ago.",
    ],
)
def test_historical(parse_text: ParseText, marked: str) -> None:
    assert flags(parse_text, marked) == {"historical"}


def test_year_of_the_report_is_news(parse_text: ParseText) -> None:
    marked = "The island was [invaded] in 1974."
    assert flags(parse_text, marked, "1974-08-20") == set()
    assert flags(parse_text, marked, "1976-01-01") == {"historical"}


def test_full_date_is_news_where_the_report_has_no_date(parse_text: ParseText) -> None:
    assert flags(parse_text, "The base was [attacked] on 3 March 2016.", None) == set()
    assert flags(parse_text, "The base was [attacked] in 2016.", None) == {"historical"}


def test_negated_and_hypothetical_may_meet(parse_text: ParseText) -> None:
    assert flags(parse_text, "The rebels may not [attack] the town.") == {"negated", "hypothetical"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_token_of_any_text_has_flags(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text, "2021-06-09")
    for i in range(len(parsed.doc)):
        first, again = modality_of(parsed, i), modality_of(parsed, i)
        assert first == again
        assert not ((first.hypothetical or first.future) and first.historical)


@pytest.mark.parametrize(
    ("certainty", "negated", "hypothetical"), [(0.0, False, True), (0.9, False, False), (-0.9, True, True)]
)
def test_the_encoder_settles_what_it_is_very_sure_of(
    parse_text: ParseText, certainty: float, negated: bool, hypothetical: bool
) -> None:
    parsed = parse_text("The general wants to attack the town.")
    (head,) = (t.i for t in parsed.doc if t.text == "attack")
    modality = modality_of(parsed, head, certainty)
    assert (modality.negated, modality.hypothetical) == (negated, hypothetical)
