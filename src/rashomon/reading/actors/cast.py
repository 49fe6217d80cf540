"""All actors that some noun phrases of a report refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.reading.actors.analysis import analyse
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.folding import folded
from rashomon.reading.actors.lexicon import pronouns, word_list
from rashomon.reading.actors.linking import Linker
from rashomon.reading.actors.names import find_names
from rashomon.reading.actors.phrases import Phrase, parts
from rashomon.reading.actors.pronouns import Memory
from rashomon.reading.actors.roles import roles_of
from rashomon.reading.actors.text import Text
from rashomon.reading.drafts import ActorDraft
from rashomon.reading.events.phrases import phrase as noun_phrase
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import Register
from rashomon.vocab.actors import register as our_register


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors, in order of their first mention, and which of them each wanted phrase refers to."""

    actors: list[ActorDraft]
    _of: dict[Stretch, tuple[int, ...]] = field(default_factory=dict)

    def of(self, stretch: Stretch) -> tuple[int, ...]:
        """Indices into `actors`: several for a coordination, none for a pronoun that nothing resolves.

        A phrase that was not wanted is looked up among the mentions.
        """
        if stretch in self._of:
            return self._of[stretch]
        return tuple(i for i, actor in enumerate(self.actors) if stretch in actor.mentions)


def find_actors(parsed: Parsed, wanted: Sequence[Stretch], register: Register | None = None) -> Cast:
    """The actors that the noun phrases `wanted` refer to, with all their mentions that can be told.

    `register` holds the actors that are known by name (ours).
    """
    if not len(parsed.doc) or not wanted:
        return Cast([])
    words = folded(parsed)
    known = register or our_register()
    text = Text(parsed, words, find_names(parsed, words, known), known)
    whole, around = text.names.whole, text.names.around
    asked = {s: parts(parsed, around(s), whole) for s in dict.fromkeys(wanted) if 0 <= s.start < s.end}
    found = _entities(text, [part for some in asked.values() for part in some])
    return _cast(text, asked, found)


def _entities(text: Text, wanted: list[tuple[Stretch, Token]]) -> dict[Stretch, list[Entity]]:
    """The actors of each phrase, background phrases included; linked from the first to the last."""
    linker, memory = Linker(text), Memory(text)
    found: dict[Stretch, list[Entity]] = {}
    spoken: list[Phrase] = []
    for phrase in _phrases(text, wanted):
        if phrase.pronoun in ("i", "we"):
            spoken.append(phrase)
            continue
        thing = memory.thing(phrase)
        if thing is not None:
            entity = linker.link(analyse(text, noun_phrase(thing), thing))
            some = [entity] if entity else []
        elif phrase.form == "pronoun":
            some = memory.antecedents(phrase)
        else:
            entity = linker.link(phrase)
            some = [entity] if entity else []
        found[phrase.stretch] = some
        for entity in some:
            memory.note(entity, phrase)
    # who says "we" may be named only after the quotation
    found.update({phrase.stretch: memory.antecedents(phrase) for phrase in spoken})
    return found


def _phrases(text: Text, wanted: list[tuple[Stretch, Token]]) -> list[Phrase]:
    """The wanted phrases and, where they leave room, the report's other names and nouns for actors, in order."""
    phrases = [analyse(text, stretch, head) for stretch, head in dict.fromkeys(wanted)]
    heads = {p.head for p in phrases}
    taken = {i for p in phrases for n in p.names for i in n.tokens}
    for stretch, head in _background(text):
        if head.i in heads or head.i in taken:
            continue
        phrase = analyse(text, stretch, head)
        heads.add(head.i)
        taken.update(i for n in phrase.names for i in n.tokens)
        phrases.append(phrase)
    doc = text.parsed.doc
    phrases.extend(
        analyse(text, name.stretch, doc[name.stretch.start : name.stretch.end].root)
        for name in text.names.all
        if name.sort in ("known", "state", "organisation") and not any(i in taken for i in name.stretch.tokens)
    )
    return sorted(phrases, key=lambda p: (p.head, p.stretch))


