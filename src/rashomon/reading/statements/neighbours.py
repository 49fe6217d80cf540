"""Statements of one sentence that lean on each other: who is cited, and where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.verbs import cue_of, is_naming, sentence_relative
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child, phrase, trim

_CONFIDENCE = 0.5
#: how many attributions before one may hold it
_WINDOW = 4
_LINKS = frozenset({"and", "but", "while", "though", "although", "whereas", "as", "that"})


def cited(parsed: Parsed, found: list[Attribution]) -> Iterator[Attribution]:
    """ "…, MENA said, citing the ministry": the ministry says what MENA says."""
    at = {a.head: a for a in found}
    for token in parsed.doc:
        if token.lemma_.lower() not in words().citing or token.tag_ != "VBG":
            continue
        thing = child(token, "dobj")
        host = at.get(token.head.i) or _of_source(found, token) or _in_sentence(parsed, found, token)
        if thing is None or host is None:
            continue
        host.content = [_after_citing(parsed, part, token, phrase(thing)) for part in host.content]
        if not host.content or any(part.holds(Stretch(token.i, token.i + 1)) for part in host.content):
            continue
        yield Attribution(
            rule="citing",
            kind="indirect",
            source=phrase(thing),
            cue=Stretch(token.i, token.i + 1),
            content=list(host.content),
            stance="affirm",
            head=token.i,
            confidence=_CONFIDENCE,
        )


def _of_source(found: list[Attribution], token: Token) -> Attribution | None:
    """Whose source the citing belongs to: "the paper, quoting doctors, said …"."""
    return next((a for a in found if a.source is not None and a.source.start <= token.head.i < a.source.end), None)


def _after_citing(parsed: Parsed, part: Stretch, token: Token, thing: Stretch) -> Stretch:
    """A content without the words about whom its speaker cites, where it begins with them: "reported, citing two
    officials, that …"."""
    after = thing.end + 1 if thing.end < part.end and parsed.doc[thing.end].is_punct else thing.end
    return Stretch(after, part.end) if part.start in (token.i - 1, token.i) and after < part.end else part


def _in_sentence(parsed: Parsed, found: list[Attribution], token: Token) -> Attribution | None:
    sentence = parsed.sentence(token)
    before = [a for a in found if sentence.start <= a.head < token.i]
    return before[-1] if before else None


def part_siblings(parsed: Parsed, found: list[Attribution]) -> None:
    """Ends the content of a statement where a sibling of its cue begins: "said that A, adding that B", "said A and
    thanked B", "said A while C confirmed B". The parser often hangs the sibling inside the content."""
    for i, inner in enumerate(found):
        verb = parsed.doc[inner.head]
        if cue_of(verb) is None and verb.lemma_.lower() not in words().withheld:
            continue
        for outer in found[max(0, i - _WINDOW) : i]:
            saying = parsed.doc[outer.head]
            if cue_of(saying) is None or saying.sent.start != verb.sent.start or outer.head >= inner.head:
                continue
            joined_elsewhere = verb.dep_ == "conj" and verb.head != saying and cue_of(verb.head) is not None
            if is_naming(saying) or joined_elsewhere:
                continue
            start = _sibling_start(saying, verb, inner)
            if start is not None:
                outer.content = [part for part in (_cut(parsed, c, start, inner.head) for c in outer.content) if part]
                if child(verb, "nsubj") is None:
                    inner.source = phrase(saying.head) if saying.dep_ == "relcl" else outer.source


def _sibling_start(outer: Token, verb: Token, inner: Attribution) -> int | None:
    """Where a sibling of `outer` begins, or None when `verb` is no sibling."""
    doc = verb.doc
    own = child(verb, "nsubj")
    start = min(inner.cue.start if inner.cue else verb.i, own.left_edge.i if own is not None else verb.i)
    before = doc[start - 1] if start else None
    if before is None:
        return None
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in words().answered:
        edge = verb.head.left_edge.i
        return edge if edge and doc[edge - 1].is_punct else None
    if (which := sentence_relative(verb)) is not None:
        return which.i
    if outer.dep_ == "relcl" and own is None and before.text == "," and verb.tag_ != "VBG":
        return start
    if verb.tag_ == "VBG" and before.text == ",":
        return start
    if own is None and verb.dep_ == "conj" and verb.tag_ == outer.tag_ == "VBD" and before.lower_ in {"and", "but"}:
        # "said the road was shut and thanked …", but not "said soldiers entered the town, burned a house and accused …"
        return start - 1 if verb.head == outer or not _is_told_of(verb.head) else None
    if own is not None and verb.dep_ == "advcl" and before.lower_ in _LINKS and before.lower_ != "that":
        return start - 1
    return None


def _is_told_of(verb: Token) -> bool:
    """Whether a verb tells of a deed in the tense of the telling, so that what is joined to it goes on with its subject."""
    return verb.tag_ == "VBD" and verb.pos_ == "VERB" and cue_of(verb) is None


def _cut(parsed: Parsed, part: Stretch, start: int, head: int) -> Stretch | None:
    if not part.start <= head < part.end:
        return part
    if part.start >= start:
        return None
    cut = trim(parsed.doc, Stretch(part.start, start), _LINKS)
    return cut if cut.end > cut.start else None
