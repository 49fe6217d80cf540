"""Who hands on what another said: "state television quoted the army as saying that the town had fallen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.content import after_cue
from rashomon.reading.statements.verbs import cue_of
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import is_passive, phrase, subject, trim, verb_group

_THAT = frozenset({"that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: how many words the one who is quoted may have
_LONGEST = 25
#: the form hardly errs, and is too rare to fit a weight on
_CONFIDENCE = 0.8


def with_quoted(parsed: Parsed, found: Sequence[Attribution], quoted: Sequence[int]) -> list[Attribution]:
    """`found` in which who is quoted "as saying" is the source of what is said, and not who quotes. `quoted[i]` is negative
    where token i is outside quotation marks."""
    told = {a.head: a for a in found}
    for verb in parsed.doc:
        host = _relayer(verb) if quoted[verb.i] < 0 else None
        cue = cue_of(verb) if host is not None else None
        if host is None or cue is None:
            continue
        source = trim(parsed.doc, Stretch(host.i + 1, verb.i - 1))
        if source.end <= source.start:
            continue
        old = told.get(verb.i)
        told[verb.i] = Attribution(
            rule="relay",
            kind="indirect",
            source=source,
            cue=Stretch(verb.i - 1, verb.i + 1),
            content=after_cue(verb, cue) or (old.content if old is not None else []) or _rest(verb),
            stance=cue.stance,
            head=verb.i,
            confidence=_CONFIDENCE,
        )
    return sorted(told.values(), key=lambda a: a.head)


def relayers(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of those who quote, around those of `found` whom they quote."""
    for inner in found:
        host = _relayer(parsed.doc[inner.head]) if inner.rule == "relay" else None
        who = subject(host) if host is not None else None
        if host is None or who is None or not inner.content or inner.source is None or inner.cue is None:
            continue
        before = [part for part in inner.content if part.end <= host.i]
        whole = Stretch(inner.source.start, max([inner.cue.end, *(part.end for part in inner.content)]))
        yield Attribution(
            rule="relay",
            kind="indirect",
            source=phrase(who),
            cue=verb_group(host),
            content=[*before, whole],
            stance="affirm",
            head=host.i,
            confidence=_CONFIDENCE,
        )


def _rest(verb: Token) -> list[Stretch]:
    """What follows `verb` in its sentence, where that is a clause that the parser did not see as said."""
    rest = trim(verb.doc, Stretch(verb.i + 1, verb.sent.end), _THAT)
    return [rest] if any(verb.doc[i].tag_ in _FINITE for i in rest.tokens) else []


def _relayer(verb: Token) -> Token | None:
    """The verb that quotes, of a `verb` in "quoted the army as saying"."""
    if verb.tag_ != "VBG" or verb.i < verb.sent.start + 3 or verb.nbor(-1).lower_ != "as":
        return None
    for i in range(verb.i - 3, max(verb.sent.start, verb.i - _LONGEST) - 1, -1):
        token = verb.doc[i]
        if token.lemma_.lower() in words().relaying and token.pos_ == "VERB":
            return None if is_passive(token) else token
    return None
