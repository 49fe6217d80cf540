"""From a noun phrase to what it says: person, named body, plain noun, pronoun or document."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.actors.lexicon import Gender, genders, marks, pronouns, word_list
from rashomon.reading.actors.names import Folded, Name, Names
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.records import ActorKind
from rashomon.vocab.actors import ActorNoun, nouns

#: dependencies by which a name belongs to the noun that it stands beside
_BESIDE = frozenset({"appos", "compound", "nmod", "flat", "amod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed report with its folded words and its names."""

    parsed: Parsed
    folded: Folded
    names: Names


def analyse(text: Text, stretch: Stretch, head: Token) -> Phrase:
    """What the noun phrase `stretch`, ruled by `head`, says."""
    sort = pronouns().get(head.lower_)
    if sort and _is_pronoun(head, stretch):
        return Phrase(stretch, head.i, "pronoun", pronoun=sort)
    titled = _described(text, stretch, head)
    person = _person(text, stretch, head, titled)
    if person:
        return _person_phrase(text, stretch, head, person, titled)
    named = _name_of(text, stretch, head)
    if named is None and _noun(text, head) is None and head.lemma_.lower() in word_list("documents"):
        return _document(text, stretch, head)
    if named and named.sort in ("state", "capital", "people"):
        return _state_phrase(text, stretch, head, named)
    if named:
        return _named_phrase(text, stretch, head, named)
    return _nominal(text, stretch, head)


