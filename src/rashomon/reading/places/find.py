"""The question: which words name places, and which of them are used for a location?"""

from __future__ import annotations

from rashomon.reading.drafts import PlaceDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.places.context import around, kind_of, misplaced_calls, other_names, preposition_of, with_parts
from rashomon.reading.places.literal import is_literal
from rashomon.reading.places.names import place_names


def find_places(parsed: Parsed) -> list[PlaceDraft]:
    """The places that the body names, in order, also those whose name stands for a government (`literal` false)."""
    doc = parsed.doc
    stretches = _apart([with_parts(doc, name.stretch) for name in place_names(parsed)])
    starts = {stretch.start: stretch for stretch in stretches}
    drafts = [
        PlaceDraft(
            stretch=stretch,
            literal=is_literal(doc, stretch),
            preposition=preposition_of(doc, stretch),
            generic=kind_of(doc, stretch),
            inside=inside,
            called=other_names(doc, stretch, starts),
        )
        for stretch, inside in zip(stretches, around(doc, stretches), strict=True)
    ]
    for number, owner in misplaced_calls(doc, stretches):
        drafts[owner].called.extend(drafts[number].called)
        drafts[number].called.clear()
    return drafts


def _apart(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without those that meet an earlier one."""
    kept: list[Stretch] = []
    for stretch in stretches:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return kept
