"""Tests of who says what."""

from __future__ import annotations

from rashomon.models.encoder import Encoder
from rashomon.reading.actors import find_actors
from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements import find_statements
from rashomon.reading.statements.answers import link_answers


def answered(parsed: Parsed, encoder: Encoder | None = None) -> list[Attribution]:
    """The statements of a report with what they answer."""
    found = find_statements(parsed, encoder)
    link_answers(parsed, found, find_actors(parsed, sorted({a.source for a in found if a.source is not None})))
    return found
