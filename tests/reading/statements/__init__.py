"""Tests of who says what."""

from __future__ import annotations

from rashomon.models.encoder import Encoder
from rashomon.reading.actors import find_actors
from rashomon.reading.drafts import Attribution
from rashomon.reading.events import find_events
from rashomon.reading.learned import Learned, learn
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.answers import link_answers
from rashomon.reading.statements.find import by_grammar


def seen_by(parsed: Parsed, encoder: Encoder | None) -> Learned | None:
    """What the encoder sees in the report, where there is one."""
    return learn(parsed, encoder, by_grammar(parsed), find_events(parsed)) if encoder is not None else None


def answered(parsed: Parsed, encoder: Encoder | None = None) -> list[Attribution]:
    """The statements of a report with what they answer."""
    found = find_statements(parsed, seen_by(parsed, encoder))
    link_answers(parsed, found, find_actors(parsed, sorted({a.source for a in found if a.source is not None})))
    return found
