"""Which place lies in which."""

from __future__ import annotations

from rashomon.records.geo import kilometres
from rashomon.resolving.places.gazetteer import Candidate

#: how far beyond a region's own reach a place may lie and still count as in it, as a share of that reach
_SLACK = 1.3
#: reach of a town that the text puts around a place ("X, Mosul"): its own quarters and suburbs, in kilometres
_TOWN_KM = 40.0


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether `inner` lies in `outer`, as far as the gazetteer tells. No place holds itself."""
    if outer.id == inner.id:
        return False
    if outer.feature == "PCLI":
        return outer.country == inner.country and inner.feature != "PCLI"
    if outer.feature == "ADM1":
        return (outer.country, outer.admin1) == (inner.country, inner.admin1) and inner.feature not in ("PCLI", "ADM1")
    if inner.feature in ("PCLI", "ADM1"):
        return False
    if outer.feature == "ADM2":
        return inner.admin2 == outer.id
    far = kilometres(outer.lat, outer.lon, inner.lat, inner.lon)
    return far <= (outer.radius * _SLACK if outer.radius else _TOWN_KM)
