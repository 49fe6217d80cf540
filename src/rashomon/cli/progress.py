"""How far a run is, on standard error."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rashomon.cli.streams import note, say
from rashomon.intake.prose import LONGEST
from rashomon.records import Ledger
from rashomon.running.inputs import Input

#: with more reports than this, progress is shown
_FEW = 3
#: where standard error is no terminal, progress is shown each time that so many more are done
_STEP = 100
#: a report of more characters than this takes so long that a person wonders
_LONG = 100_000
#: seconds between two signs of life
_BEAT = 15


@dataclass(slots=True)
class Progress:
    """Reports that are done, and how many of them were set aside."""

    done: int = 0
    aside: int = 0
    #: whether the cursor stands behind a line that is to be written over
    _open: bool = False

    @contextmanager
    def reading(self, given: Input) -> Iterator[None]:
        """Gives signs of life as long as a long report is read."""
        size = len(given.report.text)
        if not _LONG < size <= LONGEST:
            yield
            return
        self.tell(f"{given.where} has {size:,} characters; reading it takes a while")
        over = threading.Event()
        beat = threading.Thread(target=self._beat, args=(given.where, over), daemon=True)
        beat.start()
        try:
            yield
        finally:
            over.set()
            beat.join()

    def count(self, ledger: Ledger) -> None:
        """Counts a report as done; says what is wrong with it, and how many are done once they are more than a few."""
        self.done += 1
        self.aside += is_aside(ledger)
        for issue in ledger.issues:
            self.tell(issue.message)
        if self.done <= _FEW:
            return
        if _is_terminal():
            note(f"\r{self.done} reports read")
            self._open = True
        elif self.done % _STEP == 0:
            note(f"{self.done} reports read\n")

    def finish(self) -> None:
        """Says how many were read where they were more than a few."""
        if self.done > _FEW:
            note(f"{chr(13) if self._open else ''}{self.done} reports read, {self.aside} set aside\n")
            self._open = False

    def tell(self, sentence: str) -> None:
        """Says something on a line of its own."""
        if self._open:
            note("\n")
            self._open = False
        say(sentence)

    def _beat(self, where: str, over: threading.Event) -> None:
        begun = time.monotonic()
        while not over.wait(_BEAT):
            self.tell(f"{where}: still reading, {time.monotonic() - begun:.0f} s")


def is_aside(ledger: Ledger) -> bool:
    """Whether a report was not read: it has issues and nothing else."""
    return bool(ledger.issues) and ledger.actors == ()


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
