"""What a user names on the command line, as reports: files, pages, JSON lines, standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from rashomon.errors import InputError
from rashomon.intake.files import read_bytes, read_path
from rashomon.intake.jsonl import read_jsonl
from rashomon.records import Issue, Report

InputFormat = Literal["auto", "jsonl"]
STDIN = "-"
_JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of all inputs at once, for those that do not say it themselves."""

    format: InputFormat = "auto"
    published: str | None = None
    publisher: str | None = None
    max_bytes: int = 50_000_000


def read_inputs(names: Iterable[str], given: Given, stdin: BinaryIO) -> Iterator[tuple[Report, Sequence[Issue]]]:
    """The reports of all inputs, in order. What cannot be read comes as a report with no text and the reason, so that
    one bad input costs no other."""
    for name in names:
        try:
            if given.format == "jsonl" or (given.format == "auto" and Path(name).suffix.lower() in _JSONL_SUFFIXES):
                yield from _lines(name, given, stdin)
            elif name == STDIN:
                data = stdin.read(given.max_bytes + 1)
                yield read_bytes(
                    data,
                    name="standard input",
                    published=given.published,
                    publisher=given.publisher,
                    limit=given.max_bytes,
                )
            else:
                yield read_path(Path(name), published=given.published, publisher=given.publisher, limit=given.max_bytes)
        except InputError as error:
            yield Report(id=name, text=""), (Issue(error.code, error.message),)


def _lines(name: str, given: Given, stdin: BinaryIO) -> Iterator[tuple[Report, Sequence[Issue]]]:
    if name == STDIN:
        yield from _completed(read_jsonl(stdin, name="standard input"), given)
        return
    path = Path(name)
    try:
        with path.open("rb") as file:
            yield from _completed(read_jsonl(file, name=name), given)
    except FileNotFoundError:
        raise InputError("missing", f"{name}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise InputError("directory", f"{name} is a folder; name the files in it.") from None
    except OSError as error:
        raise InputError("unreadable", f"{name}: the file cannot be read ({error.strerror}).") from error


def _completed(
    read: Iterable[tuple[Report, Sequence[Issue]]], given: Given
) -> Iterator[tuple[Report, Sequence[Issue]]]:
    """Records with date and publisher from the command line where they have none of their own."""
    for report, issues in read:
        published = report.published or given.published
        yield replace(report, published=published, publisher=report.publisher or given.publisher), issues
