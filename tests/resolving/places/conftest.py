"""A small gazetteer: a few true places, and some of their namesakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.resolving.places import Gazetteer, open_gazetteer
from rashomon.resolving.places.build import write_gazetteer
from rashomon.resolving.places.entries import Entry, country_entries, region_entries

# id, name, aliases, lat, lon, country, admin1, admin2, feature, population
_TOWNS: tuple[tuple[int, str, tuple[str, ...], float, float, str, str, int | None, str, int], ...] = (
    (2988507, "Paris", ("Parigi",), 48.85, 2.35, "FR", "11", None, "PPLC", 2_138_551),
    (4717560, "Paris", (), 33.66, -95.56, "US", "TX", None, "PPL", 24_839),
    (4736286, "Texas", (), 31.25, -99.25, "US", "TX", None, "ADM1", 22_875_689),
    (2210247, "Tripoli", (), 32.89, 13.19, "LY", "77", None, "PPLC", 1_150_989),
    (266826, "Tripoli", ("Trablous",), 34.43, 35.84, "LB", "09", None, "PPL", 229_398),
    (268064, "Sidon", ("Saida",), 33.56, 35.37, "LB", "06", None, "PPL", 163_554),
    (276781, "Beirut", (), 33.89, 35.5, "LB", "04", None, "PPLC", 1_916_100),
    (146970, "Xankandi", ("Stepanakert", "Khankendi"), 39.82, 46.75, "AZ", "61", None, "PPL", 55_000),
    (169577, "Homs", ("HMS", "Hims"), 34.72, 36.73, "SY", "11", None, "PPL", 775_404),
    (169575, "Homs Governorate", (), 34.4, 38.2, "SY", "11", None, "ADM1", 1_500_000),
    (170654, "Damascus", (), 33.51, 36.29, "SY", "13", None, "PPLC", 1_569_394),
    (3621849, "San José", ("San Jose",), 9.93, -84.08, "CR", "08", None, "PPLC", 335_007),
    (5392171, "San Jose", (), 37.34, -121.89, "US", "CA", None, "PPL", 1_026_908),
    (901, "Springfield", (), 39.8, -89.64, "US", "IL", None, "PPL", 100_000),
    (902, "Springfield", (), 37.21, -93.29, "US", "MO", None, "PPL", 100_001),
    (903, "Springfield", (), 42.1, -72.59, "US", "MA", None, "PPL", 100_002),
    (904, "Springfield", (), 39.92, -83.8, "US", "OH", None, "PPL", 100_003),
    (2457163, "Gao", (), 16.27, -0.04, "ML", "09", None, "PPL", 133_110),
    (3556334, "Guantanamo", ("Gao",), 20.14, -75.21, "CU", "10", None, "PPL", 272_801),
    (72968, "Marib", ("Ma'rib",), 15.46, 45.33, "YE", "14", None, "PPL", 16_794),
)  # fmt: skip


def _entries() -> Iterator[Entry]:
    for row in _TOWNS:
        yield Entry(*row)
    yield from country_entries()
    yield from region_entries()


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    with open_gazetteer(write_gazetteer(path, _entries())) as opened:
        yield opened
