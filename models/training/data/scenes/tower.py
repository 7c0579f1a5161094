# in: a random generator; out: Subject of a building with a flat front: skyscraper, slab block, church, castle, shop row, bank, clock tower, factory.
"""Elevations first: walls are exactly flat, windows lie flush, sunk, framed or printed, always in rows."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from .curves import arc, ellipse, fillet, rectangle
from .house import PANE, door, gable, hip, prism
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, metal, neutral, scheme, wood
from .shapes import (
    BACK,
    FRONT,
    OTHER_SIDE,
    SIDE,
    TOP,
    Face,
    Solid,
    ball,
    block,
    frame,
    lathe,
    moved,
    rod,
    rotation,
    slab,
)
from .subject import Decal, Part, Subject

NAME = "tower"
FACES = (FRONT, SIDE, OTHER_SIDE, BACK)
BROAD = (True, False, False, True)  # which of FACES are as wide as the building, not as deep


def build(rng: random.Random) -> Subject:
    return rng.choice((skyscraper, skyscraper, skyscraper, slab_block, slab_block, church, church, castle, castle, parade, parade, parade, bank, clock, factory))(rng)


def place(x: float, z: float, y: float, face: Face) -> np.ndarray:
    right, up = (np.asarray(v, float) for v in face)
    return right * x + up * z + np.cross(right, up) * y


class Openings:
    """Windows of one look, collected for a wall: flush panels, sunk panes, or framed plates."""

    def __init__(self, rng: random.Random, style: str | None = None) -> None:
        self.style = style or rng.choice(("flush", "flush", "flush", "sunk", "framed"))
        self.edge = rng.uniform(0.012, 0.03)
        self.spots: list[tuple[np.ndarray, float, float, float, Face]] = []
        self.glass, self.frame_colour = rng.choice((*PANE, (0.25, 0.4, 0.55), (0.4, 0.62, 0.72))), neutral(rng)

    def add(self, outline: np.ndarray, x: float, z: float, y: float, face: Face = FRONT) -> None:
        self.spots.append((np.asarray(outline, float), x, z, y, face))

    def parts(self, walls: Solid, prefix: str = "") -> list[Part]:
        if not self.spots:
            return []
        name = f"{prefix}windows"
        if self.style == "framed":
            panes = [slab("pane", o, 0.024, place(x, z, y - 0.02, face), face) for o, x, z, y, face in self.spots]
            rims = [frame("rim", o * (1 + 2 * self.edge / np.ptp(o, axis=0)), o * 0.97, 0.05, place(x, z, y - 0.02, face), face) for o, x, z, y, face in self.spots]
            return [Part(name, merge(name, *panes), "glass", self.glass), Part(f"{prefix}frames", merge(f"{prefix}frames", *rims), "matte_plastic", self.frame_colour)]
        tools = merge("tool", *[slab("tool", o, 0.5, place(x, z, y - 0.05, face), face) for o, x, z, y, face in self.spots])
        if self.style == "flush":
            return [Part(name, inlay(name, walls, tools), "glass", self.glass)]
        cut(walls, tools)
        panes = [slab("pane", o * 0.999, 0.012, place(x, z, y - 0.06, face), face) for o, x, z, y, face in self.spots]
        return [Part(name, merge(name, *panes), "glass", self.glass)]


def rows(openings: Openings, w: float, low: float, high: float, columns: int, floors: int, y: float, face: Face, fill: tuple[float, float], shape: Callable[[float, float], np.ndarray] = rectangle) -> None:
    """A grid of windows on the wall from -w/2 to w/2; `fill` is their share of a cell."""
    for c in range(columns):
        for f in range(floors):
            size = (fill[0] * w / columns, fill[1] * (high - low) / floors)
            openings.add(shape(*size), (c + 0.5) * w / columns - w / 2, low + (f + 0.5) * (high - low) / floors, y, face)


def arched(w: float, h: float) -> np.ndarray:
    w = min(w, 0.8 * h)
    return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], arc(w / 2, 0, 180, 14, (0, h / 2 - w / 2))])


def pointed(w: float, h: float) -> np.ndarray:
    w = min(w, 0.6 * h)
    left, right = arc(w, 0, 60, 9, (-w / 2, h / 2 - 0.87 * w)), arc(w, 120, 180, 9, (w / 2, h / 2 - 0.87 * w))
    return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], left, right[1:]])


def skyscraper(rng: random.Random) -> Subject:
    """One shaft or tiers that step back; windows in a grid, bands, upright strips, or a printed raster."""
    colours = scheme(rng, 5)
    w, d = rng.uniform(0.6, 1.0), rng.uniform(0.5, 0.9)
    tiers = rng.choice((1, 1, 2, 3, 4))
    kind = rng.choice(("grid", "grid", "bands", "strips", "print", "fins"))
    material = rng.choice(("concrete", "matte_plastic", "glossy_plastic", "brushed_metal"))
    openings_of = lambda: Openings(rng, rng.choice(("flush", "flush", "sunk")) if kind == "grid" else "flush")
    parts, decals, z = [], [], 0.0
    glass, bevel = rng.choice((*PANE, (0.25, 0.4, 0.55))), rng.choice((0.003, 0.01))
    shrink, columns0 = rng.uniform(0.62, 0.85), rng.randint(2, 6)
    for k in range(tiers):
        h = rng.uniform(1.4, 2.2) if tiers == 1 else rng.uniform(0.5, 0.9) * (1.2 - 0.2 * k)
        walls = block("walls", (w, d, h), (0, 0, z + h / 2), bevel)
        low, high = z + (0.3 if k == 0 and kind != "print" else 0.06), z + h - 0.07
        floors, columns = max(2, round((high - low) / rng.uniform(0.13, 0.24))), max(2, round(columns0 * w))
        o = openings_of()
        o.glass = glass
        for face, broad in zip(FACES, BROAD):
            across, y = (w, d / 2) if broad else (d, w / 2)
            n = max(2, round(columns * across / w))
            if kind == "grid":
                rows(o, across - 0.08, low, high, n, floors, y, face, (0.62, 0.62))
            elif kind == "bands":
                rows(o, across - 0.1, low, high, 1, floors, y, face, (1.0, 0.5))
            elif kind == "strips":
                rows(o, across - 0.08, low, high, n + 1, 1, y, face, (0.55, 1.0))
            elif kind == "print":
                image = raster(floors, n, rng.uniform(0.45, 0.7))
                decals.append(mark(place(0, (low + high) / 2, y, face), across - 0.1, high - low, image, face, 0.03))
            else:
                o.add(rectangle(across - 0.1, high - low), 0, (low + high) / 2, y, face)
        if kind == "fins":
            fins = []
            for face, broad in zip(FACES, BROAD):
                across, y = (w, d / 2) if broad else (d, w / 2)
                n = max(3, round(1.5 * columns * across / w))
                fins += [slab("fin", rectangle(0.03, high - low), 0.05, place((c / n - 0.5) * (across - 0.1), (low + high) / 2, y - 0.02, face), face) for c in range(n + 1)]
            parts.append(Part(f"fins {k}", merge(f"fins {k}", *fins), "brushed_metal", metal(rng)))
        if k == 0 and rng.random() < 0.7:
            entry = rectangle(rng.uniform(0.2, 0.5) * w, 0.17)
            parts.append(Part("entry", inlay("entry", walls, slab("tool", entry, 0.5, (0, -d / 2 + 0.05, 0.09), FRONT)), "glass", rng.choice(PANE)))
        parts += o.parts(walls, f"{k} ")
        parts.append(Part(f"walls {k}", walls, material, colours[0] if k % 2 == 0 or rng.random() < 0.7 else colours[1]))
        z += h - 0.002
        w, d = w * shrink, d * shrink
    w, d = w / shrink, d / shrink
    crown = rng.choice(("flat", "flat", "spire", "pyramid", "slant", "dome", "box"))
    if crown == "pyramid":
        parts.append(Part("crown", hip("crown", w, d, z, rng.uniform(0.25, 0.7), 0.0, 0.0), "brushed_metal", colours[2]))
    elif crown == "slant":
        s = rng.choice((-1, 1))
        parts.append(Part("crown", prism("crown", [(-w / 2, z), (w / 2, z), (s * w / 2, z + rng.uniform(0.25, 0.6) * w)], d, (0, 0, 0)), material, colours[0]))
    elif crown == "dome":
        a = np.linspace(0, np.pi / 2 - 0.03, 14)
        r = 0.42 * min(w, d)
        parts.append(Part("crown", lathe("crown", [(r, z - 0.02), *np.stack([r * np.cos(a), z + 0.04 + r * np.sin(a)], 1)], 60), "brushed_metal", colours[2]))
    elif crown == "box":
        parts.append(Part("crown", block("crown", (0.5 * w, 0.5 * d, 0.16), (0, 0, z + 0.07), 0.006), material, colours[1]))
    elif crown == "flat" and rng.random() < 0.5:
        parts.append(Part("crown", block("crown", (w + 0.05, d + 0.05, 0.06), (0, 0, z + 0.02), 0.006), material, colours[1]))
    if crown in ("spire", "pyramid", "box") or rng.random() < 0.2:
        tall = rng.uniform(0.3, 0.8)
        base = z + {"pyramid": 0.15, "slant": 0.0}.get(crown, -0.02)
        parts.append(Part("spire", lathe("spire", [(0.035, base), (0.025, base + 0.5 * tall), (0.003, base + tall + 0.3)], 24), "brushed_metal", metal(rng)))
    if rng.random() < 0.3:
        parts.append(Part("ground", block("ground", (1.6, 1.3, 0.06), (0, 0, -0.025), 0.01), "concrete", neutral(rng, True)))
    return Subject(NAME, parts, decals)


def raster(floors: int, columns: int, share: float) -> np.ndarray:
    """Printed windows: filled cells in a grid."""
    cell = max(10, min(24, 320 // max(floors, columns)))
    image, a = np.zeros((floors * cell, columns * cell), np.uint8), round(cell * (1 - share) / 2)
    for f in range(floors):
        for c in range(columns):
            image[f * cell + a : (f + 1) * cell - a, c * cell + a : (c + 1) * cell - a] = 1
    return image


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
