"""Mentions to places: choice by context, precision, names, and abstaining."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.records import Dateline, Place, PlaceMention, PlaceName, Report, Span
from rashomon.resolving.places import Gazetteer, resolve_places
from rashomon.resolving.places.home import origins


def _mention(
    text: str, name: str, *, inside: Sequence[str] = (), generic: str | None = None, preposition: str | None = "in"
) -> PlaceMention:
    return PlaceMention(_span(text, name), preposition, generic, tuple(_span(text, other) for other in inside))


def _span(text: str, name: str) -> Span:
    start = text.index(name)
    return Span.cut(text, start, start + len(name))


def _resolve(gazetteer: Gazetteer, text: str, *mentions: PlaceMention, url: str | None = None) -> dict[str, Place]:
    places = resolve_places(Report(id="r", text=text, url=url), mentions, gazetteer)
    return {place.name: place for place in places}


def test_the_largest_without_more(gazetteer: Gazetteer) -> None:
    text = "A strike in Paris."
    assert _resolve(gazetteer, text, _mention(text, "Paris"))["Paris"].geonames == 2988507


def test_the_place_around_decides(gazetteer: Gazetteer) -> None:
    text = "A strike in Paris, Texas."
    found = _resolve(gazetteer, text, _mention(text, "Paris", inside=["Texas"]), _mention(text, "Texas"))
    assert found["Paris"].geonames == 4717560
    assert (found["Paris"].country, found["Paris"].admin1) == ("US", "TX")


def test_the_rest_of_the_report_decides(gazetteer: Gazetteer) -> None:
    text = "Clashes in Tripoli and Sidon; Beirut sent soldiers, and Lebanon mourns."
    found = _resolve(gazetteer, text, _mention(text, "Tripoli"), _mention(text, "Sidon"), _mention(text, "Beirut"))
    assert found["Tripoli"].country == "LB"


def test_a_country_spoken_of_decides(gazetteer: Gazetteer) -> None:
    text = "Costa Rican police closed a road in San Jose."
    assert _resolve(gazetteer, text, _mention(text, "San Jose"))["San Jose"].country == "CR"


def test_namesakes_alike_are_left_open(gazetteer: Gazetteer) -> None:
    text = "A fire in Springfield."
    place = _resolve(gazetteer, text, _mention(text, "Springfield"))["Springfield"]
    assert place.geonames is None
    assert place.lat is None
    assert place.reason is not None
    assert "4 places have this name" in place.reason


def test_what_no_gazetteer_knows_says_so(gazetteer: Gazetteer) -> None:
    text = "A raid in Umm Nowhere."
    place = _resolve(gazetteer, text, _mention(text, "Umm Nowhere"))["Umm Nowhere"]
    assert (place.geonames, place.country, place.precision) == (None, None, None)
    assert place.reason == "no gazetteer entry has this name"


def test_what_nothing_calls_a_place_is_left_out(gazetteer: Gazetteer) -> None:
    text = "Umm Nowhere agreed."
    assert _resolve(gazetteer, text, _mention(text, "Umm Nowhere", preposition=None)) == {}


@pytest.mark.parametrize(
    ("text", "name", "generic", "preposition", "feature", "precision"),
    [
        ("Shelling in Homs.", "Homs", None, "in", "PPL", 1),
        ("Shelling in Homs province.", "Homs", "province", "in", "ADM1", 4),
        ("Shelling near Homs.", "Homs", None, "near", "PPL", 2),
        ("Drought in Yemen.", "Yemen", None, "in", "PCLI", 6),
        ("Drought in northern Mali.", "northern Mali", None, "in", "PCLI", 5),
        ("Pirates in the Red Sea.", "Red Sea", "sea", "in", "SEA", 7),
        ("War in Darfur.", "Darfur", None, "in", "RGN", 5),
        ("Raid at Rafah crossing.", "Rafah crossing", "crossing", "at", "PCLX", 1),
    ],
)
def test_precision(
    gazetteer: Gazetteer, text: str, name: str, generic: str | None, preposition: str, feature: str, precision: int
) -> None:
    place = _resolve(gazetteer, text, _mention(text, name, generic=generic, preposition=preposition))[name]
    assert (place.feature, place.precision) == (feature, precision)


def test_a_distance_shifts_the_point(gazetteer: Gazetteer) -> None:
    text = "It fell 15 km east of Marib; in Marib nothing fell."
    away = PlaceMention(_span(text, "Marib"), "15 km east of")
    second = text.rindex("Marib")
    here = PlaceMention(Span.cut(text, second, second + 5), "in")
    far, near = resolve_places(Report(id="r", text=text), [away, here], gazetteer)
    assert (far.precision, near.precision) == (2, 1)
    assert far.lon == pytest.approx(45.33 + 0.14, abs=0.01)
    assert far.lat == near.lat == 15.46


def test_a_distance_in_miles(gazetteer: Gazetteer) -> None:
    text = "Ten miles off Marib."
    place = _resolve(gazetteer, text, _mention(text, "Marib", preposition="10 miles north of"))["Marib"]
    assert place.lat == pytest.approx(15.46 + 16.1 / 111.2, abs=0.01)


def test_a_building_lies_in_the_town_of_its_name_if_the_report_speaks_of_the_country(gazetteer: Gazetteer) -> None:
    text = "A blast at Damascus airport in Syria; another at Paris airport."
    found = _resolve(gazetteer, text, _mention(text, "Damascus airport"), _mention(text, "Paris airport"))
    assert (found["Damascus airport"].country, found["Damascus airport"].geonames) == ("SY", None)
    assert found["Damascus airport"].precision == 2
    assert found["Paris airport"].reason is not None


def test_a_street_lies_in_the_town_that_the_report_is_about(gazetteer: Gazetteer) -> None:
    text = "Police in Damascus closed Oak Tavern Street. Damascus is calm."
    street = _mention(text, "Oak Tavern Street", generic="street", preposition=None)
    place = _resolve(gazetteer, text, _mention(text, "Damascus"), street)["Oak Tavern Street"]
    assert (place.country, place.geonames, place.precision) == ("SY", None, 2)
    assert _resolve(gazetteer, text, street)["Oak Tavern Street"].lat is None


def test_a_building_with_the_name_of_a_far_town_lies_where_the_report_is(gazetteer: Gazetteer) -> None:
    text = "A crowd in Tripoli met at the Sidon Stadium. Lebanon and Libya are calm."
    stadium = _mention(text, "Sidon Stadium", generic="stadium", preposition="at")
    tripoli = _mention(text, "Tripoli")
    others = [_mention(text, "Libya"), _mention(text, "Lebanon")]
    found = _resolve(gazetteer, text, tripoli, stadium, *others)
    assert found["Tripoli"].country == "LY"
    assert found["Sidon Stadium"].country == "LY"


def test_a_firm_that_is_once_spoken_of_as_a_place_is_none(gazetteer: Gazetteer) -> None:
    text = "Savers lost money in Quellbush. Quellbushes fell. Quellbush said so. Quellbush denied more."
    at = [text.index("Quellbush", i) for i in (0, 45, 65)]
    mentions = [
        PlaceMention(Span.cut(text, i, i + len("Quellbush")), p) for i, p in zip(at, ("in", None, None), strict=True)
    ]
    assert resolve_places(Report(id="r", text=text), mentions, gazetteer) == ()
    assert len(resolve_places(Report(id="r", text=text), mentions[:2], gazetteer)) == 1


def test_what_befalls_only_places_makes_one(gazetteer: Gazetteer) -> None:
    text = "The shelling of Quellbush went on."
    mention = PlaceMention(_span(text, "Quellbush"), "of", befallen=True)
    assert [p.name for p in resolve_places(Report(id="r", text=text), [mention], gazetteer)] == ["Quellbush"]


def test_names_of_one_contested_place_are_one_place_as_written(gazetteer: Gazetteer) -> None:
    text = "Shelling in Stepanakert. Guards left Khankendi."
    [place] = resolve_places(
        Report(id="r", text=text), [_mention(text, "Stepanakert"), _mention(text, "Khankendi")], gazetteer
    )
    assert place.name == "Stepanakert"
    assert [(name.name, name.used_by) for name in place.names] == [("Stepanakert", None), ("Khankendi", None)]


def test_who_uses_a_name_is_kept_only_where_the_report_says(gazetteer: Gazetteer) -> None:
    text = "Shelling in Stepanakert, called Khankendi by Azerbaijan."
    other = PlaceName("Khankendi", "ac_1", _span(text, "Khankendi"))
    mentions = [
        PlaceMention(_span(text, "Stepanakert"), "in", names=(other,)),
        PlaceMention(_span(text, "Khankendi"), None),
    ]
    [place] = resolve_places(Report(id="r", text=text), mentions, gazetteer)
    assert {name.name: name.used_by for name in place.names} == {"Stepanakert": None, "Khankendi": "ac_1"}


def test_an_unknown_name_is_found_by_the_one_beside_it(gazetteer: Gazetteer) -> None:
    text = "Shelling in Vararakn, now Stepanakert."
    other = PlaceName("Stepanakert", None, _span(text, "Stepanakert"))
    place = _resolve(gazetteer, text, PlaceMention(_span(text, "Vararakn"), "in", names=(other,)))["Vararakn"]
    assert place.geonames == 146970
    assert place.name == "Vararakn"


def test_regions_of_several_countries_have_none(gazetteer: Gazetteer) -> None:
    text = "Fighting in Kashmir."
    assert _resolve(gazetteer, text, _mention(text, "Kashmir"))["Kashmir"].country is None


def test_where_a_report_comes_from(gazetteer: Gazetteer) -> None:
    dateline = Dateline(Span(0, 6, "BEIRUT"), "BEIRUT", None)
    assert origins(Report(id="r", text="BEIRUT -", dateline=dateline), gazetteer).home == {"LB"}
    assert origins(Report(id="r", text="x", url="https://news.example.co.uk/1"), gazetteer).home == {"GB"}
    assert origins(Report(id="r", text="x", url="https://example.tv/1"), gazetteer).home == frozenset()


def test_which_countries_a_report_speaks_of(gazetteer: Gazetteer) -> None:
    text = "Azerbaijani guns fired. The U.S. and Azerbaijan's neighbours, us too, protested."
    assert set(origins(Report(id="r", text=text), gazetteer).spoken_of) == {"AZ", "US"}


def test_nothing_in_nothing_out(gazetteer: Gazetteer) -> None:
    assert resolve_places(Report(id="r", text="x"), [], gazetteer) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["Paris", "Homs", "Tripoli", "Stepanakert", "Nowhere", "northern Mali"]), max_size=8))
def test_every_mention_is_in_one_place_and_order_does_not_matter(gazetteer: Gazetteer, names: list[str]) -> None:
    text = " in ".join(["", *names])
    mentions, at = [], 0
    for name in names:
        at = text.index(" in " + name, at) + 4
        mentions.append(PlaceMention(Span.cut(text, at, at + len(name)), "in"))
        at += len(name)
    report = Report(id="r", text=text)
    places = resolve_places(report, mentions, gazetteer)
    assert sorted(m for place in places for m in place.mentions) == sorted(m.span for m in mentions)
    assert places == resolve_places(report, mentions[::-1], gazetteer)
    assert len({place.id for place in places}) == len(places)
    for place in places:
        assert (place.lat is None) == (place.lon is None) == (place.precision is None) == (place.reason is not None)
