"""What stands around the name of a place: preposition, kind, the places around it, other names for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from rashomon.reading.parsed import Stretch
from rashomon.reading.places.words import phrases, words
from rashomon.vocab.places.generics import generics

#: how many tokens may stand between a place and the one around it
_REACH = 9
_LONGEST_KIND = 2


def with_parts(doc: Doc, stretch: Stretch) -> Stretch:
    """The name with what belongs to it: "northern", "Lake" before it, "corridor", "Province" after it."""
    start, end = stretch
    kinds = generics()
    for length in range(_LONGEST_KIND, 0, -1):
        after = doc[end : end + length]
        kind = kinds.get(after.text.lower()) if len(after) == length else None
        if kind and "after" in kind.stands and ("part" in kind.stands or after.text[:1].isupper()):
            end += length
            break
    before = doc[start - 1] if start else None
    if before is not None and before.text[:1].isupper() and "front" in _stands(before.lower_):
        start -= 1
        before = doc[start - 1] if start else None
    if before is not None and before.lower_ in words("directions") and before.pos_ != "VERB":
        start -= 1
    return Stretch(start, end)


def _stands(word: str) -> frozenset[str]:
    kind = generics().get(word)
    return kind.stands if kind else frozenset()


def kind_of(doc: Doc, stretch: Stretch) -> str | None:
    """What the text calls the place: the word before "of" and the name, right before the name, in it or after it."""
    start, end = stretch
    kinds = generics()
    before = start - 1 if start and doc[start - 1].lower_ == "the" else start
    if before > 1 and doc[before - 1].lower_ == "of" and "of" in _stands(doc[before - 2].lower_):
        return doc[before - 2].lower_
    for length in range(_LONGEST_KIND, 0, -1):
        after = doc[end : end + length].text.lower()
        if after in kinds and "after" in kinds[after].stands and doc[end - 1].tag_ != "POS":
            return after
        own = doc[max(start + 1, end - length) : end].text.lower()
        if own in kinds and "after" in kinds[own].stands:
            return own
    if start and doc[start - 1].text in kinds and "of" in _stands(doc[start - 1].text):
        return doc[start - 1].text
    return doc[start].lower_ if "front" in _stands(doc[start].lower_) and end - start > 1 else None


def preposition_of(doc: Doc, stretch: Stretch) -> str | None:
    """The preposition that rules the name: right before it, or before its article, kind and direction."""
    for i in range(stretch.start - 1, max(-1, stretch.start - 6), -1):
        word = doc[i].lower_
        if word in words("placing") and not (word == "of" and i and "of" in _stands(doc[i - 1].lower_)):
            return word
        if not (word in ("the", "a", "an", "of", "and", ",") or word in words("directions") or "of" in _stands(word) or doc[i].pos_ in ("ADJ", "PROPN")):
            return None
    return None


def around(doc: Doc, places: Sequence[Stretch]) -> list[list[int]]:
    """For each place the indices of those that the text puts around it: "X, Y", "X in the Y district of Z", "Z's X".

    A comma alone may also part the members of a list; whoever resolves the names sees whether one holds the other.
    """
    found: list[list[int]] = [[] for _ in places]
    for number, stretch in enumerate(places[:-1]):
        following = places[number + 1]
        if _leads_inside(doc, stretch.end, following.start):
            found[number].append(number + 1)
        elif doc[stretch.end : following.start].text in ("'s", "’s"):
            found[number + 1].append(number)
    for number in range(len(places) - 2, -1, -1):
        for outer in tuple(found[number]):
            if outer > number:
                found[number].extend(o for o in found[outer] if o not in found[number])
    return found


def _leads_inside(doc: Doc, start: int, end: int) -> bool:
    if not start < end <= start + _REACH:
        return False
    between = [doc[i].lower_ for i in range(start, end)]
    linking, directions = words("linking"), words("directions")
    if not all(w in linking or w in directions or w in generics() for w in between):
        return False
    return any(w in (",", "in", "of", "(") for w in between) and not any(doc[i].is_sent_start for i in range(start, end))


def other_names(
    doc: Doc, stretch: Stretch, names: Mapping[int, Stretch]
) -> list[tuple[Stretch, Stretch | None]]:
    """The other names given after a name, each with who uses it: "X, called Y by Z", "X (Y)", "X, or Y,".

    `names` are runs of tokens that may be names, by their first token.
    """
    at = stretch.end
    bracket = at < len(doc) and doc[at].text == "("
    if at < len(doc) and doc[at].text in (",", "("):
        at += 1
    cue = next((p for p in phrases("calling") if _reads(doc, at, p)), None)
    if cue is None:
        name = names.get(at) if bracket else None
        closed = name is not None and name.end < len(doc) and doc[name.end].text == ")"
        return [(name, None)] if name is not None and closed else []
    at += len(cue)
    name = names.get(at) or names.get(at + 1)
    if name is None or name.start > at + 1 or cue == ("or",) and doc[stretch.end].text not in (",", "("):
        return []
    return [(name, _user(doc, name.end, names))]


def misplaced_calls(doc: Doc, places: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Pairs of places of which the first ends an apposition to the second: in "X, the capital of Y, called Z", Z is X."""
    for number in range(1, len(places)):
        start, before = places[number].start, places[number - 1]
        if before.end + 2 < start <= before.end + _REACH and doc[before.end].text == "," and doc[start - 1].lower_ == "of":
            noun = next((doc[i] for i in range(before.end + 1, start) if doc[i].pos_ == "NOUN"), None)
            if noun is not None and not any(doc[i].text == "," for i in range(before.end + 1, start)):
                yield number, number - 1


def _reads(doc: Doc, at: int, phrase: Sequence[str]) -> bool:
    return [t.lower_ for t in doc[at : at + len(phrase)]] == list(phrase)


def _user(doc: Doc, at: int, names: Mapping[int, Stretch]) -> Stretch | None:
    """The noun phrase after "by", "in" or "to"."""
    if at + 1 >= len(doc) or doc[at].lower_ not in words("users"):
        return None
    for chunk_end in range(at + 1, min(at + 7, len(doc)) + 1):
        if chunk_end == len(doc) or doc[chunk_end].is_punct or doc[chunk_end].pos_ in ("VERB", "ADP", "CCONJ", "SCONJ", "AUX"):
            return Stretch(at + 1, chunk_end) if chunk_end > at + 1 else None
    return names.get(at + 1)
