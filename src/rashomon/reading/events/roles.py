"""Who does an event and to whom, read from the verb or the noun that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from rashomon.reading.events.arguments import is_passive, logical_objects, logical_subjects
from rashomon.reading.events.classes import can_act, lemma_of, words_of
from rashomon.reading.events.lexicon import Entry, nouns, support_verbs, type_frames
from rashomon.reading.events.phrases import conjuncts, heads_under
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.events.windows import after
from rashomon.vocab.countries import countries

_BY = frozenset({"by"})
_FROM = frozenset({"from"})
_OF = frozenset({"of"})
_WITH = frozenset({"with", "between", "among"})
#: how far behind a noun its target may stand, in tokens
_STRAY = 9
#: frames whose "of" and possessor name the one who undergoes it, those where they name the one who does it
_OF_RECIPIENT = frozenset({"deed", "fate"})
_OF_ACTOR = frozenset({"move", "mutual"})
_OWNER_ACTOR = frozenset({"attack", "deed", "move", "mutual"})


@dataclass(slots=True)
class Cast:
    """Heads of the phrases that take part in an event."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)

    def act(self, tokens: Iterable[Token]) -> None:
        """Adds those of `tokens` that can act to the actors."""
        _add(self.actors, (t for t in tokens if can_act(t)))

    def undergo(self, tokens: Iterable[Token], *, only_actors: bool) -> None:
        """Adds `tokens` to the recipients."""
        fit = (t for t in tokens if (can_act(t) if only_actors else _can_undergo(t)))
        _add(self.recipients, (t for t in fit if t not in self.actors))


def roles_of(trigger: Trigger) -> Cast:
    """The participants that the syntax around `trigger` gives."""
    if trigger.verbal:
        return _of_verb(trigger)
    if trigger.token.pos_ == "ADJ":
        return _of_adjective(trigger)
    return _of_noun(trigger)


def _of_verb(trigger: Trigger) -> Cast:
    verb, entry, cast = trigger.token, trigger.entry, Cast()
    frame = type_frames()[entry.type]
    sources = frame.verb if entry.recipients is None else entry.recipients
    objects = [t for t in logical_objects(verb) if t.i not in trigger.taken]
    if "subject" in sources:  # "five soldiers died": the subject undergoes it
        cast.undergo(logical_subjects(verb), only_actors=False)
        return cast
    cast.act(t for t in logical_subjects(verb) if t.i not in trigger.taken)
    if "theme" in sources:  # "troops deployed", "the hostages were freed": what moves is who acts
        cast.act(objects)
    if entry.type == "CONSULT":
        cast.act([*objects, *heads_under(verb, _WITH)])
        return cast
    if "object" in sources:
        cast.undergo(objects, only_actors=frame.only_actors)
    if not cast.recipients:
        cast.undergo(_behind(verb, trigger, sources), only_actors=frame.only_actors)
    return cast


def _behind(verb: Token, trigger: Trigger, prepositions: frozenset[str]) -> list[Token]:
    """What stands behind `prepositions`, after the verb or after the object within its pattern ("set fire to a bus")."""
    found = list(heads_under(verb, prepositions))
    for i in sorted(trigger.taken):
        if i != verb.i:
            # "took 20 students hostage" is often parsed as if the students were a kind of hostage
            found += [c for c in verb.doc[i].lefts if c.dep_ in ("compound", "nmod") and lemma_of(c) in words_of("people")]
            found += heads_under(verb.doc[i], prepositions)
            found += [t for c in verb.doc[i].children if c.dep_ == "pobj" and verb.doc[i].lower_ in prepositions for t in conjuncts(c)]
    return [t for t in found if t.ent_type_ not in ("DATE", "TIME")]


