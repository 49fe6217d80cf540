"""Which words of a report tell a time."""

from rashomon.reading.times.find import find_times

__all__ = ["find_times"]
