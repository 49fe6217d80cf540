"""Which actor a phrase refers to: one already known, or a new one."""

from __future__ import annotations

from rashomon.reading.actors.analysis import Text, analyse
from rashomon.reading.actors.entities import Entities, Entity
from rashomon.reading.actors.lexicon import hypernyms
from rashomon.reading.actors.phrases import Phrase, parts
from rashomon.reading.parsed import Stretch

#: how far back, in tokens, a plain noun without an article may refer
_NEAR = 400


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
        return self._nominal(phrase)

    def _words(self, stretch: Stretch | None) -> tuple[str, ...]:
        return self.text.folded.under(stretch) if stretch else ()

    def _maker(self, phrase: Phrase) -> Entity | None:
        if phrase.maker:
            stretch, head = parts(self.text.parsed, phrase.maker)[0]
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
                if entity.kind in ("person", "unknown", "organisation") and not entity.key and any(
                    same_person(name, other) for other in entity.names
                ):
                    if entity.gender and phrase.gender and entity.gender != phrase.gender:
                        continue
                    entity.kind = "person"
                    return entity
        return self._untitled(phrase)

    def _untitled(self, phrase: Phrase) -> Entity | None:
        """An actor that the report brought in without a name and now names: "a traditional chief … chief X"."""
        for noun in phrase.nouns[-1:]:
            for entity in self.entities.by_noun(noun)[:2]:
                if entity.named or entity.plural or entity.kind != "person":
                    continue
                near = phrase.head - entity.phrases[-1].head < _NEAR // 4
                if near and _states(entity.traits) == _states(phrase.traits) and noun in entity.nouns:
                    return entity
        return None

    def _named(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        entity = self.entities.by_key(phrase.key)
        if entity is None and name and phrase.key.startswith("actor:"):
            return self.entities.by_name(name)
        if entity is None and not phrase.key and name:
            entity = self.entities.by_name(name)
            if entity is None and len(name) == 1:
                entity = self._surname(phrase, name)
            if entity is None:
                entity = self._shorter(phrase, name)
        return entity

    def _surname(self, phrase: Phrase, name: tuple[str, ...]) -> Entity | None:
        """A person whom a bare surname names that the model took for something else."""
        for entity in self.entities.by_word(name[0]):
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
        for entity in self.entities.by_noun(phrase.nouns[0]):
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
        if phrase.mark is None and phrase.head - entity.phrases[-1].head > _NEAR and not entity.named:
            return False
        return self._agrees(phrase, entity)

    def _agrees(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether what the phrase says beside its noun is known of the actor, and nothing collides."""
        if phrase.mark == "another" and "another" not in entity.traits and phrase.traits <= {"second", "other"}:
            return any(p.mark == "another" for p in entity.phrases)
        if phrase.mark == "definite" and any(p.mark == "another" for p in entity.phrases) and "second" not in phrase.traits:
            pass
        extra = phrase.traits - entity.traits - {w for name in entity.names for w in name} - entity.nouns - {entity.key}
        if _states(extra) and _states(entity.traits):
            return False
        extra = {w for w in extra if not w.startswith("state:")} if entity.named else extra
        return not extra or (entity.named and len(extra) <= 1 and phrase.mark == "definite")

    def _call(self, entity: Entity, phrase: Phrase) -> None:
        """Further names that stand beside the first: "(MEND)", ", or Hasam Movement"."""
        if phrase.name is None or phrase.form == "person":
            return
        for alias in _aliases(self.text, phrase):
            self.entities.call(entity, self._words(alias))


def same_person(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: a part of the other's, first and last word alike, or spelled almost alike."""
    short, long = sorted((name, other), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or _almost(short[0], long[-1]) or (len(long) > 2 and short[0] in long)
    if set(short) <= set(long):
        return True
    last = short[-1] == long[-1] or _almost(short[-1], long[-1])
    return last and (short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]))


def _almost(a: str, b: str) -> bool:
    """One letter more, less or other, in words of six letters and more that begin alike."""
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[:4] != b[:4]:
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[same + 1 :] == b[same + 1 :] or a[same:] == b[same + 1 :] or a[same + 1 :] == b[same:]


def _within(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(name) > 1 and len(other) > 1 and (set(name) <= set(other) or set(other) <= set(name))


def _states(traits: frozenset[str] | set[str]) -> set[str]:
    return {t for t in traits if t.startswith("state:")}


def _aliases(text: Text, phrase: Phrase) -> list[Stretch]:
    """Acronyms in parentheses after a name, and names after "or" or "known as" within the phrase."""
    doc, found = text.parsed.doc, []
    assert phrase.name is not None
    for end in {phrase.name.end, phrase.head + 1, phrase.stretch.end}:
        if end + 2 < len(doc) and doc[end].text == "(":
            close = next((i for i in range(end + 1, min(end + 7, len(doc))) if doc[i].text == ")"), None)
            if close and close > end + 1 and doc[end + 1].text[0].isupper():
                found.append(Stretch(end + 1, close))
    head = doc[phrase.head]
    for child in head.children:
        if child.dep_ in ("conj", "appos") and child.i in phrase.stretch.tokens and child.i > head.i:
            name = text.names.over[child.i]
            if name and any(t.lower_ in ("or", "called") for t in doc[head.i : child.i]):
                found.append(name.stretch)
    return found
