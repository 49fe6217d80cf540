"""Whether places tell two happenings apart, and which place a happening has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.linking.groups import Grouping, place_of
from rashomon.records import Codes, Event, Modality, Place, Roles, Span, Tie

TEXT = "Shelling killed nine people. A bomb killed two."
#: id, country and UCDP's where_prec
PLACES = {
    name: Place(name, name, (), None, None, None, country, None, None, precision)
    for name, country, precision in (
        ("Mali", "ML", 6),
        ("northern Mali", "ML", 5),
        ("Gao", "ML", 1),
        ("Kidal", "ML", 1),
        ("Niger", "NE", 6),
        ("Nowhere", None, None),
    )
}


def _event(id: str, words: str, place: str | None, tie: Tie | None = "clause") -> Event:
    at = TEXT.index(words)
    codes = Codes(None, None, None, 4, -9.0)
    anchors = (Span.cut(TEXT, at, at + len(words)),)
    return Event(
        id, anchors, "ASSAULT", None, (), Roles((), ()), place, None, Modality(), (), codes, 0.9, place_from=tie
    )


@pytest.mark.parametrize(
    ("one", "other", "incidents"),
    [
        ("Gao", "Gao", 1),
        ("Gao", "Kidal", 2),
        ("Gao", "northern Mali", 1),
        ("Mali", "Kidal", 1),
        ("Niger", "Gao", 2),
        ("Mali", "Nowhere", 1),
        ("Gao", "Nowhere", 2),
        ("Gao", None, 1),
    ],
)
def test_a_town_may_lie_in_the_region_that_is_named(one: str, other: str | None, incidents: int) -> None:
    events = [_event("a", "Shelling", one), _event("b", "bomb", other)]
    assert len(Grouping(TEXT, PLACES, {}, ()).incidents(events)) == incidents


def test_a_street_lies_in_the_town_by_it() -> None:
    town = replace(PLACES["Gao"], lat=16.27, lon=-0.04, geonames=2457163)
    street = replace(town, id="street", name="Rue 12", geonames=None, precision=2)
    far = replace(street, id="far", lat=18.0)
    places = {"Gao": town, "street": street, "far": far}
    for other, incidents in (("street", 1), ("far", 2)):
        events = [_event("a", "Shelling", "Gao"), _event("b", "bomb", other)]
        assert len(Grouping(TEXT, places, {}, ()).incidents(events)) == incidents


def test_the_country_of_the_report_parts_nothing() -> None:
    events = [_event("a", "Shelling", "Niger", "report"), _event("b", "bomb", "Gao")]
    assert len(Grouping(TEXT, PLACES, {}, ()).incidents(events)) == 1


def test_an_incident_is_where_its_own_words_put_it() -> None:
    country, town = _event("a", "Shelling", "Mali"), _event("b", "bomb", "Gao")
    assert place_of([country, town], PLACES) == "Gao"
    assert place_of([replace(town, place_from="scene"), country], PLACES) == "Mali"
    assert place_of([replace(town, place_from="scene"), replace(country, place_from="report")], PLACES) == "Gao"
    assert place_of([_event("a", "bomb", None, None)], PLACES) is None
