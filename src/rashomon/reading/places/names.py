"""Names of places as runs of tokens: by the model, by a list, by their context, by a gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.places.situated import (
    follows,
    has_kind_after,
    has_kind_before,
    is_goal,
    is_listed,
    is_situated,
    list_neighbour,
)
from rashomon.reading.places.words import KnownNames, first_word, words
from rashomon.vocab.places.generics import generics

#: whether a gazetteer knows a name as that of a place of some size
Knows = Callable[[str], bool]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
#: labels that the small model gives to places by mistake
_MISTAKEN = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "DATE", "LANGUAGE", "EVENT", "CARDINAL"})
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST_NAME = 6
_SHORT_NAME = 2
#: a single word of capitals up to this length is an acronym
_ACRONYM = 4


def place_names(parsed: Parsed, knows: Knows | None, known: KnownNames) -> list[Stretch]:
    """All names of places, in order, none overlapping another. The model's word counts first, then the lists'."""
    doc = parsed.doc
    taken = bytearray(len(doc))
    found: list[Stretch] = []

    def take(stretch: Stretch) -> None:
        if stretch.start < stretch.end and not any(taken[i] for i in stretch.tokens):
            found.append(stretch)
            for i in stretch.tokens:
                taken[i] = 1

    runs = list(_runs(doc))
    for stretch in (*_marked(doc, known), *_known(doc, known), *(run for run in runs if _is_placed(doc, run))):
        take(stretch)
    if knows is not None:
        for run in runs:
            if is_situated(doc, run) and _is_vouched(doc, run, knows):
                take(run)
        for run in (*runs, *reversed(runs)):
            if any(at >= 0 and taken[at] for at in list_neighbour(doc, *run)) and _is_vouched(doc, run, knows):
                take(run)
    for run in runs:
        if _is_joined(doc, run, taken):
            take(run)
    surnames = _surnames(doc, known)
    found = [s for s in found if not (doc[s.start : s.end].text in surnames and not _is_sited(doc, s))]
    names = {doc[s.start : s.end].text for s in found}
    for run in runs:
        if doc[run.start : run.end].text in names and _is_whole(doc, run):
            take(run)
    return sorted(found)


def _surnames(doc: Doc, known: KnownNames) -> frozenset[str]:
    """The last names of the people whom the model finds with more than one."""
    people = [_trimmed(ent) for ent in doc.ents if ent.label_ == "PERSON"]
    return frozenset(doc[p.end - 1].text for p in people if p.end - p.start > 1) - known.names


def _is_sited(doc: Doc, stretch: Stretch) -> bool:
    return follows(doc, stretch.start, "locative") or has_kind_before(doc, stretch) or has_kind_after(doc, stretch)


def _marked(doc: Doc, known: KnownNames) -> Iterator[Stretch]:
    """What the model calls a place, but for titles, times and acronyms; and the buildings that it calls bodies."""
    for ent in doc.ents:
        stretch = _trimmed(ent)
        if stretch.start == stretch.end:
            continue
        if ent.label_ in _PLACES:
            if not _is_slip(doc, stretch, known):
                yield stretch
        elif ent.label_ == "ORG" and (_is_built(doc, stretch) or _is_division(doc, stretch)):
            yield stretch


def _trimmed(ent: DocSpan) -> Stretch:
    """The entity without article, possessive and punctuation, and without "town of" before the name."""
    start, end, doc = ent.start, ent.end, ent.doc
    for i in range(start + 1, end - 1):
        if doc[i].lower_ == "of" and doc[i - 1].is_lower and doc[i - 1].text in generics():
            start = i + 1
    while start < end and (doc[start].lower_ == "the" or not _is_word(doc[start])):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or not _is_word(doc[end - 1])):
        end -= 1
    return Stretch(start, start) if all(doc[i].is_lower for i in range(start, end)) else Stretch(start, end)


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _is_slip(doc: Doc, stretch: Stretch, known: KnownNames) -> bool:
    """Whether the model took a title, a time or an acronym for a place."""
    first = doc[stretch.start]
    if first.lower_ in words("titles") or first.text[0].isdigit():
        return True
    return _is_acronym(doc, stretch) and first.text not in known.names and not follows(doc, stretch.start, "locative")


def _is_acronym(doc: Doc, stretch: Stretch) -> bool:
    first = doc[stretch.start]
    return stretch.end - stretch.start == 1 and first.is_upper and first.is_alpha and 1 < len(first) <= _ACRONYM


def _is_built(doc: Doc, stretch: Stretch) -> bool:
    """Whether a body's name is a building's ("Barclays Center") and stands where a place would."""
    kind = generics().get(doc[stretch.end - 1].lower_)
    return kind is not None and "built" in kind.stands and follows(doc, stretch.start, "placing")


def _is_division(doc: Doc, stretch: Stretch) -> bool:
    """Whether a body's name is a division's: "Muscogee County", alone."""
    last = doc[stretch.end - 1]
    kind = generics().get(last.lower_)
    return kind is not None and stretch.end - stretch.start > 1 and last.is_title and kind.features[0].startswith("ADM")


def _known(doc: Doc, known: KnownNames) -> Iterator[Stretch]:
    """Names on the lists, but for those that are part of a longer name."""
    skip = 0
    for token in doc:
        if token.i < skip or first_word(token.text) not in known.heads:
            continue
        for end in range(min(token.i + known.longest, len(doc)), token.i, -1):
            if doc[token.i : end].text in known.names:
                stretch = Stretch(token.i, end)
                if not _is_part(doc, stretch):
                    yield stretch
                skip = end
                break


def _is_part(doc: Doc, stretch: Stretch) -> bool:
    """Whether the run is part of a longer name ("Moscow Times", "Jordan Smith"), or a person's."""
    first = doc[stretch.start]
    if first.ent_type_ == "PERSON" and _is_whole(doc, stretch):
        return not (is_situated(doc, stretch) or follows(doc, stretch.start, "placing"))
    return first.ent_type_ not in ("", *_PLACES) and not _is_whole(doc, stretch)


