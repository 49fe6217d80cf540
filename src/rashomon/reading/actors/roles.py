"""Offices and affiliations that the text gives a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from rashomon.reading.actors.entities import Entity
from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.tenures import day_of, headed, limits
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch
from rashomon.records import Role
from rashomon.vocab.actors import nouns


def roles_of(text: Text, entity: Entity) -> list[Role]:
    """The roles that the phrases of a person name, each once: before the name, beside it, and in "who was …"."""
    if entity.kind != "person":
        return []
    found: dict[tuple[str, str | None, str | None, str | None], Role] = {}
    for phrase in entity.phrases:
        if phrase.form == "person" and phrase.name:
            since, until = headed(text, text.parsed.doc[phrase.name.end - 1], again=True)
            before = [
                replace(r, since=r.since or since, until=r.until or until) for r in _before(text, phrase, phrase.name)
            ]
            for role in (*before, *_beside(text, phrase)):
                found.setdefault((role.title.lower(), role.of, role.since, role.until), role)
    return list(found.values())


def _before(text: Text, phrase: Phrase, name: Stretch) -> Iterator[Role]:
    """ "Armenian Prime Minister Nikol Pashinyan", "the church's spokesman, Rev. Paul …": the words before the name."""
    doc = text.parsed.doc
    start, end = phrase.stretch.start, name.start
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    comma = next((i for i in range(end - 1, start, -1) if doc[i].text == ","), None)
    for piece in [Stretch(start, end)] if comma is None else [Stretch(start, comma), Stretch(comma + 1, end)]:
        for office in _offices(text, piece):
            yield from _titled(text, office)


def _offices(text: Text, piece: Stretch) -> Iterator[Stretch]:
    """The offices that "and" joins before a name, where each ends in a title: "Foreign Minister and Deputy Premier"."""
    doc, start = text.parsed.doc, piece.start
    for i in piece.tokens:
        if doc[i].pos_ == "CCONJ" and all(
            _title_tokens(text, Stretch(*ends)) for ends in ((start, i), (i + 1, piece.end))
        ):
            yield Stretch(start, i)
            start = i + 1
    yield Stretch(start, piece.end)


def _titled(text: Text, piece: Stretch) -> Iterator[Role]:
    """The title and affiliation of a stretch that ends in a title, or has one before "of"."""
    doc = text.parsed.doc
    piece = _trimmed(text, piece)
    cut = next((i for i in piece.tokens if doc[i].lower_ in word_list("serving") and i > piece.start), piece.end)
    front = Stretch(piece.start, cut)
    tail = 2 if _is_chosen(text, front) else 0
    size = _title_tokens(text, Stretch(front.start, front.end - tail))
    size = size + tail if size else 0
    if not size or set(text.folded.under(Stretch(front.end - size, front.end))) <= word_list("courtesy"):
        return
    title = Stretch(front.end - size, front.end)
    of = _owner(text, Stretch(front.start, title.start))
    if of is None and cut < piece.end:
        of = _words(text, _trimmed(text, Stretch(cut + 1, _end_of_owner(text, Stretch(cut + 1, piece.end)))))
    if of is None or _owner_is_adjective(text, Stretch(front.start, title.start)):
        title = Stretch(_after_owner(text, front, title), title.end)
    title = Stretch(_before_title(text, title, front.start), title.end)
    since, until = limits(text, doc[title.end - 1])
    held = _tenure_before(text, Stretch(front.start, title.start))
    yield Role(f"{held}{text.parsed.of(title).text}", of, since, until, text.parsed.of(piece))


def _is_chosen(text: Text, front: Stretch) -> bool:
    """Whether a stretch ends in "-elect" or "-designate"."""
    last = text.parsed.doc[front.end - 1]
    return len(front.tokens) > 2 and last.lower_ in word_list("chosen") and text.parsed.doc[last.i - 1].text == "-"


def _end_of_owner(text: Text, stretch: Stretch) -> int:
    """Where whose office it is ends: before the words that tell how long it was held."""
    limits_ = word_list("since") | word_list("since_before") | word_list("until")
    return next((i for i in stretch.tokens if i > stretch.start and text.parsed.doc[i].lower_ in limits_), stretch.end)


def _tenure_before(text: Text, before: Stretch) -> str:
    """ "former " in "the former U.S. ambassador", where whose office it is stands between the two."""
    first = _trimmed(text, before).start
    if first + 1 < before.end and text.names.over[first + 1] and text.parsed.doc[first].lower_ in word_list("tenure"):
        return f"{text.parsed.doc[first].text} "
    return ""


def _title_tokens(text: Text, front: Stretch) -> int:
    """How many tokens at the end of a stretch make up a person's title; several titles in a row count as one."""
    folded, end = text.folded, front.end
    while end > front.start:
        window = folded.words[folded.first[front.start] : folded.first[end]]
        size, some = nouns().ending(window, len(window)) if window else (0, ())
        if text.parsed.doc[end - 1].tag_ == "POS":  # "the president's brother"
            break
        if size and some[0].sort == "title":
            end = folded.tokens[folded.first[end] - size]
        elif end < front.end and text.parsed.doc[end - 1].text in ("-", "."):
            end -= 1
        else:
            break
    return front.end - end


