"""Attributions that the encoder sees, joined with those that the grammar finds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution, Seen
from rashomon.reading.learned import Learned
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.channel import channel_of
from rashomon.reading.statements.confidence import Evidence, confidence
from rashomon.reading.statements.content import given_part
from rashomon.reading.statements.decoding import Group
from rashomon.reading.statements.order import in_order
from rashomon.reading.statements.verbs import cue_of, stance_of
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import is_passive, subject
from rashomon.records import Stance

#: the least confidence of an attribution that is told: on reports held back whole attributions are best with it. Of these
#: only the surer ones claim anything (`reading.chains.SURE`)
KEPT = 0.4
#: the words of a short sentence
_SENTENCE = 4
#: relations of words with which no content ends
_UNFINISHED = frozenset({"cc", "det", "prep", "poss", "mark", "aux", "auxpass", "nummod", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution that may be kept, and what speaks for it."""

    attribution: Attribution
    evidence: Evidence


def candidates(parsed: Parsed, seen: Learned) -> list[Candidate]:
    """All attributions of both. Where both see one cue, the encoder's spans stand with what the grammar knows of the cue.

    `follows` of those that are returned is still an index into `seen.by_grammar`.
    """
    by_grammar = seen.by_grammar
    heads = [a.head for a in by_grammar]
    twins: dict[int, Group] = {}
    out: list[Candidate] = []
    for group in seen.groups:
        twin = _twin(parsed, by_grammar, heads, group)
        if twin is not None and twin not in twins:
            twins[twin] = group
        elif group.cue is not None:
            out.append(Candidate(_attribution(parsed, group), _evidence(group, None)))
        else:
            out.append(Candidate(_bare(parsed, group, by_grammar, heads), _evidence(group, None)))
    for number, attribution in enumerate(by_grammar):
        if number in twins:
            group = twins[number]
            evidence = _evidence(group, attribution)
            out.append(Candidate(_enriched(parsed, group, attribution), evidence))
        else:
            out.append(Candidate(attribution, _grammar_alone(attribution, seen)))
    return out


def joined(parsed: Parsed, seen: Learned) -> list[Attribution]:
    """The attributions of both that are likely enough (`KEPT`), sorted by head, with their confidence."""
    kept = []
    for candidate in candidates(parsed, seen):
        relayed = candidate.attribution.rule == "relay"
        sure = candidate.attribution.confidence if relayed else confidence(candidate.evidence)
        if sure >= KEPT:
            candidate.attribution.confidence = round(sure, 3)
            kept.append(candidate.attribution)
    return in_order(kept, seen.by_grammar)


def _attribution(parsed: Parsed, group: Group) -> Attribution:
    assert group.cue is not None
    head = _head(parsed, group.cue)
    return Attribution(
        kind="indirect",
        source=_source(head, group),
        cue=group.cue,
        content=group.content,
        stance=_stance(parsed, head, group),
        head=head.i,
        channel=channel_of(parsed, head, group.content),
        given=given_part(head),
        seen=_seen(group),
    )


def _stance(parsed: Parsed, head: Token, group: Group) -> Stance:
    """A denial where the cue lists say so of a cue that the grammar did not see ("laughed off"), else what the encoder says,
    whose own denials are more often wrong than right where no list knows the cue."""
    assert group.cue is not None
    cue = words().verbs.get(" ".join(parsed.doc[i].lemma_.lower() for i in group.cue.tokens)) or cue_of(head)
    if cue is not None and cue.stance == "deny":
        return stance_of(head, cue)
    return "open" if group.stance == "open" else "affirm"


def _bare(parsed: Parsed, group: Group, by_grammar: list[Attribution], heads: list[int]) -> Attribution:
    """Content that goes on with no cue of its own: its speaker is that of the last attribution before it, where that is in
    its paragraph or the one before."""
    start = group.content[0].start
    last = bisect_left(heads, start) - 1
    near = last >= 0 and parsed.paragraph_of[start] - parsed.paragraph_of[heads[last]] <= 1
    return Attribution(
        kind="indirect",
        source=None,
        cue=None,
        content=group.content,
        stance="affirm",
        head=start,
        follows=last if near else None,
        seen=_seen(group),
    )


def _source(head: Token, group: Group, known: Stretch | None = None) -> Stretch | None:
    """The longest of the sources; of several, one that meets the source that is `known` of the cue. Who is told is none."""
    cue = cue_of(head)
    told = subject(head) if cue is not None and "addr" in cue.frames and is_passive(head) else None
    sources = [s for s in group.sources if told is None or not s.start <= told.i < s.end]
    meeting = [s for s in sources if known is not None and s.meets(known)]
    best = max(meeting or sources, key=lambda s: s.end - s.start, default=known)
    if known is not None and best in meeting and not best.start <= head.doc[known.start : known.end].root.i < best.end:
        return known  # an article alone is nobody
    return best


