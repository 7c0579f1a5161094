# in: a random generator; out: Subject of a bank with columns, or of a clock tower.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, rectangle
from ..faces import FRONT, SIDE, TOP
from ..house.roofs import hip, prism
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import neutral, scheme, wood
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .windows import FACES, NAME, Openings, arched, place, pointed, rows


def bank(rng: random.Random) -> Subject:
    """Steps, columns, entablature, pediment: bank, museum, temple; sometimes a dome."""
    colours = scheme(rng, 3)
    stone = (rng.choice(("concrete", "ceramic", "matte_plastic")), rng.choice((neutral(rng, True), colours[0])))
    w, h, d, n = rng.uniform(1.2, 1.7), rng.uniform(0.55, 0.85), rng.uniform(0.6, 0.9), rng.choice((2, 3, 4, 4, 5, 6))
    parts = []
    steps = rng.randint(1, 4)
    for k in range(steps):
        grow = 0.09 * (steps - 1 - k)
        parts.append(Part(f"step {k}", block(f"step {k}", (w + 0.1 + 2 * grow, d + 0.1 + 2 * grow, 0.072), (0, 0, 0.035 + 0.07 * k), 0.004), *stone))
    z, r = 0.07 * steps, rng.uniform(0.05, 0.085)
    style = rng.choice(("plain", "plain", "square", "fluted"))
    pillars = []
    for x in np.linspace(-0.5, 0.5, n) * (w - 3 * r):
        at = (x, -d / 2 + 1.4 * r, 0)
        if style == "square":
            pillars.append(block("pillar", (1.8 * r, 1.8 * r, h), (x, at[1], z + h / 2), 0.006))
            continue
        a = np.arange(96) * 2 * np.pi / 96
        flute = 1 - 0.07 * (np.cos(12 * a) > 0.2) if style == "fluted" else 1 + 0 * a
        shaft = slab("shaft", np.stack([r * flute * np.cos(a), r * flute * np.sin(a)], 1), h - 0.1, (x, at[1], z + 0.05), TOP, sharp=30)
        pillars += [shaft, block("plinth", (2.6 * r, 2.6 * r, 0.055), (x, at[1], z + 0.027), 0.006), block("capital", (2.6 * r, 2.6 * r, 0.055), (x, at[1], z + h - 0.027), 0.006)]
    parts.append(Part("pillars", merge("pillars", *pillars), *stone))
    back = 3.4 * r
    walls = block("walls", (w - 0.08, d - back, h), (0, back / 2, z + h / 2), 0.003)
    o = Openings(rng, "flush")
    o.add(rectangle(0.24, 0.7 * h), 0, z + 0.35 * h + 0.002, d / 2 - back)
    if rng.random() < 0.5:
        rows(o, d - back, z + 0.1, z + h - 0.1, 2, 1, w / 2 - 0.04, SIDE, (0.4, 0.7))
    parts += o.parts(walls)
    parts.append(Part("walls", walls, stone[0], rng.choice((stone[1], colours[1]))))
    band = rng.uniform(0.09, 0.15)
    parts.append(Part("beam", block("beam", (w + 0.04, d + 0.04, band), (0, 0, z + h + band / 2 - 0.001), 0.005), *stone))
    top, rise = z + h + band - 0.002, w * rng.uniform(0.14, 0.24)
    decals = [mark((0, -d / 2 - 0.02, z + h + band / 2), 0.4 * w, 0.7 * band, printed(rng, 5, 0.7, ("word",)), FRONT, 0.02)] if rng.random() < 0.4 else []
    if rng.random() < 0.75:
        outer = [(-w / 2 - 0.07, top), (w / 2 + 0.07, top), (0, top + rise)]
        gable_end = prism("pediment", outer, d + 0.1, (0, 0, 0))
        inner = np.array(outer) - (0, top + rise / 3)
        if rng.random() < 0.7:
            cut(gable_end, slab("tool", inner * 0.68 + (0, top + rise / 3), 0.5, (0, -d / 2 - 0.02, 0), FRONT))
        parts.append(Part("pediment", gable_end, *stone))
        if rng.random() < 0.35:
            parts.append(Part("seal", slab("seal", ellipse(0.3 * rise, 0.3 * rise, 40), 0.05, (0, -d / 2 - 0.005, top + 0.36 * rise), FRONT, 0.008), "polished_metal", (0.85, 0.7, 0.3)))
    else:
        a, rd = np.linspace(0, np.pi / 2 - 0.03, 16), 0.3 * w
        parts.append(Part("drum", lathe("drum", [(rd * 1.05, top - 0.01), (rd * 1.05, top + 0.12), (rd * 0.98, top + 0.12), (0.02, top + 0.12)], 64), *stone))
        parts.append(Part("dome", lathe("dome", np.stack([rd * 0.95 * np.cos(a), top + 0.115 + rd * np.sin(a)], 1), 64), "brushed_metal", colours[2]))
        parts.append(Part("lantern", lathe("lantern", [(0.06, top + rd + 0.08), (0.06, top + rd + 0.2), (0.01, top + rd + 0.32)], 32), *stone))
    return Subject(NAME, parts, decals)


