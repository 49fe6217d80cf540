"""What happened, measured on the corpora of events, modality and losses and on hand-made ledgers, beside a baseline.

    python -m bench.events SHARED [--skip PART…] [--errors PART]

SHARED is a folder with `bench/events`, `bench/factuality/uw`, `bench/casualties/gva`, `gold/dev` and `score/score.py`, whose
definitions are used. Prints the type of a sentence and its roles on plv (the fifth that training holds back) and plover_gsr,
beside a TF-IDF classifier that learns from the rest of plv; the sign of certainty on UW; killed and injured of local
reports; events, claimants, flags, roles and counts of ledgers; how often a confidence is right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.corpora import Rows, ledger_of, lines, made_by_hand, report_of, scorer

from rashomon.running.engine import Engine

PARTS = ("sentences", "subtypes", "certainty", "losses", "ledgers")
SUBTYPES = Path(__file__).with_name("subtypes.tsv")
#: certainty (-3 to 3) beyond which a text says that an event happened, or did not: the corpus sets no bound, so two are
#: tried; nor does it part what is to come from what was, so that is counted both ways
_SIGNS = (0.5, 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--skip", nargs="*", choices=PARTS, default=[])
    parser.add_argument("--errors", choices=PARTS, help="print what one part gets wrong")
    options = parser.parse_args()
    bench = Bench(options.shared, options.errors)
    for part in PARTS:
        if part not in options.skip:
            getattr(bench, part)()


class Bench:
    """The corpora and the program, loaded once."""

    def __init__(self, shared: Path, errors: str | None = None) -> None:
        self._shared = shared
        self._errors = errors
        self._score = scorer(shared)
        self._engine = Engine()

    def sentences(self) -> None:
        """One event type a sentence: plv's held-back fifth and plover_gsr."""
        plv = lines(self._shared / "bench/events/plv/train.jsonl")
        train, held = [r for r in plv if not is_held(r["text"])], [r for r in plv if is_held(r["text"])]
        gsr = lines(self._shared / "bench/events/plover_gsr/dev.jsonl")
        print("type of a sentence")
        for name, rows, key in (("plv, held back", held, "root"), ("plover_gsr dev", gsr, "event")):
            found = self._read(rows)
            self._row(name, self._score.sentence_events(rows, found, key), len(rows))
            self._row("  TF-IDF, linear SVM", self._score.sentence_events(rows, _tfidf(train, rows), key), len(rows))
            if self._errors == "sentences":
                self._wrong(rows, found, key)

    def subtypes(self) -> None:
        """ACLED's sub-types of sentences of our own, through our map; of each sentence the surest event that has one."""
        told = SUBTYPES.read_text(encoding="utf-8").splitlines()
        rows = [dict(zip(("subtype", "text"), line.split("\t"), strict=True)) for line in told if line.strip()]
        found = self._read(rows)
        got = []
        for row, ledger in zip(rows, found, strict=True):
            events = sorted(ledger["events"], key=lambda e: -(e.get("confidence") or 0))
            got.append(next((e["codes"]["acled"][1] for e in events if e["codes"]["acled"]), "none"))
            if self._errors == "subtypes" and got[-1] != row["subtype"]:
                print(f"    {row['subtype']} != {got[-1]}: {row['text']}")
        wanted = [row["subtype"] for row in rows]
        print(f"ACLED sub-types, {len(rows)} sentences of our own: weighted F1 {_weighted_f1(wanted, got):.3f}")
        halves = [_weighted_f1(wanted[i::2], got[i::2]) for i in (0, 1)]
        print(f"  odd lines, which were read while the map was made, {halves[0]:.3f}; even lines {halves[1]:.3f}")

    def certainty(self) -> None:
        """Whether an event happened, is open, or did not happen, where both UW and the ledger mark it."""
        rows = lines(self._shared / "bench/factuality/uw/dev.jsonl")
        wanted, got, sooner = [], [], []
        for row, ledger in zip(rows, self._read(rows), strict=True):
            for gold in row["events"]:
                event = next((e for e in ledger["events"] if any(_meets(a, gold) for a in e["anchors"])), None)
                if event is not None:
                    wanted.append(gold["factuality"])
                    got.append(_told(event["modality"]))
                    sooner.append(_told(event["modality"] | {"future": False}))
                    if self._errors == "certainty" and _sign(wanted[-1], _SIGNS[0]) != got[-1]:
                        print(f"    {gold['text']} {gold['factuality']:.1f} {got[-1]}: {row['text']}")
        print(f"certainty, UW dev: {len(wanted)} events that both mark")
        for beyond in _SIGNS:
            for name, told in (("open", got), ("as certain as the past", sooner)):
                figures = _per_class((_sign(f, beyond) for f in wanted), told)
                mean = sum(figures.values()) / len(figures)
                each = "  ".join(f"{name} {value:.3f}" for name, value in sorted(figures.items()))
                print(f"  open up to {beyond}, what is to come {name}: macro-F1 {mean:.3f}  {each}")

    def losses(self) -> None:
        """Killed and injured of the incident that a local report tells."""
        rows = lines(self._shared / "bench/casualties/gva/dev.jsonl")
        counted: list[bool] = []
        told = 0
        for row, ledger in zip(rows, self._read(rows), strict=True):
            wanted = (row["num_killed"], row["num_injured"])
            by_counts = tuple(_largest(ledger["counts"], kind) for kind in ("killed", "injured"))
            by_incident = _main_incident(ledger)
            counted.append(by_counts == wanted)
            told += by_incident == wanted
            if self._errors == "losses" and by_incident != wanted:
                print(f"    wanted {wanted} counts {by_counts} incident {by_incident}: {row['title']}\n{row['text']}\n")
        print(f"local incident reports, gva dev, {len(rows)}: killed and injured both exact")
        shares = [sum(some) / len(some) for some in (counted, counted[1::2], counted[::2])]
        print(f"  largest of the report's counts {shares[0]:.3f}  of its main incident {told / len(rows):.3f}")
        print(f"  odd records, whose errors were read, {shares[1]:.3f}; even records {shares[2]:.3f}")
        always = sum((r["num_killed"], r["num_injured"]) == (1, 0) for r in rows)
        print(f"  always one and none {always / len(rows):.3f}")

    def ledgers(self) -> None:
        """Hand-made ledgers, and how often a confidence is right on them."""
        golds = made_by_hand(self._shared)
        found = self._read(golds)
        figures = self._score.gold_ledgers(golds, found)
        print(f"ledgers, gold dev, {len(golds)}: " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()))
        judged = [pair for gold, ledger in zip(golds, found, strict=True) for pair in self._judged(gold, ledger)]
        print("confidence of events: how often right, by how sure (expected calibration error)")
        for of in ("type", "roles", "modality"):
            told = [(sure, right) for what, sure, right in judged if what == of]
            print(f"  {of:9} {len(told):>4} ({_error(told):.3f})  " + "  ".join(_shares(told)))

    def _judged(self, gold: dict[str, Any], ledger: dict[str, Any]) -> Iterator[tuple[str, float, bool]]:
        """For each event of a ledger how sure it is, and whether gold has one of its type at one of its anchors; for those
        that gold has, whether both roles and all flags are gold's. What gold has as optional is left out."""
        names = {a["id"]: [a["name"], *(m["text"] for m in a["mentions"])] for a in ledger["actors"]}

        def is_actor(actor: str, wanted: str) -> bool:
            return any(self._score.same_name(name, wanted) for name in names.get(actor, []))

        for event in ledger["events"]:
            near = [
                g
                for g in gold["events"]
                if event["type"] in {g["type"], *g.get("types_ok", [])}
                and any(_meets(a, b) for a in event["anchors"] for b in (g["anchor"], *g.get("more", [])))
            ]
            if near and all(g.get("optional") for g in near):
                continue
            sure = event["confidences"]
            yield "type", sure["type"], bool(near)
            if near:
                roles = [
                    self._score.role_f1(event["roles"][r], near[0][w], near[0].get(f"{w}_ok", []), is_actor)
                    for r, w in (("actor", "actors"), ("recipient", "recipients"))
                ]
                yield "roles", sure["roles"], min(roles) == 1.0
                flags = {name for name, value in event["modality"].items() if value}
                yield "modality", sure["modality"], any(flags == set(a) for a in _flags_of(near[0]))

    def _read(self, rows: Rows) -> Rows:
        return [ledger_of(self._engine, report_of(row)) for row in rows]

    def _row(self, name: str, figures: dict[str, float], size: int) -> None:
        print(f"  {name:22}{size:>5}  " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()))

    def _wrong(self, rows: Rows, found: Rows, key: str) -> None:
        for row, ledger in zip(rows, found, strict=True):
            gold = self._score.FOLD.get(row[key], row[key])
            events = sorted(ledger["events"], key=lambda e: -(e.get("confidence") or 0))
            told = [f"{e['type']}:{e['anchors'][0]['text']}:{e['confidence']}" for e in events]
            if not told or self._score.FOLD.get(events[0]["type"], events[0]["type"]) != gold:
                print(f"    {gold} | {' '.join(told)} | {row['text']}")


