"""What a user names on the command line, as reports: files, pages, JSON lines, standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from rashomon.errors import InputError
from rashomon.intake.files import read_bytes, read_path
from rashomon.intake.jsonl import read_placed
from rashomon.intake.names import shown_name
from rashomon.records import Issue, Report

InputFormat = Literal["auto", "jsonl"]
STDIN = "-"
_STDIN_NAME = "standard input"
_JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of all inputs at once, for those that do not say it themselves."""

    format: InputFormat = "auto"
    published: str | None = None
    publisher: str | None = None
    max_bytes: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Input:
    """A report as it came in: what is wrong with it, and where it stands (`reports.jsonl:12`), for messages."""

    where: str
    report: Report
    issues: tuple[Issue, ...] = ()


def read_inputs(names: Iterable[str], given: Given, stdin: BinaryIO | None) -> Iterator[Input]:
    """The reports of all inputs, in order. What cannot be read comes as a report with no text and the reason, so that
    one bad input costs no other. `stdin` is None where standard input is closed."""
    for name in names:
        try:
            if given.format == "jsonl" or (given.format == "auto" and Path(name).suffix.lower() in _JSONL_SUFFIXES):
                yield from _lines(name, given, stdin)
            else:
                yield _one(name, given, stdin)
        except InputError as error:
            yield Input(
                shown_name(name),
                Report(id=name.encode("utf-8", "replace").decode("utf-8"), text=""),
                (Issue(error.code, error.message),),
            )


def _one(name: str, given: Given, stdin: BinaryIO | None) -> Input:
    """The one report of a file or of standard input."""
    if name == STDIN:
        with _told(_STDIN_NAME):
            data = _open_stdin(stdin).read(given.max_bytes + 1)
        report, issues = read_bytes(
            data, name=_STDIN_NAME, published=given.published, publisher=given.publisher, limit=given.max_bytes
        )
        return Input(_STDIN_NAME, report, issues)
    path = _path(name)
    report, issues = read_path(path, published=given.published, publisher=given.publisher, limit=given.max_bytes)
    return Input(shown_name(name), report, issues)


def _lines(name: str, given: Given, stdin: BinaryIO | None) -> Iterator[Input]:
    """The reports of JSON lines."""
    if name == STDIN:
        with _told(_STDIN_NAME):
            yield from _completed(_open_stdin(stdin), _STDIN_NAME, given)
        return
    path, shown = _path(name), shown_name(name)
    with _told(shown), path.open("rb") as file:
        yield from _completed(file, shown, given)


def _completed(lines: Iterable[bytes], name: str, given: Given) -> Iterator[Input]:
    """Records with date and publisher from the command line where they have none of their own."""
    for where, report, issues in read_placed(lines, name=name):
        published = report.published or given.published
        completed = replace(report, published=published, publisher=report.publisher or given.publisher)
        yield Input(where, completed, issues)


def _path(name: str) -> Path:
    """The path that a name means. Raises InputError for an empty one, which would mean this folder."""
    if not name:
        raise InputError("missing", 'the name of a file is empty; name a file, or "-" for standard input.')
    return Path(name)


def _open_stdin(stdin: BinaryIO | None) -> BinaryIO:
    if stdin is None:
        raise InputError("unreadable", f"{_STDIN_NAME} is closed; name a file, or send the report there.")
    return stdin


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Raises InputError for what the system says of the input that messages call `name`."""
    try:
        yield
    except FileNotFoundError:
        raise InputError("missing", f"{name} does not exist; check its name.") from None
    except IsADirectoryError:
        raise InputError("directory", f"{name} is a directory; name the files in it.") from None
    except OSError as error:
        raise InputError(
            "unreadable", f"{name} cannot be read ({error.strerror}); check its name and rights."
        ) from error
