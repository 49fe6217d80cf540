"""The same count told again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rashomon.reading.counts.words import listed
from rashomon.reading.drafts import CountMention
from rashomon.reading.parsed import Parsed


def join_repeats(
    parsed: Parsed, counts: Sequence[CountMention], speakers: Sequence[Hashable] | None = None
) -> list[CountMention]:
    """The counts without those that say again what one before them said; the first is kept.

    To say again is to give the same kind and range, of people who may be the same. `speakers` says whose each count is
    (None: the narrator). Two speakers who name the same figure are two accounts and both stay; the narrator's figure
    and a speaker's equal one are one, and the speaker's is kept, as it says more.
    """
    by = list(speakers) if speakers is not None else [None] * len(counts)
    alike: dict[tuple[object, ...], list[int]] = {}
    stands_for: dict[int, int] = {}
    for i, count in enumerate(counts):
        kept = alike.setdefault((count.kind, count.low, count.high), [])
        same = next((k for k in kept if _same(parsed, counts[k], count) and _one_voice(by[k], by[i])), None)
        if same is None:
            kept.append(i)
        elif by[same] is None and by[i] is not None:
            kept[kept.index(same)] = i
            stands_for[same] = i
        else:
            stands_for[i] = same
    left = [i for i in range(len(counts)) if i not in stands_for]
    place = {old: new for new, old in enumerate(left)}
    return [_moved(counts[i], place, stands_for) for i in left]


def _moved(count: CountMention, place: dict[int, int], stands_for: dict[int, int]) -> CountMention:
    total = count.part_of
    while total is not None and total in stands_for:
        total = stands_for[total]
    count.part_of = place.get(total) if total is not None else None
    return count


def _one_voice(one: Hashable, other: Hashable) -> bool:
    return one is None or other is None or one == other


def _same(parsed: Parsed, one: CountMention, other: CountMention) -> bool:
    """Whether two counts of one kind and range may be of the same people. No sentence tells one count twice."""
    if parsed.sentence(one.stretch.start).start == parsed.sentence(other.stretch.start).start:
        return False
    a, b = _noun(parsed, one), _noun(parsed, other)
    if a == b or not a or not b:
        return True
    classes = {one.victims_class, other.victims_class}
    return one.low != 1 and (a in listed("anybody") or b in listed("anybody") or len(classes - {"unknown"}) < 2)


def _noun(parsed: Parsed, count: CountMention) -> str:
    if count.victims is None:
        return ""
    root = parsed.doc[count.victims.start : count.victims.end].root
    return root.lemma_.lower()
