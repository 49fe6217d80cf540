"""The gazetteer as it is built from the installed packages (built first where this machine has none)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rashomon.resolving.places import Gazetteer, build, default_path, open_gazetteer


@pytest.fixture(scope="module")
def whole() -> Iterator[Gazetteer]:
    path = default_path()
    with open_gazetteer(path if path.is_file() else build(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    "names", [("Stepanakert", "Khankendi", "Xankəndi"), ("Bakhmut", "Artemivsk"), ("Kyiv", "Kiev")]
)
def test_names_of_one_place_share_a_candidate(whole: Gazetteer, names: tuple[str, ...]) -> None:
    ids = [{candidate.id for candidate in whole.candidates(name)} for name in names]
    assert set.intersection(*ids)


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Washington", "US", "PPLC"), ("Sanaa", "YE", "PPLC"), ("Texas", "US", "ADM1"), ("Avoyelles", "US", "ADM2"),
        ("Khan Younis", "PS", "PPL"), ("El Fasher", "SD", "PPL"), ("Hadrut", "AZ", "PPL"), ("Donbas", "UA", "RGN"),
        ("Lachin corridor", "AZ", "RGN"), ("Cabo Delgado", "MZ", "RGN"), ("Kutupalong", "BD", "RFGC"),
    ],
)  # fmt: skip
def test_what_reports_of_conflict_name(whole: Gazetteer, name: str, country: str, feature: str) -> None:
    assert (country, feature) in {(candidate.country, candidate.feature) for candidate in whole.candidates(name)}


def test_gao_is_in_mali_only(whole: Gazetteer) -> None:
    assert "CU" not in {candidate.country for candidate in whole.candidates("Gao")}
