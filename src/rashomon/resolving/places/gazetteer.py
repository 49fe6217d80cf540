"""Names to places: look-ups in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, cast
from urllib.parse import quote

from rashomon.errors import DataError
from rashomon.resolving.places.build import default_path, gazetteer_digest
from rashomon.resolving.places.header import is_from_dump, read_header
from rashomon.resolving.places.names import key_variants, name_key
from rashomon.resolving.places.weighing import ALTERNATE, LARGE, LITTLE, LITTLE_ALTERNATE, MAIN

_BY_NAME = """
SELECT p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.feature, p.population, p.radius, p.precision,
       n.weight
FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ?
"""
#: a file of up to so many bytes is mapped into memory whole; of a larger one so many KiB of pages are kept, since what is
#: touched of a mapping counts as the program's memory
_MAPPED_BYTES, _CACHED_KIB = 64 << 20, 16 << 10
#: so many candidates (half a KB each) are remembered with the names that they were asked for; then the older half of the
#: names is forgotten
_KEPT = 32_768
#: so many people make a town known
_KNOWN_PEOPLE = 10_000
#: from so many letters on, an alternate name is seldom something else
_LONG_NAME = 6


class DamagedError(DataError):
    """A file that should be a gazetteer and cannot be used as one: to be built anew."""


class Candidate(NamedTuple):
    """A place that a name may mean. `id` is its GeoNames id, or negative where it is a region of our own without one.

    `lat`, `lon` in degrees (WGS 84); `country` ISO alpha-2 (empty for seas and what lies in several); `admin1` the
    GeoNames code of its first-level division; `admin2` the GeoNames id of its second-level one; `feature` a GeoNames
    feature code; `radius` in kilometres (0: unknown); `precision` UCDP's where_prec of the place itself; `weight` how
    well the name names it (1 to 100).
    """

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: int | None
    feature: str
    population: int
    radius: int
    precision: int
    weight: int

    @property
    def geonames(self) -> int | None:
        """Its GeoNames id, if it has one."""
        return self.id if self.id > 0 else None

    @property
    def is_main_name(self) -> bool:
        """Whether the name looked up is its main name."""
        return self.weight >= MAIN

    @property
    def is_good_name(self) -> bool:
        """Whether the name looked up is more than one alternate of many."""
        return self.weight >= LARGE

    @property
    def is_little_known(self) -> bool:
        """Whether the name looked up is a little-known place's: one out of a dump, of many of its name."""
        return self.weight in (LITTLE, LITTLE_ALTERNATE)


#: `Candidate._make` without its check of the length, which the query makes sure of
_MAKE = cast("Callable[[type[Candidate], tuple[Any, ...]], Candidate]", tuple.__new__)


def _rank(place: Candidate) -> tuple[int, int]:
    return -place.population, place.id


class Gazetteer:
    """A compiled gazetteer, open for reading. Use it from one thread; open another for another."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self._kept = 0

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places called `name`, whatever its case and accents, the most populous first; () where none is."""
        found = self._known.get(name)
        return self._asked(name) if found is None else found

    def loose_candidates(self, name: str) -> tuple[Candidate, ...]:
        """As `candidates`; where none is, those called so with or without an article ("Raqqa", "al-Raqqa")."""
        if found := self.candidates(name):
            return found
        return next((found for key in key_variants(name_key(name)) if (found := self.candidates(key))), ())

    def knows(self, name: str) -> bool:
        """Whether `name` is the name in use of a division, a region or a town of some size: for readers that ask."""
        least = ALTERNATE if len(name) >= _LONG_NAME else LARGE
        return any(c.weight >= least and (c.population >= _KNOWN_PEOPLE or c.radius > 0) for c in self.candidates(name))

    def division_name(self, country: str, admin1: str) -> str | None:
        """The name of a first-level division, or None."""
        rows = self._ask("SELECT name FROM division WHERE code = ?", f"{country}.{admin1}")
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _asked(self, name: str) -> tuple[Candidate, ...]:
        """The places of a name that is not remembered, and remembers them."""
        key = name_key(name)
        found = [_MAKE(Candidate, row) for row in self._ask(_BY_NAME, key)] if key else []
        if len(found) > 1:
            found.sort(key=_rank)
        kept = self._known[name] = tuple(found)
        self._kept += len(kept) + 1
        if self._kept > _KEPT:
            for old in list(self._known)[: (len(self._known) + 1) // 2]:
                self._kept -= len(self._known.pop(old)) + 1
        return kept

    def _ask(self, query: str, value: str) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises DamagedError where the file is broken."""
        try:
            return self._connection.execute(query, (value,)).fetchall()
        except sqlite3.Error as error:
            raise DamagedError(f"{self.path}: the gazetteer is damaged ({error}); {_advice(self.path)}") from error


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Opens the gazetteer at `path` (default `build.default_path()`).

    Raises DataError when it is missing or cannot be opened, DamagedError when it was made from other sources than
    those installed, is cut short, or is no gazetteer.
    """
    where = path or default_path()
    if where.exists() and not where.is_file():
        raise DataError(f"{where} is no file; name a gazetteer, or leave --gazetteer out to use this machine's own")
    if not where.is_file():
        raise DataError(f"{where}: there is no gazetteer; {_advice(where)}")
    _refuse_damaged(where)
    try:
        connection = sqlite3.connect(f"file:{quote(str(where))}?mode=ro&immutable=1", uri=True)
        is_small = where.stat().st_size <= _MAPPED_BYTES
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES if is_small else 0}")
        connection.execute(f"PRAGMA cache_size = -{2048 if is_small else _CACHED_KIB}")
        made = connection.execute("SELECT value FROM made WHERE what = 'digest'").fetchone()
    except sqlite3.Error as error:
        raise DamagedError(f"{where}: this is no gazetteer ({error}); {_advice(where)}") from error
    if made is None or made[0] != gazetteer_digest():
        connection.close()
        raise DamagedError(f"{where}: the gazetteer was made from other sources; {_advice(where)}")
    return Gazetteer(connection, where)


def _refuse_damaged(where: Path) -> None:
    """Raises DamagedError where a file is no database or shorter than its head says, DataError where it cannot be
    opened."""
    try:
        header = read_header(where)
    except OSError as error:
        raise DataError(f"{where}: the gazetteer cannot be opened ({error.strerror}); check its rights") from error
    if not header.database:
        own = where == default_path()
        advice = _advice(where) if own else "name one, or leave --gazetteer out to use this machine's own"
        raise DamagedError(f"{where}: this is no gazetteer; {advice}")
    if header.size < header.whole:
        raise DamagedError(
            f"{where}: the gazetteer is damaged (it has {header.size:,} of {header.whole:,} bytes); {_advice(where)}"
        )


def _advice(where: Path) -> str:
    """What to do for a gazetteer that is to be at `where`."""
    dump = " DUMP" if is_from_dump(where) else ""
    output = "" if where == default_path() else f" --output {where}"
    what = ", with the GeoNames dump that it was built from as DUMP" if dump else ""
    return f"run `rashomon gazetteer build{dump}{output}`{what}"


def dump_of(path: Path) -> str | None:
    """The name of the dump that a gazetteer of whatever version was built from; None where it was not, or cannot be read."""
    if not is_from_dump(path):
        return None
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)) as connection:
            made = connection.execute("SELECT value FROM made WHERE what = 'dump'").fetchone()
    except sqlite3.Error:
        return None
    return str(made[0]) if made else None
