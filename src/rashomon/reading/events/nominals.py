"""Who does an event and to whom, read from the noun that names it and from the support verb that carries it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.events.arguments import logical_objects, logical_subjects
from rashomon.reading.events.classes import in_class, lemma_of, words_of
from rashomon.reading.events.clauses import is_speech
from rashomon.reading.events.lexicon import Entry, SupportVerb, support_verbs, type_frames
from rashomon.reading.events.owners import adjectival
from rashomon.reading.events.participants import hosts
from rashomon.reading.events.phrases import conjuncts, heads_under
from rashomon.reading.events.roles import Cast
from rashomon.reading.events.triggers import Trigger
from rashomon.reading.events.windows import after

_BY = frozenset({"by"})
_FROM = frozenset({"from"})
_OF = frozenset({"of"})
_UNDER = frozenset({"under"})
_NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
_WITH = frozenset({"with", "between", "among"})
#: how far behind a noun its target may stand, in tokens
_STRAY = 9
#: frames whose "of" names who undergoes it, whose "of" names who does it, whose possessor names who does it
_FORCE = frozenset({"ASSAULT", "COERCE"})
_OF_RECIPIENT = frozenset({"deed", "fate"})
_OF_ACTOR = frozenset({"move", "mutual"})
_OWNER_ACTOR = frozenset({"attack", "deed", "move", "mutual"})


def of_noun(trigger: Trigger) -> Cast:
    """The participants that the phrase of an event's noun, and the support verb beside it, give."""
    noun, entry, cast = trigger.token, trigger.entry, Cast()
    frame = type_frames()[entry.type]
    sources = frame.noun if entry.recipients is None else entry.recipients
    cast.act(heads_under(noun, _BY))
    if noun.dep_ == "dobj" and not cast.actors:  # "condemned the strikes by the army"
        cast.act(_strayed(noun, _BY))
    cast.act(_participle_agents(noun))
    owners = [t for c in noun.lefts if c.dep_ == "poss" for t in conjuncts(c)]
    of = [t for t in heads_under(noun, _OF) if t.i not in trigger.taken]
    if entry.frame == "deed" and any(True for _ in heads_under(noun, _BY)):
        cast.undergo(owners, only_actors=frame.only_actors)  # "its occupation by the rebels"
    elif entry.frame in _OWNER_ACTOR:
        cast.act(owners)
        fought = entry.frame == "mutual" or (entry.frame == "move" and entry.type == "ASSAULT")
        if not fought:  # "the Syrian civil war", "the Iraqi insurgency" are fought in Syria and Iraq, not by them
            cast.act(adjectival(noun, trigger.taken))
    elif entry.frame == "fate":
        cast.undergo(owners, only_actors=False)
    if entry.frame in _OF_RECIPIENT:
        cast.undergo(of, only_actors=frame.only_actors)
    elif entry.frame in _OF_ACTOR:
        cast.act(of)
    if entry.frame == "mutual":
        cast.act(heads_under(noun, _WITH))
    lend(noun, entry, cast)
    targets = list(heads_under(noun, sources)) or list(_strayed(noun, sources))
    cast.undergo((t for t in targets if t.ent_type_ not in ("DATE", "TIME")), only_actors=frame.only_actors)
    return cast


def _strayed(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """What stands behind `prepositions` but was tied to another word: "strikes by the army on the town began"."""
    doc, head = noun.doc, noun.head
    for i in after(doc, noun.i, _STRAY):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX"):
            return
        tied = token.dep_ == "prep" and (token.head == head or noun.is_ancestor(token))
        if tied and token.lower_ in prepositions:
            yield from (t for c in token.children if c.dep_ == "pobj" for t in conjuncts(c))
            return


def _participle_agents(noun: Token) -> list[Token]:
    """ "an attack carried out by rebels", "sanctions imposed by the EU"."""
    return [t for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" for t in heads_under(c, _BY)]


def lend(noun: Token, entry: Entry, cast: Cast) -> None:
    """Adds what the noun's support verb says: "Rebels launched an attack", "the base came under fire"."""
    governor = noun.head
    preposition = ""
    if noun.dep_ == "conj":
        noun = next((a for a in noun.ancestors if a.dep_ != "conj" and a.pos_ in _NOMINAL), noun)
        governor = noun.head
    if noun.dep_ == "nsubj" and entry.frame == "mutual":  # "fighting broke out between militias"
        cast.act(heads_under(governor, _WITH))
    if noun.dep_ == "pobj":
        preposition, governor = governor.lower_, governor.head
        if preposition in _UNDER and governor.pos_ in ("NOUN", "PROPN"):  # "Town under fire"
            cast.undergo([governor], only_actors=False)
            return
        if lemma_of(governor) in words_of("authorship"):  # "claimed responsibility for the attack"
            governor = governor.head
    elif noun.dep_ not in ("dobj", "nsubjpass", "attr"):
        return
    if noun.dep_ == "attr" and governor.lemma_ == "be":
        return
    if entry.type in _FORCE and not _is_own_deed(governor, entry):
        return
    for support in support_verbs().get(lemma_of(governor), ()):
        if _carries(support, governor, preposition):
            _take_sides(support, governor, noun, preposition, cast, both=entry.frame == "mutual")
            if support.side == "actor" and entry.frame == "mutual":
                cast.act(heads_under(governor, _WITH))
            return


def _is_own_deed(governor: Token, entry: Entry) -> bool:
    """Whether who rules `governor` does what its object names: not who ends violence, nor who announces a death."""
    if in_class(governor, "ending"):
        return False
    return entry.frame not in _OF_RECIPIENT or in_class(governor, "owning") or not is_speech(governor)


def _carries(support: SupportVerb, governor: Token, preposition: str) -> bool:
    """Whether `governor` is used as `support` has it, with the noun behind `preposition` or as its object."""
    if preposition:
        return preposition in support.particles
    return not support.particles or any(c.lower_ in support.particles for c in governor.rights)


def _take_sides(
    support: SupportVerb, governor: Token, noun: Token, preposition: str, cast: Cast, *, both: bool
) -> None:
    """Adds the subject of `governor` to its side; `both`: beside those who act already ("had a clash with the rebels")."""
    subjects = list(hosts(governor, logical_subjects(governor)))
    if support.side == "actor":
        if both or not cast.actors:
            cast.act(subjects)
        return
    objects = logical_objects(governor) if preposition else []
    cast.undergo(objects or subjects, only_actors=False)
    if objects:  # "took the patrol under fire"
        cast.act(subjects)
    cast.act(t for word in (noun, governor) for t in heads_under(word, _FROM))
