"""Names to places: look-ups in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple
from urllib.parse import quote

from rashomon.errors import DataError
from rashomon.resolving.places.build import MAGIC, default_path, gazetteer_digest
from rashomon.resolving.places.names import key_variants, name_key
from rashomon.resolving.places.weighing import ALTERNATE, LARGE, MAIN

_BY_NAME = """
SELECT p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.feature, p.population, p.radius, p.precision,
       n.weight
FROM name AS n JOIN place AS p ON p.id = n.place WHERE n.key = ?
"""
_MAPPED_BYTES = 1 << 30
_KEPT = 8192
_HEAD_BYTES = 32
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


class Gazetteer:
    """A compiled gazetteer, open for reading. Use it from one thread; open another for another."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._rows = lru_cache(maxsize=_KEPT)(self._read)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places called `name`, whatever its case and accents, the most populous first; () where none is."""
        return self._rows(name_key(name))

    def loose_candidates(self, name: str) -> tuple[Candidate, ...]:
        """As `candidates`; where none is, those called so with or without an article ("Raqqa", "al-Raqqa")."""
        key = name_key(name)
        return next((found for k in self._keys(key) if (found := self._rows(k))), ())

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

    def _keys(self, key: str) -> Iterator[str]:
        yield key
        yield from key_variants(key)

    def _read(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        found = [Candidate._make(row) for row in self._ask(_BY_NAME, key)]
        found.sort(key=lambda c: (-c.population, c.id))
        return tuple(found)

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
    if not where.is_file():
        raise DataError(f"{where}: there is no gazetteer; {_advice(where)}")
    _refuse_damaged(where)
    try:
        connection = sqlite3.connect(f"file:{quote(str(where))}?mode=ro&immutable=1", uri=True)
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        connection.execute("PRAGMA cache_size = -2048")
        made = connection.execute("SELECT value FROM made WHERE what = 'digest'").fetchone()
    except sqlite3.Error as error:
        raise DamagedError(f"{where}: this is no gazetteer ({error}); {_advice(where)}") from error
    if made is None or made[0] != gazetteer_digest():
        connection.close()
        raise DamagedError(f"{where}: the gazetteer was made from other sources; {_advice(where)}")
    return Gazetteer(connection, where)


def _refuse_damaged(where: Path) -> None:
    """Raises DamagedError where a file is no database or shorter than its head says, DataError where it cannot be
    opened. The head: https://www.sqlite.org/fileformat.html#the_database_header"""
    try:
        with where.open("rb") as file:
            head = file.read(_HEAD_BYTES)
        size = where.stat().st_size
    except OSError as error:
        raise DataError(f"{where}: the gazetteer cannot be opened ({error.strerror}); check its rights") from error
    if not head.startswith(MAGIC):
        own = where == default_path()
        advice = _advice(where) if own else "name one, or leave --gazetteer out to use this machine's own"
        raise DamagedError(f"{where}: this is no gazetteer; {advice}")
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    whole = (65536 if page == 1 else page) * pages
    if size < whole:
        raise DamagedError(f"{where}: the gazetteer is damaged (it has {size:,} of {whole:,} bytes); {_advice(where)}")


def _advice(where: Path) -> str:
    """What to do for a gazetteer that is to be at `where`."""
    own = where == default_path()
    return "run `rashomon gazetteer build`" if own else f"run `rashomon gazetteer build --output {where}`"
