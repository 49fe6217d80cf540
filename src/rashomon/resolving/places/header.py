"""What the first bytes of a gazetteer's file tell, however damaged the rest: whether it is one, whole, built from a dump.

The format: https://www.sqlite.org/fileformat.html#the_database_header
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: what an SQLite file begins with
MAGIC = b"SQLite format 3\0"
#: SQLite's "application id" in a gazetteer that was built from a dump ("RasD"); it is 0 in others
FROM_DUMP = int.from_bytes(b"RasD", "big")
_BYTES = 100


@dataclass(frozen=True, slots=True)
class Header:
    """`database`: whether the file is an SQLite database; `size`, `whole`: the bytes that it has and should have."""

    database: bool
    from_dump: bool
    size: int
    whole: int


def read_header(path: Path) -> Header:
    """The header of a file. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_BYTES)
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    return Header(
        database=head.startswith(MAGIC),
        from_dump=head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == FROM_DUMP,
        size=path.stat().st_size,
        whole=(65536 if page == 1 else page) * pages,
    )


def is_from_dump(path: Path) -> bool:
    """Whether `path` is a gazetteer that was built from a dump, be it damaged."""
    try:
        # a pipe that is named by mistake would keep its reader waiting
        return path.is_file() and read_header(path).from_dump
    except OSError:
        return False
