"""What became of a group of people: the word that tells it, found by grammar first and by neighbourhood second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.words import Loss, listed, loss_words
from rashomon.reading.syntax import child, is_passive
from rashomon.records import CountKind

_OBJECTS = frozenset({"dobj", "obj", "dative"})
_COPULAS = frozenset({"be", "remain", "lie", "leave", "become", "get", "go", "fear", "report", "list", "believe", "presume"})
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp"})
_WIDTH = 5
_DEPTH = 6
#: so many people do not flee from the scene of a crime
_MANY = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A loss and the token that tells it. `running`: the figure of a toll."""

    kind: CountKind
    head: Token
    running: bool = False


def find_losses(group: Group) -> list[Found]:
    """What became of the group, mostly one thing; nothing when the text ties no loss to it."""
    for search in (_held, _state, _modifier, _governor, _toll, _among, _noun, _whole):
        found = search(group)
        if found is not None:
            return _joined(group, found)
    return []


def _among(group: Group) -> Found | None:
    """ "Among the dead were three women"."""
    verb = _verb_over(group)
    for prep in verb.children if verb is not None else ():
        listed_ = child(prep, "pobj") if prep.lower_ == "among" else None
        loss = loss_words().tolls.get(listed_.lower_) if listed_ is not None else None
        if loss is not None and listed_ is not None and group.people:
            return Found(loss.kind, listed_)
    return None


def inherited(node: Token) -> Token | None:
    """The noun that `node` is joined to by "and" or stands beside, and whose fate it shares."""
    if node.dep_ in {"conj", "appos"} and node.head is not node and node.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return node.head
    return None


def _joined(group: Group, found: Found) -> list[Found]:
    """The loss, with others that words joined to it tell of the same people: who was shot and killed was killed, who was
    killed or wounded is one or the other, and of nobody all is told."""
    kinds = [found, *_conjoined(found)]
    told = dict.fromkeys(f.kind for f in kinds)
    if group.number.none and found.kind == "affected":
        return [Found("killed", found.head), Found("injured", found.head)]
    if group.number.none and len(told) > 1:
        return [next(f for f in kinds if f.kind == kind) for kind in told]
    if "killed" in told and found.kind == "injured":
        either = any(c.lower_ == "or" for c in found.head.children if c.dep_ == "cc")
        worse = next(f for f in kinds if f.kind == "killed")
        return [Found("affected", found.head)] if either else [worse]
    if "injured" in told and found.kind == "killed" and _both(found.head):
        return [Found("affected", found.head)]
    return [found]


def _both(head: Token) -> bool:
    """Whether two losses are told of one set of people ("killed or wounded", "killed and injured")."""
    other = child(head, "conj")
    return other is not None and other.i - head.i == 2 and child(other, "dobj", "nsubj", "nsubjpass") is None


def _conjoined(found: Found) -> Iterator[Found]:
    words = loss_words()
    other = child(found.head, "conj")
    if other is None or child(other, "nsubj", "nsubjpass", "dobj") is not None:
        return
    loss = words.patients.get(_lemma(other)) or words.subjects.get(_lemma(other)) or words.states.get((other.lower_,))
    if loss is not None:
        yield Found(loss.kind, other)
    if any(words.states.get((c.lower_,), loss) == words.states[("dead",)] for c in other.children):
        yield Found("killed", other)


def _held(group: Group) -> Found | None:
    """ "took 30 people hostage", "30 hostages are held"."""
    verb = _verb_over(group)
    if verb is None or _lemma(verb) not in listed("holders"):
        return None
    near = [c for c in verb.children if c.i >= group.number.stretch.start] + [verb.nbor() if _has_next(verb) else verb]
    held = any(c.lower_ in listed("held") for c in near) or _after(group, listed("held"))
    return Found("captured", verb) if held else None


def _state(group: Group) -> Found | None:
    """A state told right after the people: "six dead", "20 people killed", "hundreds feared dead"."""
    doc, words = group.node.doc, loss_words()
    last = min(group.node.sent.end, group.end + _WIDTH)
    for i in range(group.end, last):
        token = doc[i]
        size = max((n for n in range(1, 5) if tuple(t.lower_ for t in doc[i : i + n]) in words.states), default=0)
        loss = words.states[tuple(t.lower_ for t in doc[i : i + size])] if size else None
        if loss is None and token.tag_ in {"VBN", "VBD"}:
            loss = words.patients.get(_lemma(token))
        if loss is not None:
            return Found(loss.kind, token) if _may(group, loss, bare=True) and not _acts(token) else None
        if token.lower_ not in listed("adverbs") and token.pos_ != "AUX":
            return None
    return None


