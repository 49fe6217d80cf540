"""Mentions of times, in their order, to TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.records import Report, TimeMention, Timex
from rashomon.records.ids import record_id
from rashomon.resolving.times import clocks
from rashomon.resolving.times.answer import ERA, NO_RULE, NOT_A_DATE, Answer, Context, point, unknown
from rashomon.resolving.times.bare import bare
from rashomon.resolving.times.moment import Grain, Moment, period
from rashomon.resolving.times.rules import rules
from rashomon.resolving.times.story import is_story
from rashomon.vocab.calendar import UNKNOWN, Match, Word, grammar
from rashomon.vocab.data import read_list

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+[\"“‘(]?[A-Z]|\n\s*\n")
_JOINT = re.compile(r"\s*(?:[-–—,/]|to|and|or|through|until|[,]\s*and)\s*(?:\bin\s+)?", re.IGNORECASE)
#: for so many characters a text that spoke of a quarter of a year speaks of it still ("the quarter", "a year ago")
_SAME_QUARTER = 400
#: so many times in one enumeration are looked through for a year
_MOST_JOINED = 12
#: rules whose times do not move a story on
_ASIDE = frozenset({"ago", "ago_beside", "decade", "century", "day_ref", "unit_shift", "tonight"})
#: UCDP's date_prec by the number of days covered: one, two to six, a week, a month, a year
_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_TOO_WIDE = "wider than a year, for which UCDP has no precision"


@dataclass(slots=True)
class _Thread:
    """What the text has told so far."""

    last: Moment | None = None
    last_day: Moment | None = None
    told: Moment | None = None
    end: int = 0
    quarter: Moment | None = None
    quarter_end: int = 0


def resolve_times(report: Report, mentions: Sequence[TimeMention]) -> tuple[Timex, ...]:
    """One Timex for each mention, in order. What hangs on an unknown report date, or on a time that the text does not
    tell, stays without a value and says why."""
    lexicon = grammar().lexicon
    words = [_trimmed(lexicon.words(m.span.text)) for m in mentions]
    matches = [grammar().whole(w) for w in words]
    narrative = is_story(matches, report.date)
    thread = _Thread()
    found = []
    for n, mention in enumerate(mentions):
        later = matches[n + 1] if n + 1 < len(mentions) and _joined(report, mention, mentions[n + 1]) else None
        earlier = n > 0 and _joined(report, mentions[n - 1], mention)
        context = Context(
            today=report.date,
            tense=mention.tense,
            preposition=mention.preposition,
            last=thread.last,
            last_day=thread.last_day,
            told=thread.told,
            near=thread.last is not None and not _SENTENCE_END.search(report.text, thread.end, mention.span.start + 1),
            narrative=narrative,
            later=later,
            dated=_dated(report, mentions, matches, n),
            before=report.text[max(0, mention.span.start - 30) : mention.span.start],
            earlier=thread.last if earlier else None,
            after=report.text[mention.span.end : mention.span.end + 30],
            quarter=thread.quarter if mention.span.start - thread.quarter_end <= _SAME_QUARTER else None,
        )
        answer = _resolve(words[n], matches[n], context)
        _follow(thread, answer, matches[n], mention)
        found.append(_timex(report, mention, answer))
    return tuple(found)


def _trimmed(words: list[Word]) -> tuple[Word, ...]:
    """The words without marks at their end that the tokenizer did not part from them ("days?...")."""
    end = len(words)
    while end > 1 and words[end - 1].code == UNKNOWN:
        end -= 1
    return tuple(words[:end])


def _resolve(words: tuple[Word, ...], match: Match | None, context: Context) -> Answer:
    if match is None or (len(words) == 1 and words[0].text.isdecimal() and match.rule != "year"):
        return bare(words, context)
    rule = rules().get(match.rule)
    try:
        if rule is not None:
            return rule(match, context)
        if match.rule in {"week_of", "weekend_of"}:
            return _around(match, context)
        return clocks.joined(match, context, _inner)
    except (ValueError, OverflowError):
        return unknown("DATE", NOT_A_DATE)


def _inner(words: tuple[Word, ...], context: Context) -> Answer:
    match = grammar().whole(words)
    rule = rules().get(match.rule) if match else None
    return rule(match, context) if rule and match else unknown("DATE", NO_RULE)


def _around(match: Match, context: Context) -> Answer:
    """The week of March 6."""
    answer = _inner(match.slots["date"], context)
    if answer.moment is None:
        return answer
    return point(period(answer.moment.start, Grain.WEEK if match.rule == "week_of" else Grain.WEEKEND))


def _follow(thread: _Thread, answer: Answer, match: Match | None, mention: TimeMention) -> None:
    if answer.reason == ERA:
        thread.last = thread.last_day = thread.told = None
    if answer.moment is not None:
        thread.last, thread.end = answer.moment, mention.span.end
        if answer.moment.grain is Grain.DAY:
            thread.last_day = answer.moment
        if answer.moment.grain is Grain.QUARTER and (match is None or match.rule not in _ASIDE):
            thread.quarter, thread.quarter_end = answer.moment, mention.span.end
        if _goes_on(match, mention):
            thread.told = answer.moment


def _goes_on(match: Match | None, mention: TimeMention) -> bool:
    """Whether a story is now at this time; bounds, plans and looks back do not move it."""
    aside = match is not None and match.rule in _ASIDE
    return not aside and mention.tense != "future" and mention.preposition not in _bounds()


@cache
def _bounds() -> frozenset[str]:
    return frozenset(read_list("rashomon.resolving.times", "bounds.txt"))


def _dated(report: Report, mentions: Sequence[TimeMention], matches: Sequence[Match | None], n: int) -> Match | None:
    """The first of the times joined behind mention `n` that gives a year, which those before it share: "in May, June and
    July last year"."""
    for i in range(n, min(n + _MOST_JOINED, len(mentions) - 1)):
        match = matches[i + 1]
        if match is None or not _joined(report, mentions[i], mentions[i + 1]):
            return None
        if "year" in match.slots or ("shift" in match.slots and match.words[-1].text == "year"):
            return match
    return None


def _joined(report: Report, one: TimeMention, other: TimeMention) -> bool:
    gap = report.text[one.span.end : other.span.start]
    return len(gap) < 12 and _JOINT.fullmatch(gap) is not None


def _timex(report: Report, mention: TimeMention, answer: Answer) -> Timex:
    start = answer.moment.start if answer.moment else answer.start
    end = answer.moment.end if answer.moment else answer.end
    precision, reason = None, answer.reason
    if start and end:
        days = (end - start).days + 1
        precision = next((level for most, level in _PRECISION if days <= most), None)
        reason = reason or (_TOO_WIDE if precision is None else None)
    return Timex(
        id=record_id("ti", report.id, mention.span),
        span=mention.span,
        type=answer.type,
        value=answer.value,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        precision=precision,
        reason=reason,
    )
