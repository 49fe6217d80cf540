"""What `resolve_actors` adds to actors, and what it leaves."""

from __future__ import annotations

from rashomon.records import Actor, Place, Report, Role, Span
from rashomon.resolving.actors import resolve_actors
from rashomon.vocab.actors import Register, read_actors, register

TEXT = "Harari residents blamed Colonel Jo Hart, army chief of Malawi. Zed Force denied it."
REPORT = Report(id="r", text=TEXT, published="2020-02-03")


def actor(name: str, kind: str = "unknown", **more: object) -> Actor:
    at = TEXT.find(name)
    mentions = (Span.cut(TEXT, at, at + len(name)),) if at >= 0 else ()
    return Actor(id=name, name=name, kind=kind, country=None, sector=None, mentions=mentions, **more)  # type: ignore[arg-type]


def test_offices_tell_country_and_sector() -> None:
    span = Span.cut(TEXT, 32, 61)
    role = Role("army chief", "Malawi", None, None, span)
    [found] = resolve_actors(REPORT, [actor("Jo Hart", "person", roles=(role,))])
    assert (found.country, found.sector, found.kind) == ("MWI", "MIL", "person")


def test_an_office_that_ended_in_a_year_before_makes_an_elite() -> None:
    span = Span.cut(TEXT, 32, 61)
    sectors = []
    for until in ("2019", "June 2020", None):
        role = Role("army chief", "Malawi", None, until, span)
        [found] = resolve_actors(REPORT, [actor("Jo Hart", "person", roles=(role,))])
        sectors.append(found.sector)
    assert sectors == ["ELI", "MIL", "MIL"]


def test_what_is_known_stays() -> None:
    known = Actor("a", "Malawi", "people", "ZMB", "OPP", (), (), {"wikidata": "Q1"})
    assert resolve_actors(REPORT, [known]) == (known,)


def test_a_place_in_the_words_tells_the_country() -> None:
    span = Span.cut(TEXT, 0, 6)
    place = Place("p", "Harari", (span,), None, None, None, "ET", None, None, None, (), None)
    without, with_place = (resolve_actors(REPORT, [actor("Harari residents")], p)[0] for p in ((), (place,)))
    assert (without.country, with_place.country) == (None, "ETH")
    assert with_place.sector == "CVL"


def own(row: str) -> Register:
    head = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"
    return register().with_rows(read_actors(f"{head}{row}\n", "mine.tsv"))


def test_a_users_actor_is_told_with_its_ids() -> None:
    mine = own("zed\tZed Force\tZF\tarmed group\tMWI\tPRM\tQ12\t\t")
    plain, told = (resolve_actors(REPORT, [actor("Zed Force")], known=known)[0] for known in (None, mine))
    assert (told.country, told.sector, told.kind) == ("MWI", "PRM", "armed group")
    assert told.refs == {"register": "zed", "wikidata": "Q12"}
    assert (plain.country, plain.refs) == (None, {})


def test_a_users_actor_that_is_no_more_is_not_told() -> None:
    mine = own("zed\tZed Force\tZF\tarmed group\tMWI\tPRM\tQ12\t2001\t2006")
    [told] = resolve_actors(REPORT, [actor("Zed Force")], known=mine)
    assert (told.country, told.refs) == (None, {})


def test_a_users_person_is_told_with_the_office_of_the_day() -> None:
    mine = own("jo-hart\tJo Hart\t\tperson\tMWI\tGOV\tQ13\t2001\t2006")
    [told] = resolve_actors(REPORT, [actor("Jo Hart", "person")], known=mine)
    assert (told.country, told.sector, told.refs) == ("MWI", "ELI", {"register": "jo-hart", "wikidata": "Q13"})


def test_the_narrator_is_nobody() -> None:
    narrator = Actor("n", "Reuters", "narrator", None, None, ())
    assert resolve_actors(REPORT, [narrator]) == (narrator,)