def clock(rng: random.Random) -> Subject:
    """A clock tower in storeys, each a little narrower, four dials, a pointed top."""
    colours = scheme(rng, 4)
    w, h = rng.uniform(0.4, 0.55), rng.uniform(1.2, 1.7)
    stone = ("concrete", rng.choice((neutral(rng, True), colours[0])))
    shaft = block("shaft", (w, w, h), (0, 0, h / 2), 0.004)
    o = Openings(rng, rng.choice(("flush", "sunk")))
    shape, n, floors = rng.choice((rectangle, arched, pointed)), rng.choice((1, 2)), rng.randint(2, 4)
    for face in FACES:
        rows(o, w - 0.06, 0.45, h - 0.08, n, floors, w / 2, face, (0.4, 0.6), shape)
    parts = [Part("gate", inlay("gate", shaft, slab("tool", arched(0.2, 0.32), 0.5, (0, -w / 2 + 0.05, 0.162), FRONT)), "wood", wood(rng)), *o.parts(shaft), Part("shaft", shaft, *stone)]
    b, bw = rng.uniform(0.36, 0.46), w * rng.uniform(1.08, 1.22)
    head = block("head", (bw, bw, b), (0, 0, h + b / 2 - 0.002), 0.005)
    parts += [Part("head", head, *rng.choice((stone, (stone[0], colours[1]))))]
    s = 0.72 * min(b, bw)
    dials, hands = [], []
    decals: list[Decal] = []
    for face in FACES:
        dials.append(slab("dial", ellipse(s, s, 56), 0.03, place(0, h + b / 2, bw / 2 - 0.01, face), face, 0.006))
        for turn, long in ((rng.uniform(0, 6.28), 0.26 * s), (rng.uniform(0, 6.28), 0.38 * s)):
            hand = rectangle(0.025, long, 0, (0, long / 2 - 0.02)) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
            hands.append(slab("hand", hand, 0.012 if long < 0.3 * s else 0.018, place(0, h + b / 2, bw / 2 + 0.019, face), face))
    parts += [Part("dials", merge("dials", *dials), "ceramic", (0.97, 0.96, 0.92)), Part("hands", merge("hands", *hands), "matte_plastic", (0.12, 0.12, 0.14))]
    for k, z in enumerate((h, h + b)):
        parts.append(Part(f"ledge {k}", block(f"ledge {k}", (bw + 0.07, bw + 0.07, 0.045), (0, 0, z), 0.006), *stone))
    z, rise = h + b + 0.02, rng.uniform(0.35, 0.8)
    if rng.random() < 0.4:
        parts.append(Part("belfry", block("belfry", (0.7 * bw, 0.7 * bw, 0.22), (0, 0, z + 0.1), 0.005), *stone))
        z, bw = z + 0.21, 0.72 * bw
    parts.append(Part("roof", hip("roof", bw, bw, z - 0.005, rise, 0.03, 0), "ceramic", colours[2]))
    parts.append(Part("finial", lathe("finial", [(0.02, z + rise - 0.06), (0.045, z + rise), (0.012, z + rise + 0.05), (0.003, z + rise + 0.25)], 24), "polished_metal", (0.85, 0.7, 0.3)))
    return Subject(NAME, parts, decals)
