"""Texts with their events marked, and the place and date of each."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.drafts import EventMention, PlaceDraft, TimeDraft
from rashomon.reading.events.coref import join_repeats
from rashomon.reading.events.where_when import locate
from rashomon.reading.events.where_words import is_date
from rashomon.reading.parsed import Parsed, Stretch
from tests.conftest import ParseText
from tests.reading.events.marking import marked

_PREPOSITION = frozenset({"in", "at", "near", "on", "from", "to", "since", "until", "after", "of", "for", "across"})


def _stretches(parsed: Parsed, words: str) -> list[Stretch]:
    found = []
    for match in re.finditer(re.escape(words), parsed.report.text):
        at = [i for i in range(len(parsed.doc)) if match.start() <= parsed.starts[i] < match.end()]
        found.append(Stretch(at[0], at[-1] + 1))
    return found


def _preposition(parsed: Parsed, stretch: Stretch) -> str | None:
    before = parsed.doc[stretch.start - 1].lower_ if stretch.start else ""
    return before if before in _PREPOSITION else None


def located(
    parse_text: ParseText, text: str, places: tuple[str, ...] = (), times: tuple[str, ...] = (), inside: bool = False
) -> list[tuple[str | None, str | None]]:
    """Place and time of each marked event, as words. With `inside`, each place lies in the next one."""
    parsed, events = marked(parse_text, text)
    drafts = [PlaceDraft(s, preposition=_preposition(parsed, s)) for name in places for s in _stretches(parsed, name)]
    drafts.sort(key=lambda d: d.stretch)
    if inside:
        for number, draft in enumerate(drafts[:-1]):
            draft.inside.append(number + 1)
    dates = [TimeDraft(s, preposition=_preposition(parsed, s)) for name in times for s in _stretches(parsed, name)]
    join_repeats(parsed, events)
    locate(parsed, events, drafts, dates)
    return [(_words(parsed, e.place), _words(parsed, e.time)) for e in events]


def _words(parsed: Parsed, stretch: Stretch | None) -> str | None:
    return None if stretch is None else parsed.text(stretch)


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("Rebels [attacked] a post in Gao.", ("Gao",), "Gao"),
        ("Artillery [shelled] Sloviansk at dawn.", ("Sloviansk",), "Sloviansk"),
        ("Sloviansk was [shelled] at dawn.", ("Sloviansk",), "Sloviansk"),
        ("The Karachi [bombing] killed nine.", ("Karachi",), "Karachi"),
        ("An [attack] on Herat failed.", ("Herat",), "Herat"),
        ("Gunmen carried out an [attack] near Jos.", ("Jos",), "Jos"),
        ("Mortars hit the outskirts of Aleppo and [killed] a child.", ("Aleppo",), None),
        ("A mine [exploded] on the outskirts of Aleppo.", ("Aleppo",), "Aleppo"),
        ("Troops [deployed|MOBILIZE] to Mali.", ("Mali",), "Mali"),
        ("Troops [withdrew|RETREAT] from Mali.", ("Mali",), "Mali"),
        ("Gunmen [shot] the mayor of Sokoto.", ("Sokoto",), None),
        ("Bandits [ambushed] a convoy on the road to Zaria.", ("Zaria",), "Zaria"),
        ("Washington imposed [sanctions|SANCTION] on Belarus.", ("Belarus",), None),
    ],
)
def test_own_clause_gives_the_place(
    parse_text: ParseText, text: str, places: tuple[str, ...], expected: str | None
) -> None:
    assert located(parse_text, text, places)[0][0] == expected


def test_the_most_exact_of_nested_places(parse_text: ParseText) -> None:
    text = "A bomb [exploded] in Irbid, Jordan, in the morning."
    assert located(parse_text, text, ("Irbid", "Jordan"), inside=True) == [("Irbid", None)]


def test_a_name_that_stands_for_a_government_is_no_place(parse_text: ParseText) -> None:
    parsed, events = marked(parse_text, "Moscow said rebels [attacked] a bus.")
    moscow = PlaceDraft(Stretch(0, 1), literal=False)
    locate(parsed, events, [moscow], [])
    assert events[0].place is None


def test_where_it_was_said_is_not_where_it_was(parse_text: ParseText) -> None:
    text = "The rebels [attacked] a bus, the minister said in Nairobi on Friday."
    assert located(parse_text, text, ("Nairobi",), ("Friday",)) == [(None, None)]


def test_the_saying_itself_has_its_date(parse_text: ParseText) -> None:
    text = "The union [condemned|ACCUSE] on Friday the [attack] in Jos."
    assert located(parse_text, text, ("Jos",), ("Friday",)) == [(None, "Friday"), ("Jos", None)]


def test_the_sentence_gives_the_place_when_it_names_one(parse_text: ParseText) -> None:
    one = "Near the market in Taiz there was panic as gunmen [shot] a guard."
    two = "Near the market in Taiz and the port in Aden there was panic as gunmen [shot] a guard."
    assert located(parse_text, one, ("Taiz",))[0][0] == "Taiz"
    assert located(parse_text, two, ("Taiz", "Aden"))[0][0] is None


def test_the_sentence_before_gives_the_place_within_a_paragraph(parse_text: ParseText) -> None:
    assert located(parse_text, "Soldiers stood in Taiz. Gunmen [shot] a guard.", ("Taiz",))[0][0] == "Taiz"
    assert located(parse_text, "Soldiers stood in Taiz.\n\nGunmen [shot] a guard.", ("Taiz",))[0][0] is None


def test_old_events_take_nothing_from_the_sentence_before(parse_text: ParseText) -> None:
    text = "Soldiers stood in Taiz. The leader, who [killed] a rival in 1998, was absent."
    assert located(parse_text, text, ("Taiz",), ("1998",)) == [(None, "1998")]


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        ("Rebels [attacked] a post on Sunday.", "Sunday", "Sunday"),
        ("Rebels [attacked] a post Sunday.", "Sunday", "Sunday"),
        ("Sunday's [blast] killed two.", "Sunday", "Sunday"),
        ("They carried out the [raid] last week.", "last week", "last week"),
        ("Four were [killed] and six were wounded on Monday.", "Monday", "Monday"),
        ("Planes [bombed] the ridge for two days.", "two days", None),
        ("Planes [bombed] the ridge every Friday.", "every Friday", None),
        ("They have [fought] over the ridge since May.", "May", None),
        ("It was 1998, when troops [invaded] the province.", "1998", "1998"),
        ("The [battle] began after Friday.", "Friday", None),
        ("The group admitted to the Monday [bombings] in Gori.", "Monday", "Monday"),
        ("On Sunday, rebels are said to have [killed] fifty guards.", "Sunday", "Sunday"),
        ("Two [attacks] killed four people and injured six others on Tuesday.", "Tuesday", "Tuesday"),
    ],
)
def test_own_clause_gives_the_date(parse_text: ParseText, text: str, time: str, expected: str | None) -> None:
    assert located(parse_text, text, times=(time,))[0][1] == expected


def test_repeats_share_place_and_date(parse_text: ParseText) -> None:
    text = (
        "A bomb [exploded] near a mosque. Hundreds fled.\n\n"
        "The [blast] in Aden on Monday shattered windows.\n\nNobody claimed the [attack]."
    )
    assert located(parse_text, text, ("Aden",), ("Monday",)) == [("Aden", "Monday")] * 3


def test_each_mention_keeps_its_own_words(parse_text: ParseText) -> None:
    text = "Gunmen [attacked] a church in Jos on Monday. The [attack] in central Jos lasted an hour."
    first, second = located(parse_text, text, ("Jos",), ("Monday",))
    assert first == second == ("Jos", "Monday")


@pytest.mark.parametrize(
    "words", ["sunday", "last week", "two days ago", "in 1998", "3 march", "2016-12-18", "yesterday"]
)
def test_dates(words: str) -> None:
    assert is_date(words.split())


@pytest.mark.parametrize("words", ["two days", "every friday", "daily", "12 years old", "hours", "nine", ""])
def test_no_dates(words: str) -> None:
    assert not is_date(words.split())


def test_places_that_lie_in_each_other_do_no_harm(parse_text: ParseText) -> None:
    parsed, events = marked(parse_text, "A bomb [exploded] in Aden in Yemen.")
    aden, yemen = _stretches(parsed, "Aden")[0], _stretches(parsed, "Yemen")[0]
    drafts = [PlaceDraft(aden, preposition="in", inside=[1]), PlaceDraft(yemen, preposition="in", inside=[0])]
    locate(parsed, events, drafts, [])
    assert events[0].place == aden


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="aA .,\n'-é\u2028Gao19", max_size=80))
def test_what_is_given_is_what_was_found(parse_text: ParseText, text: str) -> None:
    parsed = parse_text(text)
    tokens = [Stretch(i, i + 1) for i in range(len(parsed.doc))]
    events = [EventMention(s, s.start, "ASSAULT", None) for s in tokens]
    places = [PlaceDraft(s, preposition="in") for s in tokens[::2]]
    times = [TimeDraft(s) for s in tokens[::3]]
    locate(parsed, events, places, times)
    assert all(e.place is None or e.place in {p.stretch for p in places} for e in events)
    assert all(e.time is None or e.time in {t.stretch for t in times} for e in events)
