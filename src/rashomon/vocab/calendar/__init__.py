"""The words and the grammar of English time expressions, which finding and resolving share."""

from __future__ import annotations

from rashomon.vocab.calendar.grammar import Grammar, Match, grammar
from rashomon.vocab.calendar.lexicon import UNKNOWN, Word

__all__ = ["UNKNOWN", "Grammar", "Match", "Word", "grammar"]