def _enriched(parsed: Parsed, group: Group, twin: Attribution) -> Attribution:
    twin.seen = _seen(group)
    if twin.rule in {"relay", "citing"}:
        return twin  # the encoder takes who quotes for who is quoted
    twin.source = _source(parsed.doc[twin.head], group, twin.source)
    if group.cue is not None:
        twin.cue = group.cue
    quoted = [part for part in twin.content if _is_half_read(parsed, part, group.content)]
    content = _merged([*group.content, *quoted, *_beyond(twin.content, group.window)])
    content = _without_gaps(parsed, content, twin)
    if content:
        content[-1] = _to_its_end(parsed, content[-1], twin)
    twin.content = content
    return twin


def _without_gaps(parsed: Parsed, content: list[Stretch], twin: Attribution) -> list[Stretch]:
    """The parts of a content as one where nothing parts them: neither cue nor source, nor a quotation mark or a sentence's
    end, and where the grammar takes what lies between for content too."""
    found: list[Stretch] = []
    for part in content:
        gap = Stretch(found[-1].end, part.start) if found else part
        apart = not found or any(w is not None and w.meets(gap) for w in (twin.cue, twin.source))
        if apart or not any(c.holds(gap) for c in twin.content) or any(_parts(parsed.doc[i]) for i in gap.tokens):
            found.append(part)
        else:
            found[-1] = Stretch(found[-1].start, part.end)
    return found


def _parts(token: Token) -> bool:
    return token.is_quote or token.is_space or bool(token.is_sent_start)


def _to_its_end(parsed: Parsed, part: Stretch, twin: Attribution) -> Stretch:
    """A part that breaks off at "and" or "of", to where the grammar has it end."""
    whole = next((c for c in twin.content if c.start <= part.start < part.end < c.end), None)
    if whole is None or parsed.doc[part.end - 1].dep_ not in _UNFINISHED:
        return part
    rest = Stretch(part.end, whole.end)
    apart = any(w is not None and w.meets(rest) for w in (twin.cue, twin.source))
    return part if apart else Stretch(part.start, rest.end)


def _is_half_read(parsed: Parsed, part: Stretch, content: list[Stretch]) -> bool:
    """Whether a part in quotation marks is what the source says, but the encoder leaves out whole sentences of it."""
    if not (parsed.doc[part.start].is_quote and parsed.doc[part.end - 1].is_quote):
        return False
    read = sum(max(0, min(part.end, c.end) - max(part.start, c.start)) for c in content)
    return 0 < read <= part.end - part.start - _SENTENCE


def _beyond(content: list[Stretch], window: Stretch) -> Iterator[Stretch]:
    """What of the content the encoder could not see, since it lies outside its window."""
    for part in content:
        if part.start < window.start:
            yield Stretch(part.start, min(part.end, window.start))
        if part.end > window.end:
            yield Stretch(max(part.start, window.end), part.end)


def _merged(parts: list[Stretch]) -> list[Stretch]:
    """The parts in order, those that touch as one."""
    found: list[Stretch] = []
    for part in sorted(parts):
        if found and part.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(part)
    return found


def _seen(group: Group) -> Seen:
    return Seen(round(group.anchored, 3), round(group.owned, 3), round(group.told, 3))


def _head(parsed: Parsed, cue: Stretch) -> Token:
    """The word that rules the cue: its verb where it has one, else its root."""
    words = [parsed.doc[i] for i in cue.tokens]
    verbs = [w for w in words if w.pos_ == "VERB"]
    root: Token = parsed.doc[cue.start : cue.end].root
    return root if root in verbs or not verbs else verbs[-1]


def _twin(parsed: Parsed, found: list[Attribution], heads: list[int], group: Group) -> int | None:
    """The attribution with the same cue, or the same quotation without one."""
    where = group.cue or group.content[0]
    at = bisect_left(heads, where.start)
    while at < len(heads) and heads[at] < where.end:
        if (found[at].cue is None) == (group.cue is None):
            return at
        at += 1
    return None


def _evidence(group: Group, twin: Attribution | None) -> Evidence:
    return Evidence(
        by="encoder" if twin is None else "both",
        anchored=group.anchored,
        told=group.told,
        owned=group.owned,
        grammar=twin.confidence if twin is not None else 0.0,
        bare=group.cue is None,
    )


def _grammar_alone(attribution: Attribution, seen: Learned) -> Evidence:
    where = attribution.cue or Stretch(attribution.head, attribution.head + 1)
    return Evidence(
        by="grammar",
        anchored=float(seen.chances[where.start : where.end].max()),
        told=0.0,
        owned=0.0,
        grammar=attribution.confidence,
        bare=attribution.cue is None,
    )
