# in: a random generator; out: Subject of a skyscraper.
from __future__ import annotations

import random

import numpy as np

from ..curves import rectangle
from ..faces import FRONT
from ..house.openings import PANE
from ..house.roofs import hip, prism
from ..joinery import inlay, merge
from ..marks import mark
from ..palette import metal, neutral, scheme
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Part, Subject
from .windows import BROAD, FACES, NAME, Openings, place, rows


def skyscraper(rng: random.Random) -> Subject:
    """One shaft or tiers that step back; windows in a grid, bands, upright strips, or a printed raster."""
    colours = scheme(rng, 5)
    w, d = rng.uniform(0.6, 1.0), rng.uniform(0.5, 0.9)
    tiers = rng.choice((1, 1, 2, 3, 4))
    kind = rng.choice(("grid", "grid", "bands", "strips", "print", "fins"))
    material = rng.choice(("concrete", "matte_plastic", "glossy_plastic", "brushed_metal"))
    openings_of = lambda: Openings(rng, rng.choice(("flush", "flush", "sunk")) if kind == "grid" else "flush")
    parts, decals, z = [], [], 0.0
    glass, bevel = rng.choice((*PANE, (0.25, 0.4, 0.55))), rng.choice((0.003, 0.01))
    shrink, columns0 = rng.uniform(0.62, 0.85), rng.randint(2, 6)
    for k in range(tiers):
        h = rng.uniform(1.4, 2.2) if tiers == 1 else rng.uniform(0.5, 0.9) * (1.2 - 0.2 * k)
        walls = block("walls", (w, d, h), (0, 0, z + h / 2), bevel)
        low, high = z + (0.3 if k == 0 and kind != "print" else 0.06), z + h - 0.07
        floors, columns = max(2, round((high - low) / rng.uniform(0.13, 0.24))), max(2, round(columns0 * w))
        o = openings_of()
        o.glass = glass
        for face, broad in zip(FACES, BROAD):
            across, y = (w, d / 2) if broad else (d, w / 2)
            n = max(2, round(columns * across / w))
            if kind == "grid":
                rows(o, across - 0.08, low, high, n, floors, y, face, (0.62, 0.62))
            elif kind == "bands":
                rows(o, across - 0.1, low, high, 1, floors, y, face, (1.0, 0.5))
            elif kind == "strips":
                rows(o, across - 0.08, low, high, n + 1, 1, y, face, (0.55, 1.0))
            elif kind == "print":
                image = raster(floors, n, rng.uniform(0.45, 0.7))
                decals.append(mark(place(0, (low + high) / 2, y, face), across - 0.1, high - low, image, face, 0.03))
            else:
                o.add(rectangle(across - 0.1, high - low), 0, (low + high) / 2, y, face)
        if kind == "fins":
            fins = []
            for face, broad in zip(FACES, BROAD):
                across, y = (w, d / 2) if broad else (d, w / 2)
                n = max(3, round(1.5 * columns * across / w))
                fins += [slab("fin", rectangle(0.03, high - low), 0.05, place((c / n - 0.5) * (across - 0.1), (low + high) / 2, y - 0.02, face), face) for c in range(n + 1)]
            parts.append(Part(f"fins {k}", merge(f"fins {k}", *fins), "brushed_metal", metal(rng)))
        if k == 0 and rng.random() < 0.7:
            entry = rectangle(rng.uniform(0.2, 0.5) * w, 0.17)
            parts.append(Part("entry", inlay("entry", walls, slab("tool", entry, 0.5, (0, -d / 2 + 0.05, 0.09), FRONT)), "glass", rng.choice(PANE)))
        parts += o.parts(walls, f"{k} ")
        parts.append(Part(f"walls {k}", walls, material, colours[0] if k % 2 == 0 or rng.random() < 0.7 else colours[1]))
        z += h - 0.002
        w, d = w * shrink, d * shrink
    w, d = w / shrink, d / shrink
    crown = rng.choice(("flat", "flat", "spire", "pyramid", "slant", "dome", "box"))
    if crown == "pyramid":
        parts.append(Part("crown", hip("crown", w, d, z, rng.uniform(0.25, 0.7), 0.0, 0.0), "brushed_metal", colours[2]))
    elif crown == "slant":
        s = rng.choice((-1, 1))
        parts.append(Part("crown", prism("crown", [(-w / 2, z), (w / 2, z), (s * w / 2, z + rng.uniform(0.25, 0.6) * w)], d, (0, 0, 0)), material, colours[0]))
    elif crown == "dome":
        a = np.linspace(0, np.pi / 2 - 0.03, 14)
        r = 0.42 * min(w, d)
        parts.append(Part("crown", lathe("crown", [(r, z - 0.02), *np.stack([r * np.cos(a), z + 0.04 + r * np.sin(a)], 1)], 60), "brushed_metal", colours[2]))
    elif crown == "box":
        parts.append(Part("crown", block("crown", (0.5 * w, 0.5 * d, 0.16), (0, 0, z + 0.07), 0.006), material, colours[1]))
    elif crown == "flat" and rng.random() < 0.5:
        parts.append(Part("crown", block("crown", (w + 0.05, d + 0.05, 0.06), (0, 0, z + 0.02), 0.006), material, colours[1]))
    if crown in ("spire", "pyramid", "box") or rng.random() < 0.2:
        tall = rng.uniform(0.3, 0.8)
        base = z + {"pyramid": 0.15, "slant": 0.0}.get(crown, -0.02)
        parts.append(Part("spire", lathe("spire", [(0.035, base), (0.025, base + 0.5 * tall), (0.003, base + tall + 0.3)], 24), "brushed_metal", metal(rng)))
    if rng.random() < 0.3:
        parts.append(Part("ground", block("ground", (1.6, 1.3, 0.06), (0, 0, -0.025), 0.01), "concrete", neutral(rng, True)))
    return Subject(NAME, parts, decals)


def raster(floors: int, columns: int, share: float) -> np.ndarray:
    """Printed windows: filled cells in a grid."""
    cell = max(10, min(24, 320 // max(floors, columns)))
    image, a = np.zeros((floors * cell, columns * cell), np.uint8), round(cell * (1 - share) / 2)
    for f in range(floors):
        for c in range(columns):
            image[f * cell + a : (f + 1) * cell - a, c * cell + a : (c + 1) * cell - a] = 1
    return image
