"""The heads for events, upon the lower layers of the statement encoder."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from rashomon.reading.events.columns import SIZES as LEXICON
from rashomon.reading.events.columns import WIDTH
from rashomon.reading.statements.features import SIZES as GRAMMAR
from training.statements.model import WordLayer

#: layers of the statement encoder that are shared, and left as they are
SHARED = 4
#: columns of `features` that are read: tag, relation, governor, whether it is quoted
READ = 4


class EventModel(nn.Module):
    """The upper layers of MiniLM once more, a layer over words that also sees what parse and lexicon say of each, and one
    linear head.

    forward: what the statement encoder's layer `SHARED` puts out (batch x pieces x size), the mask of the pieces, the
    position of each word's first piece (batch x words), its features (batch x words x columns) and what the lexicon says
    (batch x words x columns) to scores (batch x words x WIDTH): no event, the types, the flags, certainty.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        whole = BertModel.from_pretrained(str(base), add_pooling_layer=False)
        layers = [UpperLayer(layer) for layer in list(whole.encoder.layer)[SHARED:]]
        self.upper = nn.ModuleList(layers)
        size = whole.config.hidden_size
        sizes = [*list(GRAMMAR.values())[:READ], *LEXICON.values()]
        self.features = nn.ModuleList(nn.Embedding(n, size) for n in sizes)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)  # type: ignore[arg-type]
        self.layer = WordLayer(size)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Dropout(0.1), nn.Linear(size, WIDTH))

    def forward(
        self,
        hidden: torch.Tensor,
        mask: torch.Tensor,
        first: torch.Tensor,
        features: torch.Tensor,
        lexicon: torch.Tensor,
    ) -> torch.Tensor:
        away = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.upper:
            hidden = layer(hidden, away)
        words = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        columns = torch.cat([features[..., :READ], lexicon], dim=-1)
        for number, table in enumerate(self.features):
            words = words + table(columns[..., number])
        scores: torch.Tensor = self.head(self.dropout(self.layer(words, features[..., 0] > 0)))
        return scores


class UpperLayer(nn.Module):
    """One layer of BERT (Devlin et al. 2019) with the weights of `layer`, written out so that it exports alone."""

    def __init__(self, layer: nn.Module, heads: int = 12) -> None:
        super().__init__()
        attention, own = layer.attention, layer.attention.self
        self.heads = heads
        self.query, self.key, self.value = own.query, own.key, own.value
        self.out, self.after = attention.output.dense, attention.output.LayerNorm
        self.wide, self.narrow, self.last = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: torch.Tensor, away: torch.Tensor) -> torch.Tensor:
        batch, size, width = hidden.shape
        query, key, value = (
            part(hidden).view(batch, size, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + away
        mixed = (torch.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, size, width)
        hidden = self.after(hidden + self.dropout(self.out(mixed)))
        return self.last(hidden + self.dropout(self.narrow(nn.functional.gelu(self.wide(hidden)))))
