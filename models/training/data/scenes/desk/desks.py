# in: a random generator; out: Subject of a desk with what lies on it.
from __future__ import annotations

import random

from ..chair.pieces import legs
from ..curves import fillet, rectangle
from ..faces import FRONT, TOP
from ..joinery import inlay, merge
from ..palette import Colour, metal, neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, frame, slab
from ..subject import Part, Subject
from .fronts import NAME, Fronts, column, surface


def things_on(rng: random.Random, w: float, d: float, z: float, colours: list[Colour]) -> list[Part]:
    """Books, a vase, a screen, a lamp's plain outline; at most two."""
    parts = []
    for what, x in zip(rng.sample(("books", "vase", "picture", "box", "laptop"), 2), (-0.28 * w, 0.25 * w)):
        if rng.random() < 0.35:
            continue
        if what == "books":
            at = 0.0
            for j in range(rng.randint(2, 3)):
                tall = rng.uniform(0.03, 0.05)
                parts.append(Part(f"book {j}", block("book", (rng.uniform(0.2, 0.26), 0.17, tall), (x + rng.uniform(-0.01, 0.01), 0, z + at + tall / 2), 0.004), "paper", colours[j % 4]))
                at += tall
        elif what == "vase":
            wall = fillet([(0.05, 0), (0.075, 0.06), (0.07, 0.12), (0.03, 0.17), (0.035, 0.21), (0.01, 0.21)], 0.02, 4, closed=False)
            parts.append(Part("vase", lathe("vase", wall, 48, (x, 0, z)), "ceramic", colours[2]))
        elif what == "picture":
            shape = rectangle(0.24, 0.32)
            ring = frame("picture frame", shape, shape * (0.84, 0.88), 0.02, (0, 0.01, 0), FRONT)
            inner = slab("picture", shape * (0.845, 0.885), 0.01, (0, 0.008, 0), FRONT)
            turn = rotation("x", -8)
            parts += [Part("picture frame", moved(ring, (x, 0.3 * d, z + 0.162), turn=turn), "wood", wood(rng)), Part("picture", moved(inner, (x, 0.3 * d, z + 0.162), turn=turn), "paper", neutral(rng, True))]
        elif what == "box":
            s = rng.uniform(0.12, 0.2)
            parts.append(Part("case", block("case", (1.3 * s, s, s), (x, 0, z + s / 2), 0.01), rng.choice(("leather", "paper", "fabric")), colours[1]))
        else:
            parts.append(Part("keyboard", block("keyboard", (0.32, 0.22, 0.014), (x, -0.05, z + 0.007), 0.004, 0.012), "brushed_metal", metal(rng)))
            lid = slab("lid", rectangle(0.32, 0.21, 0.012), 0.01, (0, 0.005, 0.105), FRONT, 0.003, 2)
            glass = inlay("screen", lid, slab("tool", rectangle(0.29, 0.175, 0.003), 0.2, (0, 0.002, 0.107), FRONT))
            turn = rotation("x", -15)
            parts += [Part("lid", moved(lid, (x, 0.06, z + 0.008), turn=turn), "brushed_metal", metal(rng)), Part("screen", moved(glass, (x, 0.06, z + 0.008), turn=turn), "glass", (0.13, 0.15, 0.18))]
    return parts


