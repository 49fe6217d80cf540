"""The word lists of furniture, as pieces of regular expressions.

Every pattern built from them is anchored or bounded in length, so that looking costs time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rashomon.vocab.data import read_list, read_table

_PACKAGE = "rashomon.intake.furniture"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name`.txt."""
    return frozenset(read_list(_PACKAGE, f"{name}.txt"))


@cache
def lowered(name: str) -> frozenset[str]:
    """The entries of the list `name`.txt in small letters."""
    return frozenset(word.casefold() for word in words(name))


@cache
def credit_roles() -> dict[str, str]:
    """What people did, by the phrase (in small letters) that opens their credit."""
    rows = read_table(_PACKAGE, "credit_roles.tsv", ("phrase", "role"), key=("phrase",))
    return {row["phrase"].casefold(): row["role"] for row in rows}


@cache
def one_of(name: str) -> str:
    """A group that matches any entry of the list `name`.txt, the longest first."""
    return alternatives(read_list(_PACKAGE, f"{name}.txt"))


def alternatives(entries: Iterable[str]) -> str:
    """A group that matches any of `entries`, the longest first, whatever spaces part their words."""
    escaped = sorted((re.escape(entry) for entry in entries), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(entry.replace(r"\ ", r"[ \t]+") for entry in escaped) + ")"


@cache
def date_pattern() -> str:
    """A date as datelines have it, after a weekday or not: "Oct 7", "Feb. 29, 2016", "22 January", "6 MAR 90",
    "Oct 12-13", "31st Dec."."""
    month = rf"(?i:{one_of('months')})\.?"
    year = r"(?:,?[ \t]+(?:\d{4}|'?\d{2}))?(?!\d)"
    weekday = rf"(?:(?i:{one_of('weekdays')})\.?,?[ \t]+)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?:[-–/]\d{1,2}(?:st|nd|rd|th)?)?"
    return rf"{weekday}(?:{month}[ \t]+{day}(?!\d)|{day}[ \t]+{month}){year}"
