"""What lies in the folder of the gazetteer: drafts that a killed build left, gazetteers of earlier versions."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.resolving.places.header import is_from_dump

_DRAFT_PREFIX = ".gazetteer-"
_DRAFT = "gazetteer.sqlite"
#: the names of `build.default_path`
_VERSIONS = "gazetteer-" + "[0-9a-f]" * 16 + ".sqlite"
#: of earlier versions so many stay of each kind (built from a dump or not), so that two installations side by side do not
#: take turns building
_KEPT = 1
#: a folder in which no draft was begun after so many seconds was left behind
_GRACE = 60


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """The path of a draft of `path`, in a folder beside it that is gone afterwards. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep_drafts(path.parent)
    with TemporaryDirectory(dir=path.parent, prefix=_DRAFT_PREFIX, ignore_cleanup_errors=True) as folder:
        yield Path(folder) / _DRAFT


def sweep_drafts(folder: Path) -> None:
    """Deletes the drafts in `folder` that nobody is writing any more."""
    for left in folder.glob(f"{_DRAFT_PREFIX}*"):
        if left.is_dir() and not left.is_symlink() and _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


def drop_old_versions(path: Path) -> None:
    """Deletes the gazetteers of earlier versions beside `path`, all but the latest built from a dump and the latest else."""
    others = list(other_versions(path))
    for kind in (True, False):
        for other in [other for other in others if is_from_dump(other) is kind][_KEPT:]:
            try:
                other.unlink(missing_ok=True)
            except OSError:
                continue  # in use, on systems that keep what is open; the next build tries again


def other_versions(path: Path) -> list[Path]:
    """The gazetteers of other versions beside `path`, the latest first."""
    others = (other for other in path.parent.glob(_VERSIONS) if other != path)
    found = [(at, other) for other in others if (at := _changed(other)) is not None]
    return [other for _, other in sorted(found, reverse=True)]


def _is_abandoned(folder: Path) -> bool:
    """Whether no process holds the lock on the draft in `folder`: the system takes it from one that is killed."""
    draft = folder / _DRAFT
    if not draft.is_file():
        at = _changed(folder)
        return at is not None and time.time() - at > _GRACE
    try:
        with closing(sqlite3.connect(f"file:{draft.as_posix()}?mode=rw", uri=True, timeout=0)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return True
    return True


def _changed(path: Path) -> float | None:
    """When `path` was last written to, in seconds; None where it is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None
