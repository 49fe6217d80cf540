"""The question: which words name places, and which of them are used for a location?"""

from __future__ import annotations

from rashomon.reading.drafts import PlaceDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.places.context import around, kind_of, misplaced_calls, other_names, preposition_of, with_parts
from rashomon.reading.places.literal import is_literal
from rashomon.reading.places.names import Knows, place_names
from rashomon.reading.places.situated import is_of
from rashomon.reading.places.words import KnownNames, our_known_names


def find_places(parsed: Parsed, knows: Knows | None = None, known: KnownNames | None = None) -> list[PlaceDraft]:
    """The places that the body names, in order, also those whose name stands for a government (`literal` false).

    `knows`, where given, tells whether a gazetteer knows a name; it finds places that the model takes for people.
    `known` holds the names that are places in any case (ours).
    """
    doc = parsed.doc
    stretches = _apart([with_parts(doc, name) for name in place_names(parsed, knows, known or our_known_names())])
    starts = {stretch.start: stretch for stretch in stretches}
    drafts = [
        PlaceDraft(
            stretch=stretch,
            literal=is_literal(doc, stretch),
            preposition=preposition_of(doc, stretch),
            generic=kind_of(doc, stretch),
            inside=inside,
            called=other_names(doc, stretch, starts),
            befallen=is_of(stretch, doc, "befalling"),
        )
        for stretch, inside in zip(stretches, around(doc, stretches), strict=True)
    ]
    for number, owner in misplaced_calls(doc, stretches):
        drafts[owner].called.extend(drafts[number].called)
        drafts[number].called.clear()
    given = {name for draft in drafts for name, _ in draft.called}
    for draft in drafts:
        draft.literal = draft.literal or draft.stretch in given
    return drafts


def _apart(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without those that meet an earlier one."""
    kept: list[Stretch] = []
    for stretch in stretches:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return kept
