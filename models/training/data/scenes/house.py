# in: a random generator; out: Subject of a building: house, tower, block of flats, shop, hut, church.
"""Walls are big and flat, windows and doors are plates on or in them; every roof is a closed solid."""

from __future__ import annotations

import random

import numpy as np

from .curves import Points, Vector, arc, ellipse, rectangle
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, neutral, scheme, wood
from .shapes import (
    BACK,
    FRONT,
    HAIR,
    OTHER_SIDE,
    SIDE,
    Face,
    Solid,
    ball,
    block,
    frame,
    lathe,
    rod,
    slab,
    solid,
)
from .subject import Part, Subject

NAME = "house"
PANE = ((0.6, 0.8, 0.9), (0.35, 0.5, 0.62), (0.95, 0.85, 0.5), (0.2, 0.27, 0.34), (0.85, 0.93, 0.96))


def build(rng: random.Random) -> Subject:
    return rng.choice((house, house, house, shop, shop, flats, tower))(rng)


def prism(name: str, outline: Points, depth: float, at: Vector, face: Face = FRONT) -> Solid:
    """A sharp-edged extrusion; `at` is the middle of its depth."""
    right, up = (np.asarray(v, float) for v in face)
    out = np.cross(right, up)
    return slab(name, outline, depth, np.asarray(at, float) - out * depth / 2, face, sharp=15)


def gable(name: str, w: float, d: float, z: float, rise: float, over: float, thick: float, along: str) -> Solid:
    """Two slopes of an even thickness, ridge along x or y, eaves hanging over by `over`."""
    span = (d if along == "x" else w) / 2
    drop = rise / span * over
    outline = [(-span - over, z - drop), (0, z + rise), (span + over, z - drop), (span + over, z - drop + thick), (0, z + rise + thick * 1.1), (-span - over, z - drop + thick)]
    return prism(name, outline, (w if along == "x" else d) + 2 * over, (0, 0, 0), SIDE if along == "x" else FRONT)


def hip(name: str, w: float, d: float, z: float, rise: float, over: float, ridge: float) -> Solid:
    """Four slopes from a flat eaves board to a ridge along x (0: a pyramid)."""
    a, b, r, e = w / 2 + over, d / 2 + over, max(ridge, 0.01) / 2, 0.05
    v = [(-a, -b, z), (a, -b, z), (a, b, z), (-a, b, z), (-a, -b, z + e), (a, -b, z + e), (a, b, z + e), (-a, b, z + e), (-r, 0, z + rise), (r, 0, z + rise)]
    quads = [(0, 3, 2, 1), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 9, 8), (6, 7, 8, 9)]
    return solid(name, v, [np.array(quads), np.array([(5, 6, 9), (7, 4, 8)])], 20)


def pane(rng: random.Random, w: float, h: float, style: str) -> np.ndarray:
    """A window's or door's outline about its middle."""
    if style == "arched":
        return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], arc(w / 2, 0, 180, 16, (0, h / 2 - w / 2))])
    if style == "round":
        return ellipse(min(w, h), min(w, h), 40)
    return rectangle(w, h)


