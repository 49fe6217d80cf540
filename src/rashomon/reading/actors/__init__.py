"""Who: the actors that a report's statements, events and counts point at."""

from rashomon.reading.actors.cast import Cast, find_actors

__all__ = ["Cast", "find_actors"]
