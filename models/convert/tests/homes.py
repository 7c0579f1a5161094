"""U-Nets as people write them at home, of plain Sequentials, for the tests: activations before convolutions
or after them, joined or not.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

Norm = Callable[[int], nn.Module]


def block(
    conv: nn.Conv2d | nn.ConvTranspose2d, act: nn.Module, *, first: bool, norm: Norm | None
) -> nn.Sequential:
    """`first`: the activation comes before the convolution."""
    middle = [conv, *([norm(conv.out_channels)] if norm else [])]
    return nn.Sequential(*([act, *middle] if first else [*middle, act]))


class Home(nn.Module):
    """enc1 …, bottleneck, dec1 …, final: `levels` down, each joined on the way up."""

    def __init__(
        self,
        levels: int = 5,
        ngf: int = 4,
        inside: int = 1,
        *,
        first: bool = False,
        head: bool = False,
        norm: Norm = nn.BatchNorm2d,
    ) -> None:
        super().__init__()
        wide = [inside, *(ngf * min(8, 2**i) for i in range(levels))]
        self.levels, self.first = levels, first
        for i in range(levels):
            act = nn.LeakyReLU(0.2) if first or i < levels - 1 else nn.ReLU()
            conv = nn.Conv2d(wide[i], wide[i + 1], 4, 2, 1, bias=i in (0, levels - 1))
            made = block(conv, act, first=first, norm=norm if 0 < i < levels - 1 else None)
            made = nn.Sequential(conv) if first and i == 0 else made
            self.add_module("bottleneck" if i == levels - 1 else f"enc{i + 1}", made)
        for i in reversed(range(1, levels)):
            given = wide[i + 1] * (1 if i == levels - 1 else 2)
            up = nn.ConvTranspose2d(given, wide[i], 4, 2, 1, bias=False)
            made = block(up, nn.ReLU(), first=first, norm=norm)
            self.add_module(f"dec{levels - i}", made.append(nn.Dropout(0.5)) if i > levels - 3 else made)
        out = ngf if head else 3
        last = nn.ConvTranspose2d(2 * ngf, out, 4, 2, 1)
        self.final = nn.Sequential(*([nn.ReLU()] if first else []), last, *([nn.ReLU()] if head else []))
        if head:
            self.head = nn.Conv2d(ngf, 3, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        skips = []
        for i in range(self.levels):
            x = self.get_submodule("bottleneck" if i == self.levels - 1 else f"enc{i + 1}")(x)
            skips.append(x)
        skips.pop()
        for i in range(1, self.levels):
            x = torch.cat([self.get_submodule(f"dec{i}")(x), skips.pop()], 1)
        x = self.final(x)
        return torch.tanh(self.head(x) if hasattr(self, "head") else x)


class Plain(nn.Module):
    """Encoder, bottleneck, decoder, each one Sequential, so that nothing can be joined."""

    def __init__(self, slope: float = 0.2) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            *(nn.Conv2d(3, 8, 4, 2, 1), nn.LeakyReLU(slope)),
            *(nn.Conv2d(8, 16, 4, 2, 1), nn.BatchNorm2d(16), nn.LeakyReLU(slope)),
        )
        self.bottleneck = nn.Sequential(nn.Conv2d(16, 16, 4, 2, 1), nn.ReLU())
        self.decoder = nn.Sequential(
            *(nn.ConvTranspose2d(16, 16, 4, 2, 1), nn.BatchNorm2d(16), nn.ReLU(), nn.Dropout(0.5)),
            *(nn.ConvTranspose2d(16, 8, 4, 2, 1), nn.BatchNorm2d(8), nn.ReLU()),
            *(nn.ConvTranspose2d(8, 3, 4, 2, 1), nn.Tanh()),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.decoder(self.bottleneck(self.encoder(x)))
