"""Reads the data files that hold the program's words.

Three shapes: a list (`.txt`, one entry a line), a table (`.tsv`, first line the columns), a tree (`.toml`). In the
first two, lines that begin with "#" are comments. Duplicates, empty cells where none may be, and unknown columns are errors:
a word list is code that nobody type-checks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from rashomon.errors import DataError

#: what ends a line of a file; `str.splitlines` also breaks at characters that stand within a cell
_BREAK = re.compile(r"\r\n|\r|\n")


def read_text(package: str, name: str) -> str:
    """The text of the data file `name` of `package`. Raises DataError when there is none."""
    try:
        return files(package).joinpath(name).read_text(encoding="utf-8")
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise DataError(f"{package}/{name}: the data file is missing; install rashomon again") from error


def read_list(package: str, name: str) -> tuple[str, ...]:
    """The entries of a `.txt` list, in order. Raises DataError at a duplicate."""
    return tuple(entry for _, entry in _lines(package, name))


def read_table(package: str, name: str, columns: Sequence[str], *, key: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rows of a `.tsv` table as dicts; a cell may be empty.

    `columns` are the columns that the file must have, in order; `key` the columns that no two rows may share.
    Raises DataError that names file and line.
    """
    return [row for _, row in parse_table(read_text(package, name), f"{package}/{name}", columns, key=key)]


def parse_table(
    text: str, shown: str, columns: Sequence[str], *, key: Sequence[str] = ()
) -> list[tuple[int, dict[str, str]]]:
    """The rows of the table `text`, each with the number of its line; `shown` is what messages call the file.

    As `read_table`, for a table that is no file of ours.
    """
    lines = list(rows(text))
    if not lines or [cell.strip() for cell in lines[0][1].split("\t")] != list(columns):
        at = f"{shown}:{lines[0][0]}" if lines else shown
        raise DataError(f"{at}: the first line must name the columns {', '.join(columns)}, with tabs between them")
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(f"{shown}:{number}: {len(cells)} cells where there are {len(columns)} columns")
        row = dict(zip(columns, (c.strip() for c in cells), strict=True))
        if key:
            at_key = tuple(row[k] for k in key)
            if at_key in seen:
                raise DataError(f"{shown}:{number}: {' '.join(at_key)} stands in line {seen[at_key]} already")
            seen[at_key] = number
        found.append((number, row))
    return found


def read_tree(package: str, name: str) -> dict[str, Any]:
    """A `.toml` file as nested dicts. Raises DataError where it does not parse (TOML forbids duplicate keys itself)."""
    try:
        return tomllib.loads(read_text(package, name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{package}/{name}: {error}") from error


def known(package: str, name: str, words: Iterable[str], allowed: Iterable[str]) -> None:
    """Raises DataError when `words` of the file `name` has one that is not `allowed`."""
    strange = sorted(set(words) - set(allowed))
    if strange:
        raise DataError(f"{package}/{name}: unknown {', '.join(strange)}")


def rows(text: str) -> Iterable[tuple[int, str]]:
    """The lines of `text` that say something, with their numbers."""
    return ((n, line) for n, line in enumerate(_BREAK.split(text), 1) if line.strip() and not line.startswith("#"))


def _lines(package: str, name: str) -> Iterable[tuple[int, str]]:
    seen: dict[str, int] = {}
    for number, line in rows(read_text(package, name)):
        entry = line.strip()
        if entry in seen:
            raise DataError(f"{package}/{name}:{number}: {entry!r} stands in line {seen[entry]} already")
        seen[entry] = number
        yield number, entry
