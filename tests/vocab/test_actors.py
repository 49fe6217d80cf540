"""The actor file and the table of nouns keep their own rules, and refuse files that do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rashomon.errors import DataError
from rashomon.vocab.actors import fold, nations, nouns, officeholders, register, words
from rashomon.vocab.plover import sectors

HEAD = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"


def test_sectors_are_plovers() -> None:
    allowed = {"", *sectors()}
    for known in (*register().phrases.all(), *officeholders().phrases.all()):
        assert known.sector in allowed, known.id
    for noun in nouns().all():
        assert noun.sector in allowed, noun.noun


def test_wikidata_ids_and_years_are_well_formed() -> None:
    rows = {known.id: known for known in register().phrases.all()}
    assert len(rows) > 1000
    for known in rows.values():
        assert re.fullmatch(r"(Q[1-9]\d*)?", known.wikidata), known.id
        assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", known.since), known.id
        assert not (known.since and known.until) or known.since <= known.until, known.id


def test_no_two_actors_share_a_wikidata_id() -> None:
    seen: dict[str, str] = {}
    for known in register().phrases.all():
        if known.wikidata:
            assert seen.setdefault(known.wikidata, known.id) == known.id


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("U.N.", "united-nations"), ("the UN", "united-nations"), ("is", None),
        ("Daesh", "islamic-state"), ("DAESH", "islamic-state"),
        ("IS", "islamic-state"), ("who", None), ("WHO", "world-health-organization"), ("Hezbollah's", "hezbollah"),
        ("Élysée", "elysee-palace"), ("Tehrik-e-Taliban Pakistan", "tehrik-i-taliban-pakistan"),
    ],
)  # fmt: skip
def test_names(name: str, found: str | None) -> None:
    known = register().find(name)
    assert (known.id if known else None) == found


def test_country_and_day_choose_between_namesakes() -> None:
    sudan, world = register().find("RSF", country="SDN"), register().find("RSF", day="1990-01-01")
    assert [known.id for known in (sudan, world) if known] == ["rapid-support-forces", "reporters-without-borders"]


def test_folding() -> None:
    assert words("The U.S. Army’s Lt-Col. Xankəndi") == ["the", "US", "army", "lt", "col", "xankəndi"]
    assert fold("US") != fold("us")
    assert fold("RENAMO") == fold("Renamo")


def test_a_people_that_two_states_share_is_both() -> None:
    assert [n.alpha3 for n in nations().get(("congolese",))] == ["COD", "COG"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "first line"),
        ("id\tname\n", "first line"),
        (HEAD + "a\tA\n", "2 cells"),
        (HEAD + "a\tA\t\tgang\t\t\t\t\t\n", "unknown kind"),
        (HEAD + "a\tA\t\tngo\tXX\t\t\t\t\n", "alpha-3"),
        (HEAD + "a\tA\t\tngo\t\t\t\t\t\na\tB\t\tngo\t\t\t\t\t\n", "twice"),
        (HEAD + "a\t\t\tngo\t\t\t\t\t\n", "no name"),
        (HEAD + "a\tA\t--\tngo\t\t\t\t\t\n", "no word"),
    ],
)
def test_a_broken_user_file_is_refused(tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        register(path)


def test_a_missing_user_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        register(tmp_path / "none.tsv")
