"""Lines of a page or a live blog that are not prose: time stamps, navigation, rights, date lines, end marks."""

from __future__ import annotations

import re
from functools import cache

from rashomon.intake.furniture.words import date_pattern, lowered, one_of, words

_LONGEST = 200


def is_page_line(text: str, start: int, end: int) -> bool:
    """Whether the paragraph `start` to `end` as a whole is surely no prose of the report."""
    if end - start > _LONGEST:
        return False
    line = text[start:end]
    if line in words("end_marks") or line.rstrip(":. ").casefold() in lowered("navigation_lines"):
        return True
    if _opening().match(line) and not line.endswith("."):
        return True
    return bool(_notice().match(line) or _date_line().fullmatch(line) or _rule().fullmatch(line))


def stamp_end(text: str, start: int, end: int, *, bare: bool) -> int | None:
    """Where the time stamp that opens a paragraph ends ("10:42 GMT - "), or None.

    `bare`: a time with neither zone nor "am" counts too, because others in the text stand the same way.
    """
    match = _stamp().match(text, start, min(end, start + 40))
    if match is None or not (match["parted"] or match.end() == end):
        return None
    return match.end() if bare or match["zone"] or match["noon"] else None


def has_stamp(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens with a time as a live blog's entries do, zone or no zone."""
    match = _stamp().match(text, start, min(end, start + 40))
    return bool(match and (match["parted"] or match.end() == end))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(one_of("navigation_openings"))


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(rf"{one_of('notices')}(?!\w)")


@cache
def _date_line() -> re.Pattern[str]:
    """A date, with a label before it and a time behind it or not, and nothing else."""
    clock = rf"\d{{1,2}}[:.h]?\d{{2}}(?:[ \t]*[aApP]\.?[mM]\.?)?(?:[ \t]*(?:{one_of('time_zones')}))?"
    time = rf"(?:[ \t,|–—-]*(?:at[ \t]+)?{clock})?"
    slashes = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
    label = rf"(?i:{one_of('date_labels')}):?[ \t]*"
    ago = rf"{label}\d{{1,2}}[ \t]+(?:minute|hour|day)s?[ \t]+ago"
    return re.compile(rf"(?:{label})?(?:{date_pattern()}|{slashes}){time}|{ago}")


@cache
def _rule() -> re.Pattern[str]:
    """A line of dashes, stars or strokes; a desk's initials; a wire's own stamp."""
    desk, stamp = r"[a-z]{2,5}(?:-[a-z]{2,5})?(?:/[a-z]{2,5})+", r"\d{2}-\d{2}-\d{2} \d{4}[A-Z]{3}"
    return re.compile(rf"[-_*=~#•·–—\s]+|{desk}|{stamp}")


@cache
def _stamp() -> re.Pattern[str]:
    zone = rf"(?P<zone>[ \t]*(?:{one_of('time_zones')})(?!\w))?"
    clock = r"\d{1,2}[:.h]\d{2}(?!\d)(?P<noon>[ \t]*[aApP]\.?[mM]\.?)?"
    parted = r"(?:[ \t]*\([^()\n]{1,20}\))?(?P<parted>[ \t]*[-–—:|][ \t]+|[ \t]*[–—|][ \t]*)?"
    return re.compile(rf"\[?{clock}{zone}\]?{parted}")
