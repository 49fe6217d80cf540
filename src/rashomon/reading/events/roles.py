"""Who does an event and to whom, read from the verb or the adjective that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.reading.events.arguments import logical_objects, logical_subjects
from rashomon.reading.events.classes import can_act, in_class, lemma_of, words_of
from rashomon.reading.events.lexicon import nouns, type_frames
from rashomon.reading.events.owners import adjectival, crew
from rashomon.reading.events.participants import core, hosts, is_denied, named
from rashomon.reading.events.phrases import conjuncts, heads_under
from rashomon.reading.events.triggers import Trigger

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_WITH = frozenset({"with", "between", "among"})
_BY, _OF, _TOWARDS = (
    frozenset({"by", "from"}),
    frozenset({"of"}),
    frozenset({"to", "with", "for", "against", "on", "from"}),
)
#: modes of consulting that somebody does to another
_ONE_SIDED = frozenset({"visit", "phone"})
#: types by which something is given to somebody, or promised
_GIVING = frozenset({"AGREE", "AID", "CONCEDE", "SUPPORT"})
_SOMEBODY = frozenset({"GPE", "NORP", "ORG", "PERSON"})


@dataclass(slots=True)
class Cast:
    """Heads of the phrases that take part in an event."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)

    def act(self, tokens: Iterable[Token]) -> None:
        """Adds those of `tokens` that can act to the actors, and for machines with a crew their owners."""
        some = (t for t in named(map(crew, tokens)) if not is_denied(t))
        _add(self.actors, (t for t in some if can_act(core(t))))

    def undergo(self, tokens: Iterable[Token], *, only_actors: bool) -> None:
        """Adds `tokens` to the recipients."""
        fit = (t for t in named(tokens) if (can_act(core(t)) or can_act(t) if only_actors else _can_undergo(core(t))))
        _add(self.recipients, (t for t in fit if t not in self.actors))


def of_verb(trigger: Trigger) -> Cast:
    """The participants that the clause of a verb gives."""
    cast = _of_verb(trigger)
    if _is_told_of_the_dead(trigger.token):  # "the bureau said they were killed": whoever "they" are, not the bureau
        cast.recipients = [t for t in cast.recipients if t.tag_ != "PRP"]
    return cast


def _is_told_of_the_dead(verb: Token) -> bool:
    """Whether somebody says of others that they died: a pronoun for them points past the teller, the nearest name."""
    if not in_class(verb, "fatal") or verb.dep_ != "ccomp":
        return False
    return in_class(verb.head, "saying") and any(t.pos_ != "PRON" for t in logical_subjects(verb.head))


def _of_verb(trigger: Trigger) -> Cast:
    verb, entry, cast = trigger.token, trigger.entry, Cast()
    frame = type_frames()[entry.type]
    sources = frame.verb if entry.recipients is None else entry.recipients
    objects = [t for t in logical_objects(verb) if t.i not in trigger.taken or in_class(t, "people")]
    if "subject" in sources:  # "five soldiers died": the subject undergoes it
        cast.undergo(logical_subjects(verb), only_actors=False)
        if "to" in entry.particles:  # "the town fell to the rebels"
            cast.act(heads_under(verb, entry.particles))
        return cast
    subjects = hosts(verb, logical_subjects(verb)) if entry.type == "PROTEST" else logical_subjects(verb)
    cast.act(t for t in subjects if t.i not in trigger.taken)
    if "mutual" in sources:  # "police clashed with marchers": both do it
        cast.act([*objects, *heads_under(verb, _WITH)])
        return cast
    if "theme" in sources:  # "troops deployed", "the hostages were freed": what moves is who acts
        cast.act(objects)
    if entry.type == "CONSULT":
        others = [*objects, *heads_under(verb, _WITH)]
        if entry.mode in _ONE_SIDED:  # who visits goes to somebody; who meet do so together
            cast.undergo(others, only_actors=True)
        else:
            cast.act(others)
        return cast
    if "object" in sources:
        cast.undergo(objects, only_actors=frame.only_actors)
    if not cast.recipients:
        cast.undergo(_behind(verb, trigger, sources), only_actors=frame.only_actors)
    if not cast.recipients and frame.only_actors:
        cast.undergo(_whose(verb, objects, giving=entry.type in _GIVING), only_actors=True)
    return cast


