"""Which mentions of a report tell of one event."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.reading.drafts import EventMention
from rashomon.reading.events.coref_features import Features, features_of
from rashomon.reading.events.coref_rules import agree, evidence
from rashomon.reading.parsed import Parsed

#: how many events of one type are kept in mind; an event told of again after so many others is taken for another
_MEMORY = 24
#: mentions of one event, the last ones, that a new mention is compared with
_COMPARED = 8
#: what each mention of an event, up to so many, adds to its chance of being told of again
_SALIENCE, _SALIENT = 0.2, 5


@dataclass(slots=True)
class Cluster:
    """The mentions of one event so far; `first` is the index of the first."""

    first: int
    mentions: list[Features] = field(default_factory=list)


def join_repeats(parsed: Parsed, events: Sequence[EventMention]) -> None:
    """Sets `same_as` of each mention that repeats an earlier one to the index of its event's first mention.

    Runs after modality and before `locate`, which hands place and time on along `same_as`. Compares a mention with the
    last events of its type only, so the work grows with the number of mentions, not with its square.
    """
    remembered: dict[str, deque[Cluster]] = {}
    for index in sorted(range(len(events)), key=lambda i: events[i].head):
        mention = features_of(parsed, events[index])
        known = remembered.setdefault(mention.type, deque(maxlen=_MEMORY))
        best = max(known, key=lambda c: _strength(mention, c), default=None)
        if best is not None and _strength(mention, best) > 0:
            events[index].same_as = best.first
            known.remove(best)
        else:
            best = Cluster(index)
        best.mentions.append(mention)
        known.append(best)


def _strength(mention: Features, cluster: Cluster) -> float:
    recent = cluster.mentions[-_COMPARED:]
    if not all(agree(mention, m) for m in recent):
        return 0.0
    best = max(evidence(mention, m) for m in recent)
    return best + _SALIENCE * min(len(cluster.mentions), _SALIENT) if best else 0.0
