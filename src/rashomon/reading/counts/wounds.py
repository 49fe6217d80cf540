"""Losses told by what hit people, by their wounds, or by where they were taken."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.counts.grammar import DEPTH, OBJECTS, Found, lemma_of, may_be, state_at, verb_over
from rashomon.reading.counts.groups import Group
from rashomon.reading.counts.people import is_people
from rashomon.reading.counts.words import Loss, listed, loss_words
from rashomon.reading.syntax import SUBJECTS, agent, child, is_passive

_PEOPLE = Loss("injured", people=True, noun=True)
#: so many words of a place are looked at to see whether it is a hospital
_WIDTH = 10
#: so many words before and after a verb are looked at for shots
_WITHIN = 12
#: and so many before one that takes somebody to a hospital for what he was hurt in
_BEFORE = 80


def wounded(group: Group) -> Found | None:
    """ "two men with gunshot wounds", "was treated for burns", "a boy suffering from a wound"."""
    if group.number.none or not may_be(group, _PEOPLE, bare=True):
        return None
    for over in (group.node, group.noun, verb_over(group), *_clauses(group)):
        for prep in over.children if over is not None else ():
            thing = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in listed("wound_prepositions") else None
            if thing is not None and (is_wound(thing) or _is_condition(thing)) and prep.i > group.node.i:
                return Found("injured", thing)
    if _arrived_with(verb_over(group)):
        return Found("injured", verb_over(group) or group.node)
    for clause in _clauses(group):
        thing = child(clause, "dobj")
        if thing is not None and lemma_of(clause) in listed("sufferers") and is_wound(thing):
            return Found("injured", clause)
    return None


def _arrived_with(verb: Token | None) -> bool:
    """ "came to a hospital with a wound", where the parser gave the wound to the hospital."""
    if verb is None or is_passive(verb) or child(verb, "dobj") is not None:
        return False
    places = [child(prep, "pobj") for prep in verb.rights if prep.dep_ == "prep"]
    preps = (prep for place in places if place is not None for prep in place.rights if prep.lower_ == "with")
    return any((thing := child(prep, "pobj")) is not None and is_wound(thing) for prep in preps)


def hit(group: Group) -> Found | None:
    """ "was struck by a bullet", "a bullet grazed the girl", "hit in the leg", and a part of the body that is theirs."""
    verb, argument = verb_over(group), group.node
    if verb is None:
        part = argument.head
        if argument.dep_ != "poss" or lemma_of(part) not in listed("body") or part.dep_ not in OBJECTS | {"nsubjpass"}:
            return None
        verb = part.head
    elif argument.dep_ == "nsubj" and not is_passive(verb):
        return None
    if lemma_of(verb) not in listed("strikers") or not may_be(group, _PEOPLE, bare=is_passive(verb)):
        return None
    return Found("injured", verb) if _by_missile(verb) or _in_body(verb) else None


def hospital(group: Group) -> Found | None:
    """ "five people were taken to a hospital". What is left of the dead is taken there too and is no injured person; one
    person may be ill, so that something near must tell of an attack or an accident."""
    verb, noun = verb_over(group), group.noun
    if verb is None or noun is None or lemma_of(noun) in loss_words().nouns:
        return None
    if lemma_of(verb) not in listed("carriers") or not (is_passive(verb) or group.node.dep_ in OBJECTS):
        return None
    if not may_be(group, _PEOPLE, bare=False) or not any(map(_is_hospital, (*verb.children, *group.node.children))):
        return None
    if group.article and not _near(verb, listed("attacks") | listed("shots"), _BEFORE):
        return None
    return Found("injured", verb)


def gunshot_victims(group: Group) -> Found | None:
    """ "five gunshot victims"."""
    noun = group.noun
    if noun is None or lemma_of(noun) not in listed("anybody"):
        return None
    return Found("injured", noun) if any(c.lower_ in listed("wounding") for c in noun.lefts) else None


def undergone(group: Group) -> Found | None:
    """ "is recovering after being shot"."""
    verb = verb_over(group)
    if verb is None or group.node.dep_ not in SUBJECTS:
        return None
    for prep in verb.rights:
        done = child(prep, "pcomp") if prep.dep_ == "prep" and prep.lower_ in listed("undergoing") else None
        loss = loss_words().patients.get(lemma_of(done)) if done is not None and is_passive(done) else None
        if done is not None and loss is not None and may_be(group, loss, bare=True):
            return Found(loss.kind, done)
    return None


def is_wound(noun: Token) -> bool:
    """Whether a noun is one for a wound."""
    return lemma_of(noun) in listed("wounds")


def _is_condition(noun: Token) -> bool:
    """ "in critical but stable condition"."""
    return lemma_of(noun) == "condition" and any(c.lower_ in listed("conditions") for c in noun.lefts)


def own_hand(verb: Token) -> Token | None:
    """The pronoun by which the subject of a verb is its object too ("shot his wife and then himself")."""
    thing: Token | None = child(verb, "dobj")
    for _ in range(DEPTH):
        if thing is None or thing.lower_ in listed("reflexives"):
            break
        thing = child(thing, "conj")
    joined = (c for c in verb.rights if c.dep_ == "conj" and c.lower_ in listed("reflexives"))
    return thing if thing is not None and thing.lower_ in listed("reflexives") else next(joined, None)


def _clauses(group: Group) -> list[Token]:
    """The clauses on the people: "a boy suffering from a wound", and one that the parser made of them."""
    verb = verb_over(group)
    found = [verb] if verb is not None and verb.tag_ == "VBG" and group.node.dep_ == "nsubj" else []
    for token in (group.node, group.noun):
        found += [c for c in token.children if c.dep_ in {"acl", "relcl"}] if token is not None else []
    return found


def _by_missile(verb: Token) -> bool:
    sources = [agent(verb), child(verb, "nsubj")]
    first = verb
    for _ in range(DEPTH):  # "a round came in and hit the girl"
        if child(first, "nsubj") is not None or first.dep_ != "conj":
            break
        first = first.head
    sources.append(child(first, "nsubj"))
    sources += [child(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ == "with"]
    if any(s is not None and lemma_of(s) in listed("missiles") for s in sources):
        return True
    return _near(verb, listed("shots"))  # "opened fire, striking four people"


def _near(verb: Token, words: frozenset[str], before: int = 0) -> bool:
    """Whether one of `words` stands near the verb in its sentence, or among as many as `before` words before it."""
    start = min(max(verb.i - _WITHIN, verb.sent.start), max(verb.i - before, 0))
    near = verb.doc[start : min(verb.i + _WITHIN, verb.sent.end)]
    return any(lemma_of(word) in words and word != verb for word in near)


def _in_body(verb: Token) -> bool:
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "on"})
    parts = (child(prep, "pobj") for prep in preps)
    return any(part is not None and lemma_of(part) in listed("body") for part in parts)


def _is_hospital(prep: Token) -> bool:
    if prep.dep_ not in {"prep", "dative"} or prep.lower_ not in {"to", "at"}:
        return False
    place = child(prep, "pobj")
    if place is None or state_at(place)[1] is not None:
        return False
    start = place.left_edge.i
    return any(t.lower_ in listed("hospitals") for t in prep.doc[start : min(place.i + 3, start + _WIDTH)])


def is_figurative(verb: Token) -> bool:
    """Whether what befell somebody known may be no loss at all: "was eliminated in the first round", "was hurt by the
    scandal", "was treated badly", "died of cancer"."""
    lemma = lemma_of(verb)
    if lemma in listed("loose"):
        return True
    if lemma in listed("loose_by_things"):
        source = agent(verb) or (None if is_passive(verb) else child(verb, "nsubj"))
        return source is not None and not (_is_weapon(source) or is_people(source) or source.pos_ == "PROPN")
    preps = [c for c in verb.children if c.dep_ == "prep"]
    if lemma == "treat":
        manner = any(c.dep_ == "advmod" and c.lower_.endswith("ly") for c in verb.children)
        return manner or not is_passive(verb) or any(p.lower_ in {"as", "like", "with"} for p in preps)
    causes = (child(p, "pobj") for p in preps if p.lower_ in {"of", "from"})
    return any(cause is not None and lemma_of(cause) in listed("illnesses") for cause in causes)


def _is_weapon(noun: Token) -> bool:
    return lemma_of(noun) in listed("missiles") | listed("attacks")
