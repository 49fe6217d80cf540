"""Reads a GeoNames dump as a stream: `allCountries.zip`, a country's `XX.zip`, or what lies unpacked in them.

Format: the table "geoname" in https://download.geonames.org/export/dump/readme.txt, 19 columns with tabs between.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rashomon.errors import DataError

COLUMNS = 19
#: what a zip begins with
_ZIP = b"PK\x03\x04"
_HEAD_BYTES = 1 << 16
#: the longest line that is read whole; GeoNames' columns hold less than 12,000 characters together
_LONGEST = 1 << 20
#: so many rows are looked at before a file is called no dump; and this share of rows may be odd, then and at the end
_FIRST, _MOST_ODD = 1000, 0.1
#: seconds between two signs of life
_BEAT = 5.0
_TELL_EVERY = 20_000
#: the largest number that the table can hold
_LARGEST = 2**63 - 1
_WHAT_TO_DO = "give allCountries.zip or a country's zip from GeoNames, or the .txt that lies in it"

Progress = Callable[[str], None]


class DumpRow(NamedTuple):
    """One row, as far as we need it. `lat`, `lon` in degrees (WGS 84); the codes of divisions are GeoNames' own."""

    id: int
    name: str
    ascii_name: str
    alternates: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country: str
    admin1: str
    admin2: str
    population: int


@dataclass(slots=True)
class Aside:
    """Rows that were set aside, and what is wrong with the first of them."""

    rows: int = 0
    read: int = 0
    first: str | None = None

    def count(self, row: DumpRow | str | None) -> None:
        """Counts a row as read; one that is a sentence is odd, and the sentence says why."""
        self.read += 1
        if isinstance(row, str):
            self.rows += 1
            self.first = self.first or row

    @property
    def sentence(self) -> str:
        """What the user is told; "" where no row was set aside."""
        if not self.first:
            return ""
        return (
            f"1 row set aside: {self.first}"
            if self.rows == 1
            else f"{self.rows:,} rows set aside, the first {self.first}"
        )


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump on disk. `sha256` is of the file as given, `date` the latest change of a row in it (ISO 8601)."""

    path: Path
    sha256: str
    date: str
    #: the GeoNames ids of the second-level divisions, by "country.admin1.admin2"
    second: dict[str, int]


def survey(path: Path, say: Progress) -> Dump:
    """Looks a dump through once, for what must be known before its rows are read: second-level divisions, its date.

    Raises DataError where it cannot be read or is no dump.
    """
    second: dict[str, int] = {}
    date = b""
    aside = Aside()
    for number, line in _lines(path, say, "looked through"):
        if aside.read < _FIRST:
            # what is no dump is refused now, not after a minute
            aside.count(_parsed(line, number, lambda *_: True))
            if aside.read == _FIRST:
                _refuse_other(path, aside)
        changed = line[-11:].strip()
        if len(changed) == 10 and changed > date and changed.replace(b"-", b"").isdigit():
            date = changed
        if b"\tA\tADM2\t" in line:
            row = _parsed(line, number, lambda *_: True)
            if isinstance(row, DumpRow) and row.admin2:
                second.setdefault(f"{row.country}.{row.admin1}.{row.admin2}", row.id)
    _refuse_other(path, aside)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Dump(path, digest, date.decode("ascii"), second)


def dump_rows(path: Path, wanted: Callable[[str, str], bool], aside: Aside, say: Progress) -> Iterator[DumpRow]:
    """The rows whose feature (class, code) is `wanted`, in the order of the file; odd rows are counted in `aside`.

    Raises DataError where the file cannot be read, or more than a tenth of its rows are odd: then it is no dump.
    """
    for number, line in _lines(path, say, "read"):
        row = _parsed(line, number, wanted)
        aside.count(row)
        if isinstance(row, DumpRow):
            yield row
        if aside.read == _FIRST:
            _refuse_other(path, aside)
    _refuse_other(path, aside)


def _refuse_other(path: Path, aside: Aside) -> None:
    if not aside.read:
        raise DataError(f"{path} has no rows; {_WHAT_TO_DO}")
    if aside.rows > aside.read * _MOST_ODD:
        where, _, what = (aside.first or "").partition(": ")
        raise DataError(f"{path}, {where.removeprefix('at ')}: {what}, so this is no GeoNames dump; {_WHAT_TO_DO}")


def _parsed(line: bytes, number: int, wanted: Callable[[str, str], bool]) -> DumpRow | str | None:
    """The row of a line, None where it is not wanted, a sentence where it is odd."""
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        return f"at line {number:,}: it is not UTF-8"
    if len(cells) != COLUMNS:
        columns = "column" if len(cells) == 1 else "columns"
        return f"at line {number:,}: {len(cells)} {columns} where GeoNames has {COLUMNS}"
    if not wanted(cells[6], cells[7]):
        return None
    try:
        row = DumpRow(
            int(cells[0]), cells[1].strip(), cells[2].strip(), tuple(filter(None, cells[3].split(","))),
            float(cells[4]), float(cells[5]), cells[6], cells[7], cells[8], cells[10], cells[11], int(cells[14] or 0),
        )  # fmt: skip
    except ValueError as error:
        return f"at line {number:,}: a bad number ({str(error).rpartition(': ')[2]})"
    numbers = 0 < row.id <= _LARGEST and 0 <= row.population <= _LARGEST
    if not (numbers and row.name and -90 <= row.lat <= 90 and -180 <= row.lon <= 180):
        return f"at line {number:,}: no name, or an id, a coordinate or a population that cannot be"
    return row


def _lines(path: Path, say: Progress, done: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, with their numbers; tells every few seconds how many there were."""
    number = seen = 0
    last = time.monotonic()
    try:
        with _opened(path) as (file, size):
            _refuse_binary(path, file)
            while line := file.readline(_LONGEST):
                number += 1
                seen += len(line)
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if line.strip():
                    yield number, line
                if number % _TELL_EVERY == 0 and (now := time.monotonic()) - last >= _BEAT:
                    say(f"{path.name}, {number:,} rows {done} ({min(100, 100 * seen // max(1, size))} %)")
                    last = now
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        raise DataError(f"{path}: the zip is damaged ({error}); download it again") from error
    except (NotImplementedError, RuntimeError) as error:
        raise DataError(f"{path}: the zip cannot be unpacked ({error}); unpack it and give the .txt") from error
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror or error}); check its name and its rights") from error


