"""Totals of people shot, of whom some died: who of them is injured is what is left."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.counts.grammar import lemma_of
from rashomon.reading.counts.telling import Telling
from rashomon.reading.counts.words import listed

#: how many words up from a death its shooting is looked for
_STEPS = 4
#: people shot are held against so many counts of dead; more would make a long list of both slow
_MOST = 40


def survivors_only(tellings: Sequence[Telling]) -> list[Telling]:
    """The counts where "six people were shot" is no longer read as six injured once the report tells that some of them
    died: as the rest ("six were shot, two of them fatally": 4), as killed or injured where the report numbers the rest
    itself, as nothing where the number are the dead ("shot the two")."""
    dead = [t for t in tellings if t.count.kind == "killed" and _exactly(t)][:_MOST]
    rest = {_exactly(t) for t in tellings if t.count.kind == "injured"}
    out = []
    for telling in tellings:
        shot = _exactly(telling)
        if telling.count.kind == "injured" and shot > 1 and not telling.single and _by_shooting(telling):
            if any(_exactly(d) == shot and _refers_back(telling, d) for d in dead):
                continue
            _subtract(telling, shot, dead, rest)
        out.append(telling)
    return out


def _exactly(telling: Telling) -> int:
    """The number of a count that gives one, else 0."""
    count = telling.count
    return count.low if count.low is not None and count.low == count.high else 0


def _by_shooting(telling: Telling) -> bool:
    return lemma_of(telling.head) in listed("shooting")


def _subtract(telling: Telling, shot: int, dead: Sequence[Telling], rest: set[int]) -> None:
    count = telling.count
    if any(0 < _exactly(d) < shot and shot - _exactly(d) in rest for d in dead):
        count.kind = "affected"
        return
    part = next((d for d in dead if _exactly(d) < shot and _is_part(d, telling)), None)
    if part is not None:
        count.low = count.high = shot - _exactly(part)


def _is_part(dead: Telling, shot: Telling) -> bool:
    """Whether the dead are some of those shot in the same sentence: "including two who died", "two of them", "killing two",
    "one fatally"."""
    if dead.sentence != shot.sentence or dead.group.number.stretch < shot.group.number.stretch:
        return False
    if dead.whole is shot.count or dead.group.of_them or lemma_of(dead.head) in listed("fatally"):
        return True
    if dead.group.noun is None and dead.head.dep_ == "conj" and dead.head.head == shot.head:
        return True  # "four people were shot and one killed"
    token = dead.head
    for _ in range(_STEPS):
        if token.dep_ == "advcl" and token.head == shot.head:
            return True
        token = token.head
    return False


def _refers_back(shot: Telling, dead: Telling) -> bool:
    """Whether the people shot are known and may be the dead: "the two", "his two children" after "the two children"."""
    if not any(c.dep_ in {"det", "poss"} and c.lower_ not in listed("articles") for c in shot.group.node.lefts):
        return False
    one, other = shot.group.noun, dead.group.noun
    return one is None or other is None or lemma_of(one) == lemma_of(other)
