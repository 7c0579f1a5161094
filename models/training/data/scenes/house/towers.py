# in: a random generator; out: Subject of a block of flats or a tower.
from __future__ import annotations

import random

import numpy as np

from ..curves import rectangle
from ..faces import BACK, FRONT, OTHER_SIDE, SIDE
from ..joinery import cut, inlay, merge
from ..palette import neutral, scheme, wood
from ..shapes import ball, lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .openings import PANE, Windows, door, pane
from .roofs import NAME, hip


def flats(rng: random.Random) -> Subject:
    """A tall block with a grid of windows."""
    colours = scheme(rng, 6)
    w, d, h = rng.uniform(0.7, 1.3), rng.uniform(0.5, 0.9), rng.uniform(1.2, 2.4)
    walls = block("walls", (w, d, h), (0, 0, h / 2), 0.006)
    windows = Windows(rng, colours)
    windows.framed, windows.sunk, windows.shutters = False, False, False
    columns, floors = rng.randint(2, 5), rng.randint(3, 7)
    low = rng.uniform(0.25, 0.35)
    step = (h - low - 0.08) / floors
    ww, wh = w / columns * rng.uniform(0.4, 0.75), step * rng.uniform(0.45, 0.75)
    balconies = []
    for f in range(floors):
        z = low + (f + 0.5) * step
        if rng.random() < 0.1:
            continue
        for c in range(columns):
            windows.add((c + 0.5) * w / columns - w / 2, z, ww, wh, d / 2)
        for s in (SIDE, OTHER_SIDE):
            windows.add(0, z, ww, wh, w / 2, s)
    if rng.random() < 0.3:
        for f in range(1, floors):
            balconies.append(block("balcony", (ww * 1.5, 0.14, 0.5 * wh), ((0.5 / columns - 0.5) * w, -d / 2 - 0.06, low + (f + 0.25) * step), 0.004))
        columns = 1
    parts = [Part("walls", walls, "concrete", colours[0]), *windows.parts(walls)]
    if balconies:
        parts.append(Part("balconies", merge("balconies", *balconies), "concrete", colours[1]))
    parts += door(rng, rng.choice((0, 0.25 * w)), 0.22, low * 0.85, -d / 2, colours[2])
    if rng.random() < 0.6:
        parts.append(Part("roof", block("roof", (w + 0.06, d + 0.06, 0.07), (0, 0, h + 0.02), 0.006), "concrete", colours[1]))
        if rng.random() < 0.5:
            parts.append(Part("tank", lathe("tank", [(0.12, h), (0.12, h + 0.22), (0.02, h + 0.3)], 40, (0.2 * w, 0, 0)), "brushed_metal", colours[4]))
    return Subject(NAME, parts)


def tower(rng: random.Random) -> Subject:
    """Round or square, with a pointed roof or battlements: castle, lighthouse, church, silo."""
    colours = scheme(rng, 6)
    r, h = rng.uniform(0.3, 0.5), rng.uniform(1.2, 2.2)
    round_plan, parts = rng.random() < 0.5, []
    if round_plan:
        taper = rng.choice((1.0, rng.uniform(0.6, 0.9)))
        walls = lathe("walls", [(r, 0), (r * taper, h)], 64)
        for k in range(rng.choice((0, 0, 2, 3))):
            z = h * (0.2 + 0.27 * k)
            ring = inlay(f"band {k}", walls, slab("tool", rectangle(3, 0.13 * h), 3, (0, 1.5, z), FRONT))
            parts.append(Part(f"band {k}", ring, "concrete", colours[1]))
        top_r = r * taper
    else:
        walls, top_r = block("walls", (2 * r, 2 * r, h), (0, 0, h / 2), 0.005), r
    kind = rng.choice(("spire", "spire", "battlements", "dome"))
    over = rng.uniform(0.03, 0.1)
    if kind == "spire":
        rise = rng.uniform(0.4, 1.0)
        thing = lathe("roof", [(top_r + over, h - 0.01), (top_r + over, h + 0.03), (0.01, h + rise)], 64) if round_plan else hip("roof", 2 * r, 2 * r, h, rise, over, 0)
        parts.append(Part("roof", thing, "ceramic", colours[2]))
        if rng.random() < 0.5:
            parts.append(Part("finial", ball("finial", (0.09, 0.09, 0.12), (0, 0, h + rise + 0.03)), "polished_metal", (0.85, 0.7, 0.3)))
    elif kind == "dome":
        a = np.linspace(0, np.pi / 2 - 0.03, 14)
        parts.append(Part("roof", lathe("roof", [(top_r, h - 0.02), *np.stack([top_r * np.cos(a), h + top_r * np.sin(a)], 1)], 64), "brushed_metal", colours[2]))
    else:
        crown = lathe("crown", [(top_r + 0.07, h - 0.01), (top_r + 0.07, h + 0.24), (top_r - 0.03, h + 0.24), (top_r - 0.03, h + 0.1)], 64) if round_plan else cut(block("crown", (2 * r + 0.14, 2 * r + 0.14, 0.25), (0, 0, h + 0.115), 0.004), block("tool", (2 * r - 0.06, 2 * r - 0.06, 0.3), (0, 0, h + 0.25), 0.001))
        gaps = [slab("tool", rectangle(0.11, 0.3), 4, (x, 2, h + 0.29), FRONT) for x in np.linspace(-0.66, 0.66, 4) * r]
        across = [slab("tool", rectangle(0.11, 0.3), 4, (-2, x, h + 0.29), SIDE) for x in np.linspace(-0.66, 0.66, 4) * r]
        cut(cut(crown, merge("tool", *gaps)), merge("tool", *across))
        parts.append(Part("crown", crown, "concrete", colours[3]))
    if round_plan:
        hole = slab("tool", pane(rng, 0.2, 0.34, "arched"), 3, (0, 0, 0.17), FRONT)
        parts.append(Part("door", inlay("door", walls, hole), "wood", wood(rng)))
        row = [slab("tool", pane(rng, 0.13, 0.24, "arched"), 3, (0, 0, z), FRONT) for z in np.linspace(0.7, h - 0.25, rng.randint(1, 3))]
        parts.append(Part("windows", inlay("windows", walls, merge("tool", *row)), "glass", rng.choice(PANE)))
    else:
        windows = Windows(rng, colours)
        windows.style = rng.choice(("arched", "plain", "round"))
        for z in np.linspace(0.7, h - 0.25, rng.randint(1, 3)):
            for face in (FRONT, SIDE, OTHER_SIDE, BACK):
                windows.add(0, z, 0.18, 0.26, r, face)
        parts += [*windows.parts(walls), *door(rng, 0, 0.24, 0.42, -r, wood(rng))]
    parts.append(Part("walls", walls, "concrete", colours[0]))
    if rng.random() < 0.25:
        parts.append(Part("flagpole", rod("flagpole", [(0, 0, h), (0, 0, h + 1.1)], 0.015), "brushed_metal", neutral(rng)))
        flag = slab("flag", [(0, 0), (0.35, 0.08), (0, 0.18)], 0.01, (0.01, 0, h + 0.88), FRONT)
        parts.append(Part("flag", flag, "fabric", colours[4]))
    return Subject(NAME, parts)
