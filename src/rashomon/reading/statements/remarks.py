"""General remarks on verification, which reach statements that they do not name: "Reuters could not verify battlefield
assertions from either side"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.reading.actors import Cast
from rashomon.reading.drafts import Attribution, Check, EventMention
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.words import words
from rashomon.vocab.countries import countries

#: how many paragraphs back "either account" reaches
_PARAGRAPHS = 4
#: types of events that happen at the hands of armed force
_FORCE = frozenset({"ASSAULT", "COERCE"})


def spread_remarks(parsed: Parsed, found: Sequence[Attribution], events: Sequence[EventMention], cast: Cast) -> None:
    """Marks as unverified what a general remark reaches: each statement of a belligerent that affirms the use of force
    and that nobody has checked by name. The remark answers them all."""
    remarks = [i for i, a in enumerate(found) if _is_general(parsed, a)]
    if not remarks:
        return
    force = [e for e in events if e.type in _FORCE]
    told = sorted(e.head for e in force if not (e.modality.hypothetical or e.modality.future))
    sides = _Sides(parsed, force, cast)
    for number in remarks:
        remark = found[number]
        just_told = _is_of_both(parsed, remark)
        reached = [
            i
            for i, a in enumerate(found)
            if a.stance == "affirm" and a.verification is None and a.source is not None and _tells(a, told)
            if (_is_near(parsed, a, remark) if just_told else sides.has(a))
        ]
        for i in reached:
            found[i].verification = Check(
                "unverified", remark.source, remark.cue or Stretch(remark.head, remark.head + 1)
            )
        remark.answers = sorted({*remark.answers, *reached})


def _is_of_both(parsed: Parsed, remark: Attribution) -> bool:
    """Whether a remark is of the accounts just told: "could not verify either account"."""
    return any(parsed.doc[i].lower_ in words().both for part in remark.content for i in part.tokens)


def _is_near(parsed: Parsed, attribution: Attribution, remark: Attribution) -> bool:
    return 0 <= parsed.paragraph_of[remark.head] - parsed.paragraph_of[attribution.head] <= _PARAGRAPHS


class _Sides:
    """Who fights in the report: the actors of its events of force, and whoever is of their countries."""

    def __init__(self, parsed: Parsed, force: Sequence[EventMention], cast: Cast) -> None:
        self._parsed = parsed
        self._cast = cast
        doers = [phrase for e in force for phrase in e.actors]
        # who is struck is a side where it is a country; a hospital is none
        struck = [phrase for e in force for phrase in e.recipients if self._named(phrase)]
        self._actors = {i for phrase in (*doers, *struck) for i in cast.of(phrase)}
        self._countries = {code for phrase in (*doers, *struck) for code in self._named(phrase)}
        self._own = sorted(phrase.start for phrase in doers if parsed.doc[phrase.start].tag_ == "PRP$")

    def has(self, attribution: Attribution) -> bool:
        """Whether the source of a statement is a belligerent, speaks for one, or tells of forces of its own."""
        source = attribution.source
        if source is None:
            return False
        if self._actors.intersection(self._cast.of(source)) or self._countries.intersection(self._named(source)):
            return True
        return _tells(attribution, self._own)

    def _named(self, phrase: Stretch) -> set[str]:
        """The countries (ISO alpha-3) whose names or demonyms stand in a phrase."""
        names = _country_words()
        return {names[w] for i in phrase.tokens if (w := self._parsed.doc[i].text) in names}


@cache
def _country_words() -> dict[str, str]:
    """Names and demonyms of one word to ISO alpha-3."""
    return {word: c.alpha3 for c in countries() for word in (c.name, *c.aliases, *c.demonyms)}


def _is_general(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether a statement leaves open the claims of several, or of nobody named ("claims by either side")."""
    if attribution.stance != "open" or attribution.cue is None:
        return False
    verb = parsed.doc[attribution.head]
    verifying = {verb.lemma_.lower()} | {c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp"}
    if not verifying & words().verifying.keys():
        return False
    tokens = [parsed.doc[i] for part in attribution.content for i in part.tokens]
    several = _is_of_both(parsed, attribution)
    owned = not several and any(_is_owned(t) for t in tokens)
    return not owned and any((several or t.tag_ == "NNS") and t.lemma_.lower() in words().answered for t in tokens)


def _is_owned(noun: Token) -> bool:
    """Whether claims are somebody's ("Russia's claims", "her account", "claims by the rebels"), and so no general ones."""
    if noun.lemma_.lower() not in words().answered:
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in {"by", "from"}) for c in noun.children)


def _tells(attribution: Attribution, heads: Sequence[int]) -> bool:
    """Whether one of `heads` (sorted) stands in the content."""
    for part in attribution.content:
        at = bisect_left(heads, part.start)
        if at < len(heads) and heads[at] < part.end:
            return True
    return False