def _is_pronoun(head: Token, stretch: Stretch) -> bool:
    short = stretch.end - stretch.start <= 2 or head.pos_ == "PRON"
    return short and (head.pos_ in ("PRON", "DET", "SCONJ") or head.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$", "DT"))


def _described(text: Text, stretch: Stretch, head: Token) -> list[tuple[Stretch, ActorNoun]]:
    """The nouns of the table in a stretch, each as its tokens, not those inside a prepositional phrase."""
    found = []
    folded, at = text.folded, text.folded.first[stretch.end]
    first = text.folded.first[stretch.start]
    while at > first:
        size, some = nouns().ending(folded.words[first:at], at - first) if at > first else (0, ())
        if size:
            tokens = Stretch(folded.tokens[at - size], folded.tokens[at - 1] + 1)
            found.append((tokens, some[0]))
            at -= size
        else:
            at -= 1
    return found[::-1]


def _person(text: Text, stretch: Stretch, head: Token, described: list[tuple[Stretch, ActorNoun]]) -> Stretch | None:
    """The bare name of the person that the phrase is, without titles, or None."""
    for name in text.names.within(stretch):
        if name.sort == "person" and _belongs(text.parsed, name.stretch, head):
            bare = _bare(text, name.stretch)
            if bare:
                return bare
    run = _proper_run(text, stretch, head)
    if run is None:
        return None
    bare = _bare(text, run)
    if bare is None:
        return None
    before = [noun for tokens, noun in described if tokens.end == bare.start and noun.sort == "title"]
    known = text.names.over[bare.start]
    sure = known is not None and known.sort in ("known", "state") and known.stretch.end >= bare.end
    if before and not sure and len(bare.tokens) <= 5:
        return bare
    return None


def _belongs(parsed: Parsed, name: Stretch, head: Token) -> bool:
    """Whether a name is the head of a phrase, or stands beside it."""
    if head.i in name.tokens:
        return True
    token = parsed.doc[name.start : name.end].root
    for _ in range(4):
        if token.dep_ not in _BESIDE:
            return False
        if token.dep_ in ("compound", "nmod", "amod", "npadvmod") and token.head.pos_ not in ("PROPN",):
            return False
        token = token.head
        if token.i == head.i:
            return True
    return False


def _proper_run(text: Text, stretch: Stretch, head: Token) -> Stretch | None:
    """The proper nouns that end at the head or at its apposition."""
    doc = text.parsed.doc
    for end in (head, *(c for c in head.children if c.dep_ == "appos" and c.i < stretch.end)):
        if end.pos_ != "PROPN":
            continue
        start, stop = end.i, end.i + 1
        while start > stretch.start and (doc[start - 1].pos_ == "PROPN" or doc[start - 1].text in "-."):
            start -= 1
        while stop < stretch.end and doc[stop].pos_ == "PROPN":
            stop += 1
        return Stretch(start, stop)
    return None


def _bare(text: Text, run: Stretch) -> Stretch | None:
    """A run of proper nouns without the titles, peoples and bodies at its front; None when nothing is left."""
    doc, folded = text.parsed.doc, text.folded
    start, end = run
    while end > start and doc[end - 1].tag_ == "POS":
        end -= 1
    for cut in range(end - 1, start, -1):
        at = folded.first[cut]
        if at <= folded.first[start]:
            continue
        window = folded.words[folded.first[start] : at]
        size, some = nouns().ending(window, len(window))
        if size and some[0].sort == "title" and doc[cut].text[0].isalpha():
            start = cut
            break
    while start < end and (doc[start].is_punct or not doc[start].text[0].isalpha()):
        start += 1
    if start >= end:
        return None
    if start == run.start and end - start == 1:
        size, some = nouns().ending(folded.under(Stretch(start, end)), 1) if folded.under(Stretch(start, end)) else (0, ())
        if size and text.names.over[start] is None:
            return None
    return Stretch(start, end)


def _person_phrase(
    text: Text, stretch: Stretch, head: Token, name: Stretch, described: list[tuple[Stretch, ActorNoun]]
) -> Phrase:
    titles = tuple(dict.fromkeys(noun.noun for tokens, noun in described if noun.human and not tokens.meets(name)))
    outside = [t for t in stretch.tokens if t not in name.tokens]
    return Phrase(
        stretch, head.i, "person", "person", name, [name],
        gender=_gender(text, stretch, name, titles), nouns=titles, traits=_traits(text, stretch, outside),
        mark="definite",
    )  # fmt: skip


def _gender(text: Text, stretch: Stretch, name: Stretch | None, titles: tuple[str, ...]) -> Gender | None:
    table = genders()
    for title in titles:
        for word in title.split():
            if word in table:
                return table[word]
    if name and len(name.tokens) > 1:
        for word in text.folded.under(name)[:1]:
            return table.get(word)
    for word in text.folded.under(Stretch(stretch.start, name.start if name else stretch.end)):
        if word in ("mr", "mrs", "ms", "miss"):
            return table[word]
    return None


def _name_of(text: Text, stretch: Stretch, head: Token) -> Name | None:
    """The name that the phrase is: over its head, or the head's apposition or compound when the noun is a mere kind."""
    over = text.names.over[head.i]
    if over and stretch.holds(over.stretch):
        return over
    for child in head.children:
        name = text.names.over[child.i] if stretch.start <= child.i < stretch.end else None
        if name is None or not stretch.holds(name.stretch) or head.i in name.stretch.tokens:
            continue
        noun = _noun(text, head)
        body = noun is not None and noun.sort == "body"
        if child.dep_ == "appos" and (noun is None or not noun.human) and name.sort not in ("people", "place"):
            return name
        if child.dep_ in ("compound", "nmod") and body and name.sort in ("known", "organisation", "group"):
            return name if name.stretch.end == head.i else None
    return None


def _noun(text: Text, head: Token) -> ActorNoun | None:
    """The table's noun that ends at a token."""
    folded = text.folded
    end = folded.first[head.i + 1]
    start = max(folded.first[head.sent.start], end - 5)
    if end <= start:
        return None
    window = folded.words[start:end]
    size, some = nouns().ending(window, len(window))
    if size:
        return some[0]
    size, some = nouns().ending((head.lemma_.lower(),), 1)
    return some[0] if size else None


def _document(text: Text, stretch: Stretch, head: Token) -> Phrase:
    """A statement, a report: whoever made it."""
    phrase = _nominal(text, stretch, head)
    phrase.form = "document"
    for child in head.children:
        if child.dep_ == "poss":
            phrase.maker = _subtree(child, stretch)
        elif child.dep_ == "prep" and child.lower_ in ("by", "from", "of", "on", "in"):
            phrase.maker = phrase.maker or _object(child, stretch)
        elif child.dep_ == "acl":
            agents = [c for c in child.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"]
            phrase.maker = phrase.maker or (_object(agents[0], stretch) if agents else None)
    if phrase.maker is None:
        before = text.names.over[head.i - 1] if head.i > stretch.start else None
        if before and before.sort in ("known", "organisation") and stretch.holds(before.stretch):
            phrase.maker = before.stretch
    return phrase


def _object(preposition: Token, stretch: Stretch) -> Stretch | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            return _subtree(child, stretch)
    return None


def _subtree(token: Token, stretch: Stretch) -> Stretch | None:
    start, end = max(token.left_edge.i, stretch.start), min(token.right_edge.i + 1, stretch.end)
    while end > start and token.doc[end - 1].tag_ in ("POS", ",", "."):
        end -= 1
    return Stretch(start, end) if start <= token.i < end else None


def _state_phrase(text: Text, stretch: Stretch, head: Token, name: Name) -> Phrase:
    plural = name.sort == "people" and head.tag_ in ("NNS", "NNPS")
    if plural and len(stretch.tokens) >= 1:
        phrase = _nominal(text, stretch, head)
        phrase.kind, phrase.plural, phrase.mark = "people", True, None
        return phrase
    return Phrase(
        stretch, head.i, "named", "state", name.stretch, [name.stretch], name.key, name.usual,
        traits=frozenset({name.key}), mark="definite",
    )  # fmt: skip


def _named_phrase(text: Text, stretch: Stretch, head: Token, name: Name) -> Phrase:
    noun = _noun(text, head) or _noun(text, text.parsed.doc[name.stretch.end - 1])
    kind: ActorKind = name.kind
    if kind == "unknown" and noun and not noun.human:
        kind = noun.kind
    if kind == "unknown" and name.sort == "organisation":
        kind = "organisation"
    outside = [t for t in stretch.tokens if t not in name.stretch.tokens]
    return Phrase(
        stretch, head.i, "named", kind, name.stretch, [name.stretch], name.key, name.usual,
        plural=head.tag_ == "NNS", nouns=_head_nouns(text, head, noun), traits=_traits(text, stretch, outside),
        mark="definite",
    )  # fmt: skip


def _head_nouns(text: Text, head: Token, noun: ActorNoun | None) -> tuple[str, ...]:
    last = head.lemma_.lower() if head.tag_ in ("NNS", "NNPS") else "".join(text.folded.under(Stretch(head.i, head.i + 1)))
    return tuple(dict.fromkeys(n for n in (last, noun.noun if noun else "", noun.noun.split()[-1] if noun else "") if n))


def _nominal(text: Text, stretch: Stretch, head: Token) -> Phrase:
    noun = _noun(text, head)
    plural = head.tag_ in ("NNS", "NNPS") or (noun is not None and noun.sort == "persons")
    state = _state_body(text, stretch, head)
    if state:
        return state
    kind: ActorKind = "unknown"
    if noun:
        kind = noun.kind if plural or not noun.human else "person"
    outside = [t for t in stretch.tokens if t != head.i]
    nouns_ = _head_nouns(text, head, noun)
    appositions = [c for c in head.children if c.dep_ == "appos" and c.i < stretch.end]
    for child in appositions:
        nouns_ += _head_nouns(text, child, _noun(text, child))
    return Phrase(
        stretch, head.i, "nominal", kind, plural=plural, gender=_gender(text, stretch, None, nouns_),
        nouns=nouns_, traits=_traits(text, stretch, outside), mark=_mark(text, stretch, head),
    )  # fmt: skip


def _state_body(text: Text, stretch: Stretch, head: Token) -> Phrase | None:
    """ "the Azerbaijani government", "the Armenian side": the state itself."""
    if head.lower_ not in word_list("state_bodies"):
        return None
    for name in text.names.within(stretch):
        if name.sort in ("people", "state", "capital") and name.stretch.end in (head.i, head.i - 1):
            between = [t for t in range(name.stretch.end, head.i) if text.parsed.doc[t].tag_ != "POS"]
            if not between:
                return Phrase(
                    stretch, head.i, "named", "state", name.stretch, [name.stretch], name.key, name.usual,
                    nouns=("government",), traits=frozenset({name.key}), mark="definite",
                )  # fmt: skip
    return None


def _mark(text: Text, stretch: Stretch, head: Token) -> str | None:
    table = marks()
    found = None
    for i in range(stretch.start, head.i + 1):
        token = text.parsed.doc[i]
        if token.dep_ in ("det", "nummod", "amod", "advmod", "quantmod") and token.lower_ in table:
            mark = table[token.lower_]
            if mark == "another" and found == "definite":
                continue
            found = mark if found is None or mark == "another" else found
        elif token.tag_ in ("PRP$", "POS", "WP$") and found is None:
            found = "definite"
        elif token.like_num and found is None:
            found = "indefinite"
    return found


def _traits(text: Text, stretch: Stretch, tokens: list[int]) -> frozenset[str]:
    """The content words among `tokens`, folded; those of a sure name count as its key."""
    found: set[str] = set()
    for i in tokens:
        token = text.parsed.doc[i]
        name = text.names.over[i]
        if name and name.key:
            found.add(name.key)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") and not token.is_stop:
            found.update(text.folded.under(Stretch(i, i + 1)))
    return frozenset(found)
