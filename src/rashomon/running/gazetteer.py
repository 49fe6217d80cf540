"""The compiled gazetteer: made once on each machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rashomon.resolving.places import build, default_path, open_gazetteer
from rashomon.resolving.places.gazetteer import DamagedError

Progress = Callable[[str], None]


def ensure_gazetteer(progress: Progress | None = None) -> Path:
    """The path of the gazetteer, which is built first where this machine has none that is whole (some 20 seconds, once).

    `progress` is called with a sentence before each stage. Raises DataError when it cannot be opened or written.
    """
    path = default_path()
    if path.is_file():
        try:
            open_gazetteer(path).close()
        except DamagedError:
            if progress:
                progress(f"{path} is damaged and is made anew")
        else:
            return path
    return build_gazetteer(None, progress)


def build_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Path:
    """Builds the gazetteer anew, at `path` or at its usual place.

    `progress` is called with a sentence before each stage. Raises DataError when it cannot be written.
    """

    def say(stage: str) -> None:
        if progress:
            progress(f"building the table of places (once on this machine, some 20 seconds): {stage}")

    return build(path, say)
