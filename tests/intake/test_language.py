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


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), NIGERIAN, ENGLISH * 4 + FRENCH])
def test_english(text: str) -> None:
    assert check(read_text(text, id="t")) == ("en", ())


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
    found, issues = check(read_text(text, id="t"))
    assert found == language
    assert [issue.code for issue in issues] == ["not-english"]
    assert f'"{language}"' in issues[0].message


@pytest.mark.parametrize("text", ["", "5 killed in Kabul", "Le maire nie.", "12 34 56 " * 50])
def test_short_text_is_not_judged(text: str) -> None:
    assert check(read_text(text, id="t")) == (None, ())


@pytest.mark.parametrize(("given", "language"), [("fr", "fr"), ("pt-BR", "pt"), ("DE_at", "de")])
def test_given_language_is_believed(given: str, language: str) -> None:
    found, issues = check(read_text(ENGLISH, id="t", language=given))
    assert found == language
    assert [issue.code for issue in issues] == ["not-english"]


def test_said_to_be_english_and_is_not() -> None:
    assert check(read_text(FRENCH, id="t", language="en"))[0] == "fr"
    assert check(read_text("Two dead.", id="t", language="en-GB")) == ("en", ())


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, rashomon.intake.files, rashomon.intake.jsonl, rashomon.intake.language\n"
        "print([m for m in ('py3langid', 'trafilatura', 'charset_normalizer', 'lxml', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
