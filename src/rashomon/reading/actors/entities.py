"""The actors of one report as they come to be known, and the indexes by which a phrase finds its actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.reading.actors.lexicon import Gender, alike
from rashomon.reading.actors.phrases import Phrase
from rashomon.records import ActorKind


@dataclass(slots=True)
class Entity:
    """One actor: the phrases that refer to it, the names it has (as folded words), what was said of it."""

    number: int
    kind: ActorKind = "unknown"
    phrases: list[Phrase] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    key: str = ""
    usual: str = ""
    gender: Gender | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether the report gives it a proper name."""
        return bool(self.names)

    def take(self, phrase: Phrase, name: tuple[str, ...]) -> None:
        """Adds a phrase and what it says."""
        self.phrases.append(phrase)
        if name and name not in self.names:
            self.names.append(name)
        if self.kind in ("unknown", "organisation") and phrase.kind != "unknown":
            self.kind = phrase.kind
        self.key = self.key or phrase.key
        self.usual = self.usual or phrase.usual
        self.gender = self.gender or phrase.gender
        self.nouns.update(phrase.nouns)
        self.traits.update(phrase.traits)


@dataclass(slots=True)
class Entities:
    """All actors of the report so far."""

    all: list[Entity] = field(default_factory=list)
    _by_key: dict[str, Entity] = field(default_factory=dict)
    _by_name: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _by_word: dict[str, list[Entity]] = field(default_factory=dict)
    _by_noun: dict[str, list[Entity]] = field(default_factory=dict)
    _by_kind: dict[ActorKind, list[Entity]] = field(default_factory=dict)

    def new(self, phrase: Phrase, name: tuple[str, ...]) -> Entity:
        """A new actor that `phrase` brings in."""
        entity = Entity(len(self.all), plural=phrase.plural)
        self.all.append(entity)
        self.join(entity, phrase, name)
        return entity

    def join(self, entity: Entity, phrase: Phrase, name: tuple[str, ...]) -> None:
        """Adds a phrase to an actor and makes the actor the most recent under all that the phrase says."""
        entity.take(phrase, name)
        if phrase.key:
            self._by_key.setdefault(phrase.key, entity)
        if name:
            self.call(entity, name)
        for noun in phrase.nouns:
            _recent(self._by_noun.setdefault(noun, []), entity)
        _recent(self._by_kind.setdefault(entity.kind, []), entity)

    def call(self, entity: Entity, name: tuple[str, ...]) -> None:
        """Makes `name` (folded words) a name of an actor."""
        if name not in entity.names:
            entity.names.append(name)
        self._by_name.setdefault(name, entity)
        for word in dict.fromkeys((name[0], name[-1], *((name[-1][:5],) if len(name[-1]) > 5 else ()))):
            _recent(self._by_word.setdefault(word, []), entity)

    def by_key(self, key: str) -> Entity | None:
        """The actor that a sure name refers to."""
        return self._by_key.get(key) if key else None

    def by_name(self, name: tuple[str, ...]) -> Entity | None:
        """The actor with exactly this name."""
        return self._by_name.get(name)

    def by_word(self, word: str) -> Iterable[Entity]:
        """Actors with a name that begins or ends with `word` (or whose last word begins with these five letters)."""
        return reversed(self._by_word.get(word, ()))

    def by_noun(self, noun: str) -> list[Entity]:
        """Actors described by `noun` or one like it, the most recent first."""
        same = list(reversed(self._by_noun.get(noun, ())))
        others = [e for n in sorted(alike().get(noun, ())) if n != noun for e in reversed(self._by_noun.get(n, ()))]
        return same + [e for e in others if e not in same]

    def by_kind(self, kinds: Iterable[ActorKind]) -> list[Entity]:
        """Actors of some kinds: those whose kind is sure first, then the most recently mentioned."""
        found = {e.number: e for kind in kinds for e in self._by_kind.get(kind, ())[-8:]}
        return sorted(found.values(), key=lambda e: (e.kind == "organisation", -e.phrases[-1].head))


#: how many actors an index keeps for one word: the most recent
_KEPT = 12


def _recent(some: list[Entity], entity: Entity) -> None:
    if entity in some:
        some.remove(entity)
    some.append(entity)
    if len(some) > _KEPT:
        del some[0]
