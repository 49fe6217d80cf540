"""The mentions that a pronoun chooses from, and which of them it can stand for at all."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.phrases import Phrase
from rashomon.records import ActorKind

_BODIES: frozenset[ActorKind] = frozenset({
    "state", "government", "ministry", "military", "police", "armed group", "party", "organisation", "igo", "ngo",
    "media", "court", "company",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that has gone by: its actor, its head, whether it is a subject, speaks, undergoes something."""

    entity: Entity
    head: int
    subject: bool
    speaks: bool
    undergoer: bool
    quoted: bool
    sentence: int


def suits(phrase: Phrase, entity: Entity) -> bool:
    """Whether a pronoun agrees with an actor in number, gender and kind."""
    if phrase.pronoun in ("he", "she"):
        wanted = "m" if phrase.pronoun == "he" else "f"
        return entity.kind == "person" and not entity.plural and entity.gender in (None, wanted)
    if phrase.pronoun == "it":
        return entity.kind in _BODIES and not entity.plural
    return entity.plural or entity.kind in _BODIES - {"state", "ministry", "court"}