def desk(rng: random.Random) -> Subject:
    """A board on legs, trestles or cabinets; drawers under it or beside the knees."""
    colours = scheme(rng, 5)
    w, d, h, t = rng.uniform(1.05, 1.6), rng.uniform(0.5, 0.7), rng.uniform(0.68, 0.78), rng.uniform(0.025, 0.05)
    top, body = surface(rng, colours), surface(rng, colours)
    parts = [Part("top", slab("top", rectangle(w, d, rng.choice((0.005, 0.03, 0.08))), t, (0, 0, h - t), TOP, 0.005), *top)]
    kind = rng.choice(("pedestal", "pedestal", "two", "row", "trestle", "plain"))
    low = rng.choice((0.0, 0.0, 0.06, 0.12))
    if kind in ("pedestal", "two"):
        cw = rng.uniform(0.32, 0.42)
        sides = (-1, 1) if kind == "two" else (rng.choice((-1, 1)),)
        fronts = Fronts(rng, -d / 2 + 0.03, colours, body)
        shells = []
        for s in sides:
            x = s * (w / 2 - cw / 2 - 0.02)
            shells.append(block("cabinet", (cw, d - 0.06, h - t - low), (x, 0, (h - t + low) / 2), 0.003))
            if rng.random() < 0.2:
                fronts.add(x, (h - t + low) / 2, cw - 0.03, h - t - low - 0.03, -s)
            else:
                column(fronts, x, low + 0.015, h - t - 0.015, cw - 0.03, rng.choice((2, 3, 3, 4)), rng.random() < 0.5)
        shell = merge("cabinet", *shells)
        rows = fronts.parts(shell)
        parts += [Part("cabinet", shell, *body), *rows]
        if kind == "pedestal":
            s = -sides[0]
            if rng.random() < 0.5:
                parts.append(Part("side", block("side", (0.035, d - 0.06, h - t), (s * (w / 2 - 0.04), 0, (h - t) / 2), 0.003), *body))
            else:
                posts = [rod("leg", [(s * (w / 2 - 0.06), y, h - t), (s * (w / 2 - 0.05), y, h / 2), (s * (w / 2 - 0.04), y, 0)], 0.022, 16, ends=0) for y in (-d / 2 + 0.07, d / 2 - 0.07)]
                parts.append(Part("legs", merge("legs", *posts), "brushed_metal", metal(rng)))
        if low:
            feet = [block("foot", (0.04, 0.04, low + 0.004), (sx * (w / 2 - cw / 2 - 0.02) + dx, y, low / 2), 0.003) for sx in sides for dx in (-cw / 2 + 0.03, cw / 2 - 0.03) for y in (-d / 2 + 0.07, d / 2 - 0.07)]
            parts.append(Part("feet", merge("feet", *feet), "brushed_metal", metal(rng)))
    elif kind == "trestle":
        bars = []
        for s in (-1, 1):
            x = s * w * 0.34
            for y in (-1, 1):
                bars += [rod("leg", [(x + e * 0.14, y * 0.42 * d, 0), (x + e * 0.08, y * 0.33 * d, h / 2), (x + e * 0.02, y * 0.25 * d, h - t)], 0.02, 12, ends=0) for e in (-1, 1)]
            bars.append(block("beam", (0.09, 0.7 * d, 0.05), (x, 0, h - t - 0.024), 0.004))
        parts.append(Part("trestles", merge("trestles", *bars), "wood", wood(rng)))
    else:
        parts += legs(rng, w * 0.9, d * 0.82, h - t + 0.005, colours)
        if kind == "row":
            tall = rng.uniform(0.1, 0.16)
            shell = block("cabinet", (w * 0.86, d * 0.8, tall), (0, 0, h - t - tall / 2 + 0.001), 0.003)
            fronts = Fronts(rng, -d * 0.4, colours, body)
            n = rng.randint(1, 3)
            for k in range(n):
                fronts.add((k - (n - 1) / 2) * (w * 0.84) / n, h - t - tall / 2, w * 0.84 / n, tall - 0.02)
            rows = fronts.parts(shell)
            parts += [Part("cabinet", shell, *body), *rows]
    if rng.random() < 0.3:
        hutch, rh = [], rng.uniform(0.2, 0.35)
        for s in (-1, 1):
            hutch.append(block("side", (0.025, 0.2, rh), (s * (w / 2 - 0.03), d / 2 - 0.12, h + rh / 2), 0.002))
        hutch.append(block("board", (w - 0.02, 0.22, 0.025), (0, d / 2 - 0.12, h + rh + 0.012), 0.002))
        parts.append(Part("hutch", merge("hutch", *hutch), *top))
    elif rng.random() < 0.6:
        parts += things_on(rng, w, d, h, colours)
    return Subject(NAME, parts)
