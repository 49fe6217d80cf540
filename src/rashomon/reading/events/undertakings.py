"""What the auxiliary of a verb makes of it: a promise ("will release"), a refusal ("would not meet"), a menace ("would
retaliate"), a demand ("must leave")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from spacy.tokens import Doc, Token

from rashomon.reading.events.arguments import logical_objects, logical_subjects
from rashomon.reading.events.classes import can_act, in_class
from rashomon.reading.events.lexicon import PACKAGE, Entry, type_frames
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.events.voice import is_passive
from rashomon.reading.events.windows import prose
from rashomon.reading.modality.marks import opens
from rashomon.reading.parsed import Stretch
from rashomon.records.event import EventType
from rashomon.vocab.data import known, read_table

#: the longest anchor of a demand, in tokens
_WIDEST = 4
#: whom one meets
_MET = frozenset({"object", "with"})
#: marks of entries that name no place of a recipient
_DOING = frozenset({"subject", "mutual", "theme"})


@dataclass(frozen=True, slots=True)
class Demand:
    """ "The ministry said the rebels must leave": `verb` is what is asked, `asking` who asks, `asked` of whom."""

    verb: Token
    anchor: Stretch
    asking: list[Token]
    asked: list[Token]


@cache
def _becomes() -> Mapping[tuple[str, str], tuple[EventType, str | None]]:
    name = "undertakings.tsv"
    rows = read_table(PACKAGE, name, ("aspect", "type", "becomes", "mode"), key=("aspect", "type"))
    known(PACKAGE, name, (row[k] for row in rows for k in ("type", "becomes")), get_args(EventType))
    kinds: dict[str, EventType] = {kind: kind for kind in get_args(EventType)}
    return {(r["aspect"], r["type"]): (kinds[r["becomes"]], r["mode"] or None) for r in rows}


def meant(trigger: Trigger) -> Trigger:
    """`trigger` with the type that its auxiliary gives it, or as it is."""
    if not trigger.verbal:
        return trigger
    aspect = _aspect(trigger.token)
    if aspect is None:
        return trigger
    becomes = _becomes().get((aspect, trigger.entry.type))
    if becomes is None and aspect == "own will":
        becomes = _becomes().get(("will", trigger.entry.type))
    if becomes is None:
        return trigger
    entry: Entry = replace(
        trigger.entry, type=becomes[0], mode=becomes[1], recipients=_recipients(trigger.entry, becomes[0])
    )
    return replace(trigger, entry=entry, undertaken=True)


def _recipients(deed: Entry, becomes: EventType) -> frozenset[str]:
    """Where those stand to whom the deed would be done, which is to whom it is promised or refused."""
    frames = type_frames()
    own = _MET if deed.type == "CONSULT" else frames[deed.type].verb
    return frames[becomes].verb | (own if deed.recipients is None else deed.recipients - _DOING)


def demands(doc: Doc) -> Iterator[Demand]:
    """What speakers say that others should or must do; only within what somebody is said to say."""
    for token in prose(doc):
        if token.dep_ == "aux" and token.tag_ == "MD" and in_class(token, "obliging"):
            demand = _demand(token)
            if demand is not None:
                yield demand


def _demand(auxiliary: Token) -> Demand | None:
    verb = auxiliary.head
    teller = verb.head
    said = verb.dep_ == "ccomp" and teller.pos_ == "VERB" and in_class(teller, "saying")
    if not said or any(c.dep_ == "neg" or c.lower_ == "have" for c in verb.lefts):
        return None
    passive = is_passive(verb)
    asked = [] if passive else [t for t in logical_subjects(verb) if can_act(t)]
    if not passive and not asked:
        return None
    start = auxiliary.i if 0 < verb.i - auxiliary.i < _WIDEST else verb.i
    return Demand(verb, Stretch(start, verb.i + 1), [t for t in logical_subjects(teller) if can_act(t)], asked)


def is_intended(verb: Token) -> bool:
    """Whether `verb` is what somebody will do, or will not: "will retaliate", not "might"."""
    return _intention(verb) is not None


def _intention(verb: Token) -> Token | None:
    """The auxiliary of intention of `verb`, unless it is only supposed ("would have met", "whether they would meet")."""
    if any(c.lower_ == "have" for c in verb.lefts) or opens(verb):
        return None
    return next((c for c in verb.lefts if c.dep_ == "aux" and in_class(c, "intending")), None)


def _aspect(verb: Token) -> str | None:
    if verb.dep_ == "xcomp" and in_class(verb.head, "failing"):
        return "failed"
    auxiliary = _intention(verb)
    if auxiliary is None:
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return "will not"
    if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and in_class(verb.head, "saying"):
        subjects = logical_objects(verb) if is_passive(verb) else logical_subjects(verb)
        return "own will" if any(t.pos_ == "PRON" for t in subjects) and not is_passive(verb) else "will"
    return "will" if auxiliary.lower_ != "would" else None
