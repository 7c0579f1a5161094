# in: a random generator; out: Subject of a backpack or a suitcase.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle, spline
from ..faces import FRONT
from ..joinery import merge
from ..marks import mark, printed
from ..palette import metal, scheme
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, handles, strap


def backpack(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.65, 0.85), rng.uniform(0.85, 1.15), rng.uniform(0.3, 0.42)
    outline = fillet([(-w / 2, 0), (w / 2, 0), (w * 0.46, h), (-w * 0.46, h)], [0.1, 0.1, 0.28, 0.28], 9)
    parts = [Part("body", slab("body", outline, d, (0, d / 2, 0), FRONT, 0.1, 6), "fabric", colours[0])]
    y = -d / 2
    pw, ph = w * rng.uniform(0.65, 0.85), h * rng.uniform(0.35, 0.45)
    pocket = fillet([(-pw / 2, 0), (pw / 2, 0), (pw * 0.47, ph), (-pw * 0.47, ph)], 0.07, 7) + (0, 0.05)
    parts.append(Part("pocket", slab("pocket", pocket, 0.16, (0, y + 0.05, 0), FRONT, 0.06, 5), "fabric", colours[1]))
    if rng.random() < 0.6:
        zip_line = np.stack([np.linspace(-0.4, 0.4, 12) * pw, np.full(12, y - 0.11), np.full(12, 0.05 + 0.75 * ph)], 1)
        parts.append(Part("zip", rod("zip", zip_line, 0.012, 10), "brushed_metal", metal(rng)))
    arc_points = np.linspace(0, np.pi, 24)
    loop = np.stack([0.1 * np.cos(arc_points), np.full(24, d * 0.3), h - 0.02 + 0.11 * np.sin(arc_points)], 1)
    parts.append(Part("grab", rod("grab", loop, 0.02, 12), "fabric", colours[2]))
    straps = []
    for s in (-1, 1):
        path = spline([(s * w * 0.22, h * 0.92, d * 0.5), (s * w * 0.36, h * 0.8, d * 0.72), (s * w * 0.5, h * 0.4, d * 0.66), (s * w * 0.42, h * 0.06, d * 0.5)], 8)
        straps.append(strap("strap", path[:, [0, 1, 2]], 0.07, 0.03))
    parts.append(Part("straps", merge("straps", *straps), "fabric", colours[2]))
    if rng.random() < 0.5:
        for s in (-1, 1):
            parts.append(Part(f"side pocket {s}", block("side pocket", (0.1, d * 0.7, h * 0.35), (s * w * 0.5, 0, h * 0.2), 0.03), "fabric", colours[1]))
    decals = [mark((0, y, h * 0.74), 0.3, 0.22, printed(rng, 0.3, 0.22, ("logo", "word", "label")), depth=0.1)] if rng.random() < 0.6 else []
    return Subject(NAME, parts, decals)


def suitcase(rng: random.Random) -> Subject:
    """Hard shell with ribs, wheels and a pull-out handle; or an old one with straps and corners."""
    colours = scheme(rng, 4)
    if rng.random() < 0.5:
        w, h, d = rng.uniform(0.6, 0.8), rng.uniform(0.85, 1.1), rng.uniform(0.3, 0.4)
        shell = slab("shell", rectangle(w, h, 0.1), d, (0, d / 2, h / 2), FRONT, 0.06, 5)
        parts = [Part("shell", shell, rng.choice(("glossy_plastic", "matte_plastic", "brushed_metal")), colours[0])]
        ribs = [slab("rib", rectangle(0.035, h * 0.8, 0.015), d + 0.03, (x, d / 2 + 0.015, h / 2), FRONT, 0.012) for x in np.linspace(-0.34, 0.34, rng.randint(3, 6)) * w]
        parts.append(Part("ribs", merge("ribs", *ribs), parts[0].material, colours[rng.choice((0, 1))]))
        poles = [rod("pole", [(s * 0.13, d * 0.3, h - 0.05), (s * 0.13, d * 0.3, h + 0.2), (s * 0.13, d * 0.3, h + 0.38)], 0.014, 12) for s in (-1, 1)]
        parts.append(Part("poles", merge("poles", *poles), "brushed_metal", metal(rng)))
        parts.append(Part("grip", block("grip", (0.34, 0.05, 0.05), (0, d * 0.3, h + 0.4), 0.02), "rubber", colours[2]))
        wheels = [moved(lathe("wheel", fillet([(0.04, -0.02), (0.05, -0.02), (0.05, 0.02), (0.01, 0.02)], 0.01, 2, closed=False), 28), (sx * w * 0.4, sy * d * 0.35, -0.03), turn=rotation("y", 90)) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("wheels", merge("wheels", *wheels), "rubber", (0.12, 0.12, 0.13)))
        return Subject(NAME, parts)
    w, h, d = rng.uniform(0.95, 1.25), rng.uniform(0.6, 0.8), rng.uniform(0.28, 0.36)
    parts = [Part("body", slab("body", rectangle(w, h, 0.06), d, (0, d / 2, h / 2), FRONT, 0.02), "leather", colours[0])]
    if rng.random() < 0.6:
        bands = [block("band", (0.08, d + 0.03, h + 0.03), (s * w * 0.28, 0, h / 2), 0.008) for s in (-1, 1)]
        parts.append(Part("bands", merge("bands", *bands), "leather", colours[1]))
        buckles = [slab("buckle", rectangle(0.11, 0.08, 0.01), 0.04, (s * w * 0.28, -d / 2, h * 0.72), FRONT, 0.008) for s in (-1, 1)]
        parts.append(Part("buckles", merge("buckles", *buckles), "brushed_metal", metal(rng)))
    else:
        corners = [slab("corner", fillet([(0, 0), (0.16, 0), (0, 0.16)], 0.02) * (sx, sz), d + 0.02, (-sx * w * 0.503, d / 2 + 0.01, h / 2 - sz * h * 0.503), FRONT, 0.008) for sx in (-1, 1) for sz in (-1, 1)]
        parts.append(Part("corners", merge("corners", *corners), rng.choice(("leather", "brushed_metal")), colours[1]))
    return Subject(NAME, parts + handles(rng, 0.7 * w, h, 0.0, colours[2]))
