"""JSON lines: one report a line, whatever is wrong with the others."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.jsonl import read_jsonl

TEXT = "  Rebels shelled the airport.\r\n\r\nThe army  said so.\t\n"


def test_text_is_taken_to_the_character() -> None:
    line = json.dumps(
        {
            "id": "a",
            "text": TEXT,
            "title": "Airport",
            "url": "https://x.example",
            "publisher": "Orbis",
            "published": "2024-05-01T08:00:00Z",
            "language": "en",
        }
    )
    [(report, issues)] = read_jsonl([line + "\r\n"], name="in")
    assert report.text == TEXT
    assert (report.id, report.title, report.url, report.publisher) == ("a", "Airport", "https://x.example", "Orbis")
    assert (report.published, report.language, issues) == ("2024-05-01T08:00:00+00:00", "en", ())
    body = [report.text[start:end] for start, end in report.body]
    assert body == ["Rebels shelled the airport.", "The army  said so."]


@pytest.mark.parametrize(
    ("line", "id_", "text", "code"),
    [
        ('{"id": "a", "text": "Cut off', "in:1", "", "bad-json"),
        ("[1, 2]", "in:1", "", "bad-json"),
        ('"text"', "in:1", "", "bad-json"),
        ("{}", "in:1", "", "bad-json"),
        ('{"id": "a"}', "a", "", "no-text"),
        ('{"id": "a", "text": 7}', "a", "", "no-text"),
        ('{"id": "a", "text": null}', "a", "", "no-text"),
        ('{"id": "a", "text": " \\n"}', "a", " \n", "no-text"),
        ('{"id": 7, "text": ""}', "7", "", "no-text"),
        (b'{"id": "a", "text": "caf\xe9"}', "in:1", "", "bad-encoding"),
        ("[" * 100_000, "in:1", "", "bad-json"),
        ('{"id": "a", "n": ' + "9" * 10_000 + "}", "in:1", "", "bad-json"),
    ],
)
def test_line_that_cannot_be_read(line: str | bytes, id_: str, text: str, code: str) -> None:
    [(report, issues)] = read_jsonl([line], name="in")
    assert (report.id, report.text, report.body) == (id_, text, ())
    assert [issue.code for issue in issues] == [code]
    assert issues[0].message.startswith("in:1: ")
    assert issues[0].message.endswith(".")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("published", "2023-02-30", "bad-date"),
        ("published", 2023, "bad-field"),
        ("title", ["x"], "bad-field"),
    ],
)
def test_bad_field_is_left_out_and_said(field: str, value: object, code: str) -> None:
    [(report, issues)] = read_jsonl([json.dumps({"id": "a", "text": TEXT, field: value})], name="in")
    assert [issue.code for issue in issues] == [code]
    assert (report.text, report.published, report.title) == (TEXT, None, None)
    assert report.body


def test_lines_pair_and_bad_ones_spoil_only_themselves() -> None:
    good = json.dumps({"text": TEXT}).encode()
    lines = [b"\xef\xbb\xbf" + good, b"\n", b"  \r\n", b"{", b"\xff\xfe", good + b"  \r\n"]
    read = list(read_jsonl(lines, name="in"))
    assert [bool(report.body) for report, _ in read] == [True, False, False, True]
    assert [report.id for report, _ in read][1:3] == ["in:4", "in:5"]
    assert read[0][0].id == read[3][0].id


def test_id_without_one_is_from_the_text() -> None:
    [(one, _), (two, _)] = read_jsonl([json.dumps({"text": "A."}), json.dumps({"text": "B."})], name="in")
    assert one.id.startswith("re_")
    assert one.id != two.id


def test_lone_surrogates_are_told_and_the_report_is_read() -> None:
    line = '{"id": "a", "text": "Rebels \\ud83d shelled the airport \\udc00, the army said."}'
    [(report, issues)] = read_jsonl([line], name="in")
    assert report.body
    assert [issue.code for issue in issues] == ["bad-text"]
    assert issues[0].message.startswith("in:1: the text has 2 lone surrogates (the first is character 8)")


def test_a_pair_of_surrogates_is_a_character() -> None:
    [(report, issues)] = read_jsonl(['{"id": "a", "text": "Blast \\ud83d\\udca5 in Gao."}'], name="in")
    assert (report.text, issues) == ("Blast \U0001f4a5 in Gao.", ())


def test_an_id_that_came_before_is_told() -> None:
    lines = [json.dumps({"id": id_, "text": TEXT}) for id_ in ("a", "b", "a", 7, "7")] + [
        json.dumps({"text": TEXT})
    ] * 2
    read = list(read_jsonl(lines, name="in"))
    assert [[issue.code for issue in issues] for _, issues in read] == [[], [], ["same-id"], [], ["same-id"], [], []]
    assert read[2][1][0].message.startswith("in:3: the id 'a' stands in line 1 already")
    assert all(report.body for report, _ in read)


def test_an_array_in_a_line_is_named() -> None:
    [(_, issues)] = read_jsonl(['[{"id": "a", "text": "x"}]'], name="in")
    assert "JSON array" in issues[0].message


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(["id", "text", "title", "url", "publisher", "published", "language"])


raw_lines = st.binary(max_size=30).map(lambda line: line.replace(b"\n", b""))
json_lines = st.dictionaries(keys, json_values).map(json.dumps)


@given(st.lists(raw_lines | json_lines))
def test_never_raises_and_never_drops_a_line(lines: list[bytes | str]) -> None:
    kept = [line for line in lines if not _blank(line)]
    read = list(read_jsonl(lines, name="in"))
    assert len(read) == len(kept)
    assert all(report.body or issues for report, issues in read if not any(ch.isalnum() for ch in report.text))


def _blank(line: bytes | str) -> bool:
    words = line.decode("utf-8", "replace") if isinstance(line, bytes) else line
    return not words.strip().strip("\ufeff")
