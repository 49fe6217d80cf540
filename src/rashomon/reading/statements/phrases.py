"""Attributions whose cue is no verb: "according to X", "allegedly", "the claim by X that Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child, phrase, runs, trim

_CONFIDENCE = 0.6
_HEDGED = 0.4
_THAT = frozenset({"that"})
_ACCORDING = ("according", "to")


def from_phrases(parsed: Parsed, quoted: list[int]) -> Iterator[Attribution]:
    """The attributions of "according to", of adverbs and of nouns, outside quotation marks."""
    for token in parsed.doc:
        if quoted[token.i] >= 0:
            continue
        found = None
        if token.lower_ == _ACCORDING[0]:
            found = _according(token)
        elif token.lower_ in words().hedges:
            found = _hedged(token)
        elif token.pos_ == "NOUN" and token.lemma_ in words().nouns:
            found = _noun(token)
        if found is not None:
            yield found


def _according(token: Token) -> Attribution | None:
    if token.i + 1 >= len(token.doc) or token.nbor().lower_ != _ACCORDING[1]:
        return None
    link = token.nbor()
    noun = child(link, "pobj") or child(token, "pobj")
    if noun is None:
        return None
    source = _named_source(token, phrase(noun))
    whole = source.end == phrase(noun).end
    own = set(range(token.i, max(source.end, noun.right_edge.i + 1) if whole else source.end))
    sentence = token.sent
    host = _clause_around(token)
    numbers = [t.i for t in host.subtree] if host is not None else [t.i for t in sentence]
    if token.i == sentence.start or (host is not None and host.dep_ == "ROOT"):
        numbers = [t.i for t in sentence]
    doc = token.doc
    content = [s for s in (trim(doc, r) for r in runs(n for n in numbers if n not in own)) if s.end - s.start > 1]
    if not content:
        return None
    return Attribution(
        rule="phrase",
        kind="indirect",
        source=source,
        cue=Stretch(token.i, token.i + 2),
        content=content,
        stance="affirm",
        head=token.i,
        confidence=_CONFIDENCE,
    )


def _named_source(token: Token, source: Stretch) -> Stretch:
    """The source of a sentence that opens with "According to", cut at its comma where the parser ran on into the clause
    ("According to Mr Haddad, staff were told …")."""
    doc = token.doc
    after = doc[source.end] if source.end < len(doc) else None
    if token.i != token.sent.start or after is None or after.pos_ not in {"VERB", "AUX"}:
        return source
    comma = next((i for i in source.tokens if doc[i].text == ","), None)
    return Stretch(source.start, comma) if comma is not None and comma > source.start else source


def _clause_around(token: Token) -> Token | None:
    """The verb of the clause that `token` qualifies."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _hedged(token: Token) -> Attribution | None:
    clause = token.head if token.head.pos_ in {"VERB", "AUX"} else _clause_around(token)
    if clause is None:
        return None
    doc = token.doc
    content = [trim(doc, r) for r in runs(t.i for t in clause.subtree if t.i != token.i)]
    content = [c for c in content if c.end > c.start]
    if not content:
        return None
    return Attribution(
        rule="phrase",
        kind="indirect",
        source=None,
        cue=Stretch(token.i, token.i + 1),
        content=content,
        stance="affirm",
        head=token.i,
        confidence=_HEDGED,
    )


def _noun(noun: Token) -> Attribution | None:
    """With a source beside it, or a whole clause after it: a bare "claims of fraud" is nobody's."""
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
        owner = child(by, "pobj") if by is not None else None
    frames = words().nouns[noun.lemma_].frames
    if owner is None:
        frames = frozenset({"clause"}) if noun.lemma_ in words().sourceless else frozenset()
    held = _held(noun, frames)
    if held is None:
        return None
    return Attribution(
        rule="phrase",
        kind="indirect",
        source=phrase(owner) if owner is not None else None,
        cue=Stretch(noun.i, noun.i + 1),
        content=[held],
        stance=words().nouns[noun.lemma_].stance,
        head=noun.i,
        confidence=_HEDGED,
    )


def _held(noun: Token, frames: frozenset[str]) -> Stretch | None:
    for part in noun.rights:
        finite = part.dep_ in {"acl", "ccomp", "relcl"} and part.pos_ in {"VERB", "AUX"}
        opener = part.left_edge.lower_
        if (finite and "clause" in frames and opener == "that") or (finite and "inf" in frames and opener == "to"):
            return trim(noun.doc, Stretch(part.left_edge.i, part.right_edge.i + 1), _THAT)
        if part.dep_ == "prep" and part.lower_ in frames and (thing := child(part, "pobj", "pcomp")) is not None:
            return trim(noun.doc, Stretch(thing.left_edge.i, thing.right_edge.i + 1))
    return None
