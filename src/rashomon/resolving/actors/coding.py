"""Country, sector and kind of an actor from the words that name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.records import ActorKind
from rashomon.vocab.actors import (
    ActorNoun,
    KnownActor,
    Nation,
    Register,
    capitals,
    nations,
    nouns,
    words,
)
from rashomon.vocab.data import read_list

_PACKAGE = "rashomon.resolving.actors"
#: offices that a former holder of is PLOVER's "elite"
_OFFICES = frozenset(("GOV", "LEG", "MIL", "SPY", "JUD", "COP"))
#: how many words of a phrase are read
_WORDS = 40


@dataclass(frozen=True, slots=True)
class Coding:
    """What words say of an actor; None where they say nothing."""

    country: str | None = None
    sector: str | None = None
    kind: ActorKind = "unknown"
    #: what the register calls it, and its id elsewhere
    known: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry of one of the tables at the folded words [start, end) of a phrase."""

    start: int
    end: int
    known: KnownActor | None = None
    nation: Nation | None = None
    noun: ActorNoun | None = None


def code_phrase(text: str, register: Register, *, day: str | None = None, kind: ActorKind = "unknown") -> Coding:
    """What the phrase `text` says by itself. `day` (ISO) chooses between bodies that bore one name in turn."""
    folded = words(text)[:_WORDS]
    if not folded:
        return Coding()
    found = _scan(text, folded, register, day)
    country = _country(folded, found)
    sector = _sector(folded, found)
    head = _head(folded, found)
    whole = next((f.known for f in found if f.known and f.start == 0 and f.end == len(folded)), None)
    if whole is None and head and head.known and head.end == _first_part(folded):
        whole = head.known if kind != "person" else None
    if len(found) == 1 and found[0].nation and found[0].nation.sort == "capital":
        return Coding(country, "GOV", "state")
    if whole:
        return Coding(
            country or whole.country or None, whole.sector or None, whole.kind, whole.id, whole.wikidata or None
        )  # fmt: skip
    holder = _officeholder(folded, register, day)
    if holder and holder.country in (None, country or holder.country):
        return replace(holder, country=country or holder.country, sector=sector or holder.sector)
    return Coding(country, sector, _kind(folded, found, head))


def _officeholder(folded: Sequence[str], register: Register, day: str | None) -> Coding | None:
    """A person of the register whom a phrase names: alone, or by two words and more at its end.

    The sector is that of the office on `day`; after it, PLOVER's "elite" for an office of state. Without a day, an
    office that has ended says nothing.
    """
    size, some = register.people.ending(folded, len(folded))
    if not some or (size < 2 and size < len(folded)):
        return None
    some = tuple(k for k in some if k.users) or some
    first = some[0]
    if day is None:
        return _person(first, first.sector if not first.until else "")
    now = next((k for k in some if k.existed(day)), None)
    if now:
        return _person(now, now.sector)
    over = any(k.until and k.until < day[: len(k.until)] for k in some)
    return _person(first, "ELI" if over and first.sector in _OFFICES else "")


def _person(known: KnownActor, sector: str) -> Coding:
    return Coding(known.country or None, sector or None, "person", known.id, known.wikidata or None)


def _scan(text: str, folded: Sequence[str], register: Register, day: str | None) -> list[_Found]:
    """Known actors, states and nouns in a phrase, left to right; names before nouns, longer before shorter."""
    found: list[_Found] = []
    at, capital = 0, capitals(text)
    while at < len(folded):
        size, actors = register.phrases.starting(folded, at) if capital[at] else (0, ())
        known = register.choose(actors, day=day)
        size = size if known else 0
        size_of_state, some = nations().starting(folded, at) if capital[at] else (0, ())
        if size and size >= size_of_state:
            found.append(_Found(at, at + size, known=known))
        elif size_of_state:
            found.append(_Found(at, at + size_of_state, nation=some[0]))
        at += max(size, size_of_state, 1)
    taken = {i for f in found for i in range(f.start, f.end)}
    end = len(folded)
    while end > 0:
        least = max((i + 1 for i in taken if i < end), default=0)
        size, some_nouns = nouns().ending(folded[least:end], end - least) if least < end else (0, ())
        if size:
            found.append(_Found(end - size, end, noun=some_nouns[0]))
        end -= max(size, 1)
    return sorted(found, key=lambda f: f.start)


def _country(folded: Sequence[str], found: Sequence[_Found]) -> str | None:
    """The state that the phrase names first, unless only as a part in something; else that of a known actor."""
    for i, f in enumerate(found):
        if f.nation and not _aside(folded, f):
            after = found[i + 1] if i + 1 < len(found) else None
            joined = after is not None and after.nation is not None and folded[f.end : after.start] == ["and"]
            return f.nation.alpha3 if not joined or after is None or after.nation == f.nation else None
        if f.known and f.known.country:
            return f.known.country
    return None


def _aside(folded: Sequence[str], f: _Found) -> bool:
    before = folded[f.start - 1] if f.start else ""
    after = folded[f.end] if f.end < len(folded) else ""
    return before in _list("against") or after in _list("aside")


def _first_part(folded: Sequence[str]) -> int:
    """Where the noun phrase proper ends: at the first word that says more about it."""
    return next((i for i, w in enumerate(folded) if i and w in _list("links")), len(folded))


def _head(folded: Sequence[str], found: Sequence[_Found]) -> _Found | None:
    """What the phrase proper ends with, as far as the tables know it."""
    end = _first_part(folded)
    before = [f for f in found if f.start < end and not (f.noun and f.noun.sort == "word")]
    return before[-1] if before else None


def _sector(folded: Sequence[str], found: Sequence[_Found]) -> str | None:
    """The sector of the head; where the head is weak, of the words before it, then of what follows, then its own."""
    head = _head(folded, found)
    breakaway = any(f.known and f.known.sector == "PRE" for f in found)
    if breakaway and (not (head and head.noun) or head.noun.sector in ("", "PRE", "REB", "PTY", *_OFFICES)):
        return "PRE"
    end = _first_part(folded)
    former = any(w in _list("former") for w in folded[:end])
    order = [head] if head else []
    order += [f for f in reversed(found) if f.start < end and f is not head]
    order += [f for f in found if f.start >= end]
    strong = next((s for f in order if (s := _own(f)) and not (f.noun and f.noun.weak)), None)
    words_ = next((s for f in order if f.noun and f.noun.sort == "word" and (s := _own(f))), None)
    weak = next((s for f in order if (s := _own(f))), None)
    presiding = head and head.noun and head.noun.noun in _list("presiding")
    if presiding and head:
        ruled = next((s for f in found if f.start >= end and (s := _own(f)) and not (f.noun and f.noun.weak)), None)
        strong = ruled or strong
    sector = strong or words_ or weak
    if former and sector in _OFFICES and any(f.noun and f.noun.human for f in found):
        return "ELI"
    return sector


def _own(f: _Found) -> str | None:
    if f.known:
        return f.known.sector or None
    return (f.noun.sector or None) if f.noun else None


def _kind(folded: Sequence[str], found: Sequence[_Found], head: _Found | None) -> ActorKind:
    if head is None:
        return "unknown"
    if head.nation:
        return "state"
    if head.known:
        return head.known.kind
    if head.noun:
        plural = " ".join(folded[head.start : head.end]) != head.noun.noun
        return "person" if head.noun.human and not plural and head.noun.sort != "persons" else head.noun.kind
    return "unknown"


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_list(_PACKAGE, f"words/{name}.txt"))
