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
class Place:
    """A place that the report names. `name` is as written first; it is never corrected.

    `lat` and `lon` in degrees (WGS 84); `country` ISO 3166-1 alpha-2; `admin1` the GeoNames code of the first-level
    division; `feature` a GeoNames feature code; `precision` UCDP's where_prec, 1 (exact) to 7.
    Where it resolves to nothing `geonames` is null and `reason` says why.
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
