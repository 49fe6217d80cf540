"""Joins cause and effect told in one clause: "a blast killed 12", "killed in clashes", "opened fire, wounding two"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.reading.events.arguments import logical_objects, logical_subjects
from rashomon.reading.events.classes import in_class
from rashomon.reading.events.lexicon import type_frames
from rashomon.reading.events.phrases import heads_under
from rashomon.reading.events.roles import Cast
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.events.voice import is_passive
from rashomon.reading.events.windows import before

_ASSAULT = "ASSAULT"
_ON = frozenset({"on"})
_DESTROY = "destroy"
#: how far before "wounded" its "killed" may stand, in tokens
_HARM_REACH = 9


@dataclass(slots=True)
class Found:
    """A trigger with its participants; `mode` may come from the cause that it absorbed, and so may the roles in `lent`
    ("actor", "recipient"). `absorbed`: the heads of what was joined to it (token numbers)."""

    trigger: Trigger
    cast: Cast
    mode: str | None
    lent: set[str] = field(default_factory=set)
    absorbed: set[int] = field(default_factory=set)

    @property
    def token(self) -> Token:
        """The head of the anchor."""
        return self.trigger.token


def join(found: Sequence[Found]) -> list[Found]:
    """`found` without the assaults that only tell the effect, or the cause, of another one in their clause."""
    at = {i: f for f in found for i in f.trigger.taken} | {f.token.i: f for f in found}
    gone: set[int] = set()
    for event in found:
        if event.trigger.entry.type != _ASSAULT or not event.trigger.verbal or event.token.i in gone:
            continue
        cause = _cause(event.token, at)
        if cause is not None and cause.token.i not in gone and cause is not event:
            _absorb(cause, event)
            gone.add(event.token.i)
            if not in_class(cause.token, "casualty"):
                continue
        else:
            cause = None
        circumstance = _circumstance(event.token, at)
        if circumstance is not None and circumstance.token.i not in gone and circumstance is not cause:
            _absorb(cause or event, circumstance)
            gone.add(circumstance.token.i)
    kept = [f for f in found if f.token.i not in gone]
    _lend_participants(kept, at)
    return kept


def _lend_participants(found: Sequence[Found], at: dict[int, Found]) -> None:
    """Where one event is the subject or object of another, its actors take the side: "condemned strikes by Israel"
    has Israel as recipient, "a student protest demanding" has the students as actor."""
    for event in found:
        if not event.trigger.verbal or event.trigger.entry.type == _ASSAULT:
            continue
        own = _roles_of(event)
        if not event.cast.actors:
            event.cast.act(t for s in logical_subjects(event.token) if s.i in at for t in at[s.i].cast.actors)
        if not event.cast.recipients and type_frames()[event.trigger.entry.type].only_actors:
            objects = (o for o in logical_objects(event.token) if o.i in at and o.i not in event.trigger.taken)
            event.cast.undergo((t for o in objects for t in at[o.i].cast.actors), only_actors=True)
        event.lent |= _roles_of(event) - own


def _roles_of(event: Found) -> set[str]:
    """The roles that somebody has."""
    filled = {"actor": event.cast.actors, "recipient": event.cast.recipients}
    return {role for role, somebody in filled.items() if somebody}


def _cause(verb: Token, at: dict[int, Found]) -> Found | None:
    """The assault whose effect `verb` tells: its subject, the verb it hangs on, the killing before the injuring."""
    if in_class(verb, "onset"):  # "clashes erupted"
        return next((at[s.i] for s in logical_subjects(verb) if s.i in at and not at[s.i].trigger.verbal), None)
    if not in_class(verb, "harm"):
        return None
    if not is_passive(verb):
        for subject in logical_subjects(verb):
            if _assault(subject, at):
                return at[subject.i]
    head = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        # "carried out attacks, killing 12"
        for token in (head, *(c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), *heads_under(head, _ON)):
            if _assault(token, at):
                return at[token.i]
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl") and in_class(verb, "aiming"):
        aimed = next((c for c in (head, *head.children) if c.dep_ in ("dobj", "nsubjpass") and _assault(c, at)), None)
        if aimed is not None:
            return at[aimed.i]
    if verb.tag_ == "VB" and _assault(head, at) and at[head.i].mode and at[head.i].mode == at[verb.i].mode:
        return at[head.i]  # "used tear gas to disperse them"
    if verb.dep_ == "conj" and in_class(head, "harm") and _assault(head, at):
        return at[head.i]
    if verb.dep_ in ("relcl", "acl") and _assault(head, at) and not is_passive(verb):
        return at[head.i]
    return _earlier_harm(verb, at) if in_class(verb, "injury") else None


def _earlier_harm(verb: Token, at: dict[int, Found]) -> Found | None:
    """The killing just before the injuring: "12 were killed and dozens wounded", however the parser ties the two."""
    for i in reversed(before(verb.doc, verb.i, _HARM_REACH)):
        if i in at and at[i].trigger.verbal and _assault(at[i].token, at):
            return at[i] if in_class(at[i].token, "harm") else None
    return None


def _circumstance(verb: Token, at: dict[int, Found]) -> Found | None:
    """The assault in or by which the harm of `verb` was done: "killed in clashes", "wounded by shelling"."""
    if not in_class(verb, "harm"):
        return None
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and in_class(child, "circumstance"):
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp") and _assault(inner, at):
                    return at[inner.i]
                following = at.get(inner.i + 1)  # "by army shelling" is often parsed as "by the army, shelling"
                if following is not None and following.token.tag_ == "VBG" and _assault(following.token, at):
                    return following
    return None


def _assault(token: Token, at: dict[int, Found]) -> bool:
    return token.i in at and at[token.i].trigger.entry.type == _ASSAULT


def _absorb(event: Found, other: Found) -> None:
    if other.mode != _DESTROY:  # what was destroyed tells nothing of the means
        event.mode = event.mode or other.mode
    own = _roles_of(event)
    if not event.cast.actors:
        event.cast.act(t for t in other.cast.actors if t not in event.cast.recipients)
    if not (event.trigger.verbal and not other.trigger.verbal):
        event.cast.undergo(other.cast.recipients, only_actors=False)
    elif not event.cast.recipients:  # whom "killed in an attack on a bus" names beats what it hit
        some = (t for t in other.cast.recipients if not (in_class(event.token, "casualty") and _is_place(t)))
        event.cast.undergo(some, only_actors=False)
    event.lent |= _roles_of(event) - own
    event.absorbed |= {other.token.i, *other.trigger.taken, *other.absorbed}


def _is_place(token: Token) -> bool:
    """Whether nobody can be said to have been killed where "four were killed in the attack on Kharkiv"."""
    return token.ent_type_ in ("GPE", "LOC", "FAC") or in_class(token, "struck") or in_class(token, "territory")
