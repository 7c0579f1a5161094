"""The paper's networks (Isola et al. 2017, arXiv 1611.07004): U-Net-256 and the 70 × 70 PatchGAN, edges ->
RGB.

The paper trains and tests with one picture a batch and batch norm by that batch's own statistics. That is
instance norm, so instance norm stands here: the same numbers, and larger batches, testing and export mean the
same as training.
"""

import torch
from torch import Tensor, nn


def start(module: nn.Module) -> None:
    """N(0, 0.02) weights, as section 6.2 says."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0.0, 0.02)
    if isinstance(module, nn.InstanceNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)
        nn.init.zeros_(module.bias)


def norm(width: int) -> nn.Module:
    """The paper's batch norm at batch 1, for `width` channels."""
    return nn.InstanceNorm2d(width, affine=True)


class UNet256(nn.Module):
    """Encoder C64-C128-C256-C512×5, decoder CD512×3-C512-C256-C128-C64, skips by concatenation.
    [B, 1, 256, 256] in −1…1 -> [B, 3, 256, 256] in −1…1. 54.4 M parameters at width 64."""

    def __init__(self, *, width: int = 64, inside: int = 1, outside: int = 3):
        super().__init__()
        down = [width * factor for factor in (1, 2, 4, 8, 8, 8, 8, 8)]
        self.down = nn.ModuleList()
        for level, (a, b) in enumerate(zip([inside, *down], down)):
            layers: list[nn.Module] = [nn.LeakyReLU(0.2)] if level else []
            layers.append(nn.Conv2d(a, b, 4, 2, 1))
            if 0 < level < 7:  # neither the first nor the innermost has a norm
                layers.append(norm(b))
            self.down.append(nn.Sequential(*layers))
        self.up = nn.ModuleList()
        for level in reversed(range(8)):
            a = down[level] * (1 if level == 7 else 2)
            b = outside if level == 0 else down[level - 1]
            layers = [nn.ReLU(), nn.ConvTranspose2d(a, b, 4, 2, 1)]
            if level:
                layers.append(norm(b))
            if level in (6, 5, 4):  # dropout is the noise z; `train()` keeps it at test, as the paper does
                layers.append(nn.Dropout(0.5))
            self.up.append(nn.Sequential(*layers))
        self.apply(start)

    def forward(self, edges: Tensor) -> Tensor:
        return self.paint(edges)[0]

    def paint(self, edges: Tensor) -> tuple[Tensor, list[Tensor]]:
        """The picture, and the decoder's features at 32², 64² and 128², where no dropout is, which a smaller
        network may learn from."""
        skips, features = [], []
        x = edges
        for down in self.down:
            x = down(x)
            skips.append(x)
        x = self.up[0](skips.pop())
        for up in self.up[1:]:
            features.append(x)
            x = up(torch.cat([x, skips.pop()], 1))
        return torch.tanh(x), features[4:]


class PatchGAN70(nn.Module):
    """C64-C128-C256-C512 and one logit for each 70 × 70 patch: (edges, picture) [B, 4, 256, 256] -> [B, 1,
    30, 30]."""

    def __init__(self, *, width: int = 64, inside: int = 4):
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(inside, width, 4, 2, 1), nn.LeakyReLU(0.2)]
        for a, b, stride in ((1, 2, 2), (2, 4, 2), (4, 8, 1)):
            layers += [nn.Conv2d(width * a, width * b, 4, stride, 1), norm(width * b), nn.LeakyReLU(0.2)]
        self.layers = nn.Sequential(*layers, nn.Conv2d(width * 8, 1, 4, 1, 1))
        self.apply(start)

    def forward(self, pair: Tensor) -> Tensor:
        return self.layers(pair)
