"""The country that a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rashomon.records import Place
from rashomon.vocab.countries import named

#: the share of a report's names of places that must lie in one country; chosen on ledgers for training
_SHARE = 0.7


def country_told_of(places: Iterable[Place]) -> Place | None:
    """The country in which most of what a report names lies, where the report names the country too; else None."""
    known = [place for place in places if place.country is not None]
    mentions = Counter[str | None]()
    for place in known:
        mentions[place.country] += len(place.mentions)
    if not mentions:
        return None
    country, most = mentions.most_common(1)[0]
    if most < _SHARE * mentions.total():
        return None
    return next((p for p in known if p.country == country and named(p.name)), None)
