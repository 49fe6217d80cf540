"""Actors, measured on actor phrases and on hand-made ledgers, beside what a user would take instead.

    python -m bench.who SHARED [--errors PART]

SHARED is a folder with `bench/actors/ngec_actor_tests`, `gold/dev` and `score/score.py`. Prints the country (ISO 3166-1
alpha-3) and PLOVER's sector of phrases, beside lists alone (names of states and peoples, nouns; no register, no rules of
phrases) and the commonest answer; of ledgers, by the scorer's definitions, the source of statements and the roles of
events, beside the actors named nearest; whether speakers are told by name. `--errors PART` prints what is wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bench.corpora import Row, Rows, ledger_of, lines, made_by_hand, nearest, report_of, scorer

from rashomon.reading.actors.lexicon import pronouns
from rashomon.resolving.actors import code_phrase
from rashomon.running.engine import Engine
from rashomon.vocab.actors import capitals, nations, nouns, register, words

PARTS = ("phrases", "ledgers")
#: what the file has for what is no state, and for no sector
_NO_STATE = frozenset(("UNO", "EUR", "IGO"))
_NO_SECTOR = frozenset(("UNK", "JNK"))
Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the country and the sectors that are right for it ("" for none); None where the file says nothing."""

    text: str
    day: str | None
    country: str | None
    sectors: frozenset[str] | None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", choices=PARTS, help="print what is wrong in one part")
    options = parser.parse_args()
    phrases(options.shared, options.errors == "phrases")
    ledgers(options.shared, options.errors == "ledgers")


def phrases(shared: Path, show: bool) -> None:
    """The share of phrases whose country, sector and both are right, of those of which the file says what is right."""
    rows = lines(shared / "bench/actors/ngec_actor_tests/dev.jsonl")
    # what its own makers expect to fail has no right answer for anyone
    asked = [p for p in (_phrase(row) for row in rows if not row["xfail"]) if p.country is not None or p.sectors]
    told = [_coded(p) for p in asked]
    print(f"actor phrases, NGEC's tests dev: {len(rows)}, {len(asked)} of which ask for something")
    _none(
        "country",
        [(p.country == "", not country) for p, (country, _) in zip(asked, told, strict=True) if p.country is not None],
    )
    _none("sector", [("" in p.sectors, not sector) for p, (_, sector) in zip(asked, told, strict=True) if p.sectors])
    _share("rashomon", asked, told)
    for start, half in ((0, "  phrases 0, 2, 4 …"), (1, "  phrases 1, 3, 5 …")):
        _share(half, asked[start::2], told[start::2])
    _share("lists alone", asked, [_listed(p.text) for p in asked])
    most = Counter(p.country for p in asked if p.country is not None).most_common(1)[0][0]
    often = Counter(s for p in asked for s in p.sectors or ()).most_common(1)[0][0]
    _share(f"always {most or 'no country'}, {often or 'no sector'}", asked, [(most, often)] * len(asked))
    if show:
        for p, (country, sector) in zip(asked, told, strict=True):
            if not all(_right(p, (country, sector))):
                wanted = (p.country, *sorted(p.sectors or ()))
                print(f"    {p.text!r}: wanted {wanted}, told {country or 'no country'} {sector or 'no sector'}")


def ledgers(shared: Path, show: bool) -> None:
    """Sources and roles of hand-made ledgers."""
    score, engine, golds = scorer(shared), Engine(), made_by_hand(shared)
    found = [ledger_of(engine, report_of(gold)) for gold in golds]
    print(f"ledgers, gold dev, {len(golds)}: on matched statements source right, on matched events roles F1")
    for name, some in (("rashomon", found), ("actors named nearest", [_by_nearness(each) for each in found])):
        figures = score.gold_ledgers(golds, some)
        print(f"  {name:32}source {figures['sources']:.3f}  roles {figures['roles']:.3f}")
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for gold, each in zip(golds, found, strict=True):
        names = {a["id"]: [a["name"], *(m["text"] for m in a["mentions"])] for a in each["actors"]}
        for told, wanted in _pairs(score, gold, each):
            ways = [wanted["source_name"], *wanted.get("source_names", [])]
            called = names.get(told["speakers"][-1], []) if told["speakers"] else []
            right = any(score.same_name(a, b) for a in called for b in ways)
            sort = _sort(wanted["source"])
            seen[sort] += 1
            hits[sort] += right
            if show and not right:
                print(f"    {gold['id']}: {wanted['source']!r} is {ways[0]!r}, told {called[:3]}")
    each_sort = "  ".join(f"{sort} {hits[sort] / n:.3f} of {n}" for sort, n in sorted(seen.items()))
    print(f"  speaker told by a right name: {sum(hits.values()) / seen.total():.3f} of {seen.total()}: {each_sort}")


