"""The page that `rashomon read --html` writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rashomon.errors import SettingsError
from rashomon.intake.names import shown_name
from rashomon.records import Ledger
from rashomon.running.inputs import STDIN


def check_page(page: Path, inputs: Iterable[str]) -> None:
    """Raises SettingsError where a page cannot go to `page`, or would take the place of something that is read."""
    shown = shown_name(str(page))
    folder = page.resolve().parent
    if not folder.is_dir():
        raise SettingsError(
            f"--html {shown}: the folder {shown_name(str(folder))} does not exist; make it, or name another place"
        )
    if not os.access(page if page.exists() else folder, os.W_OK):
        raise SettingsError(f"--html {shown}: it is not allowed to write there; name another place")
    if not page.exists():
        return
    for name in inputs:
        if _is_input(page, name):
            what = "what standard input comes from" if name == STDIN else f"the input {shown_name(name)}"
            raise SettingsError(f"--html {shown} would overwrite {what}; name another place")


def write_page(ledgers: Sequence[Ledger], page: Path) -> None:
    """Writes the page of `ledgers`, all of it or nothing. Raises SettingsError when it cannot be written."""
    from rashomon.publishing.page import render

    text = render(ledgers)
    page = page.resolve()
    # a pipe or a device cannot be exchanged, only written to
    draft = page.with_name(f".{page.name}.{os.getpid()}") if page.is_file() or not page.exists() else page
    try:
        draft.write_text(text, encoding="utf-8")
        if draft != page:
            draft.replace(page)
    except OSError as error:
        shown = shown_name(str(page))
        raise SettingsError(f"{shown}: the page cannot be written ({error.strerror}); name another place") from error
    finally:
        if draft != page:
            draft.unlink(missing_ok=True)


def _is_input(page: Path, name: str) -> bool:
    """Whether `page` is the file that the input `name` comes from, under whatever name."""
    try:
        if name == STDIN:
            return sys.stdin is not None and os.path.samestat(page.stat(), os.fstat(sys.stdin.fileno()))
        return bool(name) and page.samefile(name)
    except (OSError, ValueError):
        return False