class Windows:
    """One look for all windows of a building: plates of glass, frames, bars, sills, shutters."""

    def __init__(self, rng: random.Random, colours: list[Colour]) -> None:
        self.rng, self.style = rng, rng.choice(("plain", "plain", "plain", "arched", "round"))
        self.framed, self.bars, self.sills = rng.random() < 0.6, rng.random() < 0.6, rng.random() < 0.4
        self.shutters, self.sunk = rng.random() < 0.25 and self.style != "round", rng.random() < 0.3
        self.edge = rng.uniform(0.02, 0.04)
        self.panes: list[Solid] = []
        self.frames: list[Solid] = []
        self.leaves: list[Solid] = []
        self.holes: list[Solid] = []
        self.colours, self.colour = colours, rng.choice(PANE)

    def add(self, x: float, z: float, w: float, h: float, y: float, face: Face = FRONT) -> None:
        """A window with its middle at (x, z) on the wall plane at distance y along the face's normal."""
        right, up = (np.asarray(v, float) for v in face)
        out = np.cross(right, up)
        at = right * x + up * z + out * y
        outline = pane(self.rng, w, h, self.style)
        if self.sunk:
            self.holes.append(slab("tool", outline, 0.5, at - out * 0.04, face))
            self.panes.append(slab("pane", outline * 0.999, 0.01, at - out * 0.048, face))
        else:
            self.panes.append(slab("pane", outline, 0.02 + HAIR, at - out * 0.02, face))
        stand = 0.03
        if self.framed:
            size = np.abs(outline).max(0)
            inner = outline * (1 - 0.2 * self.edge / size)
            self.frames.append(frame("frame", outline * (1 + self.edge / size), inner, 0.02 + stand, at - out * 0.02, face))
        if self.bars:
            t = 0.5 * self.edge
            depth = 0.02 + 0.6 * stand
            self.frames.append(slab("bar", rectangle(t, h * 0.98), depth, at - out * 0.02, face))
            self.frames.append(slab("bar", rectangle(w * 0.98, t), depth - 0.003, at - out * 0.02, face))
        if self.sills:
            self.frames.append(slab("sill", rectangle(w * 1.25, 0.035), 0.02 + 0.06, at - up * (h / 2 + 0.02) - out * 0.02, face))
        if self.shutters:
            for s in (-1, 1):
                self.leaves.append(slab("shutter", rectangle(w * 0.42, h), 0.02 + 0.02, at + right * s * w * 0.76 - out * 0.02, face))

    def parts(self, walls: Solid) -> list[Part]:
        if self.holes:
            cut(walls, merge("tool", *self.holes))
        rows = (("windows", self.panes, "glass", self.colour), ("frames", self.frames, "matte_plastic", self.colours[3]), ("shutters", self.leaves, "wood", self.colours[2]))
        return [Part(name, merge(name, *things), material, colour) for name, things, material, colour in rows if things]


def door(rng: random.Random, x: float, w: float, h: float, y: float, colour: Colour, z: float = 0.0) -> list[Part]:
    """A leaf on the front wall with a frame, panels, a knob, perhaps a step."""
    style = rng.choice(("plain", "plain", "arched"))
    outline = pane(rng, w, h, style)
    at = np.array([x, y, z + h / 2])
    parts = [Part("door", slab("door", outline, 0.02 + rng.choice((HAIR, 0.02)), at + (0, 0.02, 0), FRONT), "wood", colour)]
    if rng.random() < 0.5:
        ring = frame("door frame", outline * (1 + 0.08 / w, 1 + 0.08 / h), outline * (0.98, 0.99), 0.06, at + (0, 0.02, 0), FRONT)
        parts.append(Part("door frame", ring, "wood", neutral(rng, True)))
    if rng.random() < 0.4:
        glass = rectangle(0.5 * w, 0.25 * h)
        parts.append(Part("door light", slab("door light", glass, 0.02 + 0.024 + HAIR, at + (0, 0.02, 0.2 * h), FRONT), "glass", rng.choice(PANE)))
    parts.append(Part("knob", ball("knob", (0.045, 0.06, 0.045), at + (0.36 * w, -0.035, -0.05 * h)), "brushed_metal", (0.8, 0.68, 0.35)))
    if rng.random() < 0.5:
        parts.append(Part("step", block("step", (w * 1.6, 0.25, 0.07), (x, y - 0.12, z + 0.035), 0.006), "concrete", neutral(rng, True)))
    return parts


