"""Web pages."""

from __future__ import annotations

import pytest

from rashomon.errors import InputError, SettingsError
from rashomon.intake.html import read_html, read_page
from rashomon.intake.plain_page import has_sentence, plain_page

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Two killed in Sirte | The Courier</title>
<meta property="og:title" content="Two killed in Sirte"><meta property="og:site_name" content="The Courier">
<meta name="author" content="Amal Fadel"><meta property="article:published_time" content="2024-05-16T07:40:00Z">
<link rel="canonical" href="https://courier.example/sirte"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Two killed in Sirte</h1>
<p>Two people were killed in Sirte on Thursday, the mayor said, and nine were wounded when a shell hit a bakery.</p>
<p>The army denied that it had fired. &ldquo;We have no guns there,&rdquo; a spokesman said, and hung up.</p>
<p>(Reporting by Amal Fadel; Editing by Jo Bloggs)</p></article>
<footer>&copy; 2024 The Courier</footer></body></html>"""


def test_metadata_and_text() -> None:
    report = read_html(PAGE, id="x")
    assert (report.id, report.title, report.publisher) == ("x", "Two killed in Sirte", "The Courier")
    assert (report.published, report.language, report.url) == ("2024-05-16", "en", "https://courier.example/sirte")
    assert [(byline.name, byline.span) for byline in report.bylines] == [("Amal Fadel", None)]
    body = [report.text[start:end] for start, end in report.body]
    assert len(body) == 2
    assert body[0].startswith("Two people were killed")
    assert [credit.role for credit in report.credits] == ["reporting", "editing"]
    assert "Home" not in report.text


def test_what_is_passed_goes_before_the_page() -> None:
    report = read_html(PAGE.encode(), published="2024-05-17", publisher="A Mirror", url="https://mirror.example/")
    assert (report.published, report.publisher, report.url) == ("2024-05-17", "A Mirror", "https://mirror.example/")
    assert report.id.startswith("re_")


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html>", "<p>\ud800</p>", "", b"<html>\0</html>"])
def test_page_without_an_article(page: str | bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_html(page, name="page.html")
    assert caught.value.code == "no-article"
    assert caught.value.message.startswith("page.html ")


@pytest.mark.parametrize(
    "inside",
    [
        '<nav><a href="/">Home</a> <a href="/world">World</a></nav>',
        "<nav><ul><li>Home</li><li>World</li></ul></nav><h1>Two killed in Sirte</h1>",
        "<div><a>Home</a> | <a>World</a></div><div>Subscribe to our newsletter</div><p>Copyright 2024</p>",
    ],
)
def test_title_and_navigation_are_no_article(inside: str) -> None:
    with pytest.raises(InputError) as caught:
        read_html(f"<html><head><title>Two killed in Sirte | The Courier</title></head><body>{inside}</body></html>")
    assert caught.value.code == "no-article"


@pytest.mark.parametrize("depth", [300, 20_000])
def test_a_page_nested_too_deep_is_read_by_its_sentences_and_told(depth: int) -> None:
    first, second = "Two people were killed in Sirte, the mayor said.", "The army denied that it had fired &amp; left."
    page = (
        f"<html lang=en><head><title>Two killed</title></head><body><nav>Home</nav>{'<div>' * depth}"
        f"<p>{first}</p><script>alert('This is a script.')</script><p>{second}<br>Share this</p>{'</div>' * depth}</body>"
    )
    report, issues = read_page(page, name="deep.html")
    assert report.text == f"{first}\n{second.replace('&amp;', '&')}"
    assert (report.title, report.language) == ("Two killed", "en")
    assert [issue.code for issue in issues] == ["plain-page"]
    assert issues[0].message.startswith("deep.html ")


def test_a_page_that_is_read_well_has_no_issue() -> None:
    assert read_page(PAGE)[1] == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Two dead in Kabul.", True),
        ("The army “has no guns there.” He hung up", True),
        ("Home | World | Sport and more", False),
        ("www.example.org and more", False),
        ("Copyright", False),
        ("", False),
    ],
)
def test_what_a_sentence_is(line: str, expected: bool) -> None:
    assert has_sentence(line) is expected


@pytest.mark.parametrize("page", ["", "<", "<!", "<p", "</nav>", "<nav><nav>a", "&#xd800;", "<![CDATA[", "<title>x"])
def test_scraps_of_pages_have_no_sentences(page: str) -> None:
    assert plain_page(page).text == ""


def test_bad_date() -> None:
    with pytest.raises(SettingsError):
        read_html(PAGE, published="16 May")
