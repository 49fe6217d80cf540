"""Whether a report is English, and which of its paragraphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rashomon.records import Issue, Report, Span

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENGLISH = "en"
#: pieces of about this many characters are judged one by one, so that a mixed text is judged by its greater part
_PIECE = 400
#: with fewer letters than this no report is judged
_FEW_LETTERS = 80
#: with fewer letters than this no paragraph is judged by itself
_FEW_IN_PARAGRAPH = 40
#: how sure the model must be that a piece is not English (measured: see tests; at this, none of some 7,900 paragraphs
#: of English news was taken for another language)
_SURE = 0.9


class Judged(NamedTuple):
    """A report with its language (ISO 639-1, None where it is too short to tell) and without its paragraphs in others.

    `is_english` is False where it should not be read on.
    """

    report: Report
    issues: tuple[Issue, ...]
    is_english: bool


def check(report: Report, where: str = "the text") -> Judged:
    """Judges the language of a report, which messages call `where`, paragraph by paragraph.

    A `language` given as other than English is believed. A report whose greater part is not English has the issue
    "not-english". In one whose greater part is, paragraphs in other languages are taken out of the body, each run of
    them with an issue "other-language".
    """
    given = (report.language or "").strip().casefold().replace("_", "-").split("-")[0]
    if given and given not in (_ENGLISH, "eng"):
        return Judged(report, (_refusal(where, "is said to be", given),), False)
    verdicts = _verdicts(report)
    language = _greater_part(report, verdicts)
    known = report if report.language or language is None else replace(report, language=language)
    if language not in (None, _ENGLISH):
        return Judged(known, (_refusal(where, "seems to be", language),), False)
    foreign = list(_foreign_runs(verdicts)) if language else []
    left = {number for run in foreign for number in range(*run)}
    body = tuple(stretch for number, stretch in enumerate(report.body) if number not in left)
    issues = tuple(_left_out(report, where, verdicts, run) for run in foreign)
    return Judged(replace(known, body=body) if left else known, issues, True)


def _refusal(where: str, how: str, language: str) -> Issue:
    message = f'{where} {how} in the language "{language}", not in English, and was not read; give it in English.'
    return Issue("not-english", message)


def _left_out(report: Report, where: str, verdicts: Sequence[str | None], run: tuple[int, int]) -> Issue:
    start, end = report.body[run[0]][0], report.body[run[1] - 1][1]
    which = "a paragraph" if run[1] - run[0] == 1 else f"{run[1] - run[0]} paragraphs"
    message = f'{where} has {which} in the language "{verdicts[run[0]]}", not in English; the rest was read.'
    return Issue("other-language", message, Span(start, end, report.text[start:end]))


def _verdicts(report: Report) -> list[str | None]:
    """The language of each paragraph of the body; None where one is too short to be judged by itself."""
    return [
        _weightiest(_judged(report.text[start:end])) if _letters(report.text[start:end]) >= _FEW_IN_PARAGRAPH else None
        for start, end in report.body
    ]


def _greater_part(report: Report, verdicts: Sequence[str | None]) -> str | None:
    """The language that the greater part of the body is in, or None. Short paragraphs are judged together."""
    weights: Counter[str] = Counter()
    short = []
    for (start, end), verdict in zip(report.body, verdicts, strict=True):
        if verdict is None:
            short.append(report.text[start:end])
        else:
            weights[verdict] += _letters(report.text[start:end])
    weights.update(_judged("\n".join(short)))
    return _weightiest(weights) if weights.total() >= _FEW_LETTERS else None


def _foreign_runs(verdicts: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of paragraphs in one language that is not English, short ones between them included."""
    judged = [(number, verdict) for number, verdict in enumerate(verdicts) if verdict is not None]
    for verdict, group in groupby(judged, key=lambda pair: pair[1]):
        numbers = [number for number, _ in group]
        if verdict != _ENGLISH:
            yield numbers[0], numbers[-1] + 1


def _judged(text: str) -> Counter[str]:
    """How many letters of `text` are in which language, piece by piece."""
    weights: Counter[str] = Counter()
    for at in range(0, len(text), _PIECE):
        piece = text[at : at + _PIECE]
        if size := _letters(piece):
            weights[_judge(piece)] += size
    return weights


def _weightiest(weights: Counter[str]) -> str:
    return min(weights, key=lambda language: (-weights[language], language))


def _letters(text: str) -> int:
    return sum(ch.isalpha() for ch in text)


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
