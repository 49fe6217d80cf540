"""Which actor a phrase refers to: one already known, or a new one."""

from __future__ import annotations

from rashomon.reading.actors.aliases import aliases
from rashomon.reading.actors.analysis import analyse
from rashomon.reading.actors.clauses import speaks
from rashomon.reading.actors.entities import Entities, Entity
from rashomon.reading.actors.lexicon import hypernyms, marks, word_list
from rashomon.reading.actors.likeness import same_person
from rashomon.reading.actors.phrases import Phrase, parts
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch
from rashomon.records import ActorKind

#: how far back, in tokens, a plain noun without an article may refer
_NEAR = 400
#: how many of an actor's last phrases a new one is compared with
_COMPARED = 12
#: kinds that "the terror group" can mean
_HOSTILE: frozenset[ActorKind] = frozenset({"armed group", "party", "organisation", "unknown", "people", "person"})
#: kinds whose plurals mean one body ("police")
_BODIES: frozenset[ActorKind] = frozenset({"police"})


class Linker:
    """Links the phrases of one report, first to last."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.entities = Entities()
        self._document: Entity | None = None

    def link(self, phrase: Phrase) -> Entity | None:
        """The actor of a phrase that is no pronoun. A document without a known maker is an actor itself."""
        if phrase.form == "document":
            entity = self._maker(phrase)
            self._document = entity
            return entity
        name = self._words(phrase.name)
        entity = self._find(phrase, name)
        if entity is None:
            entity = self.entities.new(phrase, name)
        else:
            self.entities.join(entity, phrase, name)
        self._call(entity, phrase)
        return entity

    def _find(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        if phrase.form == "person":
            return self._person(phrase, name)
        if phrase.form == "named":
            return self._named(phrase, name)
        return self._by_surname(phrase) or self._nominal(phrase)

    def _by_surname(self, phrase: Phrase) -> Entity | None:
        """The person whose surname a phrase is that the model takes for no name at all: "Adaro, who …"."""
        head = self.text.parsed.doc[phrase.head]
        bare = phrase.mark is None and phrase.kind == "unknown" and not phrase.plural
        if head.pos_ != "PROPN" or not bare or any(c.pos_ == "PROPN" and c.i < head.i for c in head.children):
            return None
        return self._surname(self._words(Stretch(head.i, head.i + 1)))

    def _words(self, stretch: Stretch | None) -> tuple[str, ...]:
        return self.text.folded.under(stretch) if stretch else ()

    def _maker(self, phrase: Phrase) -> Entity | None:
        if phrase.maker:
            stretch, head = parts(self.text.parsed, phrase.maker, self.text.names.whole)[0]
            maker = analyse(self.text, stretch, head)
            if maker.form not in ("pronoun", "document"):
                return self.link(maker)
        if phrase.mark == "definite" and self._document:
            return self._document
        found = self._nominal(phrase)
        if found:
            self.entities.join(found, phrase, ())
            return found
        return self.entities.new(phrase, ())

    def _person(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        if not name:
            return None
        for word in (name[-1], name[0], name[-1][:5]):
            for entity in self.entities.by_word(word):
                if entity.key or entity.kind not in ("person", "unknown", "organisation"):
                    continue
                if entity.gender and phrase.gender and entity.gender != phrase.gender:
                    continue
                if any(same_person(name, other) for other in entity.names):
                    entity.kind = "person"
                    return entity
        return self._untitled(phrase)

    def _untitled(self, phrase: Phrase) -> Entity | None:
        """An actor that the report brought in without a name and now names: "a traditional chief … chief X"."""
        for noun in (n for n in phrase.nouns if " " not in n):
            for entity in self.entities.by_noun(noun)[:2]:
                if entity.named or entity.plural or entity.kind != "person":
                    continue
                near = phrase.head - entity.phrases[-1].head < _NEAR // 4
                if near and noun in entity.nouns and _states(entity.traits) == _states(phrase.traits):
                    return entity
        return None

    def _named(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        entity = self.entities.by_key(phrase.key)
        if entity is None and name and phrase.key.startswith("actor:"):
            return self.entities.by_name(name)
        if entity is None and not phrase.key and name:
            entity = self.entities.by_name(name)
            if entity is None and len(name) == 1:
                entity = self._surname(name)
            if entity is None:
                entity = self._shorter(phrase, name)
        return entity

    def _surname(self, name: tuple[str, ...]) -> Entity | None:
        """A person whom a bare surname names that the model took for something else."""
        for entity in self.entities.by_word(name[0]) if name else ():
            if entity.kind == "person" and any(same_person(name, other) for other in entity.names):
                return entity
        return None

    def _shorter(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        """A body of whose name this one is an abridgement or the other way round: same last word, words within."""
        for entity in self.entities.by_word(name[-1]):
            if entity.kind == "person" or (entity.key and phrase.key):
                continue
            for other in entity.names:
                if other[-1] == name[-1] and _within(name, other) and _states(entity.traits) >= _states(phrase.traits):
                    return entity
        return None

    def _nominal(self, phrase: Phrase) -> Entity | None:
        if phrase.mark in ("indefinite",) or not phrase.nouns:
            return None
        for noun in phrase.nouns[:1] if " " in phrase.nouns[0] else phrase.nouns[:2]:
            for entity in self.entities.by_noun(noun):
                if self._fits(phrase, entity):
                    return entity
        if phrase.mark != "definite":
            return None
        kinds = next((hypernyms()[n] for n in phrase.nouns if n in hypernyms()), frozenset())
        for entity in self.entities.by_kind(kinds) if kinds else ():
            if entity.named and entity.kind in kinds and self._agrees(phrase, entity):
                return entity
        return None

    def _fits(self, phrase: Phrase, entity: Entity) -> bool:
        if entity.plural != phrase.plural and (entity.kind == "person" or phrase.kind == "person"):
            return False
        if phrase.gender and entity.gender and phrase.gender != entity.gender:
            return False
        if (
            not phrase.plural and not entity.named and all(p.plural for p in entity.phrases[-_COMPARED:])
        ):  # "180 countries", "the country"
            return False
        told, known = self._numbers(phrase), {n for p in entity.phrases[-_COMPARED:] for n in self._numbers(p)}
        if told and known and not told & known:
            return False
        if phrase.mark == "possessed" and (entity.named or entity.phrases[-1].mark != "possessed"):
            return False
        if phrase.mark is None and phrase.head - entity.phrases[-1].head > _NEAR and not entity.named:
            return False
        if phrase.mark is None and phrase.plural and not self._same_kind(phrase, entity):
            return False
        return self._agrees(phrase, entity)

    def _numbers(self, phrase: Phrase) -> set[str]:
        """How many a phrase says that they are: "six" in "the six men"."""
        head = self.text.parsed.doc[phrase.head]
        return {c.lower_ for c in head.lefts if c.dep_ == "nummod" and c.like_num}

    def _same_kind(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether a plural without an article ("fighters") may mean the actor. It brings in somebody new, but where the
        two are described alike: "Kurdish fighters" are not "fighters", and "militants" not the "500 militants" before.
        With nothing said of them, only those who speak are taken up ("activists said"); the police are a body."""
        if phrase.kind in _BODIES:
            return True
        if entity.named or entity.traits != phrase.traits:
            return False
        return bool(phrase.traits) or speaks(self.text.parsed.doc[phrase.head])

    def _agrees(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether what the phrase says beside its noun is known of the actor, and nothing collides."""
        counted = {w for w in phrase.traits if marks().get(w) == "another"}
        if phrase.mark == "another" and phrase.traits == counted:
            return any(p.mark == "another" for p in entity.phrases)
        known = {w for name in entity.names for w in name}
        extra = {
            t for t in phrase.traits if not (t in entity.traits or t in known or t in entity.nouns or t == entity.key)
        }
        if _states(extra) and _states(entity.traits):
            return False
        if extra & word_list("hostile") and entity.kind not in _HOSTILE:
            return False
        if entity.named:
            extra -= _states(extra)
        return not extra or (entity.named and len(extra) <= 1 and phrase.mark == "definite")

    def _call(self, entity: Entity, phrase: Phrase) -> None:
        """Further names that stand beside the first: "(MEND)", ", or Hasam Movement"; of a person, those that the register
        knows: "Hemedti"."""
        if phrase.name is None:
            return
        if phrase.form == "person":
            for name in self.text.register.forms_of(self._words(phrase.name)):
                self.entities.call(entity, name)
            return
        for alias in aliases(self.text, phrase):
            self.entities.call(entity, self._words(alias))


def _within(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(name) > 1 and len(other) > 1 and (set(name) <= set(other) or set(other) <= set(name))


def _states(traits: frozenset[str] | set[str]) -> set[str]:
    return {t for t in traits if t.startswith("state:")}
