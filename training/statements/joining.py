"""Attributions that the encoder finds, joined with those that the grammar finds."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.channel import channel_of
from rashomon.reading.statements.content import given_part
from rashomon.reading.statements.verbs import stance_of
from training.statements.decoding import Grouped, grouped, windows_of
from training.statements.encoder import Encoder

#: the encoder's doubtful findings are left to the grammar
_SURE = 0.55


def learned(parsed: Parsed, encoder: Encoder) -> list[Attribution]:
    """The attributions of the report as the encoder sees them, sorted by head."""
    windows = windows_of(parsed)
    encoded = encoder.encode([[parsed.doc[i].text for i in window.tokens] for window in windows])
    groups = [g for window, arrays in zip(windows, encoded, strict=True) for g in grouped(window, arrays)]
    found = [_attribution(parsed, group) for group in groups if group.score >= _SURE]
    return sorted(found, key=lambda a: a.head)


def joined(parsed: Parsed, by_grammar: list[Attribution], by_encoder: list[Attribution]) -> list[Attribution]:
    """One list of both. Where both see one cue the encoder's spans stand, with what the grammar knows of the cue; what
    one of them sees alone stays, unless its content is the other's already."""
    heads = [a.head for a in by_grammar]
    taken: set[int] = set()
    out: list[Attribution] = []
    for attribution in by_encoder:
        twin = _twin(by_grammar, heads, attribution)
        if twin is not None:
            taken.add(twin)
            _enrich(attribution, by_grammar[twin])
        out.append(attribution)
    alone = [a for i, a in enumerate(by_grammar) if i not in taken and not _is_told(a, by_encoder)]
    return sorted([*out, *alone], key=lambda a: a.head)


def _attribution(parsed: Parsed, group: Grouped) -> Attribution:
    first = group.cue or group.content[0]
    head = _head(parsed, first)
    content = sorted(group.content)
    return Attribution(
        kind="indirect",
        source=min(group.sources) if group.sources else None,
        cue=group.cue,
        content=content,
        stance=stance_of(head) if group.cue is not None else "affirm",
        head=head.i if group.cue is not None else first.start,
        channel=channel_of(parsed, head, content) if group.cue is not None else None,
        given=given_part(head) if group.cue is not None else None,
        confidence=group.score,
    )


def _head(parsed: Parsed, cue: Stretch) -> Token:
    """The word that rules the cue: its verb where it has one, else its root."""
    words = [parsed.doc[i] for i in cue.tokens]
    verbs = [w for w in words if w.pos_ == "VERB"]
    root: Token = parsed.doc[cue.start : cue.end].root
    return root if root in verbs or not verbs else verbs[-1]


def _twin(found: list[Attribution], heads: list[int], attribution: Attribution) -> int | None:
    """The attribution with the same cue."""
    if attribution.cue is None:
        return None
    at = bisect_left(heads, attribution.cue.start)
    while at < len(heads) and heads[at] < attribution.cue.end:
        if found[at].cue is not None:
            return at
        at += 1
    return None


def _enrich(attribution: Attribution, twin: Attribution) -> None:
    attribution.stance = twin.stance
    attribution.head = twin.head
    attribution.channel = attribution.channel or twin.channel
    attribution.given = twin.given
    attribution.source = attribution.source or twin.source
    attribution.confidence = max(attribution.confidence, twin.confidence)


def _is_told(attribution: Attribution, others: list[Attribution]) -> bool:
    """Whether another one's content covers most of this one's and has the same words for its source."""
    size = sum(part.end - part.start for part in attribution.content)
    for other in others:
        shared = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in attribution.content for b in other.content
        )
        whole = sum(part.end - part.start for part in other.content)
        if shared * 2 > size + whole - shared:
            return True
    return False
