"""The register: bodies, groups and people that reports name, under all their names; ours, and a user's beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast, get_args

from rashomon.errors import DataError
from rashomon.records import ActorKind
from rashomon.vocab.actors.folding import words
from rashomon.vocab.actors.phrases import Phrases
from rashomon.vocab.countries import by_alpha3
from rashomon.vocab.data import parse_table, read_list, read_text
from rashomon.vocab.dates import check_period, lasts
from rashomon.vocab.plover import sectors

_PACKAGE = "rashomon.vocab.actors"
_PEOPLE = "people.tsv"
COLUMNS = ("id", "name", "aliases", "kind", "country", "sector", "wikidata", "since", "until")
#: kinds that the program gives and no file may
_OWN_KINDS = frozenset({"narrator"})
_WIKIDATA = re.compile(r"(?:Q[1-9]\d*)?")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One row of the register. `id` is its key there.

    `country` is ISO 3166-1 alpha-3 and `sector` PLOVER's three letters, each empty where it does not apply or is not
    known. `since` and `until` are ISO years, months or days: when the name was borne; of a person, when the office was
    held. `lasting` names are still given to what is no more ("the Soviet Union"). `users`: the row is of the user's file.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str
    sector: str
    wikidata: str
    since: str
    until: str
    lasting: bool = False
    users: bool = False

    def existed(self, day: str) -> bool:
        """Whether the actor bore its name on an ISO date (or in an ISO year)."""
        return lasts(self.since, self.until, day)

    def named_on(self, day: str | None) -> bool:
        """Whether a report of `day` that gives the name means this actor; without a day, it may."""
        return day is None or lasts(self.since, "" if self.lasting else self.until, day)


@dataclass(frozen=True, slots=True)
class ActorRows:
    """What a user's file says: rows to be added or put in the place of ours, and ids of ours to be taken out."""

    rows: tuple[KnownActor, ...] = ()
    removed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Known actors by the folded words of their names: `phrases` bodies and groups, `people` persons with their offices."""

    rows: tuple[KnownActor, ...]
    phrases: Phrases[KnownActor]
    people: Phrases[KnownActor]

    @classmethod
    def of(cls, rows: Iterable[KnownActor]) -> Register:
        """The register of `rows`; where actors share a name, their order is that of the rows."""
        rows = tuple(rows)
        bodies, people = (_index(r for r in rows if (r.kind == "person") == person) for person in (False, True))
        return cls(rows, bodies, people)

    def find(self, name: str, *, day: str | None = None, country: str | None = None) -> KnownActor | None:
        """The actor that `name` names, or None. See `choose`."""
        return self.choose(self.phrases.get(words(name)), day=day, country=country)

    def with_rows(self, own: ActorRows) -> Register:
        """This register with a user's rows first, which take the place of those with their ids."""
        taken = {known.id for known in own.rows} | own.removed
        return Register.of([*own.rows, *(known for known in self.rows if known.id not in taken)])

    def forms_of(self, person: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """All names of the one person whom `person` names, as folded words; none where it may be several."""
        some = self.people.get(person)
        if not some or len({known.name for known in some}) > 1:
            return ()
        return tuple(key for known in some for key in _keys(known))

    @staticmethod
    def choose(
        some: tuple[KnownActor, ...], *, day: str | None = None, country: str | None = None
    ) -> KnownActor | None:
        """One of several actors that share a name, or None when there is none.

        Those that did not bear the name on `day` fall away; a user's row goes before ours; those of another `country`
        than the one given fall away unless all do; the file's order decides between the rest.
        """
        some = tuple(k for k in some if k.named_on(day))
        some = tuple(k for k in some if k.users) or some
        if len(some) > 1 and country:
            some = tuple(k for k in some if k.country == country) or some
        if len(some) > 1 and day:
            some = tuple(k for k in some if k.existed(day)) or some
        return some[0] if some else None


@cache
def register() -> Register:
    """Our own register. Raises DataError where a file of it breaks its rules."""
    rows: list[KnownActor] = []
    for name in (*read_list(_PACKAGE, "files.txt"), _PEOPLE):
        rows += _rows(parse_table(read_text(_PACKAGE, name), f"{_PACKAGE}/{name}", COLUMNS), name)
    _distinct(rows)
    lasting = frozenset(read_list(_PACKAGE, "lasting.txt"))
    strange = lasting - {known.id for known in rows}
    if strange:
        raise DataError(f"{_PACKAGE}/lasting.txt: unknown {', '.join(sorted(strange))}")
    return Register.of(replace(known, lasting=True) if known.id in lasting else known for known in rows)


def read_actors(text: str, shown: str) -> ActorRows:
    """What a user's file of actors says, `shown` being what messages call it. A row with an id and nothing else takes
    ours with that id out.

    Raises DataError with file and line where it breaks the rules of our own files.
    """
    table = parse_table(text, shown, COLUMNS, key=("id",))
    removed: set[str] = set()
    ours = {known.id for known in register().rows}
    for number, row in table:
        if row["id"] and not any(cell for column, cell in row.items() if column != "id"):
            if row["id"] not in ours:
                raise DataError(
                    f"{shown}:{number}: a row without a name takes out one of ours, and {row['id']!r} is no id of ours; "
                    "the ledger has them in the refs of its actors"
                )
            removed.add(row["id"])
    kept = [(number, row) for number, row in table if row["id"] not in removed]
    return ActorRows(tuple(_rows(kept, shown, users=True)), frozenset(removed))


def _rows(table: Iterable[tuple[int, dict[str, str]]], shown: str, *, users: bool = False) -> list[KnownActor]:
    return [_known(f"{shown}:{number}", row, users) for number, row in table]


def _known(where: str, row: dict[str, str], users: bool) -> KnownActor:
    id_ = row["id"]
    if not id_ or not words(row["name"]):
        raise DataError(f"{where}: a row has no id or no name: {id_!r}, {row['name']!r}")
    kinds = sorted(set(get_args(ActorKind)) - _OWN_KINDS)
    if row["kind"] not in kinds:
        raise DataError(f"{where}: unknown kind {row['kind']!r}; it is one of {', '.join(kinds)}")
    if row["country"] and not by_alpha3(row["country"]):
        raise DataError(f"{where}: {row['country']!r} is no ISO 3166-1 alpha-3 code of a country")
    if row["sector"] and row["sector"] not in sectors():
        raise DataError(f"{where}: unknown sector {row['sector']!r}; it is one of {', '.join(sorted(sectors()))}")
    if not _WIKIDATA.fullmatch(row["wikidata"]):
        raise DataError(f"{where}: {row['wikidata']!r} is no Wikidata id (Q and a number)")
    check_period(where, row)
    aliases = tuple(a.strip() for a in row["aliases"].split("|") if a.strip())
    for alias in aliases:
        if not words(alias):
            raise DataError(f"{where}: the alias {alias!r} has no word in it")
    return KnownActor(
        id_, row["name"], aliases, cast(ActorKind, row["kind"]), row["country"], row["sector"],
        row["wikidata"], row["since"], row["until"], users=users,
    )  # fmt: skip


def _distinct(rows: Sequence[KnownActor]) -> None:
    seen: set[str] = set()
    for known in rows:
        if known.id in seen:
            raise DataError(f"actor file: the id {known.id!r} stands twice")
        seen.add(known.id)


def _index(rows: Iterable[KnownActor]) -> Phrases[KnownActor]:
    return Phrases.of((key, known) for known in rows for key in _keys(known))


def _keys(known: KnownActor) -> list[tuple[str, ...]]:
    """The folded words of each name, as written and in capitals (a short word in capitals folds to itself)."""
    names = (known.name, *known.aliases)
    return list(dict.fromkeys(tuple(words(form)) for name in names for form in (name, name.upper())))