def _acts(token: Token) -> bool:
    """Whether a participle is in truth an active verb with an object of its own, or one shared with a verb joined to it
    ("three rebels wounded two guards", "a man shot and killed his wife")."""
    verb: Token | None = token
    while verb is not None and verb.pos_ == "VERB" and not is_passive(verb):
        if child(verb, "dobj") is not None:
            return True
        verb = child(verb, "conj")
        if verb is not None and child(verb, "nsubj", "nsubjpass") is not None:
            return False
    return False


def _modifier(group: Group) -> Found | None:
    """A state told before the noun or in a clause on it: "two wounded soldiers", "20 people who were killed"."""
    words = loss_words()
    if group.noun is not None and _lemma(group.noun) in words.nouns:
        return None
    for token in (group.noun, group.node):
        for part in token.children if token is not None else ():
            loss = words.states.get((part.lower_,)) or words.patients.get(_lemma(part))
            if part.dep_ in {"amod", "acl"} and loss is not None and _may(group, loss, bare=True):
                if part.dep_ == "acl" and part.tag_ == "VBG":
                    continue
                return Found(loss.kind, part)
            if part.dep_ == "relcl" and part.i > token.i:  # type: ignore[union-attr]
                found = _told_by(group, part, child(part, "nsubj", "nsubjpass", "dobj"))
                if found is not None:
                    return found
    return None


def _governor(group: Group) -> Found | None:
    """The verb over the people: they are its object, or its subject in the passive, or the subject of dying."""
    node = group.node
    for _ in range(_DEPTH):
        head = node.head
        if node.dep_ in _OBJECTS | {"nsubj", "nsubjpass", "attr", "oprd"} and head is not node:
            return _told_by(group, head, node)
        over = inherited(node)
        if over is None:
            return None
        node = over
    return None


def _told_by(group: Group, verb: Token, argument: Token | None) -> Found | None:
    """What `verb` says of its `argument`."""
    words = loss_words()
    if argument is None:
        return None
    lemma = _lemma(verb)
    passive = argument.dep_ == "nsubjpass" or is_passive(verb)
    patient = words.patients.get(lemma)
    if argument.dep_ in _OBJECTS:
        if lemma in listed("takers") and group.noun is not None and _lemma(group.noun) in listed("lives"):
            return Found("killed", verb)
        if patient is not None and _may(group, patient, bare=False):
            return _worse(patient, verb)
        return _complement(group, verb)
    if passive:
        if patient is not None and _may(group, patient, bare=True):
            return _worse(patient, verb)
        return _driven(group, verb) or _complement(group, verb)
    if lemma in words.subjects and _may(group, words.subjects[lemma], bare=True) and _left_home(group, verb):
        return Found(words.subjects[lemma].kind, verb)
    return _complement(group, verb) if lemma in _COPULAS else None


def _left_home(group: Group, verb: Token) -> bool:
    """Whether who fled was displaced: they left home or fighting behind, or are many. A gunman flees too."""
    if _lemma(verb) != "flee":
        return True
    left = {_lemma(t) for t in verb.subtree if t.i > verb.i}
    return bool(left & listed("left")) or group.number.low >= _MANY


def _worse(loss: Loss, verb: Token) -> Found:
    """ "shot dead" is killed."""
    words = loss_words().states
    dead = any(words.get((c.lower_,)) == words[("dead",)] for c in verb.children if c.dep_ != "amod")
    dead |= _next_word(verb) == "dead" or any(c.lower_ == "to" and child(c, "pobj") is not None
        and _lemma(child(c, "pobj") or c) == "death" for c in verb.children)
    return Found("killed" if dead else loss.kind, verb)


def _driven(group: Group, verb: Token) -> Found | None:
    """ "were forced to flee"."""
    below = child(verb, "xcomp", "ccomp")
    loss = loss_words().subjects.get(_lemma(below)) if below is not None else None
    return Found(loss.kind, below) if below is not None and loss is not None and _may(group, loss, bare=True) else None


