# in: a random generator; out: Subject of a castle with its crenels.
from __future__ import annotations

import random

from ..curves import fillet, rectangle
from ..faces import FRONT, SIDE, Solid
from ..house.roofs import hip
from ..joinery import cut, inlay, merge
from ..palette import neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, frame, slab
from ..subject import Part, Subject
from .windows import NAME, Openings, arched, place


def crenels(name: str, w: float, d: float, z: float, tall: float, over: float) -> Solid:
    """A parapet with gaps round a rectangular top."""
    body = block(name, (w + 2 * over, d + 2 * over, tall), (0, 0, z + tall / 2), 0.003)
    cut(body, block("tool", (w - 0.08, d - 0.08, tall), (0, 0, z + 0.75 * tall), 0.001))
    for across, face in ((w, FRONT), (d, SIDE)):
        n = max(2, round(across / 0.19))
        gaps = [slab("tool", rectangle(0.45 * (across + 2 * over) / n, tall), 6, place((k - (n - 1) / 2) * (across + 2 * over) / n, z + tall, -3, face), face) for k in range(n)]
        cut(body, merge("tool", *gaps))
    return body


def castle(rng: random.Random) -> Subject:
    """A gate between two towers, round or square, battlements or pointed roofs, a keep behind, flags."""
    colours = scheme(rng, 5)
    stone = (rng.choice(("concrete", "matte_plastic")), rng.choice((neutral(rng, True), colours[0])))
    roof = ("ceramic", colours[1])
    w, h, d = rng.uniform(0.7, 1.2), rng.uniform(0.6, 0.85), rng.uniform(0.3, 0.5)
    r, th = rng.uniform(0.2, 0.28), h + rng.uniform(0.2, 0.5)
    wall = block("wall", (w, d, h), (0, 0, h / 2), 0.003)
    gate = arched(rng.uniform(0.28, 0.4), rng.uniform(0.4, 0.5))
    low = -gate[:, 1].min()
    parts = [Part("gate", inlay("gate", wall, slab("tool", gate, 0.5, (0, -d / 2 + 0.05, low + 0.002), FRONT)), "wood", wood(rng))]
    if rng.random() < 0.5:
        parts.append(Part("arch", frame("arch", gate * 1.18, gate * 1.01, 0.06, (0, -d / 2 + 0.02, low), FRONT), *stone))
    o = Openings(rng, rng.choice(("flush", "sunk")))
    slit = lambda x, z: o.add(rectangle(0.05, 0.17), x, z, d / 2)
    for x in (-0.32 * w, 0.32 * w):
        slit(x, 0.66 * h)
    parts += o.parts(wall, "wall ")
    parts += [Part("wall", wall, *stone), Part("parapet", crenels("parapet", w, d, h - 0.002, 0.14, 0.03), *stone)]
    round_plan, pointed_roof = rng.random() < 0.6, rng.random() < 0.55
    slits = []
    for s, name in ((-1, "left"), (1, "right")):
        x = s * (w / 2 + 0.6 * r)
        if round_plan:
            body = lathe("tower", [(r * 1.06, 0), (r, 0.25), (r, th)], 64)
        else:
            body = block("tower", (2 * r, 2 * r, th), (0, 0, th / 2), 0.003)
        holes = [slab("tool", rng.choice((rectangle(0.06, 0.2), arched(0.11, 0.2))), 1, (0, -r + 0.06, z), FRONT) for z in (0.5 * th, 0.8 * th)[: rng.choice((1, 2))]]
        slits.append(moved(inlay("slit", body, merge("tool", *holes)), (x, 0, 0)))
        parts.append(Part(f"{name} tower", moved(body, (x, 0, 0)), *stone))
        if pointed_roof:
            rise = rng.uniform(0.45, 0.55) + r
            top = lathe("roof", [(r + 0.06, th - 0.01), (r + 0.06, th + 0.02), (0.004, th + rise)], 64) if round_plan else hip("roof", 2 * r, 2 * r, th - 0.005, rise, 0.05, 0)
            parts.append(Part(f"{name} roof", moved(top, (x, 0, 0)), *roof))
            tip = th + rise
        else:
            if round_plan:
                top = lathe("crown", fillet([(r - 0.02, th - 0.08), (r + 0.05, th), (r + 0.05, th + 0.16), (r - 0.04, th + 0.16), (r - 0.04, th + 0.04), (0.01, th + 0.04)], 0.004, 2, closed=False), 64)
                gaps = [moved(slab("tool", rectangle(0.1, 0.2), 4, (0, 2, th + 0.18), FRONT), turn=rotation("z", a)) for a in (0, 45, 90, 135)]
                for gap in gaps:
                    cut(top, gap)
            else:
                top = crenels("crown", 2 * r, 2 * r, th - 0.002, 0.16, 0.04)
            parts.append(Part(f"{name} crown", moved(top, (x, 0, 0)), *stone))
            tip = th
        if rng.random() < 0.5:
            parts.append(Part(f"{name} pole", rod("pole", [(x, 0, tip - 0.05), (x, 0, tip + 0.12), (x, 0, tip + 0.32)], 0.012, 10), "brushed_metal", neutral(rng)))
            parts.append(Part(f"{name} flag", slab("flag", [(0, 0), (0.22, 0.06), (0, 0.12)], 0.01, (x + 0.008, 0.005, tip + 0.19), FRONT), "fabric", colours[2]))
    parts.append(Part("slits", merge("slits", *slits), "rubber", (0.12, 0.12, 0.14)))
    if rng.random() < 0.45:
        kw, kh = 0.55 * w, th + rng.uniform(0.1, 0.3)
        keep = block("keep", (kw, 0.5, kh), (0, d / 2 + 0.24, kh / 2), 0.003)
        o3 = Openings(rng, "flush")
        o3.spots = []
        for x in (-0.2 * kw, 0.2 * kw):
            o3.add(arched(0.09, 0.17), x, kh - 0.2, -(d / 2 - 0.01))
        parts += o3.parts(keep, "keep ")
        parts.append(Part("keep", keep, *stone))
        parts.append(Part("keep top", moved(crenels("keep top", kw, 0.5, kh - 0.002, 0.14, 0.03), (0, d / 2 + 0.24, 0)), *stone) if rng.random() < 0.5 else Part("keep roof", moved(hip("keep roof", kw, 0.5, kh - 0.004, 0.4, 0.04, 0), (0, d / 2 + 0.24, 0)), *roof))
    return Subject(NAME, parts)
