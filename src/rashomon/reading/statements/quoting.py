"""Gives quotations to the attributions that introduce them, and a statement of its own to each that has none."""

from __future__ import annotations

from bisect import bisect_left

from rashomon.reading.drafts import Attribution
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.quotations import Quotation
from rashomon.reading.syntax import trim
from rashomon.records import StatementKind

#: a quotation of fewer words, with no cue, is a scare quote
_SCARE = 4
#: how many tokens may lie between a quotation and the cue that brings it
_NEAR = 25
_BARE = 0.4
_QUOTED = 0.85


def take_quotations(parsed: Parsed, quotations: list[Quotation], found: list[Attribution]) -> None:
    """Extends the content of `found` (sorted by cue) to whole quotations, adds statements for quotations that go on with
    no cue of their own, and sets `kind`."""
    heads = [a.head for a in found]
    bare: list[Attribution] = []
    last: int | None = None
    for quotation in quotations:
        owner = _holding(found, heads, quotation) if found else None
        if owner is None and found:
            owner = _introducing(parsed, found, heads, quotation)
        if owner is None and quotation.words >= _SCARE:
            owner = _in_sentence(parsed, found, heads, quotation)
        if owner is not None:
            _extend(found[owner], quotation.stretch, heads)
            last = owner
        elif last is not None and _goes_on(parsed, found[last], quotation):
            found[last].content.append(quotation.stretch)
        elif quotation.words >= _SCARE and (quotation.resumes or _is_paragraph(parsed, quotation)):
            bare.append(_bare(quotation, last))
    for attribution in found:
        attribution.content = _joined(attribution.content)
    found += bare
    set_kinds(parsed, found, quotations)
    for attribution in found:
        if attribution.kind == "direct" and attribution.cue is not None:
            attribution.confidence = max(attribution.confidence, _QUOTED)


def set_kinds(parsed: Parsed, found: list[Attribution], quotations: list[Quotation]) -> None:
    """Says of each whether its content stands in quotation marks, wholly, in part, or not."""
    starts = [q.stretch.start for q in quotations]
    for attribution in found:
        attribution.kind = _kind(parsed, attribution, quotations, starts)


def _holding(found: list[Attribution], heads: list[int], quotation: Quotation) -> int | None:
    """The nearest attribution whose content shares words with the quotation and whose cue stands outside it."""
    stretch = quotation.stretch
    low, high = bisect_left(heads, stretch.start - 4 * _NEAR), bisect_left(heads, stretch.end + 4 * _NEAR)
    near = [i for i in range(low, high) if any(part.meets(stretch) for part in found[i].content)]
    near = [i for i in near if not stretch.start <= found[i].head < stretch.end]
    return min(near, key=lambda i: _gap(heads[i], stretch), default=None)


def _introducing(parsed: Parsed, found: list[Attribution], heads: list[int], quotation: Quotation) -> int | None:
    """The nearest attribution that still lacks content and stands beside the quotation in its paragraph."""
    stretch = quotation.stretch
    paragraph = parsed.paragraph_of[stretch.start]
    low, high = bisect_left(heads, stretch.start - _NEAR), bisect_left(heads, stretch.end + _NEAR)
    near = [i for i in range(low, high) if not found[i].content and parsed.paragraph_of[heads[i]] == paragraph]
    near = [i for i in near if _adjoins(parsed, found[i], stretch)]
    return min(near, key=lambda i: _gap(heads[i], stretch), default=None)


def _in_sentence(parsed: Parsed, found: list[Attribution], heads: list[int], quotation: Quotation) -> int | None:
    """The last attribution before the quotation in its sentence ("One was crushed, he said, while “two were shot”")."""
    sentence = parsed.sentence(quotation.stretch.start)
    at = bisect_left(heads, quotation.stretch.start) - 1
    return at if at >= 0 and heads[at] >= sentence.start and found[at].content else None


