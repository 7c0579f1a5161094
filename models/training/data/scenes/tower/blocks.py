# in: a random generator; out: Subject of a slab block or a factory.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle
from ..faces import BACK, FRONT, OTHER_SIDE, SIDE
from ..house.openings import door
from ..house.roofs import gable, hip, prism
from ..joinery import inlay, merge
from ..palette import scheme
from ..placing import moved
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .windows import NAME, Openings, rows


def slab_block(rng: random.Random) -> Subject:
    """Flats: a broad block with rows of windows, balconies, a staircase, shops below."""
    colours = scheme(rng, 6)
    w, d, floors = rng.uniform(0.9, 1.9), rng.uniform(0.45, 0.7), rng.randint(3, 7)
    step = rng.uniform(0.24, 0.32)
    low = rng.choice((0.05, 0.3))
    h, y = low + floors * step + 0.06, d / 2
    walls = block("walls", (w, d, h), (0, 0, h / 2), 0.004)
    columns = rng.randint(3, 6)
    o, parts = Openings(rng), []
    decals: list[Decal] = []
    fill, skip = (rng.uniform(0.4, 0.72), rng.uniform(0.45, 0.66)), rng.choice((None, columns // 2))
    for c in range(columns):
        x = (c + 0.5) * w / columns - w / 2
        if c == skip:  # the stair: one upright strip
            o.add(rectangle(0.35 * w / columns, floors * step - 0.14), x, low + floors * step / 2, y)
            continue
        for f in range(floors):
            o.add(rectangle(fill[0] * w / columns, fill[1] * step), x, low + (f + 0.5) * step, y)
            o.add(rectangle(0.45 * w / columns, fill[1] * step), x, low + (f + 0.5) * step, y, BACK)
    for face in (SIDE, OTHER_SIDE) if rng.random() < 0.6 else ():
        rows(o, d, low, h - 0.06, rng.choice((1, 2)), floors, w / 2, face, (0.4, fill[1]))
    if rng.random() < 0.55:
        own = rng.choice(("each", "row"))
        bars, deep = [], rng.uniform(0.1, 0.16)
        for f in range(floors):
            z = low + f * step + 0.32 * step * (0.5 if own == "row" else 0.6)
            if own == "row":
                bars.append(block("balcony", (w * 0.96, deep, 0.34 * step), (0, -y - deep / 2 + 0.01, z), 0.004))
            else:
                bars += [block("balcony", (0.85 * w / columns, deep, 0.36 * step), ((c + 0.5) * w / columns - w / 2, -y - deep / 2 + 0.01, z), 0.004) for c in range(columns) if c != skip and (c + f) % rng.choice((1, 1, 2)) == 0]
        if bars:
            parts.append(Part("balconies", merge("balconies", *bars), rng.choice(("concrete", "glass", "wood")), colours[1]))
    if low > 0.2:
        if rng.random() < 0.6:
            o.add(rectangle(w * 0.3, 0.18), -w * 0.28, 0.15, y)
            o.add(rectangle(w * 0.3, 0.18), w * 0.28, 0.15, y)
        parts += door(rng, 0, 0.17, 0.24, -y, colours[2])
    if rng.random() < 0.4:
        parts.append(Part("plinth", inlay("plinth", walls, block("tool", (4, 4, 2 * rng.uniform(0.1, low + 0.02)), (0, 0, 0), 0.001)), "concrete", colours[3]))
        o.style = "framed" if low > 0.2 else o.style  # a sunk or flush window must lie in one wall
    parts += o.parts(walls)
    parts.append(Part("walls", walls, rng.choice(("concrete", "matte_plastic")), colours[0]))
    if rng.random() < 0.7:
        top = rng.choice(("slab", "gable", "hip"))
        rise = rng.uniform(0.2, 0.4)
        roof = block("roof", (w + 0.06, d + 0.06, 0.06), (0, 0, h + 0.02), 0.005) if top == "slab" else gable("roof", w, d, h, rise, 0.05, 0.05, "x") if top == "gable" else hip("roof", w, d, h, rise, 0.04, max(w - d, 0.1))
        if top == "gable":
            parts.append(Part("attic", prism("attic", [(-d / 2, h), (d / 2, h), (0, h + rise)], w - 0.01, (0, 0, 0), SIDE), "concrete", colours[0]))
        parts.append(Part("roof", roof, "ceramic", colours[4]))
    return Subject(NAME, parts, decals)


def factory(rng: random.Random) -> Subject:
    """Sheds with saw teeth, chimneys, a gate, rows of windows."""
    colours = scheme(rng, 5)
    n, tooth = rng.randint(2, 4), rng.uniform(0.36, 0.5)
    w, h, d = n * tooth, rng.uniform(0.45, 0.65), rng.uniform(0.6, 0.8)
    rise, top = rng.uniform(0.16, 0.28), [(w / 2, h)]
    for k in range(n):
        right = w / 2 - k * tooth
        top += [(right - 0.001, h + rise), (right - tooth, h)]
    walls = prism("walls", [(-w / 2, 0), (w / 2, 0), *top[1:]], d, (0, 0, 0))
    o = Openings(rng)
    rows(o, w - 0.1, 0.2, h - 0.03, rng.randint(2, 2 * n), 1, d / 2, FRONT, (0.6, 0.75))
    if rng.random() < 0.5:
        o.spots = o.spots[:-1]
        parts = [Part("gate", inlay("gate", walls, slab("tool", rectangle(0.24, 0.36), 0.5, (w / 2 - 0.2, -d / 2 + 0.05, 0.182), FRONT)), "brushed_metal", colours[2])]
        o.spots = [spot for spot in o.spots if spot[1] + np.ptp(spot[0][:, 0]) / 2 < w / 2 - 0.34]
    else:
        parts = []
    parts += o.parts(walls)
    parts.append(Part("walls", walls, rng.choice(("concrete", "brushed_metal", "matte_plastic")), colours[0]))
    for k in range(rng.randint(1, 3)):
        r, tall, x = rng.uniform(0.07, 0.11), h + rng.uniform(0.5, 1.0), -w / 2 - 0.14 - 0.27 * k
        pipe = lathe("chimney", fillet([(r * 1.35, 0), (r, tall - 0.03), (r * 1.15, tall - 0.03), (r * 1.15, tall), (0.75 * r, tall), (0.75 * r, tall - 0.1), (0.01, tall - 0.1)], 0.004, 2, closed=False), 48)
        if rng.random() < 0.6:
            band = slab("tool", rectangle(3, 0.1), 3, (0, 1.5, tall * 0.82), FRONT)
            parts.append(Part(f"band {k}", moved(inlay(f"band {k}", pipe, band), (x, 0, 0)), "concrete", colours[1]))
        parts.append(Part(f"chimney {k}", moved(pipe, (x, 0, 0)), "concrete", colours[3]))
    return Subject(NAME, parts)
