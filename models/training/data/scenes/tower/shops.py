# in: a random generator; out: Subject of a row of shop fronts.
from __future__ import annotations

import random

import numpy as np

from ..curves import arc, ellipse, rectangle
from ..faces import BACK, FRONT, SIDE, Solid
from ..house.openings import door
from ..house.roofs import gable, prism
from ..joinery import merge
from ..marks import mark, printed
from ..palette import Colour, neutral, scheme
from ..placing import moved
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .windows import NAME, Openings, arched, rows


def parade(rng: random.Random) -> Subject:
    """A shop front: awning, display windows, sign, window rows above, cornice or gable; one house or a row of three."""
    colours = scheme(rng, 6)
    units = rng.choice((1, 1, 1, 2, 3))
    x = 0.0
    parts: list[Part] = []
    decals: list[Decal] = []
    for k in range(units):
        w = rng.uniform(0.9, 1.5) if units == 1 else rng.uniform(0.6, 0.85)
        more, prints = front(rng, w, scheme(rng, 6) if units > 1 else colours, f"{k} " if units > 1 else "")
        for part in more:
            moved(part.object, (x + w / 2, 0, 0))
        for d in prints:
            d.origin = d.origin + (x + w / 2, 0, 0)
        parts, decals, x = parts + more, decals + prints, x + w + 0.002
    if rng.random() < 0.4:
        parts.append(Part("pavement", block("pavement", (x + 0.2, 1.0, 0.05), (x / 2, -0.15, -0.02), 0.008), "concrete", neutral(rng, True)))
    return Subject(NAME, parts, decals)


def front(rng: random.Random, w: float, colours: list[Colour], prefix: str) -> tuple[list[Part], list[Decal]]:
    """One shop house, its wall's middle at x = 0, front at y = -0.25."""
    d, y = 0.5, 0.25
    ground, floors, step = rng.uniform(0.5, 0.62), rng.choice((0, 1, 1, 2, 3)), rng.uniform(0.3, 0.4)
    h = ground + 0.14 + floors * step
    shape = rng.choice((rectangle, rectangle, rectangle, arched))
    top = rng.choice(("cornice", "cornice", "parapet", "gable", "stepped", "none")) if floors else rng.choice(("cornice", "parapet", "none"))
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, h)]
    if top == "gable":
        outline += [(0, h + 0.42 * w)]
    elif top == "stepped":
        n = 3
        for k in range(n):
            outline += [(w / 2 * (1 - k / n), h + 0.13 * k), (w / 2 * (1 - (k + 0.8) / n), h + 0.13 * k)][1 if k == 0 else 0 :]
            outline += [(w / 2 * (1 - (k + 0.8) / n), h + 0.13 * (k + 1))]
        outline += [(-x, z) for x, z in outline[:2:-1]]
    outline += [(-w / 2, h)]
    walls = prism("walls", outline, d, (0, 0, 0))
    parts, decals = [], []
    o = Openings(rng)
    n = rng.randint(2, 3 if w < 0.9 else 4)
    if floors:
        rows(o, w - 0.06, ground + 0.16, h - 0.03, n, floors, y, FRONT, (rng.uniform(0.42, 0.62), rng.uniform(0.55, 0.72)), shape)
        rows(o, w - 0.06, 0.2, h - 0.03, n, floors + 1, y, BACK, (0.4, 0.5))
    if top in ("gable", "stepped") and rng.random() < 0.7:
        o.add(ellipse(0.16, 0.16, 36), 0, h + 0.12, y)
    glazing = rng.choice(("one side", "both", "middle"))
    dw, z0 = rng.uniform(0.2, 0.26), rng.uniform(0.06, 0.14)
    zh = ground - 0.06
    s = rng.choice((-1, 1))
    pane = lambda a, b: o.add(rectangle(b - a, zh - z0), (a + b) / 2, (zh + z0) / 2, y)
    if glazing == "one side":
        door_x = s * (w / 2 - dw / 2 - 0.07)
        a, b = sorted((-s * (w / 2 - 0.07), door_x - s * (dw / 2 + 0.05)))
        pane(a, b)
    else:
        door_x = 0.0
        pane(-w / 2 + 0.06, -dw / 2 - 0.05)
        pane(dw / 2 + 0.05, w / 2 - 0.06)
    parts += named(door(rng, door_x, dw, zh - 0.03, -y, colours[2]), prefix)
    parts += o.parts(walls, prefix)
    parts.append(Part(f"{prefix}walls", walls, rng.choice(("concrete", "concrete", "matte_plastic", "wood")), colours[0]))
    zs = ground + 0.07
    if rng.random() < 0.75:
        sw = w * rng.uniform(0.7, 0.98)
        parts.append(Part(f"{prefix}sign", slab("sign", rectangle(sw, 0.115), 0.05, (0, -y + 0.02, zs), FRONT, 0.004), rng.choice(("matte_plastic", "wood")), colours[3]))
        decals.append(mark((0, -y - 0.03, zs), 0.7 * sw, 0.1, printed(rng, 0.7 * sw, 0.1, ("word",)), FRONT, 0.02))
    kind = rng.choice(("striped", "striped", "plain", "scallop", "none"))
    if kind != "none":
        reach, drop, valance = rng.uniform(0.16, 0.32), rng.uniform(0.1, 0.18), rng.uniform(0.04, 0.08)
        za, n = ground - 0.01, 1 if kind == "plain" else rng.randint(5, 9)
        wide = w * 0.96
        stripes: tuple[list[Solid], list[Solid]] = ([], [])
        for k in range(n):
            a = (k / n - 0.5) * wide
            profile = [(y - 0.01, za), (y + reach, za - drop), (y + reach, za - drop - valance), (y + reach - 0.015, za - drop - valance), (y + reach - 0.015, za - drop - 0.02), (y - 0.01, za - 0.025)]
            stripes[k % 2].append(slab("stripe", [(-p, q) for p, q in profile], wide / n, (a, 0, 0), SIDE))
            if kind == "scallop":
                flap = np.vstack([arc(wide / n / 2, 180, 360, 12), [(wide / n / 2, 0.02), (-wide / n / 2, 0.02)]])
                stripes[k % 2].append(slab("flap", flap, 0.014, (a + wide / n / 2, -y - reach + 0.0145, za - drop - valance + 0.001), FRONT))
        for k, row in enumerate(stripes):
            if row:
                parts.append(Part(f"{prefix}awning {k}", merge(f"awning {k}", *row), "fabric", colours[1] if k == 0 else neutral(rng, True)))
    if top == "cornice":
        parts.append(Part(f"{prefix}cornice", block("cornice", (w + 0.06, d + 0.06, rng.uniform(0.05, 0.09)), (0, 0, h + 0.015), 0.008), "concrete", colours[4]))
    elif top == "parapet":
        parts.append(Part(f"{prefix}parapet", block("parapet", (w * 0.5, 0.12, 0.16), (0, -y + 0.065, h + 0.07), 0.006), "concrete", colours[4]))
    elif top == "gable":
        parts.append(Part(f"{prefix}roof", gable("roof", w, d, h + 0.004, 0.42 * w, 0.015, 0.04, "y"), "ceramic", colours[4]))
    if floors and rng.random() < 0.35:
        parts.append(Part(f"{prefix}ledge", block("ledge", (w + 0.03, 0.08, 0.03), (0, -y, ground + 0.15), 0.004), "concrete", colours[4]))
    return parts, decals


def named(parts: list[Part], prefix: str) -> list[Part]:
    for part in parts:
        part.name = prefix + part.name
    return parts
