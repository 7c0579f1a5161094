"""In: normals, positions, grain frequencies. Out: how the surface's fine detail tilts the normal and mottles the colour, per pixel.

Value noise on a lattice, two octaves, without sin or tables, and a plain weave on the same lattice. One function makes
brushed streaks, wood, leather, paper and concrete: only the two frequencies (cycles per half model square) differ.
"""
import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d

ROUND = 0.35            # radius of the form that the pattern is assumed to wrap, in half model squares


class Grain(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        # every product of the hash is a whole number of 1/16384 below 2^24 of them: exact in float32, so that all runtimes agree
        step = torch.tensor([773.0, 583.0]) / 1024                        # near 1/plastic number and its square: neighbours never repeat
        corner = torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
        self.register_buffer('step', step.repeat(4, 1).reshape(4, 2, 1, 1))
        self.register_buffer('corner', corner @ step + 141 / 1024)
        # corners a b c d → a, b − a, c − a, a − b − c + d
        self.register_buffer('bilinear', torch.tensor(
            [[1., 0, 0, 0], [-1, 1, 0, 0], [-1, 0, 1, 0], [1, -1, -1, 1]]).reshape(4, 4, 1, 1))

    def noise(self, cell: Tensor, f: Tensor) -> tuple[Tensor, Tensor]:
        """Lattice cell and place in it [1, 2, H, W] → height −1…1 [1, 1, H, W] and slope [1, 2, H, W]."""
        h = conv2d(cell, self.step, self.corner)
        h = h - h.floor()
        h = h * (h * 64 + 37)
        h = h - h.floor()
        a, b, c, d = conv2d(h, self.bilinear).split([1, 1, 1, 1], 1)
        fade = f * f * (3 - 2 * f)
        x, y = fade.split([1, 1], 1)
        height = (a + b * x + (c + d * x) * y) * 2 - 1
        slope = torch.cat([b + d * y, c + d * x], 1) * (f - f * f) * 6
        return height, slope

    def forward(self, normal: Tensor, position: Tensor, frequency: Tensor, weave: Tensor) -> tuple[Tensor, Tensor]:
        # a pattern drawn flat looks like a curtain: push it along the normal, so that it closes up towards the rims
        q = ROUND * (2 / (1 + normal[:, 2:3].clamp(min=0)) - 1)
        p = (position + normal[:, :2] * q) * frequency
        cell = p.floor()
        f = p - cell
        height, slope = self.noise(cell, f)
        p2 = p * 2.31 + 5.3
        cell2 = p2.floor()
        height2, slope2 = self.noise(cell2, p2 - cell2)

        # plain weave: in every second cell the thread runs the other way and is round the other way
        x, y = cell.split([1, 1], 1)
        parity = (x + y) * 0.5
        parity = (parity - parity.floor()) * 2
        side = 1 - 2 * f
        across = torch.cat([parity, 1 - parity], 1) * side
        dip = 0.4 - across.square().sum(1, keepdim=True)

        tilt = -(slope + 0.6 * slope2)
        tilt = tilt + weave * (across * -1 - tilt)
        tone = height * 0.65 + height2 * 0.45
        tone = tone + weave * (dip + 0.3 * tone - tone)
        return tilt, tone
