"""One key for the spellings of one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: letters that Unicode does not decompose, as English-language news writes them
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
#: apostrophes, modifier letters for hamza and ayn, primes, full stops: written or left out at will
_DROPPED = re.compile(r"['`´‘’ʻʼʽʾʿˈ′′.]")
_GAP = re.compile(r"[\s\-‐‑‒–—_/,]+")
_SAINT = re.compile(r"\b(?:saint|sainte)\b")
_MOUNT = re.compile(r"\bmt\b")
_FORT = re.compile(r"\bft\b")
#: the Arabic article in its assimilated forms, and English "the"
_ARTICLE = re.compile(r"^(?:the|al|el|ar|as|ash|at|ad|az|an) (?=\w{3})")


def name_key(name: str) -> str:
    """The form under which `name` is kept: no case, accents, apostrophes; hyphens are spaces; "Saint" is "St"."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        # letters of mathematics become plain capitals only here
        text = "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    # most names are plain letters and single spaces by now, and need none of the costly searches
    if not (text.isascii() and text.replace(" ", "").isalpha()) or "  " in text or text[0] == " " or text[-1] == " ":
        text = _GAP.sub(" ", _DROPPED.sub("", text)).strip()
    if "saint" in text:
        text = _SAINT.sub("st", text)
    if "mt" in text:
        text = _MOUNT.sub("mount", text)
    return _FORT.sub("fort", text) if "ft" in text else text


def key_variants(key: str) -> Iterator[str]:
    """Keys to try when `key` itself is unknown, likeliest first: without an article, with an Arabic one."""
    bare = _ARTICLE.sub("", key)
    if bare != key:
        yield bare
    yield "al " + bare
    if " " in bare:
        yield bare.replace(" ", "")
