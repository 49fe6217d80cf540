"""A web page as its sentences, where nothing tells the article from what stands around it.

Works on the stream of tags and builds no tree, so that nesting does no harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

from rashomon.intake.lines import sentence_ends
from rashomon.vocab.data import read_table

#: a larger page is no article
_LONGEST = 5_000_000
#: a sentence has at least so many letters
_LEAST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The title of a page, where it has one, and its sentences, a paragraph a line; empty where it has none."""

    title: str | None
    text: str


def plain_page(page: str) -> PlainPage:
    """The sentences of `page`, without navigation, forms, scripts, and lines that are no sentences."""
    if len(page) > _LONGEST:
        return PlainPage(None, "")
    stream = _Stream()
    stream.feed(page)
    stream.close()
    stream.end_block()
    title = " ".join("".join(stream.title).split())
    return PlainPage(title or None, "\n".join(line for line in stream.lines if has_sentence(line)))


def has_sentence(paragraph: str) -> bool:
    """Whether a sentence ends in `paragraph`: what links and buttons say has no full stop."""
    letters = 0
    for at, ch in enumerate(paragraph):
        letters += ch.isalpha()
        if ch in sentence_ends() and letters >= _LEAST_LETTERS and not paragraph[at + 1 : at + 2].isalnum():
            return True
    return False


class _Stream(HTMLParser):
    """Gathers the lines of a page as its tags go by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.title: list[str] = []
        self._block: list[str] = []
        self._skipped: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        role = _roles().get(tag)
        if role is not None:
            self.end_block()
        if role == "skipped":
            self._skipped.append(tag)
        self._in_title = tag == "title" and not self._skipped

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _roles():
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in _roles():
            self.end_block()
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._skipped:
            self._block.append(data)

    def end_block(self) -> None:
        """Ends the paragraph that is being gathered."""
        line = " ".join("".join(self._block).split())
        if line:
            self.lines.append(line)
        self._block.clear()


@cache
def _roles() -> dict[str, str]:
    rows = read_table("rashomon.intake", "page_tags.tsv", ("tag", "role"), key=("tag",))
    return {row["tag"]: row["role"] for row in rows}
