"""Persons: which words of a phrase are a person's bare name."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import Gender, genders
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text, located
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import ActorNoun, nouns

#: dependencies by which a name belongs to the noun that it stands beside
_BESIDE = frozenset({"appos", "compound", "nmod", "flat", "amod", "npadvmod"})
#: a longer run of proper nouns is no person's name
_LONGEST = 5
Described = list[tuple[Stretch, ActorNoun]]


def person_of(text: Text, stretch: Stretch, head: Token) -> Phrase | None:
    """The phrase as that of a named person, or None when it is none."""
    described = text.described(stretch)
    over = text.names.over[head.i]
    cut = over is not None and over.sort == "person" and not stretch.holds(over.stretch)
    name = over.stretch if over and cut else _name(text, stretch, head, described)
    if name is None:
        return None
    said = [noun.noun for tokens, noun in described if noun.human and not tokens.meets(name)]
    titles = tuple(dict.fromkeys(w for noun in said for w in (noun, noun.split()[-1])))
    return Phrase(
        stretch, head.i, "person", "person", name, [name], gender=_first_name(text, name, titles),
        nouns=titles, traits=text.traits(t for t in stretch.tokens if t not in name.tokens), mark="definite",
    )  # fmt: skip


def _name(text: Text, stretch: Stretch, head: Token, described: Described) -> Stretch | None:
    """The bare name of the person that the phrase is, without titles, or None."""
    for name in text.names.within(stretch):
        if (
            name.sort == "person"
            and _is_named_after(text, stretch, head, name.stretch)
            and (bare := _bare(text, name.stretch))
        ):
            return bare
        last = name.stretch.end == stretch.end and _ends_titled(text, stretch, name.stretch, described)
        if name.sort == "person" and (last or _belongs(text.parsed, name.stretch, head)):
            bare = _bare(text, name.stretch)
            if bare and not (len(stretch.tokens) == 1 and located(head)):
                return bare
    run = _proper_run(text, stretch, head)
    if run is None:
        return None
    bare = _bare(text, run)
    if bare is None:
        return None
    known = text.names.over[bare.start]
    if (known is not None and known.key and known.stretch.end >= bare.end) or len(bare.tokens) > _LONGEST:
        return None
    before = any(tokens.end == bare.start and noun.sort == "title" for tokens, noun in described)
    sure = before or _titled_apart(text, head, bare, described) or _first_named(text, bare)
    return bare if sure or _human_by(text, text.parsed.doc[bare.end - 1]) else None


def _is_named_after(text: Text, stretch: Stretch, head: Token, name: Stretch) -> bool:
    """Whether the holder of the one office that a phrase names stands at its end, after a comma: "the premier of X, Y"."""
    doc, noun = text.parsed.doc, text.noun(head)
    ends = all(doc[i].is_punct for i in range(name.end, stretch.end))
    office = noun is not None and noun.sort == "title" and head.tag_ == "NN" and head.i < name.start
    return office and ends and name.start > stretch.start and doc[name.start - 1].text == ","


def _titled_apart(text: Text, head: Token, name: Stretch, described: Described) -> bool:
    """Whether two or three words that are no body's name stand beside one office, after a comma: "the minister, X Y"."""
    doc = text.parsed.doc
    if not (2 <= len(name.tokens) <= 3 and doc[name.end - 1].head == head and doc[name.start - 1].text == ","):
        return False
    ends = (name.start - 1, head.i + 1)
    office = any(tokens.end in ends and noun.sort == "title" for tokens, noun in described)
    return office and head.tag_ == "NN" and text.noun(doc[name.end - 1]) is None


def _first_named(text: Text, name: Stretch) -> bool:
    """Whether two to four words that the model takes for a place begin with a first name and end in no body's noun."""
    folded = text.folded.under(name)
    return 2 <= len(folded) <= 4 and folded[0] in genders() and text.noun(text.parsed.doc[name.end - 1]) is None


def _human_by(text: Text, name: Token) -> bool:
    """Whether what follows a name says that it is a person's: ", a reporter" or ", who"."""
    if name.tag_ == "NNPS" or name.ent_type_ == "NORP":  # "Arabs who fled"
        return False
    for child in name.children:
        if child.i < name.i:
            continue
        if child.dep_ == "relcl" and any(t.lower_ == "who" for t in child.lefts):
            return True
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.tag_ == "NN":
            noun = text.noun(child)
            return noun is not None and noun.sort == "title"
    return False


def _ends_titled(text: Text, stretch: Stretch, name: Stretch, described: Described) -> bool:
    """Whether a title that nothing joins to what is before stands right before a name, whatever the parse says."""
    for tokens, noun in described:
        if tokens.end == name.start and noun.sort == "title":
            before = text.parsed.doc[tokens.start - 1] if tokens.start > stretch.start else None
            return before is None or before.pos_ in ("NOUN", "PROPN", "ADJ") or before.text == ")"
    return False


def _belongs(parsed: Parsed, name: Stretch, head: Token) -> bool:
    """Whether a name is the head of a phrase, or stands beside it."""
    if head.i in name.tokens:
        return True
    token = parsed.doc[name.start : name.end].root
    for _ in range(4):
        if token.dep_ not in _BESIDE:
            return False
        if token.dep_ in ("compound", "nmod", "amod", "npadvmod") and token.head.pos_ not in ("PROPN",):
            return False
        token = token.head
        if token.i == head.i:
            return True
    return False


def _proper_run(text: Text, stretch: Stretch, head: Token) -> Stretch | None:
    """The proper nouns that end at the head or at its apposition."""
    doc = text.parsed.doc
    for end in (head, *(c for c in head.children if c.dep_ == "appos" and c.i < stretch.end)):
        if end.pos_ != "PROPN":
            continue
        start, stop = end.i, end.i + 1
        while start > stretch.start and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].text in "-."):
            start -= 1
        while stop < stretch.end and doc[stop].pos_ == "PROPN":
            stop += 1
        return Stretch(start, stop)
    return None


def _bare(text: Text, run: Stretch) -> Stretch | None:
    """A run of proper nouns without the titles at its front; None when nothing but a title is left."""
    doc, folded = text.parsed.doc, text.folded
    start, end = run
    while end > start and doc[end - 1].tag_ == "POS":
        end -= 1
    for cut in range(end - 1, start, -1):
        window = folded.under(Stretch(start, cut))
        size, some = nouns().ending(window, len(window)) if window else (0, ())
        if size and some[0].sort == "title" and doc[cut].text[0].isalpha():
            start = cut
            break
    while start < end and not doc[start].text[0].isalpha():
        start += 1
    if start >= end:
        return None
    only = folded.under(Stretch(start, end)) if start == run.start and end - start == 1 else ()
    if only and nouns().ending(only, len(only))[0] and text.names.over[start] is None:
        return None
    return Stretch(start, end)


def gender_of(titles: tuple[str, ...]) -> Gender | None:
    """The gender that titles and nouns tell ("spokeswoman", "king")."""
    return next((genders()[w] for title in titles for w in title.split() if w in genders()), None)


def _first_name(text: Text, name: Stretch, titles: tuple[str, ...]) -> Gender | None:
    folded = text.folded.under(name)
    return gender_of(titles) or (genders().get(folded[0]) if len(folded) > 1 else None)
