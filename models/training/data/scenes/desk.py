# in: a random generator; out: Subject of case furniture: desk, sideboard, chest of drawers, wardrobe, bookshelf, bed, bedside table.
"""Fronts are flat doors and drawers: proud by a hair's breadth, sunk into the frame, or flush with gaps; handles of few kinds."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from .chair import cushion, legs
from .curves import fillet, rectangle
from .joinery import cut, inlay, merge
from .palette import Colour, Finish, metal, neutral, scheme, wood
from .shapes import FRONT, TOP, Solid, ball, block, frame, lathe, moved, rod, rotation, slab
from .subject import Part, Subject

NAME = "desk"


def build(rng: random.Random) -> Subject:
    return rng.choice((desk, desk, desk, sideboard, sideboard, chest, chest, wardrobe, shelf, shelf, bed, bed, bedside))(rng)


def surface(rng: random.Random, colours: list[Colour]) -> tuple[str, tuple[float, float, float]]:
    """Wood, lacquer, or metal."""
    return rng.choice((("wood", wood(rng)), ("wood", wood(rng)), ("matte_plastic", rng.choice((colours[0], neutral(rng, True)))), ("glossy_plastic", colours[0]), ("brushed_metal", metal(rng))))


class Fronts:
    """Doors and drawers of one look before a carcass whose front is the plane y."""

    def __init__(self, rng: random.Random, y: float, colours: list[Colour], body: Finish) -> None:
        self.rng, self.y, self.colours = rng, y, colours
        self.kind = rng.choice(("proud", "proud", "flush", "flush", "sunk", "framed"))
        self.gap, self.soft = rng.uniform(0.008, 0.016), rng.choice((0.0, 0.0, 0.015))
        self.handle = rng.choice(("knob", "knob", "bar", "bar", "bar", "cup", "slot", "none", "plate"))
        self.long, self.thick = rng.uniform(0.08, 0.2), rng.uniform(0.008, 0.013)
        self.material = rng.choice((body, body, ("matte_plastic", colours[1]), ("wood", wood(rng))))
        self.metal = rng.choice((("brushed_metal", metal(rng)), ("polished_metal", metal(rng)), ("matte_plastic", neutral(rng, False)), ("leather", (0.5, 0.32, 0.2))))
        self.leaves: list[Solid] = []
        self.grips: list[Solid] = []
        self.holes: list[Solid] = []

    def add(self, x: float, z: float, w: float, h: float, upright: int = 0) -> None:
        """A front with its middle at (x, z); upright ±1: a door whose handle sits at that side, 0: a drawer."""
        w, h = w - self.gap, h - self.gap
        shape = rectangle(w, h, self.soft)
        stand = {"proud": 0.018, "flush": 0.0, "sunk": -0.014, "framed": 0.01}[self.kind]
        if self.kind in ("flush", "sunk"):
            self.holes.append(slab("tool", rectangle(w + self.gap, h + self.gap, self.soft), 1, (x, self.y + 0.03, z), FRONT))
        face = self.y - stand
        leaf = slab("front", shape, 0.024 + stand, (x, self.y + 0.024, z), FRONT, 0.003, 2)
        if self.kind == "framed" and min(w, h) > 0.12:
            edge = min(0.05, 0.2 * min(w, h))
            cut(leaf, slab("tool", rectangle(w - 2 * edge, h - 2 * edge), 1, (x, face + 0.006, z), FRONT))
            face = face + 0.006 if self.handle in ("cup", "plate", "slot") and not upright else face
        if self.handle == "slot":
            size = (0.05, min(0.16, 0.3 * h)) if upright else (min(0.16, 0.4 * w), 0.035)
            at = (x + upright * (w / 2 - 0.06), z + (0 if upright else 0.28 * h))
            cut(leaf, slab("tool", rectangle(*size, 0.016), 1, (at[0], face + 0.012, at[1]), FRONT))
        self.leaves.append(leaf)
        if not upright:
            places = (-0.25 * w, 0.25 * w) if w > 0.7 and self.handle in ("knob", "plate") else (0.0,)
            for dx in places:
                self.grip(x + dx, z + (0.15 * h if self.handle == "cup" else 0), face, False, min(self.long, 0.4 * w))
        else:
            self.grip(x + upright * (w / 2 - 0.045), z, face, True, min(self.long, 0.35 * h))

    def grip(self, x: float, z: float, y: float, upright: bool, long: float) -> None:
        t = self.thick
        if self.handle == "knob":
            wall = fillet([(0.011, -0.01), (0.011, 0.014), (0.024, 0.024), (0.024, 0.036), (0.002, 0.042)], 0.005, 3, closed=False)
            self.grips.append(moved(lathe("knob", wall, 32), (x, y, z), turn=rotation("x", 90)))
        elif self.handle == "bar":
            line = fillet([(-long / 2, 0.01), (-long / 2, -0.04), (long / 2, -0.04), (long / 2, 0.01)], 0.012, 5, closed=False)
            p = np.stack([line[:, 0], line[:, 1], 0 * line[:, 0]], 1)
            p = p[:, [2, 1, 0]] if upright else p
            self.grips.append(rod("bar", p + (x, y, z), t, 12, ends=0))
        elif self.handle == "cup":
            cap = ball("cup", (min(long, 0.13), 0.06, 0.06), (x, y, z))
            self.grips.append(cut(cap, block("tool", (1, 1, 0.1), (x, y, z - 0.055), 0.001)))
        elif self.handle == "plate":
            size = (0.02, min(long, 0.1)) if upright else (min(long, 0.12), 0.02)
            self.grips.append(slab("plate", rectangle(*size, 0.004), 0.03, (x, y + 0.004, z), FRONT, 0.004, 2))

    def parts(self, carcass: Solid) -> list[Part]:
        if self.holes:
            cut(carcass, merge("tool", *self.holes))
        rows = [Part(f"front {k}", leaf, *self.material) for k, leaf in enumerate(self.leaves)]
        return rows + ([Part("handles", merge("handles", *self.grips), *self.metal)] if self.grips else [])


def column(fronts: Fronts, x: float, low: float, high: float, w: float, count: int, top_small: bool = False) -> None:
    """Drawers one above the other."""
    shares = np.ones(count)
    if top_small and count > 1:
        shares = np.linspace(1.25, 0.75, count)
    edges = low + (high - low) * np.concatenate([[0], np.cumsum(shares / shares.sum())])
    for a, b in pairwise(edges):
        fronts.add(x, (a + b) / 2, w, b - a)


def stand(rng: random.Random, w: float, d: float, low: float, colours: list[Colour], body: Finish) -> list[Part]:
    """What carries a carcass whose bottom is at `low`: legs, runners, a plinth."""
    kind = rng.choice(("legs", "legs", "legs", "plinth", "frame", "feet") if low < 0.12 else ("legs", "legs", "frame"))
    if kind == "legs":
        return legs(rng, w * 0.88, d * 0.78, low + 0.02, colours)
    if kind == "plinth":
        return [Part("plinth", block("plinth", (w - 0.08, d - 0.08, low + 0.01), (0, 0, low / 2), 0.003), *rng.choice((body, ("matte_plastic", neutral(rng, False)))))]
    if kind == "feet":
        pieces = [lathe("foot", fillet([(0.025, 0), (0.045, 0.3 * low), (0.04, low + 0.01), (0.01, low + 0.01)], 0.015, 3, closed=False), 28, (sx * (w / 2 - 0.07), sy * (d / 2 - 0.07), 0)) for sx in (-1, 1) for sy in (-1, 1)]
        return [Part("feet", merge("feet", *pieces), "wood", wood(rng))]
    t, bars = 0.028, []
    for s in (-1, 1):
        bars.append(frame("runner", rectangle(w * 0.9, low, 0, (0, low / 2)), rectangle(w * 0.9 - 2 * t, low - 2 * t, 0, (0, low / 2)), t, (0, s * (d / 2 - 0.06) + t / 2, 0), FRONT))
    return [Part("runners", merge("runners", *bars), "brushed_metal", metal(rng))]


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


def carcass(w: float, d: float, low: float, high: float) -> Solid:
    return block("carcass", (w, d, high - low), (0, 0, (high + low) / 2), 0.004)


def topped(rng: random.Random, w: float, d: float, h: float, body: Finish) -> list[Part]:
    if rng.random() < 0.5:
        return []
    return [Part("top", slab("top", rectangle(w + 0.03, d + 0.03, 0.008), 0.025, (0, -0.004, h - 0.002), TOP, 0.006), *rng.choice((body, ("wood", wood(rng)), ("ceramic", neutral(rng, True)))))]


def sideboard(rng: random.Random) -> Subject:
    """Low and wide: doors, drawers, an open bay."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(1.2, 1.9), rng.uniform(0.36, 0.45), rng.uniform(0.1, 0.24)
    h = low + rng.uniform(0.38, 0.6)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    n = rng.randint(2, 4)
    edge, iw = 0.025, (w - 0.05) / n
    z0, z1 = low + edge, h - edge
    open_bay = rng.choice((None, None, rng.randrange(n)))
    drawers = rng.choice((None, 0, n - 1, n // 2))
    bays = []
    for k in range(n):
        x = -w / 2 + edge + iw * (k + 0.5)
        if k == open_bay:
            tall = z1 - z0 - 0.02
            bays.append(slab("tool", rectangle(iw - 0.03, tall / 2 - 0.012), 1, (x, d / 2 - 0.03, z0 + tall * 0.25 + 0.004), FRONT))
            bays.append(slab("tool", rectangle(iw - 0.03, tall / 2 - 0.012), 1, (x, d / 2 - 0.03, z1 - tall * 0.25 - 0.004), FRONT))
        elif k == drawers:
            column(fronts, x, z0, z1, iw, rng.choice((2, 3, 3)))
        else:
            fronts.add(x, (z0 + z1) / 2, iw, z1 - z0, 1 if k % 2 == 0 else -1)
    if bays:
        cut(shell, merge("tool", *bays))
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.5:
        parts += things_on(rng, w, d, h + 0.023, colours)
    return Subject(NAME, parts)


def chest(rng: random.Random) -> Subject:
    """Three to six rows of drawers; the top row of two or three."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(0.6, 1.1), rng.uniform(0.38, 0.48), rng.uniform(0.05, 0.2)
    n = rng.randint(3, 6)
    h = low + n * rng.uniform(0.16, 0.22)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1, iw = low + 0.022, h - 0.022, w - 0.045
    split = rng.choice((1, 1, 2, 2, 3)) if w > 0.7 else 1
    columns = 2 if w > 0.95 and rng.random() < 0.5 else 1
    zt = z1 - (z1 - z0) / n
    for k in range(columns):
        column(fronts, (k - (columns - 1) / 2) * iw / columns, z0, zt if split > 1 else z1, iw / columns, n - (split > 1), rng.random() < 0.4)
    if split > 1:
        for k in range(split):
            fronts.add((k - (split - 1) / 2) * iw / split, (zt + z1) / 2, iw / split, z1 - zt)
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    return Subject(NAME, parts)


def wardrobe(rng: random.Random) -> Subject:
    """Tall doors, drawers at the foot, a mirror; a fridge or a locker look in metal and lacquer."""
    colours = scheme(rng, 5)
    n = rng.choice((1, 2, 2, 3))
    w, d, low, h = n * rng.uniform(0.42, 0.58), rng.uniform(0.45, 0.58), rng.uniform(0.03, 0.14), rng.uniform(1.3, 1.9)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1, iw = low + 0.025, h - 0.025, (w - 0.05) / n
    foot = rng.choice((0.0, 0.0, 0.22, 0.4)) * (z1 - z0)
    for k in range(n):
        x = (k - (n - 1) / 2) * iw
        fronts.add(x, (z0 + foot + z1) / 2, iw, z1 - z0 - foot, 1 if k % 2 == 0 else -1)
    if foot:
        for r in range(2 if foot > 0.45 else 1):
            step = foot / (2 if foot > 0.45 else 1)
            fronts.add(0, z0 + step * (r + 0.5), w - 0.05, step)
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.25 and fronts.kind in ("proud", "flush"):
        y = -d / 2 - (0.018 if fronts.kind == "proud" else 0)
        glass = slab("mirror", rectangle(iw * 0.55, (z1 - z0 - foot) * 0.7, 0.01), 0.012, (-(n - 1) / 2 * iw - 0.02, y + 0.008, (z0 + foot + z1) / 2), FRONT, 0.002, 1)
        parts.append(Part("mirror", glass, "glass", (0.82, 0.88, 0.92)))
    parts += topped(rng, w, d, h, body)
    return Subject(NAME, parts)


def shelf(rng: random.Random) -> Subject:
    """Compartments with books, boxes, vases; with or without a back, or a ladder of boards."""
    colours = scheme(rng, 6)
    columns, rows = rng.randint(1, 4), rng.randint(2, 5)
    cell, d, t = rng.uniform(0.3, 0.4), rng.uniform(0.26, 0.34), rng.uniform(0.018, 0.04)
    cw = cell * (rng.uniform(1.6, 2.2) if columns == 1 else rng.uniform(0.9, 1.2))
    w, h = columns * cw + t, rows * cell + t
    low = rng.choice((0.0, 0.0, 0.12))
    body = surface(rng, colours)
    parts: list[Part] = []
    boards = rng.random() < 0.2
    if boards:
        plates = [block("board", (w, d, t), (0, 0, k * cell + t / 2 + low), 0.003) for k in range(rows + 1)]
        posts = [block("post", (0.03, 0.03, h + low), (sx * (w / 2 - 0.03), sy * (d / 2 - 0.014), (h + low) / 2 + 0.002), 0.003) for sx in (-1, 1) for sy in (-1, 1)]
        parts += [Part("boards", merge("boards", *plates), *body), Part("posts", merge("posts", *posts), "brushed_metal", metal(rng))]
    else:
        shell = block("shelf", (w, d, h), (0, 0, low + h / 2), 0.003)
        through = rng.random() < 0.25
        holes = [slab("tool", rectangle(cw - t, cell - t), 2, (-w / 2 + t / 2 + cw * (c + 0.5), d / 2 + (1 if through else -0.015), low + t / 2 + cell * (r + 0.5)), FRONT) for c in range(columns) for r in range(rows)]
        cut(shell, merge("tool", *holes))
        parts.append(Part("shelf", shell, *body))
        if low:
            parts += stand(rng, w, d, low, colours, body)
    k_thing = 0
    books: list[list[Solid]] = [[], [], []]
    full = rng.uniform(0.3, 1.0)
    for c in range(columns if not boards else 1):
        for r in range(rows):
            width = cw - t if not boards else w - 0.08
            x0, z = (-w / 2 + t + cw * c) if not boards else -w / 2 + 0.04, low + t + cell * r
            if rng.random() > full:
                continue
            what = rng.choice(("books", "books", "books", "box", "vase", "drawer"))
            if what == "drawer" and (boards or columns == 1):
                what = "books"
            if what == "books":
                x, lot = x0 + 0.006, rng.uniform(0.45, 1.0) * width
                while x < x0 + lot - 0.06:
                    thick, tall = rng.uniform(0.028, 0.055), (cell - t) * rng.uniform(0.6, 0.9)
                    books[rng.randrange(3)].append(block("book", (thick, 0.7 * d, tall), (x + thick / 2, -0.06 * d, z + tall / 2), 0.003))
                    x += thick + 0.002
            elif what == "box":
                bw, bh = min(width - 0.03, 0.32), (cell - t) * rng.uniform(0.5, 0.8)
                parts.append(Part(f"box {k_thing}", block("box", (bw, 0.75 * d, bh), (x0 + width / 2, -0.03, z + bh / 2), 0.008), rng.choice(("fabric", "paper", "wood")), colours[4]))
            elif what == "drawer":
                leaf = slab("drawer", rectangle(width - 0.006, cell - t - 0.006), 0.06, (x0 + width / 2, -d / 2 + 0.064, z + (cell - t) / 2), FRONT, 0.003, 2)
                parts.append(Part(f"drawer {k_thing}", leaf, *rng.choice((body, ("matte_plastic", colours[5])))))
                knob = lathe("knob", fillet([(0.01, -0.004), (0.01, 0.012), (0.022, 0.022), (0.002, 0.034)], 0.005, 3, closed=False), 28)
                parts.append(Part(f"knob {k_thing}", moved(knob, (x0 + width / 2, -d / 2 + 0.004, z + (cell - t) / 2), turn=rotation("x", 90)), "brushed_metal", metal(rng)))
            else:
                s, x = (cell - t) * rng.uniform(0.5, 0.85), x0 + width * rng.uniform(0.35, 0.65)
                wall = fillet(np.array([(0.2, 0), (0.3, 0.3), (0.26, 0.6), (0.12, 0.8), (0.15, 1.0), (0.02, 1.0)]) * s, 0.08 * s, 4, closed=False)
                parts.append(Part(f"vase {k_thing}", lathe("vase", wall, 44, (x, -0.02, z)), "ceramic", colours[5]))
            k_thing += 1
    for k, row in enumerate(books):
        if row:
            parts.append(Part(f"books {k}", merge(f"books {k}", *row), "paper", colours[1 + k]))
    return Subject(NAME, parts)


def bedside(rng: random.Random) -> Subject:
    """A small cabinet: a drawer, an open bay or a door, on legs."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(0.38, 0.55), rng.uniform(0.34, 0.42), rng.uniform(0.08, 0.28)
    h = low + rng.uniform(0.24, 0.45)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1 = low + 0.022, h - 0.022
    kind = rng.choice(("drawers", "drawers", "bay", "door"))
    if kind == "drawers":
        column(fronts, 0, z0, z1, w - 0.044, rng.randint(1, 3))
    elif kind == "door":
        fronts.add(0, (z0 + z1) / 2, w - 0.044, z1 - z0, rng.choice((-1, 1)))
    else:
        zm = z0 + 0.5 * (z1 - z0)
        fronts.add(0, (zm + z1) / 2, w - 0.044, z1 - zm)
        cut(shell, slab("tool", rectangle(w - 0.044, zm - z0 - 0.02), 1, (0, d / 2 - 0.02, (zm + z0 - 0.02) / 2), FRONT))
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.5:
        shade = lathe("shade", [(0.1, h + 0.2), (0.07, h + 0.36), (0.01, h + 0.36)], 48)
        foot = lathe("lamp", fillet([(0.07, h + 0.02), (0.07, h + 0.035), (0.025, h + 0.06), (0.03, h + 0.22), (0.01, h + 0.22)], 0.01, 3, closed=False), 40)
        parts += [Part("lamp", foot, "ceramic", colours[2]), Part("shade", shade, "fabric", (1.0, 0.94, 0.8))]
    return Subject(NAME, parts)


def bed(rng: random.Random) -> Subject:
    """Frame, headboard, mattress, cover, pillows; its foot to the viewer or from its side; single, double, bunk."""
    colours = scheme(rng, 5)
    w, long, low = rng.choice((0.9, 1.0, 1.4, 1.6)), rng.uniform(1.9, 2.05), rng.uniform(0.1, 0.24)
    body = rng.choice((("wood", wood(rng)), ("wood", wood(rng)), ("fabric", colours[0]), ("brushed_metal", metal(rng)), ("leather", colours[0])))
    soft = 0.03 if body[0] in ("fabric", "leather") else 0.006
    parts = []
    bunk = w < 1.0 and rng.random() < 0.35
    for k, z in enumerate((low, low + 0.85) if bunk else (low,)):
        tag = " up" if k else ""
        rail = rng.uniform(0.12, 0.2)
        parts.append(Part(f"frame{tag}", block("frame", (w + 0.06, long + 0.06, rail), (0, 0, z + rail / 2), soft), *body))
        thick = rng.uniform(0.14, 0.24)
        zm = z + rail - 0.05
        parts.append(Part(f"mattress{tag}", block("mattress", (w, long - 0.02, thick), (0, 0, zm + thick / 2), 0.04, 0.08), "fabric", neutral(rng, True)))
        top = zm + thick
        if rng.random() < 0.85:
            share, over = rng.uniform(0.45, 0.75), rng.uniform(0.05, 0.16)
            cover = block("cover", (w + 0.04, share * long, over + 0.06), (0, -long / 2 + share * long / 2 - 0.004, top - over / 2 + 0.015), 0.035, 0.06)
            parts.append(Part(f"cover{tag}", cover, "fabric", colours[1]))
            if rng.random() < 0.5:
                fold = block("fold", (w + 0.05, 0.16, over + 0.075), (0, -long / 2 + share * long - 0.06, top - over / 2 + 0.02), 0.035, 0.05)
                parts.append(Part(f"fold{tag}", fold, "fabric", rng.choice((neutral(rng, True), colours[2]))))
        n = 2 if w > 1.2 else 1
        for j in range(n):
            pad = cushion(f"pillow {j}{tag}", (min(0.62, 0.86 * w / n), 0.36, 0.15), (0, 0, 0), 5, 2.3)
            parts.append(Part(f"pillow {j}{tag}", moved(pad, ((j - (n - 1) / 2) * w / n, long / 2 - 0.24, top + 0.06), turn=rotation("x", rng.choice((0, 12, 30)))), "fabric", neutral(rng, True)))
    if bunk:
        tall = low + 0.85 + 0.45
        posts = [block("post", (0.07, 0.07, tall), (sx * (w / 2 + 0.02), sy * (long / 2 + 0.02), tall / 2), 0.006) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), *body))
        s = rng.choice((-1, 1))
        x = s * (w / 2 + 0.06)
        steps = [rod("rung", [(x, -0.16 - 0.3, z), (x, -0.3, z), (x, 0.16 - 0.3, z)], 0.018, 12) for z in np.arange(0.25, low + 0.85, 0.24)]
        steps += [block("stile", (0.04, 0.04, low + 1.15), (x, y - 0.3, (low + 1.15) / 2), 0.005) for y in (-0.18, 0.18)]
        parts.append(Part("ladder", merge("ladder", *steps), *body))
        return Subject(NAME, turned(rng, parts))
    head = rng.uniform(0.75, 1.15)
    y, kind = long / 2 + 0.03, rng.choice(("plain", "plain", "arch", "tufted", "bars", "panels"))
    if kind == "bars":
        posts = [rod("post", [(sx * w / 2, y + 0.03, 0), (sx * w / 2, y + 0.03, head / 2), (sx * w / 2, y + 0.03, head)], 0.03, 16) for sx in (-1, 1)]
        bars = [rod("bar", [(x, y + 0.03, low + 0.1), (x, y + 0.03, head / 2), (x, y + 0.03, head - 0.04)], 0.012, 10) for x in np.linspace(-0.42, 0.42, 7) * w]
        bars += [rod("rail", [(-w / 2, y + 0.03, z), (0, y + 0.03, z), (w / 2, y + 0.03, z)], 0.018, 12) for z in (head - 0.04, low + 0.2)]
        parts += [Part("posts", merge("posts", *posts), "brushed_metal", metal(rng)), Part("bars", merge("bars", *bars), "brushed_metal", metal(rng))]
    else:
        tall = head - low
        shape = rectangle(w + 0.1, tall, 0.01 if soft < 0.01 else 0.05, (0, tall / 2))
        if kind == "arch":
            t = np.linspace(0, np.pi, 40)
            shape = np.vstack([[(-w / 2 - 0.05, 0), (w / 2 + 0.05, 0)], np.stack([(w / 2 + 0.05) * np.cos(t), tall * 0.72 + 0.28 * tall * np.sin(t)], 1)])
        board = slab("headboard", shape, 0.08, (0, y + 0.08, low), FRONT, max(soft, 0.008))
        if kind == "panels":
            n = rng.randint(2, 5)
            tools = [slab("tool", rectangle((w - 0.02) / n - 0.05, 0.36 * tall, 0.01), 1, ((j - (n - 1) / 2) * (w - 0.02) / n, y + 0.015, low + 0.74 * tall), FRONT) for j in range(n)]
            cut(board, merge("tool", *tools))
        parts.append(Part("headboard", board, *body))
        if kind == "tufted":
            n = rng.randint(3, 6)
            pads = [cushion("pad", (w / n * 0.98, tall * 0.42, 0.09), (0, 0, 0), 7, 3) for _ in range(n)]
            pads = [moved(pad, ((j - (n - 1) / 2) * w / n, y - 0.005, low + 0.74 * tall), turn=rotation("x", 90)) for j, pad in enumerate(pads)]
            parts += [Part(f"pad {j}", pad, "fabric", colours[0]) for j, pad in enumerate(pads)]
    if rng.random() < 0.3:
        parts.append(Part("footboard", block("footboard", (w + 0.08, 0.05, low + 0.34), (0, -long / 2 - 0.045, (low + 0.34) / 2 + 0.03), soft), *body))
    pieces = [block("foot", (0.07, 0.07, low + 0.01), (sx * (w / 2 - 0.05), sy * (long / 2 - 0.06), low / 2), 0.006) for sx in (-1, 1) for sy in (-1, 1)]
    parts.append(Part("feet", merge("feet", *pieces), "wood", wood(rng)))
    return Subject(NAME, turned(rng, parts))


def turned(rng: random.Random, parts: list[Part]) -> list[Part]:
    """A bed is drawn from its side or from its foot."""
    turn = rotation("z", rng.choice((0, 0, 90, -90)))
    for part in parts:
        moved(part.object, turn=turn)
    return parts
