"""A path-traced SEED.npz (light/truth.py) -> what the light graph takes of it, and its picture developed by
our exposure and curve on white paper."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from light import studio
from light.colour import filmic, srgb_from_linear
from light.shading import CHANNELS, without_relief

EXPOSURE = studio.BOXES * studio.BOX + 7  # its place in the studio vector


@dataclass(frozen=True)
class Truth:
    """One file of light/truth.py, as the light graph takes it."""

    name: str
    picture: np.ndarray  # [256, 256, 4] linear, premultiplied
    through: np.ndarray | None  # [256, 256, 3] white paper seen past and through it; None: an earlier file
    inputs: tuple[Tensor, ...]  # intrinsic, base, material, position, studio
    part: np.ndarray  # [256, 256] part + 1, 0 = background
    inside: np.ndarray  # [256, 256] bool, wholly inside the object
    materials: list[str]
    studio: str
    exposure: float


def position(side: int, square: np.ndarray | None = None) -> np.ndarray:
    """Places in the model square, −1…1, y up: float32 [2, side, side]. `square`: its middle (x, y) and half
    its side in pixels of 512; None: the picture's own."""
    x, y, half = (256.0, 256.0, 256.0) if square is None else square
    g = ((np.arange(side) + 0.5) * (512 / side)).astype(np.float32)
    return np.stack(np.meshgrid((g - x) / half, -(g - y) / half)).astype(np.float32)


def read(path: Path) -> Truth:
    """A path-traced SEED.npz as the light graph's inputs and its picture."""
    held = np.load(path)
    part = held["part"]
    side = part.shape[0]
    base, material = np.ones((3, side, side), np.float32), np.zeros((len(CHANNELS), side, side), np.float32)
    for k, (colour, shader) in enumerate(zip(held["colour"], held["shader"])):
        base[:, part == k + 1] = colour[:, None]
        # blender.SHADER: the first six of CHANNELS, in their order
        material[: len(shader), part == k + 1] = shader[:, None]
    normal = held["normal"].astype(np.float32) / 255 * 2 - 1
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-3)
    rest = np.stack([held["occlusion"], held["thickness"]]).astype(np.float32) / 255
    light = studio.widened(held["light"].astype(np.float32))
    full = (held["coverage"] == 255) & (part > 0)
    inside = full.copy()
    for axis in (0, 1):
        for step in (-1, 1):
            inside &= np.roll(full, step, axis) & (np.roll(part, step, axis) == part)
    through = held.get("through")
    places = position(side, held.get("square"))
    maps = (np.concatenate([normal, rest]), base, material, places, light)
    form, *others = (torch.from_numpy(np.ascontiguousarray(m))[None] for m in maps)
    return Truth(
        path.stem, held["picture"].astype(np.float32),
        through if through is None else through.astype(np.float32),
        (without_relief(form), *others), part, inside,
        [str(m) for m in held["material"]], str(held["studio"]), float(light[EXPOSURE]),
    )  # fmt: skip


def on_white(colour: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Colour [..., 3] over white by alpha [..., 1]."""
    return colour * alpha + (1 - alpha)


def developed(truth: Truth) -> np.ndarray:
    """The path tracer's picture through our exposure and curve: [256, 256, 3] sRGB on white. Where paper is
    seen through glass, its light is added to what the glass throws back: it is white paper, not a lamp."""
    curved = lambda linear: filmic(torch.from_numpy(linear).permute(2, 0, 1)[None])
    shown = lambda linear: srgb_from_linear(linear)[0].permute(1, 2, 0).numpy().clip(0, 1)
    if truth.through is not None:
        paper = torch.from_numpy(truth.through).permute(2, 0, 1)[None]
        return shown((curved(truth.picture[..., :3] * truth.exposure) + paper).clamp(0, 1))
    alpha = truth.picture[..., 3:].clip(0, 1)
    straight = truth.picture[..., :3] / np.maximum(truth.picture[..., 3:], 1e-3) * truth.exposure
    return on_white(shown(curved(straight)), alpha)
