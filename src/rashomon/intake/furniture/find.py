"""Finds a report's furniture: all that stands around its prose."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.intake.furniture import credit_lines, headings, page_lines, photos
from rashomon.intake.furniture.head import find_head, take_known_title
from rashomon.intake.furniture.pieces import Furniture
from rashomon.intake.lines import ends_sentence
from rashomon.intake.paragraphs import Paragraph

#: credits without a bracket are looked for in so many last paragraphs
_TAIL = 6
#: so many section heads, or lines of a letterhead, may follow one another
_HEADS = 4


def find_furniture(text: str, paragraphs: Sequence[Paragraph], title: str | None) -> Furniture:
    """The furniture of `text`, whose paragraphs are `paragraphs`. `title` is the title where it is known already."""
    found = Furniture()
    rest = _page_lines(text, paragraphs, found)
    if title:
        rest = take_known_title(text, rest, title, found)
    rest = find_head(text, rest, found, guess_title=not title)
    rest = _sign_offs(text, rest, found)
    rest = _credits(text, rest, found)
    _section_heads(text, rest, found)
    found.credits.sort(key=lambda credit: credit.span)
    return found


def _page_lines(text: str, paragraphs: Sequence[Paragraph], found: Furniture) -> list[Paragraph]:
    """Takes out navigation, notices and time stamps, with the heads that stand behind stamps; returns the rest."""
    bare = sum(page_lines.has_stamp(text, *paragraph) for paragraph in paragraphs) > 1
    rest: list[Paragraph] = []
    for number, (start, end) in enumerate(paragraphs):
        stamp = page_lines.stamp_end(text, start, end, bare=bare)
        if page_lines.is_page_line(text, start, end) or stamp == end:
            found.cut(start, end)
        elif stamp is None:
            rest.append((start, end))
        elif _is_entry_head(text, stamp, end, paragraphs[number + 1 : number + 2]):
            found.cut(start, end)
        else:
            found.cut(start, stamp)
            rest.append((stamp, end))
    return rest


def _is_entry_head(text: str, start: int, end: int, below: Sequence[Paragraph]) -> bool:
    """Whether what stands behind a time stamp heads the entry `below`, if there is one, and is no entry itself."""
    if not below or not headings.may_be_head(text, start, end, quoted=True):
        return False
    return headings.is_prose(text, *below[0]) and not page_lines.has_stamp(text, *below[0])


def _sign_offs(text: str, rest: list[Paragraph], found: Furniture) -> list[Paragraph]:
    """Takes out what the last paragraphs are signed with."""
    rest = list(rest)
    for _ in range(2):
        if not rest:
            break
        start, end = rest[-1]
        sign = credit_lines.find_sign_off(text, start, end)
        if sign is None:
            break
        (sign_start, sign_end), made = sign
        found.credits.extend(made)
        found.cut(sign_start, sign_end)
        while sign_start > start and text[sign_start - 1].isspace():
            sign_start -= 1
        rest[-1:] = [(start, sign_start)] if sign_start > start else []
    return rest


def _credits(text: str, rest: list[Paragraph], found: Furniture) -> list[Paragraph]:
    """Cuts credits, of words and of photographs; returns the paragraphs that are not credits as a whole."""
    left = []
    for number, (start, end) in enumerate(rest):
        whole = False
        for (cut_start, cut_end), made in credit_lines.find_credits(text, start, end, last=number >= len(rest) - _TAIL):
            found.credits.extend(made)
            found.cut(cut_start, cut_end)
            whole = whole or (cut_start, cut_end) == (start, end)
        if whole:
            continue
        left.append((start, end))
        for (cut_start, cut_end), credit in photos.find_photo_credits(text, start, end):
            if not any(cut_start < other_end and other_start < cut_end for other_start, other_end in found.cuts[-4:]):
                found.credits.append(credit)
                found.cut(cut_start, cut_end)
    return left


def _section_heads(text: str, rest: Sequence[Paragraph], found: Furniture) -> None:
    """Cuts short lines over prose that end in no full stop, behind a finished sentence or below other furniture.

    At the very start of a text they are cut where they are in capitals: the letterhead of a communiqué.
    """
    first_cut = min((start for start, _ in found.cuts), default=len(text))
    below = False
    heads: list[bool] = []
    for number in range(len(rest) - 1, -1, -1):
        is_head = below and headings.may_be_head(text, *rest[number])
        heads.append(is_head)
        below = is_head or headings.is_prose(text, *rest[number])
    heads.reverse()
    run = 0
    for number, (start, end) in enumerate(rest):
        run = run + 1 if heads[number] else 0
        if number == 0:
            under = first_cut < start or text[start:end].isupper()
        else:
            under = heads[number - 1] or ends_sentence(text, *rest[number - 1])
        if run and under and run <= _HEADS:
            found.cut(start, end)
        elif run:
            heads[number] = False
