"""The same count told again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rashomon.reading.drafts import CountMention
from rashomon.reading.parsed import Parsed

_EVERYBODY = frozenset({"people", "person", "other", "others", "victim", "one", "member", "casualty"})


def join_repeats(
    parsed: Parsed, counts: Sequence[CountMention], speakers: Sequence[Hashable] | None = None
) -> list[CountMention]:
    """The counts without those that say again what one before them said: the same kind and range, of people who may be the
    same. The first is kept.

    `speakers` says whose each count is (None: the narrator). Two speakers who name the same figure are two accounts and both
    stay; the narrator's figure and a speaker's equal one are one, and the speaker's is kept, as it says more.
    """
    by = list(speakers) if speakers is not None else [None] * len(counts)
    kept: list[int] = []
    stands_for: dict[int, int] = {}
    for i, count in enumerate(counts):
        same = next((k for k in kept if _same(parsed, counts[k], count) and _one_voice(by[k], by[i])), None)
        if same is None:
            kept.append(i)
        elif by[same] is None and by[i] is not None:
            kept[kept.index(same)] = i
            stands_for[same] = i
        else:
            stands_for[i] = same
    place = {old: new for new, old in enumerate(sorted(kept))}
    return [_moved(counts[i], place, stands_for) for i in sorted(kept)]


def _moved(count: CountMention, place: dict[int, int], stands_for: dict[int, int]) -> CountMention:
    total = count.part_of
    while total is not None and total in stands_for:
        total = stands_for[total]
    count.part_of = place.get(total) if total is not None else None
    return count


def _one_voice(one: Hashable, other: Hashable) -> bool:
    return one is None or other is None or one == other


def _same(parsed: Parsed, one: CountMention, other: CountMention) -> bool:
    if (one.kind, one.low, one.high) != (other.kind, other.low, other.high):
        return False
    if one.part_of is not None and other.part_of is not None and one.stretch == other.stretch:
        return False
    a, b = _noun(parsed, one), _noun(parsed, other)
    if a == b or not a or not b:
        return True
    classes = {one.victims_class, other.victims_class}
    return one.low != 1 and (a in _EVERYBODY or b in _EVERYBODY or len(classes - {"unknown"}) < 2)


def _noun(parsed: Parsed, count: CountMention) -> str:
    if count.victims is None:
        return ""
    root = parsed.doc[count.victims.start : count.victims.end].root
    return root.lemma_.lower()
