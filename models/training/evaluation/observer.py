"""The encoder that has seen our renders: its network, and how it is opened and asked."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTHS = (24, 32, 64, 96, 128)  # at 128², 64², 32², 16², 8²
PLACES = 16  # side of the map on which material and normals are asked


class Observer(nn.Module):
    """[B, 3, 256, 256], −1…1 -> features [B, 288]; `heads` gives what it is taught by."""

    def __init__(self, families: int, materials: int):
        super().__init__()
        wide = lambda a: 5 if a == 3 else 3
        layer = lambda a, b: nn.Sequential(
            nn.Conv2d(a, b, wide(a), 2, wide(a) // 2, bias=False), nn.BatchNorm2d(b), nn.ReLU()
        )
        self.layers = nn.ModuleList(layer(a, b) for a, b in zip((3, *WIDTHS), WIDTHS))
        self.family = nn.Linear(WIDTHS[-1], families)
        self.place = nn.Conv2d(WIDTHS[-1] + WIDTHS[-2], materials + 3, 1)

    def levels(self, image: Tensor) -> list[Tensor]:
        """[B, 3, S, S], −1…1 -> the last three levels, finest first."""
        found = []
        for layer in self.layers:
            image = layer(image)
            found.append(image)
        return found[2:]

    def forward(self, image: Tensor) -> Tensor:
        return torch.cat([level.mean((2, 3)) for level in self.levels(image)], 1)

    def heads(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Family [B, F], material [B, M, 16, 16], normal [B, 3, 16, 16]."""
        _, middle, deep = self.levels(image)
        place = self.place(torch.cat([middle, F.interpolate(deep, size=PLACES)], 1))
        return self.family(deep.mean((2, 3))), place[:, :-3], place[:, -3:]
