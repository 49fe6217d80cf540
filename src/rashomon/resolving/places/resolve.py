"""The question: which place is meant, and where does it lie?"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Place, PlaceMention, Report
from rashomon.resolving.places.choosing import choose
from rashomon.resolving.places.clusters import gather
from rashomon.resolving.places.gazetteer import Gazetteer
from rashomon.resolving.places.home import origins
from rashomon.resolving.places.placing import to_places


def resolve_places(report: Report, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that `mentions` name, in the order of their first mention; each mention is in exactly one.

    What the gazetteer lacks, or what could be several places with nothing to tell them apart, is a place without point
    and with a `reason`.
    """
    clusters = gather(mentions, gazetteer)
    return to_places(report, choose(clusters, origins(report, gazetteer)))
