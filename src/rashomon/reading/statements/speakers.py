"""Who of a report's statements are by one speaker, as far as its actors tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from rashomon.reading.actors import Cast
from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed


class Speakers:
    """The actors behind the source of each statement; behind one that goes on without a cue, those of the one before."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution], cast: Cast) -> None:
        self._parsed = parsed
        self._found = found
        self._actors: list[frozenset[int]] = []
        for a in found:
            if a.source is not None:
                self._actors.append(frozenset(cast.of(a.source)))
            else:
                goes_on = a.follows is not None and a.follows < len(self._actors)
                self._actors.append(self._actors[a.follows] if goes_on and a.follows is not None else frozenset())

    def same(self, i: int, j: int) -> bool:
        """Whether one actor speaks in both."""
        return bool(self._actors[i] & self._actors[j])

    def others(self, i: int, among: Iterable[int]) -> list[int]:
        """The statements among these by somebody else than `i`, neither inside the other."""
        return [j for j in among if self._is_other(i, j)]

    def is_of(self, i: int, owner: Token) -> bool:
        """Whether the source of statement `i` has the word `owner` in it: "Russia's claims" are those of "Russia"."""
        source = self._found[i].source
        if source is None:
            return False
        names = {self._parsed.doc[t].lemma_.lower() for t in source.tokens}
        return owner.lemma_.lower() in names

    def _is_other(self, i: int, j: int) -> bool:
        one, other = self._found[i], self._found[j]
        if one.within == j or other.within == i or one.follows == j:
            return False
        if self._actors[i] and self._actors[j]:
            return not self._actors[i] & self._actors[j]
        if one.source is None or other.source is None:
            # nobody named says it, or it goes on with what somebody unknown said
            return one.cue is not None and other.cue is not None and one.source != other.source
        # of a pronoun that nobody resolves nothing is known
        return not (self._is_pronoun(one) or self._is_pronoun(other) or self._names(one) & self._names(other))

    def _is_pronoun(self, attribution: Attribution) -> bool:
        return attribution.source is not None and self._parsed.doc[attribution.source.start].pos_ == "PRON"

    def _names(self, attribution: Attribution) -> set[str]:
        tokens = attribution.source.tokens if attribution.source is not None else ()
        inside = [self._parsed.doc[t] for t in tokens]
        return {t.lemma_.lower() for t in inside if t.pos_ in {"NOUN", "PROPN"}}
