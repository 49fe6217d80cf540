"""The words of titles: which of the report's make one, and how they are joined (`title.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.vocab.data import read_tree


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`title.toml`: words that join, nouns with their prepositions, lists of words by what they tell."""

    join: Mapping[str, str]
    nouns: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


def preposition(words: str) -> str | None:
    """What leads from a noun to whom it befalls, empty where it befalls nobody; None where `words` are no noun."""
    nouns, lists = lexicon().nouns, lexicon().lists
    parts = words.casefold().split()
    verb = parts[0].endswith("ed") or parts[0] in lists["participles"] or parts[0] == "set"
    if len(parts) > 1 and (verb or lists["determiners"].intersection(parts[1:])):
        return None
    known = sorted(singular(words) & nouns.keys())
    if known:
        return nouns[known[0]]
    return lexicon().join["of"] if parts[-1].removesuffix("s").endswith("ing") else None


def singular(noun: str) -> set[str]:
    """What the last word of `noun` may be in the singular, among them what it is not."""
    last = noun.casefold().split()[-1] if noun else ""
    return {last, last.removesuffix("s"), last.removesuffix("es")}


def is_number(name: str) -> bool:
    """Whether a name counts people: "At least four people", "31 people"."""
    first = name.split()[0] if name else ""
    return any(letter.isdigit() for letter in name) or first.casefold() in lexicon().lists["numbers"]


def placed(text: str, place: str) -> str:
    """`text` with its place, unless it names it already."""
    return f"{text} · {place}" if place and place.casefold() not in text.casefold() else text


def joined(left: str, word: str, right: str) -> str:
    """Two pieces with a word between them, which goes by its key in the lexicon."""
    return f"{left} {like(left, lexicon().join[word])} {small(right)}"


def like(before: str, word: str) -> str:
    """`word` in capitals after capitals: whole reports are written in them."""
    return word.upper() if before.isupper() else word


def small(text: str) -> str:
    """`text` as it stands inside a line: a first word that has its capital only from the start of a sentence loses it."""
    lists, (first, second) = lexicon().lists, [*text.split(), "", ""][:2]
    if not first.istitle() or second[:1].isupper():
        return text
    listed = any(first.casefold() in lists[name] for name in ("leads", "numbers", "commons", "participles", "active"))
    known = listed or first.endswith("ed") or preposition(first) is not None
    return text[:1].lower() + text[1:] if known else text


def capital(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """`text` on one line. A quotation mark whose other half is outside of it is left out, unless it is all there is."""
    marks = '"' if text.count('"') % 2 else ""
    marks += "“”" if text.count("“") != text.count("”") else ""
    unmarked = text.translate({ord(mark): None for mark in marks})
    return " ".join((unmarked if unmarked.strip() else text).split())


@cache
def lexicon() -> Lexicon:
    """The words, read once. Raises DataError where the file does not parse."""
    tree = read_tree("rashomon.linking", "title.toml")
    return Lexicon(tree["join"], tree["nouns"], {name: frozenset(words) for name, words in tree["words"].items()})