def _whose(verb: Token, objects: Iterable[Token], *, giving: bool) -> list[Token]:
    """Whom a word concerns that has a deed as its object ("condemned the ministry's raid", "rejected a call by the union"),
    or as its complement ("agreed to lift a ban on Tarsal"): the deed's owner or doer, or, where something is given or
    undertaken, whom it goes to."""
    for deed in objects:
        found = [*heads_under(deed, _TOWARDS)] if giving else []
        found = [t for t in found if _is_somebody(t)] or [c for c in deed.children if c.dep_ == "poss"]
        if found := found or adjectival(deed) or _doers(deed):
            return found
    return _of_complement(verb)


def _of_complement(word: Token) -> list[Token]:
    """To whom the deed would be done that is agreed, refused or threatened: those named as what it is done to, or behind it
    or behind its object."""
    for deed in (c for c in word.children if c.dep_ == "xcomp" and c.pos_ == "VERB"):
        objects = logical_objects(deed)
        named_ones = [t for t in objects if t.ent_type_ in _SOMEBODY] + [
            t for t in heads_under(deed, _TOWARDS) if _is_somebody(t)
        ]
        within = [t for thing in (*objects, *heads_under(deed, _TOWARDS)) for t in _within(thing)]
        if found := named_ones or [t for t in within if _is_somebody(t)]:
            return found
    return []


def _within(deed: Token) -> Iterator[Token]:
    """Who stands before or behind a noun, or behind what stands behind it ("a ban on imports from Tarsal")."""
    yield from (c for c in deed.lefts if c.dep_ == "poss")
    for thing in heads_under(deed, _TOWARDS | _OF):
        yield from (thing, *heads_under(thing, _TOWARDS | _OF))


def _doers(deed: Token) -> list[Token]:
    """Who does what a noun tells: "a raid by the army", "a request from Tarsal", "the call of the parliament"."""
    if in_class(deed, "speech_acts") and (found := [t for t in heads_under(deed, _OF) if _is_somebody(t)]):
        return found
    return [*heads_under(deed, _BY), *(t for c in deed.rights if c.dep_ == "acl" for t in heads_under(c, _BY))]


def _is_somebody(token: Token) -> bool:
    return token.ent_type_ in _SOMEBODY or in_class(token, "people")


def _behind(verb: Token, trigger: Trigger, prepositions: frozenset[str]) -> list[Token]:
    """What stands behind `prepositions`, after the verb or after a word of its pattern ("set fire to a bus")."""
    found = list(heads_under(verb, prepositions))
    for i in sorted(trigger.taken):
        if i != verb.i:
            part = verb.doc[i]
            # "took 20 students hostage" is often parsed as if the students were a kind of hostage
            found += [c for c in part.lefts if c.dep_ in ("compound", "nmod") and lemma_of(c) in words_of("people")]
            found += heads_under(part, prepositions)
            if part.lower_ in prepositions:
                found += [t for c in part.children if c.dep_ == "pobj" for t in conjuncts(c)]
    return [t for t in found if t.ent_type_ not in ("DATE", "TIME")]


def of_adjective(trigger: Trigger) -> Cast:
    """The participants that the noun described by an adjective gives."""
    token, entry, cast = trigger.token, trigger.entry, Cast()
    if _is_nominal(token):  # "put the dead at nine": who does that does nothing to them
        described = []
    elif token.dep_ == "amod":
        described = conjuncts(token.head)
    else:
        described = [t for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") for t in conjuncts(c)]
    sources = entry.recipients or frozenset()
    if "actor" in sources:
        cast.act(described)
    if "recipient" in sources:
        cast.undergo(described, only_actors=False)
    cast.undergo(heads_under(token, sources), only_actors=False)
    if not cast.recipients:  # "is willing to withdraw its troops from Tarsal"
        cast.undergo(_of_complement(token), only_actors=True)
    return cast


def _is_nominal(adjective: Token) -> bool:
    """Whether an adjective stands for those whom it describes ("the wounded")."""
    following = adjective.i + 1 < len(adjective.doc) and adjective.nbor(1).dep_ == "det"
    return following or adjective.dep_ in _NOMINAL or any(c.dep_ == "det" for c in adjective.lefts)


def _can_undergo(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY"):
        return False
    if token.pos_ == "PRON":
        return can_act(token)
    lemma = lemma_of(token)
    named = token.pos_ in ("NOUN", "PROPN") and lemma not in words_of("abstract") and lemma not in nouns()
    return named or can_act(token)


def _add(known: list[Token], tokens: Iterable[Token]) -> None:
    seen = {t.i for t in known}
    for token in tokens:
        if token.i not in seen:
            known.append(token)
            seen.add(token.i)
