"""Proper names in a report: from the actor file, the list of states, and the model's named entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from rashomon.reading.actors.brackets import spelled_out
from rashomon.reading.actors.folding import Folded
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import ActorKind
from rashomon.vocab.actors import KnownActor, Nation, Register, nations, nouns

Sort = Literal["known", "state", "people", "capital", "person", "organisation", "place", "group"]

_SORTS: dict[str, Sort] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. `key` is what it surely refers to ("actor:nato", "state:AZE"), or empty."""

    stretch: Stretch
    sort: Sort
    key: str = ""
    kind: ActorKind = "unknown"
    #: the usual name of what `key` refers to
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a report in order, and the widest name over each token.

    `whole` are the names with "and" in them, each with the acronym in brackets after it: one actor, whatever the parse says.
    """

    all: tuple[Name, ...]
    over: Sequence[Name | None]
    whole: tuple[Stretch, ...] = ()

    def around(self, stretch: Stretch) -> Stretch:
        """The whole name that a stretch is a part of, with all of the stretch; else the stretch itself."""
        for whole in self.whole:
            if whole.meets(stretch) and (whole.holds(stretch) or stretch.start >= whole.start - 1):
                return Stretch(min(whole.start, stretch.start), max(whole.end, stretch.end))
        return stretch

    def within(self, stretch: Stretch) -> list[Name]:
        """The widest names that lie wholly in a stretch, in order."""
        found: list[Name] = []
        for i in stretch.tokens:
            name = self.over[i]
            if name and (not found or found[-1] is not name) and stretch.holds(name.stretch):
                found.append(name)
        return found


def find_names(parsed: Parsed, text: Folded, register: Register) -> Names:
    """All names, with those of the actor file and of states where a wider entity of the model holds them too."""
    sure = _listed(parsed, text, register)
    covered = {i for name in sure for i in name.stretch.tokens}
    sure += (n for n in _users_people(parsed, text, register) if covered.isdisjoint(n.stretch.tokens))
    over: list[Name | None] = [None] * len(parsed.doc)
    inner: list[Name] = []
    for name in sure:
        for i in name.stretch.tokens:
            over[i] = name
    for entity in parsed.doc.ents:
        sort = _SORTS.get(entity.label_)
        stretch = _trimmed(parsed, Stretch(entity.start, entity.end))
        if sort is None or stretch is None:
            continue
        below = {id(n): n for i in stretch.tokens if (n := over[i])}
        if any(not stretch.holds(n.stretch) or n.stretch == stretch for n in below.values()):
            continue
        if any(n.sort == "known" for n in below.values()) and not _wider(text, stretch, over):
            continue
        inner.extend(below.values())
        wide = Name(stretch, sort)
        for i in stretch.tokens:
            over[i] = wide
    for stretch in spelled_out(parsed.doc):
        if any(parsed.doc[i].pos_ == "CCONJ" for i in stretch.tokens) and not _is_known(over, stretch):
            inner.extend({id(n): n for i in stretch.tokens if (n := over[i])}.values())
            wide = Name(stretch, "organisation")
            for i in stretch.tokens:
                over[i] = wide
    ordered = sorted({n.stretch: n for n in [*(n for n in over if n), *inner]}.values(), key=lambda n: n.stretch)
    return Names(tuple(ordered), over, tuple(_whole_names(parsed, over)))


def _is_known(over: Sequence[Name | None], stretch: Stretch) -> bool:
    """Whether one name of the register covers a stretch."""
    name = over[stretch.start]
    return name is not None and name.sort == "known" and name.stretch.holds(stretch)


def _whole_names(parsed: Parsed, over: Sequence[Name | None]) -> Iterator[Stretch]:
    doc = parsed.doc
    for name in dict.fromkeys(n for n in over if n):
        if name.sort in ("known", "organisation") and any(doc[i].pos_ == "CCONJ" for i in name.stretch.tokens):
            end = name.stretch.end
            if name.sort == "organisation" and (end >= len(doc) or doc[end].text != "("):
                continue
            if end + 2 < len(doc) and (doc[end].text, doc[end + 2].text) == ("(", ")"):
                end += 3
            yield Stretch(name.stretch.start, end)


def _wider(text: Folded, stretch: Stretch, over: Sequence[Name | None]) -> bool:
    """Whether an entity that holds a known actor is a body of its own ("Hamas Health Ministry").

    It is when its last word is a noun for a body and lies outside the known name.
    """
    folded_ = text.under(stretch)
    if over[stretch.end - 1] or not folded_:
        return False
    size, some = nouns().ending(folded_, len(folded_))
    return bool(size) and some[0].sort == "body" and not some[0].weak


def _listed(parsed: Parsed, text: Folded, register: Register) -> list[Name]:
    doc, found, at = parsed.doc, [], 0
    states = nations()
    day = parsed.report.published
    about = _countries(text)
    while at < len(text.words):
        token = doc[text.tokens[at]]
        if not _may_begin(token):
            at += 1
            continue
        size, actors = register.phrases.starting(text.words, at)
        actor = register.choose(
            actors, day=day, country=next((c for c in about if any(a.country == c for a in actors)), None)
        )
        size = size if actor else 0
        size_of_state, some = states.starting(text.words, at)
        longest = max(size, size_of_state)
        stretch = _whole(text, at, longest)
        if not longest or stretch is None or parsed.paragraph_of[stretch.start] != parsed.paragraph_of[stretch.end - 1]:
            at += 1
            continue
        if token.is_stop and _shouted(token):
            at += 1
            continue
        if actor and size >= size_of_state:
            found.append(_known(stretch, actor))
        else:
            found.append(_state(stretch, some[0], token))
        at += longest
    return found


def _users_people(parsed: Parsed, text: Folded, register: Register) -> Iterator[Name]:
    """The people of the user's file by two words and more, whom the model need not know for people."""
    if not any(known.users and known.kind == "person" for known in register.rows):
        return
    for at in range(len(text.words)):
        size, some = register.people.starting(text.words, at)
        stretch = _whole(text, at, size) if size > 1 and any(k.users for k in some) else None
        if stretch and _may_begin(parsed.doc[stretch.start]):
            yield Name(stretch, "person")


