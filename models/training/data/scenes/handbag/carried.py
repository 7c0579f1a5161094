# in: a random generator; out: Subject of a tote, a bucket bag or one with a top handle.
from __future__ import annotations

import random

import numpy as np

from ..curves import inset, rectangle, spline
from ..faces import FRONT
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import metal, scheme
from ..shapes import HAIR, ball, lathe, rod, skin
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, clasp, handles, silhouette, stitched, strap


def tote(rng: random.Random) -> Subject:
    """Open above, two handles sewn to the front and back."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.15), rng.uniform(0.75, 1.15), rng.uniform(0.18, 0.4)
    material = rng.choice(("fabric", "leather", "paper"))
    flare, levels = rng.uniform(-0.08, 0.2), 10
    from_below = []
    pinch = rng.choice((0.0, 0.3))
    for t in np.linspace(0, 1, levels):
        ring = rectangle(w * (1 - flare / 2 + flare * t), d * (1 - pinch * t), 0.04)
        from_below.append(np.concatenate([ring, np.full((len(ring), 1), h * t)], 1))
    first = inset(from_below[0][:, :2], 0.015)
    body = skin("body", [np.concatenate([first, np.full((len(first), 1), -0.012)], 1), *from_below])
    top = from_below[-1][:, :2]
    inner = inset(top, 0.02)
    low = inset(from_below[2][:, :2], 0.02)
    cut(body, skin("tool", [np.concatenate([low, np.full((len(low), 1), h * 0.25)], 1), np.concatenate([inner, np.full((len(inner), 1), h + 0.001)], 1), np.concatenate([inner, np.full((len(inner), 1), h + 0.2)], 1)]))
    y = float(np.abs(top[:, 1]).max())
    root = h * rng.uniform(0.6, 0.94)
    parts = [Part("body", body, material, colours[0]), *handles(rng, w, h, y + 0.004, colours[1], root)]
    decals = []
    if rng.random() < 0.4:
        z = h * rng.uniform(0.15, 0.35)
        low_part = block("tool", (3, 3, 2 * z), (0, 0, 0), 0.001)
        parts.append(Part("bottom", inlay("bottom", body, low_part), "leather", colours[2]))
    if rng.random() < 0.7:
        s = rng.uniform(0.35, 0.6)
        decals.append(mark((0, -d / 2, h * 0.45), s, s * 0.8, printed(rng, s, s * 0.8), depth=0.2))
    return Subject(NAME, parts, decals)


def top_handle(rng: random.Random) -> Subject:
    """A structured bag: zip, pocket, corners, short handles."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.2), rng.uniform(0.55, 0.85), rng.uniform(0.3, 0.5)
    outline = silhouette(rng, w, h)
    body = slab("body", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.02, 0.07), 4)
    parts = [Part("body", body, "leather", colours[0]), *handles(rng, w, h, rng.uniform(0.2, 0.4) * d, colours[1])]
    y, decals = -d / 2, []
    if rng.random() < 0.6:
        pocket = rectangle(w * rng.uniform(0.4, 0.65), h * rng.uniform(0.3, 0.45), 0.05)
        flat = rng.random() < 0.5
        parts.append(Part("pocket", slab("pocket", pocket, 0.03 + (HAIR if flat else 0.05), (0, y + 0.03, 0.36 * h), FRONT, 0.0 if flat else 0.03, 4), "leather", colours[rng.choice((0, 2))]))
        if flat:
            decals.append(stitched(pocket + (0, 0.36 * h), y))
    else:
        parts.append(Part("plate", slab("plate", rectangle(0.2, 0.07, 0.01), 0.02 + 0.01, (0, y + 0.02, 0.7 * h), FRONT, 0.004), "polished_metal", metal(rng)))
    if rng.random() < 0.5:
        parts += clasp(rng, 0, y, 0.84 * h)
    if rng.random() < 0.35:
        belt = block("belt", (w * 1.01, d + 0.03, 0.08), (0, 0, h * rng.uniform(0.55, 0.72)), 0.008)
        parts.append(Part("belt", belt, "leather", colours[2]))
    feet = [ball("foot", (0.06, 0.06, 0.05), (sx * w * 0.32, sy * d * 0.3, 0)) for sx in (-1, 1) for sy in (-1, 1)]
    parts.append(Part("feet", merge("feet", *feet), "polished_metal", metal(rng)))
    return Subject(NAME, parts, decals)


def bucket(rng: random.Random) -> Subject:
    """Turned body, drawn together with a cord, one long strap."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.3, 0.42), rng.uniform(0.65, 0.95)
    profile = spline([(r * 0.92, 0.0), (r, 0.06), (r * 1.05, h * 0.5), (r * 0.95, h * 0.85), (r * rng.uniform(0.8, 1.0), h)], 8)
    inner = (profile - (0.025, 0))[::-1]
    body = lathe("body", np.vstack([[(r * 0.8, 0)], profile, inner[:-8], [(r * 0.7, 0.1)]]), 64)
    parts = [Part("body", body, rng.choice(("leather", "fabric")), colours[0])]
    t = np.linspace(0, np.pi, 44)
    top = h + rng.uniform(0.35, 0.7)
    path = np.stack([r * 0.95 * np.cos(t), h * 0.85 + (top - h * 0.85) * np.sin(t) ** 0.8], 1)
    parts.append(Part("strap", strap("strap", path, rng.uniform(0.05, 0.09)), "leather", colours[1]))
    z = h * 0.86
    radius = float(np.interp(z, profile[:, 1], profile[:, 0])) + 0.008
    a = np.linspace(0, 2 * np.pi, 64)[:-1]
    parts.append(Part("cord", rod("cord", np.stack([radius * np.cos(a), radius * np.sin(a), np.full_like(a, z)], 1), 0.014, 10, loop=True), "fabric", colours[2]))
    for s in (-1, 1):
        end = spline([(s * 0.02, -radius - 0.01, z), (s * 0.05, -radius - 0.035, z - 0.1), (s * 0.06, -radius - 0.04, z - 0.24)], 6)
        parts.append(Part(f"end {s}", rod("end", end, 0.012, 10), "fabric", colours[2]))
    if rng.random() < 0.5:
        foot = block("tool", (3, 3, 2 * h * rng.uniform(0.15, 0.3)), (0, 0, 0), 0.001)
        parts.append(Part("bottom", inlay("bottom", body, foot), "leather", colours[3]))
    return Subject(NAME, parts)
