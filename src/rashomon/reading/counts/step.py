"""Losses of people in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.reading.counts.grammar import Found, inherited, lemma_of
from rashomon.reading.counts.groups import Group, find_groups
from rashomon.reading.counts.happenings import happening_of
from rashomon.reading.counts.losses import find_losses
from rashomon.reading.counts.parts import share_of, total_of
from rashomon.reading.counts.people import victims_class
from rashomon.reading.counts.persons import find_known, find_new
from rashomon.reading.counts.settling import settle
from rashomon.reading.counts.telling import Telling
from rashomon.reading.counts.victims import victims_of
from rashomon.reading.counts.words import listed
from rashomon.reading.counts.wounds import is_figurative
from rashomon.reading.drafts import CountMention
from rashomon.reading.modality import modality_of
from rashomon.reading.parsed import Parsed
from rashomon.records import CountKind

#: fates that a person told as known is counted for
_OF_KNOWN = frozenset[CountKind]({"killed", "injured"})
#: fates that a single person told without a number is counted for
_OF_ONE = frozenset[CountKind]({"killed", "injured", "missing", "captured", "detained"})


def find_counts(parsed: Parsed) -> list[CountMention]:
    """The numbers of people that the report says were killed, injured, missing, captured, detained, displaced or
    affected, in the order of the text; one for each place where it says so (see `join_repeats`).

    What may be or will be is no loss, and what is denied ("did not kill two men") is none; "no one was hurt" is 0.
    """
    told = _told(parsed)
    counts = [t.count for t in told]
    left = [t.count for t in settle(told, list(_known(parsed)))]
    place = {id(count): i for i, count in enumerate(left)}
    for count in left:
        total = counts[count.part_of] if count.part_of is not None else None
        count.part_of = place.get(id(total)) if total is not None else None
    return left


def _told(parsed: Parsed) -> list[Telling]:
    """What is told of people with a number, and of single persons told as new."""
    told: list[Telling] = []
    counts: list[CountMention] = []
    by_node: dict[int, list[int]] = {}
    numbered = find_groups(parsed.doc)
    groups = sorted((*numbered, *find_new(parsed.doc, numbered)), key=lambda group: group.number.stretch)
    for group in groups:
        total = total_of(parsed, group, counts)
        found = find_losses(group)
        if not found:
            found = [Found(counts[i].kind, parsed.doc[counts[i].head]) for i in _shared(group, by_node)]
        aside = group.number.none and group.of_them  # "12 died, none of them soldiers" tells of no other loss
        number = group.number
        some = (
            group.of_them and number.high is None and not number.exact and number.share is None
        )  # "many of them police"
        if not found and total is not None and not (aside or some):
            found = [Found(counts[total].kind, parsed.doc[counts[total].head])]
        for loss in found:
            if aside and group.node.head != loss.head:
                continue
            count = _count(parsed, group, loss, counts, total)
            if count is not None:
                by_node.setdefault(group.node.i, []).append(len(counts))
                counts.append(count)
                whole = counts[total] if total is not None else None
                told.append(Telling(group, loss.head, count, parsed.sentence(loss.head).start, whole))
    return told


def _known(parsed: Parsed) -> Iterator[Telling]:
    """Deaths and injuries of persons told as known, but for those of former times."""
    for group in find_known(parsed.doc):
        for loss in find_losses(group):
            if loss.kind not in _OF_KNOWN or modality_of(parsed, loss.head.i).historical or is_figurative(loss.head):
                continue
            count = _count(parsed, group, loss, [], None)
            if count is not None:
                yield Telling(group, loss.head, count, parsed.sentence(loss.head).start)


def _is_of_relation(group: Group, fate: Token) -> bool:
    """Whether the fate is that of somebody of theirs: "a man whose sister was killed"."""
    clause = next((c for c in group.node.children if c.dep_ == "relcl"), None)
    if clause is None or not clause.left_edge.i <= fate.i <= clause.right_edge.i:
        return False
    return any(t.tag_ == "WP$" for t in clause.subtree)


def _shared(group: Group, by_node: dict[int, list[int]]) -> Iterable[int]:
    """The counts of the group that this one is joined to ("three gunmen and a policeman")."""
    over: Token | None = inherited(group.node)
    return by_node.get(over.i, ())[:1] if over is not None else ()


def _count(
    parsed: Parsed, group: Group, loss: Found, before: list[CountMention], total: int | None
) -> CountMention | None:
    number = group.number
    if group.article and loss.kind not in _OF_ONE:
        return None
    if _unreal(parsed, group, loss.head) or _is_of_relation(group, loss.head):
        return None
    low, high = number.low, number.high
    if number.share is not None:
        if total is None:
            return None
        low, high = share_of(number.share, before[total])
    victims = victims_of(group)
    own = before[total] if total is not None else None
    return CountMention(
        stretch=number.stretch,
        kind=loss.kind,
        low=low,
        high=high,
        exact=number.exact,
        victims=victims,
        victims_class=victims_class(parsed.doc, victims),
        head=loss.head.i,
        event=happening_of(loss.head),
        part_of=total if own is not None and own.kind == loss.kind else None,
        running=loss.running,
    )


def _unreal(parsed: Parsed, group: Group, head: Token) -> bool:
    """Whether the loss is told as one that did not, may or will happen."""
    while head.dep_ in {"oprd", "acomp", "xcomp", "advmod"} and head.head.lemma_.lower() in listed("guesses"):
        head = head.head
    if head.dep_ == "xcomp" and head.head.tag_ == "VBD" and lemma_of(head.head) == "have":
        head = head.head  # "80 people had to be evacuated"
    if any(c.lower_ in listed("unfinished") for c in head.lefts):
        return True
    if _is_granted(head):
        return False
    flags = modality_of(parsed, head.i)
    return flags.hypothetical or flags.future or (flags.negated and not group.number.none)


def _is_granted(noun: Token) -> bool:
    """Whether a death is what somebody is charged in, sought for or the like: who did it is open, the death is none."""
    over = noun
    while over.dep_ == "pobj" and over.head.lower_ in listed("charge_prepositions") and over.head.head != over.head:
        over = over.head.head
        if lemma_of(over) in listed("accusing"):
            return True
    return False
