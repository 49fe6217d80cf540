"""Who acts, speaks or suffers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rashomon.records.span import Span

ActorKind = Literal[
    "person",
    "state",
    "government",
    "ministry",
    "military",
    "police",
    "armed group",
    "party",
    "organisation",
    "igo",
    "ngo",
    "media",
    "court",
    "company",
    "civilians",
    "people",
    "narrator",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Role:
    """An office or affiliation that the text gives a person: "until February a top official of …"."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or group of the report. `name` is the fullest form that the report wrote.

    `country` is ISO 3166-1 alpha-3; `sector` PLOVER's three letters; `refs` ids elsewhere ({"wikidata": "Q1"}).
    `members` holds the ids of those who speak or act as one under this name ("Turkey and Russia"). The narrator has kind
    "narrator" and may have no mention.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    refs: dict[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
