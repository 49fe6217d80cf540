"""What an event belongs to, beyond its PLOVER type: a grenade, a town that changes hands, a crowd that is shot at.

The other schemes code a happening, not each word for it: "retreated" is part of a fall of a town where the sentence tells of
one. So the words of the whole sentence count (`aspects.tsv`), of a note of few sentences all of them; only who acts and who
undergoes is read from the event's own phrases.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.errors import DataError
from rashomon.reading.drafts import EventMention
from rashomon.reading.events.classes import lemma_of, words_of
from rashomon.reading.events.lexicon import PACKAGE
from rashomon.vocab.data import known, read_table
from rashomon.vocab.plover import aspects as all_aspects

_FILE, _MODES = "aspects.tsv", "aspects_of_modes.tsv"
_PLACES = ("scene", "actor", "recipient")
#: a text of at most so many sentences and tokens is a note of one happening
_NOTE, _NOTE_TOKENS = 3, 150
#: how many tokens of a sentence are read
_MOST = 200
#: how many words ".." may skip, and how many "~" may, which stays within a noun phrase
_WIDE, _NEAR = 8, 5
#: words that end a noun phrase
_OUTSIDE = frozenset({"VERB", "AUX", "ADP", "SCONJ", "CCONJ"})
#: "town of", "dozens of"
_LINK = "of"
_DATES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"GPE", "LOC", "FAC", "NORP", "PERSON", "ORG"})
#: in place of a label: a name of which the language model cannot say what it names
_NAME = "NAME"
#: whose subtree is what people demonstrate about
_CAUSES = frozenset({"prep", "dobj", "xcomp", "ccomp", "advcl", "acl"})
#: how a word hangs on what it says more of
_PASSING = frozenset({"acl", "relcl", "pobj"})
_PARTS = frozenset({"compound", "amod", "nmod"})
_DEMONSTRATION, _GRIEVANCE, _OWN = "demonstration", "grievance", "own"
_TERRITORY, _TAKING = "territory", "taking"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that may stand there, or a gap. `barred`: a word that must not follow."""

    words: frozenset[str] = frozenset()
    gap: int = 0
    phrasal: bool = False
    barred: bool = False