def _adjoins(parsed: Parsed, attribution: Attribution, stretch: Stretch) -> bool:
    """Whether no sentence ends between the cue and the quotation (one that ends inside the marks does not count)."""
    between = (
        range(attribution.head, stretch.start)
        if attribution.head < stretch.start
        else range(stretch.end, attribution.head)
    )
    return not any(parsed.doc[i].text in {".", "!", "?"} for i in between)


def _goes_on(parsed: Parsed, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether a quotation goes straight on after "…,” she said." in the same paragraph."""
    if not attribution.content or quotation.words < _SCARE - 1:
        return False
    start = quotation.stretch.start
    reach = max([attribution.head, *(part.end for part in attribution.content)])
    same = parsed.paragraph_of[start] == parsed.paragraph_of[attribution.head]
    opens = (
        start == 0 or parsed.doc[start].is_sent_start or parsed.doc[start - 1].is_punct or quotation.words > 2 * _SCARE
    )
    quoted = any(parsed.doc[part.start].is_quote for part in attribution.content)
    return same and opens and quoted and start - reach < _NEAR


def _is_paragraph(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether the quotation opens its paragraph or is a sentence of its own."""
    doc, start = parsed.doc, quotation.stretch.start
    paragraph = parsed.paragraphs[parsed.paragraph_of[start]]
    rest = Stretch(quotation.stretch.end, paragraph.end)
    return (start == paragraph.start or bool(doc[start].is_sent_start)) and (
        trim(doc, rest).end <= trim(doc, rest).start or bool(doc[rest.start].is_sent_start)
    )


def _bare(quotation: Quotation, last: int | None) -> Attribution:
    return Attribution(
        rule="quotation",
        kind="direct",
        source=None,
        cue=None,
        content=[quotation.stretch],
        stance="affirm",
        head=quotation.stretch.start,
        follows=last,
        confidence=_BARE,
    )


def _extend(attribution: Attribution, quotation: Stretch, heads: list[int]) -> None:
    """Lets the content hold the whole quotation, as far as that swallows no further cue before the marks."""
    meeting = [part for part in attribution.content if part.meets(quotation)]
    start = min([quotation.start, *(part.start for part in meeting)])
    end = max([quotation.end, *(part.end for part in meeting)])
    outside = [h for h in heads[bisect_left(heads, start) : bisect_left(heads, end)] if h not in quotation.tokens]
    held = [h for h in outside if any(part.start <= h < part.end for part in meeting)]
    before = [h for h in outside if h < quotation.start and h != attribution.head and h not in held]
    if start <= attribution.head < end or before:
        start, end = quotation
    kept = [part for part in attribution.content if part not in meeting]
    attribution.content = sorted([*kept, Stretch(start, end)])


def _joined(content: list[Stretch]) -> list[Stretch]:
    """Stretches that touch or overlap, joined."""
    out: list[Stretch] = []
    for part in sorted(content):
        if out and part.start <= out[-1].end:
            out[-1] = Stretch(out[-1].start, max(out[-1].end, part.end))
        else:
            out.append(part)
    return out


def _gap(head: int, stretch: Stretch) -> int:
    return min(abs(head - stretch.start), abs(head - stretch.end + 1))


def _kind(parsed: Parsed, attribution: Attribution, quotations: list[Quotation], starts: list[int]) -> StatementKind:
    inside = outside = 0
    for part in attribution.content:
        covered = 0
        at = max(0, bisect_left(starts, part.start) - 1)
        while at < len(quotations) and quotations[at].stretch.start < part.end:
            shared = quotations[at].stretch
            covered += max(0, min(part.end, shared.end) - max(part.start, shared.start))
            at += 1
        inside += covered
        outside += sum(not parsed.doc[i].is_punct for i in part.tokens) and part.end - part.start - covered
    if not inside:
        return "indirect"
    return "direct" if outside <= 1 else "mixed"
