"""The page as a document."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from rashomon.publishing import page
from rashomon.records import Ledger, Report, Span
from tests.publishing.factory import TEXT, crowd, empty, hostile, market

_VOID = {"meta", "br", "hr", "img", "input", "link"}


class Document(HTMLParser):
    """A page taken apart. Raises AssertionError where tags do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)

    @property
    def text(self) -> str:
        """What the page reads, whitespace made plain."""
        return " ".join("".join(self.words).split())

    def values(self, attribute: str) -> list[str]:
        """All values of an attribute, in order."""
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


@pytest.fixture(
    params=[[market()], [hostile()], [empty()], [], [market(), hostile(), crowd(12), empty()]],
    ids=["market", "hostile", "empty", "none", "all"],
)
def ledgers(request: pytest.FixtureRequest) -> list[Ledger]:
    """Pages that must all be sound."""
    given: list[Ledger] = request.param
    return given


def test_tags_nest_ids_are_unique_and_links_lead_somewhere(ledgers: list[Ledger]) -> None:
    document = Document(page.render(ledgers))
    ids = document.values("id")
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in document.values("href") if href.startswith("#")}
    labelled = {label for value in document.values("aria-labelledby") for label in value.split()}
    assert inner | labelled <= set(ids)


def test_every_value_leads_to_marked_words(ledgers: list[Ledger]) -> None:
    tags = Document(page.render(ledgers)).tags
    marked = {key for tag, attrs in tags if tag == "mark" for key in (attrs["data-m"] or "").split()}
    wanted = {key for tag, attrs in tags if tag == "a" for key in (attrs.get("data-m") or "").split()}
    assert wanted <= marked
    assert bool(marked) == any(ledger.statements for ledger in ledgers)


def test_every_marked_word_has_an_entry() -> None:
    tags = Document(page.render([market()])).tags
    marked = {key for tag, attrs in tags if tag == "mark" for key in (attrs["data-m"] or "").split()}
    wanted = {key for tag, attrs in tags if tag == "a" for key in (attrs.get("data-m") or "").split()}
    assert marked == wanted


def test_the_policy_allows_this_style_and_this_script_only(ledgers: list[Ledger]) -> None:
    source = page.render(ledgers)
    document = Document(source)
    (policy,) = (attrs["content"] for _, attrs in document.tags if "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inline,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not [a for _, attrs in document.tags for a in attrs if a in ("style", "src", "srcset") or a.startswith("on")]


def test_what_a_report_holds_is_text_and_nothing_else() -> None:
    document = Document(page.render([hostile()]))
    assert [tag for tag, _ in document.tags].count("script") == 1
    assert "<script>alert('x')</script> & “quotes”" in document.text
    assert "{{ 7*7 }} </mark></body>" in document.text
    assert not [href for href in document.values("href") if not href.startswith("#")]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", document.text)


def test_the_whole_text_can_be_read() -> None:
    source = page.render([market()])
    section = source[source.index('<section class="text"') : source.index('<div class="ledger"')]
    assert Document(section.rpartition("</section>")[0] + "</section>").text == " ".join(TEXT.split())


def test_conflicts_have_a_sign_a_word_and_a_reason() -> None:
    text = Document(page.render([market()])).text
    assert "≠ Conflict on killed: 2 Velmark’s health ministry 9 or more ≠ 3 Pavle Dren 4" in text
    assert "2 Velmark’s health ministry Karsia ≠ 3 Pavle Dren Velmark. Each names the other side." in text
    assert "≠ killed conflict" in text


@pytest.mark.parametrize("status", ["claimed", "disputed", "unverified", "denied", "reported", "confirmed", "refuted"])
def test_every_status_is_a_word(status: str) -> None:
    assert f'<span class="status {status}">{status}</span>' in page.render([market()])


def test_who_says_so_and_who_denies_it_stands_before_the_table() -> None:
    text = Document(page.render([market()])).text
    assert "say so 1 The Courier, 2 Velmark’s health ministry deny it 3 Pavle Dren ≠ Conflict" in text
    assert "says so; another denies it disputed" in text


def test_many_accounts_make_tables_of_three() -> None:
    tags = Document(page.render([crowd(12)])).tags
    assert [attrs["aria-label"] for _, attrs in tags if attrs.get("class") == "scroll"] == [
        f"Accounts {first} to {first + 2} of: Shelling in Dolny Brod" for first in (1, 4, 7, 10)
    ]


def test_codes_of_other_schemes_are_folded_and_say_what_they_are() -> None:
    source = page.render([market()])
    assert "<summary>codes in other schemes, and how sure they are</summary>" in source
    assert "UCDP type of violence 1, state-based" in Document(source).text


def test_several_reports_have_a_list_and_a_section_each() -> None:
    document = Document(page.render([market(), hostile()]))
    assert [attrs["id"] for tag, attrs in document.tags if attrs.get("class") == "report"] == ["r0", "r1"]
    assert {"#r0", "#r1"} <= set(document.values("href"))


def test_headings_skip_no_level() -> None:
    levels = [int(tag[1]) for tag, _ in Document(page.render([market()])).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_ledgers_give_the_same_bytes() -> None:
    assert page.render([market(), hostile()]).encode() == page.render([market(), hostile()]).encode()


def _long(words: int) -> Ledger:
    """A report of `words` words, every third of them an event."""
    text = ("fire " * (words // 50) + "struck the " * (words // 50) + "\n\n") * 17
    starts = [match.start() for match in re.finditer("fire", text)]
    anchors = (Span.cut(text, start, start + 4) for start in starts)
    like = market().events[0]
    events = tuple(replace(like, id=f"e{n}", anchors=(anchor,), counts=()) for n, anchor in enumerate(anchors))
    return Ledger(Report(id="long", text=text), events=events)


def _seconds(ledger: Ledger) -> float:
    start = time.process_time()
    page.render([ledger])
    return time.process_time() - start


def test_time_grows_with_the_length_and_no_faster() -> None:
    """Ten times the words take about ten times as long; a quadratic step would take a hundred."""
    short, long = _long(5_000), _long(50_000)
    _seconds(short)
    assert _seconds(long) < 30 * max(_seconds(short), 0.05)
