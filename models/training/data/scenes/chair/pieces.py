# in: a seat's size; out: its cushion, its legs.
from __future__ import annotations

import random

import numpy as np

from ..curves import Vector, ellipse, rectangle
from ..faces import Solid
from ..joinery import merge
from ..palette import Colour, metal, wood
from ..placing import moved
from ..shapes import rod, skin
from ..subject import Part

NAME = "chair"


def cushion(name: str, size: Vector, centre: Vector = (0, 0, 0), square: float = 5.0, puff: float = 2.6) -> Solid:
    """A superellipsoid: nearly a box in plan, softly domed above and below."""
    w, d, h = size
    a = np.linspace(-np.pi / 2 + 0.05, np.pi / 2 - 0.05, 18)
    c, s = np.cos(a) ** (2 / puff), np.sign(np.sin(a)) * np.abs(np.sin(a)) ** (2 / puff)
    ring = ellipse(w, d, 56, power=square)
    rings = [np.concatenate([ring * u, np.full((56, 1), h / 2 * v)], 1) for u, v in zip(c, s)]
    return moved(skin(name, rings), centre)


def legs(rng: random.Random, w: float, d: float, top: float, colours: list[Colour], splay: float | None = None) -> list[Part]:
    """Four legs from (±w/2, ±d/2) at height `top` down to the floor; square, round, tapered or turned."""
    splay = rng.choice((0.0, 0.0, rng.uniform(0.04, 0.14))) if splay is None else splay
    thick, kind = rng.uniform(0.018, 0.035), rng.choice(("square", "round", "taper", "taper"))
    pieces = []
    for x in (-1, 1):
        for y in (-1, 1):
            a = np.array([x * w / 2, y * d / 2, top])
            b = np.array([x * (w / 2 + splay), y * (d / 2 + splay * 0.7), 0.0])
            t = np.linspace(0, 1, 6)[:, None]
            scale = thick * (np.array([1.25, 1.15, 1.0, 0.85, 0.72, 0.6]) if kind == "taper" else np.ones(6))
            section = rectangle(2, 2, 0.25, steps=3) if kind == "square" else ellipse(2, 2, 20)
            unit = np.concatenate([section, np.zeros((len(section), 1))], 1)
            pieces.append(skin("leg", (a + (b - a) * t)[:, None] + unit[None] * scale[:, None, None]))
    parts = [Part("legs", merge("legs", *pieces), *rng.choice((("wood", wood(rng)), ("brushed_metal", metal(rng)), ("matte_plastic", colours[1]))))]
    if rng.random() < 0.3:
        z, bars = top * rng.uniform(0.3, 0.6), []
        u = splay * (1 - z / top)
        for s in (-1, 1):
            bars.append(rod("bar", [(-w / 2 - u, s * (d / 2 + 0.7 * u), z), (0, s * (d / 2 + 0.7 * u), z), (w / 2 + u, s * (d / 2 + 0.7 * u), z)], thick * 0.6, 12))
            bars.append(rod("bar", [(s * (w / 2 + u), -d / 2 - 0.7 * u, z + 0.05), (s * (w / 2 + u), 0, z + 0.05), (s * (w / 2 + u), d / 2 + 0.7 * u, z + 0.05)], thick * 0.6, 12))
        parts.append(Part("bars", merge("bars", *bars), parts[0].material, parts[0].colour))
    return parts
