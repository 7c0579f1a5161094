"""The critic of intrinsic images: [B, C, S, S] -> how real each patch looks."""

from itertools import pairwise

import torch.nn.functional as F
from torch import Tensor, nn


class Critic(nn.Module):
    """A light PatchGAN over (lines, normal, occlusion) [B, 5, h, w]; returns patch logits and its
    features."""

    def __init__(self, *, inside: int, channels: tuple[int, ...]):
        super().__init__()
        widths = (inside, *channels)
        self.layers = nn.ModuleList(
            nn.utils.parametrizations.spectral_norm(nn.Conv2d(a, b, 4, 2, 1)) for a, b in pairwise(widths)
        )
        self.judge = nn.Conv2d(channels[-1], 1, 3, 1, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        features = []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), 0.2)
            features.append(x)
        return self.judge(x), features
