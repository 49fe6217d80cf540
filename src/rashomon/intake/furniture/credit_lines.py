"""Credits: "(Reporting by A and B in X; Writing by C; Editing by D)", "AP writers X and Y contributed to this report."

They are read as badly made as they come: run together without spaces, with names missing, without the closing bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast, get_args

from rashomon.intake.furniture.names import name_pattern, separators
from rashomon.intake.furniture.words import alternatives, credit_roles, one_of
from rashomon.records import Credit, Span
from rashomon.records.report import CreditRole

_LONGEST = 600

Place = tuple[int, int]


def find_credits(text: str, start: int, end: int, *, last: bool) -> Iterator[tuple[Place, tuple[Credit, ...]]]:
    """The stretches of the paragraph `start` to `end` that give credits, with their credits.

    Credits with no bracket around them are looked for where the paragraph is one of the `last`.
    """
    for match in _bracket().finditer(text, start, end):
        yield match.span(), tuple(_segments(text, match.start() + 1, match.end()))
    if not last or end - start > _LONGEST:
        return
    if _bare().fullmatch(text, start, end):
        yield (start, end), tuple(_segments(text, start, end))
        return
    contributed = _contributed().search(text, start, end)
    if contributed and not _sentence_end().search(text, start, contributed.start()):
        names = _names(text[start : contributed.start()])
        yield (start, end), (Credit("additional reporting", names, Span.cut(text, start, end)),)


def find_sign_off(text: str, start: int, end: int) -> tuple[Place, tuple[Credit, ...]] | None:
    """The agency's name, or its desk's initials, with which the last paragraph ends ("Sapa-AFP /ab/cd"), or None."""
    tail = max(start, end - 80)
    match = _sign_off().search(text[tail:end])
    if match is None or (match.start() == 0 and tail > start):
        return None
    at = tail + match.start("sign")
    agency = match["agency"]
    return (at, end), ((Credit("other", (agency,), Span.cut(text, at, end)),) if agency else ())


def _segments(text: str, start: int, end: int) -> Iterator[Credit]:
    """The credits of a stretch: each begins at a role and ends where the next begins."""
    openings = list(_role().finditer(text, start, end))
    for number, opening in enumerate(openings):
        stop = openings[number + 1].start() if number + 1 < len(openings) else end
        while stop > opening.end() and (text[stop - 1].isspace() or text[stop - 1] in "()[];,"):
            stop -= 1
        role = credit_roles()[" ".join(opening.group("role").casefold().split())]
        yield Credit(_known(role), _names(text[opening.end() : stop]), Span.cut(text, opening.start(), stop))


def _names(stretch: str) -> tuple[str, ...]:
    """The names in a list of them, without the places ("in Baku") and the word for what they are ("AP writers")."""
    names = []
    for part in separators().split(stretch.strip(" \t\r\n:;.,()[]*_")):
        part = _descriptor().sub("", part)
        part = _place_behind().sub("", part).strip(" \t\r\n:;.,()[]*_")
        if part and part[0].isupper():
            names.append(" ".join(part.split()))
    return tuple(names)


def _known(role: str) -> CreditRole:
    """`role` as one of the roles that a record may have; any other is "other"."""
    return cast(CreditRole, role) if role in get_args(CreditRole) else "other"


@cache
def _role() -> re.Pattern[str]:
    """A role's phrase, even glued to the name before it: "ReutersWriting by"."""
    phrases = alternatives(credit_roles())
    return re.compile(rf"(?P<role>(?i:{phrases}))(?![a-z]):?[ \t]*")


@cache
def _bracket() -> re.Pattern[str]:
    """A bracket that opens with a role (its phrase has "by" or "from"), to where it closes or the paragraph ends."""
    phrases = alternatives(phrase for phrase in credit_roles() if phrase.endswith((" by", " from")))
    return re.compile(rf"[(\[][ \t]*(?i:{phrases})(?![a-z])[^()\n]{{0,{_LONGEST}}}(?:[)\]]|(?=\n)|\Z)?")


@cache
def _bare() -> re.Pattern[str]:
    """A paragraph of roles and names with no bracket around it. Every name must be one, so no sentence is taken."""
    phrases = alternatives(credit_roles())
    name = name_pattern()
    outlet = one_of("agencies")
    who = rf"(?:{name}|{outlet})(?:[ \t]+(?:in|at)[ \t]+[A-Z][\w'’-]*(?:[ \t]+[A-Z][\w'’-]*){{0,2}})?"
    people = rf"{who}(?:(?:,?[ \t]+and[ \t]+|[ \t]*[,&][ \t]*){who}){{0,9}}"
    role = rf"(?i:{phrases})(?![a-z]):?[ \t]*"
    return re.compile(rf"[*_ \t]*{role}{people}(?:[;,.|]?[ \t]*{role}(?:{people})?){{0,6}}[.;]?")


@cache
def _contributed() -> re.Pattern[str]:
    """What ends a line of thanks: "contributed to this report from Nairobi."."""
    return re.compile(rf"[ \t](?i:{one_of('contribution_ends')})(?:[ \t]+from[ \t]+[^.\n]{{2,80}})?\.?\Z")


@cache
def _sentence_end() -> re.Pattern[str]:
    """A full stop that is no initial's: then the line holds more than thanks."""
    return re.compile(r"[a-z]{2}[.!?]\s")


@cache
def _descriptor() -> re.Pattern[str]:
    """ "Associated Press writers " before the first name."""
    return re.compile(rf"^[^,;]{{0,60}}?\b(?i:{one_of('writer_nouns')})[ \t]+(?=[A-Z])")


@cache
def _place_behind() -> re.Pattern[str]:
    return re.compile(r"\s+(?:in|at|from|IN)\s+.*$", re.DOTALL)


@cache
def _sign_off() -> re.Pattern[str]:
    """Behind a sentence and up to the end of the text: an agency, desk initials parted by strokes, a mark."""
    desk = r"\(?/?[a-z]{1,5}(?:-[a-z]{2,5})?(?:/[a-z]{1,5}){1,6}\)?"
    agency = rf"(?P<agency>{one_of('agencies')})"
    sign = rf"(?P<sign>{agency}(?:\s+{desk})?|{one_of('trailing_marks')}|{desk})"
    return re.compile(rf"(?:\A|(?<=[.!?\"'”’)])\s+|(?<=\n)){sign}\Z")
