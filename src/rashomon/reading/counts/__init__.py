"""How many people were killed, injured, missing, captured, detained, displaced or affected."""

from rashomon.reading.counts.repeats import join_repeats
from rashomon.reading.counts.step import find_counts

__all__ = ["find_counts", "join_repeats"]
