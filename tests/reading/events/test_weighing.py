"""What the encoder says of events: types, words that the lexicon does not know, confidence."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.errors import DataError
from rashomon.models.encoder import Floats
from rashomon.reading.drafts import EventMention
from rashomon.reading.events import find_events, weighing
from rashomon.reading.events.columns import SIZES, TYPES, WIDTH, lexicon_columns
from rashomon.reading.events.weighing import FEATURES, flags_evidence, probability, weigh, weigh_flags
from rashomon.reading.parsed import Parsed
from tests.conftest import ParseText


def _scores(parsed: Parsed, **odds: tuple[str, float]) -> Floats:
    """Scores of a report whose words name nothing, but for those of `odds`: a type and how likely it is."""
    scores = np.full((len(parsed.doc), WIDTH), -6.0, dtype=np.float32)
    scores[:, 0] = 0.0
    for word, (kind, value) in odds.items():
        (at,) = [t.i for t in parsed.doc if t.text == word]
        scores[at, 1 + TYPES.index(kind)] = value
    return scores


def _told(parsed: Parsed, found: list[EventMention]) -> list[tuple[str, str]]:
    return [(parsed.text(e.anchor), e.type) for e in found]


def test_a_word_that_the_lexicon_does_not_know(parse_text: ParseText) -> None:
    parsed = parse_text("The militia blorked the village of Tarsal.")
    assert find_events(parsed) == []
    (found,) = weigh(parsed, [], _scores(parsed, blorked=("ASSAULT", 4.0)))
    assert (parsed.text(found.anchor), found.type, found.mode) == ("blorked", "ASSAULT", None)
    assert [parsed.text(a) for a in found.actors] == ["The militia"]
    assert [parsed.text(r) for r in found.recipients] == ["the village of Tarsal"]


def test_what_only_might_be_is_no_promise(parse_text: ParseText) -> None:
    parsed = parse_text("The militia might blork the village of Tarsal.")
    (event,) = weigh(parsed, [], _scores(parsed, blork=("AGREE", 4.0)))
    assert not event.undertaken


def test_a_promise_is_made_though_what_is_promised_is_to_come(parse_text: ParseText) -> None:
    parsed = parse_text("The militia will blork the village of Tarsal.")
    (promise,) = weigh(parsed, [], _scores(parsed, blork=("AGREE", 4.0)))
    (deed,) = weigh(parsed, [], _scores(parsed, blork=("ASSAULT", 4.0)))
    assert (promise.undertaken, deed.undertaken) == (True, False)


def test_a_word_that_is_hardly_one_is_left_alone(parse_text: ParseText) -> None:
    parsed = parse_text("The militia blorked the village of Tarsal.")
    assert weigh(parsed, [], _scores(parsed, blorked=("ASSAULT", weighing.ADDED - 0.1))) == []


def test_no_second_event_within_the_words_of_one(parse_text: ParseText) -> None:
    parsed = parse_text("Police fired tear gas at the crowd.")
    told = find_events(parsed)
    scores = _scores(parsed, fired=("ASSAULT", 2.0), gas=("ASSAULT", 5.0))
    assert _told(parsed, weigh(parsed, told, scores)) == _told(parsed, told)


def test_what_was_joined_to_an_event_is_no_event_of_its_own(parse_text: ParseText) -> None:
    parsed = parse_text("Rebels attacked the base, killing nine guards.")
    told = find_events(parsed)
    scores = _scores(parsed, attacked=("ASSAULT", 5.0), killing=("ASSAULT", 5.0))
    assert _told(parsed, weigh(parsed, told, scores)) == [("attacked", "ASSAULT")]


@pytest.mark.parametrize(("odds", "kept"), [(0.0, True), (weighing.DROPPED - 0.1, False)])
def test_what_the_encoder_thinks_very_unlikely_is_dropped(parse_text: ParseText, odds: float, kept: bool) -> None:
    parsed = parse_text("Sylvania condemned the vote.")
    found = weigh(parsed, find_events(parsed), _scores(parsed, condemned=("ACCUSE", odds)))
    assert _told(parsed, found) == ([("condemned", "ACCUSE")] if kept else [])


def test_the_likelier_event_is_the_surer() -> None:
    def sure(own: float) -> float:
        return probability("type", dict.fromkeys(FEATURES["type"], 0.0) | {"always": 1.0, "own": own})

    assert 0 < sure(-6.0) < sure(-2.0) < sure(4.0) < 1


def test_each_event_has_its_probabilities(parse_text: ParseText) -> None:
    parsed = parse_text("Rebels attacked the base.")
    scores = _scores(parsed, attacked=("ASSAULT", 4.0))
    (event,) = weigh(parsed, find_events(parsed), scores)
    weigh_flags([event], scores)
    assert 0.5 < event.confidence < 1
    assert 0 < event.roles_confidence < 1
    assert 0 < event.modality_confidence < 1


def test_flags_that_the_encoder_sees_too_are_surer(parse_text: ParseText) -> None:
    parsed = parse_text("Rebels attacked the base.")
    scores = _scores(parsed, attacked=("ASSAULT", 4.0))
    (event,) = find_events(parsed)
    plain = flags_evidence(event, scores)
    scores[event.head, 1 + len(TYPES) :] = 3.0
    assert flags_evidence(event, scores)["agreed"] < plain["agreed"]


def test_what_the_lexicon_says_in_numbers(parse_text: ParseText) -> None:
    parsed = parse_text("Rebels attacked the base.")
    columns = lexicon_columns(len(parsed.doc), find_events(parsed))
    assert columns.shape == (len(parsed.doc), len(SIZES))
    assert columns[1].tolist() == [TYPES.index("ASSAULT") + 2, 2]
    assert columns[[0, 2, 3, 4]].tolist() == [[1, 1]] * 4
    assert (columns < list(SIZES.values())).all()


@pytest.mark.parametrize("row", ["type\town\tmuch", "type\tother\t1.0", "place\town\t1.0"])
def test_weights_that_are_not_whole(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(of, name, "1.0") for of, names in FEATURES.items() for name in names if (of, name) != ("type", "own")]
    table = [dict(zip(("of", "feature", "weight"), r, strict=True)) for r in [*rows, tuple(row.split("\t"))]]
    monkeypatch.setattr(weighing, "read_table", lambda *_, **__: table)
    weighing._weights.cache_clear()
    try:
        with pytest.raises(DataError, match=r"weights\.tsv"):
            probability("type", {})
    finally:
        weighing._weights.cache_clear()
