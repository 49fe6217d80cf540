"""What a user names on the command line, as reports: files, pages, JSON lines, standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from rashomon.errors import InputError
from rashomon.intake.files import read_bytes, read_path
from rashomon.intake.jsonl import read_jsonl
from rashomon.records import Issue, Report

InputFormat = Literal["auto", "text", "html", "jsonl"]
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
                yield read_bytes(
                    stdin.read(given.max_bytes + 1), name="standard input", format=given.format,
                    published=given.published, publisher=given.publisher, max_bytes=given.max_bytes,
                )
            else:
                yield read_path(
                    Path(name), format=given.format, published=given.published, publisher=given.publisher,
                    max_bytes=given.max_bytes,
                )
        except InputError as error:
            yield Report(id=name, text=""), (Issue(error.code, error.message),)


def _lines(name: str, given: Given, stdin: BinaryIO) -> Iterator[tuple[Report, Sequence[Issue]]]:
    if name == STDIN:
        yield from read_jsonl(stdin, name="standard input", published=given.published, publisher=given.publisher)
        return
    path = Path(name)
    try:
        with path.open("rb") as file:
            yield from read_jsonl(file, name=name, published=given.published, publisher=given.publisher)
    except FileNotFoundError:
        raise InputError("missing", f"{name}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise InputError("directory", f"{name} is a folder; name the files in it.") from None
    except OSError as error:
        raise InputError("unreadable", f"{name}: the file cannot be read ({error.strerror}).") from error
