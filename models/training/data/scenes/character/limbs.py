# in: knots, sizes, centres; out: limbs, eggs and pairs of pieces.
from __future__ import annotations

from collections.abc import Callable

import bpy
import numpy as np

from ..curves import Points, Vector, ellipse, resample, spline
from ..faces import Solid
from ..joinery import merge
from ..placing import points_of, reshaped
from ..shapes import ball, sweep

NAME = "character"
DARK = (0.1, 0.1, 0.12)


def limb(name: str, knots: Points, r0: float, r1: float | None = None, flat: float = 1.0, up: Vector | None = None) -> bpy.types.Object:
    """A capsule along knots [n, 3], its radius from r0 to r1, its ends round; `flat` thins it across `up`."""
    r1 = r0 if r1 is None else r1
    p = resample(spline(knots, 8), 80, closed=False)
    long = np.linalg.norm(np.diff(p, axis=0), axis=1).sum()
    share = (1 - np.cos(np.pi * np.linspace(0, 1, 34))) / 2
    path = np.stack([np.interp(share, np.linspace(0, 1, 80), p[:, k]) for k in range(3)], 1)
    start, end = np.clip(1 - share * long / r0, 0, 1), np.clip(1 - (1 - share) * long / r1, 0, 1)
    grow = (r0 + (r1 - r0) * share) * np.sqrt(np.maximum((1 - start**2) * (1 - end**2), 0.001))
    return sweep(name, path, ellipse(2, 2, 28), np.stack([grow, grow * flat], 1), up=up)


def egg(name: str, size: Vector, centre: Vector = (0, 0, 0), taper: float = 0.0, power: float = 2.2) -> bpy.types.Object:
    """An ellipsoid that is wider below (taper > 0) or above."""
    thing = ball(name, size, (0, 0, 0), power)
    v = points_of(thing)
    v[:, :2] *= (1 - taper * v[:, 2:] / size[2] * 2)
    return reshaped(thing, v + np.asarray(centre, float))


def pair(name: str, make: Callable[[int], Solid]) -> bpy.types.Object:
    """make(side) for both sides as one object."""
    return merge(name, make(-1), make(1))


def on(body: bpy.types.Object, x: float, z: float) -> float:
    """y of the front of an uncut body at about (x, z); for beads, noses, buttons."""
    v = points_of(body)
    near = v[v[:, 1] <= 0]
    order = np.argsort((near[:, 0] - x) ** 2 + (near[:, 2] - z) ** 2)[:4]
    return float(near[order, 1].mean())
