"""One form for the spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_](?:\.[^\W_])+\.?(?![^\W_])|[^\W_]+(?:['’ʼ`][^\W_]+)*['’]?")
_POSSESSIVE = re.compile(r"['’ʼ`](?:[sS])?$")
#: acronyms up to this length keep their case: "US" is no "us", "WHO" no "who"
_SHORT = 4


def words(text: str) -> list[str]:
    """The folded words of `text`; hyphens part words, possessive endings and full stops in acronyms go."""
    return [fold(w) for w in _WORD.findall(text)]


def capitals(text: str) -> list[bool]:
    """For each of the words of `text`, whether it begins with a capital letter or a digit: a name may begin there."""
    return [not w[0].islower() for w in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word without possessive ending, stops, apostrophes, accents and case; a short acronym keeps its case."""
    bare = _POSSESSIVE.sub("", word)
    bare = re.sub(r"[.'’ʼ`]", "", bare)
    if bare.isupper() and 1 < len(bare) <= _SHORT:
        return bare
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
