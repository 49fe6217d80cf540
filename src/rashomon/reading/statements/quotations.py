"""Quotation marks: where somebody's own words begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.parsed import Parsed, Stretch

#: opening mark to the marks that may close it (CLDR's delimiters for the languages that news in English quotes from)
_CLOSERS = {
    "“": '”“"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "‹": "›",
    "'": "'",
    "``": "''\"",
    "「": "」",
    "『": "』",
}
_STRAIGHT = '"'
#: marks that may be something else, so that one of them alone opens nothing
_DOUBTFUL = frozenset({"‘", "»", "'", _STRAIGHT})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included, within one paragraph.

    `closed` is false where the mark at the end is missing; `resumes` is true where the one before it, in the paragraph
    before, was left open so that this one goes on with it.
    """

    stretch: Stretch
    closed: bool
    resumes: bool

    @property
    def words(self) -> int:
        """About how many words it holds."""
        return self.stretch.end - self.stretch.start - 1 - self.closed


def find_quotations(parsed: Parsed) -> list[Quotation]:
    """The outermost quotations of the report, in order."""
    found: list[Quotation] = []
    open_before = False
    for paragraph in parsed.paragraphs:
        here = _in_paragraph(parsed, paragraph, open_before)
        found += here
        open_before = bool(here) and not here[-1].closed
    return found


def _in_paragraph(parsed: Parsed, paragraph: Stretch, open_before: bool) -> list[Quotation]:
    doc = parsed.doc
    found: list[Quotation] = []
    start: int | None = None
    closers = ""
    for i in paragraph.tokens:
        token = doc[i]
        if start is None:
            closers = _opens(token, paragraph)
            start = i if closers else None
        elif token.text in closers and not _goes_on(token, paragraph):
            found.append(Quotation(Stretch(start, i + 1), True, _resumes(found, start, paragraph, open_before)))
            start = None
    opens_all = start == paragraph.start and start is not None and doc[start].text == _STRAIGHT
    if start is not None and (doc[start].text not in _DOUBTFUL or opens_all):
        found.append(Quotation(Stretch(start, paragraph.end), False, _resumes(found, start, paragraph, open_before)))
    return found


def _resumes(found: list[Quotation], start: int, paragraph: Stretch, open_before: bool) -> bool:
    return open_before and not found and start == paragraph.start


def _opens(token: Token, paragraph: Stretch) -> str:
    """The marks that would close what `token` opens, or nothing where it opens nothing."""
    text = token.text
    if text == _STRAIGHT:
        spaced_before = token.i == paragraph.start or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_bracket
        return _STRAIGHT if spaced_before or not token.whitespace_ else ""
    if text == "'":
        # an apostrophe more often than a mark: one that opens stands after a space and before a word
        spaced = token.i == paragraph.start or bool(token.nbor(-1).whitespace_)
        return "'" if spaced and not token.whitespace_ else ""
    if text in {"»", "’"} and token.i > paragraph.start and not token.nbor(-1).whitespace_:
        return ""
    return _CLOSERS.get(text, "")


def _goes_on(token: Token, paragraph: Stretch) -> bool:
    """Whether a mark that might close does not: a " that opens again (the end before it was forgotten), or a ’ after a
    plural that is its genitive ("the rebels’ demands")."""
    if token.text == _STRAIGHT and token.i > paragraph.start:
        return bool(token.nbor(-1).whitespace_) and not token.whitespace_ and token.i + 1 < paragraph.end
    if token.text == "'":
        # one that closes ends a sentence or a part of it, and is followed by no letter
        return not (token.nbor(-1).is_punct and (token.whitespace_ or token.i + 1 >= paragraph.end))
    if token.text != "’" or token.i + 1 >= len(token.doc) or token.i == 0:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    return bool(token.whitespace_) and before.tag_ in {"NNS", "NNPS"} and after.pos_ in {"NOUN", "ADJ"}
