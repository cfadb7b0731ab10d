"""The encoder with its heads: for each token what it is to each role, for each window what it tells of."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from tocsin.read.roles.vocabulary import ROLES, TAGS, TYPES


class RoleNetwork(nn.Module):
    """A pretrained encoder; a linear head tags each token for each role, another says what the window tells of."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(ROLES) * len(TAGS))
        self.tells = nn.Sequential(
            nn.Linear(2 * width, width), nn.Tanh(), nn.Dropout(0.1), nn.Linear(width, 1 + len(TYPES))
        )

    def forward(self, tokens: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits: tags (batch × tokens × roles × 3), and what is told (batch × 1 + types)."""
        states = self.encoder(input_ids=tokens, attention_mask=mask).last_hidden_state
        states = self.dropout(states)
        there = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * there).sum(1) / there.sum(1)
        most = (states - (1 - there) * 1e4).max(1).values
        tags = self.tags(states)
        return tags.view(tags.shape[0], tags.shape[1], len(ROLES), len(TAGS)), self.tells(torch.cat([mean, most], -1))


def load_encoder(folder: Path) -> BertModel:
    """Load the pretrained encoder of a folder with config.json and model.safetensors."""
    return BertModel.from_pretrained(str(folder), add_pooling_layer=False)


def empty_encoder(folder: Path) -> BertModel:
    """Make an encoder of the shape that a folder's config.json gives, with no weights learnt."""
    return BertModel(BertConfig.from_pretrained(str(folder)), add_pooling_layer=False)
