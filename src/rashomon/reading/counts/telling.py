"""A count while the report's other counts are still to be held against it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.counts.groups import Group
from rashomon.reading.drafts import CountMention


@dataclass(frozen=True, slots=True)
class Telling:
    """A count with the people that it counts, the word that tells their loss, the first token of its sentence
    and the total that they are a part of, whatever became of it."""

    group: Group
    head: Token
    count: CountMention
    sentence: int
    whole: CountMention | None = None

    @property
    def single(self) -> bool:
        """Whether it tells one person without a number."""
        return self.group.article

    @property
    def at_least_one(self) -> bool:
        """Whether it tells of at least one."""
        return (self.count.low or 0) > 0
