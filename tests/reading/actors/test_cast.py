"""Who a noun phrase means: sentences with the phrases asked for and the actor that each must give."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.actors import Cast, find_actors
from rashomon.reading.drafts import ActorDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import read_actors, register
from tests.conftest import ParseText

#: title, of, since, until
Said = tuple[str, str | None, str | None, str | None]


def stretch(parsed: Parsed, phrase: str, nth: int = 0) -> Stretch:
    """The tokens of the nth place where `phrase` stands."""
    found = re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", parsed.report.text)
    at = [m.start() for m in found][nth]
    under = [i for i in range(len(parsed.doc)) if parsed.starts[i] < at + len(phrase) and parsed.ends[i] > at]
    return Stretch(under[0], under[-1] + 1)


def cast_of(parsed: Parsed, *phrases: str | tuple[str, int]) -> tuple[Cast, list[list[ActorDraft]]]:
    """The cast, and the actors of each phrase."""
    wanted = [stretch(parsed, p) if isinstance(p, str) else stretch(parsed, *p) for p in phrases]
    cast = find_actors(parsed, wanted)
    return cast, [[cast.actors[i] for i in cast.of(w)] for w in wanted]


@pytest.mark.parametrize(
    ("text", "phrase", "name", "kind"),
    [
        ("Kremlin spokesman Dmitry Volkov said so.", "Kremlin spokesman Dmitry Volkov", "Dmitry Volkov", "person"),
        ("The deal was a fake, said Lt-Col Katarina Hale.", "Lt-Col Katarina Hale", "Katarina Hale", "person"),
        ("Amina Diallo, a reporter in Sel, fled.", "Amina Diallo, a reporter in Sel", "Amina Diallo", "person"),
        ("Chile's foreign ministry objected.", "Chile's foreign ministry", "Chile's foreign ministry", "ministry"),
        ("Hundreds of miners marched on Friday.", "Hundreds of miners", "miners", "people"),
        ("The Kenyan government refused.", "The Kenyan government", "Kenya", "state"),
        ("The Georgian side kept silent.", "The Georgian side", "Georgia", "state"),
        ("Nairobi denied that it had sent troops.", "Nairobi", "Kenya", "state"),
        ("Sudanese air strikes hit the market.", "Sudanese", "Sudan", "state"),
        ("The Israeli army fired.", "Israeli", "Israel", "state"),
        ("They praised the Republic of Kenya.", "Kenya", "Kenya", "state"),
        ("Two Bolivians were hurt.", "Two Bolivians", "Two Bolivians", "people"),
        ("Fighters of the M23 took the hill.", "Fighters of the M23", "Fighters of the M23", "armed group"),
        ("A statement by the Hamas movement said so.", "A statement by the Hamas movement", "Hamas movement",
         "armed group"),
        ("Two civilians were killed.", "Two civilians", "Two civilians", "people"),
        ("The leader of the Ruvuma Youth Front, Pita Moyo, fled.", "Pita Moyo", "Pita Moyo", "person"),
    ],
)  # fmt: skip
def test_one_phrase(parse_text: ParseText, text: str, phrase: str, name: str, kind: str) -> None:
    _, [actors] = cast_of(parse_text(text), phrase)
    assert [(a.name, a.kind) for a in actors] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("General Tomas Rivera spoke. Nobody believed Rivera.", "General Tomas Rivera", ("Rivera", 1)),
        ("Peter Dujarrin spoke. Later Dujarrrin left.", "Peter Dujarrin", "Dujarrrin"),
        ("Norway's defence ministry spoke. The ministry lied.", "Norway's defence ministry", "The ministry"),
        ("The Front for a Free Delta (FFD) attacked. The FFD fled.", "The Front for a Free Delta (FFD)", "The FFD"),
        ("Peru protested. The Peruvian government was angry.", "Peru", "The Peruvian government"),
        ("Lima protested. Peru was angry.", "Lima", "Peru"),
        ("Boko Haram attacked the town. The group fled.", "Boko Haram", "The group"),
        ("The UN warned of famine. The United Nations has no food left.", "The UN", "The United Nations"),
        ("Prime Minister Jonas Berg quit. The prime minister wept.", "Prime Minister Jonas Berg", "The prime minister"),
        ("Norwegian Prime Minister Jonas Berg resigned. Norway's prime minister wept.",
         "Norwegian Prime Minister Jonas Berg", "Norway's prime minister"),
        ("Residents fled the town at dawn. Residents said it burned.", "Residents", ("Residents", 1)),
        ("A village chief spoke to us. Village chief Musa Keita said it was over.", "A village chief",
         "Village chief Musa Keita"),
        ("Police in Oslo opened fire. Police later denied it.", "Police in Oslo", ("Police", 1)),
        ("A police source spoke of two bombs. The source asked not to be named.", "A police source", "The source"),
    ],
)  # fmt: skip
def test_same_actor(parse_text: ParseText, text: str, first: str, again: str | tuple[str, int]) -> None:
    _, [one, two] = cast_of(parse_text(text), first, again)
    assert len(one) == 1
    assert one == two


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A diplomat praised the deal. Another diplomat mocked it.", "A diplomat", "Another diplomat"),
        ("Iraq's defence ministry spoke. Iran's defence ministry did not.", "Iraq's defence ministry",
         "Iran's defence ministry"),
        ("Omar Haddad spoke. Later Leila Haddad spoke.", "Omar Haddad", "Leila Haddad"),
        ("Serbia's prime minister came. Croatia's prime minister left.", "Serbia's prime minister",
         "Croatia's prime minister"),
        ("Israel struck the port. The Israeli army said nothing.", "Israel", "The Israeli army"),
        ("One witness saw fire. A witness saw smoke.", "One witness", "A witness"),
        ("The rebels of Ituri fled. The rebels of Kasai stayed.", "The rebels of Ituri", "The rebels of Kasai"),
    ],
)  # fmt: skip
def test_different_actors(parse_text: ParseText, text: str, first: str, second: str) -> None:
    _, [one, two] = cast_of(parse_text(text), first, second)
    assert len(one) == len(two) == 1
    assert one != two


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        ("Minister Clara Stein met President Paul Okoro. She said the talks failed.", "She", ["Clara Stein"]),
        ("Minister Clara Stein met President Paul Okoro. He said the talks failed.", "He", ["Paul Okoro"]),
        ("The army shelled the camp. It said rebels had hidden there.", "It", ["army"]),
        ("Demonstrators filled the square. They demanded bread.", "They", ["Demonstrators"]),
        ("A nurse and two farmers were there. They said the shells came at night.", "They", ["nurse", "two farmers"]),
        ("Karim Bello, who leads the union, was arrested.", "who", ["Karim Bello"]),
        ("No soldier was hurt, said Colonel Iain Ross. The bridge fell, he said.", "he", ["Iain Ross"]),
        ("“I saw the fire,” said Marta Kovac.", "I", ["Marta Kovac"]),
        ("Someone said so.", "Someone", []),
        ("He said so.", "He", []),
    ],
)  # fmt: skip
def test_pronouns(parse_text: ParseText, text: str, pronoun: str, names: list[str]) -> None:
    _, [actors] = cast_of(parse_text(text), pronoun)
    assert [a.name for a in actors] == names


def test_a_coordination_gives_each(parse_text: ParseText) -> None:
    _, [actors] = cast_of(parse_text("Turkey and Russia sent observers."), "Turkey and Russia")
    assert [a.name for a in actors] == ["Turkey", "Russia"]


def test_a_capital_where_places_stand_is_no_government(parse_text: ParseText) -> None:
    _, [actors] = cast_of(parse_text("Shots were heard in Kampala."), "Kampala")
    assert [a.kind for a in actors] == ["unknown"]


def test_an_acronym_means_what_the_report_says(parse_text: ParseText) -> None:
    text = "Farmers of the Regional Seed Fund (RSF) met. The RSF said that rain was late."
    _, [fund, short] = cast_of(parse_text(text), "the Regional Seed Fund (RSF)", "The RSF")
    assert fund == short
    assert fund[0].name == "Regional Seed Fund"


def test_capitals_do_not_make_names(parse_text: ParseText) -> None:
    cast, _ = cast_of(parse_text("PRESIDENT WHO FLED IS BACK HOME"), "PRESIDENT")
    assert all(a.kind != "igo" and a.kind != "armed group" for a in cast.actors)


def test_mentions_go_beyond_what_was_asked(parse_text: ParseText) -> None:
    text = "Colonel Iain Ross spoke.\n\nThe bridge had been held by Ross for a week."
    _, [[ross]] = cast_of(parse_text(text), "Colonel Iain Ross")
    parsed = parse_text(text)
    assert [parsed.text(m) for m in ross.mentions] == ["Colonel Iain Ross", "Ross"]


@pytest.mark.parametrize(
    ("text", "phrase", "role"),
    [
        ("Armenian Foreign Minister Ara Petrosyan spoke.", "Armenian Foreign Minister Ara Petrosyan",
         ("Foreign Minister", "Armenia", None, None)),
        ("Joseph Kalu, leader of the Delta Watch, fled.", "Joseph Kalu, leader of the Delta Watch",
         ("leader", "Delta Watch", None, None)),
        ("Ivo Lang, a banker who was a senior official in Narva until May, fled.",
         "Ivo Lang, a banker who was a senior official in Narva until May", ("senior official", "Narva", None, "May")),
        ("Kremlin spokesman Dmitry Volkov spoke.", "Kremlin spokesman Dmitry Volkov",
         ("spokesman", "Kremlin", None, None)),
        ("Yemi Adaro, who served as mayor from May 2012 to 2016, fled.",
         "Yemi Adaro, who served as mayor from May 2012 to 2016",
         ("mayor", None, "May 2012", "2016")),
        ("The rebel group's leader, Yahya Idris, who headed it between 2003 and 2009, fled.",
         "The rebel group's leader, Yahya Idris, who headed it between 2003 and 2009",
         ("leader", "rebel group", "2003", "2009")),
        ("Mr. Okello, who resigned as mayor of Gulu last week, fled.", "Mr. Okello, who resigned as mayor of Gulu last week",
         ("mayor", "Gulu", None, "last week")),
        ("Samir Kanaan, a former premier who led the country from 1998 until his fall in 2004, fled.",
         "Samir Kanaan, a former premier who led the country from 1998 until his fall in 2004",
         ("former premier", None, "1998", "his fall in 2004")),
        ("Boris Kral, the ex-president, fled.", "Boris Kral, the ex-president", ("ex-president", None, None, None)),
        ("Hashim Wardak, acting governor of Kunar province, fled.", "Hashim Wardak, acting governor of Kunar province",
         ("acting governor", "Kunar province", None, None)),
        ("Turkish-born German lawmaker Cem Aydin fled.", "Turkish-born German lawmaker Cem Aydin",
         ("lawmaker", "Germany", None, None)),
        ("Deputy Prime Minister and Finance Minister Elena Marin fled.",
         "Deputy Prime Minister and Finance Minister Elena Marin",
         ("Deputy Prime Minister", None, None, None)),
        ("The then-interior minister, Petra Holub, fled.", "The then-interior minister, Petra Holub",
         ("then-interior minister", None, None, None)),
        ("Ivan Petrov, previously a deputy in the Duma and since 2018 a senator, fled.",
         "Ivan Petrov, previously a deputy in the Duma and since 2018 a senator", ("deputy", "Duma", None, None)),
        ("Gen. Idris Bello, who until last month commanded the garrison, fled.",
         "Gen. Idris Bello, who until last month commanded the garrison", ("Gen.", None, None, None)),
        ("Defense Minister-designate Dov Katz fled.", "Defense Minister-designate Dov Katz",
         ("Defense Minister-designate", None, None, None)),
        ("The foreign minister of Chad, Mahamat Saleh, fled.", "The foreign minister of Chad, Mahamat Saleh",
         ("foreign minister", "Chad", None, None)),
        ("Lea Das, spokesperson for the UN office in Geneva since January 2020, fled.",
         "Lea Das, spokesperson for the UN office in Geneva since January 2020",
         ("spokesperson", "UN office in Geneva", "January 2020", None)),
        ("Tom Reed, the former U.S. ambassador to Mali, fled.", "Tom Reed, the former U.S. ambassador to Mali",
         ("former ambassador", "U.S.", None, None)),
        ("Viktor Han, a career diplomat who became foreign minister in 2021, fled.",
         "Viktor Han, a career diplomat who became foreign minister in 2021", ("foreign minister", None, "2021", None)),
        ("Michel Karam, president of Lebanon between 2016 and 2022, fled.",
         "Michel Karam, president of Lebanon between 2016 and 2022", ("president", "Lebanon", "2016", "2022")),
    ],
)  # fmt: skip
def test_roles(parse_text: ParseText, text: str, phrase: str, role: Said) -> None:
    _, [[actor]] = cast_of(parse_text(text), phrase)
    assert role in [(r.title, r.of, r.since, r.until) for r in actor.roles]


def test_an_address_is_no_office(parse_text: ParseText) -> None:
    _, [[actor]] = cast_of(parse_text("Mr. Okello fled to the hills."), "Mr. Okello")
    assert actor.roles == []


def test_a_surname_that_the_model_takes_for_no_name_is_the_persons(parse_text: ParseText) -> None:
    text = "Nikol Pashinyan said troops had fired. Pashinyan, whose prime minister's office confirmed it, blamed Baku."
    _, [[first], [second]] = cast_of(parse_text(text), "Nikol Pashinyan", "Pashinyan")
    assert first is second


@pytest.mark.parametrize(
    "name",
    [
        "Islamic State of Iraq and the Levant (ISIL)",
        "Front for Unity and Liberation of Tarma (FULT)",
        "Joint Committee of Farmers and Herders and Traders (JCFHT)",
        "Movement for Oneness and Justice (MOJ)",
    ],
)
def test_a_full_name_with_its_acronym_is_one_actor(parse_text: ParseText, name: str) -> None:
    full, acronym = name[:-1].split(" (")
    text = f"The {name} said that it had shelled the town. {acronym} blamed the army and the police."
    cast, [[first], [later], two] = cast_of(parse_text(text), f"The {name}", acronym, "the army and the police")
    assert first is later
    assert first.name == full
    assert len(two) == 2
    assert len(cast.actors) == 3


def test_the_names_of_a_person_whom_the_register_knows_are_one_actor(parse_text: ParseText) -> None:
    text = "Mohamed Hamdan Dagalo said that the army had lied. Hemedti left the city."
    _, [[first], [second]] = cast_of(parse_text(text), "Mohamed Hamdan Dagalo", "Hemedti")
    assert first is second


def test_the_people_of_a_users_file_are_people(parse_text: ParseText) -> None:
    head = "id\tname\taliases\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"
    row = "dual\tAmina Dual\tOld Badger\tperson\tSOM\tREB\t\t\t\n"
    mine = register().with_rows(read_actors(head + row, "mine.tsv"))
    parsed = parse_text("Old Badger said that the army had lied. Amina Dual left the city.")
    wanted = [stretch(parsed, "Old Badger"), stretch(parsed, "Amina Dual")]
    told, plain = find_actors(parsed, wanted, mine), find_actors(parsed, wanted)
    assert [(a.kind, len(a.mentions)) for a in told.actors] == [("person", 2)]
    assert len(plain.actors) == 2


def test_whose_office_it_is_tells_who_holds_it(parse_text: ParseText) -> None:
    text = (
        "Armenian Prime Minister Nikol Pashinyan met the envoys. "
        "Armenia, whose prime minister had blamed Baku, said that troops had fired. "
        "Georgia, whose prime minister was silent, sent nobody."
    )
    phrases = ("Armenian Prime Minister Nikol Pashinyan", ("whose prime minister", 0), ("whose prime minister", 1))
    _, [[named], [his], [other]] = cast_of(parse_text(text), *phrases)
    assert named is his
    assert other is not his


def test_two_bodies_of_which_one_has_an_acronym_stay_two(parse_text: ParseText) -> None:
    text = "The National Union of Teachers and the Police Federation (PF) struck."
    _, [some] = cast_of(parse_text(text), "The National Union of Teachers and the Police Federation (PF)")
    assert [actor.name for actor in some] == ["National Union of Teachers", "Police Federation"]


def test_nothing_wanted_gives_nothing(parse_text: ParseText) -> None:
    assert find_actors(parse_text("Peru protested."), []).actors == []
    assert find_actors(parse_text(""), []).actors == []


_WORDS = st.sampled_from(
    ["The", "the", "army", "He", "they", "said", "that", "Omar", "Haddad", "UN", "(UN)", ",", ".", "“", "”", '"', "and",
     "or", "Baku", "ministry", "'s", "who", "of", "", "\n\n", "𝔘𝔫", "é", "—", "IS", "no", "hundreds"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, max_size=25), st.lists(st.tuples(st.integers(0, 24), st.integers(1, 6)), max_size=6))
def test_any_text(parse_text: ParseText, pieces: list[str], cuts: list[tuple[int, int]]) -> None:
    parsed = parse_text(" ".join(pieces))
    size = len(parsed.doc)
    wanted = [Stretch(a, min(a + n, size)) for a, n in cuts if a < size]
    cast = find_actors(parsed, wanted)
    for phrase in wanted:
        assert all(0 <= i < len(cast.actors) for i in cast.of(phrase))
    for actor in cast.actors:
        assert actor.name
        assert actor.mentions == sorted(actor.mentions)
        for mention in actor.mentions:
            assert parsed.of(mention).text
    assert find_actors(parsed, wanted).actors == cast.actors
