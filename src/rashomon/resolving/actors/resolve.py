"""Country, sector, kind and references of a report's actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.records import Actor, Place, Report, Role
from rashomon.resolving.actors.coding import Coding, code_phrase
from rashomon.vocab.actors import Register, register
from rashomon.vocab.countries import by_alpha2

#: how many mentions of one actor are read for its country and sector
_MENTIONS = 12
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def resolve_actors(
    report: Report, actors: Sequence[Actor], places: Sequence[Place] = (), known: Register | None = None
) -> tuple[Actor, ...]:
    """The actors with country, sector, kind and references as far as the text or the register `known` (ours) tells them.

    What an actor has already is kept. `places`, when given, are the report's resolved places: an actor whose words hold
    one ("Warri residents") takes its country where they name no state. Unknown stays None.
    """
    known = known or register()
    return tuple(_resolved(report, actor, places, known) for actor in actors)


def _resolved(report: Report, actor: Actor, places: Sequence[Place], known: Register) -> Actor:
    if actor.kind == "narrator":
        return actor
    codings = [
        code_phrase(text, known, day=report.published, kind=actor.kind) for text in _texts(actor, report.published)
    ]
    country = actor.country or _first(c.country for c in codings) or _by_place(actor, places)
    own = [c for c in codings if c.country in (None, country)]
    sector = actor.sector or _first(c.sector for c in own)
    kind = actor.kind if actor.kind != "unknown" else next((c.kind for c in own if c.kind != "unknown"), actor.kind)
    refs = {**(_refs(codings[0]) if codings else {}), **actor.refs}
    return replace(actor, country=country, sector=sector, kind=kind, refs=refs)


def _refs(named: Coding) -> dict[str, str]:
    """The ids of what the actor's name names."""
    ids = {"register": named.known, "wikidata": named.wikidata}
    return {scheme: id_ for scheme, id_ in ids.items() if id_}


def _is_over(role: Role, day: str | None) -> bool:
    """Whether the year until which an office was held, if a year is told, lies before that of the report."""
    years = _YEAR.findall(role.until or "")
    return bool(years and day and years[-1] < day[:4])


def _texts(actor: Actor, day: str | None) -> Iterator[str]:
    """The words to read, the surest first: the name, the offices, the mentions."""
    yield actor.name
    for role in actor.roles:
        office = f"{role.title} of {role.of}" if role.of else role.title
        yield f"former {office}" if _is_over(role, day) else office
    for mention in actor.mentions[:_MENTIONS]:
        if mention.text != actor.name:
            yield mention.text


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _by_place(actor: Actor, places: Sequence[Place]) -> str | None:
    for place in places:
        if place.country and any(m.holds(p) for m in actor.mentions for p in place.mentions):
            country = by_alpha2(place.country)
            return country.alpha3 if country else None
    return None
