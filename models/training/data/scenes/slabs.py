# in: an outline and the plane that it lies in; out: slabs, frames and blocks, bevelled.
from __future__ import annotations

import bpy
import numpy as np

from .curves import Points, Vector, area, inset, rectangle
from .faces import FRONT, TOP, Face
from .shapes import SHARP, skin


def slab(name: str, outline: Points, depth: float, at: Vector = (0, 0, 0), face: Face = FRONT, bevel: float = 0.0, steps: int = 3, sharp: float = SHARP) -> bpy.types.Object:
    """A plate: its back lies in the plane through `at`, its front `depth` further out along right x up."""
    flat = np.asarray(outline, float)
    flat = flat if area(flat) > 0 else flat[::-1]
    right, up = np.asarray(face[0], float), np.asarray(face[1], float)
    out = np.cross(right, up)
    b = min(bevel, 0.45 * depth)
    edges = np.roll(flat, -1, 0) - flat
    for _ in range(12):  # a bevel wider than a corner's radius would turn that corner inside out
        drawn = inset(flat, b)
        if b == 0 or (((np.roll(drawn, -1, 0) - drawn) * edges).sum(1) > 0).all():
            break
        b *= 0.7
    turn = np.linspace(0, np.pi / 2, steps + 1) if b > 0 else np.zeros(1)
    low = [(b * (1 - np.sin(t)), b * (1 - np.cos(t))) for t in turn]  # (inset, height), from the back face outwards
    levels = low + [(i, depth - h) for i, h in reversed(low)]
    rings = []
    for by, height in levels:
        ring = inset(flat, by) if by > 0 else flat
        rings.append(np.asarray(at, float) + ring[:, :1] * right + ring[:, 1:] * up + height * out)
    return skin(name, rings, sharp=sharp)


def frame(name: str, outline: Points, inner: Points, depth: float, at: Vector = (0, 0, 0), face: Face = FRONT) -> bpy.types.Object:
    """A plate with a hole: `inner` has as many points as `outline`."""
    right, up = np.asarray(face[0], float), np.asarray(face[1], float)
    out = np.cross(right, up)
    place = lambda o, h: np.asarray(at, float) + o[:, :1] * right + o[:, 1:] * up + h * out
    a, b = np.asarray(outline, float), np.asarray(inner, float)
    return skin(name, [place(a, 0), place(a, depth), place(b, depth), place(b, 0)], loop=True)


def block(name: str, size: Vector, centre: Vector = (0, 0, 0), bevel: float = 0.02, corner: float | None = None) -> bpy.types.Object:
    """A box of size (x, y, z) about `centre`; `corner` rounds the four upright edges more than `bevel`."""
    x, y, z = size
    c = max(bevel if corner is None else corner, bevel * 1.05)
    c = min(c, 0.49 * x, 0.49 * y)
    outline = rectangle(x, y, c, steps=3 if c < 0.06 else 6)
    bottom = np.asarray(centre, float) - (0, 0, z / 2)
    return slab(name, outline, z, bottom, TOP, min(bevel, 0.9 * c, 0.45 * z))
