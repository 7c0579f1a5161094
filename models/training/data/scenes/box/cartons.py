# in: a random generator; out: Subject of a carton, shut or open, a milk carton, a gift.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT, OTHER_SIDE, SIDE, Solid
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import parse, scaled, scheme
from ..placing import moved, rotation
from ..shapes import HAIR, lathe, skin, solid
from ..slabs import block, slab
from ..subject import Decal, Part, Subject

NAME = "box"
KRAFT = ("#c9a27a", "#b98d5f", "#d8b98f", "#a97c50")


def prints(rng: random.Random, w: float, d: float, h: float, chance: float = 0.7) -> list[Decal]:
    """Marks on the front, and sometimes on the sides, of a box that stands on z = 0."""
    out = []
    for face, half, wide in ((FRONT, d / 2, w), (SIDE, w / 2, d), (OTHER_SIDE, w / 2, d)):
        if rng.random() < (chance if face is FRONT else 0.3 * chance):
            pw, ph = wide * rng.uniform(0.4, 0.85), h * rng.uniform(0.2, 0.7)
            z = h * rng.uniform(0.4, 0.6)
            out.append(mark(np.cross(*face) * half + (0, 0, z), pw, ph, printed(rng, pw, ph), face, 0.05))
    return out


def carton(rng: random.Random) -> Subject:
    """Closed; sealed with tape, the flaps' seam on top, maybe a lid of its own."""
    colours = scheme(rng, 4)
    w, d, h = (rng.uniform(0.5, 1.3) for _ in range(3))
    body_colour = parse(rng.choice(KRAFT)) if rng.random() < 0.5 else colours[0]
    body = block("box", (w, d, h), (0, 0, h / 2), rng.choice((0.004, 0.01)))
    parts = [Part("box", body, "paper", body_colour)]
    kind = rng.choice(("tape", "tape", "lid", "seam", "plain"))
    if kind == "tape":
        t, drop = rng.uniform(0.08, 0.16), h * rng.uniform(0.12, 0.3)
        strip = block("tape", (t, d + 2 * HAIR, drop), (0, 0, h + HAIR - drop / 2), 0.001)
        parts.append(Part("tape", strip, "glossy_plastic", rng.choice((parse("#e3c99f"), colours[1]))))
    elif kind == "lid":
        drop = h * rng.uniform(0.12, 0.4)
        parts.append(Part("lid", block("lid", (w + 0.04, d + 0.04, drop), (0, 0, h + 0.015 - drop / 2), 0.006), "paper", colours[1]))
    elif kind == "seam":
        cut(body, block("tool", (w + 1, 0.012, 0.03), (0, 0, h), 0.001))
    if rng.random() < 0.3:
        z = h * rng.uniform(0.1, 0.4)
        band = inlay("band", body, block("tool", (5, 5, 2 * z), (0, 0, 0), 0.001))
        parts.append(Part("band", band, "paper", colours[2]))
    if rng.random() < 0.25:
        cut(body, slab("tool", rectangle(0.22, 0.07, 0.034), 5, (0, 2.5, 0.72 * h), FRONT))
    return Subject(NAME, parts, prints(rng, w, d, h))


def open_carton(rng: random.Random) -> Subject:
    """Four flaps open at their own angles."""
    colours = scheme(rng, 3)
    w, d, h = rng.uniform(0.7, 1.2), rng.uniform(0.6, 1.0), rng.uniform(0.45, 0.9)
    body = block("box", (w, d, h), (0, 0, h / 2), 0.004)
    cut(body, block("tool", (w - 0.04, d - 0.04, h), (0, 0, h / 2 + 0.04), 0.001))
    colour = parse(rng.choice(KRAFT)) if rng.random() < 0.6 else colours[0]
    parts = [Part("box", body, "paper", colour)]
    for k, (wide, out, along) in enumerate(((w, d, 0), (w, d, 180), (d, w, 90), (d, w, 270))):
        long = rng.uniform(0.3, 0.5) * min(w, d)
        k_taper = rng.choice((0.0, 0.06))
        flap = slab("flap", [(-wide / 2, 0), (wide / 2, 0), (wide / 2 - k_taper, long), (-wide / 2 + k_taper, long)], 0.018, (0, 0, 0), FRONT)
        lean = rng.uniform(15, 110)  # from upright outwards
        moved(flap, (0, -out / 2 + 0.02, h - 0.004), turn=rotation("x", lean))
        moved(flap, turn=rotation("z", along))
        parts.append(Part(f"flap {k}", flap, "paper", scaled(colour, 1.06)))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.5))


