"""Whether a report is English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.records import Issue, Report

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENGLISH = "en"
#: pieces of about this many characters are judged one by one, so that a mixed text is judged by its greater part
_PIECE = 400
#: and at most so many of them, spread over the text
_PIECES = 50
#: with fewer letters than this nothing is judged
_FEW_LETTERS = 80
#: how sure the model must be that a piece is not English (measured: see tests)
_SURE = 0.9


def check(report: Report) -> tuple[str | None, tuple[Issue, ...]]:
    """The language of a report (ISO 639-1, None where it is too short to tell), and an issue where it is not English.

    A `language` given as other than English is believed. With the issue "not-english" nothing should be read on.
    """
    given = (report.language or "").strip().casefold().replace("_", "-").split("-")[0]
    if given and given not in (_ENGLISH, "eng"):
        return given, (_issue(given, "is said to be"),)
    found = _found(report)
    if found in (None, _ENGLISH):
        return found or (_ENGLISH if given else None), ()
    return found, (_issue(found, "seems to be"),)


def _issue(language: str, how: str) -> Issue:
    return Issue("not-english", f'The text {how} in the language "{language}", not in English; it was not read.')


def _found(report: Report) -> str | None:
    """The language that the greater part of the body is in, or None."""
    weights: Counter[str] = Counter()
    letters = 0
    for piece in _pieces(report):
        size = sum(ch.isalpha() for ch in piece)
        letters += size
        if size:
            weights[_judge(piece)] += size
    if letters < _FEW_LETTERS:
        return None
    return min(weights, key=lambda language: (-weights[language], language))


def _pieces(report: Report) -> Iterator[str]:
    """Pieces of the body, spread evenly over it where it is long."""
    stretches = [(at, min(at + _PIECE, end)) for start, end in report.body for at in range(start, end, _PIECE)]
    step = max(1, -(-len(stretches) // _PIECES))
    pending = ""
    for start, end in stretches[::step]:
        pending += report.text[start:end] + "\n"
        if len(pending) >= _PIECE:
            yield pending
            pending = ""
    if pending:
        yield pending


def _judge(piece: str) -> str:
    """The language of a piece. In Latin letters it is English unless the model is sure of another."""
    language, probability = _identifier().classify(piece.lower().encode("utf-8", "replace").decode("utf-8"))
    letters = [ch for ch in piece if ch.isalpha()]
    latin = sum(ch.isascii() for ch in letters) > len(letters) / 2
    return _ENGLISH if latin and probability < _SURE else str(language)


@cache
def _identifier() -> LanguageIdentifier:
    """The model, loaded when first needed: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