def house(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    w, d, h = rng.uniform(0.8, 1.8), rng.uniform(0.7, 1.3), rng.uniform(0.5, 1.2)
    y = -d / 2
    roof = rng.choice(("side gable", "front gable", "front gable", "hip", "flat", "shed"))
    rise, over = rng.uniform(0.25, 0.75), rng.uniform(0.03, 0.16)
    thick = rng.uniform(0.05, 0.1)
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)]
    parts: list[Part] = []
    roof_colour, roof_material = colours[1], rng.choice(("ceramic", "matte_plastic", "wood", "concrete"))
    if roof == "front gable":
        walls = prism("walls", [*outline[:3], (0, h + rise), outline[3]], d, (0, 0, 0))
        top = gable("roof", w, d, h, rise, over, thick, "y")
    elif roof == "side gable":
        side = [(-d / 2, 0), (d / 2, 0), (d / 2, h), (0, h + rise), (-d / 2, h)]
        walls = prism("walls", side, w, (0, 0, 0), SIDE)
        top = gable("roof", w, d, h, rise, over, thick, "x")
    elif roof == "hip":
        walls = prism("walls", outline, d, (0, 0, 0))
        top = hip("roof", w, d, h, rise, over, rng.choice((0.0, max(0.0, w - d) + 0.2)))
    elif roof == "flat":
        walls = prism("walls", outline, d, (0, 0, 0))
        top = block("roof", (w + 2 * over, d + 2 * over, rng.uniform(0.06, 0.14)), (0, 0, h + 0.02), 0.006)
    else:
        walls = prism("walls", [*outline[:2], (w / 2, h + 0.5 * rise), (-w / 2, h)], d, (0, 0, 0))
        slope = 0.5 * rise / w
        a, b = -w / 2 - over, w / 2 + over
        top = prism("roof", [(a, h - slope * over), (b, h + slope * (w + over)), (b, h + slope * (w + over) + thick), (a, h - slope * over + thick)], d + 2 * over, (0, 0, 0))
    windows = Windows(rng, colours)
    floors = 2 if h > 0.85 else 1
    columns = max(2, round(w / rng.uniform(0.4, 0.55)))
    ww, wh = min(0.26, 0.6 * w / columns), min(0.32, 0.45 * h / floors)
    door_at = rng.randrange(columns)
    dh = min(0.8 * h / floors, 0.55)
    for f in range(floors):
        z = h * (f + 0.56) / floors
        for c in range(columns):
            x = (c + 0.5) * w / columns - w / 2
            if f == 0 and c == door_at:
                parts += door(rng, x, min(0.28, 0.75 * w / columns), dh, y, colours[2])
            else:
                windows.add(x, z, ww, wh, -y, FRONT)
        if rng.random() < 0.7:
            for face in (SIDE, OTHER_SIDE):
                windows.add(rng.uniform(-0.1, 0.1), z, ww, wh, w / 2, face)
    if roof == "front gable" and rng.random() < 0.6:
        windows.style = rng.choice((windows.style, "round"))
        windows.shutters = False
        windows.add(0, h + rise * 0.3, min(ww, 0.28 * w), min(ww, 0.4 * rise), -y)
    if rng.random() < 0.4:
        band = inlay("plinth", walls, block("tool", (4, 4, 2 * rng.uniform(0.06, 0.2)), (0, 0, 0), 0.001))
        parts.append(Part("plinth", band, "concrete", colours[4]))
    parts += [Part("walls", walls, rng.choice(("concrete", "concrete", "matte_plastic", "wood")), colours[0]), *windows.parts(walls)]
    parts.append(Part("roof", top, roof_material, roof_colour))
    if rng.random() < 0.6 and roof != "shed":
        x, cy = rng.choice((-1, 1)) * w * rng.uniform(0.15, 0.32), rng.choice((0.0, 0.15)) * d
        high = h + (rise if roof != "flat" else 0.1) + rng.uniform(0.0, 0.15)
        parts.append(Part("chimney", block("chimney", (0.15, 0.15, high - 0.5 * h), (x, cy, (high + 0.5 * h) / 2), 0.004), "concrete", colours[4]))
        parts.append(Part("cap", block("cap", (0.2, 0.2, 0.05), (x, cy, high), 0.006), "concrete", colours[5]))
    if rng.random() < 0.25:
        parts += porch(rng, w, y, dh, colours)
    if rng.random() < 0.3:
        wing, low = rng.uniform(0.4, 0.7), h * rng.uniform(0.5, 0.8)
        s = rng.choice((-1, 1))
        x = s * (w + wing) / 2 - s * 0.01
        parts.append(Part("wing", block("wing", (wing, d * 0.8, low), (x, 0.06, low / 2), 0.003), "concrete", colours[0]))
        parts.append(Part("wing roof", block("wing roof", (wing + 0.08, d * 0.8 + 0.1, 0.07), (x + s * 0.02, 0.06, low + 0.02), 0.006), roof_material, roof_colour))
        gate = slab("gate", rectangle(wing * 0.7, low * 0.75), 0.02 + HAIR, (x, 0.06 - 0.4 * d + 0.02, low * 0.375), FRONT)
        parts.append(Part("gate", gate, "matte_plastic", colours[3]))
    return Subject(NAME, parts)


