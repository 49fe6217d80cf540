"""The grammar of time expressions: its data fit together."""

from __future__ import annotations

import pytest

from rashomon.resolving.times.rules import rules
from rashomon.vocab.calendar import Grammar, grammar


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Sept. 19, 2023", "month_day"),
        ("the end of the month", "unit_the"),
        ("9 a.m. EST Tuesday", "time_day"),
        ("a couple of days", "duration"),
        ("New Year’s Eve", "holiday"),
        ("twice a week", "rate"),
    ],
)
def test_rules_read_whole_expressions(text: str, rule: str) -> None:
    match = grammar().whole(grammar().lexicon.words(text))
    assert match is not None
    assert match.rule == rule


def test_words_know_where_they_stand() -> None:
    text = "  At 10.30 a.m. on İzmir’s 3rd day,\n"
    assert all(text[w.start : w.end].strip() for w in grammar().lexicon.words(text))
    assert [w.text for w in grammar().lexicon.words(text)][:3] == ["at", "10.30", "a.m."]


def test_every_rule_has_a_function_or_joins_two_times() -> None:
    joining = {name for name in Grammar().names if name not in rules()}
    assert joining == {
        "part_of_day",
        "part_on_day",
        "day_part",
        "time_day",
        "day_time",
        "time_ref",
        "week_of",
        "weekend_of",
    }