def _of_adjective(trigger: Trigger) -> Cast:
    token, entry, cast = trigger.token, trigger.entry, Cast()
    if token.dep_ == "amod":
        described = conjuncts(token.head)
    else:
        described = [t for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") for t in conjuncts(c)]
    sources = entry.recipients or frozenset()
    if "actor" in sources:
        cast.act(described)
    if "recipient" in sources:
        cast.undergo(described, only_actors=False)
    cast.undergo(heads_under(token, sources), only_actors=False)
    return cast


def _of_noun(trigger: Trigger) -> Cast:
    noun, entry, cast = trigger.token, trigger.entry, Cast()
    frame = type_frames()[entry.type]
    sources = frame.noun if entry.recipients is None else entry.recipients
    cast.act(heads_under(noun, _BY))
    cast.act(_participle_agents(noun))
    owners = [t for c in noun.lefts if c.dep_ == "poss" for t in conjuncts(c)]
    of = [t for t in heads_under(noun, _OF) if t.i not in trigger.taken]
    if entry.frame in _OWNER_ACTOR:
        cast.act(owners)
        if entry.frame != "mutual":  # "the Syrian civil war" is fought in Syria, not by it
            cast.act(_adjectival(noun, trigger))
    elif entry.frame == "fate":
        cast.undergo(owners, only_actors=False)
    if entry.frame in _OF_RECIPIENT:
        cast.undergo(of, only_actors=frame.only_actors)
    elif entry.frame in _OF_ACTOR:
        cast.act(of)
    if entry.frame == "mutual":
        cast.act(heads_under(noun, _WITH))
    _lend(noun, entry, cast)
    targets = list(heads_under(noun, sources)) or list(_strayed(noun, sources))
    cast.undergo((t for t in targets if t.ent_type_ not in ("DATE", "TIME")), only_actors=frame.only_actors)
    return cast


def _strayed(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """What follows the noun behind `prepositions` but was tied to a word beside it: "strikes by the army on the town began"."""
    doc, head = noun.doc, noun.head
    for i in after(doc, noun.i, _STRAY):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX"):
            return
        if token.lower_ in prepositions and token.dep_ == "prep" and (noun.is_ancestor(token) or token.head is head):
            yield from (t for c in token.children if c.dep_ == "pobj" for t in conjuncts(c))
            return


def _adjectival(noun: Token, trigger: Trigger) -> list[Token]:
    """Modifiers that name who does it: "Israeli strikes", "Taliban attack", "US sanctions"; a town's name is a place."""
    found = []
    for child in noun.lefts:
        if child.i in trigger.taken or child.dep_ not in ("compound", "amod", "nmod"):
            continue
        named = child.ent_type_ in ("NORP", "ORG") and child.pos_ in ("PROPN", "ADJ")
        if named or child.lower_ in _peoples() or child.text in _abbreviations() or (child.dep_ == "compound" and lemma_of(child) in words_of("people")):
            found += [child]
    return found


@cache
def _peoples() -> frozenset[str]:
    """What the people of countries are called, in lower case: "Israeli strikes" are by Israel."""
    return frozenset(word.lower() for c in countries() for word in c.demonyms)


@cache
def _abbreviations() -> frozenset[str]:
    """"US", "U.K.": they stand before a noun as adjectives do, where "Somalia attack" may only say where."""
    return frozenset(name for c in countries() for name in c.names if name.isupper())


def _participle_agents(noun: Token) -> list[Token]:
    """"an attack carried out by rebels", "sanctions imposed by the EU"."""
    return [t for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" for t in heads_under(c, _BY)]


def _lend(noun: Token, entry: Entry, cast: Cast) -> None:
    """Adds what the noun's support verb says: "Rebels launched an attack", "the base came under fire"."""
    governor = noun.head
    preposition = ""
    if noun.dep_ == "conj":
        noun = next((a for a in noun.ancestors if a.dep_ != "conj" and a.pos_ in ("NOUN", "PROPN")), noun)
        governor = noun.head
    if noun.dep_ == "pobj":
        preposition, governor = governor.lower_, governor.head
        if lemma_of(governor) in words_of("authorship"):  # "claimed responsibility for the attack"
            governor = governor.head
    elif noun.dep_ not in ("dobj", "nsubjpass", "attr"):
        return
    if noun.dep_ == "attr" and governor.lemma_ == "be":
        return
    for support in support_verbs().get(lemma_of(governor), ()):
        if preposition and preposition not in support.particles:
            continue
        if support.particles and not preposition and not any(c.lower_ in support.particles for c in governor.rights):
            continue
        subjects = logical_subjects(governor)
        if support.side == "actor" and not cast.actors:
            cast.act(subjects)
        elif support.side == "recipient":
            cast.undergo(subjects, only_actors=False)
            cast.act(t for word in (noun, governor) for t in heads_under(word, _FROM))
        if support.side == "actor" and entry.frame == "mutual":
            cast.act(heads_under(governor, _WITH))
        return


def _can_undergo(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY"):
        return False
    if token.pos_ == "PRON":
        return can_act(token)
    lemma = lemma_of(token)
    return can_act(token) or (token.pos_ in ("NOUN", "PROPN") and lemma not in words_of("abstract") and lemma not in nouns())


def _add(known: list[Token], tokens: Iterable[Token]) -> None:
    seen = {t.i for t in known}
    for token in tokens:
        if token.i not in seen:
            known.append(token)
            seen.add(token.i)
