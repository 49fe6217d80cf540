"""What a ledger tells of contested places: by the report's date, and only of the place that is meant."""

from __future__ import annotations

import pytest

from rashomon.records import Contested, PlaceMention, Report, Span
from rashomon.resolving.places import Gazetteer, open_gazetteer, resolve_places
from rashomon.running.gazetteer import ensure_gazetteer


def told(gazetteer: Gazetteer, name: str, published: str | None, rest: str = "") -> Contested | None:
    text = f"Shells fell in {name}{rest}."
    mention = PlaceMention(Span.cut(text, 15, 15 + len(name)), preposition="in")
    [place] = resolve_places(Report("r", text, published=published), [mention], gazetteer)
    assert place.name == name
    return place.contested


@pytest.mark.parametrize(
    ("published", "holders", "claimants"),
    [
        ("2015-03-02", ["Karabakh Armenians"], ["AZE"]),
        ("2023-12-01", ["AZE"], []),
        (None, ["Karabakh Armenians", "AZE"], ["AZE"]),
    ],
)
def test_who_holds_and_claims_goes_by_the_date(
    gazetteer: Gazetteer, published: str | None, holders: list[str], claimants: list[str]
) -> None:
    contested = told(gazetteer, "Stepanakert", published)
    assert contested is not None
    assert [h.party for h in contested.administered_by] == holders
    assert [h.party for h in contested.claimed_by] == claimants
    assert {n.name for n in contested.names} >= {"Stepanakert", "Khankendi"}


@pytest.mark.parametrize(
    ("name", "published", "names"),
    [
        ("Artemivsk", "2010-01-01", {"Artemivsk": "in use", "Artyomovsk": "in use", "Artemovsk": "in use"}),
        ("Bakhmut", "2020-01-01", {"Bakhmut": "official", "Artyomovsk": "in use", "Artemovsk": "in use"}),
        ("Artemivsk", "2020-01-01",
         {"Bakhmut": "official", "Artemivsk": "former", "Artyomovsk": "in use", "Artemovsk": "in use"}),
    ],
)  # fmt: skip
def test_names_are_those_of_the_day_and_the_one_that_is_written(
    gazetteer: Gazetteer, name: str, published: str, names: dict[str, str]
) -> None:
    contested = told(gazetteer, name, published)
    assert contested is not None
    assert {n.name: n.status for n in contested.names} == names


def test_a_place_that_nobody_disputes_has_none(gazetteer: Gazetteer) -> None:
    assert told(gazetteer, "Beirut", "2020-01-01") is None


@pytest.mark.parametrize(("rest", "country", "is_contested"), [("", "UA", True), (", Texas", "US", False)])
def test_a_namesake_elsewhere_is_not_the_contested_place(rest: str, country: str, is_contested: bool) -> None:
    text = f"Shells fell in Odessa{rest}."
    spans = [
        Span.cut(text, text.index(name), text.index(name) + len(name)) for name in ("Odessa", "Texas") if name in text
    ]
    mentions = [PlaceMention(spans[0], preposition="in", inside=tuple(spans[1:])), *map(PlaceMention, spans[1:])]
    with open_gazetteer(ensure_gazetteer()) as whole:
        place = resolve_places(Report("r", text), mentions, whole)[0]
    assert (place.country, place.contested is not None) == (country, is_contested)
