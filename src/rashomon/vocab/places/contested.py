"""What sides dispute of places: which name of one place belongs to whom, who administers it and who claims it, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from rashomon.errors import DataError
from rashomon.vocab.countries import by_alpha3
from rashomon.vocab.data import parse_table, read_text, rows
from rashomon.vocab.dates import check_period

_PACKAGE = "rashomon.vocab.places"
STATUSES = ("official", "in use", "exonym", "former", "self-declared")
#: the status by which a row of a user's file takes one of our names out
REMOVED = "removed"
RELATIONS = ("administers", "claims")
EXTENTS = ("", "part")
NAME_COLUMNS = ("place", "name", "used_by", "status", "since", "until", "source")
CONTROL_COLUMNS = ("place", "relation", "party", "extent", "since", "until", "source")
#: how many letters the code of a country has
_CODE = 3


@dataclass(frozen=True, slots=True)
class ContestedName:
    """One name of one place. `place` is the key that the names of a place share.

    `used_by` holds ISO alpha-3 codes and names of parties, `status` what the name is ("official", "former", "exonym",
    "in use", "self-declared"), `since` and `until` years or dates (ISO 8601), empty where unknown or open. It is
    background for a reader: a ledger's `names` say who uses a name only where the report does.
    """

    place: str
    name: str
    used_by: tuple[str, ...]
    status: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Control:
    """That a party administers a place, or claims it without holding all of it, from `since` until `until`.

    `party` is an ISO alpha-3 code or a name; `part` whether only a part of the place is meant.
    """

    place: str
    relation: str
    party: str
    part: bool
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class NameRows:
    """What a user's file says: names and control that are added, or take the place of ours; what of ours is taken out.

    `removed` holds the keys of places whose names of ours go, `removed_names` places with one name that goes.
    """

    names: tuple[ContestedName, ...] = ()
    control: tuple[Control, ...] = ()
    removed: frozenset[str] = frozenset()
    removed_names: frozenset[tuple[str, str]] = frozenset()
    removed_control: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ContestedPlaces:
    """All that is known of contested places, in the order of the files."""

    names: tuple[ContestedName, ...]
    control: tuple[Control, ...]

    @cached_property
    def names_by_place(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each place, by its key."""
        found: dict[str, dict[str, None]] = {}
        for row in self.names:
            found.setdefault(row.place, {})[row.name] = None
        return MappingProxyType({place: tuple(names) for place, names in found.items()})

    def with_rows(self, own: NameRows) -> ContestedPlaces:
        """These with a user's rows first: a name of a place takes the place of the same name of ours, a row on who holds
        a place that of all that we say on who holds it."""
        taken = {(row.place, row.name) for row in own.names} | own.removed_names
        held = {row.place for row in own.control} | own.removed_control
        names = (n for n in self.names if n.place not in own.removed and (n.place, n.name) not in taken)
        control = (c for c in self.control if c.place not in held)
        return ContestedPlaces((*own.names, *names), (*own.control, *control))


@cache
def contested() -> ContestedPlaces:
    """Our own files. Raises DataError where one breaks its rules."""
    names = _names(_table("contested.tsv", NAME_COLUMNS, ("place", "name", "used_by")), f"{_PACKAGE}/contested.tsv")
    control = _control(_table("control.tsv", CONTROL_COLUMNS, _CONTROL_KEY), f"{_PACKAGE}/control.tsv")
    strange = {row.place for row in control} - {row.place for row in names}
    if strange:
        raise DataError(f"{_PACKAGE}/control.tsv: no name is known of {', '.join(sorted(strange))}")
    return ContestedPlaces(tuple(names), tuple(control))


_CONTROL_KEY = ("place", "relation", "party", "extent", "since")