def _is_whole(doc: Doc, stretch: Stretch) -> bool:
    """Whether no entity reaches over the ends of the run."""
    return doc[stretch.start].ent_iob_ != "I" and (stretch.end == len(doc) or doc[stretch.end].ent_iob_ != "I")


def _runs(doc: Doc) -> Iterator[Stretch]:
    """The longest runs of capitalised words that no entity of a kind that is never a place takes up."""
    at = 0
    while at < len(doc):
        if not _is_name_word(doc[at]):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and _continues(doc, at, end):
            end += 1
        while not _is_name_word(doc[end - 1]):
            end -= 1
        yield Stretch(at, end)
        at = end


def _is_name_word(token: Token) -> bool:
    label = token.ent_type_
    if label and label not in _MISTAKEN and label not in _PLACES:
        return False
    return token.text[:1].isupper() and token.pos_ in _NAME_TAGS


def _continues(doc: Doc, start: int, end: int) -> bool:
    """Whether the token `end` belongs to the name begun at `start`: a name word, or a hyphen or particle inside."""
    token = doc[end]
    if end - start >= _LONGEST_NAME or token.is_sent_start or (token.ent_iob_ == "B" and doc[end - 1].ent_type_):
        return False
    inside = token.ent_iob_ == "I" and token.lower_ in words("name_particles")
    return _is_name_word(token) or inside or (token.text == "-" and not token.whitespace_)


def _is_placed(doc: Doc, run: Stretch) -> bool:
    """Whether its context alone makes a run a place."""
    first = doc[run.start]
    label = first.ent_type_
    if _is_never(doc, run) or run.start == 0:
        return False
    if has_kind_before(doc, run):
        return True
    if label == "NORP" or first.pos_ != "PROPN" or first.tag_ == "NNPS":
        return False
    if has_kind_after(doc, run):
        return label not in ("PERSON", "ORG") or run.end - run.start == 1
    before = doc[run.start - 1].lower_
    if (label == "" and before in words("placing_names")) or (before in words("locative") and _is_short(doc, run)):
        return True
    short = run.end - run.start <= _SHORT_NAME and label in ("PERSON", "ORG")
    return (short and is_goal(doc[run.start - 1])) or (label in ("", "PERSON") and is_listed(doc, run))


def _is_joined(doc: Doc, run: Stretch, taken: bytearray) -> bool:
    """Whether the run is joined to a place after a preposition: "in Sloviansk and Kostiantynivka"."""
    root = doc[run.start : run.end].root
    if root.dep_ != "conj" or root.head.dep_ != "pobj" or not taken[root.head.i] or run.end - run.start > _SHORT_NAME:
        return False
    preposition = root.head.head.lower_
    return preposition in words("locative") and doc[run.start].pos_ == "PROPN" and not _is_never(doc, run)


def _is_short(doc: Doc, run: Stretch) -> bool:
    first = doc[run.start]
    return first.ent_type_ != "ORG" or run.end - run.start == 1 or first.ent_iob_ == "I"


def _is_never(doc: Doc, run: Stretch) -> bool:
    """Whether the run is an acronym, or holds a title or a month."""
    odd = any(doc[i].lower_ in words("titles") or doc[i].text in words("calendar") for i in run.tokens)
    return odd or _is_acronym(doc, run)


def _is_vouched(doc: Doc, run: Stretch, knows: Knows) -> bool:
    return not _is_never(doc, run) and doc[run.start].pos_ != "ADJ" and knows(doc[run.start : run.end].text)
