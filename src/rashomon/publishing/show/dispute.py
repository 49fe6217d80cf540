"""What is known of a contested place, in sentences that take no side."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.publishing.show.text import one_line
from rashomon.publishing.show.values import period
from rashomon.records import DisputedName, Holder, Place
from rashomon.vocab.countries import by_alpha3


def dispute(place: Place) -> tuple[str, ...]:
    """The names of a contested place with whose they are, who administers it and who claims it, a line for each; nothing
    for a place that no side disputes. The names are the list's, not the report's."""
    told = place.contested
    if told is None:
        return ()
    lines = (
        ("known names", _names(told.names)),
        ("administered by", map(_holder, told.administered_by)),
        ("claimed by", map(_holder, told.claimed_by)),
    )
    return tuple(one_line(f"{head}: {text}") for head, some in lines if (text := "; ".join(some)))


def _names(names: Iterable[DisputedName]) -> Iterable[str]:
    for name in names:
        limits = period(name.since, name.until)
        told = ", ".join(part for part in (_parties(name.used_by), name.status, limits) if part)
        yield f"{name.name} ({told})"


def _holder(holder: Holder) -> str:
    facts = ", ".join(part for part in ("in part" if holder.part else "", period(holder.since, holder.until)) if part)
    return f"{_party(holder.party)} ({facts})" if facts else _party(holder.party)


def _parties(parties: Iterable[str]) -> str:
    return " and ".join(map(_party, parties))


def _party(party: str) -> str:
    """A party by its name: a country's for a code."""
    if party == "international":
        return "international use"
    country = by_alpha3(party)
    return country.name if country else party
