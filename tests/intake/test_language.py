"""English or not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rashomon.intake.language import check
from rashomon.intake.text import read_text

ENGLISH = (
    "The army said on Tuesday that five soldiers had been killed in an ambush near the border. The government denied "
    "it and said that nobody had died. "
)
FRENCH = (
    "L'armée a annoncé mardi que cinq soldats avaient été tués dans une embuscade près de la frontière. Le "
    "gouvernement a démenti ces informations. "
)
TURKISH = (
    "Ordu salı günü yaptığı açıklamada sınır yakınlarında kurulan pusuda beş askerin öldüğünü söyledi. Hükümet bu "
    "haberi yalanladı. "
)
NIGERIAN = (
    "The DPO told newsmen that no fewer than five persons were matcheted by hoodlums suspected to be cultists along "
    "Eke Obinagu axis, Ugwuaji, while Alhaji Danjuma Garba of Miyetti Allah faulted the claim. "
)


def judged(text: str, language: str | None = None) -> tuple[str | None, list[str]]:
    """The language found, and the codes of the issues."""
    found = check(read_text(text, id="t", language=language))
    codes = [issue.code for issue in found.issues]
    assert found.is_english == ("not-english" not in codes)
    return found.report.language, codes


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), NIGERIAN, ENGLISH * 4 + FRENCH])
def test_english(text: str) -> None:
    assert judged(text) == ("en", [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (FRENCH.upper(), "fr"),
        (TURKISH, "tr"),
        (ENGLISH + FRENCH * 4, "fr"),
        ("Армия сообщила. " * 20, "ru"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    assert judged(text) == (language, ["not-english"])
    [issue] = check(read_text(text, id="t"), "dispatch.txt").issues
    assert issue.message.startswith("dispatch.txt ")
    assert f'"{language}"' in issue.message


@pytest.mark.parametrize("text", ["", "5 killed in Kabul", "Le maire nie.", "12 34 56 " * 50])
def test_short_text_is_not_judged(text: str) -> None:
    assert judged(text) == (None, [])


@pytest.mark.parametrize(("given", "language"), [("fr", "fr"), ("pt-BR", "pt"), ("DE_at", "de")])
def test_given_language_is_believed(given: str, language: str) -> None:
    assert judged(ENGLISH, given) == (given, ["not-english"])
    assert f'"{language}"' in check(read_text(ENGLISH, id="t", language=given)).issues[0].message


def test_said_to_be_english_and_is_not() -> None:
    assert judged(FRENCH, "en")[1] == ["not-english"]
    assert judged("Two dead.", "en-GB") == ("en-GB", [])


def test_foreign_paragraphs_of_an_english_report_leave_its_body_and_are_told() -> None:
    report = read_text(f"{ENGLISH}\n\n{FRENCH}\n\nNon.\n\n{FRENCH}\n\n{ENGLISH * 3}\n\n{TURKISH}", id="t")
    found = check(report, "mixed.txt")
    body = [found.report.text[start:end] for start, end in found.report.body]
    assert body == [ENGLISH.strip(), (ENGLISH * 3).strip()]
    assert found.report.text == report.text
    french, turkish = found.issues
    assert (french.code, turkish.code) == ("other-language", "other-language")
    assert french.message.startswith('mixed.txt has 3 paragraphs in the language "fr"')
    assert turkish.message.startswith('mixed.txt has a paragraph in the language "tr"')
    assert french.span is not None
    assert french.span.text.startswith("L'armée")


def test_short_quotations_stay() -> None:
    text = f"{ENGLISH}\n\n“Allahu akbar!”\n\n{ENGLISH}"
    assert len(check(read_text(text, id="t")).report.body) == 3


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, rashomon.intake.files, rashomon.intake.jsonl, rashomon.intake.language\n"
        "print([m for m in ('py3langid', 'trafilatura', 'charset_normalizer', 'lxml', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
