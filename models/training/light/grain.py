"""In: normals, positions, grain frequencies. Out: how the surface's fine detail tilts the normal and mottles
the colour, per pixel.

Value noise on a lattice, its slope as a second octave, without sin or tables. One function makes brushed
streaks, wood, paper and concrete: only the two frequencies (cycles per half model square) differ. What is
woven, knitted or grown in cells is src/core/texture's.
"""

import torch
from torch import Tensor, nn

STEEP = 0.2  # bump 1 = the steepest that still looks like a surface, at 34 cycles (leather)
ROUND = 0.35  # radius of the form that the pattern is assumed to wrap, in half model squares
# Every product of the hash is a whole number of 1/16384 and below 2^24 of them: exact in float32, so that all
# runtimes agree.
STEP_X, STEP_Y = 773 / 1024, 583 / 1024  # near 1/plastic number and its square: neighbours never repeat
CORNERS = (141 / 1024, 141 / 1024 + STEP_Y, 141 / 1024 + STEP_X, 141 / 1024 + STEP_X + STEP_Y)


class Grain(nn.Module):
    """Fine relief of a material: value noise on a lattice, with its slope."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("corners", torch.tensor(CORNERS).reshape(1, 4, 1, 1))

    def noise(self, p: Tensor) -> tuple[Tensor, Tensor]:
        """Places [1, 2, H, W] → height 0…1 [1, 1, H, W], its slope / 6 [1, 2, H, W]."""
        cell = p.floor()
        f = p - cell
        cell_x, cell_y = cell.split([1, 1], 1)
        k = cell_x * STEP_X + cell_y * STEP_Y + self.corners
        k = k - k.floor()
        k = k * (64 * k + 37)
        k = k - k.floor()
        left, right = k.split([2, 2], 1)  # each: below, above
        f2 = f * f
        flank = f - f2
        x, y = (f2 + (f + f) * flank).split([1, 1], 1)  # 3 f² − 2 f³
        rise = right - left
        below, above = (left + rise * x).split([1, 1], 1)
        rise_below, rise_above = rise.split([1, 1], 1)
        climb = above - below
        slope = torch.cat([rise_below + (rise_above - rise_below) * y, climb], 1) * flank
        return below + climb * y, slope

    def forward(self, form: Tensor, z: Tensor, position: Tensor, frequency: Tensor) -> tuple[Tensor, Tensor]:
        # a pattern drawn flat looks like a curtain: push it along the normal, so that it closes up towards
        # the rims
        p = (position + form * (2 * ROUND / (1.05 + z.abs()) - ROUND)) * frequency
        height, slope = self.noise(p)
        # a slope waves twice as fast as its height: a second octave for nothing
        ascent, climb = slope.split([1, 1], 1)
        tone = 1.3 * height + 1.6 * (ascent - climb) - 0.65
        # a slope is height per length: streaks, long one way, tilt the other way only
        return slope * frequency * -STEEP, tone
