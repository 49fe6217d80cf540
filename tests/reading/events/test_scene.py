"""Events that take place and day from the story, and those that do not."""

from __future__ import annotations

from rashomon.reading.drafts import EventMention
from rashomon.reading.events import find_events
from rashomon.reading.events.coref import join_repeats
from rashomon.reading.events.where_when import locate
from rashomon.reading.modality import modality_of
from rashomon.reading.places import find_places
from rashomon.reading.times import find_times
from tests.conftest import ParseText


def _told(parse_text: ParseText, text: str) -> dict[str, tuple[str | None, str | None, str | None, str | None]]:
    """Place and date of each event by its anchor, and what ties them to it."""
    parsed = parse_text(text, "2024-03-05")
    events: list[EventMention] = find_events(parsed)
    for event in events:
        event.modality = modality_of(parsed, event.head)
    join_repeats(parsed, events)
    locate(parsed, events, find_places(parsed), find_times(parsed))
    return {
        parsed.text(e.anchor): (
            parsed.text(e.place) if e.place else None,
            e.place_from,
            parsed.text(e.time) if e.time else None,
            e.time_from,
        )
        for e in events
    }


def test_the_story_goes_on_where_and_when_it_was_set(parse_text: ParseText) -> None:
    told = _told(parse_text, "Police arrested four men in Gori on Monday. A crowd came. It attacked a shop.")
    assert told["arrested"] == ("Gori", "clause", "Monday", "clause")
    assert told["attacked"] == ("Gori", "scene", "Monday", "scene")


def test_a_sentence_that_names_another_day_ends_the_scene(parse_text: ParseText) -> None:
    told = _told(
        parse_text, "Police arrested four men in Gori on Monday. On Friday the town was calm. Rebels attacked a post."
    )
    assert told["attacked"][2:] == ("Monday", "scene")
    told = _told(parse_text, "Police arrested four men in Gori on Monday. Rebels attacked a post after Friday prayers.")
    assert told["attacked"][2] != "Monday"


def test_what_is_said_planned_or_long_past_stands_outside(parse_text: ParseText) -> None:
    text = (
        "Police arrested four men in Gori on Monday. The party condemned the ruling. Rebels may attack a post. "
        "Gunmen have attacked posts for years. In 2009 rebels killed nine guards."
    )
    told = _told(parse_text, text + " The mayor agreed to talks.")
    assert told["agreed"] == (None, None, None, None)
    assert told["condemned"][:2] == (None, None)
    assert told["attack"][1] != "scene"
    assert told["attacked"][1::2] == (None, None)
    assert told["killed"][2] == "2009"


def test_a_scene_does_not_last_for_ever(parse_text: ParseText) -> None:
    far = " ".join(["The weather was fine."] * 12)
    told = _told(parse_text, f"Police arrested four men in Gori on Monday. {far} Rebels attacked a post.")
    assert told["attacked"] == (None, None, None, None)


def test_who_speaks_on_a_day_goes_on_speaking_that_day(parse_text: ParseText) -> None:
    told = _told(
        parse_text,
        "The minister told reporters on Friday that talks had failed. He accused the rebels of lies. "
        "Gunmen shot a guard on Sunday. The union condemned the ruling. The party accuses him of fraud.",
    )
    assert told["accused"][2:] == ("Friday", "scene")
    assert told["condemned"][2:] == ("Friday", "scene")
    assert told["accuses"][2:] == (None, None)


def test_a_report_that_dates_no_saying_is_said_on_its_day(parse_text: ParseText) -> None:
    told = _told(parse_text, "Gunmen shot a guard on Sunday. The union condemned the ruling.")
    assert told["condemned"][2:] == ("Sunday", "scene")


def test_the_only_date_of_a_sentence(parse_text: ParseText) -> None:
    told = _told(parse_text, "A man believed to have been shot dead in Gori on Sunday was a guard.")
    assert told["shot dead"][2] == "Sunday"
    told = _told(parse_text, "Traffic moved on Sunday after police dispersed the crowd.")
    assert told["dispersed"][2] is None
    told = _told(parse_text, "Rebels have attacked posts, the army said on Sunday.")
    assert told["attacked"][2] is None


def test_a_place_named_again_by_its_kind(parse_text: ParseText) -> None:
    told = _told(parse_text, "People in Gori fled when rebels shelled the town.")
    assert told["shelled"][:2] == ("Gori", "clause")
    told = _told(parse_text, "Police arrested ten men in Sudan. Rebels attacked a post in the country on Tuesday.")
    assert told["attacked"][:2] == ("Sudan", "clause")
    told = _told(parse_text, "Rebels took Sudan province. Gunmen killed a man near the town of Bor on Tuesday.")
    assert told["killed"][0] == "Bor"


def test_the_place_within_and_not_the_one_around_it(parse_text: ParseText) -> None:
    told = _told(parse_text, "In the town of Gori, in Shida Kartli, four people were killed.")
    assert told["killed"][0] == "Gori"
    told = _told(parse_text, "Gunmen killed two guards in Mali's city of Gao on Tuesday.")
    assert told["killed"][0] == "Gao"
