"""Networks: drawing [B, 2, S, S], with hints 3 -> intrinsic image [B, 7, S, S], and the critic of it. S is a
multiple of 64."""

from itertools import pairwise
from typing import TypedDict

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from networks.blocks import Context, Convolution, Residual, Rise

SPREAD = (-4.0, 2.0)  # bounds of the log of a colour's spread
LOOK_CELL = 8  # pixels that the second head sees as one
# What hints weigh: few drawings have any, and their weights begin at 0
GATE = 8.0
LOOK_WIDTH = 64  # channels between the decoder and what the second head says


@torch.no_grad()
def nearness(lines: Tensor) -> Tensor:
    """Lines [B, 1, S, S] -> [B, 2, S / 4, S / 4]: 1 on a line, falling to 0 at 48 and at 192 pixels from it.
    Ink covers 3 % of the square and a silhouette 20 %: without these fields the net learns the silhouette's
    pillow first and the lines inside it last. Max-pooling is free beside the convolutions."""
    fields = []
    for cell, steps in ((4, 12), (8, 24)):
        field = F.max_pool2d(lines, cell)
        for _ in range(steps):
            field = torch.maximum(field, F.max_pool2d(field, 3, 1, 1) - 1 / steps)
        fields.append(field)
    return torch.cat([fields[0], F.interpolate(fields[1], scale_factor=2.0, mode="nearest")], 1)


def thermometer(hints: Tensor) -> Tensor:
    """Hints [B, 1, S, S] of the values in learning.channels.HINTS -> [B, 3, S / 4, S / 4]: whether there is
    one, whether it is no hollow, whether it is round. Where several meet the roundest counts."""
    cells = F.max_pool2d(hints, 4)
    return torch.cat([(cells - least).clamp(0.0, 1.0) for least in range(3)], 1)


class Shape(TypedDict):
    """The sizes of a Generator: learning/config.py says what each means."""

    fine: int
    channels: tuple[int, ...]
    encoder: tuple[int, ...]
    bottom: int
    decoder: tuple[int, ...]
    look: int
    hints: bool


