"""The country that a report is about."""

from __future__ import annotations

import pytest

from rashomon.records import Place, Span
from rashomon.resolving.places import country_told_of


def _place(name: str, country: str | None, mentions: int = 1) -> Place:
    spans = tuple(Span(i, i + len(name), name) for i in range(mentions))
    return Place(name, name, spans, None, None, None, country, None, None, None)


@pytest.mark.parametrize(
    ("places", "told_of"),
    [
        ([_place("Mali", "ML"), _place("Gao", "ML", 3)], "Mali"),
        ([_place("Mali", "ML", 3), _place("Paris", "FR")], "Mali"),
        ([_place("Mali", "ML"), _place("Paris", "FR")], None),
        ([_place("Gao", "ML", 3)], None),
        ([_place("northern Mali", "ML", 3)], None),
        ([_place("Nowhere", None)], None),
        ([], None),
    ],
)
def test_the_country_in_which_most_lies(places: list[Place], told_of: str | None) -> None:
    found = country_told_of(places)
    assert (found.name if found else None) == told_of
