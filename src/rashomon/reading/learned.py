"""The attributions that the encoder sees in a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.models.encoder import Encoder, Floats
from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.decoding import Group, cue_chances, grouped
from rashomon.reading.statements.features import Grammar
from rashomon.reading.statements.windows import windows_of


@dataclass(frozen=True, slots=True)
class Learned:
    """Groups in the order of their anchors, and for each token of the report the probability that it is of a cue."""

    groups: list[Group]
    chances: Floats


def learn(parsed: Parsed, encoder: Encoder, by_grammar: Sequence[Attribution]) -> Learned:
    """One pass of the encoder over the report, which also sees what the grammar found."""
    grammar = Grammar(parsed, by_grammar)
    windows = windows_of(parsed)
    chances = np.zeros(len(parsed.doc), dtype=np.float32)
    by_window: dict[int, list[Group]] = {}
    words = [[parsed.doc[i].text for i in w.tokens] for w in windows]
    for number, encoded in encoder.encode(words, [grammar.columns[w.start : w.end] for w in windows]):
        window = windows[number]
        chances[window.start : window.end] = cue_chances(encoded)
        by_window[number] = grouped(window, encoded, grammar)
    return Learned([group for number in sorted(by_window) for group in by_window[number]], chances)
