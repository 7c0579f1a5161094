"""Guessed and true intrinsic image, lit by the same studio -> how far apart the pictures are, in sRGB steps of 255."""

import numpy as np
import torch

from light import CHANNELS, Light
from light_card import materials
from studio import load

MATERIALS = ("ceramic", "brushed_metal", "rubber")
GREY = 0.55  # sRGB base colour


class Comparison:
    """`between(guess, truth)`: mean absolute difference on the object, over MATERIALS in the first studio."""

    def __init__(self, side: int = 256):
        values = {entry["id"]: entry["values"] for entry in materials()[1]}
        unknown = set(MATERIALS) - set(values)
        assert not unknown, f"materials.json has no {sorted(unknown)}"
        plane = lambda value: torch.full((1, 1, side, side), float(value))
        self.materials = [torch.cat([plane(values[name][channel]) for channel in CHANNELS], 1) for name in MATERIALS]
        self.base = torch.full((1, 3, side, side), GREY)
        across = torch.linspace(-1, 1, side)
        self.position = torch.stack([across.expand(side, side), -across[:, None].expand(side, side)])[None]
        self.studio = torch.from_numpy(next(iter(load().values())).vector())[None]
        self.light = Light().eval()

    @torch.no_grad()
    def pictures(self, intrinsic: np.ndarray) -> np.ndarray:
        """Intrinsic [≥ 5, H, W] physical -> RGB [materials, 3, H, W], 0…1."""
        five = torch.from_numpy(np.ascontiguousarray(intrinsic[:5], dtype=np.float32))[None]
        lit = [self.light(five, self.base, material, self.position, self.studio) for material in self.materials]
        return torch.cat(lit)[:, :3].numpy()

    def between(self, guess: np.ndarray, truth: np.ndarray) -> float:
        """`guess` [7, H, W] physical, `truth` [8, H, W] uint8 as augment.py gives it."""
        real = truth.astype(np.float32) / 255
        real[:3] = real[:3] * 2 - 1
        real[:3] /= np.maximum(np.linalg.norm(real[:3], axis=0), 1e-3)
        apart = np.abs(self.pictures(guess) - self.pictures(real))
        return float(apart[:, :, truth[7] == 255].mean() * 255)
