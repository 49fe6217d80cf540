"""How well denials are told from what is only said in the negative, on passages of our own (`denials.jsonl`).

    python bench/denials.py [--errors]

The passages were written without knowing how the program decides, half of their denials without a word of denial. The
errors of those with odd numbers were read once. A statement counts where its content shares half of its words with the
passage's, one with the same source before others.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from rashomon.intake.text import read_text
from rashomon.records import Statement
from rashomon.running.engine import Engine

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="print what is told wrongly")
    options = parser.parse_args()
    engine = Engine()
    told: Counter[tuple[str, str]] = Counter()
    for line in (HERE / "denials.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        ledger = engine.read(read_text(passage["text"], id=passage["id"]))
        left = list(ledger.statements)
        for wanted in passage["statements"]:
            found = _best(passage["text"], wanted, left)
            stance = found.stance if found is not None else "not found"
            if found is not None:
                left.remove(found)
            told[wanted["stance"], stance] += 1
            if options.errors and stance != wanted["stance"]:
                print(f"{passage['id']} {wanted['stance']} told as {stance}: {wanted['content']}")
        for more in left:
            told["nothing", more.stance] += 1
            if options.errors and more.stance == "deny":
                print(f"{passage['id']} nothing told as deny: {' / '.join(p.text for p in more.content)}")
    wanted = Counter(w for w, s in told.elements() if w != "nothing")
    found_of = sum(n for (w, s), n in told.items() if w == s)
    print(f"{sum(wanted.values())} statements, {wanted['deny']} of them denials; stance right: {found_of}")
    right = told["deny", "deny"]
    said = sum(n for (_, s), n in told.items() if s == "deny")
    precision, recall = right / max(1, said), right / max(1, wanted["deny"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"denials: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    for pair, n in sorted(told.items()):
        print(f"  {pair[0]:>8} told as {pair[1]:10} {n:4}")


def _best(text: str, wanted: dict[str, str], among: list[Statement]) -> Statement | None:
    """Of the statements whose content is like the wanted one by half, the likest; one with its source before others."""
    start = text.index(wanted["content"])
    content = _words(text, [(start, start + len(wanted["content"]))])
    liked = []
    for number, statement in enumerate(among):
        own = _words(text, [(part.start, part.end) for part in statement.content])
        alike = len(own & content) / max(1, len(own | content))
        if alike >= 0.5:
            same = any(s.text in wanted["source"] or wanted["source"] in s.text for s in statement.sources)
            liked.append((same, alike, -number))
    return among[-max(liked)[2]] if liked else None


def _words(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {m.start() for m in re.finditer(r"\w+", text) if any(a <= m.start() < b for a, b in spans)}


if __name__ == "__main__":
    main()
