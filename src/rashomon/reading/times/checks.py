"""What the neighbours of a match say against it: "may" the verb, 2,000 people, the fall of a city."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spacy.tokens import Span, Token

from rashomon.vocab.calendar import Match, grammar
from rashomon.vocab.data import read_list

_PACKAGE = "rashomon.reading.times"
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC"})
#: the least and the greatest year that a bare number is taken for when nothing but its form says so
_LIKELY_YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class Site:
    """A match where it stands: its tokens, and the words and tokens beside it ("" and None at a paragraph's ends)."""

    match: Match
    tokens: Span
    before: str
    after: str
    preceding: Token | None
    following: Token | None

    def word(self, slot: str) -> str:
        """The words of a slot, or ""."""
        return " ".join(w.text for w in self.match.slots.get(slot, ()))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_list(_PACKAGE, name))


def accepts(site: Site) -> bool:
    """Whether the match is a time expression where it stands."""
    check = _checks().get(site.match.rule)
    return _capitals(site) and (check is None or check(site))


def _capitals(site: Site) -> bool:
    """Names of months, days and holidays have capitals."""
    lexicon = grammar().lexicon
    return all(
        word.capital
        for word in site.match.words
        if any(lexicon.value(name, [word]) for name in ("month", "weekday", "weekday_short"))
    )


def _month(site: Site) -> bool:
    if site.match.rule == "month" and len(site.match) == 1:
        token = site.tokens[0]
        if token.pos_ in {"AUX", "VERB"} or _in_name(site):
            return False
    return True


def _in_name(site: Site) -> bool:
    """Whether the words are part of a longer name of something else ("the Sunday Times")."""
    first, following = site.tokens[0], site.following
    if first.ent_type_ not in _NAMES:
        return False
    return first.ent_iob_ == "I" or (following is not None and following.ent_iob_ == "I")


def _year(site: Site) -> bool:
    if len(site.match) > 1:
        return True
    if site.before in _words("numbered.txt"):
        return False
    following = site.following
    counts = following is not None and following.tag_ == "NNS"
    number = site.word("year")
    if not number.isdecimal():
        return site.before in _words("year_places.txt") and not counts
    likely = _LIKELY_YEARS[0] <= int(number) <= _LIKELY_YEARS[1]
    if counts:
        return likely and site.tokens[0].ent_type_ == "DATE"
    if site.before == "" or site.before in _words("year_places.txt"):
        return True
    return likely and site.tokens[0].ent_type_ in {"DATE", ""}


def _season(site: Site) -> bool:
    token = site.tokens[-1]
    if "year" in site.match.slots:
        return True
    if token.pos_ not in {"NOUN", "PROPN"} or _in_name(site):
        return False
    return not (site.word("season") in _words("turned_seasons.txt") and (site.after == "of" or len(site.match) == 1))


def _unit_the(site: Site) -> bool:
    unit = site.word("unit")
    if len(site.match) > 2:
        return unit not in _words("instants.txt")
    if unit == "day":
        return site.after in _words("sides.txt")
    return unit not in _words("short_units.txt") and site.after not in {"of", "-"}


def _unit_shift(site: Site) -> bool:
    return site.word("unit") not in _words("instants.txt")


def _duration(site: Site) -> bool:
    lexicon = grammar().lexicon
    count, unit = site.word("n"), site.word("unit")
    several = lexicon.value("units", site.match.slots["unit"]) is not None
    if unit in _words("doubtful_units.txt") or (unit == "quarters" and site.after == "of"):
        return False
    if count in lexicon.table("vague") and not several:
        return "-" in {w.text for w in site.match.words}
    if several and count in _words("articles.txt"):
        return False
    return site.before not in _words("recurring.txt")


def _units(site: Site) -> bool:
    unit = site.word("unit")
    return unit not in _words("loose_units.txt") and site.before not in {"-", "–"}


def _closed(site: Site) -> bool:
    """A direction that is no preposition."""
    if site.word("dir") in _words("sides.txt"):
        return site.after == "" or site.after in _words("closers.txt")
    return site.word("unit") not in _words("short_units.txt") or site.match.rule != "unit_beside"


def _ago(site: Site) -> bool:
    return _closed(site) and not (site.word("n") in _words("articles.txt") and site.word("unit") == "second")


def _frequency(site: Site) -> bool:
    token = site.tokens[0]
    return not (token.text[0].isupper() and not token.is_sent_start) and not _in_name(site)


def _reference(site: Site) -> bool:
    following = site.following
    nominal = following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}
    if site.word("reference") in _words("nominal_references.txt"):
        return not nominal
    if site.word("reference") == "current":
        return site.tokens[0].pos_ == "ADJ"
    return True


def _decade(site: Site) -> bool:
    return grammar().lexicon.value("decade_word", site.match.slots["decade"]) is None or site.tokens[0].lower_ == "the"


def _part_alone(site: Site) -> bool:
    token = site.tokens[-1]
    return not (token.pos_ == "PROPN" and not token.is_sent_start) and not _in_name(site)


def _named(site: Site) -> bool:
    return not _in_name(site)


def _each(site: Site) -> bool:
    return site.word("unit") not in _words("instants.txt") or site.word("each") != "per"


@cache
def _checks() -> Mapping[str, Callable[[Site], bool]]:
    return MappingProxyType(
        {
            "month": _month,
            "year": _year,
            "season": _season,
            "unit_the": _unit_the,
            "unit_shift": _unit_shift,
            "unit_stride": _unit_shift,
            "unit_window": _unit_shift,
            "unit_beside": _closed,
            "ago_beside": _ago,
            "ago": _ago,
            "units_beside": _closed,
            "duration": _duration,
            "units": _units,
            "frequency": _frequency,
            "reference": _reference,
            "decade": _decade,
            "part_alone": _part_alone,
            "weekday": _named,
            "each": _each,
        }
    )
