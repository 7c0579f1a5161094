# in: a random generator; out: Subject of a side chair, stool, office chair or table.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, TOP
from ..joinery import merge
from ..palette import metal, scheme, wood
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, cushion, legs


def side_chair(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, d, seat, back = rng.uniform(0.42, 0.52), rng.uniform(0.4, 0.5), rng.uniform(0.42, 0.5), rng.uniform(0.38, 0.6)
    parts = legs(rng, w * 0.86, d * 0.84, seat, colours)
    frame_material, frame_colour = parts[0].material, parts[0].colour
    plan = rng.choice((rectangle(w, d, 0.04), rectangle(w, d, 0.12), ellipse(w, d, 56), ellipse(w * 1.04, d, 56, power=3.5)))
    base = slab("seat", plan, 0.035, (0, 0, seat - 0.01), TOP, 0.012)
    parts.append(Part("seat", base, frame_material if rng.random() < 0.6 else "wood", frame_colour if rng.random() < 0.6 else colours[0]))
    if rng.random() < 0.45:
        pad = cushion("cushion", (w * 0.94, d * 0.94, 0.075), (0, 0, seat + 0.045), rng.choice((2.2, 4, 6)))
        parts.append(Part("cushion", pad, rng.choice(("fabric", "leather")), colours[2]))
    rake, y = rng.uniform(0.02, 0.14), d / 2 - 0.04
    low, high = seat + 0.02, seat + back
    at = lambda z: y + rake * (z - seat) / back
    kind = rng.choice(("slats", "spindles", "panel", "panel", "hoop", "ladder", "shell"))
    post = rng.uniform(0.014, 0.024)
    if kind in ("slats", "spindles", "ladder"):
        posts = [rod("post", [(s * w * 0.44, at(low), low - 0.05), (s * w * 0.44, at((low + high) / 2), (low + high) / 2), (s * w * 0.43, at(high), high)], post) for s in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), frame_material, frame_colour))
        rail = rng.uniform(0.05, 0.12)
        top_rail = slab("rail", rectangle(w * 0.94, rail, 0.02), 0.025, (0, at(high) + 0.012, high - rail / 2), FRONT, 0.006)
        parts.append(Part("rail", top_rail, frame_material, frame_colour))
        if kind == "ladder":
            row = [slab("slat", rectangle(w * 0.86, rng.uniform(0.035, 0.06), 0.012), 0.016, (0, at(z) + 0.008, z), FRONT, 0.004) for z in np.linspace(low + 0.1, high - 0.14, rng.randint(1, 4))]
        else:
            n = rng.randint(3, 7)
            wide = 0.007 if kind == "spindles" else rng.uniform(0.012, 0.03)
            row = []
            for x in np.linspace(-0.36, 0.36, n) * w:
                path = np.array([(x, at(low), low), (x, at((low + high) / 2), (low + high) / 2), (x, at(high - 0.03), high - 0.03)])
                row.append(rod("spindle", path, 0.009, 12) if kind == "spindles" else moved(block("slat", (2 * wide, 0.012, high - low), (0, 0, 0), 0.003), path[1], turn=rotation("x", -np.degrees(np.arctan(rake / back)))))
        parts.append(Part("slats", merge("slats", *row), frame_material, frame_colour if rng.random() < 0.7 else colours[1]))
    elif kind in ("panel", "shell"):
        gap = rng.choice((0.0, 0.08, 0.16))
        tall = high - low - gap
        outline = rng.choice((rectangle(w * 0.95, tall, 0.05), rectangle(w * 0.95, tall, (0.02, 0.02, 0.18, 0.18)), ellipse(w * 0.95, tall, 56, power=3)))
        panel = slab("back", outline, 0.03, (0, 0.015, 0), FRONT, 0.01)
        parts.append(Part("back", moved(panel, (0, at((low + gap + high) / 2), (low + gap + high) / 2), turn=rotation("x", -np.degrees(np.arctan(rake / back)))), rng.choice(("wood", "fabric", "matte_plastic")), colours[0]))
        if gap:
            posts = [rod("post", [(s * w * 0.36, at(low) + 0.01, low - 0.04), (s * w * 0.36, at(low) + 0.02, (low + high) / 2 - 0.05), (s * w * 0.36, at(high) + 0.02, high - 0.1)], post) for s in (-1, 1)]
            parts.append(Part("posts", merge("posts", *posts), frame_material, frame_colour))
    else:
        t = np.linspace(0, np.pi, 40)
        hoop = np.stack([w * 0.47 * np.cos(t), at(low) + rake * np.sin(t), low + (high - low) * np.sin(t) ** 0.7], 1)
        parts.append(Part("hoop", rod("hoop", hoop, post, 14), frame_material, frame_colour))
        row = []
        for x in np.linspace(-0.3, 0.3, rng.randint(3, 6)) * w:
            top = low + (high - low) * np.sin(np.arccos(np.clip(x / (0.47 * w), -1, 1))) ** 0.7
            row.append(rod("spindle", [(x, at(low), low), (x, at((low + top) / 2), (low + top) / 2), (x, at(top), top)], 0.009, 12))
        parts.append(Part("spindles", merge("spindles", *row), frame_material, frame_colour))
    if rng.random() < 0.2:
        arms = []
        for s in (-1, 1):
            x, z = s * w * 0.5, seat + rng.uniform(0.18, 0.22)
            arms.append(block("arm", (0.05, d * 0.9, 0.025), (x, 0, z), 0.008))
            arms.append(rod("arm post", [(x, -d * 0.36, seat - 0.02), (x, -d * 0.36, seat + 0.1), (x, -d * 0.36, z)], 0.014, 12))
        parts.append(Part("arms", merge("arms", *arms), frame_material, frame_colour))
    return Subject(NAME, parts)


