"""What stands around the name of a place: preposition, kind, the places around it, other names for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.parsed import Stretch
from rashomon.reading.places.words import phrases, words
from rashomon.vocab.places.generics import generics

#: how many tokens may stand between a place and the one around it
_REACH = 9
#: so many places around a place are kept: a list of thousands of towns looks like a chain of them, and no chain is longer
_MOST_AROUND = 30
_LONGEST_KIND = 2
_ENDS_PHRASE = frozenset({"PUNCT", "VERB", "ADP", "CCONJ", "SCONJ", "AUX"})


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
    """The preposition that rules the name or its list; with the distance in "15 km east of X", as written."""
    for i in range(stretch.start - 1, max(-1, stretch.start - _REACH), -1):
        token = doc[i]
        if token.lower_ in words("placing") and token.pos_ in ("ADP", "SCONJ", "ADV"):
            if token.lower_ == "of" and i and "of" in _stands(doc[i - 1].lower_):
                continue
            return _with_distance(doc, i)
        if not _may_precede(token):
            break
    head = doc[stretch.start : stretch.end].root
    if head.dep_ == "conj" and head.head.i < stretch.start:
        first = head.head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        if first.dep_ == "pobj" and first.head.lower_ in words("placing"):
            return first.head.lower_
    return None


def _may_precede(token: Token) -> bool:
    """Whether a token may stand between a preposition and a name: "in the northern town of X"."""
    word = token.lower_
    return word in words("before_name") or word in words("directions") or "of" in _stands(word) or token.pos_ == "ADJ"


def _with_distance(doc: Doc, at: int) -> str:
    """The preposition, with the bearing and distance before it: "15 km (9 miles) east of"."""
    if doc[at].lower_ != "of" or not at or doc[at - 1].lower_ not in words("directions"):
        return doc[at].lower_
    for i in range(at - 2, max(-1, at - _REACH), -1):
        if doc[i].like_num and doc[i + 1].text != ")" and (not i or doc[i - 1].text != "("):
            return doc[i : at + 1].text
        if doc[i].is_sent_start or doc[i].pos_ == "VERB":
            break
    return doc[at - 1 : at + 1].text.lower()


def around(doc: Doc, places: Sequence[Stretch]) -> list[list[int]]:
    """For each place the indices of those that the text puts around it: "X, Y", "X in the Y district of Z", "Z's X".

    A comma alone may also part the members of a list; whoever resolves the names sees whether one holds the other.
    """
    found: list[list[int]] = [[] for _ in places]
    for number, stretch in enumerate(places[:-1]):
        following = places[number + 1]
        if doc[stretch.end].tag_ == "POS" and _leads_on(doc, stretch.end + 1, following.start):
            found[number + 1].append(number)
        elif _leads_inside(doc, stretch.end, following.start):
            found[number].append(number + 1)
    for number in range(len(places) - 2, -1, -1):
        for outer in tuple(found[number]):
            if outer > number:
                found[number].extend([o for o in found[outer] if o not in found[number]][:_MOST_AROUND])
    return found


def _leads_on(doc: Doc, start: int, end: int) -> bool:
    """Whether only words for a kind of place stand between an owner and what it owns: "Z's X", "Z's second city, X"."""
    if not start <= end <= start + _REACH:
        return False
    between = (doc[i] for i in range(start, end))
    return all(
        t.lower_ in words("owned") or t.lower_ in words("directions") or t.lower_ in generics() or t.pos_ == "ADJ"
        for t in between
    )


def _leads_inside(doc: Doc, start: int, end: int) -> bool:
    if not start < end <= start + _REACH:
        return False
    between = [doc[i].lower_ for i in range(start, end)]
    linking, directions = words("linking"), words("directions")
    if not all(w in linking or w in directions or w in generics() for w in between):
        return False
    one_sentence = not any(doc[i].is_sent_start for i in range(start, end))
    return one_sentence and any(w in words("containing") for w in between)


def other_names(doc: Doc, stretch: Stretch, names: Mapping[int, Stretch]) -> list[tuple[Stretch, Stretch | None]]:
    """The other names given after a name, each with who uses it: "X, called Y by Z", "X, which Z calls Y", "X (Y)".

    `names` are the runs of tokens that name places, by their first token.
    """
    at = stretch.end
    opened = at < len(doc) and doc[at].text in (",", "(", "-", "–", "—")
    bracket = at < len(doc) and doc[at].text == "("
    if opened:
        at += 1
    said = _called_by(doc, at, names)
    if said is not None:
        return [said]
    cue = next((p for p in phrases("calling") if _reads(doc, at, p)), None)
    if cue is None:
        name = names.get(at) if bracket else None
        closed = name is not None and name.end < len(doc) and doc[name.end].text == ")"
        return [(name, None)] if name is not None and closed else []
    at += len(cue)
    name = names.get(at) or names.get(at + 1)
    if name is None or (cue == ("or",) and not opened):
        return []
    return [(name, _user(doc, name.end, names))]


def _called_by(doc: Doc, at: int, names: Mapping[int, Stretch]) -> tuple[Stretch, Stretch | None] | None:
    """ "which Z calls Y", "known to Z as Y"."""
    if at + 2 >= len(doc):
        return None
    if doc[at].lower_ in words("relatives"):
        verb = next((i for i in range(at + 1, min(at + _REACH, len(doc))) if doc[i].pos_ == "VERB"), None)
        if verb is not None and doc[verb].lemma_.lower() in words("calling_verbs") and verb + 1 in names:
            return names[verb + 1], _phrase(doc, at + 1, verb)
        return None
    if doc[at].lemma_.lower() in words("calling_verbs") and doc[at + 1].lower_ in words("users"):
        last = min(at + _REACH, len(doc))
        for i in range(at + 2, last - 1):
            if doc[i].lower_ == "as" and i + 1 in names:
                return names[i + 1], _phrase(doc, at + 2, i)
    return None


def _phrase(doc: Doc, start: int, end: int) -> Stretch | None:
    """The tokens between, without auxiliaries at the end; None where nothing is left."""
    while end > start and doc[end - 1].pos_ in ("AUX", "ADV", "PART"):
        end -= 1
    return Stretch(start, end) if end > start else None


def misplaced_calls(doc: Doc, places: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Pairs of places of which the first ends an apposition to the second: "X, the capital of Y, called Z": X is Z."""
    for number in range(1, len(places)):
        start, before = places[number].start, places[number - 1]
        near = before.end + 2 < start <= before.end + _REACH
        if near and doc[before.end].text == "," and doc[start - 1].lower_ == "of":
            noun = next((doc[i] for i in range(before.end + 1, start) if doc[i].pos_ == "NOUN"), None)
            if noun is not None and not any(doc[i].text == "," for i in range(before.end + 1, start)):
                yield number, number - 1


def _reads(doc: Doc, at: int, phrase: Sequence[str]) -> bool:
    return [t.lower_ for t in doc[at : at + len(phrase)]] == list(phrase)


def _user(doc: Doc, at: int, names: Mapping[int, Stretch]) -> Stretch | None:
    """The noun phrase after "by", "in" or "to"."""
    if at + 1 >= len(doc) or doc[at].lower_ not in words("users"):
        return None
    for chunk_end in range(at + 1, min(at + _REACH, len(doc)) + 1):
        if chunk_end == len(doc) or doc[chunk_end].pos_ in _ENDS_PHRASE:
            return Stretch(at + 1, chunk_end) if chunk_end > at + 1 else None
    return names.get(at + 1)