def milk(rng: random.Random) -> Subject:
    """Gable top with a fin, or a flat-topped drink with a straw; a screw cap sometimes."""
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.45, 0.65), rng.uniform(0.4, 0.6), rng.uniform(0.7, 1.2)
    if rng.random() < 0.3:
        body = block("box", (w, d, h), (0, 0, h / 2), 0.008)
        parts = [Part("box", body, "paper", colours[0])]
        lean = rng.uniform(-12, 18)
        straw = lathe("straw", [(0.022, 0), (0.022, 0.5)], 20)
        parts.append(Part("straw", moved(straw, (0.12, 0, h - 0.12), turn=rotation("y", lean)), "matte_plastic", colours[2]))
        return Subject(NAME, parts, prints(rng, w, d, h))
    roof, fin = rng.uniform(0.2, 0.35), rng.uniform(0.07, 0.12)
    x, y, t = w / 2, d / 2, 0.012
    tuck = rng.uniform(0.0, 0.06)
    v = [(-x, -y, h), (x, -y, h), (x, y, h), (-x, y, h), (-x + tuck, -t, h + roof), (x - tuck, -t, h + roof), (x - tuck, t, h + roof), (-x + tuck, t, h + roof)]
    top = solid("top", v, [np.array([(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 6, 7), (0, 3, 2, 1)])], 15)
    parts = [
        Part("box", block("box", (w, d, h), (0, 0, h / 2), 0.004), "paper", colours[0]),
        Part("top", top, "paper", colours[rng.choice((0, 1))]),
        Part("fin", block("fin", (w - 2 * tuck, 2 * t, fin), (0, 0, h + roof + fin / 2 - 0.004), 0.002), "paper", colours[rng.choice((0, 1))]),
    ]
    if rng.random() < 0.6:
        r = rng.uniform(0.075, 0.11)
        cap = lathe("cap", fillet([(r - 0.015, -0.02), (r, -0.02), (r, 0.09), (0.01, 0.09)], 0.012, 3, closed=False), 44)
        slope = np.degrees(np.arctan2(roof, y))
        parts.append(Part("cap", moved(cap, (0, -y / 2, h + roof / 2), turn=rotation("x", slope)), "matte_plastic", colours[2]))
    if rng.random() < 0.5:
        z = h * rng.uniform(0.15, 0.4)
        band = inlay("band", parts[0].object, block("tool", (5, 5, 2 * z), (0, 0, 0), 0.001))
        parts.append(Part("band", band, "paper", colours[3]))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.9))


def gift(rng: random.Random) -> Subject:
    """Box, lid, crossed ribbon, a bow of loops and tails."""
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.6, 1.1), rng.uniform(0.6, 1.0), rng.uniform(0.4, 1.0)
    if rng.random() < 0.5:
        d = w
    lid, t = rng.uniform(0.12, 0.22), rng.uniform(0.08, 0.16)
    parts = [Part("box", block("box", (w, d, h), (0, 0, h / 2), 0.005), "paper", colours[0])]
    top = h
    if rng.random() < 0.75:
        parts.append(Part("lid", block("lid", (w + 0.06, d + 0.06, lid), (0, 0, h - lid / 2 + 0.02), 0.006), "paper", colours[rng.choice((0, 1))]))
        top = h + 0.02
    flush = (0.06 if len(parts) > 1 else 0.0) + 2 * 0.008
    bands = [block("ribbon", (t, d + flush, top + 0.008), (0, 0, (top + 0.008) / 2), 0.002), block("ribbon", (w + flush, t, top + 0.007), (0, 0, (top + 0.007) / 2), 0.002)]
    for k, band in enumerate(bands):
        parts.append(Part(f"ribbon {k}", band, "fabric", colours[2]))
    size = rng.uniform(0.2, 0.36)
    a = np.linspace(0, 2 * np.pi, 40)[:-1]
    loops = []
    for s in (-1, 1):
        loop = np.stack([s * size * (0.5 - 0.5 * np.cos(a)), 0 * a, size * 0.42 * np.sin(a) * (0.4 + 0.6 * (0.5 - 0.5 * np.cos(a)))], 1)
        turn = rotation("y", -s * 28)
        line = loop @ turn.T + (0, 0, top + 0.05)
        loops.append(_band("loop", line, rectangle(0.02, t * 1.1, 0.008)))
    parts.append(Part("bow", merge("bow", *loops), "fabric", colours[2]))
    parts.append(Part("knot", block("knot", (0.11, t * 1.15, 0.1), (0, 0, top + 0.05), 0.03), "fabric", colours[2]))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.25))


def _band(name: str, line: np.ndarray, section: np.ndarray) -> Solid:
    """A closed ribbon in the xz plane, its width along y."""
    ahead = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None]
    side = np.stack([ahead[:, 2], 0 * ahead[:, 0], -ahead[:, 0]], 1)
    rings = line[:, None] + section[None, :, :1] * side[:, None] + section[None, :, 1:] * np.array([0, 1.0, 0])
    return skin(name, rings, loop=True)
