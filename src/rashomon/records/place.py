"""Where."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.span import Span


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that the report gives the place, and the actor (id) said to use it; null when nobody in particular is."""

    name: str
    used_by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class DisputedName:
    """A name that a contested place is known to have, whatever the report says.

    `used_by` holds ISO 3166-1 alpha-3 codes and names of parties; `status` is "official" (in the law of that side), "in
    use", "exonym", "former" or "self-declared"; `since` and `until` are years, months or days, null where open or unknown;
    `source` tells where to check.
    """

    name: str
    used_by: tuple[str, ...]
    status: str
    since: str | None
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A party that administers a contested place or claims it; `part`: only a part of it. Fields as in `DisputedName`."""

    party: str
    part: bool
    since: str | None
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Contested:
    """What is known, beside the report, of a place that sides dispute, on the report's date (with no date, of all times).

    `administered_by` says who held it, which is no word on who has the right to; `claimed_by` who claimed it without
    holding all of it.
    """

    names: tuple[DisputedName, ...]
    administered_by: tuple[Holder, ...] = ()
    claimed_by: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the report names. `name` is as written first; it is never corrected.

    `lat` and `lon` in degrees (WGS 84); `country` ISO 3166-1 alpha-2; `admin1` the GeoNames code of the first-level
    division; `feature` a GeoNames feature code; `precision` UCDP's where_prec, 1 (exact) to 7.
    Where it resolves to nothing `geonames` is null and `reason` says why. `names` are those that the report gives;
    `contested` is background from our list (or the user's), null where no side disputes the place.
    """

    id: str
    name: str
    mentions: tuple[Span, ...]
    geonames: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: int | None
    names: tuple[PlaceName, ...] = ()
    reason: str | None = None
    contested: Contested | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as the text names it, before anyone knows where it lies.

    `generic` is what the text calls it ("town", "province"), `preposition` the word before it, `inside` the spans of
    mentions that the text puts around it ("Irbid, Jordan"), `names` further names given with it, `befallen` whether it
    is told of what only befalls places ("the shelling of X").
    """

    span: Span
    preposition: str | None = None
    generic: str | None = None
    inside: tuple[Span, ...] = ()
    names: tuple[PlaceName, ...] = ()
    befallen: bool = False