def _phrase(row: Row) -> Phrase:
    day = (row["kwargs"].get("query_date") or (row["args"][1] if len(row["args"]) > 1 else "")) or None
    country = row["expected"].get("country", row["expected"].get("cc"))
    sectors = row["expected_in"].get("code_1") or ([row["expected"]["code_1"]] if "code_1" in row["expected"] else None)
    return Phrase(
        row["text"],
        day if day and day[:1].isdigit() else None,
        "" if country in _NO_STATE else country,
        frozenset("" if s in _NO_SECTOR else s for s in sectors) if sectors else None,
    )


def _coded(phrase: Phrase) -> Told:
    coding = code_phrase(phrase.text, register(), day=phrase.day)
    return coding.country or "", coding.sector or ""


def _listed(text: str) -> Told:
    """The first state or people that a phrase names, and the sector of its last noun that has one."""
    folded, capital = words(text), capitals(text)
    some = (nations().starting(folded, at)[1] for at in range(len(folded)) if capital[at])
    country = next((n.alpha3 for found in some for n in found[:1] if n.sort != "capital"), "")
    ends = (nouns().ending(folded, end)[1] for end in range(len(folded), 0, -1))
    return country, next((n.sector for found in ends for n in found[:1] if n.sector), "")


def _right(phrase: Phrase, told: Told) -> tuple[bool, bool]:
    """Whether country and sector are right; what the file says nothing of is not wrong."""
    return phrase.country in (None, told[0]), phrase.sectors is None or told[1] in phrase.sectors


def _none(what: str, some: Sequence[tuple[bool, bool]]) -> None:
    """How many of `some` (should have none, is told none) there are of each."""
    print(f"  {what}: {len(some)} ask, {sum(w for w, _ in some)} for none; {sum(t for _, t in some)} are told none")


def _share(name: str, asked: Sequence[Phrase], told: Sequence[Told]) -> None:
    right = [(p, *_right(p, t)) for p, t in zip(asked, told, strict=True)]
    country = [c for p, c, _ in right if p.country is not None]
    sector = [s for p, _, s in right if p.sectors is not None]
    both = [c and s for _, c, s in right]
    cells = (("country", country), ("sector", sector), ("both", both))
    print(f"  {name:32}" + "  ".join(f"{key} {sum(some) / len(some):.3f} of {len(some)}" for key, some in cells))


def _by_nearness(found: Row) -> Row:
    """The ledger with, for each statement, the actor named nearest to its content and outside it as source, and for each
    event the actor named last before it as actor and the one named first after it as recipient."""

    def named(fits: Callable[[Row], bool]) -> Iterator[tuple[str, Row]]:
        return ((a["id"], m) for a in found["actors"] for m in a["mentions"] if fits(m))

    def source(statement: Row) -> Row:
        content = statement["content"]
        whole = {"start": min(c["start"] for c in content), "end": max(c["end"] for c in content)}
        near = nearest(whole, named(lambda m: all(m["end"] <= c["start"] or m["start"] >= c["end"] for c in content)))
        spans = [m for a in found["actors"] if a["id"] == near for m in a["mentions"]]
        span = min(spans, key=lambda m: abs(m["start"] - whole["start"]), default=None)
        return statement | {"sources": [span] if span else [], "speakers": [near] if near else []}

    def roles(event: Row) -> Row:
        anchor = event["anchors"][0]
        actor = nearest(anchor, named(lambda m: m["end"] <= anchor["start"]))
        recipient = nearest(anchor, named(lambda m: m["start"] >= anchor["end"]))
        told = {"actor": [actor] if actor else [], "recipient": [recipient] if recipient else []}
        return event | {"roles": event["roles"] | told}

    return found | {
        "statements": [source(s) for s in found["statements"]],
        "events": [roles(e) for e in found["events"]],
    }


def _pairs(score: ModuleType, gold: Row, found: Row) -> Iterator[tuple[Row, Row]]:
    """Statements of the ledger with those of gold that have a source in the text, by half of their content."""
    tokens = score.Tokens(gold["text"])

    def alike(told: Row, wanted: Row) -> float:
        share: float = score.jaccard(tokens.under(told["content"]), tokens.under(wanted["content_spans"]))
        return share if share >= 0.5 else 0.0

    wanted: Rows = gold["statements"]
    for i, j, _ in score.match(found["statements"], wanted, alike):
        if wanted[j]["source_span"]:
            yield found["statements"][i], wanted[j]


def _sort(source: str) -> str:
    """Whether a source is a pronoun, has a name in it, or has none."""
    if source.casefold() in pronouns():
        return "pronoun"
    first, *rest = source.split()
    return "name" if any(w[0].isupper() for w in rest or [first]) else "other words"


if __name__ == "__main__":
    main()