def _after_owner(text: Text, front: Stretch, title: Stretch) -> int:
    """Where the title begins when adjectives that are no name stand before it ("former", "chief")."""
    start = title.start
    while start > front.start and text.names.over[start - 1] is None and text.parsed.doc[start - 1].pos_ == "ADJ":
        start -= 1
    return start


def _before_title(text: Text, title: Stretch, start: int) -> int:
    """Where the title begins with the words before it that tell whether it is held now: "ex-", "then-", "acting"."""
    doc, at = text.parsed.doc, title.start
    while at > 0:
        before = at - 1
        if doc[before].text == "-" and before > 0:
            before -= 1
        elif at <= start:
            break
        if doc[before].lower_ not in word_list("tenure"):
            break
        at = before
    return at


def _owner_is_adjective(text: Text, stretch: Stretch) -> bool:
    return bool(stretch.tokens) and text.names.over[stretch.end - 1] is None


def _owner(text: Text, stretch: Stretch) -> str | None:
    """Whose office it is: the state that a people's name tells, or the name or words before the title."""
    names = text.names.within(stretch) if stretch.start < stretch.end else []
    if not names:
        return _possessor(text, stretch)
    last = names[-1]
    return last.usual if last.sort == "people" and last.usual else _words(text, last.stretch)


def _possessor(text: Text, stretch: Stretch) -> str | None:
    """Whose it is by a possessive without a name in it: "the rebel group's leader"."""
    mark = next((i for i in reversed(stretch.tokens) if text.parsed.doc[i].tag_ == "POS"), None)
    return _words(text, _trimmed(text, Stretch(stretch.start, mark))) if mark is not None else None


def _beside(text: Text, phrase: Phrase) -> Iterator[Role]:
    """Appositions and relative clauses: ", leader of the …", ", a banker who was a minister until February"."""
    doc = text.parsed.doc
    assert phrase.name is not None
    for at in sorted({phrase.head, phrase.name.end - 1}):
        token = doc[at]
        for child in token.children:
            if child.dep_ == "appos" and child.i >= phrase.name.end:
                for office in (child, *_joined(child)):
                    yield from _of_noun(text, office)
                    yield from _relative(text, office)
        yield from _relative(text, token)


def _joined(noun: Token) -> Iterator[Token]:
    """The further offices of a list: "a deputy of … and since 2018 a senator"."""
    for child in noun.children:
        if child.dep_ == "conj" and child.i > noun.i and child.pos_ in ("NOUN", "PROPN"):
            yield child
            yield from _joined(child)


def _of_noun(text: Text, noun: Token) -> Iterator[Role]:
    since, until = headed(text, noun)
    for role in _titled(text, Stretch(noun.left_edge.i, _end_of(noun))):
        yield Role(role.title, role.of, role.since or since, role.until or until, role.span)


def _end_of(noun: Token) -> int:
    """The end of a noun's own phrase with its "of" and "in", before any clause."""
    clauses = [
        c.left_edge.i
        for c in noun.children
        if c.i > noun.i and c.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct")
    ]
    return min([noun.right_edge.i + 1, *clauses])


def _relative(text: Text, token: Token) -> Iterator[Role]:
    for clause in token.children:
        if clause.dep_ == "relcl" and clause.lemma_ in word_list("holding_as") | word_list("leaving"):
            yield from _as_office(text, clause)
        if clause.dep_ == "relcl" and clause.lemma_ in word_list("holding"):
            for child in clause.children:
                if child.dep_ == "attr":
                    since, until = limits(text, clause)
                    if clause.lemma_ in word_list("beginning"):
                        since = since or day_of(text, clause)
                    for role in _of_noun(text, child):
                        yield Role(role.title, role.of, role.since or since, role.until or until, role.span)


def _as_office(text: Text, clause: Token) -> Iterator[Role]:
    """ "who served as mayor until 2016", "who resigned as mayor last week": the latter's day is when it ended."""
    since, until = limits(text, clause)
    if clause.lemma_ in word_list("leaving"):
        since, until = None, until or day_of(text, clause)
    below = (*clause.children, *(c for p in clause.children if p.dep_ in ("prep", "prt") for c in p.children))
    for preposition in below:
        if preposition.dep_ == "prep" and preposition.lower_ == "as":
            for noun in (c for c in preposition.children if c.dep_ == "pobj"):
                for role in _of_noun(text, noun):
                    yield Role(role.title, role.of, role.since or since, role.until or until, role.span)


def _trimmed(text: Text, stretch: Stretch) -> Stretch:
    doc, (start, end) = text.parsed.doc, stretch
    while start < end and (doc[start].pos_ == "DET" or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return Stretch(start, end)


def _words(text: Text, stretch: Stretch) -> str | None:
    return text.parsed.of(stretch).text if stretch.start < stretch.end else None
