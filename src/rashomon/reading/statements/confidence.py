"""How likely it is that an attribution is right, from what encoder and grammar say of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.errors import DataError
from rashomon.vocab.data import read_table

_HERE = "rashomon.reading.statements"
By = Literal["both", "encoder", "grammar"]
#: what the weights are for, in their order
FEATURES = ("always", "anchored", "told", "owned", "unowned", "grammar", "bare")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who sees the attribution; the encoder's probabilities of its cue, content and source (0: not seen); the grammar's
    own ordering; whether it has no cue."""

    by: By
    anchored: float
    told: float
    owned: float
    grammar: float
    bare: bool

    def features(self) -> tuple[float, ...]:
        """Numbers in the order of `FEATURES`."""
        return (
            1.0,
            _logit(self.anchored),
            _logit(self.told),
            _logit(self.owned) if self.owned else 0.0,
            float(self.owned == 0),
            self.grammar,
            float(self.bare),
        )


def confidence(evidence: Evidence) -> float:
    """The probability that the attribution is one, by logistic regressions whose weights `training.statements.confidence`
    fits on reports that no weights were trained on."""
    total = sum(w * f for w, f in zip(_weights()[evidence.by], evidence.features(), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    found: dict[str, dict[str, float]] = {}
    for row in read_table(_HERE, "confidence.tsv", ("by", "feature", "weight"), key=("by", "feature")):
        try:
            found.setdefault(row["by"], {})[row["feature"]] = float(row["weight"])
        except ValueError:
            raise DataError(f"{_HERE}/confidence.tsv: {row['weight']} is not a number") from None
    try:
        return {by: tuple(rows[name] for name in FEATURES) for by, rows in found.items()}
    except KeyError as error:
        raise DataError(f"{_HERE}/confidence.tsv: a weight is missing ({error})") from None


def _logit(chance: float) -> float:
    chance = min(0.999, max(0.001, chance))
    return math.log(chance / (1 - chance))
