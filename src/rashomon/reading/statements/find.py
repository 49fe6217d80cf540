"""The statements of a report: source, cue, content, and how they stand to each other."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.drafts import Attribution
from rashomon.reading.learned import Learned
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.joining import joined
from rashomon.reading.statements.neighbours import cited, part_siblings
from rashomon.reading.statements.order import in_order
from rashomon.reading.statements.phrases import from_phrases
from rashomon.reading.statements.quotations import Quotation, find_quotations
from rashomon.reading.statements.quoting import set_kinds, take_quotations
from rashomon.reading.statements.relays import relayers, with_quoted
from rashomon.reading.statements.verbs import from_verbs, is_mute, is_naming
from rashomon.reading.statements.words import words


def find_statements(parsed: Parsed, learned: Learned | None = None) -> list[Attribution]:
    """All statements of the report, in the order of their heads; without `learned` those that the grammar finds alone.

    `within` and `follows` of the drafts are indices into the list that is returned. What answers what is `link_answers`,
    which wants to know who the speakers are.
    """
    ordered = by_grammar(parsed) if learned is None else joined(parsed, learned)
    ordered = _with_words(parsed, ordered)
    set_kinds(parsed, ordered, find_quotations(parsed))
    _nest(parsed, ordered)
    return _without_names(parsed, ordered)


def by_grammar(parsed: Parsed) -> list[Attribution]:
    """What the grammar finds, in the order of heads, before it is told what stands inside what and answers what."""
    quotations = find_quotations(parsed)
    quoted = _quoted(parsed, quotations)
    found = sorted([*from_verbs(parsed, quoted), *from_phrases(parsed, quoted)], key=lambda a: a.head)
    found = _one_per_content(found)
    found = sorted([*found, *cited(parsed, found)], key=lambda a: a.head)
    part_siblings(parsed, found)
    found = with_quoted(parsed, found, quoted)
    take_quotations(parsed, quotations, found)
    around = list(relayers(parsed, found))
    heads = {a.head for a in around}
    kept = [a for a in found if (a.content or a.stance == "open") and a.head not in heads]
    return in_order([*kept, *around], found)


def _quoted(parsed: Parsed, quotations: list[Quotation]) -> list[int]:
    """For each token the number of the quotation that it stands in, or -1. Words that are quoted singly still count as
    the narrator's, since cues do not hide in them."""
    at = [-1] * len(parsed.doc)
    for number, quotation in enumerate(quotations):
        for i in quotation.stretch.tokens:
            at[i] = number
    return at


def _one_per_content(found: list[Attribution]) -> list[Attribution]:
    """Drops what says again what a neighbour says: a cue inside another's cue ("declined to comment")."""
    kept: list[Attribution] = []
    for attribution in found:
        rivals = [
            k for k in kept[-3:] if k.cue is not None and attribution.cue is not None and k.cue.meets(attribution.cue)
        ]
        if not rivals:
            kept.append(attribution)
    return kept


def _with_words(parsed: Parsed, found: list[Attribution]) -> list[Attribution]:
    """Drops parts of contents that hold no word (a quotation mark that belongs to a neighbour), what has none left, and what
    only looks like speech ("asked not to be named")."""
    for a in found:
        a.content = [part for part in a.content if any(not _is_mark(parsed.doc[i]) for i in part.tokens)]
    kept = [a for a in found if (a.content or a.stance == "open") and not is_mute(parsed.doc[a.head])]
    return kept if len(kept) == len(found) else in_order(kept, found)


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space or token.is_quote


def _without_names(parsed: Parsed, found: list[Attribution]) -> list[Attribution]:
    """Drops "what he called X" where it stands in his own statement, which then holds it already."""
    named = [a.within is not None and _is_own_name(parsed, a) for a in found]
    if not any(named):
        return found
    kept = in_order((a for a, drop in zip(found, named, strict=True) if not drop), found)
    _nest(parsed, kept)
    return kept


def _is_own_name(parsed: Parsed, attribution: Attribution) -> bool:
    if not is_naming(parsed.doc[attribution.head]) or attribution.source is None:
        return False
    return parsed.doc[attribution.source.start].pos_ == "PRON"


def _nest(parsed: Parsed, found: list[Attribution]) -> None:
    """Sets `within`: the smallest content around a statement's cue and source is by whom it is quoted.

    Contents are short and heads sorted, so a window of neighbours is enough and time stays linear.
    """
    for i, inner in enumerate(found):
        near = range(max(0, i - 12), min(len(found), i + 13))
        around = [(size, j) for j in near if j != i and (size := _holds(found[j], inner)) is not None]
        inner.within = min(around)[1] if around else _citing(parsed, found, near, i)


def _citing(parsed: Parsed, found: list[Attribution], near: range, i: int) -> int | None:
    """The attribution that cites the source of attribution `i` for its own content."""
    if parsed.doc[found[i].head].lemma_.lower() not in words().citing:
        return None
    return next((j for j in near if j < i and _share(found[j], found[i])), None)


def _share(one: Attribution, other: Attribution) -> bool:
    return any(a.meets(b) for a in one.content for b in other.content)


def _holds(outer: Attribution, inner: Attribution) -> int | None:
    """The length of the part of `outer` that holds the cue of `inner`, or None."""
    cue = inner.cue or Stretch(inner.head, inner.head + 1)
    return next((part.end - part.start for part in outer.content if part.holds(cue)), None)