def is_held(text: str) -> bool:
    """Whether a sentence belongs to the fifth that no training sees, by its own characters."""
    return sum(text.encode()) % 5 == 0


def _tfidf(train: Rows, rows: Rows) -> Rows:
    """Ledgers of one event each, of the type that a linear classifier over words and pairs of words gives."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC(random_state=0))
    model.fit([r["text"] for r in train], [r["root"] for r in train])
    types = model.predict([r["text"] for r in rows])
    return [{"events": [{"type": t, "confidence": 1.0, "roles": {}}], "actors": []} for t in types]


def _meets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and one["end"] > other["start"])


def _flags_of(gold: dict[str, Any]) -> list[list[str]]:
    return [gold["aux"], *gold.get("aux_ok", [])]


def _shares(told: list[tuple[float, bool]]) -> Iterator[str]:
    """How often right, in fifths of how sure."""
    for low in range(5):
        some = [right for sure, right in told if min(4, int(sure * 5)) == low]
        if some:
            yield f"{low / 5:.1f} to {low / 5 + 0.2:.1f}: {sum(some) / len(some):.2f} of {len(some)}"


def _error(told: list[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins (Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in told:
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    gaps = (abs(sum(s for s, _ in b) - sum(r for _, r in b)) for b in bins.values())
    return sum(gaps) / max(1, len(told))


def _sign(factuality: float, beyond: float) -> str:
    return "open" if abs(factuality) <= beyond else "happened" if factuality > 0 else "did not"


def _told(modality: dict[str, bool]) -> str:
    if modality["negated"]:
        return "did not"
    return "open" if modality["hypothetical"] or modality["future"] else "happened"


def _largest(counts: Rows, kind: str) -> int:
    return max((c["low"] or 0 for c in counts if c["kind"] == kind), default=0)


def _main_incident(ledger: dict[str, Any]) -> tuple[int, int]:
    """Killed and injured of the incident with the most events, as the account that says most of them has it."""
    if not ledger["incidents"]:
        return 0, 0
    main = max(ledger["incidents"], key=lambda i: len(i["events"]))
    values = [a["values"] for a in main["accounts"]]
    lows = [max((v[kind][0] or 0 for v in values if v.get(kind)), default=0) for kind in ("killed", "injured")]
    return lows[0], lows[1]


def _per_class(wanted: Iterable[str], got: Iterable[str]) -> dict[str, float]:
    pairs = Counter(zip(wanted, got, strict=True))
    found: dict[str, float] = {}
    for name in sorted({w for w, _ in pairs}):
        right = pairs[name, name]
        total = sum(n for (w, _), n in pairs.items() if w == name) + sum(n for (_, g), n in pairs.items() if g == name)
        found[name] = 2 * right / total
    return found


def _weighted_f1(wanted: list[str], got: list[str]) -> float:
    sizes = Counter(wanted)
    return sum(sizes[name] * value for name, value in _per_class(wanted, got).items()) / len(wanted)


if __name__ == "__main__":
    main()
