"""What the lexicon says of each word, in numbers, for the encoder's heads for events: they read it beside the words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import numpy as np

from rashomon.models.encoder import Integers
from rashomon.reading.drafts import EventMention
from rashomon.records import EventType

TYPES: tuple[EventType, ...] = get_args(EventType)
FLAGS = ("negated", "hypothetical", "future", "historical")
#: what the encoder says of each word: no event and each of the types, the flags, certainty
WIDTH = 1 + len(TYPES) + len(FLAGS) + 1
#: the column of how certain it is that an event happened, from -1 to 1
CERTAINTY = WIDTH - 1
#: confidence of the lexicon's own at which a trigger counts as plain
PLAIN = 0.6
#: the columns and how many values each has: 0 is no word, 1 a word that the lexicon does not know as an event; the type
#: that it gives; whether it doubts it
SIZES = {"trigger": len(TYPES) + 2, "doubt": 4}


def lexicon_columns(size: int, found: Iterable[EventMention]) -> Integers:
    """The numbers of `size` words (words x columns), where the lexicon found `found`."""
    out = np.ones((size, len(SIZES)), dtype=np.int64)
    for event in found:
        out[event.head] = TYPES.index(event.type) + 2, 2 if event.confidence >= PLAIN else 3
    return out
