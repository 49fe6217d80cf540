"""Finds time expressions: rules over words propose, the parse and the neighbours dispose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rashomon.reading.drafts import TimeDraft
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.times.checks import Site, accepts
from rashomon.reading.times.tense import tense_of
from rashomon.vocab.calendar import UNKNOWN, Grammar, Match, Word, grammar


def find_times(parsed: Parsed) -> list[TimeDraft]:
    """The time expressions of a report, in order; none overlaps another. Span conventions are TimeML's: no preposition,
    no possessive "'s", but with article and modifiers ("early", "more than")."""
    rules = grammar()
    stretches = (s for paragraph in parsed.paragraphs for s in _in_paragraph(parsed, paragraph, rules))
    return [_draft(parsed, stretch) for stretch in stretches]


def _in_paragraph(parsed: Parsed, paragraph: Stretch, rules: Grammar) -> Iterator[Stretch]:
    """The stretches of one paragraph. A word that the tokenizer joins to others is widened to its whole token."""
    tokens = parsed.doc[paragraph.start : paragraph.end]
    offset = tokens.start_char
    begins = [t.idx - offset for t in tokens]
    words = rules.lexicon.words(tokens.text)
    free = 0
    for found in _choose(parsed, paragraph, words, begins, rules):
        start = paragraph.start + bisect_right(begins, found[0].start) - 1
        end = paragraph.start + bisect_right(begins, found[-1].end - 1)
        if start >= free:
            free = end
            yield Stretch(start, end)


def _choose(
    parsed: Parsed, paragraph: Stretch, words: list[Word], begins: list[int], rules: Grammar
) -> Iterator[tuple[Word, ...]]:
    codes = "".join(w.code for w in words)
    free = 0
    for start, code in enumerate(codes):
        if start < free or code == UNKNOWN:
            continue
        chain = rules.chain(words, codes, start)
        sites = (_site(parsed, paragraph, words, begins, start, m) for m in rules.at(words, codes, start))
        single = next((site.match for site in sites if accepts(site)), None)
        if chain is not None and (single is None or len(chain) > len(single)):
            yield from chain.slots.values()
            free = start + len(chain)
        elif single is not None:
            yield single.words
            free = start + len(single)


def _site(parsed: Parsed, paragraph: Stretch, words: list[Word], begins: list[int], start: int, match: Match) -> Site:
    first = paragraph.start + bisect_right(begins, match.words[0].start) - 1
    last = paragraph.start + bisect_right(begins, match.words[-1].end - 1)
    after = start + len(match)
    return Site(
        match=match,
        tokens=parsed.doc[first:last],
        before=words[start - 1].text if start else "",
        after=words[after].text if after < len(words) else "",
        following=parsed.doc[last] if last < paragraph.end else None,
        preceding=parsed.doc[first - 1] if first > paragraph.start else None,
    )


def _draft(parsed: Parsed, stretch: Stretch) -> TimeDraft:
    doc = parsed.doc
    before = doc[stretch.start - 1] if stretch.start and not doc[stretch.start].is_sent_start else None
    placed = before is not None and before.pos_ in {"ADP", "SCONJ"}
    preposition = before.text.lower() if before is not None and placed else None
    return TimeDraft(stretch, tense_of(doc[stretch.start : stretch.end].root), preposition)
