"""The way from an event's word to the places and dates that the grammar ties to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.events.where_words import words
from rashomon.reading.modality.climbing import step
from rashomon.reading.statements.words import words as cues

PRESENT = frozenset({"VBP", "VBZ"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "csubj", "parataxis", "acl"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ADVERBIAL = frozenset({"npadvmod", "advmod"})
_OWNED = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_PARTICIPANTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "dative", "oprd"})
#: a walk looks at so many tokens at most, and climbs so high
_WIDEST, _HIGHEST = 120, 8
#: the distance of what hangs above an event's word
FAR = 10


class Site(NamedTuple):
    """A token tied to an event, and how far away: 0 its own adverbial, more the deeper in a participant, from `FAR` on
    what stands above the event's word."""

    token: Token
    distance: int


def sites(head: Token) -> Iterator[Site]:
    """All that the clause of an event ties to it: what hangs on its word, then what hangs on the words above it."""
    yield from _below(head)
    token, climbed = head, 0
    while climbed < _HIGHEST and leads_up(token):
        above, climbed = token.head, climbed + 1
        if above.pos_ != "ADP":
            yield from (Site(t, FAR + climbed) for t in adverbials(above, token))
        token = above
    for other in head.rights:
        if other.dep_ == "conj" and other.pos_ in ("VERB", "AUX"):  # "four were killed and six wounded on Monday"
            yield from (Site(t, FAR + _HIGHEST) for t in adverbials(other))
    if token.dep_ == "relcl":  # "in 1998, when the war began"
        yield Site(token.head, FAR + climbed)


def leads_up(token: Token) -> bool:
    """Whether what is said of when and where the word above happened holds of `token`: not where `token` is the content
    of a statement, or what a statement or a deed is about."""
    above = token.head
    if above == token:
        return False
    match token.dep_:
        case "xcomp" if is_hearsay(above):
            return True
        case "conj" | "xcomp" | "pcomp" | "nsubj" | "compound" | "prep":
            return above.pos_ == "ADP" or token.dep_ == "conj" or above.lemma_.lower() not in cues().verbs
        case "advcl":
            return not any(c.lower_ in words("aside") for c in token.lefts if c.dep_ in ("mark", "advmod", "prep"))
        case "dobj" | "nsubjpass" | "attr" | "pobj":
            return step(token).effect == "carry" or above.pos_ == "ADP"
        case _:
            return False


def adverbials(verb: Token, below: Token | None = None) -> Iterator[Token]:
    """Heads of the phrases of time and place that hang on `verb` itself; `below`, one of its parts, is left out."""
    for part in verb.children:
        if part == below:
            continue
        if part.dep_ in _ADVERBIAL:
            yield part
        elif part.dep_ in _PREPOSITIONAL:
            yield from (c for c in part.children if c.dep_ == "pobj")


def is_told_there(token: Token) -> bool:
    """Whether `token`, the head of a place or date, hangs on a word of saying: where or when it was said."""
    above = token.head
    while above.pos_ == "ADP" and above.head != above:
        above = above.head
    return above.pos_ == "VERB" and above.lemma_.lower() in cues().verbs and not is_hearsay(above)


def is_hearsay(verb: Token) -> bool:
    """Whether a verb of saying only marks what follows as told: "on Sunday rebels are said to have killed"."""
    parts = {c.dep_ for c in verb.children}
    return {"nsubjpass", "xcomp"} <= parts


def is_general(token: Token) -> bool:
    """Whether a word tells what goes on or has gone on rather than what happened then: "have stepped up raids", "suicide
    attacks", "by attacking convoys"."""
    if token.pos_ == "VERB":
        return token.tag_ in ("VBG", "VBP", "VBZ", "VB") or any(
            c.dep_ == "aux" and c.tag_ in PRESENT for c in token.lefts
        )
    return token.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod", "poss") for c in token.lefts)


def is_attribute(token: Token) -> bool:
    """Whether a word tells of an event only to say which somebody or something is meant: "towns besieged by troops", "its
    role in the bombardment"."""
    if token.dep_ == "acl":
        return token.tag_ == "VBN"
    return token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN") and token.head.dep_ == "prep"


def governs(date: Token, token: Token) -> bool:
    """Whether the verb that `date` stands by is `token`, or above it: not a date in a clause of its own."""
    verb, climbed = date, 0
    while verb.pos_ not in ("VERB", "AUX") and climbed < _WIDEST and verb.head != verb:
        verb, climbed = verb.head, climbed + 1
    # "killed four and injured two Tuesday": what has no subject of its own shares the date
    while verb.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in verb.lefts):
        verb = verb.head
    return verb == token or verb.is_ancestor(token) or token.is_ancestor(date)


def is_aside(token: Token, date: Token) -> bool:
    """Whether `token` stands in a phrase that tells of another time ("after the raid") and `date` outside."""
    climbed = 0
    while climbed < _HIGHEST and token.head != token:
        opening = (
            {c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod", "prep")} if token.dep_ == "advcl" else set()
        )
        if token.dep_ in ("pobj", "pcomp"):
            opening = {token.head.lower_}
        if opening & words("aside"):
            return not (token == date or token.is_ancestor(date))
        token, climbed = token.head, climbed + 1
    return False


def _below(head: Token) -> Iterator[Site]:
    stack, seen = [Site(head, 0)], 0
    while stack and seen < _WIDEST:
        token, distance = stack.pop()
        seen += 1
        yield Site(token, distance)
        for part in reversed(list(token.children)):
            cost = _cost(part, token, head)
            if cost is not None:
                stack.append(Site(part, distance + cost))


def _cost(part: Token, token: Token, head: Token) -> int | None:
    """How much farther `part` is than the `token` that it hangs on; None where the walk ends."""
    if part.is_punct or (part.dep_ == "conj" and part.pos_ in ("VERB", "AUX")):
        return None
    if part.dep_ in _CLAUSES:
        # "the talks held in Nairobi", "a blast that shook Herat"
        return 1 if token == head and head.pos_ in ("NOUN", "PROPN") and part.dep_ in ("acl", "relcl") else None
    if part.dep_ in _OWNED:
        return 0 if token == head or token.ent_type_ else 2
    if part.dep_ in _SUBJECTS:
        return 3
    if part.dep_ in _PREPOSITIONAL:
        near = part.lower_ in words("within")
        return 0 if near and token == head else 1
    if part.dep_ in _PARTICIPANTS and token.pos_ != "ADP":
        return 1
    return 0
