# in: a random generator; out: Subject of a church.
from __future__ import annotations

import random

from ..curves import ellipse
from ..faces import BACK, FRONT, OTHER_SIDE, SIDE
from ..house.openings import PANE
from ..house.roofs import gable, hip, prism
from ..joinery import inlay, merge
from ..palette import neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .windows import FACES, NAME, Openings, arched, pointed, rows


def church(rng: random.Random) -> Subject:
    """A tower with a spire, a nave behind or beside it, pointed windows, a clock, a cross."""
    colours = scheme(rng, 5)
    w, h = rng.uniform(0.5, 0.7), rng.uniform(1.1, 1.7)
    shape = rng.choice((arched, pointed))
    style = rng.choice(("flush", "sunk"))
    roof = ("ceramic", rng.choice((colours[1], (0.5, 0.25, 0.2), (0.3, 0.34, 0.4))))
    stone = ("concrete", rng.choice((neutral(rng, True), colours[0])))
    tower = block("tower", (w, w, h), (0, 0, h / 2), 0.004)
    o = Openings(rng, style)
    for face in FACES:
        o.add(shape(0.36 * w, 0.3), 0, h - 0.28, w / 2, face)
        if h > 1.35 and face is not FRONT and rng.random() < 0.7:
            o.add(shape(0.22 * w, 0.24), 0, h * 0.52, w / 2, face)
    parts = o.parts(tower, "tower ")
    decals: list[Decal] = []
    gate = shape(rng.uniform(0.34, 0.5) * w, 0.42)
    parts.append(Part("gate", inlay("gate", tower, slab("tool", gate, 0.5, (0, -w / 2 + 0.05, 0.212), FRONT)), "wood", wood(rng)))
    if rng.random() < 0.5:
        s = 0.34 * w
        parts.append(Part("clock", slab("clock", ellipse(s, s, 48), 0.03, (0, -w / 2 + 0.012, 0.5 * (0.44 + h - 0.43)), FRONT, 0.006), "ceramic", (0.97, 0.96, 0.92)))
    elif rng.random() < 0.5:
        s = 0.42 * w
        rose = inlay("rose", tower, slab("tool", ellipse(s, s, 48), 0.5, (0, -w / 2 + 0.05, 0.5 * (0.44 + h - 0.43)), FRONT))
        parts.append(Part("rose", rose, "glass", rng.choice(PANE)))
    rise, over = rng.uniform(0.5, 1.1), rng.uniform(0.0, 0.05)
    top = rng.choice(("pyramid", "pyramid", "octagon", "onion", "gable"))
    if top == "pyramid":
        spire = hip("spire", w, w, h - 0.002, rise, over, 0)
    elif top == "octagon":
        spire = moved(lathe("spire", [(0.52 * w, h - 0.002), (0.52 * w, h + 0.03), (0.005, h + rise)], 8, sharp=15), turn=rotation("z", 22.5))
    elif top == "gable":
        rise = 0.5 * w
        spire = gable("spire", w, w, h, rise, 0.03, 0.04, "y")
        parts.append(Part("tympanum", prism("tympanum", [(-w / 2, h), (w / 2, h), (0, h + rise)], w - 0.01, (0, 0, 0)), *stone))
    else:
        rise = 0.85 * w + 0.2
        spire = lathe("spire", [(0.5 * w, h - 0.01), (0.56 * w, h + 0.14), (0.52 * w, h + 0.26), (0.3 * w, h + 0.45), (0.1 * w, h + 0.6), (0.01, h + rise)], 60)
    parts.append(Part("spire", spire, *roof))
    zc = h + rise - 0.03
    cross = [block("bar", (0.03, 0.03, 0.24), (0, 0, zc + 0.1), 0.004), block("bar", (0.14, 0.026, 0.03), (0, 0, zc + 0.14), 0.004)]
    parts.append(Part("cross", merge("cross", *cross), "polished_metal", (0.85, 0.7, 0.3)) if rng.random() < 0.75 else Part("vane", ball("vane", (0.1, 0.1, 0.1), (0, 0, zc + 0.05)), "polished_metal", (0.85, 0.7, 0.3)))
    where = rng.choice(("behind", "behind", "beside", "none"))
    if where != "none":
        nw, nl, nh = w * rng.uniform(1.3, 1.9), rng.uniform(0.9, 1.4), h * rng.uniform(0.42, 0.55)
        up = rng.uniform(0.55, 0.8) * nw / 2
        if where == "behind":
            at: tuple[float, float, float] = (0, w / 2 + nl / 2 - 0.004, 0)
            nave = prism("nave", [(-nw / 2, 0), (nw / 2, 0), (nw / 2, nh), (0, nh + up), (-nw / 2, nh)], nl, (0, 0, 0))
            lid = gable("nave roof", nw, nl, nh, up, 0.04, 0.05, "y")
            sides, half = (SIDE, OTHER_SIDE), nw / 2
        else:
            s = rng.choice((-1, 1))
            at = (s * (w / 2 + nl / 2 - 0.004), 0, 0)
            nave = prism("nave", [(-nw / 2, 0), (nw / 2, 0), (nw / 2, nh), (0, nh + up), (-nw / 2, nh)], nl, (0, 0, 0), SIDE)
            lid = gable("nave roof", nl, nw, nh, up, 0.03, 0.05, "x")
            sides, half = (FRONT, BACK), nw / 2
        o2 = Openings(rng, style)
        o2.glass = o.glass
        for face in sides:
            rows(o2, nl - 0.1, 0.18, nh - 0.08, rng.choice((2, 3)), 1, half, face, (0.4, 0.9), shape)
        more = [*o2.parts(nave, "nave "), Part("nave", nave, *stone), Part("nave roof", lid, *roof)]
        for part in more:
            moved(part.object, at)
        parts += more
    parts.append(Part("tower", tower, *stone))
    return Subject(NAME, parts, decals)
