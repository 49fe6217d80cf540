"""The compiled gazetteer: made once on each machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rashomon.resolving.places import build, default_path


def ensure_gazetteer(progress: Callable[[str], None] | None = None) -> Path:
    """The path of the gazetteer, which is built first where this machine has none (some 20 seconds, once).

    `progress` is called with a short text before each stage. Raises DataError when it cannot be written.
    """
    path = default_path()
    return path if path.is_file() else build(path, progress)


def build_gazetteer(path: Path | None = None, progress: Callable[[str], None] | None = None) -> Path:
    """Builds the gazetteer anew, at `path` or at its usual place. Raises DataError when it cannot be written."""
    return build(path, progress)
