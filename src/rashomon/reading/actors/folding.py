"""The folded words of a report, and the tokens that they come from."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import words


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded words of a Doc: `words[i]` comes from token `tokens[i]`; `first[t]` is the first word of token t or
    after it."""

    words: tuple[str, ...]
    tokens: tuple[int, ...]
    first: tuple[int, ...]

    def under(self, stretch: Stretch) -> tuple[str, ...]:
        """The words of a stretch."""
        return self.words[self.first[stretch.start] : self.first[stretch.end]]


def folded(parsed: Parsed) -> Folded:
    """The folded words of the report's tokens. Each distinct token is folded once."""
    cache: dict[int, list[str]] = {}
    out: list[str] = []
    tokens: list[int] = []
    first: list[int] = []
    for token in parsed.doc:
        first.append(len(out))
        if token.tag_ == "POS":
            continue
        some = cache.get(token.orth)
        if some is None:
            some = cache.setdefault(token.orth, words(token.text))
        out.extend(some)
        tokens.extend([token.i] * len(some))
    first.append(len(out))
    return Folded(tuple(out), tuple(tokens), tuple(first))
