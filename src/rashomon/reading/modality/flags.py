"""The four flags of an event."""

from __future__ import annotations

from rashomon.reading.modality.background import is_background
from rashomon.reading.modality.climbing import step
from rashomon.reading.modality.marks import Label, beside
from rashomon.reading.parsed import Parsed
from rashomon.records import Modality

#: the longest way up from an event to what governs it, in words; a longer one is a broken parse
_HIGHEST = 12


#: how certain (-1 to 1) the encoder must be that an event happened for what the words around leave open to count as settled,
#: and how certain that it did not for it to count as denied; chosen on reports held back
SETTLED, UNTRUE = 0.8, -1 / 3


def modality_of(parsed: Parsed, head: int, certainty: float = 0.0) -> Modality:
    """The flags of the event whose anchor is ruled by token `head`; `certainty` is the encoder's that it happened.

    A thwarted event ("foiled an attack") is negated: the report says that it did not take place. A denied one is not
    ("denied attacking"): the denial is a claim's stance. An event that may or will be is not background as well.
    """
    negated, label, marked = _actuality(parsed, head)
    if certainty > SETTLED and not marked:
        label = None
    negated = negated or certainty < UNTRUE
    historical = label is None and is_background(parsed, head)
    return Modality(negated, label == "hypothetical", label == "future", historical)


def _actuality(parsed: Parsed, head: int) -> tuple[bool, Label | None, bool]:
    """Whether the event is denied, and whether it may or will be, by the words beside it and above it; and whether a word
    beside says the latter ("if", "may"), which leaves less room than one that governs it."""
    token, below = parsed.doc[head], None
    negated = thwarted = False
    for _ in range(_HIGHEST):
        said = beside(token, below)
        negated ^= said.negated
        if said.label is not None:
            return negated and not thwarted, said.label, True
        governor, effect = step(token)
        if effect == "hypothetical" or effect == "future":
            return negated and not thwarted, effect, False
        if effect == "settled":
            break
        if effect == "negated":
            negated, thwarted = not negated, True
        token, below = governor, token
    return negated, None, False
