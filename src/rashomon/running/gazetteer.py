"""The compiled gazetteer: made once on each machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rashomon.errors import DataError
from rashomon.resolving.places import build, default_path, dump_of, open_gazetteer
from rashomon.resolving.places.cache import other_versions
from rashomon.resolving.places.gazetteer import DamagedError
from rashomon.resolving.places.header import is_from_dump

Progress = Callable[[str], None]


def ensure_gazetteer(progress: Progress | None = None, dump: Path | None = None) -> Path:
    """The path of the gazetteer, which is built first where this machine has none that is whole (some 20 seconds, once).

    With `dump`, one that was not built from a dump counts as missing. `progress` is called with a sentence before each
    stage. Raises DataError when it cannot be opened or written, or was built from a dump and is damaged: only the user has
    the dump.
    """
    path = default_path()
    if dump is not None and not is_from_dump(path):
        return build_gazetteer(None, progress, dump)
    if path.is_file():
        try:
            open_gazetteer(path).close()
        except DamagedError as error:
            if dump is None and is_from_dump(path):
                raise DataError(f"{error}; without DUMP it is built from the installed packages alone") from error
            if progress:
                progress(f"{path} is damaged and is made anew")
        else:
            return path
    elif progress:
        _tell_of_earlier(path, progress)
    return build_gazetteer(None, progress, dump)


def build_gazetteer(path: Path | None = None, progress: Progress | None = None, dump: Path | None = None) -> Path:
    """Builds the gazetteer anew, at `path` or at its usual place, with the places of a GeoNames `dump` if one is given.

    `progress` is called with a sentence before each stage, and every few seconds of a dump. Raises DataError when it
    cannot be written, or the dump cannot be read.
    """
    how_long = "once on this machine, some 20 seconds" if dump is None else "a minute for each two million rows"
    replaced = dump_of(path or default_path()) if dump is None else None
    if replaced and progress:
        progress(f"the table of places that was built from {replaced} is replaced by one from the installed packages")

    def say(stage: str) -> None:
        if progress:
            progress(f"building the table of places ({how_long}): {stage}")

    return build(path, say, dump)


def _tell_of_earlier(path: Path, progress: Progress) -> None:
    """Says that an earlier version's gazetteer out of a dump is not read any more: its places are missed otherwise."""
    for other in other_versions(path):
        if name := dump_of(other):
            progress(
                f"the table of places built from {name} was made by another version of rashomon and is not read; run "
                f"`rashomon gazetteer build {name}` to have its places again"
            )
            return
