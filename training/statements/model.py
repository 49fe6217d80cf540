"""The encoder with its heads: nine label scores a word, and two vectors whose product says which cue a span belongs to."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

LINK = 64


class StatementModel(nn.Module):
    """MiniLM with BIO heads for source, cue and content and a bilinear link from span to cue.

    forward: wordpieces (batch x pieces), their mask, and the position of each word's first piece (batch x words) to label
    scores (batch x words x 9), span vectors and cue vectors (batch x words x LINK).
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.labels = nn.Linear(size, 9)
        self.span = nn.Linear(size, 2 * LINK)
        self.cue = nn.Linear(size, LINK)

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        index = first.unsqueeze(-1).expand(-1, -1, hidden.size(-1))
        words = self.dropout(torch.gather(hidden, 1, index))
        return self.labels(words), self.span(words), self.cue(words)
