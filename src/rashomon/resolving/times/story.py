"""Whether a text is news of its day or the story of a past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.resolving.times.numbers import year
from rashomon.vocab.calendar import Match

#: a text is a story of the past when at least this many times have a year far from the report's, and this many times as
#: many as are counted from the day of reporting
_STORY_TIMES = 4
_STORY_SHARE = 4
_DEICTIC = frozenset({"weekday", "day_ref", "unit_shift", "tonight", "part", "weekend"})
_FAR_YEARS = 2


def is_story(matches: Sequence[Match | None], today: date | None) -> bool:
    """Whether the text tells of a past far from its report date: years of that past, and hardly a "Tuesday"."""
    far = deictic = 0
    for match in matches:
        if match is None:
            continue
        told = year(match.slots["year"], today) if "year" in match.slots else None
        far += match.rule == "year_era" or (
            told is not None and (today is None or abs(told - today.year) >= _FAR_YEARS)
        )
        deictic += match.rule in _DEICTIC
    return far >= _STORY_TIMES and far > _STORY_SHARE * deictic