Pattern = tuple[Element, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One line: sequences that all must be there, and sequences of which none may."""

    aspect: str
    place: str
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The aspects of a stretch of text with the tokens that show them; the tokens that tell what a demonstration is about,
    and those that tell in passing what somebody is accused of."""

    marks: Mapping[str, frozenset[int]]
    causes: frozenset[int]
    aside: frozenset[int]


class Aspects:
    """Reads the aspects of the events of one text."""

    def __init__(self, doc: Doc, protests: Collection[int] = ()) -> None:
        """`protests` are the heads of events that are demonstrations, whatever their words."""
        self.doc = doc
        self._protests = frozenset(protests)
        self._scenes: dict[int, Scene] = {}
        #: whether the text is a note, which tells of one happening
        self.whole = len(doc) <= _NOTE_TOKENS and sum(1 for _ in doc.sents) <= _NOTE

    def of(self, event: EventMention) -> tuple[str, ...]:
        """The aspects of `event`, in alphabetical order."""
        scene = self._scene(self.doc[event.head])
        found = set(scene.marks)
        own = {event.head, *event.anchor.tokens}
        shown = {aspect for aspect, marks in scene.marks.items() if not own.isdisjoint(marks)}
        if not shown <= words_of("vague_aspects"):
            found.add(_OWN)
        if _TERRITORY in shown:
            found.add(_TAKING)
        if (means := by_mode().get((event.type, event.mode or ""))) is not None:
            found.add(means)
        for place, phrases in (("actor", event.actors), ("recipient", event.recipients)):
            for phrase in phrases:
                found |= set(_shown(place, _words(self.doc, phrase.tokens)))
        if event.head in scene.aside or (event.head in scene.causes and event.type != "PROTEST"):
            found.add(_GRIEVANCE)
        return tuple(sorted(found))

    def head(self, aspect: str) -> Token | None:
        """The word of a note that shows `aspect` best: a verb of those that do, or the one above them."""
        words = _words(self.doc, range(len(self.doc)))
        for rule in rules()["scene"]:
            if rule.aspect == aspect and _fits(rule, words):
                tokens = [self.doc[words[i].token] for s in rule.needs for i in _occurs(s, words) or ()]
                above = (a for t in tokens if t.dep_ not in _PARTS for a in t.ancestors)
                return next((t for t in (*tokens, *above) if t.pos_ == "VERB"), None)
        return None

    def _scene(self, head: Token) -> Scene:
        """What is told around `head`."""
        sentence = head.sent
        key = 0 if self.whole else sentence.start
        if key not in self._scenes:
            end = min(sentence.end, sentence.start + _MOST)
            self._scenes[key] = self._read(range(len(self.doc)) if self.whole else range(sentence.start, end))
        return self._scenes[key]

    def _read(self, tokens: range) -> Scene:
        aside = frozenset(_aside(self.doc, tokens))
        told = [i for i in tokens if i not in aside]
        shown = _shown("scene", _words(self.doc, told))
        if not shown:  # all that is told is the accusation
            aside, told = frozenset(), list(tokens)
            shown = _shown("scene", _words(self.doc, told))
        if _DEMONSTRATION not in shown and self._protests.isdisjoint(told):
            return Scene(shown, frozenset(), aside)
        causes = frozenset(_causes(self.doc, tokens))
        plain = _shown("scene", _words(self.doc, (i for i in told if i not in causes)))
        return Scene({_DEMONSTRATION: shown.get(_DEMONSTRATION, frozenset()), **plain}, causes, aside)


@cache
def by_mode() -> Mapping[tuple[str, str], str]:
    """The aspect that a PLOVER type and mode show by themselves. Raises DataError where the table breaks its rules."""
    rows = read_table(PACKAGE, _MODES, ("type", "mode", "aspect"), key=("type", "mode"))
    known(PACKAGE, _MODES, (row["aspect"] for row in rows), all_aspects())
    return {(row["type"], row["mode"]): row["aspect"] for row in rows}


@cache
def rules() -> Mapping[str, Sequence[Rule]]:
    """The rules by where they look. Raises DataError where the table breaks its rules."""
    rows = read_table(PACKAGE, _FILE, ("aspect", "in", "words", "unless"), key=("aspect", "in", "words"))
    known(PACKAGE, _FILE, (row["aspect"] for row in rows), all_aspects())
    known(PACKAGE, _FILE, (row["in"] for row in rows), _PLACES)
    found: dict[str, list[Rule]] = {place: [] for place in _PLACES}
    for row in rows:
        needs = tuple(_sequence(part) for part in row["words"].split("&"))
        unless = tuple(_sequence(part) for part in row["unless"].split(";") if part.strip())
        found[row["in"]].append(Rule(row["aspect"], row["in"], needs, unless))
    return found


def _sequence(text: str) -> Pattern:
    """The elements of "take ~ @land": alternatives joined by "|", "@" a class, "!" barred, ".." and "~" gaps."""
    elements = tuple(_element(part) for part in text.split())
    if not elements or elements[0].gap or elements[0].barred or elements[-1].gap:
        raise DataError(f"{PACKAGE}/{_FILE}: {text!r} must begin and end with words")
    if any(a.gap and (b.gap or b.barred) for a, b in pairwise(elements)):
        raise DataError(f"{PACKAGE}/{_FILE}: {text!r} needs a word after a gap")
    return elements


def _element(part: str) -> Element:
    if part == "..":
        return Element(gap=_WIDE)
    if part == "~":
        return Element(gap=_NEAR, phrasal=True)
    words: set[str] = set()
    for word in part.removeprefix("!").split("|"):
        words |= words_of(word[1:]) if word.startswith("@") else {word}
    return Element(frozenset(words), barred=part.startswith("!"))


@dataclass(frozen=True, slots=True)
class _Word:
    """A token as patterns see it: its forms, and whether a gap within a phrase, or any gap, must end at it."""

    token: int
    forms: frozenset[str]
    outside: bool
    first: bool


def _words(doc: Doc, tokens: Iterable[int]) -> list[_Word]:
    """The words of `tokens`; marks and dates say nothing of the deed."""
    found: list[_Word] = []
    first = False
    for i in tokens:
        token = doc[i]
        first = first or bool(token.is_sent_start)
        if token.is_punct or token.is_space or token.ent_type_ in _DATES:
            continue
        forms = {token.lower_, lemma_of(token)}
        if token.ent_type_ in _NAMES:
            forms.add(token.ent_type_)
        elif token.pos_ == "PROPN" and not token.ent_type_:
            forms.add(_NAME)
        outside = token.pos_ in _OUTSIDE and token.lower_ != _LINK
        found.append(_Word(i, frozenset(forms), outside, first))
        first = False
    return found


def _shown(place: str, words: Sequence[_Word]) -> dict[str, frozenset[int]]:
    """The aspects that `words` show, each with the tokens that do."""
    found: dict[str, frozenset[int]] = {}
    spoken = frozenset(form for word in words for form in word.forms)
    index = _index(place)
    for rule in {rule: None for form in spoken for rule in index.get(form, ())}:
        if _fits(rule, words):
            marks = {words[i].token for pattern in rule.needs for i in _occurs(pattern, words)}
            found[rule.aspect] = found.get(rule.aspect, frozenset()) | marks
    return found


@cache
def _index(place: str) -> Mapping[str, Sequence[Rule]]:
    """The rules by the words that their first sequence may begin with."""
    found: dict[str, list[Rule]] = {}
    for rule in rules()[place]:
        for word in rule.needs[0][0].words:
            found.setdefault(word, []).append(rule)
    return found


def _fits(rule: Rule, words: Sequence[_Word]) -> bool:
    return all(_occurs(p, words) for p in rule.needs) and not any(_occurs(p, words) for p in rule.unless)


def _occurs(pattern: Pattern, words: Sequence[_Word]) -> list[int]:
    """The numbers of the words that `pattern` finds; none when it does not stand there."""
    first = pattern[0].words
    starts = (i for i, word in enumerate(words) if not first.isdisjoint(word.forms))
    return next(filter(None, (_match(pattern, words, i) for i in starts)), [])


def _match(pattern: Pattern, words: Sequence[_Word], at: int) -> list[int]:
    """The numbers of the words of `pattern` where it begins at word number `at`."""
    element, rest = pattern[0], pattern[1:]
    if element.gap:
        return next(filter(None, (_match(rest, words, i) for i in _reached(element, words, at))), [])
    stands = at < len(words) and not element.words.isdisjoint(words[at].forms)
    if element.barred:
        return ([] if stands else _match(rest, words, at)) if rest else ([] if stands else [at - 1])
    if not stands or not rest:
        return [at] if stands else []
    further = _match(rest, words, at + 1)
    return [at, *further] if further else []


def _reached(gap: Element, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Where the words after a gap that begins at `at` may stand."""
    for i in range(at, min(at + gap.gap + 1, len(words))):
        if words[i].first:
            return
        yield i
        if gap.phrasal and words[i].outside:
            return


def _causes(doc: Doc, tokens: range) -> Iterator[int]:
    """The tokens that tell what people demonstrate or complain about: "against the killing", "to demand justice"."""
    inside = frozenset(tokens)
    for i in tokens:
        token = doc[i]
        above = lemma_of(token.head)
        against = token.dep_ == "prep" and token.lower_ in words_of("about")
        after = token.dep_ == "prep" and token.lower_ in words_of("occasioned") and above in words_of("demonstrating")
        wanted = token.dep_ in _CAUSES and above in words_of("demanding") and not _is_agent(token)
        if against or after or wanted:
            yield from (t.i for t in token.subtree if t.i in inside)


def _aside(doc: Doc, tokens: range) -> Iterator[int]:
    """The tokens that say in passing what somebody is accused of: "a man accused of killing"."""
    inside = frozenset(tokens)
    for i in tokens:
        token, above = doc[i], doc[i].head
        if token.dep_ == "prep" and lemma_of(above) in words_of("charging") and above.dep_ in _PASSING:
            yield from (t.i for t in token.subtree if t.i in inside)


def _is_agent(token: Token) -> bool:
    return token.dep_ == "prep" and token.lower_ == "by"
