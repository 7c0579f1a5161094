# in: a path, widths, a section; out: leaves as blades; the paths that they bend along; greens.
from __future__ import annotations

import bpy
import numpy as np

from ..curves import Numbers, Points, Vector
from ..shapes import sweep

GREENS = ((0.25, 0.5, 0.25), (0.35, 0.6, 0.3), (0.2, 0.42, 0.33), (0.5, 0.65, 0.3), (0.36, 0.52, 0.42), (0.6, 0.72, 0.5), (0.16, 0.33, 0.22))


def crescent(cup: float, thick: float, fold: bool = False, count: int = 15) -> np.ndarray:
    """A blade's section: y across (-0.5..0.5), x its normal; cupped or folded, `thick` in shares of its width."""
    y = np.linspace(-0.5, 0.5, count)
    arch = cup * (np.abs(2 * y) if fold else (2 * y) ** 2)
    half = thick / 2 * np.sqrt(np.clip(1 - (1.94 * y) ** 2, 0.02, 1))
    low, high = np.stack([arch - half, y], 1), np.stack([arch + half, y], 1)
    return np.vstack([low, high[::-1]])


def blade(name: str, path: Points, wide: Numbers, section: np.ndarray, across: Vector) -> bpy.types.Object:
    """A leaf along a path [n, 3] with widths [n]; `across` is the direction of its width."""
    return sweep(name, path, section, np.asarray(wide, float), up=across, sharp=50)


def width(kind: str, n: int = 22) -> np.ndarray:
    """Shares of the full width from the root to the tip."""
    t = np.linspace(0, 1, n)
    grow = {
        "lance": np.sin(np.pi * t**0.7),
        "oval": np.sqrt(np.clip(1 - (2 * t - 1) ** 2, 0, 1)),
        "heart": np.interp(t, [0, 0.04, 0.12, 0.25, 0.45, 0.7, 0.9, 1], [0.15, 0.6, 0.88, 1, 0.95, 0.62, 0.2, 0.02]),
        "drop": np.interp(t, [0, 0.2, 0.5, 0.72, 0.88, 0.96, 1], [0.45, 0.6, 0.9, 1, 0.75, 0.35, 0.04]),
        "taper": 1 - 0.96 * t**1.4,
        "sword": np.interp(t, [0, 0.3, 0.7, 0.9, 1], [0.7, 1, 0.9, 0.5, 0.03]),
    }[kind]
    return np.maximum(grow, 0.03)


def bow(root: Vector, angle: float, out: float, up: float, sag: float, n: int = 22) -> tuple[np.ndarray, np.ndarray]:
    """A leaf's line from `root` in the direction `angle`: `out` and `up` of its tip, bent by `sag`; and its width's direction."""
    c, s = np.cos(angle), np.sin(angle)
    t = np.linspace(0, 1, n)
    reach, rise = out * t ** (1 + max(sag, 0)), up * t + abs(sag) * 0.6 * np.sin(np.pi * t) * np.hypot(out, up)
    return np.asarray(root, float) + np.stack([reach * c, reach * s, rise], 1), np.array([-s, c, 0.0])