def read_names(text: str, shown: str) -> NameRows:
    """What a user's file says, `shown` being what messages call it: names, or, by its first line, who holds the places.

    Of the names, a row with nothing but a place takes our names of it out, one with the status "removed" one name. Of who
    holds them, a row with nothing but a place takes out what we say on it. Raises DataError with file and line where the
    file breaks the rules of our own.
    """
    if _first_line(text) == list(CONTROL_COLUMNS):
        table = parse_table(text, shown, CONTROL_COLUMNS, key=_CONTROL_KEY)
        gone = {row["place"] for n, row in table if _is_bare(row)}
        _check_known(table, shown, {c.place for c in contested().control}, gone)
        kept = [(n, row) for n, row in table if not _is_bare(row)]
        return NameRows(control=tuple(_control(kept, shown)), removed_control=frozenset(gone))
    table = parse_table(text, shown, NAME_COLUMNS, key=("place", "name", "used_by"))
    gone = {row["place"] for _, row in table if _is_bare(row)}
    _check_known(table, shown, set(contested().names_by_place), gone)
    single: set[tuple[str, str]] = set()
    for number, row in table:
        if row["status"] == REMOVED:
            if row["name"] not in contested().names_by_place.get(row["place"], ()):
                raise DataError(f"{shown}:{number}: we have no name {row['name']!r} of {row['place']!r} to take out")
            single.add((row["place"], row["name"]))
    kept = [(n, row) for n, row in table if not _is_bare(row) and row["status"] != REMOVED]
    return NameRows(
        names=tuple(_names(kept, shown)), removed=frozenset(gone), removed_names=frozenset(single)
    )  # fmt: skip


def _table(name: str, columns: tuple[str, ...], key: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    return parse_table(read_text(_PACKAGE, name), f"{_PACKAGE}/{name}", columns, key=key)


def _first_line(text: str) -> list[str]:
    return [cell.strip() for cell in next((line for _, line in rows(text)), "").split("\t")]


def _is_bare(row: dict[str, str]) -> bool:
    return bool(row["place"]) and not any(cell for column, cell in row.items() if column != "place")


def _check_known(table: Iterable[tuple[int, dict[str, str]]], shown: str, ours: set[str], gone: set[str]) -> None:
    for number, row in table:
        if _is_bare(row) and row["place"] in gone - ours:
            raise DataError(
                f"{shown}:{number}: a row with a place alone takes out what we have on it, and we have nothing on "
                f"{row['place']!r}"
            )


def _names(table: Iterable[tuple[int, dict[str, str]]], shown: str) -> list[ContestedName]:
    return [_name(f"{shown}:{number}", row) for number, row in table]


def _name(where: str, row: dict[str, str]) -> ContestedName:
    if not (row["place"] and row["name"] and row["source"]):
        raise DataError(f"{where}: place, name and source are needed")
    if row["status"] not in STATUSES:
        raise DataError(f"{where}: unknown status {row['status']!r}; it is one of {', '.join(STATUSES)}")
    users = tuple(u.strip() for u in row["used_by"].split("|") if u.strip())
    if not users:
        raise DataError(f"{where}: used_by is empty; say whose name it is")
    for user in users:
        _check_party(where, user)
    check_period(where, row)
    return ContestedName(
        row["place"], row["name"], users, row["status"], row["since"], row["until"], row["source"]
    )  # fmt: skip


def _control(table: Iterable[tuple[int, dict[str, str]]], shown: str) -> list[Control]:
    return [_hold(f"{shown}:{number}", row) for number, row in table]


def _hold(where: str, row: dict[str, str]) -> Control:
    if not (row["place"] and row["party"] and row["source"]):
        raise DataError(f"{where}: place, party and source are needed")
    if row["relation"] not in RELATIONS:
        raise DataError(f"{where}: unknown relation {row['relation']!r}; it is one of {', '.join(RELATIONS)}")
    if row["extent"] not in EXTENTS:
        raise DataError(f'{where}: unknown extent {row["extent"]!r}; it is "part", or empty for the whole place')
    _check_party(where, row["party"])
    check_period(where, row)
    return Control(
        row["place"], row["relation"], row["party"], bool(row["extent"]), row["since"], row["until"], row["source"]
    )  # fmt: skip


def _check_party(where: str, party: str) -> None:
    """Raises DataError where `party` looks like the code of a country and is none."""
    if len(party) == _CODE and party.isascii() and party.isupper() and not by_alpha3(party):
        raise DataError(f"{where}: {party!r} is no ISO 3166-1 alpha-3 code of a country")
