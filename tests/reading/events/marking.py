"""Events marked by hand in a text: "Rebels [attacked|ASSAULT] a bus"."""

from __future__ import annotations

import re
from typing import cast

from rashomon.reading.drafts import EventMention
from rashomon.reading.modality import modality_of
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.syntax import agent, child, is_passive, phrase
from rashomon.records import EventType
from tests.conftest import ParseText

_MARK = re.compile(r"\[([^|\]]+)(?:\|([A-Z]+))?(?::([a-z-]+))?\]")


def marked(parse_text: ParseText, text: str, published: str | None = "2021-06-09") -> tuple[Parsed, list[EventMention]]:
    """The parsed text without its marks, and the marked events with the roles that plain grammar gives.

    A mark is [word], [word|TYPE] or [word|TYPE:mode]; the type is ASSAULT where none is given.
    """
    spans, plain, cursor = [], "", 0
    for mark in _MARK.finditer(text):
        plain += text[cursor : mark.start()]
        spans.append((len(plain), len(plain) + len(mark.group(1)), mark.group(2) or "ASSAULT", mark.group(3)))
        plain += mark.group(1)
        cursor = mark.end()
    parsed = parse_text(plain + text[cursor:], published)
    return parsed, [_mention(parsed, *span) for span in spans]


def _mention(parsed: Parsed, start: int, end: int, kind: str, mode: str | None) -> EventMention:
    at = [i for i in range(len(parsed.doc)) if parsed.starts[i] < end and parsed.ends[i] > start]
    anchor = Stretch(at[0], at[-1] + 1)
    head = parsed.doc[anchor.start : anchor.end].root
    event = EventMention(anchor, head.i, cast(EventType, kind), mode, modality=modality_of(parsed, head.i))
    if head.pos_ != "VERB":
        by = child(head, "prep")
        noun = child(by, "pobj") if by is not None and by.lower_ == "by" else None
        event.actors = [phrase(noun)] if noun is not None else []
        return event
    subject, target = child(head, "nsubj", "nsubjpass"), child(head, "dobj")
    if is_passive(head):
        subject, target = agent(head), subject
    event.actors = [phrase(subject)] if subject is not None else []
    event.recipients = [phrase(target)] if target is not None else []
    return event
