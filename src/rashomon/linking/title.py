"""A line that names an incident, in the report's own words and a few that join them (`title.toml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from rashomon.linking.accounts import LOSSES
from rashomon.linking.groups import place_of
from rashomon.linking.numbers import Range, exclude
from rashomon.linking.title_words import (
    capital,
    is_number,
    joined,
    lexicon,
    like,
    placed,
    plain,
    preposition,
    singular,
    small,
)
from rashomon.records import Actor, Count, Event, Place, Victims

#: characters of a name beyond which it makes no title
_LONG = 60


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A title that one anchor makes; the best has the highest `rank`. `noun` is the anchor if it is a noun, `target` whom
    it befalls; `is_loss` where it says no more than that they were killed or hurt."""

    rank: int
    text: str
    noun: str = ""
    target: str = ""
    is_loss: bool = False


def title_of(
    events: Sequence[Event],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    counts: Sequence[Count] = (),
) -> str:
    """ "Shelling of Adi Remets", "At least 36 people killed in drone strike on crowded market", "Truce · Pretoria".

    The best anchor of all the `events` makes the title, the first of equals: a noun with whom it befalls, or its place,
    before a verb. Who did it is named only where nothing else is known, since speakers differ about it. `counts` are the
    incident's losses; where speakers' numbers exclude each other the title has the least and the greatest. There is at
    least one event.
    """
    where = places.get(place_of(events, places) or "")
    place = plain(where.name) if where is not None else ""
    held = [event for event in events if not event.modality.negated]
    phrases = [p for event in held or events for p in _phrases(event, actors, place)]
    best = max(phrases, key=lambda p: p.rank)
    if not held:
        return capital(f"{lexicon().join['not']} {small(best.text)}")
    toll, victims = _toll(counts)
    if not toll:
        return capital(best.text)
    blows = [p for p in phrases if singular(p.noun) & lexicon().lists["blows"]]
    if blows:
        blow = max(blows, key=lambda p: p.rank)
        is_new = blow.target and not _same_people(blow.target, victims)
        return capital(joined(toll, "in", blow.text if is_new else placed(blow.noun, place)))
    if not best.noun and best.target and not best.is_loss and not _same_people(best.target, victims):
        return capital(f"{toll} · {best.text}")
    return capital(placed(toll, place))


def _phrases(event: Event, actors: Mapping[str, Actor], place: str) -> Iterable[_Phrase]:
    doer, target = (_name(ids, actors) for ids in (event.roles.actor, event.roles.recipient))
    for anchor in event.anchors:
        words = plain(anchor.text)
        leads_to = preposition(words)
        if leads_to is not None:
            yield _nominal(words, leads_to, target, place)
        else:
            yield _verbal(words, doer, target, place)


def _nominal(noun: str, leads_to: str, target: str, place: str) -> _Phrase:
    lists = lexicon().lists
    late = 5 * (noun.casefold().split()[-1] in lists["late"])
    if target and leads_to:
        named = any(letter.isupper() for letter in target) or target.split()[-1] not in lists["general"]
        rank = 6 + named + (target[:1].isupper() and not is_number(target))
        return _Phrase(rank - late, f"{noun} {like(noun, leads_to)} {target}", noun, target)
    return _Phrase((6 if place else 3) - late, placed(noun, place), noun)


def _verbal(verb: str, doer: str, target: str, place: str) -> _Phrase:
    lists, last = lexicon().lists, verb.casefold().split()[-1]
    bare = verb.rpartition(" ")[0] if last in lists["particles"] and " " in verb else verb
    low = bare.casefold()
    active = low in lists["active"]
    past = low.split()[0].endswith("ed") or active or low in lists["participles"]
    if target and low in lists["imposed"]:
        return _Phrase(4, joined(bare, "on", target))
    if target and bare != verb:
        return _Phrase(4, f"{verb} {target}")
    if target and past and not active:
        return _Phrase(5, f"{target} {small(verb)}", "", target, low in lists["losses"])
    if doer and past:
        return _Phrase(2, placed(f"{doer} {small(bare)}" if active else joined(bare, "by", doer), place))
    if doer:
        return _Phrase(1, placed(f"{doer}: {small(bare)}", place))
    return _Phrase(0, placed(bare, place))


def _toll(counts: Sequence[Count]) -> tuple[str, str]:
    """The greatest toll of the gravest kind of loss, as "at least 112 people killed", and who they were; empty words where
    nobody counts. The least goes before it where both cannot be right."""
    whole = [c for c in counts if c.subset_of is None and (c.low or c.high)]
    kind = next((kind for kind in LOSSES[:-1] if any(c.kind == kind for c in whole)), None)
    if kind is None:
        return "", ""
    most: dict[str, Count] = {}
    for count in (c for c in whole if c.kind == kind):
        speaker = count.speakers[-1] if count.speakers else ""
        if speaker not in most or _size(count) > _size(most[speaker]):
            most[speaker] = count
    greatest = max(most.values(), key=_size)
    people, victims = plain(greatest.span.text), plain(greatest.victims.text)
    least = min((c for c in most.values() if _are_alike(c.victims, greatest.victims)), key=_size)
    if exclude(_range(least), _range(greatest)):
        fewer, to = plain(least.span.text), lexicon().join["to"]
        if to in f"{fewer} {people}".casefold().split():
            return "", ""
        people = joined(fewer, "to", people)
    if victims.casefold() not in people.casefold() and len(victims) <= _LONG:
        part = victims.split()[0].casefold() in lexicon().lists["determiners"]
        people = joined(people, "of", victims) if part else f"{people} {victims}"
    return f"{people} {like(people, kind)}", victims.casefold()


def _are_alike(some: Victims, others: Victims) -> bool:
    """Whether two counts may be of the same people: of one class, and called the same where they are called anything."""
    vague = {"", *lexicon().lists["general"]}
    one, other = (plain(victims.text).casefold() for victims in (some, others))
    return some.class_ == others.class_ and (one == other or one in vague or other in vague)


def _same_people(target: str, victims: str) -> bool:
    """Whether whom an event befalls are the people that its toll counts, or nobody in particular."""
    last = target.casefold().split()[-1]
    return is_number(target) or last in {*victims.split()[-1:], *lexicon().lists["general"]}


def _size(count: Count) -> tuple[int, float]:
    return count.low or 0, inf if count.high is None else count.high


def _range(count: Count) -> Range:
    return count.low, count.high


def _name(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    """The names of at most two actors; numbers of people only where nobody else is named."""
    names = [plain(actors[i].name) for i in ids if i in actors]
    fit = [name for name in names if len(name) <= _LONG and not any(mark in name for mark in '"“”')]
    told = [name for name in fit if not is_number(name)] or fit
    return small(joined(told[0], "and", told[1]) if len(told) > 1 else "".join(told))
