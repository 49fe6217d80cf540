"""The question: which place is meant, and where does it lie?"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Place, PlaceMention, Report
from rashomon.resolving.places.choosing import choose
from rashomon.resolving.places.clusters import gather, is_placed
from rashomon.resolving.places.gazetteer import Gazetteer
from rashomon.resolving.places.home import origins
from rashomon.resolving.places.placing import to_places


def resolve_places(report: Report, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that `mentions` name, in the order of their first mention.

    Each mention is in exactly one of them, but for those that nothing calls a place: no gazetteer entry, no
    preposition, no word for its kind, no place around it. What the gazetteer lacks, or what could be several places
    with nothing to tell them apart, is a place without point and with a `reason`.
    """
    clusters = gather(mentions, gazetteer)
    choices = choose(clusters, origins(report, gazetteer))
    return to_places(report, [choice for choice in choices if choice.place is not None or is_placed(choice.cluster)])
