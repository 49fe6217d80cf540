"""The scene: a story that has said where and when goes on there and then, until it says otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import EventMention, TimeDraft
from rashomon.reading.events.where_map import Sentences
from rashomon.reading.events.where_words import words
from rashomon.reading.parsed import Parsed, Stretch

#: how many sentences, and how many paragraphs, a scene lasts without being named again; chosen on ledgers for training
_PLACE, _DATE = (2, 1), (4, 1)
_PRESENT = frozenset({"VBP", "VBZ"})


@dataclass(slots=True)
class _Scene:
    """A place or a date, and the sentence and the paragraph that last spoke of it."""

    what: Stretch
    sentence: int
    paragraph: int


def set_scene(parsed: Parsed, events: Sequence[EventMention], sentences: Sentences, times: Sequence[TimeDraft]) -> None:
    """Gives events of the story itself that have no place or no date those of the event told last, where their own sentence
    names no other. What is said, planned, feared or long past stands outside the scene."""
    dated = {bisect_right(sentences.starts, time.stretch.start) - 1 for time in times}
    place: _Scene | None = None
    date: _Scene | None = None
    for event in sorted(events, key=lambda e: e.head):
        if not _is_on_scene(event) or _is_general(parsed.doc[event.head]):
            continue
        sentence = bisect_right(sentences.starts, event.head) - 1
        paragraph = parsed.paragraph_of[event.head]
        here, then = _still(place, sentence, paragraph, _PLACE), _still(date, sentence, paragraph, _DATE)
        if event.place is None and here is not None and not sentences.named[sentence]:
            event.place, event.place_from = here, "scene"
        if event.time is None and then is not None and sentence not in dated:
            event.time, event.time_from = then, "scene"
        if event.place is not None:
            place = _Scene(event.place, sentence, paragraph)
        if event.time is not None:
            date = _Scene(event.time, sentence, paragraph)


def _is_on_scene(event: EventMention) -> bool:
    said = event.modality
    apart = said.negated or said.hypothetical or said.future or said.historical
    if event.undertaken or event.type == "AGREE":  # what is promised is no deed of the scene
        return False
    return not apart and event.type not in words("speech") and event.type not in words("aimed")


def _is_general(token: Token) -> bool:
    """Whether a word tells what goes on or has gone on rather than what happened then: "have stepped up raids", "suicide
    attacks", "by attacking convoys"."""
    if token.pos_ == "VERB":
        return token.tag_ in ("VBG", "VBP", "VBZ", "VB") or any(
            c.dep_ == "aux" and c.tag_ in _PRESENT for c in token.lefts
        )
    return token.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod", "poss") for c in token.lefts)


def _still(scene: _Scene | None, sentence: int, paragraph: int, reach: tuple[int, int]) -> Stretch | None:
    """What the scene is, where it lasts as far as `sentence`."""
    if scene is None or sentence - scene.sentence > reach[0] or paragraph - scene.paragraph > reach[1]:
        return None
    return scene.what