def _countries(text: Folded) -> list[str]:
    """The states that the report names, the most often named first: they decide what an acronym means."""
    seen: Counter[str] = Counter()
    for at in range(len(text.words)):
        size, some = nations().starting(text.words, at)
        if size:
            seen[some[0].alpha3] += 1
    return [code for code, _ in seen.most_common()]


def _shouted(token: Token) -> bool:
    """Whether a word in capitals stands in a line of capitals, where "IS" and "WHO" are no names."""
    beside = [token.nbor(d) for d in (-1, 1) if 0 <= token.i + d < len(token.doc)]
    return token.text.isupper() and any(t.is_upper and t.is_alpha and len(t) > 3 for t in beside)


def _may_begin(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit()


def _whole(text: Folded, at: int, size: int) -> Stretch | None:
    """The tokens of words [at, at + size), or None when they do not end where a token ends."""
    if not size:
        return None
    start, last = text.tokens[at], text.tokens[at + size - 1]
    if text.first[start] != at or text.first[last + 1] != at + size:
        return None
    return Stretch(start, last + 1)


def _known(stretch: Stretch, actor: KnownActor) -> Name:
    return Name(stretch, "known", f"actor:{actor.id}", actor.kind, actor.name)


def _state(stretch: Stretch, nation: Nation, token: Token) -> Name:
    if nation.sort == "capital":
        return Name(stretch, "capital", f"state:{nation.alpha3}", "state", nation.name)
    people = nation.sort == "people" and not (token.tag_ == "NNP" and token.text.isupper())
    return Name(stretch, "people" if people else "state", f"state:{nation.alpha3}", "state", nation.name)


def _trimmed(parsed: Parsed, stretch: Stretch) -> Stretch | None:
    """An entity without leading article, possessive marker, edge punctuation and what follows in parentheses ("Mali
    (MINUSMA"); None when nothing is left."""
    start, end = stretch
    doc = parsed.doc
    end = next((i for i in range(start + 1, end) if doc[i].text == "("), end)
    while start < end and (doc[start].pos_ == "DET" or doc[start].is_punct or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return Stretch(start, end) if start < end else None