def _complement(group: Group, verb: Token) -> Found | None:
    """A state told by a complement of the verb: "are still missing", "were left dead", "is in critical condition"."""
    words = loss_words()
    for part in verb.children:
        if part.dep_ not in _COMPLEMENTS or part.i < group.number.stretch.start:
            continue
        for size in range(4, 0, -1):
            loss = words.states.get(tuple(t.lower_ for t in part.doc[part.i : part.i + size]))
            if loss is not None and _may(group, loss, bare=True):
                return Found(loss.kind, part)
        found = _driven(group, verb) if part.dep_ in {"xcomp", "ccomp"} else None
        if found is not None:
            return found
    if verb.lower_ in {"missing"} and _may(group, words.states[("missing",)], bare=True):
        return Found("missing", verb)
    return None


def _toll(group: Group) -> Found | None:
    """The figure of a toll: "the death toll rose to 45", "a toll of 45", "the number of wounded stands at 20"."""
    over = group.node.head
    while over.dep_ in {"prep", "advmod"} and over.head is not over:
        if over.lower_ == "of" and _lemma(over.head) in listed("tolls"):
            return _of_toll(group, over.head)
        if over.lower_ in {"from", "in", "since", "on", "with"}:
            return None
        over = over.head
    if _lemma(over) not in listed("risers"):
        return None
    for part in over.children:
        toll = _toll_noun(part)
        if toll is not None and part.dep_ in {"nsubj", "nsubjpass", "dobj"} and toll is not group.node:
            return _of_toll(group, toll)
    return None


def _toll_noun(part: Token) -> Token | None:
    return part if _lemma(part) in listed("tolls") else None


def _of_toll(group: Group, toll: Token) -> Found | None:
    words = loss_words().tolls
    around = [t for t in toll.subtree if t.i not in group.number.stretch.tokens]
    kind = next((words[t.lower_].kind for t in around if t.lower_ in words), None)
    if kind is None and _lemma(toll) in listed("bare_tolls"):
        kind = "killed"
    return Found(kind, toll, running=True) if kind is not None else None


def _noun(group: Group) -> Found | None:
    """A noun that is a loss itself: "12 fatalities", "no injuries"."""
    noun = group.noun if group.noun is not None else group.node
    loss = loss_words().nouns.get(_lemma(noun)) or loss_words().nouns.get(noun.lower_)
    if _lemma(noun) == "loss" and any(t.lemma_ in listed("lives") for t in noun.subtree):
        return Found("killed", noun)
    if loss is None or (group.article and _lemma(noun) not in {"body", "corpse"}):
        return None
    verb = _verb_over(group)
    if loss.holding and (verb is None or _lemma(verb) not in listed("holders")):
        return None
    return Found(loss.kind, noun)


def _whole(group: Group) -> Found | None:
    """ "the deaths of two soldiers", "injuries to six guards"."""
    node: Token | None = group.node
    for _ in range(_DEPTH):
        if node is None:
            return None
        prep = node.head
        if node.dep_ == "pobj" and prep.lower_ in {"of", "to"}:
            loss = loss_words().wholes.get(_lemma(prep.head))
            if loss is not None and _may(group, loss, bare=True) and prep.head.pos_ in {"NOUN", "VERB"}:
                return Found(loss.kind, prep.head)
        node = inherited(node)
    return None


def _may(group: Group, loss: Loss, *, bare: bool) -> bool:
    """Whether the loss can be one of this group. `bare`: a number that stands alone will do."""
    if group.people:
        return True
    return (bare or not loss.people) if group.noun is None else not loss.people


def _verb_over(group: Group) -> Token | None:
    node = group.node
    for _ in range(_DEPTH):
        if node.dep_ in _OBJECTS | {"nsubj", "nsubjpass"}:
            return node.head
        over = inherited(node)
        if over is None:
            return None
        node = over
    return None


def _after(group: Group, words: frozenset[str]) -> bool:
    doc = group.node.doc
    return group.end < len(doc) and doc[group.end].lower_ in words


def _has_next(token: Token) -> bool:
    return token.i + 1 < len(token.doc)


def _next_word(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if _has_next(token) else ""


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
