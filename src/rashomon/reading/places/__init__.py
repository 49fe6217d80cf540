"""Which words name places, and which of them are used for a location?"""

from rashomon.reading.places.find import find_places

__all__ = ["find_places"]
