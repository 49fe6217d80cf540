"""When: the values of time expressions."""

from rashomon.resolving.times.resolve import resolve_times

__all__ = ["resolve_times"]
