"""Reports as they should not be: the statements come out sound, and text that holds none gives none."""

from __future__ import annotations

import pytest

from rashomon.models.encoder import Encoder
from rashomon.reading.parsed import Parsed
from tests.conftest import ParseText
from tests.reading.statements import answered

SENTENCE = "The ministry said two men were killed, which the rebels denied."
BAD = {
    "one word": "Said.",
    "one sentence": SENTENCE,
    "capitals": SENTENCE.upper() + " “NOBODY WAS KILLED,” COLONEL ADOU SAID.",
    "no capitals": SENTENCE.lower(),
    "no quotation marks": " ".join([SENTENCE] * 30),
    "only quotation marks": "“ ” " * 300,
    "only straight quotation marks": '"' * 500,
    "opening marks alone": "“We held it. " * 40,
    "closing marks alone": "We held it.” " * 40,
    "nested marks": "“He said ‘she said “they said ‘no’” twice’,” the envoy said. " * 10,
    "HTML left in": f"<p>{SENTENCE}</p><script>var said = 'x';</script><div class=\"said\">&ldquo;No,&rdquo; he said.</div>",
    "another language": "Le ministère a déclaré que deux hommes avaient été tués, ce que les rebelles ont démenti.",
    "another script": "وزارت دفاع گفت دو نفر کشته شدند. 国防部表示两人死亡。",
    "one sentence without an end": "and the colonel said that " * 400,
    "one cue over and over": "said " * 600,
    "no words": "!!! ??? --- ... *** \u2026",
    "symbols": "\U0001f525\U0001f525 said \ufffd\ufffd “\u200b” \u202eevil\u202c said he",
    "a table": "\n".join(f"{n}\t{n * 3}\tsaid\t“{n}”" for n in range(60)),
}


def _sound(parsed: Parsed, encoder: Encoder) -> int:
    found = answered(parsed, encoder)
    size = len(parsed.doc)
    for number, a in enumerate(found):
        for part in [*a.content, *([a.cue] if a.cue else []), *([a.source] if a.source else [])]:
            assert 0 <= part.start < part.end <= size
            assert parsed.of(part).text
        assert a.content == sorted(a.content)
        assert all(one.end <= other.start for one, other in zip(a.content, a.content[1:], strict=False))
        assert a.within != number
        assert a.follows is None or 0 <= a.follows < len(found)
        assert all(0 <= j < len(found) and j != number for j in a.answers)
        assert 0 < a.confidence <= 1
    assert [a.head for a in found] == sorted(a.head for a in found)
    return len(found)


@pytest.mark.parametrize("name", BAD)
def test_bad_reports_give_sound_statements(parse_text: ParseText, encoder: Encoder, name: str) -> None:
    _sound(parse_text(BAD[name]), encoder)


@pytest.mark.parametrize("name", ["only quotation marks", "only straight quotation marks", "no words"])
def test_where_nothing_is_said_nothing_is_found(parse_text: ParseText, encoder: Encoder, name: str) -> None:
    assert _sound(parse_text(BAD[name]), encoder) == 0


@pytest.mark.parametrize("name", ["one sentence", "capitals", "no quotation marks", "HTML left in"])
def test_what_is_said_is_found_all_the_same(parse_text: ParseText, encoder: Encoder, name: str) -> None:
    assert _sound(parse_text(BAD[name]), encoder) > 0


def test_a_long_report_holds_what_its_parts_hold(parse_text: ParseText, encoder: Encoder) -> None:
    paragraphs = [f"The mayor of Port {n} said that {n + 2} boats had sunk." for n in range(300)]
    assert _sound(parse_text("\n\n".join(paragraphs)), encoder) == 300
