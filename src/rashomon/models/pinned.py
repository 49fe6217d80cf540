"""The sha256 of a model's files, so that a ledger says what made it."""

from __future__ import annotations

import hashlib
from pathlib import Path


def directory_sha256(folder: Path) -> str:
    """The sha256 over names and contents of all files below `folder`, by name; compiled Python is left out.

    Raises OSError where a file cannot be read.
    """
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(bytes.fromhex(file_sha256(path)))
    return whole.hexdigest()


def file_sha256(path: Path) -> str:
    """The sha256 of one file, in hexadecimal. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
