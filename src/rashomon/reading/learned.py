"""One pass of the encoder over a report: what it sees of statements and of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.models.encoder import Encoder, Floats
from rashomon.reading.drafts import Attribution, EventMention
from rashomon.reading.events.columns import WIDTH, lexicon_columns
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.decoding import Group, cue_chances, grouped
from rashomon.reading.statements.features import Grammar
from rashomon.reading.statements.windows import windows_of


@dataclass(frozen=True, slots=True)
class Learned:
    """What the grammar found and the encoder saw; the encoder's groups in the order of their anchors; for each token of the
    report the probability that it is of a cue, and the scores of what it says as an event (tokens x `WIDTH`)."""

    by_grammar: list[Attribution]
    groups: list[Group]
    chances: Floats
    events: Floats


def learn(
    parsed: Parsed, encoder: Encoder, by_grammar: Sequence[Attribution], by_lexicon: Sequence[EventMention]
) -> Learned:
    """One pass of the encoder over the report, which also sees what the grammar and the lexicon of events found."""
    grammar = Grammar(parsed, by_grammar)
    windows = windows_of(parsed)
    lexicon = lexicon_columns(len(parsed.doc), by_lexicon)
    chances = np.zeros(len(parsed.doc), dtype=np.float32)
    events = np.zeros((len(parsed.doc), WIDTH), dtype=np.float32)
    by_window: dict[int, list[Group]] = {}
    words = [[parsed.doc[i].text for i in w.tokens] for w in windows]
    known = [[columns[w.start : w.end] for w in windows] for columns in (grammar.columns, lexicon)]
    for number, encoded in encoder.encode(words, *known):
        window = windows[number]
        chances[window.start : window.end] = cue_chances(encoded)
        events[window.start : window.end] = encoded.events
        by_window[number] = grouped(window, encoded, grammar)
    groups = [group for number in sorted(by_window) for group in by_window[number]]
    return Learned(list(by_grammar), groups, chances, events)