def stool(rng: random.Random) -> Subject:
    colours = scheme(rng, 3)
    r, h = rng.uniform(0.16, 0.22), rng.uniform(0.4, 0.8)
    if rng.random() < 0.3:  # on one column
        parts = [
            Part("foot", lathe("foot", fillet([(r * 1.1, 0), (r * 1.15, 0), (r * 1.1, 0.02), (0.04, 0.06), (0.02, 0.06)], 0.012, 3, closed=False)), "polished_metal", metal(rng)),
            Part("column", lathe("column", [(0.028, 0.04), (0.028, h)], 28), "polished_metal", metal(rng)),
        ]
        t = np.linspace(0, 2 * np.pi, 48)[:-1]
        if rng.random() < 0.5:
            ring = np.stack([0.75 * r * np.cos(t), 0.75 * r * np.sin(t), np.full_like(t, 0.35 * h)], 1)
            parts.append(Part("ring", rod("ring", ring, 0.012, 12, loop=True), "polished_metal", metal(rng)))
    else:
        parts = legs(rng, r * 1.3, r * 1.3, h, colours, rng.uniform(0.0, 0.12))
    if rng.random() < 0.4:
        seat = cushion("seat", (2 * r, 2 * r, 0.1), (0, 0, h + 0.04), rng.choice((2, 2, 5)))
        parts.append(Part("seat", seat, rng.choice(("leather", "fabric")), colours[0]))
    else:
        seat = slab("seat", rng.choice((ellipse(2 * r, 2 * r, 64), rectangle(2 * r, 2 * r, 0.04))), rng.uniform(0.03, 0.06), (0, 0, h - 0.01), TOP, 0.012)
        parts.append(Part("seat", seat, "wood", rng.choice((colours[0], wood(rng)))))
    if rng.random() < 0.2:
        parts.append(Part("back", slab("back", rectangle(1.7 * r, 0.14, 0.05), 0.03, (0, r * 0.95, h + 0.22), FRONT, 0.01), "wood", colours[0]))
        posts = [rod("post", [(s * r * 0.6, r * 0.9, h), (s * r * 0.6, r * 0.95, h + 0.1), (s * r * 0.6, r * 0.96, h + 0.2)], 0.013, 12) for s in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), "brushed_metal", metal(rng)))
    return Subject(NAME, parts)


def table(rng: random.Random) -> Subject:
    """A board on legs or a column, sometimes with a drawer or a shelf."""
    colours = scheme(rng, 3)
    w, d, h = rng.uniform(0.6, 1.6), rng.uniform(0.5, 0.8), rng.uniform(0.4, 0.78)
    board = slab("top", rng.choice((rectangle(w, d, 0.02), rectangle(w, d, 0.1), ellipse(w, d, 72))), rng.uniform(0.025, 0.06), (0, 0, h), TOP, 0.008)
    parts = [Part("top", board, rng.choice(("wood", "wood", "glass", "concrete")), wood(rng) if rng.random() < 0.6 else colours[0])]
    parts += legs(rng, w * 0.8, d * 0.75, h + 0.01, colours)
    if rng.random() < 0.4:
        box = block("drawer box", (w * 0.76, d * 0.72, 0.13), (0, 0, h - 0.06), 0.004)
        parts.append(Part("drawer box", box, "wood", parts[0].colour))
        n = rng.randint(1, 2)
        fronts = [slab("drawer", rectangle(w * 0.7 / n - 0.02, 0.09), 0.016, ((k - (n - 1) / 2) * w * 0.7 / n, -d * 0.36 + 0.006, h - 0.06), FRONT, 0.003) for k in range(n)]
        parts.append(Part("drawers", merge("drawers", *fronts), "wood", colours[1]))
    return Subject(NAME, parts)
