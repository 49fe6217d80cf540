"""The question: which place is meant, and where does it lie?"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Place, PlaceMention, Report
from rashomon.resolving.places.choosing import Choice, choose
from rashomon.resolving.places.clusters import gather, is_placed
from rashomon.resolving.places.disputes import Disputes, our_disputes
from rashomon.resolving.places.gazetteer import Gazetteer
from rashomon.resolving.places.home import origins
from rashomon.resolving.places.placing import to_places


def resolve_places(
    report: Report, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, disputes: Disputes | None = None
) -> tuple[Place, ...]:
    """The places that `mentions` name, in the order of their first mention.

    Each mention is in exactly one of them, but for those that nothing calls a place: no gazetteer entry, no
    preposition, no word for its kind, no place around it. What the gazetteer lacks, or what could be several places
    with nothing to tell them apart, is a place without point and with a `reason`. `disputes` are the contested places
    (ours).
    """
    disputes = disputes or our_disputes()
    clusters = gather(mentions, gazetteer, disputes)
    choices = choose(clusters, origins(report, gazetteer))
    kept = [c for c in choices if c.place is not None or is_placed(c.cluster) or _is_listed(c, disputes)]
    return to_places(report, kept, gazetteer, disputes)


def _is_listed(choice: Choice, disputes: Disputes) -> bool:
    """Whether a name that no gazetteer has stands on the list of contested ones."""
    return not choice.cluster.candidates and bool(disputes.places(choice.cluster.readings[0].name))
