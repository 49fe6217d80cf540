"""What every step of this question reads: the report, its words, its names, and the nouns that end at a token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.actors.folding import Folded
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.names import Names
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import ActorNoun, Register, nouns

#: how many tokens an actor noun may have
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed report with its folded words and its names, and whom the register knows."""

    parsed: Parsed
    folded: Folded
    names: Names
    register: Register

    def noun(self, head: Token) -> ActorNoun | None:
        """The noun of the table that ends at a token, nothing but words of its sentence in it."""
        doc, start = self.parsed.doc, head.i
        while start > 0 and head.i - start < _LONGEST and not doc[start].is_sent_start and not doc[start - 1].is_punct:
            start -= 1
        while start < head.i and doc[start].is_punct:
            start += 1
        window = self.folded.under(Stretch(start, head.i + 1))
        size, some = nouns().ending(window, len(window)) if window else (0, ())
        if not size:
            size, some = nouns().ending((head.lemma_.lower(),), 1)
        return some[0] if size else None

    def described(self, stretch: Stretch) -> list[tuple[Stretch, ActorNoun]]:
        """The nouns of the table in a stretch, left to right, each with its tokens."""
        found = []
        folded, at = self.folded, self.folded.first[stretch.end]
        first = folded.first[stretch.start]
        while at > first:
            window = folded.words[max(first, at - _LONGEST) : at]
            size, some = nouns().ending(window, len(window))
            if size:
                found.append((Stretch(folded.tokens[at - size], folded.tokens[at - 1] + 1), some[0]))
            at -= max(size, 1)
        return found[::-1]

    def traits(self, tokens: Iterable[int]) -> frozenset[str]:
        """The content words among `tokens`, folded; those of a sure name count as its key."""
        found: set[str] = set()
        for i in tokens:
            token, name = self.parsed.doc[i], self.names.over[i]
            if name and name.key:
                found.add(name.key)
            elif token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") and not token.is_stop:
                found.update(self.folded.under(Stretch(i, i + 1)))
        return frozenset(found)


def located(head: Token) -> bool:
    """Whether a noun stands where places stand: after "in", "near" and the like."""
    return head.dep_ == "pobj" and head.head.lower_ in word_list("locatives")
