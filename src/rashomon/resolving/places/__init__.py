"""Where: mentions of places to points, countries and ids, or to a reason why not."""

from rashomon.resolving.places.build import build, default_path
from rashomon.resolving.places.disputes import Disputes
from rashomon.resolving.places.focus import country_told_of
from rashomon.resolving.places.gazetteer import Candidate, Gazetteer, dump_of, open_gazetteer
from rashomon.resolving.places.resolve import resolve_places

__all__ = [
    "Candidate",
    "Disputes",
    "Gazetteer",
    "build",
    "country_told_of",
    "default_path",
    "dump_of",
    "open_gazetteer",
    "resolve_places",
]
