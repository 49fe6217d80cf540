"""Standard output and standard error, whatever they are: a terminal, a pipe, a full disk, closed."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

import click

from rashomon.errors import SettingsError

PREFIX = "rashomon: "
#: exit codes: nothing could be done with what was given; a person broke off
NOTHING, INTERRUPTED = 2, 130


def prepare() -> None:
    """Makes standard output take any character: what its encoding does not hold shows as "?".

    What is no terminal gets UTF-8, unless PYTHONIOENCODING asks for something else: a file or a pipe has no encoding of
    its own, and that of the locale may hold ASCII alone.
    """
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        return
    if out.isatty() or os.environ.get("PYTHONIOENCODING"):
        out.reconfigure(errors="replace")
    else:
        out.reconfigure(encoding="utf-8", errors="replace")


def output() -> TextIO:
    """Standard output. Raises SettingsError where it is closed."""
    if sys.stdout is None:
        raise SettingsError("standard output is closed; send it to a file, or write a page with --html PATH")
    return sys.stdout


def say(sentence: str) -> None:
    """Tells the user something on standard error. Where nobody can be told, the work goes on."""
    note(f"{PREFIX}{sentence}\n")


def note(text: str) -> None:
    """Writes to standard error as it is."""
    try:
        click.echo(text, err=True, nl=False)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO | None) -> None:
    """Sends what is still to be written to `stream` nowhere, so that Python does not fail again on its way out."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
