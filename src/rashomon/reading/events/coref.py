"""Which mentions of a report tell of one event."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.reading.drafts import EventMention
from rashomon.reading.events.coref_effects import Effects, circumstance
from rashomon.reading.events.coref_features import Features, features_of
from rashomon.reading.events.coref_rules import agree, consistent, evidence, follows
from rashomon.reading.parsed import Parsed

#: how many events of one type are kept in mind; an event told of again after so many others is taken for another
_MEMORY = 24
#: mentions of one event, the last ones, that a new mention is compared with
_COMPARED = 8
#: what each mention of an event, up to so many, adds to its chance of being told of again
_SALIENCE, _SALIENT = 0.2, 5


@dataclass(slots=True)
class Cluster:
    """The mentions of one event so far; `first` is the index of the first. `effects` only tell what befell victims."""

    first: int
    mentions: list[Features] = field(default_factory=list)
    effects: list[Features] = field(default_factory=list)

    @property
    def sides(self) -> frozenset[str]:
        """What tells the war that it is from others."""
        return next((m.sides for m in self.mentions if m.sides), frozenset())


def join_repeats(parsed: Parsed, events: Sequence[EventMention]) -> None:
    """Sets `same_as` of each mention that repeats another one to the index of its event's first mention.

    What befell the victims ("12 were killed") is told of the attack that caused it, be it named before or after. Runs
    after modality and before `locate`, which hands place and time on along `same_as`. Compares a mention with the last
    events of its type only, so the work grows with the number of mentions, not with its square.
    """
    _Joining(parsed, events).run()


class _Joining:
    """One report's mentions, put into clusters in the order of the text."""

    def __init__(self, parsed: Parsed, events: Sequence[EventMention]) -> None:
        self._parsed = parsed
        self._events = events
        self._effects = Effects(parsed, events)
        self._remembered: dict[str, deque[Cluster]] = {}
        self._home: dict[int, Cluster] = {}
        self._waiting: dict[int, list[tuple[int, Features]]] = {}
        self._last_course: Cluster | None = None

    def run(self) -> None:
        for index in sorted(range(len(self._events)), key=lambda i: self._events[i].head):
            mention = features_of(self._parsed, self._events[index])
            if self._effects.is_effect(index) and self._join_cause(index, mention):
                continue
            self._put(index, mention, self._repeated(index, mention) or self._told_before(index, mention))

    def _join_cause(self, index: int, mention: Features) -> bool:
        """Joins an effect to the attack that its sentence names as the cause; one named later is waited for."""
        cause = self._effects.cause(index)
        if cause is None or not consistent(mention, features_of(self._parsed, self._events[cause])):
            return False
        if cause in self._home:
            self._add_effect(self._home[cause], index, mention)
        else:
            self._waiting.setdefault(cause, []).append((index, mention))
        return True

    def _repeated(self, index: int, mention: Features) -> Cluster | None:
        """The event that `mention` tells of again, or the attack in which it says that the harm was done."""
        known = list(self._remembered.get(mention.type, ()))
        if mention.course and not mention.sides and self._last_course is not None:  # "the war" is the last one named
            known = [c for c in known if c is self._last_course or not c.mentions[-1].course]
        best = max(known, key=lambda c: _strength(mention, c), default=None)
        if best is not None and _strength(mention, best) > 0:
            return best
        noun = circumstance(self._parsed.doc[mention.head]) if self._effects.is_effect(index) else None
        if noun is None:
            return None
        stand_in = replace(self._events[index], head=noun.i, recipients=[], definite=False)
        attack = features_of(self._parsed, stand_in)
        best = max(known, key=lambda c: _strength(attack, c), default=None)
        return best if best is not None and attack.definite and _strength(attack, best) > 0 else None

    def _told_before(self, index: int, mention: Features) -> Cluster | None:
        """The one attack of the sentence before, when `mention` tells what befell somebody and of no attack."""
        if not self._effects.is_effect(index) or circumstance(self._parsed.doc[mention.head]) is not None:
            return None
        before = {self._home[i].first: self._home[i] for i in self._effects.told_before(index) if i in self._home}
        if len(before) != 1:
            return None
        (cluster,) = before.values()
        same_harm = [e for e in cluster.effects if e.classes & mention.classes and e.figures != mention.figures]
        return cluster if not same_harm and all(follows(mention, m) for m in cluster.mentions[-_COMPARED:]) else None

    def _put(self, index: int, mention: Features, home: Cluster | None) -> None:
        if home is None:
            home = Cluster(index)
        elif self._effects.is_effect(index) and not self._effects.is_effect(home.first):
            self._add_effect(home, index, mention)
            return
        else:
            self._events[index].same_as = home.first
        home.mentions.append(replace(mention, sides=home.sides) if mention.course and not mention.sides else mention)
        known = self._remembered.setdefault(mention.type, deque(maxlen=_MEMORY))
        if home in known:
            known.remove(home)
        known.append(home)
        self._home[index] = home
        if mention.course:
            self._last_course = home
        for effect, features in self._waiting.pop(index, ()):
            self._add_effect(home, effect, features)

    def _add_effect(self, home: Cluster, index: int, mention: Features) -> None:
        self._events[index].same_as = home.first
        self._home[index] = home
        home.effects.append(mention)


def _strength(mention: Features, cluster: Cluster) -> float:
    """How strongly `mention` tells of the event of `cluster` again, or of what befell its victims; 0: not at all."""
    recent = cluster.mentions[-_COMPARED:]
    told = [m for m in cluster.effects[-_COMPARED:] if agree(mention, m)]
    if all(agree(mention, m) for m in recent):
        told += recent
    elif not all(consistent(mention, m) for m in recent):
        return 0.0
    best = max((evidence(mention, m) for m in told), default=0.0)
    return best + _SALIENCE * min(len(cluster.mentions), _SALIENT) if best else 0.0
