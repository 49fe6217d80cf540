"""The actor file: bodies and groups that reports name, under all their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from rashomon.errors import DataError
from rashomon.records import ActorKind
from rashomon.vocab.actors.folding import words
from rashomon.vocab.actors.phrases import Phrases
from rashomon.vocab.countries import by_alpha3
from rashomon.vocab.data import read_list, read_table

_PACKAGE = "rashomon.vocab.actors"
COLUMNS = ("id", "name", "aliases", "kind", "country", "sector", "wikidata", "since", "until")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One row of the actor file. `id` is our own key.

    `country` is ISO 3166-1 alpha-3 and `sector` PLOVER's three letters, each empty where it does not apply or is not
    known. `since` and `until` are ISO years or dates: when a body of this name existed.
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

    def existed(self, day: str) -> bool:
        """Whether the actor bore its name on an ISO date (or in an ISO year)."""
        return not (self.since and day[: len(self.since)] < self.since) and not (
            self.until and day[: len(self.until)] > self.until
        )


@dataclass(frozen=True, slots=True)
class Register:
    """Known actors by the folded words of their names."""

    phrases: Phrases[KnownActor]

    def find(self, name: str, *, day: str | None = None, country: str | None = None) -> KnownActor | None:
        """The actor that `name` names, or None. See `choose`."""
        return self.choose(self.phrases.get(words(name)), day=day, country=country)

    @staticmethod
    def choose(
        some: tuple[KnownActor, ...], *, day: str | None = None, country: str | None = None
    ) -> KnownActor | None:
        """One of several actors that share a name, or None when there is none.

        Those that did not exist on `day` and those of another `country` than the one given fall away; the file's order
        decides between the rest.
        """
        if len(some) > 1 and country:
            some = tuple(k for k in some if k.country == country) or some
        if len(some) > 1 and day:
            some = tuple(k for k in some if k.existed(day)) or some
        return some[0] if some else None


@cache
def register(extra: Path | None = None) -> Register:
    """The actor file, with the rows of the user's file `extra` (same columns) before it.

    Raises DataError where a file breaks its rules or cannot be read.
    """
    rows = [
        known for name in read_list(_PACKAGE, "files.txt") for known in _rows(name, read_table(_PACKAGE, name, COLUMNS))
    ]
    mine = list(_user_rows(extra)) if extra else []
    _distinct(rows)
    _distinct(mine)
    taken = {known.id for known in mine}
    return _index([*mine, *(known for known in rows if known.id not in taken)])


@cache
def officeholders() -> Register:
    """People whom reports name without their office: what they were, and when. One person may have two rows."""
    rows = _rows("people.tsv", read_table(_PACKAGE, "people.tsv", COLUMNS))
    _distinct(rows)
    return _index(rows)


def _user_rows(path: Path) -> Iterable[KnownActor]:
    try:
        lines = [ln for ln in path.read_text(encoding="utf-8").splitlines() if ln.strip() and not ln.startswith("#")]
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: the actor file cannot be read: {error}") from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise DataError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}, with tabs between them")
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines[1:]]
    for row in cells:
        if len(row) != len(COLUMNS):
            raise DataError(f"{path}: {row[0]!r} has {len(row)} cells where there are {len(COLUMNS)} columns")
    return _rows(str(path), [dict(zip(COLUMNS, row, strict=True)) for row in cells])


def _rows(name: str, rows: Iterable[dict[str, str]]) -> list[KnownActor]:
    return [_known(name, row) for row in rows]


def _known(name: str, row: dict[str, str]) -> KnownActor:
    if not row["id"] or not words(row["name"]):
        raise DataError(f"{name}: a row has no id or no name: {row['id']!r}, {row['name']!r}")
    if row["kind"] not in get_args(ActorKind):
        raise DataError(f"{name}: {row['id']}: unknown kind {row['kind']!r}")
    if row["country"] and not by_alpha3(row["country"]):
        raise DataError(f"{name}: {row['id']}: {row['country']!r} is no ISO 3166-1 alpha-3 code")
    aliases = tuple(a.strip() for a in row["aliases"].split("|") if a.strip())
    return KnownActor(
        row["id"], row["name"], aliases, cast(ActorKind, row["kind"]), row["country"], row["sector"],
        row["wikidata"], row["since"], row["until"],
    )  # fmt: skip


def _distinct(rows: Sequence[KnownActor]) -> None:
    seen: set[str] = set()
    for known in rows:
        if known.id in seen:
            raise DataError(f"actor file: the id {known.id!r} stands twice")
        seen.add(known.id)


def _index(rows: Iterable[KnownActor]) -> Register:
    return Register(Phrases.of((key, known) for known in rows for key in _keys(known)))


def _keys(known: KnownActor) -> list[tuple[str, ...]]:
    """The folded words of each name, as written and in capitals (a short word in capitals folds to itself)."""
    names = (known.name, *known.aliases)
    keys = list(dict.fromkeys(tuple(words(form)) for name in names for form in (name, name.upper())))
    if not all(keys):
        raise DataError(f"actor file: {known.id}: an alias has no word in it")
    return keys
