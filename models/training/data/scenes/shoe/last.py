# in: a random generator; out: the last that a shoe is built on, as outlines and as form.
from __future__ import annotations

import random

import numpy as np

from ..curves import Points, spline
from ..faces import FRONT, Solid
from ..joinery import cut, inlay
from ..shapes import rails
from ..slabs import slab

NAME = "shoe"
# instep (x, z), heel and sole (x, z), width: pairs from the shaft down to the toe
LAST = np.array(
    [
        (0.36, 1.00, 0.00, 1.02, 0.26),
        (0.36, 0.80, 0.01, 0.80, 0.24),
        (0.37, 0.62, 0.02, 0.62, 0.22),
        (0.39, 0.50, 0.015, 0.48, 0.21),
        (0.43, 0.42, 0.0, 0.34, 0.235),
        (0.48, 0.37, -0.01, 0.22, 0.26),
        (0.54, 0.33, 0.01, 0.11, 0.28),
        (0.61, 0.28, 0.12, 0.07, 0.29),
        (0.69, 0.238, 0.34, 0.065, 0.31),
        (0.78, 0.208, 0.58, 0.06, 0.35),
        (0.86, 0.19, 0.80, 0.06, 0.345),
        (0.93, 0.174, 0.91, 0.065, 0.285),
        (0.977, 0.148, 0.97, 0.07, 0.17),
        (0.996, 0.108, 0.994, 0.078, 0.05),
    ]
)
PUMP = np.array(
    [
        (0.58, 0.27, -0.01, 0.60, 0.17),
        (0.65, 0.235, -0.02, 0.50, 0.185),
        (0.71, 0.20, 0.02, 0.40, 0.19),
        (0.77, 0.17, 0.14, 0.34, 0.185),
        (0.83, 0.14, 0.32, 0.22, 0.175),
        (0.89, 0.11, 0.52, 0.09, 0.20),
        (0.95, 0.085, 0.70, 0.03, 0.225),
        (1.00, 0.058, 0.88, 0.02, 0.16),
        (1.03, 0.034, 1.022, 0.02, 0.03),
    ]
)
PLAN = np.array([(-0.02, 0.02), (0.0, 0.1), (0.05, 0.2), (0.15, 0.265), (0.3, 0.255), (0.45, 0.265), (0.6, 0.315), (0.75, 0.355), (0.87, 0.33), (0.95, 0.235), (0.995, 0.1), (1.005, 0.03)])


class Foot:
    """One last with its own proportions: profiles as dense curves, the upper, and places on it."""

    def __init__(self, rng: random.Random, table: np.ndarray, collar: int, lift: float) -> None:
        knots = table[collar:].copy()
        knots[:, (1, 3)] *= rng.uniform(0.9, 1.12)
        knots[:, 4] *= rng.uniform(0.9, 1.12)
        toe = rng.uniform(-0.02, 0.03)
        knots[-5:, 1] += toe * np.array([0.2, 0.6, 1, 1, 0.5])
        knots[:, (1, 3)] += lift
        knots[0, 1] += rng.uniform(-0.02, 0.05)
        knots[0, 3] += rng.uniform(-0.03, 0.03)
        dense = spline(knots, 4)
        self.front, self.back, self.width = dense[:, 0:2], dense[:, 2:4], np.maximum(dense[:, 4], 0.02)
        self.upper = rails("upper", self.front, self.back, self.width, rng.uniform(2.2, 2.7))

    def hollow(self, wall: float, deep: int) -> None:
        """Cuts the opening: the first rings, drawn in by the wall and lifted a little out of the mouth."""
        f, b, w = self.front[:deep], self.back[:deep], self.width[:deep]
        span = np.linalg.norm(f - b, axis=1)[:, None]
        keep = np.clip(1 - 2 * wall / span, 0.2, 1)
        middle = (f + b) / 2
        f, b = middle + (f - middle) * keep, middle + (b - middle) * keep
        rise = np.array([(f[0] - f[1]), (b[0] - b[1])])
        rise = rise / np.linalg.norm(rise, axis=1)[:, None] * 0.1
        f, b = np.vstack([f[:1] + rise[0], f]), np.vstack([b[:1] + rise[1], b])
        w = np.concatenate([w[:1], w]) - 2 * wall
        cut(self.upper, rails("opening", f, b, np.maximum(w, 0.03)))

    def panel(self, name: str, outline: Points) -> Solid:
        """The part of the upper inside a side-view outline (x, z), on both sides."""
        return inlay(name, self.upper, slab("tool", outline, 2, (0, 1, 0), FRONT))

    def along(self, start: float, end: float, count: int, lift: float = 0.0) -> np.ndarray:
        """Points (x, z) on the instep between two fractions of it, lifted off it."""
        n = len(self.front) - 1
        at = np.linspace(start, end, count) * n
        p = np.stack([np.interp(at, np.arange(n + 1), self.front[:, k]) for k in (0, 1)], 1)
        d = np.gradient(p, axis=0)
        d /= np.linalg.norm(d, axis=1)[:, None]
        return p + np.stack([-d[:, 1], d[:, 0]], 1) * lift
