"""The actor file and the table of nouns keep their own rules, and refuse files that do not."""

from __future__ import annotations

import re
import time

import pytest

from rashomon.errors import DataError
from rashomon.vocab.actors import Register, fold, nations, nouns, read_actors, register, words
from rashomon.vocab.plover import sectors

HEAD = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"


def test_sectors_are_plovers() -> None:
    allowed = {"", *sectors()}
    for known in register().rows:
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
        ("", "mine.tsv: the first line must name the columns id, name"),
        ("# mine\nid\tname\n", "mine.tsv:2: the first line must name"),
        (HEAD + "a\tA\n", "mine.tsv:2: 2 cells"),
        (HEAD + "a\tA\t\tgang\t\t\t\t\t\n", "mine.tsv:2: unknown kind 'gang'"),
        (HEAD + "a\tA\t\tnarrator\t\t\t\t\t\n", "mine.tsv:2: unknown kind 'narrator'"),
        (HEAD + "a\tA\t\tngo\tXX\t\t\t\t\n", "mine.tsv:2: 'XX' is no ISO 3166-1 alpha-3"),
        (HEAD + "a\tA\t\tngo\t\tZZZ\t\t\t\n", "mine.tsv:2: unknown sector 'ZZZ'"),
        (HEAD + "a\tA\t\tngo\t\t\t123\t\t\n", "mine.tsv:2: '123' is no Wikidata id"),
        (HEAD + "a\tA\t\tngo\t\t\t\tlately\t\n", "mine.tsv:2: since is 'lately'"),
        (HEAD + "a\tA\t\tngo\t\t\t\t2010\t2006\n", "mine.tsv:2: since 2010 comes after until 2006"),
        (HEAD + "a\tA\t\tngo\t\t\t\t\t\n#\na\tB\t\tngo\t\t\t\t\t\n", "mine.tsv:4: a stands in line 2 already"),
        (HEAD + "a\t\t\tngo\t\t\t\t\t\n", "mine.tsv:2: a row has no id or no name"),
        (HEAD + "a\tA\t--\tngo\t\t\t\t\t\n", "mine.tsv:2: the alias '--' has no word"),
        (HEAD + "zed\t\t\t\t\t\t\t\t\n", "mine.tsv:2: a row without a name takes out one of ours"),
    ],
)
def test_a_broken_user_file_is_refused(rows: str, said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)):
        read_actors(rows, "mine.tsv")


def with_rows(rows: str) -> Register:
    return register().with_rows(read_actors(HEAD + rows, "mine.tsv"))


def test_a_row_with_an_id_of_ours_takes_its_place() -> None:
    mine = with_rows("hamas\tHamas Bureau\t\tparty\tQAT\tPTY\t\t\t\n")
    found = mine.find("Hamas Bureau")
    assert found is not None
    assert (found.kind, found.country) == ("party", "QAT")
    assert mine.find("Hamas") is None
    ours = register().find("Hamas")
    assert ours is not None
    assert ours.kind == "armed group"


def test_a_row_without_a_name_takes_ours_out() -> None:
    assert with_rows("hamas\t\t\t\t\t\t\t\t\n").find("Hamas") is None


def test_an_alias_that_ours_has_too_is_the_users() -> None:
    mine = with_rows("x\tXanadu Force\tNATO\tarmed group\tMLI\tREB\t\t2001\t2006\n")
    for country in (None, "USA"):
        found = mine.find("NATO", day="2005-01-01", country=country)
        assert found is not None
        assert found.id == "x"
    later = mine.find("NATO", day="2020-01-01")
    assert later is not None
    assert later.id == "north-atlantic-treaty-organization"


def test_a_name_is_not_taken_outside_its_years() -> None:
    mine = with_rows("x\tXanadu Force\t\tarmed group\tMLI\tREB\t\t2001-03\t2006\n")
    days = ("2001-02-28", "2001-03-01", "2006-12-31", "2007-01-01", None)
    assert [mine.find("Xanadu Force", day=day) is not None for day in days] == [False, True, True, False, True]


def test_names_that_news_goes_on_giving_are_taken_after_their_end() -> None:
    assert register().find("Soviet Union", day="2020-01-01") is not None
    assert register().find("Coalition Provisional Authority", day="2020-01-01") is None
    assert register().find("Rapid Support Forces", day="1999-01-01") is None


def test_people_are_kept_apart_from_bodies() -> None:
    mine = with_rows("amina-dual\tAmina Dual\t\tperson\tSOM\tGOV\t\t2015\t\n")
    assert mine.find("Amina Dual") is None
    assert [k.id for k in mine.people.get(("amina", "dual"))] == ["amina-dual"]


def test_thousands_may_share_a_name() -> None:
    rows = "".join(f"a{n}\tArmy {n}\tthe army\tarmed group\tMLI\tREB\t\t\t\n" for n in range(20_000))
    begun = time.monotonic()
    mine = Register.of(read_actors(HEAD + rows, "mine.tsv").rows)
    assert time.monotonic() - begun < 20
    assert len(mine.phrases.get(words("the army"))) == 20_000


def test_a_cell_may_hold_what_splits_lines_elsewhere() -> None:
    [known] = read_actors(
        f"{HEAD}a\tZorvan\x85Front\u2028of\x0bsorts\t\tarmed group\tMLI\tREB\t\t\t\r\n", "mine.tsv"
    ).rows
    assert words(known.name) == words("Zorvan Front of sorts")
