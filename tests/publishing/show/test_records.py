"""Statements, events, counts, places, times, actors, gaps and the head as shown."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from rashomon.publishing.page import render
from rashomon.publishing.show import (
    Lookup,
    actor_view,
    count_view,
    event_view,
    gaps,
    head,
    labels,
    place_view,
    statement_view,
    time_view,
)
from rashomon.publishing.show.dispute import dispute
from rashomon.publishing.show.events import kinds
from rashomon.records import Basis, Contested, DisputedName, Holder, Ledger, Report, Victims
from rashomon.records.statement import Rule
from tests.publishing.factory import at, empty, hostile, market

LEDGER = market()
LOOKUP = Lookup.of(LEDGER)


def test_a_statement_counts_its_answers_by_number() -> None:
    view = statement_view(LOOKUP, LEDGER.statements[3])
    assert (view.number, view.answers, view.says, view.kind) == (4, (1,), "affirms", "direct speech")
    assert view.chain == ("The Courier", "Karsia’s defence ministry", "Pavle Dren")
    assert view.channel is not None
    assert view.channel.text == "state television"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (None, ""),
        (Basis("verb", None, None, None), "a verb of saying"),
        (Basis(None, 0.9, 0.0, 0.75), "the encoder (cue 90%, source 0%, content 75%)"),
        (Basis("phrase", 1.0, 0.5, 0.5), "a phrase of attribution and the encoder (cue 100%, source 50%, content 50%)"),
    ],
)
def test_a_statement_says_what_it_rests_on(basis: Basis | None, words: str) -> None:
    view = statement_view(LOOKUP, replace(LEDGER.statements[0], basis=basis, confidence=0.875))
    assert (view.rests_on, view.sure) == (words, 88)


def test_every_rule_has_words() -> None:
    assert set(labels().rules) == set(get_args(Rule))


def test_a_statement_says_who_could_not_verify_it() -> None:
    view = statement_view(LOOKUP, LEDGER.statements[0])
    assert (view.verification, view.by) == ("unverified", "The Courier")
    assert view.check is not None
    assert view.check.spans == (at("The Courier could not verify either account."),)


def test_an_event_names_its_flags_claims_and_codes() -> None:
    view = event_view(LOOKUP, LEDGER.events[0])
    assert [value.text for value in view.counts] == ["killed 9 or more", "injured 24 to 99", "killed 4"]
    assert [claim.status for claim in view.claims] == ["reported", "disputed", "denied", "unverified"]
    assert view.claims[1].says == "says so; another denies it"
    assert view.codes == (
        ("CAMEO event code", "194"),
        ("ACLED event type", "Explosions/Remote violence: Shelling/artillery/missile attack"),
        ("UCDP type of violence", "1, state-based"),
        ("quad class", "4, material conflict"),
        ("conflict (-10) to cooperation (+10)", "-10"),
    )
    assert event_view(LOOKUP, LEDGER.events[3]).flags == ("hypothetical", "future")


def test_a_count_names_side_whole_and_day() -> None:
    first, _, sappers = (count_view(LOOKUP, count) for count in LEDGER.counts)
    assert first.as_of == "4 Mar 2031"
    assert (sappers.side, sappers.part_of, sappers.victims) == ("Velmark", "9 or more", "Velmark sappers (combatants)")


def test_a_count_is_told_with_the_words_of_its_event_where_they_are_near() -> None:
    first, _, sappers = LEDGER.counts
    died = replace(LEDGER.events[0], anchors=(at("died"),))
    near = Lookup.of(replace(LEDGER, events=(died,)))
    assert count_view(near, replace(sappers, event="ev_1")).words.text == "four Velmark sappers died"
    assert count_view(near, first).words.text == "at least nine people"
    assert count_view(near, replace(sappers, event=None)).words.text == "four Velmark sappers"


def test_whom_is_not_told_twice() -> None:
    people = replace(LEDGER.counts[0], victims=Victims("unknown", "people", "ac_k"))
    named = replace(LEDGER, actors=(replace(LEDGER.actors[0], id="ac_k", name="People"),))
    assert count_view(Lookup.of(named), people).side is None


def test_types_of_events_come_once_with_their_modes_in_brackets() -> None:
    shelling = event_view(LOOKUP, LEDGER.events[0])
    views = (shelling, replace(shelling, mode=None), replace(shelling, mode="firearms"), shelling)
    assert kinds(views) == ("ASSAULT (heavy-weapons, firearms)",)
    assert kinds((replace(shelling, mode=None), event_view(LOOKUP, LEDGER.events[2]))) == (
        "ASSAULT",
        "RETREAT (historical)",
    )


def test_a_place_keeps_both_names_and_who_uses_which() -> None:
    view = place_view(LOOKUP, LEDGER.places[0])
    assert [(value.text, user) for value, user in view.names] == [("Dolny Brod", None), ("Tarnovik", "Karsia")]
    assert view.resolved[0] == "GeoNames 990001"
    assert place_view(LOOKUP, LEDGER.places[1]).reason == "no place of that name in the gazetteer"


def test_a_contested_place_is_told_with_all_sides_and_no_word_on_who_is_right() -> None:
    names = (
        DisputedName("Bakhmut", ("UKR", "international"), "official", "2016", None, "law"),
        DisputedName("Artemivsk", ("UKR",), "former", "1924", "2016", "law"),
    )
    held = (Holder("RUS", True, "2023-05", None, "UN"), Holder("Town Council", False, None, None, "UN"))
    place = replace(market().places[0], contested=Contested(names, held, (Holder("UKR", False, None, "2030", "UN"),)))
    assert dispute(place) == (
        "known names: Bakhmut (Ukraine and international use, official, since 2016); "
        "Artemivsk (Ukraine, former, 1924 to 2016)",
        "administered by: Russia (in part, since May 2023); Town Council",
        "claimed by: Ukraine (until 2030)",
    )
    assert dispute(market().places[0]) == ()
    shown = replace(market(), places=(place,))
    assert place_view(Lookup.of(shown), place).dispute == dispute(place)
    assert "administered by: Russia (in part, since May 2023)" in render([shown])


def test_a_time_has_its_days_or_its_reason() -> None:
    tuesday, week, _ = (time_view(time) for time in LEDGER.times)
    assert (tuesday.days, tuesday.reason) == ("4 Mar 2031", None)
    assert (week.days, week.value) == ("", None)
    assert week.reason is not None


def test_an_actor_has_offices_and_references() -> None:
    dren, ministry = actor_view(LOOKUP, LEDGER.actors[4]), actor_view(LOOKUP, LEDGER.actors[3])
    assert [role.text for role in dren.roles] == ["spokesman of the ministry since 2030"]
    assert ministry.facts == ("ministry", "KRS", "MIL", "wikidata Q0")


def test_gaps_are_issues_and_whatever_stayed_open() -> None:
    found = [(gap.kind, gap.words.text if gap.words else None) for gap in gaps(LOOKUP)]
    assert found == [
        ("no-actor", "both sides"),
        ("not-dated", None),
        ("place", "Port Anselm"),
        ("time", "the week before"),
    ]


def test_the_head_says_what_is_unknown() -> None:
    view = head(empty())
    assert (view.title, view.publisher, view.published) == ("Report broken", "publisher unknown", "date unknown")
    assert view.made_by is None


def test_a_report_without_a_title_is_named_by_its_first_words() -> None:
    text = "PRESS LINE\n\nThe bridge at\nTovar is down.\n\nNobody knows why."
    report = Report(id="r", text=text, body=((12, len(text)),))
    assert head(Ledger(report)).title == "The bridge at Tovar is down."
    long = head(Ledger(Report(id="r", text="word " * 100))).title
    assert long.endswith("word…")
    assert len(long) <= 90


def test_the_head_counts_in_the_right_number() -> None:
    assert head(LEDGER).sums[:2] == ("4 incidents, 1 contested", "6 statements")
    assert head(hostile()).sums[1] == "1 statement"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        (" jav\tascript:1", None),
        ("file:///etc/passwd", None),
        ("https://a.example/ onclick=x", None),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, link: str | None) -> None:
    assert head(Ledger(Report(id="r", text="", url=url))).link == link


def test_a_narrator_without_a_name_is_the_publisher_or_the_report() -> None:
    nameless = replace(LEDGER.actors[0], name=" ")
    named = replace(LEDGER, actors=(nameless,))
    assert Lookup.of(named).name("ac_n") == "The Courier"
    assert Lookup.of(replace(named, report=replace(named.report, publisher=None))).name("ac_n") == "the report"


def test_every_part_belongs_to_one_layer() -> None:
    parts = [part for layer in labels().layers for part in layer.parts]
    assert len(parts) == len(set(parts)) == 11
