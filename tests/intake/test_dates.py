"""The date of publication."""

from __future__ import annotations

import pytest

from rashomon.errors import SettingsError
from rashomon.intake.dates import check_published


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("2023-09-19", "2023-09-19"),
        (" 2023-09-19\n", "2023-09-19"),
        ("20230919", "2023-09-19"),
        ("2023-09-19T14:30:00Z", "2023-09-19T14:30:00+00:00"),
        ("2023-09-19T14:30:00+02:00", "2023-09-19T14:30:00+02:00"),
        ("2023-09-19 14:30", "2023-09-19T14:30:00"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_iso_dates(given: str, held: str) -> None:
    assert check_published(given) == held
    assert check_published(held) == held


@pytest.mark.parametrize(
    "given",
    [
        "yesterday",
        "2023-W38",
        "2023-W38-2",
        "2023W382T10:00",
        "2023-02-30",
        "19/09/2023",
        "",
        "2023",
        "2023-09",
        "Sept 19, 2023",
        "٢٠٢٣-٠٩-١٩",
        "9" * 500,
        "\0",
    ],
)
def test_anything_else_is_refused_in_one_sentence(given: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check_published(given)
    message = str(caught.value)
    assert "2023-09-19" in message
    assert message.endswith(".")
    assert len(message) < 200
