"""Drafts, which count in tokens, to records, which count in characters."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.reading.actors import Cast
from rashomon.reading.chains import Chains
from rashomon.reading.counts import join_repeats
from rashomon.reading.dateline import Filed
from rashomon.reading.drafts import Attribution, CountMention, EventMention, PlaceDraft, TimeDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.untrue import is_answered
from rashomon.records import (
    Actor,
    Anchor,
    Basis,
    Codes,
    Confidences,
    Count,
    Event,
    Modality,
    PlaceMention,
    PlaceName,
    Reading,
    Roles,
    RoleTie,
    Span,
    Statement,
    TimeMention,
    Verification,
    Victims,
    record_id,
)

#: dependencies through which a denial reaches an event
_DENIED = frozenset({"ccomp", "xcomp", "conj", "dobj", "nsubjpass", "attr", "pobj", "pcomp", "acl"})
_NO_CODES = Codes(cameo=None, acled=None, ucdp=None, quad=1, score=0.0)


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that the questions of `reading` found in one report."""

    parsed: Parsed
    statements: list[Attribution]
    events: list[EventMention]
    counts: list[CountMention]
    places: list[PlaceDraft]
    times: list[TimeDraft]
    filed: Filed
    cast: Cast


def assemble(drafts: Drafts) -> Reading:
    """The records of one report, in the order of its text."""
    return _Assembly(drafts).reading()


