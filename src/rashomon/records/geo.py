"""Distances and middles on the globe."""

from __future__ import annotations

import math
from collections.abc import Iterable

#: mean radius of the Earth in kilometres (IUGG)
EARTH_KM = 6371.0


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """The great-circle distance between two points given in degrees (haversine)."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def shifted(lat: float, lon: float, north_km: float, east_km: float) -> tuple[float, float]:
    """The point that lies `north_km` and `east_km` from another; good for the short ways of news reports."""
    moved = max(-90.0, min(90.0, lat + math.degrees(north_km / EARTH_KM)))
    narrowed = max(0.01, math.cos(math.radians(lat)))
    east = lon + math.degrees(east_km / (EARTH_KM * narrowed))
    return moved, (east + 180) % 360 - 180


def middle(points: Iterable[tuple[float, float]], cell: float = 0.5) -> tuple[float, float]:
    """The middle of an area known by the towns in it: the mean of the grid cells (`cell` degrees) that hold one.

    Cells, so that one crowded corner does not pull the middle to itself. At least one point, else ValueError.
    """
    cells: dict[tuple[int, int], tuple[float, float]] = {}
    for lat, lon in points:
        cells.setdefault((math.floor(lat / cell), math.floor(lon / cell)), (lat, lon))
    if not cells:
        raise ValueError("no points to take the middle of")
    x = y = z = 0.0
    for lat, lon in cells.values():
        a, o = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(o), y + math.cos(a) * math.sin(o), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
