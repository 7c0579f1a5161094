# in: a random generator; out: outlines of solids.
from __future__ import annotations

import random

import numpy as np

from ..curves import area, ellipse, fillet, rectangle, regular, spline

NAME = "solids"


def outline(rng: random.Random, width: float, height: float) -> np.ndarray:
    """Any closed outline that fills the box width x height."""
    kind = rng.choice(("box", "box", "ellipse", "squircle", "polygon", "blob", "ell", "star", "arch"))
    if kind == "box":
        return rectangle(width, height, rng.choice((0, 0.05, 0.15, 0.5)) * min(width, height))
    if kind in ("ellipse", "squircle"):
        return ellipse(width, height, 56, power=2 if kind == "ellipse" else rng.uniform(3, 5))
    if kind == "polygon":
        shape = fillet(regular(rng.randint(3, 8), 1, rng.choice((np.pi / 2, 0))), rng.choice((0.02, 0.1, 0.25)))
    elif kind == "star":
        shape = fillet(regular(rng.randint(4, 7), 1, np.pi / 2, rng.uniform(0.5, 0.8)), rng.choice((0.02, 0.08)))
    elif kind == "blob":
        n = rng.randint(5, 8)
        a = np.arange(n) * 2 * np.pi / n
        r = np.array([rng.uniform(0.65, 1) for _ in a])
        shape = spline(np.stack([r * np.cos(a), r * np.sin(a)], 1), 8, closed=True)
    elif kind == "ell":
        u, v = rng.uniform(-0.4, 0.4), rng.uniform(-0.4, 0.4)
        shape = fillet([(-1, -1), (1, -1), (1, v), (u, v), (u, 1), (-1, 1)], rng.choice((0.03, 0.1, 0.25)))
    else:
        shape = np.vstack([[(-1, -1), (1, -1)], np.array([(np.cos(t), 0.2 + 0.8 * np.sin(t)) for t in np.linspace(0, np.pi, 24)])])
    low, high = shape.min(0), shape.max(0)
    shape = ((shape - low) / (high - low) - 0.5) * (width, height)
    return shape if area(shape) > 0 else shape[::-1]


def convex(rng: random.Random, width: float, height: float) -> np.ndarray:
    kind = rng.choice(("box", "box", "ellipse", "squircle", "polygon"))
    if kind == "box":
        return rectangle(width, height, rng.choice((0.04, 0.15, 0.3)) * min(width, height))
    if kind == "polygon":
        return fillet(regular(rng.randint(3, 8), 0.5, rng.choice((np.pi / 2, 0))) * (width, height), 0.04)
    return ellipse(width, height, 56, power=2 if kind == "ellipse" else rng.uniform(3, 5))
