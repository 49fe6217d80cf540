"""Personal names as bylines and credits write them."""

from __future__ import annotations

import re
from functools import cache

from rashomon.intake.furniture.words import one_of

_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f"
_PART = rf"(?:[{_CAPITAL}][\w'’-]*\.?)"


@cache
def name_pattern() -> str:
    """A name of two to five parts: "Jane Doe", "J. van der Berg", "JANE O'HARA"."""
    return rf"{_PART}(?:[ \t]+(?:(?:{one_of('name_particles')})[ \t]+)*{_PART}){{1,4}}"


@cache
def names_pattern() -> str:
    """Names, parted by commas, "and" or "&"."""
    name = name_pattern()
    return rf"{name}(?:(?:,?[ \t]+(?i:and)[ \t]+|[ \t]*[,&][ \t]*){name}){{0,7}}"


@cache
def separators() -> re.Pattern[str]:
    """What parts the names of a list."""
    return re.compile(r",?\s+(?:and|AND|And)\s+|\s*[,&;]\s*")
