"""Names of places as runs of tokens: those that the model marks, those that are known, those that their context places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.places.words import first_word, known_heads, known_names, longest_known, words
from rashomon.vocab.places.generics import generics

_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: labels that the small model gives to places by mistake
_MISTAKEN = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "DATE", "LANGUAGE", "EVENT", "CARDINAL"})
_LONGEST_NAME = 6
_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that names a place. `by`: what says so."""

    stretch: Stretch
    by: Literal["model", "list", "context"]


def place_names(parsed: Parsed) -> list[Name]:
    """All names of places, in order, none overlapping another. The model's word counts first, then the lists'."""
    taken = bytearray(len(parsed.doc))
    found: list[Name] = []
    for name in (*_marked(parsed.doc), *_known(parsed.doc), *_placed(parsed.doc)):
        if name.stretch.start < name.stretch.end and not any(taken[i] for i in name.stretch.tokens):
            for i in name.stretch.tokens:
                taken[i] = 1
            found.append(name)
    return sorted(found, key=lambda name: name.stretch)


def _marked(doc: Doc) -> Iterator[Name]:
    """What the model calls a place, but for titles, times and bare acronyms; and buildings that it calls bodies."""
    for ent in doc.ents:
        stretch = _trimmed(ent)
        if stretch.start == stretch.end:
            continue
        if ent.label_ in _PLACES:
            if not _is_slip(doc, stretch):
                yield Name(stretch, "model")
        elif ent.label_ == "ORG" and (_is_built(doc, stretch) or _is_division(doc, stretch)):
            yield Name(stretch, "context")


def _is_slip(doc: Doc, stretch: Stretch) -> bool:
    """Whether the model took a title, a time or an acronym for a place."""
    first = doc[stretch.start]
    if first.lower_ in words("titles") or first.text[0].isdigit():
        return True
    acronym = stretch.end - stretch.start == 1 and first.text.isupper() and first.is_alpha and len(first) <= _ACRONYM
    return acronym and first.text not in known_names() and not _follows(doc, stretch.start, "locative")


def _is_built(doc: Doc, stretch: Stretch) -> bool:
    """Whether a body's name is a building's ("Barclays Center") and stands where a place would."""
    kind = generics().get(doc[stretch.end - 1].lower_)
    return kind is not None and "built" in kind.stands and _follows(doc, stretch.start, "placing")


def _is_division(doc: Doc, stretch: Stretch) -> bool:
    """Whether a body's name is a division's: "Muscogee County", alone."""
    last = doc[stretch.end - 1]
    kind = generics().get(last.lower_)
    return kind is not None and stretch.end - stretch.start > 1 and last.text[0].isupper() and kind.features[0][:3] == "ADM"


def _follows(doc: Doc, start: int, words_name: str) -> bool:
    """Whether the token before `start`, articles left out, is in a list."""
    at = start - 1
    while at > 0 and doc[at].lower_ in ("the", "a", "an"):
        at -= 1
    return at >= 0 and doc[at].lower_ in words(words_name)


def _trimmed(ent: DocSpan) -> Stretch:
    """The entity without article, possessive, brackets, and without "the town of" before the name."""
    start, end = ent.start, ent.end
    doc = ent.doc
    for i in range(start, end - 1):
        if doc[i].lower_ == "of" and i > start and doc[i - 1].lower_ == doc[i - 1].text and doc[i - 1].text in generics():
            start = i + 1
    while start < end and (doc[start].lower_ == "the" or not _is_word(doc[start])):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or not _is_word(doc[end - 1])):
        end -= 1
    if all(doc[i].text == doc[i].lower_ for i in range(start, end)):
        return Stretch(start, start)
    return Stretch(start, end)


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _known(doc: Doc) -> Iterator[Name]:
    """Names from the lists, outside of entities that are something else and longer."""
    heads, names, most = known_heads(), known_names(), longest_known()
    skip = 0
    for token in doc:
        if token.i < skip or first_word(token.text + " x") not in heads:
            continue
        for end in range(min(token.i + most, len(doc)), token.i, -1):
            if doc[token.i : end].text in names:
                stretch = Stretch(token.i, end)
                if not _is_part(doc, stretch):
                    yield Name(stretch, "list")
                skip = end
                break


