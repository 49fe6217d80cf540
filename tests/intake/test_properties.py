"""What holds for every text."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.intake.text import read_text
from rashomon.records import Report, Span

#: pieces of furniture, so that texts come near to what is looked for
PIECES = st.sampled_from(
    [
        "BAKU (Reuters) - ",
        "NAIROBI, Kenya — ",
        "(Reuters) -",
        "By Jane Doe\n",
        "by A B  ",
        "(Reporting by ",
        "Editing by)",
        "Writing by X Y",
        "(Photo: ",
        "(Jane Doe/Reuters)",
        "10:42 GMT - ",
        "[TEXT]",
        "Sapa /ab/cd",
        "Enditem",
        "___",
        "HOST: ",
        "Read more:",
        "contributed to this report.",
        "Troops fired. ",
        "Image: X.",
        "-30-",
        "© 2023",
        "A short head",
        "JANE DOE ",
        "said that ",
        "“",
        "”",
        "\n\n",
        "\n",
        "     ",
        "\r\n",
        "\u2028",
        "\0",
        "\ud800",
        "\u202e",
        "e\u0301",
        "\U0001f4a5",
    ]
)
ANY = st.characters()
TEXTS = st.text(ANY, max_size=80) | st.lists(PIECES | st.text(ANY, max_size=12), max_size=25).map("".join)
SENTENCES = st.text(st.sampled_from("abcd efg"), max_size=60).map(lambda words: f"The {words.strip()} said so.")


def furniture(report: Report) -> Iterator[Span]:
    if report.title_span:
        yield report.title_span
    if report.dateline:
        yield report.dateline.span
    yield from (byline.span for byline in report.bylines if byline.span)
    yield from (credit.span for credit in report.credits)


@given(TEXTS, st.none() | TEXTS)
@example("\ud800\udfff \0 (Reporting by \n\nEditing by)", None)
@example("By JANE DOE BAKU (AP) - ", None)
@example("By A B C D E F (AP) - x", "By")
def test_spans_hold_and_body_keeps_clear_of_furniture(text: str, title: str | None) -> None:
    report = read_text(text, id="t", title=title)
    assert report.text == text
    spans = list(furniture(report))
    for span in spans:
        assert text[span.start : span.end] == span.text
    last = 0
    for start, end in report.body:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not any(span.start < end and start < span.end for span in spans)
        last = end


@given(TEXTS)
def test_same_text_same_report(text: str) -> None:
    assert read_text(text, id="t") == read_text(text, id="t")


@given(st.lists(SENTENCES))
def test_plain_prose_is_never_lost(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    report = read_text(text, id="t")
    assert " ".join(text[start:end] for start, end in report.body).split() == text.split()
