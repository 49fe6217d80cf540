"""Who an actor is: country, sector, kind, references."""

from rashomon.resolving.actors.coding import Coding, code_phrase
from rashomon.resolving.actors.resolve import resolve_actors

__all__ = ["Coding", "code_phrase", "resolve_actors"]
