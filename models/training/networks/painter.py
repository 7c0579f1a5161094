"""Lines or colours, any channels -> RGB, by the same network as our generator."""

from typing import Unpack

import torch
from torch import Tensor, nn

from networks.pix2pix import Generator, Shape


class Painter(nn.Module):
    """The same network as a Pix2Pix generator: drawing [B, C, S, S] between `paper` and `ink` -> picture [B,
    3, S, S], −1…1. Of colours (C = 3) it is told besides where anything is drawn at all."""

    def __init__(self, *, inside: int, ink: float, paper: float, **shape: Unpack[Shape]):
        super().__init__()
        self.inside, self.ink, self.paper = inside, ink, paper
        self.generator = Generator(inside=inside if inside == 1 else inside + 1, outside=3, **shape)

    def forward(self, drawing: Tensor) -> Tensor:
        drawn = (drawing - self.paper) / (self.ink - self.paper)
        if self.inside > 1:
            drawn = torch.cat([drawn.amax(1, keepdim=True), drawn], 1)
        return torch.tanh(self.generator(drawn))
