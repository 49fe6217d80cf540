"""Fits the weights that turn what encoder and grammar say of an attribution into a probability.

    python -m training.statements.confidence --polnear …/polnear/train.jsonl --ledgers …/gold/train > …/confidence.tsv

Uses the reports that `training.statements.train` held back, and no others. An attribution is right when its content and its
source share half of their words with those of one in the corpus; each corpus weighs the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from rashomon.models.encoder import WEIGHTS, Encoder
from rashomon.reading.drafts import Attribution
from rashomon.reading.events import find_events
from rashomon.reading.learned import learn
from rashomon.reading.model import load_model
from rashomon.reading.parsed import Parsed, Stretch, parse
from rashomon.reading.statements.confidence import FEATURES, Evidence
from rashomon.reading.statements.find import by_grammar
from rashomon.reading.statements.joining import candidates
from training.statements.data import Gold, Marked, tokens_under
from training.statements.train import add_corpora, parted

#: pulls the weights towards 0 where there is little to learn from
_PENALTY = 0.02
Example = tuple[Evidence, bool, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add_corpora(parser)
    parser.add_argument("--encoder", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    _, held = parted(options)
    found = list(examples(held, Encoder(options.encoder)))
    print("# Weights of `confidence.py`, fitted by `training.statements.confidence`; never by hand.")
    print("by\tfeature\tweight")
    for by in ("both", "encoder", "grammar"):
        own = [e for e in found if e[0].by == by]
        right = sum(right for _, right, _ in own)
        print(f"{by}: {len(own)} examples, {right} right", file=sys.stderr)
        rows = [(e.features(), right, weight) for e, right, weight in own]
        for name, weight in zip(FEATURES, fit(rows), strict=True):
            print(f"{by}\t{name}\t{weight:.3f}")


def examples(golds: list[Gold], encoder: Encoder) -> Iterator[Example]:
    """Evidence, whether it is right, and how much it weighs, of every candidate in every report."""
    nlp = load_model().nlp
    corpora = sorted({gold.corpus for gold in golds})
    for corpus in corpora:
        found: list[tuple[Evidence, bool]] = []
        for gold in (g for g in golds if g.corpus == corpus):
            parsed = parse(nlp, gold.report)
            wanted = [_sets(parsed, m) for m in gold.attributions]
            offered = candidates(parsed, learn(parsed, encoder, by_grammar(parsed), find_events(parsed)))
            found += [(c.evidence, _is_right(c.attribution, wanted)) for c in offered]
        for evidence, right in found:
            yield evidence, right, 1000 / len(found)


def fit(found: Sequence[tuple[Sequence[float], bool, float]]) -> list[float]:
    """The weights of a logistic regression over features, whether it was right, and how much that weighs."""
    features = torch.tensor([list(e) for e, _, _ in found])
    right = torch.tensor([float(r) for _, r, _ in found])
    share = torch.tensor([w for _, _, w in found])
    weights = torch.zeros(features.shape[1], requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> torch.Tensor:
        solver.zero_grad()
        each = torch.nn.functional.binary_cross_entropy_with_logits(features @ weights, right, reduction="none")
        value = (each * share).sum() / share.sum() + _PENALTY * (weights**2).mean()
        value.backward()
        return value

    solver.step(loss)
    return [float(w) for w in weights.detach()]


def _sets(parsed: Parsed, marked: Marked) -> tuple[set[int], set[int]]:
    source, content = (tokens_under(parsed, spans) for spans in (marked.source, marked.content))
    return {i for a, b in source for i in range(a, b)}, {i for a, b in content for i in range(a, b)}


def _is_right(attribution: Attribution, wanted: list[tuple[set[int], set[int]]]) -> bool:
    source = set(attribution.source.tokens) if attribution.source is not None else set()
    content = _words(attribution.content)
    return any(_alike(content, c) and (_alike(source, s) or not (source or s)) for s, c in wanted)


def _words(stretches: list[Stretch]) -> set[int]:
    return {i for s in stretches for i in s.tokens}


def _alike(one: set[int], other: set[int]) -> bool:
    return bool(one | other) and 2 * len(one & other) >= len(one | other)


if __name__ == "__main__":
    main()
