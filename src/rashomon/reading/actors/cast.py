"""All actors that some noun phrases of a report refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Token

from rashomon.reading.actors.analysis import Text, analyse
from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.linking import Linker
from rashomon.reading.actors.names import find_names, folded
from rashomon.reading.actors.phrases import Phrase, parts
from rashomon.reading.actors.pronouns import Memory
from rashomon.reading.actors.roles import roles_of
from rashomon.reading.drafts import ActorDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.vocab.actors import nouns, register


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


def find_actors(parsed: Parsed, wanted: Sequence[Stretch], actor_file: Path | None = None) -> Cast:
    """The actors that the noun phrases `wanted` refer to, with all their mentions that can be told.

    `actor_file` is a user's file in the format of the actor file, read before it.
    """
    if not len(parsed.doc) or not wanted:
        return Cast([])
    words = folded(parsed)
    text = Text(parsed, words, find_names(parsed, words, register(actor_file)))
    asked = {stretch: parts(parsed, stretch) for stretch in dict.fromkeys(wanted) if 0 <= stretch.start < stretch.end}
    found = _entities(text, [part for some in asked.values() for part in some])
    return _cast(text, asked, found)


def _entities(text: Text, wanted: list[tuple[Stretch, Token]]) -> dict[Stretch, Entity]:
    """The actor of each phrase, background phrases included; linked from the first to the last."""
    linker, memory = Linker(text), Memory(text)
    found: dict[Stretch, Entity] = {}
    for phrase in _phrases(text, wanted):
        entity = memory.antecedent(phrase) if phrase.form == "pronoun" else linker.link(phrase)
        if entity is None:
            continue
        found[phrase.stretch] = entity
        memory.note(entity, phrase)
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
    for name in text.names.all:
        if name.sort in ("known", "state", "organisation", "person") and not any(i in taken for i in name.stretch.tokens):
            phrases.append(analyse(text, name.stretch, doc[name.stretch.start : name.stretch.end].root))
    return sorted(phrases, key=lambda p: (p.head, p.stretch))


def _background(text: Text) -> Iterator[tuple[Stretch, Token]]:
    doc, names, folded_ = text.parsed.doc, text.names, text.folded
    for chunk in doc.noun_chunks:
        head = chunk.root
        if head.pos_ == "PRON":
            if head.lower_ in ("he", "she", "they", "it"):
                yield Stretch(chunk.start, chunk.end), head
            continue
        end = chunk.end
        for child in head.children:
            if child.dep_ == "appos" and child.i >= end and child.right_edge.i - end < 25:
                end = child.right_edge.i + 1
        at = folded_.first[head.i + 1]
        start = max(at - 4, folded_.first[chunk.start])
        window = folded_.words[start:at]
        described = bool(window) and nouns().ending(window, len(window))[0] > 0
        if described or names.over[head.i] or head.lemma_.lower() in word_list("documents"):
            yield Stretch(chunk.start, end), head


def _cast(text: Text, asked: dict[Stretch, list[tuple[Stretch, Token]]], found: dict[Stretch, Entity]) -> Cast:
    wanted = {e.number: e for some in asked.values() for part, _ in some if (e := found.get(part))}
    order = sorted(wanted.values(), key=lambda e: (e.phrases[0].head, e.number))
    index = {entity.number: i for i, entity in enumerate(order)}
    of = {
        stretch: tuple(dict.fromkeys(index[e.number] for part, _ in some if (e := found.get(part))))
        for stretch, some in asked.items()
    }
    return Cast([_draft(text, entity) for entity in order], of)


def _draft(text: Text, entity: Entity) -> ActorDraft:
    mentions = sorted({p.stretch for p in entity.phrases})
    return ActorDraft(name_of(text, entity), entity.kind, mentions, roles_of(text, entity))


def name_of(text: Text, entity: Entity) -> str:
    """The fullest proper form that the report wrote; a state's usual name where only its people or capital is named; the
    words of the first phrase, without an article, where there is no name."""
    names = [p.name for p in entity.phrases if p.name]
    if entity.key.startswith("state:"):
        return entity.usual
    if names:
        fullest = max(names, key=lambda n: (len(text.folded.under(n)), sum(map(len, text.folded.under(n)))))
        return text.parsed.of(fullest).text
    phrase = max(entity.phrases[:3], key=lambda p: len(p.traits))
    start, end = phrase.stretch
    while start < phrase.head and text.parsed.doc[start].pos_ in ("DET", "PUNCT") :
        start += 1
    return " ".join(text.parsed.span(start, end).text.split())