def _is_part(doc: Doc, stretch: Stretch) -> bool:
    """Whether the run is part of a longer name ("Moscow Times", "Jordan Smith"), or a person's whole name."""
    first, last = doc[stretch.start], doc[stretch.end - 1]
    if first.ent_type_ == "PERSON":
        return not (stretch.start and doc[stretch.start - 1].lower_ in words("locative"))
    before = doc[stretch.start - 1] if stretch.start else None
    after = doc[stretch.end] if stretch.end < len(doc) else None
    return first.ent_type_ not in ("", *_PLACES) and (
        (first.ent_iob_ == "I" and before is not None) or (after is not None and after.ent_iob_ == "I" and last.ent_type_ != "")
    )


def _placed(doc: Doc) -> Iterator[Name]:
    """Proper names that a preposition or a word for a kind of place makes places."""
    for token in doc:
        if not _opens_name(token):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i < _LONGEST_NAME and _continues_name(doc[end]):
            end += 1
        while end > token.i + 1 and not _is_name_word(doc[end - 1]):
            end -= 1
        stretch = Stretch(token.i, end)
        if _is_placed(doc, stretch):
            yield Name(stretch, "context")


def _opens_name(token: Token) -> bool:
    return _is_name_word(token) and not (token.i and _continues_name(doc_before(token)) and _is_name_word(doc_before(token)))


def doc_before(token: Token) -> Token:
    """The token before another (which must not be the first)."""
    return token.doc[token.i - 1]


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.ent_type_ in ("", *_MISTAKEN, *_PLACES)


def _continues_name(token: Token) -> bool:
    return _is_name_word(token) or (token.text == "-" and not token.whitespace_)


def _is_placed(doc: Doc, stretch: Stretch) -> bool:
    first = doc[stretch.start]
    label = first.ent_type_
    if label == "NORP" or any(doc[i].lower_ in words("titles") or doc[i].text in words("calendar") for i in stretch.tokens):
        return False
    if _has_kind(doc, stretch):
        return label != "ORG" or stretch.end - stretch.start <= 2
    acronym = first.text.isupper() and first.is_alpha and 1 < len(first) <= _ACRONYM
    if acronym or first.pos_ != "PROPN" or first.tag_ == "NNPS" or stretch.start == 0:
        return False
    if label == "" and doc[stretch.start - 1].lower_ in words("placing_names"):
        return True
    if doc[stretch.start - 1].lower_ in words("locative"):
        return label != "ORG" or stretch.end - stretch.start == 1 or first.ent_iob_ == "I"
    if stretch.end - stretch.start <= 2 and label in ("PERSON", "ORG") and _is_goal(doc[stretch.start - 1]):
        return True
    return label in ("", "PERSON") and _is_listed(doc, stretch)


def _is_goal(preposition: Token) -> bool:
    """Whether a preposition leads somewhere: "drove to", "comes from"."""
    return preposition.lower_ in ("to", "from") and preposition.head.lemma_.lower() in words("motion_verbs")


def _is_listed(doc: Doc, stretch: Stretch) -> bool:
    """Whether the name stands in a list or a chain with one that the model calls a place: "Žilina, Nitra", "Croft, Yorkshire"."""
    start, end = stretch
    if end - start > 2:
        return False
    before = start >= 2 and doc[start - 1].lower_ in (",", "and") and doc[start - 2].ent_type_ == "GPE"
    after = end + 1 < len(doc) and doc[end].lower_ in (",", "and") and doc[end + 1].ent_type_ == "GPE"
    return (before and after) or (after and _follows(doc, start, "placing")) or (before and doc[start].ent_type_ == "")


def _has_kind(doc: Doc, stretch: Stretch) -> bool:
    """Whether a word for a kind of place stands by the name: "the town of X", "X district", "Lake X"."""
    kinds = generics()
    if stretch.start > 1 and doc[stretch.start - 1].lower_ == "of":
        before = kinds.get(doc[stretch.start - 2].text)
        if before and "of" in before.stands:
            return True
    after = kinds.get(doc[stretch.end].text) if stretch.end < len(doc) else None
    return bool(after and "after" in after.stands and doc[stretch.end - 1].pos_ == "PROPN" and doc[stretch.start].ent_type_ != "PERSON")
