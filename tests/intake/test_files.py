"""Files and bytes: what is refused, and what is assumed."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from rashomon.errors import InputError, SettingsError
from rashomon.intake.files import LIMIT, read_bytes, read_path

TEXT = "Rebels shelled the airport on Friday, the army said. The rebels called that a “lie”."


def refused(data: bytes, *, limit: int = LIMIT) -> InputError:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name="thing", limit=limit)
    message = caught.value.message
    assert message.startswith("thing ")
    assert message.endswith(".")
    assert "\n" not in message
    return caught.value


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    report, issues = read_path(path, published="2024-05-01", publisher="Orbis")
    assert (report.text, report.published, report.publisher, issues) == (TEXT, "2024-05-01", "Orbis", ())
    assert report.id.startswith("re_")
    assert report.id == read_bytes(TEXT.encode("utf-8"), name="elsewhere")[0].id


def test_page_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"<!-- saved --><html><body><article><h1>Hit</h1><p>{TEXT}</p></article></body></html>", "utf-8")
    report, _ = read_path(path)
    assert "<" not in report.text
    assert TEXT in report.text


@pytest.mark.parametrize("text", ["<3,000 people fled, officials said.", "p < 0.05, they said. <b>No</b>."])
def test_text_with_angles_is_no_page(text: str) -> None:
    assert read_bytes(text.encode(), name="t")[0].text == text


def test_missing_and_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist") as caught:
        read_path(tmp_path / "none.txt")
    assert caught.value.code == "missing"
    with pytest.raises(InputError, match="is a directory") as caught:
        read_path(tmp_path)
    assert caught.value.code == "directory"
    with pytest.raises(InputError):
        read_path(Path("a\0b"))


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u3000\u00a0".encode()])
def test_empty(data: bytes) -> None:
    assert refused(data).code == "empty"


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", TEXT)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _archive(),
        gzip.compress(TEXT.encode()),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 20,
        b"\xff\xd8\xff\xe0JFIF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 50,
        b"{\\rtf1 text}",
        b"Words and then\0a NUL",
    ],
)
def test_binary(data: bytes) -> None:
    assert refused(data).code == "binary"


def test_pdf_says_to_convert() -> None:
    error = refused(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    assert error.code == "pdf"
    assert "convert it to text first" in error.message


def test_too_large(tmp_path: Path) -> None:
    assert refused(b"x" * 100, limit=99).code == "too-large"
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 100)
    with pytest.raises(InputError, match="more than"):
        read_path(path, limit=99)
    assert read_path(path, limit=100)[0].text == "x" * 100


def test_bad_date_is_the_callers_fault() -> None:
    with pytest.raises(SettingsError):
        read_bytes(TEXT.encode(), name="t", published="2023-02-30")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    report, issues = read_bytes(TEXT.encode(encoding), name="t")
    assert report.text == TEXT
    assert issues == ()


def test_windows_1252_is_assumed_and_said() -> None:
    report, issues = read_bytes(TEXT.encode("cp1252"), name="old.txt")
    assert report.text == TEXT
    assert [issue.code for issue in issues] == ["not-utf-8"]
    assert "old.txt" in issues[0].message
    assert "cp1252" in issues[0].message


def test_damaged_utf_8_stays_utf_8() -> None:
    data = (TEXT * 5).encode("utf-8") + b"\xe2\x80"
    report, issues = read_bytes(data, name="t")
    assert report.text.startswith(TEXT * 5)
    assert [issue.code for issue in issues] == ["not-utf-8"]
    assert "UTF-8" in issues[0].message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, "Армия сообщила, что пять солдат погибли. Власти это отрицают.\n" * 3])
def test_utf_16_without_a_mark_is_read_and_told(encoding: str, text: str) -> None:
    report, issues = read_bytes(text.encode(encoding), name="wide.txt")
    assert report.text == text
    assert [issue.code for issue in issues] == ["not-utf-8"]
    assert "wide.txt" in issues[0].message
    assert encoding in issues[0].message


def test_the_byte_that_makes_a_file_binary_is_named() -> None:
    assert "byte 600 is NUL" in refused(b"The army" + b" said so" * 73 + b"1234567\0 x").message
    assert "byte 15 is NUL" in refused(b"Words and then\0a NUL").message


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[{"id": "a", "text": "Rebels fired."}, {"id": "b", "text": "x"}]', "a JSON array;"),
        ('[\n  {\n    "id": "a",\n    "text": "Rebels fired."\n  }\n]\n', "a JSON array;"),
        ('[ {"id": "a", "text": "Cut off', "a JSON array;"),
        ('["Rebels fired.", "The army denied it."]', "a JSON array;"),
        ('{\n  "id": "a",\n  "text": "Rebels fired."\n}\n', "a JSON object over several lines;"),
        ('{"id": "a", "body": "Rebels fired."}\n', "JSON lines;"),
    ],
)
def test_json_says_how_to_convert_it(text: str, what: str) -> None:
    error = refused(text.encode())
    assert error.code == "json"
    assert f"holds {what}" in error.message
    assert "--input-format jsonl" in error.message


@pytest.mark.parametrize("text", ["[TEXT] Rebels fired, the army said.", '["We left," he said.]', "{sic} They fled."])
def test_prose_in_brackets_is_no_json(text: str) -> None:
    assert read_bytes(text.encode(), name="t")[0].text == text


def test_deeply_nested_json_is_refused_and_not_crashed_on() -> None:
    assert refused(b'[{"a": ' + b"[" * 100_000).code == "json"


def test_a_line_break_in_a_name_does_not_break_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_path(tmp_path / "two\nlines.txt")
    assert "two\\nlines.txt does not exist" in caught.value.message
    assert "\n" not in caught.value.message


def test_json_lines_are_named_as_such() -> None:
    assert refused(b'{"id": "a", "text": "Rebels fired."}\n{"text": "x"}\n').code == "json"
    assert read_bytes(b'{"text" he said, and fled.', name="t")[0].text.startswith("{")


def test_cyrillic_is_guessed_and_said() -> None:
    text = "Армия сообщила во вторник, что пять солдат погибли в засаде недалеко от границы. Власти это отрицают. "
    report, issues = read_bytes((text * 5).encode("cp1251"), name="t")
    assert report.text == text * 5
    assert [issue.code for issue in issues] == ["not-utf-8"]


def test_encoding_that_a_page_names_is_believed() -> None:
    words = "Слово и дело. " * 30
    page = f'<html><head><meta charset="windows-1251"></head><body><article><p>{words}</p></article></body></html>'
    report, issues = read_bytes(page.encode("cp1251"), name="t")
    assert "Слово и дело." in report.text
    assert issues == ()


def test_ten_megabytes_in_one_line() -> None:
    data = (b"The army said that nine men had died. " * 300_000)[: 10 * 2**20]
    report, _ = read_bytes(data, name="t")
    assert len(report.text) == 10 * 2**20
    assert sum(end - start for start, end in report.body) > 0.99 * len(report.text)
