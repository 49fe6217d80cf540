"""The lexicon keeps its own rules."""

from __future__ import annotations

from typing import get_args

from rashomon.reading.events.classes import words_of
from rashomon.reading.events.lexicon import adjectives, nouns, support_verbs, type_frames, verbs
from rashomon.records import EventType


def test_every_class_that_a_condition_names_exists() -> None:
    named = {
        condition.value
        for index in (verbs(), nouns(), adjectives())
        for entries in index.values()
        for entry in entries
        for condition in (*entry.needs, *entry.unless)
        if condition.key in {"subject", "object", "of", "mod", "near", "args", "clause"}
    }
    names = {n for n in named if n and n != "actor" and not n.startswith("=")}
    assert len(names) > 20
    for name in names:
        assert words_of(name)


def test_the_field_is_covered() -> None:
    entries = [e for index in (verbs(), nouns(), adjectives()) for found in index.values() for e in found]
    assert len(entries) > 600
    assert {e.type for e in entries} == set(get_args(EventType))


def test_rows_that_ask_for_more_come_first() -> None:
    for found in verbs().values():
        assert [e.demands for e in found] == sorted((e.demands for e in found), reverse=True)


def test_each_type_says_where_its_recipients_stand() -> None:
    assert set(type_frames()) == set(get_args(EventType))


def test_support_verbs_take_a_side() -> None:
    assert {s.side for found in support_verbs().values() for s in found} == {"actor", "recipient"}
