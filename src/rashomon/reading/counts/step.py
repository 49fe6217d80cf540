"""Losses of people in a report."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.reading.counts.grammar import Found, inherited
from rashomon.reading.counts.groups import Group, find_groups
from rashomon.reading.counts.happenings import happening_of
from rashomon.reading.counts.losses import find_losses
from rashomon.reading.counts.parts import share_of, total_of
from rashomon.reading.counts.people import victims_class
from rashomon.reading.counts.victims import victims_of
from rashomon.reading.counts.words import listed
from rashomon.reading.drafts import CountMention
from rashomon.reading.modality import modality_of
from rashomon.reading.parsed import Parsed
from rashomon.records import CountKind

#: fates that a single person told without a number is counted for
_OF_ONE = frozenset[CountKind]({"killed", "injured", "missing", "captured", "detained"})


def find_counts(parsed: Parsed) -> list[CountMention]:
    """The numbers of people that the report says were killed, injured, missing, captured, detained, displaced or
    affected, in the order of the text; one for each place where it says so (see `join_repeats`).

    What may be or will be is no loss, and what is denied ("did not kill two men") is none; "no one was hurt" is 0.
    """
    counts: list[CountMention] = []
    by_node: dict[int, list[int]] = {}
    for group in find_groups(parsed.doc):
        total = total_of(parsed, group, counts)
        found = find_losses(group)
        if not found:
            found = [Found(counts[i].kind, parsed.doc[counts[i].head]) for i in _shared(group, by_node)]
        aside = group.number.none and group.of_them  # "12 died, none of them soldiers" tells of no other loss
        if not found and total is not None and not aside:
            found = [Found(counts[total].kind, parsed.doc[counts[total].head])]
        for loss in found:
            if aside and group.node.head != loss.head:
                continue
            count = _count(parsed, group, loss, counts, total)
            if count is not None:
                by_node.setdefault(group.node.i, []).append(len(counts))
                counts.append(count)
    return counts


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
    flags = modality_of(parsed, head.i)
    return flags.hypothetical or flags.future or (flags.negated and not group.number.none)