class Generator(nn.Module):
    """Residual U-Net with added skips. At S = 512:

        512² ─shuffle→ 256² ─→ 128² ─→ 64² ─→ 32² ─→ 16² ─→ 8²  blocks and context: every place sees the
        square
                        │+      │+      │+     │+     │+    │
        512² ←shuffle─ 256² ←─ 128² ←─ 64² ←─ 32² ←─ 16² ←──┘

    Work sits at low resolution: form is large, and the first levels cost the most of WASM's time and of
    training's. 256² has few channels: it only puts creases and borders where the lines are.
    """

    def __init__(
        self,
        *,
        fine: int,
        channels: tuple[int, ...],
        encoder: tuple[int, ...],
        bottom: int,
        decoder: tuple[int, ...],
        inside: int = 2,
        outside: int = 7,
        look: int = 0,
        hints: bool = False,
    ):
        """`look`: channels of a second head, which says at an eighth of the side what the parts look like.
        `hints`: whether one more channel of the drawing, its last, holds them. They go in with the lines, and
        scale and shift what the decoder found before it is read (FiLM, Perez et al. 2018, arXiv 1709.07871):
        a bump becomes a dent by one factor. Where there is none, nothing changes."""
        super().__init__()
        assert len(channels) == len(encoder) + 1 == len(decoder) + 1, (channels, encoder, decoder)
        stack = lambda width, count: nn.Sequential(*(Residual(width) for _ in range(count)))
        pairs = list(pairwise(channels))
        self.inside, self.channels = inside, inside + hints
        self.near = Convolution(inside * 4, fine)
        self.detail = Convolution(fine, channels[0], stride=2, active=False)
        self.stem = Convolution(inside * 4 + 2 + 3 * hints, channels[0], active=False)
        self.encoder = nn.ModuleList(stack(width, count) for width, count in zip(channels, encoder))
        self.falls = nn.ModuleList(Convolution(above, below, stride=2) for above, below in pairs)
        self.bottom = nn.Sequential(stack(channels[-1], bottom), Context(channels[-1]))
        self.rises = nn.ModuleList(Rise(below, above, normed=True) for above, below in pairs)
        self.decoder = nn.ModuleList(
            stack(width, count) if count else Convolution(width, width)
            for width, count in zip(channels, decoder)
        )
        self.gate = nn.Conv2d(3, 2 * channels[0], 1, bias=False) if hints else None
        self.head = Rise(channels[0], outside, normed=False)
        self.last = Rise(channels[0], fine, normed=True)
        self.refine = Convolution(fine, fine)
        self.finish = Rise(outside + fine, outside, normed=False)
        nn.init.constant_(self.detail.norm.weight, 0.2)  # the fine level joins in little by little
        if self.gate:
            nn.init.zeros_(self.gate.weight)
        with torch.no_grad():  # at the start the finest level repeats what `head` says
            self.finish.convolution.weight.zero_()
            self.finish.convolution.weight[:, :outside, 0, 0] = torch.eye(outside).repeat_interleave(4, 0)
        self.look = (
            nn.Sequential(Convolution(channels[1], LOOK_WIDTH), nn.Conv2d(LOOK_WIDTH, look, 1))
            if look
            else None
        )

    def forward(self, drawing: Tensor) -> Tensor:
        """Raw channels [B, 7, S, S]; `physical` gives them their ranges."""
        return self.levels(drawing)[0]

    def observe(self, drawing: Tensor) -> tuple[Tensor, Tensor | None]:
        """`forward`, and what the second head says, if there is one: [B, look, S / 4, S / 4], every value in
        2 × 2 cells."""
        raw, coarse = self.levels(drawing)
        if self.look is None:
            return raw, None
        return raw, F.interpolate(self.look(coarse), scale_factor=2.0, mode="nearest")

    def levels(self, drawing: Tensor) -> tuple[Tensor, Tensor]:
        """Raw channels, and the decoder's features at an eighth of the side."""
        hints = [thermometer(drawing[:, self.inside :])] if self.gate else []
        drawing = drawing[:, : self.inside]
        near = self.near(F.pixel_unshuffle(drawing, 2))
        half = F.avg_pool2d(drawing, 2)
        x = self.stem(torch.cat([F.pixel_unshuffle(half, 2), nearness(drawing[:, :1]), *hints], 1))
        x = F.relu(x + self.detail(near))
        skips = []
        for blocks, fall in zip(self.encoder, self.falls):
            x = blocks(x)
            skips.append(x)
            x = fall(x)
        x = self.bottom(x)
        for level in reversed(range(len(skips))):
            x = F.relu(self.rises[level](x) + skips[level])
            x = self.decoder[level](x)
            if level == 1:
                coarse = x
        if self.gate:
            scale, shift = (GATE * self.gate(hints[0])).chunk(2, 1)
            x = x * (1 + scale) + shift
        fine = self.refine(F.relu(self.last(x) + near))
        return self.finish(torch.cat([self.head(x), fine], 1)), coarse


def physical(raw: Tensor) -> Tensor:
    """Raw [B, 7, H, W] -> unit normals (−1…1) and occlusion, thickness, shadow, coverage (0…1)."""
    raw = raw.float()
    normal = raw[:, :3]
    normal = normal / (normal.square().sum(1, keepdim=True) + 1e-6).sqrt()
    return torch.cat([normal, raw[:, 3:].sigmoid()], 1)


def likely(seen: Tensor) -> Tensor:
    """What the second head says, [B, M + 4, h, w] -> M materials' probabilities, a colour 0…1 and its spread
    (of a Laplace distribution, the same for red, green and blue)."""
    seen = seen.float()
    spread = seen[:, -1:].clamp(*SPREAD).exp()
    return torch.cat([seen[:, :-4].softmax(1), seen[:, -4:-1].sigmoid(), spread], 1)
