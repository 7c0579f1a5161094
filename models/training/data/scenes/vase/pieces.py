# in: a profile; out: shells, feet, leaves and stems.
from __future__ import annotations

import random

import numpy as np

from ..curves import Vector, ellipse, offset_profile, spline
from ..faces import Solid
from ..joinery import merge
from ..palette import Colour
from ..shapes import ball, rod, sweep
from ..subject import Part

NAME = "vase"


def shell(outer: np.ndarray, wall: float, floor: float) -> np.ndarray:
    """A lathe profile: outer wall from the foot, a rounded rim, inner wall, flat floor."""
    inner = offset_profile(outer, wall)[::-1]
    inner = inner[(inner[:, 1] > outer[0, 1] + floor) & (inner[:, 0] > 0.02)]
    a, b = outer[-1], inner[0]
    across, up = (b - a) / 2, np.array([(a - b)[1], (b - a)[0]]) / 2
    up = up if up[1] > 0 else -up
    rim = [(a + b) / 2 - across * np.cos(t) + up * np.sin(t) for t in np.linspace(0.4, np.pi - 0.4, 5)]
    return np.vstack([outer, rim, inner, [(0.01, outer[0, 1] + floor)]])


def footed(points: np.ndarray, rng: random.Random) -> np.ndarray:
    """Softens the lower edge of an outer wall that starts at its foot."""
    r = rng.uniform(0.01, 0.04)
    a = points[0]
    arc = [(a[0] - r + r * np.sin(t), a[1] + r - r * np.cos(t)) for t in np.linspace(0, 1.3, 5)]
    return np.vstack([arc, points[points[:, 1] > a[1] + r * 0.8]])


def leaf(name: str, root: Vector, tip: Vector, wide: float, bend: float) -> Solid:
    """A thin pointed blade from root to tip, bowed upwards by `bend`, its width across."""
    root, tip = np.asarray(root, float), np.asarray(tip, float)
    t = np.linspace(0, 1, 14)
    path = root + (tip - root) * t[:, None] + np.array([0, 0, bend]) * np.sin(np.pi * t)[:, None]
    flat = np.array([tip[1] - root[1], root[0] - tip[0], 0.0])
    flat = flat / np.linalg.norm(flat) if np.linalg.norm(flat) > 0.05 else np.array([1.0, 0, 0])
    grow = wide * np.maximum(np.sin(np.pi * t**0.75), 0.03)
    scale = np.stack([np.full(14, 0.014), grow], 1)
    return sweep(name, path, ellipse(1, 1, 14), scale, up=flat)


def stems(rng: random.Random, z: float, spread: float, colours: list[Colour]) -> list[Part]:
    """A few stems with leaves or round flowers out of the mouth."""
    stalks, heads = [], []
    for _ in range(rng.randint(1, 4)):
        lean = np.array([rng.uniform(-0.4, 0.4), rng.uniform(-0.15, 0.15), rng.uniform(0.5, 0.9)])
        root = np.array([rng.uniform(-1, 1) * spread * 0.5, 0, z - 0.25])
        path = spline([root, root + lean * 0.4 + (0, 0, 0.1), root + lean + (0, 0, 0.2)], 8)
        stalks.append(rod("stem", path, 0.014, 8))
        tip = path[-1]
        if rng.random() < 0.5:
            heads.append(ball("head", (0.2, 0.2, 0.18), tip))
        else:
            heads += [leaf("leaf", tip - (0, 0, 0.15 * k), tip + (s * 0.25, 0, 0.12 - 0.15 * k), 0.12, 0.05) for k in (0, 1) for s in (-1, 1)]
    return [Part("stems", merge("stems", *stalks), "matte_plastic", (0.3, 0.5, 0.25)), Part("heads", merge("heads", *heads), "fabric", colours[3])]