class _Assembly:
    """One report's records in the making: who is who first, then what was said, then what happened."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._parsed = drafts.parsed
        self._report = drafts.parsed.report
        self.chains = Chains(drafts.parsed, drafts.cast, drafts.statements)
        self._statement_ids = [self._statement_id(a) for a in drafts.statements]
        self._clusters = _clusters(drafts.events)
        self._event_ids = {first: self._event_id(drafts.events[first]) for first in self._clusters}
        #: the cluster of the event that a token names, and the heads of harm, sorted, with theirs
        self._event_at: dict[int, int] = {}
        self._harm: list[tuple[int, int]] = []
        for first, members in self._clusters.items():
            for e in (drafts.events[m] for m in members):
                for i in (e.head, *e.anchor.tokens):
                    self._event_at.setdefault(i, first)
                if e.type in {"ASSAULT", "COERCE"}:
                    self._harm.append((e.head, first))
        self._harm.sort()
        speakers = [self.chains.around(c.stretch)[1:] or None for c in drafts.counts]
        self._counts = join_repeats(drafts.parsed, drafts.counts, speakers)
        self._count_ids = [self._count_id(c) for c in self._counts]
        self._counts_of: dict[str, list[str]] = {}

    def reading(self) -> Reading:
        statements = tuple(self._statement(i) for i in range(len(self._drafts.statements)))
        counts = tuple(self._count(i) for i in range(len(self._counts)))
        events = tuple(self._event(first, members) for first, members in self._clusters.items())
        return Reading(
            narrator=self.chains.narrator.id,
            statements=statements,
            events=events,
            anchors=tuple(a for first, members in self._clusters.items() for a in self._anchors(first, members)),
            actors=self._actors(),
            counts=counts,
            places=(*self._drafts.filed.places, *(self._place(p) for p in self._drafts.places if p.literal)),
            times=(
                *self._drafts.filed.times,
                *(TimeMention(self._span(t.stretch), t.tense, t.preposition) for t in self._drafts.times),
            ),
        )

    def _span(self, stretch: Stretch) -> Span:
        return self._parsed.of(stretch)

    def _id(self, prefix: str, *parts: object) -> str:
        return record_id(prefix, self._report.id, *parts)

    # -- statements

    def _statement_id(self, a: Attribution) -> str:
        spans = [self._span(s) for s in ([a.cue] if a.cue else []) + ([a.source] if a.source else []) + a.content]
        return self._id("st", *spans)

    def _statement(self, i: int) -> Statement:
        a = self._drafts.statements[i]
        check = None
        if a.verification is not None:
            by = self.chains.actor_of(a.verification.by) if a.verification.by is not None else self.chains.narrator.id
            check = Verification(a.verification.status, by, self._span(a.verification.words))
        return Statement(
            id=self._statement_ids[i],
            kind=a.kind,
            sources=(self._span(a.source),) if a.source is not None else (),
            cue=self._span(a.cue) if a.cue is not None else None,
            content=tuple(self._span(part) for part in a.content),
            speakers=self.chains.of(i),
            stance=a.stance,
            answers=tuple(self._statement_ids[j] for j in a.answers),
            verification=check,
            channel=self._span(a.channel) if a.channel is not None else None,
            confidence=a.confidence,
            basis=Basis(a.rule, a.seen.cue, a.seen.source, a.seen.content)
            if a.seen
            else Basis(a.rule, None, None, None),
        )

    # -- events

    def _event_id(self, e: EventMention) -> str:
        return self._id("ev", self._span(e.anchor), e.type)

    def _event(self, first: int, members: list[int]) -> Event:
        mentions = [self._drafts.events[m] for m in members]
        head = self._drafts.events[first]
        surest = max(mentions, key=lambda m: m.confidence)
        roles = next((m for m in mentions if m.actors or m.recipients), head)
        return Event(
            id=self._event_ids[first],
            anchors=tuple(self._span(m.anchor) for m in mentions),
            type=head.type,
            mode=next((m.mode for m in mentions if m.mode is not None), None),
            contexts=tuple(sorted({c for m in mentions for c in m.contexts})),
            roles=self._roles(mentions),
            place=None,
            time=None,
            modality=_modality(mentions),
            counts=tuple(self._counts_of.get(self._event_ids[first], ())),
            codes=_NO_CODES,
            confidence=surest.confidence,
            confidences=Confidences(surest.confidence, roles.roles_confidence, head.modality_confidence),
        )

    def _roles(self, mentions: list[EventMention]) -> Roles:
        actor, actor_from = self._role([(m.actors, "actor" in m.lent) for m in mentions])
        recipient, recipient_from = self._role([(m.recipients, "recipient" in m.lent) for m in mentions])
        return Roles(actor, recipient, actor_from, recipient_from)

    def _role(self, told: list[tuple[list[Stretch], bool]]) -> tuple[tuple[str, ...], RoleTie | None]:
        """The role's actors in the first telling that names any, and what gives them."""
        for number, (phrases, lent) in enumerate(told):
            found = [self.chains.actor_ids[i] for phrase in phrases for i in self._drafts.cast.of(phrase)]
            if found:
                return tuple(dict.fromkeys(found)), "mention" if number else "joined" if lent else "clause"
        return (), None

    def _anchors(self, first: int, members: list[int]) -> list[Anchor]:
        out = []
        holders = {m: self._holder(self._drafts.events[m]) for m in members}
        if None in holders.values():
            holders = {m: None if self._is_mere_mention(m, holder) else holder for m, holder in holders.items()}
        for m, holder in holders.items():
            e = self._drafts.events[m]
            out.append(
                Anchor(
                    event=self._event_ids[first],
                    span=self._span(e.anchor),
                    statement=self._statement_ids[holder] if holder is not None else None,
                    negated=e.modality.negated,
                    place=self._span(e.place) if e.place is not None else None,
                    time=self._span(e.time) if e.time is not None else None,
                    place_from=e.place_from,
                    time_from=e.time_from,
                    central=holder is None or self._is_central(holder, e),
                    asserted=holder is None or self._drafts.statements[holder].asserts,
                    aspects=e.aspects,
                )
            )
        return out

    def _holder(self, e: EventMention) -> int | None:
        """The innermost statement that says the event. A noun in a denial or a doubt of something else ("denied any role
        in the killing") is common ground, and so the narrator's; a clause there ("troops who entered") is not."""
        statements = self._drafts.statements
        told = self._parsed.doc[e.head].pos_ == "VERB"
        holders = self.chains.holders(e.anchor)
        return next((i for i in holders if told or statements[i].asserts or self._is_central(i, e)), None)

    def _is_mere_mention(self, m: int, holder: int | None) -> bool:
        """Whether a noun within what somebody says only refers to an event that the narrator tells ("said the blast shook
        the whole street"), so that nobody but the narrator claims it there."""
        e = self._drafts.events[m]
        if holder is None or self._parsed.doc[e.head].pos_ == "VERB":
            return False
        return self._drafts.statements[holder].stance == "affirm" and (e.definite or not self._is_central(holder, e))

    def _is_central(self, i: int, e: EventMention) -> bool:
        """Whether the event is what statement `i` says, or denies or doubts: the content's own head, or what depends on
        it as clause or object and not as a further circumstance."""
        a = self._drafts.statements[i]
        part = next(p for p in a.content if p.holds(e.anchor))
        root = self._parsed.doc[part.start : part.end].root
        node = self._parsed.doc[e.head]
        while not e.anchor.start <= root.i < e.anchor.end and node != root:
            if node.head == node or is_answered(node):
                return True  # a sentence of its own within a longer quotation; "the allegation that …"
            if node.dep_ not in _DENIED and node.lower_ != "of":
                return False
            node = node.head
        return True

    # -- counts

    def _count_id(self, c: CountMention) -> str:
        return self._id("ct", self._span(c.stretch), c.kind)

    def _count(self, i: int) -> Count:
        c = self._counts[i]
        event = self._event_of(c)
        if event is not None:
            self._counts_of.setdefault(event, []).append(self._count_ids[i])
        side = self._drafts.cast.of(c.victims) if c.victims is not None else ()
        published = self._report.published
        return Count(
            id=self._count_ids[i],
            span=self._span(c.stretch),
            kind=c.kind,
            low=c.low,
            high=c.high,
            exact=c.exact,
            victims=Victims(
                c.victims_class,
                self._span(c.victims).text if c.victims is not None else "",
                self.chains.actor_ids[side[0]] if side else None,
            ),
            event=event,
            speakers=self.chains.around(c.stretch),
            subset_of=self._count_ids[c.part_of] if c.part_of is not None else None,
            as_of=published[:10] if c.running and published else None,
        )

    def _event_of(self, c: CountMention) -> str | None:
        """The event whose head the count names, else the nearest killing or harming one of its sentence, else the last
        before."""
        named = [i for head in (c.event, c.head) if head is not None and (i := self._event_at.get(head)) is not None]
        if named:
            return self._event_ids[named[0]]
        sentence = self._parsed.sentence(c.head)
        low, high = (bisect_left(self._harm, (at, 0)) for at in (sentence.start, sentence.end))
        near = [(abs(head - c.head), first) for head, first in self._harm[low:high]]
        if near:
            return self._event_ids[min(near)[1]]
        # "One man died in hospital": of the harm told last, in this paragraph or the one before; where none was told yet,
        # of the first ("A boy died at the scene. Police said the shooting …")
        beside = self._harm[low - 1] if low else self._harm[0] if self._harm else None
        if beside is None or abs(self._parsed.paragraph_of[c.head] - self._parsed.paragraph_of[beside[0]]) > 1:
            return None
        return self._event_ids[beside[1]]

    # -- places and actors

    def _place(self, p: PlaceDraft) -> PlaceMention:
        drafts = self._drafts.places
        return PlaceMention(
            span=self._span(p.stretch),
            preposition=p.preposition,
            generic=p.generic,
            inside=tuple(self._span(drafts[i].stretch) for i in p.inside),
            names=tuple(
                PlaceName(
                    self._span(name).text, self.chains.actor_of(who) if who is not None else None, self._span(name)
                )
                for name, who in p.called
            ),
            befallen=p.befallen,
        )

    def _actors(self) -> tuple[Actor, ...]:
        return (self.chains.narrator, *self.chains.groups, *self.chains.cast_actors())


def _clusters(events: list[EventMention]) -> dict[int, list[int]]:
    """First mention of each event to all its mentions, in the order of the text."""
    found: dict[int, list[int]] = {}
    for i in range(len(events)):
        first, steps = i, 0
        while events[first].same_as is not None and steps < len(events):
            first, steps = events[first].same_as or 0, steps + 1
        found.setdefault(first, []).append(i)
    return found


def _modality(mentions: list[EventMention]) -> Modality:
    """The flags of the first mention; an event that is denied in one place and told in another is not negated."""
    first = mentions[0].modality
    negated = all(m.modality.negated for m in mentions)
    return Modality(negated, first.hypothetical, first.future, first.historical)
