"""Offices and affiliations that the text gives a person."""

from __future__ import annotations

from rashomon.reading.actors.analysis import Text
from rashomon.reading.actors.entities import Entity
from rashomon.records import Role


def roles_of(text: Text, entity: Entity) -> list[Role]:
    """The roles that the phrases of a person name, each once."""
    return []
