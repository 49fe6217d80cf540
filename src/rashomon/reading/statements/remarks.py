"""General remarks on verification, which reach statements that they do not name: "Reuters could not verify battlefield
assertions from either side"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.reading.drafts import Attribution, Check, EventMention
from rashomon.reading.parsed import Parsed
from rashomon.reading.statements.words import words

#: types of events that happen on a battlefield or at the hands of armed force
_FORCE = frozenset({"ASSAULT", "COERCE"})


def spread_remarks(parsed: Parsed, found: Sequence[Attribution], events: Sequence[EventMention]) -> None:
    """Marks as unverified what general remarks reach: each statement that tells of the use of force, affirms it, comes
    from somebody other than who made the remark, and has not been checked by name."""
    remarks = [a for a in found if _is_general(parsed, a)]
    if not remarks:
        return
    forced = [e.head for e in events if e.type in _FORCE and not (e.modality.hypothetical or e.modality.future)]
    forced.sort()
    for attribution in found:
        if attribution.stance != "affirm" or attribution.verification is not None or not _tells(attribution, forced):
            continue
        remark = remarks[-1]
        if remark.cue is not None and attribution.source is not None and not _same(parsed, attribution, remark):
            attribution.verification = Check("unverified", remark.source, remark.cue)


def _is_general(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether a statement leaves open the claims of several, or of nobody named ("claims by either side")."""
    verb = parsed.doc[attribution.head]
    if attribution.stance != "open" or attribution.cue is None:
        return False
    verifying = {verb.lemma_.lower()} | {c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp"}
    if not verifying & words().verifying.keys():
        return False
    tokens = [parsed.doc[i] for part in attribution.content for i in part.tokens]
    owned = any(t.dep_ == "poss" and t.pos_ == "PRON" for t in tokens)
    return not owned and any(t.tag_ == "NNS" and t.lemma_.lower() in words().answered for t in tokens)


def _tells(attribution: Attribution, forced: Sequence[int]) -> bool:
    for part in attribution.content:
        at = bisect_left(forced, part.start)
        if at < len(forced) and forced[at] < part.end:
            return True
    return False


def _same(parsed: Parsed, attribution: Attribution, remark: Attribution) -> bool:
    return (
        attribution.source is not None
        and remark.source is not None
        and parsed.text(attribution.source) == parsed.text(remark.source)
    )
