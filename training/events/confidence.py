"""Fits the weights that turn what encoder, lexicon and grammar say of an event into probabilities.

    python -m training.events.confidence SHARED > src/rashomon/reading/events/weights.tsv

Uses what `training.events.train` held back, and nothing else: reports of our own, ledgers, sentences of plv. The type of
an event is right when the event overlaps an anchor of one that has it (optional ones are left out), or its sentence is
one of plv's that tells such an event; its roles when both lists name who gold names; its flags when all four are gold's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.events import is_held
from bench.events_gold import same_name

from rashomon.intake.text import read_text
from rashomon.models.encoder import Encoder, Floats
from rashomon.reading.drafts import EventMention
from rashomon.reading.events import find_events
from rashomon.reading.events.columns import CERTAINTY
from rashomon.reading.events.weighing import FEATURES, evidence_of, flags_evidence, offered
from rashomon.reading.learned import learn
from rashomon.reading.modality import modality_of
from rashomon.reading.model import load_model
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.records import Modality, Report
from training.events.data import Marked, ledgers, own_reports, plv
from training.statements.confidence import fit
from training.statements.data import tokens_under

#: a sentence of plv is known to tell of one event
_PLV_WEIGHT = 0.3
#: ledgers are harder than our own reports, and a third as many
_LEDGER_WEIGHT = 3.0
#: what an example is of, what speaks for it, whether it is right, how much it weighs
Example = tuple[str, dict[str, float], bool, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reports", type=Path, default=Path(__file__).parents[1] / "reports")
    options = parser.parse_args()
    reading = _Reading()
    found = list(reading.reports(own_reports(options.reports)[::7], 1.0))
    found += reading.reports(ledgers(options.shared / "gold/train")[::3], _LEDGER_WEIGHT)
    found += reading.sentences(options.shared / "bench/events/plv/train.jsonl")
    print("# Weights of `weighing.py`, fitted by `training.events.confidence`; never by hand.")
    print("of\tfeature\tweight")
    for of, names in FEATURES.items():
        own = [e for e in found if e[0] == of]
        print(f"{of}: {len(own)} examples, {sum(right for _, _, right, _ in own)} right", file=sys.stderr)
        rows = [([evidence.get(name, 1.0) for name in names], right, weight) for _, evidence, right, weight in own]
        for name, weight in zip(names, fit(rows), strict=True):
            print(f"{of}\t{name}\t{weight:.3f}")


class _Reading:
    """The models, loaded once."""

    def __init__(self) -> None:
        self._nlp, self._encoder = load_model().nlp, Encoder()

    def reports(self, golds: list[tuple[Report, list[Marked]]], weight: float) -> Iterator[Example]:
        """Examples of every event that is found in whole reports."""
        for report, events in golds:
            parsed = parse(self._nlp, report)
            told, scores = self._told(parsed)
            wanted = [({i for a, b in tokens_under(parsed, e.anchors) for i in range(a, b)}, e) for e in events]
            for event, evidence in zip(told, evidence_of(parsed, told, scores), strict=True):
                words = {*event.anchor.tokens, event.head}
                near = [e for tokens, e in wanted if tokens & words]
                alike = [e for e in near if event.type in e.types]
                if any(e.optional for e in alike):
                    continue
                yield "type", evidence, bool(alike), weight
                if alike:
                    yield "roles", evidence, _same_roles(parsed, event, alike[0]), weight
                    yield "modality", flags_evidence(event, scores), _same_flags(event, alike[0]), weight

    def sentences(self, path: Path) -> Iterator[Example]:
        """Examples of the types in plv's sentences: events of the type that a sentence is known for are right; others count
        as wrong, since the surest of a sentence should be of that type."""
        for text, types in plv(path):
            if is_held(text):
                parsed = parse(self._nlp, read_text(text, id="sentence"))
                told, scores = self._told(parsed)
                seen = list(zip(told, evidence_of(parsed, told, scores), strict=True))
                yield from (("type", evidence, event.type in types, _PLV_WEIGHT) for event, evidence in seen)

    def _told(self, parsed: Parsed) -> tuple[list[EventMention], Floats]:
        by_lexicon = find_events(parsed)
        scores = learn(parsed, self._encoder, (), by_lexicon).events
        told = offered(parsed, by_lexicon, scores)
        for event in told:
            modality = modality_of(parsed, event.head, float(scores[event.head, CERTAINTY]))
            event.modality = Modality(historical=modality.historical) if event.undertaken else modality
        return told, scores


def _same_flags(event: EventMention, gold: Marked) -> bool:
    said = event.modality
    return gold.flags == {f for f in ("negated", "hypothetical", "future", "historical") if getattr(said, f)}


def _same_roles(parsed: Parsed, event: EventMention, gold: Marked) -> bool:
    return _same_names(parsed, event.actors, gold.by) and _same_names(parsed, event.recipients, gold.on)


def _same_names(parsed: Parsed, phrases: list[Stretch], wanted: list[str]) -> bool:
    """Whether each name that is told is wanted, and each that is wanted told."""
    names = [parsed.text(s) for s in phrases]
    told = all(any(same_name(n, w) for w in wanted) for n in names)
    return told and all(any(same_name(n, w) for n in names) for w in wanted)


if __name__ == "__main__":
    main()
