"""Parts of totals: "20 people, including five children", "five of them critically", "half of them civilians"."""

from __future__ import annotations

from rashomon.reading.counts.grammar import DEPTH
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import listed
from rashomon.reading.drafts import CountMention
from rashomon.reading.parsed import Parsed


def total_of(parsed: Parsed, group: Group, before: list[CountMention]) -> int | None:
    """The index of the count that the group is a part of, or None. Only counts of the same sentence are totals."""
    if not before or not (_included(parsed, group) or group.of_them or _by_degree(parsed, group)):
        return None
    start = parsed.sentence(group.node).start
    for i in range(len(before) - 1, -1, -1):
        count = before[i]
        if count.stretch.start < start:
            return None
        if count.part_of is None and _can_hold(count, group):
            return i
    return None


def share_of(share: tuple[int, int], total: CountMention) -> tuple[int, int | None]:
    """The range of a share of a total, rounded down."""
    over, under = share
    low = (total.low or 0) * over // under
    return low, None if total.high is None else total.high * over // under


def _can_hold(count: CountMention, group: Group) -> bool:
    return count.high is None or group.number.share is not None or count.high >= group.number.low


def _included(parsed: Parsed, group: Group) -> bool:
    """Whether "including" or the like stands before the group, or before what it is joined to."""
    node = group.node
    starts = [group.number.stretch.start, node.left_edge.i]
    for _ in range(DEPTH):
        if node.dep_ != "conj" or node.head == node:
            break
        node = node.head
        starts.append(node.left_edge.i)
    return any(_opens_part(parsed, start) for start in starts)


def _opens_part(parsed: Parsed, start: int) -> bool:
    before = [parsed.doc[i].lower_ for i in range(max(start - 2, 0), start)]
    return bool(before) and (before[-1] in listed("including") or " ".join(before) in listed("including"))


def _by_degree(parsed: Parsed, group: Group) -> bool:
    """Whether only how badly is told of a bare number ("11 were hurt, three seriously")."""
    after = parsed.doc[group.end].lower_ if group.noun is None and group.end < len(parsed.doc) else ""
    return after in listed("degrees")
