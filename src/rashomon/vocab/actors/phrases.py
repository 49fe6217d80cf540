"""Entries found by one or more folded words, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Entry]):
    """Entries by their folded words. Several may share a phrase; their order is that of the data."""

    _entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    _after: Mapping[str, int]
    _before: Mapping[str, int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Sequence[str], Entry]]) -> Phrases[Entry]:
        """The entries of (folded words, entry) pairs."""
        # by identity: a user's file may give one name to thousands, and comparing each with all takes minutes
        entries: dict[tuple[str, ...], dict[int, Entry]] = {}
        after: dict[str, int] = {}
        before: dict[str, int] = {}
        for phrase, entry in pairs:
            key = tuple(phrase)
            entries.setdefault(key, {}).setdefault(id(entry), entry)
            after[key[0]] = max(after.get(key[0], 0), len(key))
            before[key[-1]] = max(before.get(key[-1], 0), len(key))
        return cls({key: tuple(some.values()) for key, some in entries.items()}, after, before)

    def all(self) -> Iterator[Entry]:
        """Every entry, once for each of its phrases."""
        for some in self._entries.values():
            yield from some

    def get(self, phrase: Sequence[str]) -> tuple[Entry, ...]:
        """The entries of exactly this phrase."""
        return self._entries.get(tuple(phrase), ())

    def starting(self, folded: Sequence[str], at: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest phrase that begins at `folded[at]`: how many words it has (0 for none) and its entries."""
        for size in range(min(self._after.get(folded[at], 0), len(folded) - at), 0, -1):
            some = self._entries.get(tuple(folded[at : at + size]))
            if some:
                return size, some
        return 0, ()

    def ending(self, folded: Sequence[str], end: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest phrase that ends before `folded[end]`: how many words it has (0 for none) and its entries."""
        for size in range(min(self._before.get(folded[end - 1], 0), end), 0, -1):
            some = self._entries.get(tuple(folded[end - size : end]))
            if some:
                return size, some
        return 0, ()
