# in: radii and heights of a vessel; out: its turned wall, its shoulder, its label.
from __future__ import annotations

import random

import numpy as np

from ..curves import Points, ellipse, fillet, rectangle
from ..faces import FRONT, Solid
from ..joinery import inlay
from ..marks import mark, printed
from ..palette import Colour
from ..shapes import lathe
from ..slabs import slab
from ..subject import Part

NAME = "bottle"


def turned(name: str, points: Points, radius: float = 0.02, count: int = 72) -> Solid:
    """A lathe with every corner of its profile rounded."""
    return lathe(name, fillet(points, radius, 4, closed=False), count)


def shouldered(rng: random.Random, r: float, h: float, neck: float, tall: float) -> np.ndarray:
    """Foot, straight or waisted wall, shoulder, neck: [n, 2] of (r, z) from the foot to the mouth."""
    drop = rng.uniform(0.3, 1.6) * (r - neck)
    waist = rng.choice((0, 0, rng.uniform(0.04, 0.15))) * r
    z = np.linspace(0.06, h, 24)
    wall = np.stack([r - waist * np.sin(np.pi * np.clip((z - 0.1) / (h - 0.1), 0, 1)) ** 2, z], 1)
    bend = rng.uniform(0.55, 1.6)
    t = np.linspace(0, 1, 14)[1:]
    shoulder = np.stack([neck + (r - neck) * (0.5 + 0.5 * np.cos(np.pi * t**bend)), h + drop * t], 1)
    foot = rng.uniform(0.02, 0.055)
    edge = [(r - foot + foot * np.sin(a), foot * (1 - np.cos(a))) for a in np.linspace(0, 1.3, 6)]
    return np.vstack([edge, wall, shoulder, [(neck, h + drop + tall)]])


def label(rng: random.Random, body: Solid, r: float, low: float, high: float, colour: Colour, around: bool, material: str = "paper") -> tuple[Part, list]:
    """A label exactly flush with the wall, all around or on the front only; sometimes printed."""
    h, z = high - low, (low + high) / 2
    w = 8 * r if around else r * rng.uniform(0.9, 1.5)
    shape = rectangle(w, h, 0 if around else rng.choice((0, 0.05, 0.3)) * min(w, h))
    if not around and rng.random() < 0.2:
        shape = ellipse(w, h)
    tool = slab("tool", shape, 4, (0, 2 if around else -0.25 * r, z), FRONT)
    decals = []
    if rng.random() < 0.7:
        pw, ph = min(r * 1.2, 0.8 * w), 0.7 * h
        decals.append(mark((0, -r, z), pw, ph, printed(rng, pw, ph, ("logo", "word", "stripes", "waves", "leaf", "word")), depth=0.9 * r))
    return Part("label", inlay("label", body, tool), material, colour), decals
