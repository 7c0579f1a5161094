# in: a random generator; out: Subject of a bag with a flap.
from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from ..curves import fillet, resample, spline
from ..faces import FRONT
from ..joinery import cut, merge
from ..palette import metal, scheme
from ..shapes import rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, clasp, handles, silhouette, stitched, strap


def flapped(rng: random.Random) -> Subject:
    """A body with a flap over its front, a clasp, a long strap or a chain."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.3), rng.uniform(0.55, 0.95), rng.uniform(0.22, 0.4)
    material = rng.choice(("leather", "leather", "fabric"))
    outline = silhouette(rng, w, h)
    body = slab("body", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.03, 0.08), 5)
    parts = [Part("body", body, material, colours[0])]
    drop = h * rng.uniform(0.4, 0.75)
    kind = rng.choice(("round", "straight", "point", "cut"))
    bottom = {
        "round": spline([(-0.6, h - drop * 0.55), (-0.3, h - drop * 0.92), (0, h - drop), (0.3, h - drop * 0.92), (0.6, h - drop * 0.55)], 8),
        "straight": np.array([(-0.6, h - drop), (0.6, h - drop)]),
        "point": np.array([(-0.6, h - drop * 0.5), (0, h - drop), (0.6, h - drop * 0.5)]),
        "cut": np.array([(-0.6, h - drop * 0.7), (-0.2, h - drop * 0.7), (-0.12, h - drop), (0.12, h - drop), (0.2, h - drop * 0.7), (0.6, h - drop * 0.7)]),
    }[kind] * (w * 1.1, 1)
    thick = rng.uniform(0.015, 0.035)
    flap = slab("flap", outline * 1.015 + (0, 0.004), d + 2 * thick, (0, d / 2 + thick, 0), FRONT, 0.03, 4)
    below = np.vstack([bottom[::-1], [(-w, -1), (w, -1)]])
    cut(flap, slab("tool", below, 3, (0, 1.5, 0), FRONT))
    parts.append(Part("flap", flap, material, colours[rng.choice((0, 1, 1))]))
    y = -d / 2 - thick
    parts += clasp(rng, 0, y, h - drop + 0.07)
    decals = []
    if rng.random() < 0.5:
        decals.append(stitched(fillet(np.vstack([bottom, [(w * 0.42, h * 0.97), (-w * 0.42, h * 0.97)]]), 0.03), y))
    kind = rng.choice(("long", "long", "short", "chain", "none"))
    if kind in ("long", "chain"):
        top, half = h + rng.uniform(0.4, 0.8), 0.46 * w
        t = np.linspace(0, np.pi, 48)
        path = np.stack([half * np.cos(t), 0.8 * h + (top - 0.8 * h) * np.sin(t) ** 0.8], 1)
        if kind == "long":
            parts.append(Part("strap", strap("strap", path, rng.uniform(0.035, 0.06)), "leather", colours[2]))
        else:
            path = resample(path, 30, closed=False)
            a, links = np.linspace(0, 2 * np.pi, 16)[:-1], []
            for k, (p, q) in enumerate(pairwise(path)):
                along, middle = (q - p) / np.linalg.norm(q - p), (p + q) / 2
                u, v = np.array([along[0], 0, along[1]]), np.array([-along[1], 0, along[0]]) if k % 2 else np.array([0, 1.0, 0])
                size = np.linalg.norm(q - p)
                links.append(rod("link", np.array([middle[0], 0, middle[1]]) + 0.68 * size * np.cos(a)[:, None] * u + 0.035 * np.sin(a)[:, None] * v, 0.012, 8, loop=True))
            parts.append(Part("chain", merge("chain", *links), "polished_metal", metal(rng)))
        rings = [block("loop", (0.07, 0.05, 0.1), (s * half, 0, 0.8 * h), 0.012) for s in (-1, 1)]
        parts.append(Part("loops", merge("loops", *rings), "polished_metal", metal(rng)))
    elif kind == "short":
        parts += handles(rng, w, h, 0.0, colours[2])
    return Subject(NAME, parts, decals)
