"""The encoder with its heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from rashomon.reading.statements.features import PAIRS, SIZES, TAGS

#: size of the vectors whose product says what a word is to an attribution, for each of the four tags that are not "out"
LINK = 64


class StatementModel(nn.Module):
    """MiniLM; a layer over words that also sees what parse and grammar say of each (`reading.statements.features`); heads
    for anchors, edges and stance, and a biaffine one from an anchor to every word.

    The last is the usual scorer of semantic roles (Dozat and Manning 2017, doi:10.48550/arXiv.1611.01734, and Cai et al.
    2018, doi:10.48550/arXiv.1808.03815): the score of a tag for a word and an anchor is the product of a vector of the
    word with one of the anchor, and a share of the word's own. To it `pairs` adds what the grammar's own tag is worth, and
    how far the word stands from the anchor.

    forward: wordpieces (batch x pieces), their mask, the position of each word's first piece (batch x words) and its
    features (batch x words x columns) to label scores (batch x words x 13: four anchors, three edges of sources, three of
    contents, three stances), anchor vectors (batch x words x 4*LINK), word vectors with the words' own scores (batch x
    words x (4*LINK + 4)), and `pairs` (numbers x 5).
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.features = nn.ModuleList(nn.Embedding(n, size) for n in SIZES.values())
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)  # type: ignore[arg-type]
        self.layer = WordLayer(size)
        self.labels = nn.Linear(size, 13)
        self.anchor = nn.Sequential(nn.Linear(size, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, 4 * LINK))
        self.word = nn.Sequential(nn.Linear(size, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, 4 * LINK + 4))
        self.pairs = nn.Parameter(torch.zeros(PAIRS, TAGS))

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, first: torch.Tensor, features: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        index = first.unsqueeze(-1).expand(-1, -1, hidden.size(-1))
        words = torch.gather(hidden, 1, index)
        for column, table in enumerate(self.features):
            words = words + table(features[..., column])
        words = self.dropout(self.layer(words, features[..., 0] > 0))
        return self.labels(words), self.anchor(words) / LINK**0.5, self.word(words), self.pairs


class WordLayer(nn.Module):
    """A transformer layer over words, normalised before each part, so that it begins close to doing nothing."""

    def __init__(self, size: int, heads: int = 6) -> None:
        super().__init__()
        self.heads = heads
        self.before = nn.LayerNorm(size)
        self.query_key_value = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.between = nn.LayerNorm(size)
        self.wide = nn.Linear(size, 2 * size)
        self.narrow = nn.Linear(2 * size, size)
        self.dropout = nn.Dropout(0.1)
        for part in (self.out, self.narrow):
            nn.init.normal_(part.weight, std=0.005)
            nn.init.zeros_(part.bias)

    def forward(self, words: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
        batch, size, width = words.shape
        parts = self.query_key_value(self.before(words)).view(batch, size, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5
        scores = scores.masked_fill(~known[:, None, None, :], -1e4)
        mixed = (torch.softmax(scores, dim=-1) @ value).transpose(1, 2).reshape(batch, size, width)
        words = words + self.dropout(self.out(mixed))
        return words + self.dropout(self.narrow(nn.functional.gelu(self.wide(self.between(words)))))


def row_scores(anchors: torch.Tensor, words: torch.Tensor, worth: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Tag scores of rows (rows x words x 5) from anchor vectors (rows x 4*LINK), the word vectors and scores (rows x words x
    (4*LINK + 4)), and the worth (numbers x 5) of what is known of the words (rows x words x KNOWN)."""
    vectors = words[..., : 4 * LINK].unflatten(-1, (4, LINK))
    scores = torch.einsum("rtd,rwtd->rwt", anchors.unflatten(-1, (4, LINK)), vectors) + words[..., 4 * LINK :]
    return torch.cat([torch.zeros_like(scores[..., :1]), scores], dim=-1) + worth[known].sum(2)