@contextmanager
def _opened(path: Path) -> Iterator[tuple[io.BufferedReader, int]]:
    """The rows as bytes, and how many bytes there are."""
    if path.is_fifo():
        raise DataError(f"{path} is a pipe, and a dump is read more than once; {_WHAT_TO_DO}")
    with path.open("rb") as raw:
        if raw.read(len(_ZIP)) != _ZIP:
            raw.seek(0)
            yield raw, path.stat().st_size
            return
        with zipfile.ZipFile(raw) as archive:
            names = [
                n for n in archive.namelist() if n.endswith(".txt") and n.rpartition("/")[2].lower() != "readme.txt"
            ]
            if len(names) != 1:
                raise DataError(f"{path} is a zip with {len(names)} tables in it; {_WHAT_TO_DO}")
            with archive.open(names[0]) as member:
                yield _buffered(member), archive.getinfo(names[0]).file_size


def _buffered(member: object) -> io.BufferedReader:
    return io.BufferedReader(member, 1 << 18)  # type: ignore[arg-type]


def _refuse_binary(path: Path, file: io.BufferedReader) -> None:
    """Raises DataError where what comes first cannot be lines of text."""
    if b"\0" in file.peek(_HEAD_BYTES)[:_HEAD_BYTES]:
        raise DataError(f"{path} is neither a zip nor text; {_WHAT_TO_DO}")
