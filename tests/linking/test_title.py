"""Titles of incidents, from events and counts made by hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.title import title_of
from rashomon.records import Actor, Codes, Count, CountKind, Event, Modality, Place, Roles, Span, Victims


@dataclass(frozen=True)
class Told:
    """An event by its words: the anchor, whom it befalls, who does it, where."""

    anchor: str
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    at: str | None = None
    negated: bool = False


def count(
    words: str, low: int, high: int | None, victims: str = "", who: str = "a", kind: CountKind = "killed"
) -> Count:
    span = Span(0, len(words), words)
    return Count(words, span, kind, low, high, True, Victims("unknown", victims, None), None, ("narrator", who))


def title(*told: Told, counts: tuple[Count, ...] = ()) -> str:
    codes = Codes(None, None, None, 4, -9.0)
    events = [
        Event(
            str(n),
            (Span(n, n + len(t.anchor), t.anchor),),
            "ASSAULT",
            None,
            (),
            Roles(t.by, t.to),
            t.at,
            None,
            Modality(negated=t.negated),
            (),
            codes,
            0.9,
        )
        for n, t in enumerate(told)
    ]
    names = {name for t in told for name in (*t.by, *t.to)}
    actors = {name: Actor(name, name, "unknown", None, None, ()) for name in sorted(names)}
    places = {t.at: Place(t.at, t.at, (), None, None, None, None, None, None, None) for t in told if t.at is not None}
    return title_of(events, actors, places, counts)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Told("shelling", to=("Tarma",)), "Shelling of Tarma"),
        (Told("drone strikes", to=("the depot",)), "Drone strikes on the depot"),
        (Told("attacks", to=("The villages", "a bridge")), "Attacks on the villages and a bridge"),
        (Told("ambush", at="Odrin"), "Ambush · Odrin"),
        (Told("truce", to=("both armies",), at="Lenk"), "Truce · Lenk"),
        (Told("bombed", to=("the covered market",), by=("the junta",)), "The covered market bombed"),
        (Told("struck", to=("Port Anselm",)), "Port Anselm struck"),
        (Told("fired toward", to=("Odrin",)), "Fired toward Odrin"),
        (Told("withdrawn from"), "Withdrawn"),
        (Told("seized", by=("Gunmen",), at="Odrin"), "Seized by gunmen · Odrin"),
        (Told("closed", by=("Armed Forces",)), "Closed by Armed Forces"),
        (Told("fought", by=("Karsia",)), "Karsia fought"),
        (Told("imposed", to=("Lower Velmark",)), "Imposed on Lower Velmark"),
        (Told("lay down their weapons"), "Lay down their weapons"),
        (Told("lay down their weapons", by=("the rebels",)), "The rebels: lay down their weapons"),
        (Told("SHELLING", to=("THE PORT",)), "SHELLING OF THE PORT"),
        (Told("attack", to=('more than 70 "infidels',)), "Attack on more than 70 infidels"),
        (Told("convicted", to=("officer",), negated=True), "Said not to have happened: officer convicted"),
        (Told("seized", to=("Abu\n Karim",)), "Abu Karim seized"),
    ],
)
def test_one_event(told: Told, line: str) -> None:
    assert title(told) == line


def test_a_noun_with_whom_it_befalls_goes_before_a_verb_and_before_the_first() -> None:
    assert title(
        Told("fired", by=("Karsia",)), Told("killed", to=("four people",)), Told("shelling", to=("Tarma",))
    ) == ("Shelling of Tarma")


def test_whom_has_a_name_goes_before_people() -> None:
    assert title(Told("artillery fire", to=("people",)), Told("shelling", to=("Tarma",))) == "Shelling of Tarma"


def test_a_word_that_judges_comes_last() -> None:
    assert title(Told("massacre", to=("Tarma",)), Told("attack", at="Tarma")) == "Attack · Tarma"


def test_what_did_not_happen_gives_no_title_beside_what_did() -> None:
    assert title(Told("shelling", to=("Tarma",), negated=True), Told("raid", to=("a farm",))) == "Raid on a farm"


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((count("at least 36", 36, None, "people"),), "At least 36 people killed in shelling of Tarma"),
        ((count("nine people", 9, 9, "people"),), "Nine people killed in shelling of Tarma"),
        ((count("three", 3, 3, "his men"),), "Three of his men killed in shelling of Tarma"),
        ((count("dozens", 24, 99, kind="injured"),), "Dozens injured in shelling of Tarma"),
        (
            (count("dozens", 24, 99, kind="injured"), count("two", 2, 2)),
            "Two killed in shelling of Tarma",
        ),
        (
            (count("two", 2, 2, who="a"), count("at least two", 2, None, who="b")),
            "At least two killed in shelling of Tarma",
        ),
        (
            (count("nine", 9, 9, who="a"), count("112", 112, None, "people", who="b")),
            "Nine to 112 people killed in shelling of Tarma",
        ),
        ((count("nine", 9, 9, who="a"), count("112", 112, None, who="a")), "112 killed in shelling of Tarma"),
        ((count("five to six", 5, 6, who="a"), count("two", 2, 2, who="b")), "Shelling of Tarma"),
        (
            (count("an officer", 1, 1, "officer"), count("30", 30, 30, "rebels", who="b")),
            "30 rebels killed in shelling of Tarma",
        ),
        (
            (count("31 people", 31, 31, "people"), count("44", 44, 44, who="b")),
            "31 people to 44 killed in shelling of Tarma",
        ),
        ((count("none", 0, 0),), "Shelling of Tarma"),
    ],
)
def test_a_toll_goes_in_front_and_rival_tolls_give_their_range(counts: tuple[Count, ...], line: str) -> None:
    assert title(Told("shelling", to=("Tarma",)), counts=counts) == line


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Told("killed", to=("at least 36 people",)), "36 people killed"),
        (Told("killing", to=("people",), at="Odrin"), "36 people killed · Odrin"),
        (Told("airstrike", to=("36 people",), at="Odrin"), "36 people killed in airstrike · Odrin"),
        (Told("bombed", to=("school",)), "36 people killed · school bombed"),
        (Told("abductions", at="Odrin"), "36 people killed · Odrin"),
    ],
)
def test_a_toll_is_not_said_twice(told: Told, line: str) -> None:
    assert title(told, counts=(count("36", 36, 36, "people"),)) == line


@given(
    st.text(min_size=1).filter(str.strip),
    st.lists(st.text(), max_size=3),
    st.text(),
    st.text(min_size=1).filter(str.strip),
)
def test_any_words_make_one_line(anchor: str, to: list[str], victims: str, number: str) -> None:
    line = title(Told(anchor, to=tuple(to)), counts=(count(number, 3, 3, victims),))
    assert line == " ".join(line.split())
