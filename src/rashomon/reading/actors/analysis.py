"""From a noun phrase to what it says: person, named body, plain noun, pronoun or document."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import pronouns, word_list
from rashomon.reading.actors.names import Name
from rashomon.reading.actors.nominals import document, head_nouns, mark_of, nominal
from rashomon.reading.actors.people import person_of
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text, located
from rashomon.reading.parsed import Stretch
from rashomon.records import ActorKind
from rashomon.vocab.actors import nations, nouns


def analyse(text: Text, stretch: Stretch, head: Token) -> Phrase:
    """What the noun phrase `stretch`, ruled by `head`, says."""
    sort = pronouns().get(head.lower_)
    if sort and _is_pronoun(head, stretch):
        return Phrase(stretch, head.i, "pronoun", pronoun=sort)
    head = _counted(head, stretch)
    person = person_of(text, stretch, head)
    if person:
        return person
    named = _name_of(text, stretch, head)
    if named is None and text.noun(head) is None and head.lemma_.lower() in word_list("documents"):
        return document(text, stretch, head)
    if named and not named.key and mark_of(text, stretch, head) and _is_title(text, named):
        return nominal(text, stretch, head)
    if named and named.sort == "capital" and located(head):
        return Phrase(stretch, head.i, "named", "unknown", named.stretch, [named.stretch], mark="definite")
    if named and named.sort in ("state", "capital", "people"):
        return _state_phrase(text, stretch, head, named)
    if named:
        return _named_phrase(text, stretch, head, named)
    return nominal(text, stretch, head)


def _counted(head: Token, stretch: Stretch) -> Token:
    """In "hundreds of demonstrators" the demonstrators, else the head itself."""
    if head.lower_ in word_list("quantities"):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.i < stretch.end and noun.pos_ in ("NOUN", "PROPN"):
                        return noun
    return head


def _is_title(text: Text, name: Name) -> bool:
    """Whether what the model takes for a name is an office in capitals ("the Secretary-General")."""
    folded = text.folded.under(name.stretch)
    size, some = nouns().ending(folded, len(folded)) if folded else (0, ())
    return size == len(folded) > 0 and some[0].human


def _is_pronoun(head: Token, stretch: Stretch) -> bool:
    short = stretch.end - stretch.start <= 2 or head.pos_ == "PRON"
    return short and (head.pos_ in ("PRON", "DET", "SCONJ") or head.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$", "DT"))


def _name_of(text: Text, stretch: Stretch, head: Token) -> Name | None:
    """The name that the phrase is: over its head, or the head's apposition or compound when the noun is a mere kind."""
    over = text.names.over[head.i]
    if over and (stretch.holds(over.stretch) or (over.key and over.stretch.end == head.i + 1)):
        return over
    if over and over.key:
        return _state_within(text, stretch)
    for child in head.children:
        name = text.names.over[child.i] if stretch.start <= child.i < stretch.end else None
        if name is None or not stretch.holds(name.stretch) or head.i in name.stretch.tokens:
            continue
        noun = text.noun(head)
        body = noun is not None and noun.sort == "body"
        if child.dep_ == "appos" and (noun is None or not noun.human) and name.sort not in ("people", "place"):
            return name
        if child.dep_ in ("compound", "nmod") and body and name.sort in ("known", "organisation", "group"):
            return name if name.stretch.end == head.i else None
    return None


def _state_within(text: Text, stretch: Stretch) -> Name | None:
    """The state that a part of a wider name tells: "Israeli" in the name of Israel's army."""
    some = nations().get(text.folded.under(stretch))
    return Name(stretch, "state", f"state:{some[0].alpha3}", "state", some[0].name) if some else None


def _state_phrase(text: Text, stretch: Stretch, head: Token, name: Name) -> Phrase:
    plural = name.sort == "people" and head.tag_ in ("NNS", "NNPS")
    if plural:
        phrase = nominal(text, stretch, head)
        phrase.kind, phrase.plural, phrase.mark = "people", True, None
        return phrase
    return Phrase(
        stretch, head.i, "named", "state", name.stretch, [name.stretch], name.key, name.usual,
        traits=frozenset({name.key}), mark="definite",
    )  # fmt: skip


def _named_phrase(text: Text, stretch: Stretch, head: Token, name: Name) -> Phrase:
    noun = text.noun(head) or text.noun(text.parsed.doc[name.stretch.end - 1])
    kind: ActorKind = name.kind
    if kind == "unknown" and noun and not noun.human:
        kind = noun.kind
    if kind == "unknown" and name.sort == "organisation":
        kind = "organisation"
    outside = [t for t in stretch.tokens if t not in name.stretch.tokens]
    plural = name.sort == "group" and head.tag_ == "NNPS"
    return Phrase(
        stretch, head.i, "named", kind, name.stretch, [name.stretch], name.key, name.usual, plural=plural,
        nouns=head_nouns(text, head, noun), traits=text.traits(outside),
        mark="definite",
    )  # fmt: skip
