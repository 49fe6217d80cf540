"""What happened, is said to have happened, or may happen: PLOVER events by words and grammar."""

from rashomon.reading.events.detection import find_events

__all__ = ["find_events"]