def _background(text: Text) -> Iterator[tuple[Stretch, Token]]:
    doc, names = text.parsed.doc, text.names
    for chunk in doc.noun_chunks:
        head = chunk.root
        if head.pos_ == "PRON":
            if pronouns().get(head.lower_) in ("he", "she", "they", "it"):
                yield Stretch(chunk.start, chunk.end), head
            continue
        end = chunk.end
        for child in head.children:
            if child.dep_ == "appos" and child.i >= end and child.right_edge.i - end < 25:
                end = child.right_edge.i + 1
        noun = text.noun(head)
        if noun and noun.weak and noun.kind == "organisation" and head.dep_ == "pobj" and not names.over[head.i]:
            continue  # "a sector of the front" brings in nobody
        if noun or names.over[head.i] or head.lemma_.lower() in word_list("documents"):
            yield Stretch(chunk.start, end), head


def _cast(text: Text, asked: dict[Stretch, list[tuple[Stretch, Token]]], found: dict[Stretch, list[Entity]]) -> Cast:
    of = {stretch: [e for part, _ in some for e in found.get(part, ())] for stretch, some in asked.items()}
    spoken: dict[int, list[Stretch]] = {}
    for some in asked.values():
        for part, _ in some:
            for entity in found.get(part, ()):
                spoken.setdefault(entity.number, []).append(part)
    wanted = {e.number: e for some in of.values() for e in some}
    order = sorted(wanted.values(), key=lambda e: (e.phrases[0].head, e.number))
    index = {entity.number: i for i, entity in enumerate(order)}
    actors = [_draft(text, entity, spoken[entity.number]) for entity in order]
    return Cast(actors, {s: tuple(dict.fromkeys(index[e.number] for e in some)) for s, some in of.items()})


def _draft(text: Text, entity: Entity, asked: list[Stretch]) -> ActorDraft:
    """The actor with its mentions: all its phrases, and the pronouns and documents that were asked for."""
    mentions = sorted({*(p.stretch for p in entity.phrases), *asked})
    widest: list[Stretch] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not widest or not widest[-1].holds(mention):
            widest.append(mention)
    return ActorDraft(name_of(text, entity), entity.kind, widest, roles_of(text, entity))


def name_of(text: Text, entity: Entity) -> str:
    """The fullest proper form that the report wrote; for a state its usual name, since its people or capital may be all
    that is written; the words of a phrase, without an article, where there is no name."""
    names = [p.name for p in entity.phrases if p.name]
    if entity.key.startswith("state:"):
        return entity.usual
    if names:
        fullest = max(names, key=lambda n: (len(text.folded.under(n)), sum(map(len, text.folded.under(n)))))
        return text.parsed.of(fullest).text
    phrase = max(entity.phrases[:3], key=lambda p: len(p.traits))
    return " ".join(text.parsed.of(_core(text, phrase)).text.split())


def _core(text: Text, phrase: Phrase) -> Stretch:
    """A nominal phrase without article, quantity ("hundreds of") and relative clause."""
    doc, head = text.parsed.doc, text.parsed.doc[phrase.head]
    start, end = max(phrase.stretch.start, head.left_edge.i), phrase.stretch.end
    if start > phrase.stretch.start and text.names.over[start - 1]:
        start -= 1  # "IS fighters", parsed as if "IS" were a verb
    while start < phrase.head and doc[start].pos_ in ("DET", "PUNCT"):
        start += 1
    for child in head.children:
        if child.dep_ == "relcl" and child.left_edge.i > phrase.head:
            end = min(end, child.left_edge.i)
    while end > phrase.head + 1 and doc[end - 1].is_punct:
        end -= 1
    return Stretch(start, max(end, phrase.head + 1))
