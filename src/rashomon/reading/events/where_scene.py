"""The scene: a story that has said where and when goes on there and then, until it says otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention, TimeDraft
from rashomon.reading.events.circumstances import PRESENT, is_attribute, is_general, is_told_there
from rashomon.reading.events.where_map import Map, Sentences
from rashomon.reading.events.where_words import is_day, words
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.syntax import SUBJECTS

#: how many sentences, and how many paragraphs, a scene lasts without being named again; chosen on ledgers for training
_PLACE, _DATE = (4, 2), (8, 4)
#: the hour in a time stamp: "14:05", "9.30am"
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d")


@dataclass(slots=True)
class _Scene:
    """A place or a date, and the sentence and the paragraph that last spoke of it."""

    what: Stretch
    sentence: int
    paragraph: int


def set_scene(
    parsed: Parsed, events: Sequence[EventMention], sentences: Sentences, times: Sequence[TimeDraft], at: Map
) -> None:
    """Gives events of the story itself that have no place or no date those of the event told last, where their own sentence
    names no other. What is said, planned, feared or long past stands outside the scene."""
    dated = {
        bisect_right(sentences.starts, time.stretch.start) - 1
        for time in times
        if time.preposition not in words("bounds")
    }
    undated = _date_speech(parsed, events, sentences, at)
    place: _Scene | None = None
    date: _Scene | None = None
    stamped = _stamped(parsed)
    for event in sorted(events, key=lambda e: e.head):
        while stamped and stamped[0] <= parsed.paragraph_of[event.head]:  # another post of a live blog
            stamped.pop(0)
            place = date = None
        sentence = bisect_right(sentences.starts, event.head) - 1
        paragraph = parsed.paragraph_of[event.head]
        here, then = _still(place, sentence, paragraph, _PLACE), _still(date, sentence, paragraph, _DATE)
        if event.head in undated and then is not None and _is_day(parsed, then):
            event.time, event.time_from = then, "scene"
        token = parsed.doc[event.head]
        if not _is_on_scene(event) or is_general(token) or is_attribute(token):
            continue
        if event.place is None and here is not None and not sentences.named[sentence]:
            event.place, event.place_from = here, "scene"
        if event.time is None and then is not None and sentence not in dated:
            event.time, event.time_from = then, "scene"
        if event.place is not None:
            place = _Scene(event.place, sentence, paragraph)
        if event.time is not None:
            date = _Scene(event.time, sentence, paragraph)


def _date_speech(parsed: Parsed, events: Sequence[EventMention], sentences: Sentences, at: Map) -> set[int]:
    """Gives acts of speaking that have no date that of the saying told last: who speaks on Monday and goes on to accuse
    accuses on Monday. Gives back the words of those of a report that dates no saying at all: they were said on the
    day that it tells of."""
    told = [(i, date) for i, date in at.dates.items() if is_told_there(parsed.doc[i]) and _is_day(parsed, date)]
    spoken = [e for e in events if _is_spoken(e) and not _is_habit(parsed.doc[e.head])]
    told += [(e.head, e.time) for e in spoken if e.time is not None]
    if not told:
        return {e.head for e in spoken}
    told.sort()
    for event in spoken:
        so_far = bisect_left(told, parsed.sentence(event.head).end, key=lambda saying: saying[0])
        if event.time is None and so_far:
            event.time, event.time_from = told[so_far - 1][1], "scene"
    return set()


def _stamped(parsed: Parsed) -> list[int]:
    """The numbers of the paragraphs that stand behind a time stamp, in order."""
    pairs = zip(parsed.paragraphs, parsed.paragraphs[1:], strict=False)
    gaps = [parsed.report.text[parsed.ends[a.end - 1] : parsed.starts[b.start]] for a, b in pairs]
    return [number for number, gap in enumerate(gaps, 1) if _CLOCK.search(gap)]


def _is_habit(token: Token) -> bool:
    """Whether a verb tells what somebody goes on saying: "accuses", "has demanded"; not "we call on"."""
    if any(c.dep_ in SUBJECTS and c.lower_ in ("i", "we") for c in token.lefts):
        return False
    return (
        token.tag_ in PRESENT or token.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ in PRESENT for c in token.lefts)
    )


def _is_day(parsed: Parsed, date: Stretch) -> bool:
    return is_day([t.lower_ for t in parsed.doc[date.start : date.end]])


def _is_spoken(event: EventMention) -> bool:
    said = event.modality
    return (event.undertaken or event.type in words("speech")) and not (said.negated or said.historical)


def _is_on_scene(event: EventMention) -> bool:
    said = event.modality
    apart = said.negated or said.hypothetical or said.future or said.historical
    if event.undertaken or event.type == "AGREE":  # what is promised is no deed of the scene
        return False
    return not apart and event.type not in words("speech") and event.type not in words("aimed")


def _still(scene: _Scene | None, sentence: int, paragraph: int, reach: tuple[int, int]) -> Stretch | None:
    """What the scene is, where it lasts as far as `sentence`."""
    if scene is None or sentence - scene.sentence > reach[0] or paragraph - scene.paragraph > reach[1]:
        return None
    return scene.what