def porch(rng: random.Random, w: float, y: float, tall: float, colours: list[Colour]) -> list[Part]:
    """Columns with a slab or a small gable over the middle of the front."""
    half, out = w * rng.uniform(0.2, 0.42), rng.uniform(0.2, 0.35)
    posts = [lathe("post", [(0.03, 0), (0.03, tall + 0.1)], 24, (s * half * 0.9, y - out + 0.05, 0)) for s in (-1, 1)]
    if rng.random() < 0.5:
        top = slab("porch roof", [(-half - 0.06, 0), (half + 0.06, 0), (0, half * 0.6)], out, (0, y + 0.01, tall + 0.08), FRONT)
    else:
        top = block("porch roof", (2 * half + 0.1, out, 0.06), (0, y - out / 2 + 0.01, tall + 0.11), 0.006)
    return [Part("posts", merge("posts", *posts), "wood", neutral(rng, True)), Part("porch roof", top, "wood", colours[rng.choice((1, 3))])]


def shop(rng: random.Random) -> Subject:
    """A flat façade: display window, door, striped awning, sign board, windows above."""
    colours = scheme(rng, 6)
    w, d = rng.uniform(1.0, 1.7), rng.uniform(0.5, 0.9)
    ground, upper = rng.uniform(0.6, 0.75), rng.choice((0.25, 0.3, rng.uniform(0.5, 0.9)))
    h, y = ground + upper, -d / 2
    walls = prism("walls", [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)], d, (0, 0, 0))
    windows = Windows(rng, colours)
    side = rng.choice((-1, 1))
    dw = rng.uniform(0.24, 0.32)
    x0 = side * (w / 2 - dw / 2 - 0.08)
    parts = door(rng, x0, dw, ground * 0.82, y, colours[2])
    glass_w = w - dw - 0.3
    windows.style, windows.shutters = "plain", False
    windows.add(-side * (w / 2 - glass_w / 2 - 0.09), 0.12 + 0.3 * ground, glass_w, ground * 0.58, -y)
    if upper > 0.45:
        n = rng.randint(2, 4)
        for k in range(n):
            windows.add((k + 0.5) * w / n - w / 2, ground + 0.55 * upper, 0.5 * w / n, 0.4 * upper, -y)
    parts += [Part("walls", walls, rng.choice(("concrete", "wood", "matte_plastic")), colours[0]), *windows.parts(walls)]
    kind = rng.choice(("striped", "striped", "plain", "none"))
    z, out, drop = ground * 0.98, rng.uniform(0.2, 0.38), rng.uniform(0.12, 0.22)
    if kind != "none":
        n = 1 if kind == "plain" else rng.randint(5, 9)
        stripes: list[list] = [[], []]
        for k in range(n):
            a, b = (k / n - 0.5) * w * 1.02, ((k + 1) / n - 0.5) * w * 1.02
            wedge = [(-y - 0.01, z - drop), (-y + out, z - drop - 0.07), (-y + out, z - drop), (-y - 0.01, z)]
            strip = slab("stripe", [(-p, q) for p, q in wedge], b - a, (a, 0, 0), SIDE)
            stripes[k % 2].append(strip)
        for k, row in enumerate(stripes):
            if row:
                parts.append(Part(f"awning {k}", merge(f"awning {k}", *row), "fabric", colours[1] if k == 0 else neutral(rng, True)))
    decals = []
    if rng.random() < 0.75:
        sw, sh = w * rng.uniform(0.5, 0.95), rng.uniform(0.12, 0.18)
        zs = z + sh / 2 + 0.03
        parts.append(Part("sign", slab("sign", rectangle(sw, sh, 0.01), 0.02 + 0.03, (0, y + 0.02, zs), FRONT, 0.006), "matte_plastic", colours[3]))
        decals.append(mark((0, y - 0.03, zs), sw * 0.8, sh * 0.85, printed(rng, sw * 0.8, sh * 0.85, ("word",)), depth=0.02))
    crown = rng.choice(("cornice", "gable", "none"))
    if crown == "cornice":
        parts.append(Part("cornice", block("cornice", (w + 0.1, d + 0.1, 0.08), (0, 0, h + 0.02), 0.01), "concrete", colours[4]))
    elif crown == "gable":
        rise = rng.uniform(0.2, 0.4)
        parts.append(Part("roof", gable("roof", w, d, h, rise, 0.05, 0.06, "x"), "ceramic", colours[4]))
        fill_in = prism("attic", [(-d / 2, h), (d / 2, h), (0, h + rise)], w - 0.01, (0, 0, 0), SIDE)
        parts.append(Part("attic", fill_in, "concrete", colours[0]))
    return Subject(NAME, parts, decals)


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
