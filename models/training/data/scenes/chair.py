# in: a random generator; out: Subject of seats: side chair, stool, armchair, sofa, office chair, bench, table.
from __future__ import annotations

import random

import numpy as np

from .curves import Vector, ellipse, fillet, rectangle
from .joinery import merge
from .palette import Colour, metal, neutral, scheme, wood
from .shapes import FRONT, TOP, Solid, block, lathe, moved, points_of, reshaped, rod, rotation, skin, slab
from .subject import Part, Subject

NAME = "chair"


def build(rng: random.Random) -> Subject:
    subject = rng.choice((side_chair, side_chair, side_chair, stool, armchair, armchair, sofa, office, table))(rng)
    turn = rotation("z", rng.choice((0, 0, 0, 0, 180)))
    for part in subject.parts:
        moved(part.object, turn=turn)
    return subject


def cushion(name: str, size: Vector, centre: Vector = (0, 0, 0), square: float = 5.0, puff: float = 2.6) -> Solid:
    """A superellipsoid: nearly a box in plan, softly domed above and below."""
    w, d, h = size
    a = np.linspace(-np.pi / 2 + 0.05, np.pi / 2 - 0.05, 18)
    c, s = np.cos(a) ** (2 / puff), np.sign(np.sin(a)) * np.abs(np.sin(a)) ** (2 / puff)
    ring = ellipse(w, d, 56, power=square)
    rings = [np.concatenate([ring * u, np.full((56, 1), h / 2 * v)], 1) for u, v in zip(c, s)]
    return moved(skin(name, rings), centre)


def legs(rng: random.Random, w: float, d: float, top: float, colours: list[Colour], splay: float | None = None) -> list[Part]:
    """Four legs from (±w/2, ±d/2) at height `top` down to the floor; square, round, tapered or turned."""
    splay = rng.choice((0.0, 0.0, rng.uniform(0.04, 0.14))) if splay is None else splay
    thick, kind = rng.uniform(0.018, 0.035), rng.choice(("square", "round", "taper", "taper"))
    pieces = []
    for x in (-1, 1):
        for y in (-1, 1):
            a = np.array([x * w / 2, y * d / 2, top])
            b = np.array([x * (w / 2 + splay), y * (d / 2 + splay * 0.7), 0.0])
            t = np.linspace(0, 1, 6)[:, None]
            scale = thick * (np.array([1.25, 1.15, 1.0, 0.85, 0.72, 0.6]) if kind == "taper" else np.ones(6))
            section = rectangle(2, 2, 0.25, steps=3) if kind == "square" else ellipse(2, 2, 20)
            unit = np.concatenate([section, np.zeros((len(section), 1))], 1)
            pieces.append(skin("leg", (a + (b - a) * t)[:, None] + unit[None] * scale[:, None, None]))
    parts = [Part("legs", merge("legs", *pieces), *rng.choice((("wood", wood(rng)), ("brushed_metal", metal(rng)), ("matte_plastic", colours[1]))))]
    if rng.random() < 0.3:
        z, bars = top * rng.uniform(0.3, 0.6), []
        u = splay * (1 - z / top)
        for s in (-1, 1):
            bars.append(rod("bar", [(-w / 2 - u, s * (d / 2 + 0.7 * u), z), (0, s * (d / 2 + 0.7 * u), z), (w / 2 + u, s * (d / 2 + 0.7 * u), z)], thick * 0.6, 12))
            bars.append(rod("bar", [(s * (w / 2 + u), -d / 2 - 0.7 * u, z + 0.05), (s * (w / 2 + u), 0, z + 0.05), (s * (w / 2 + u), d / 2 + 0.7 * u, z + 0.05)], thick * 0.6, 12))
        parts.append(Part("bars", merge("bars", *bars), parts[0].material, parts[0].colour))
    return parts


def side_chair(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, d, seat, back = rng.uniform(0.42, 0.52), rng.uniform(0.4, 0.5), rng.uniform(0.42, 0.5), rng.uniform(0.38, 0.6)
    parts = legs(rng, w * 0.86, d * 0.84, seat, colours)
    frame_material, frame_colour = parts[0].material, parts[0].colour
    plan = rng.choice((rectangle(w, d, 0.04), rectangle(w, d, 0.12), ellipse(w, d, 56), ellipse(w * 1.04, d, 56, power=3.5)))
    base = slab("seat", plan, 0.035, (0, 0, seat - 0.01), TOP, 0.012)
    parts.append(Part("seat", base, frame_material if rng.random() < 0.6 else "wood", frame_colour if rng.random() < 0.6 else colours[0]))
    if rng.random() < 0.45:
        pad = cushion("cushion", (w * 0.94, d * 0.94, 0.075), (0, 0, seat + 0.045), rng.choice((2.2, 4, 6)))
        parts.append(Part("cushion", pad, rng.choice(("fabric", "leather")), colours[2]))
    rake, y = rng.uniform(0.02, 0.14), d / 2 - 0.04
    low, high = seat + 0.02, seat + back
    at = lambda z: y + rake * (z - seat) / back
    kind = rng.choice(("slats", "spindles", "panel", "panel", "hoop", "ladder", "shell"))
    post = rng.uniform(0.014, 0.024)
    if kind in ("slats", "spindles", "ladder"):
        posts = [rod("post", [(s * w * 0.44, at(low), low - 0.05), (s * w * 0.44, at((low + high) / 2), (low + high) / 2), (s * w * 0.43, at(high), high)], post) for s in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), frame_material, frame_colour))
        rail = rng.uniform(0.05, 0.12)
        top_rail = slab("rail", rectangle(w * 0.94, rail, 0.02), 0.025, (0, at(high) + 0.012, high - rail / 2), FRONT, 0.006)
        parts.append(Part("rail", top_rail, frame_material, frame_colour))
        if kind == "ladder":
            row = [slab("slat", rectangle(w * 0.86, rng.uniform(0.035, 0.06), 0.012), 0.016, (0, at(z) + 0.008, z), FRONT, 0.004) for z in np.linspace(low + 0.1, high - 0.14, rng.randint(1, 4))]
        else:
            n = rng.randint(3, 7)
            wide = 0.007 if kind == "spindles" else rng.uniform(0.012, 0.03)
            row = []
            for x in np.linspace(-0.36, 0.36, n) * w:
                path = np.array([(x, at(low), low), (x, at((low + high) / 2), (low + high) / 2), (x, at(high - 0.03), high - 0.03)])
                row.append(rod("spindle", path, 0.009, 12) if kind == "spindles" else moved(block("slat", (2 * wide, 0.012, high - low), (0, 0, 0), 0.003), path[1], turn=rotation("x", -np.degrees(np.arctan(rake / back)))))
        parts.append(Part("slats", merge("slats", *row), frame_material, frame_colour if rng.random() < 0.7 else colours[1]))
    elif kind in ("panel", "shell"):
        gap = rng.choice((0.0, 0.08, 0.16))
        tall = high - low - gap
        outline = rng.choice((rectangle(w * 0.95, tall, 0.05), rectangle(w * 0.95, tall, (0.02, 0.02, 0.18, 0.18)), ellipse(w * 0.95, tall, 56, power=3)))
        panel = slab("back", outline, 0.03, (0, 0.015, 0), FRONT, 0.01)
        parts.append(Part("back", moved(panel, (0, at((low + gap + high) / 2), (low + gap + high) / 2), turn=rotation("x", -np.degrees(np.arctan(rake / back)))), rng.choice(("wood", "fabric", "matte_plastic")), colours[0]))
        if gap:
            posts = [rod("post", [(s * w * 0.36, at(low) + 0.01, low - 0.04), (s * w * 0.36, at(low) + 0.02, (low + high) / 2 - 0.05), (s * w * 0.36, at(high) + 0.02, high - 0.1)], post) for s in (-1, 1)]
            parts.append(Part("posts", merge("posts", *posts), frame_material, frame_colour))
    else:
        t = np.linspace(0, np.pi, 40)
        hoop = np.stack([w * 0.47 * np.cos(t), at(low) + rake * np.sin(t), low + (high - low) * np.sin(t) ** 0.7], 1)
        parts.append(Part("hoop", rod("hoop", hoop, post, 14), frame_material, frame_colour))
        row = []
        for x in np.linspace(-0.3, 0.3, rng.randint(3, 6)) * w:
            top = low + (high - low) * np.sin(np.arccos(np.clip(x / (0.47 * w), -1, 1))) ** 0.7
            row.append(rod("spindle", [(x, at(low), low), (x, at((low + top) / 2), (low + top) / 2), (x, at(top), top)], 0.009, 12))
        parts.append(Part("spindles", merge("spindles", *row), frame_material, frame_colour))
    if rng.random() < 0.2:
        arms = []
        for s in (-1, 1):
            x, z = s * w * 0.5, seat + rng.uniform(0.18, 0.22)
            arms.append(block("arm", (0.05, d * 0.9, 0.025), (x, 0, z), 0.008))
            arms.append(rod("arm post", [(x, -d * 0.36, seat - 0.02), (x, -d * 0.36, seat + 0.1), (x, -d * 0.36, z)], 0.014, 12))
        parts.append(Part("arms", merge("arms", *arms), frame_material, frame_colour))
    return Subject(NAME, parts)


def stool(rng: random.Random) -> Subject:
    colours = scheme(rng, 3)
    r, h = rng.uniform(0.16, 0.22), rng.uniform(0.4, 0.8)
    if rng.random() < 0.3:  # on one column
        parts = [
            Part("foot", lathe("foot", fillet([(r * 1.1, 0), (r * 1.15, 0), (r * 1.1, 0.02), (0.04, 0.06), (0.02, 0.06)], 0.012, 3, closed=False)), "polished_metal", metal(rng)),
            Part("column", lathe("column", [(0.028, 0.04), (0.028, h)], 28), "polished_metal", metal(rng)),
        ]
        t = np.linspace(0, 2 * np.pi, 48)[:-1]
        if rng.random() < 0.5:
            ring = np.stack([0.75 * r * np.cos(t), 0.75 * r * np.sin(t), np.full_like(t, 0.35 * h)], 1)
            parts.append(Part("ring", rod("ring", ring, 0.012, 12, loop=True), "polished_metal", metal(rng)))
    else:
        parts = legs(rng, r * 1.3, r * 1.3, h, colours, rng.uniform(0.0, 0.12))
    if rng.random() < 0.4:
        seat = cushion("seat", (2 * r, 2 * r, 0.1), (0, 0, h + 0.04), rng.choice((2, 2, 5)))
        parts.append(Part("seat", seat, rng.choice(("leather", "fabric")), colours[0]))
    else:
        seat = slab("seat", rng.choice((ellipse(2 * r, 2 * r, 64), rectangle(2 * r, 2 * r, 0.04))), rng.uniform(0.03, 0.06), (0, 0, h - 0.01), TOP, 0.012)
        parts.append(Part("seat", seat, "wood", rng.choice((colours[0], wood(rng)))))
    if rng.random() < 0.2:
        parts.append(Part("back", slab("back", rectangle(1.7 * r, 0.14, 0.05), 0.03, (0, r * 0.95, h + 0.22), FRONT, 0.01), "wood", colours[0]))
        posts = [rod("post", [(s * r * 0.6, r * 0.9, h), (s * r * 0.6, r * 0.95, h + 0.1), (s * r * 0.6, r * 0.96, h + 0.2)], 0.013, 12) for s in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), "brushed_metal", metal(rng)))
    return Subject(NAME, parts)


def armchair(rng: random.Random) -> Subject:
    """Upholstered: plinth or legs, seat cushion, back, arms as soft boxes."""
    return upholstered(rng, rng.uniform(0.7, 0.9), 1)


def sofa(rng: random.Random) -> Subject:
    return upholstered(rng, rng.uniform(1.4, 2.2), rng.choice((2, 2, 3)))


def upholstered(rng: random.Random, w: float, places: int) -> Subject:
    colours = scheme(rng, 4)
    material = rng.choice(("fabric", "fabric", "leather"))
    d, seat, arm_w = rng.uniform(0.7, 0.85), rng.uniform(0.36, 0.44), rng.uniform(0.1, 0.2)
    low, back_h, arm_h = rng.uniform(0.08, 0.18), rng.uniform(0.72, 0.95), rng.uniform(0.5, 0.64)
    soft = rng.choice((0.02, 0.05, 0.07))
    parts = legs(rng, w * 0.86, d * 0.8, low + 0.04, colours)[:1]
    base_h = seat - 0.13 - low
    parts.append(Part("base", block("base", (w - 0.04, d - 0.04, base_h + 0.04), (0, 0, low + base_h / 2 + 0.02), 0.02), material, colours[0]))
    back = block("back", (w - (0 if rng.random() < 0.5 else 2 * arm_w), 0.18, back_h - low), (0, 0, 0), min(soft, 0.08), soft * 1.3)
    parts.append(Part("back", moved(back, (0, d / 2 - 0.1, (back_h + low) / 2), turn=rotation("x", -rng.uniform(0, 8))), material, colours[0]))
    rolled = rng.random() < 0.35
    arms = []
    for s in (-1, 1):
        x = s * (w / 2 - arm_w / 2)
        if rolled:
            outline = np.vstack([[(-arm_w * 0.38, 0), (arm_w * 0.38, 0)], [(arm_w * 0.6 * np.cos(t), arm_h - low - arm_w * 0.45 + arm_w * 0.5 * np.sin(t)) for t in np.linspace(-0.5, np.pi + 0.5, 22)]])
            arms.append(slab("arm", outline, d, (x, d / 2, low), FRONT, 0.025, 4))
        else:
            arms.append(block("arm", (arm_w, d, arm_h - low), (x, 0, (arm_h + low) / 2), min(soft, 0.4 * arm_w), min(soft * 1.2, 0.45 * arm_w)))
    parts.append(Part("arms", merge("arms", *arms), material, colours[0]))
    inner = (w - 2 * arm_w) / places
    for k in range(places):
        x = -w / 2 + arm_w + inner * (k + 0.5)
        parts.append(Part(f"seat {k}", cushion(f"seat {k}", (inner * 1.0, d - 0.14, 0.17), (x, -0.06, seat - 0.045), 9, rng.choice((3, 4))), material, colours[0] if rng.random() < 0.7 else colours[1]))
        if places > 1 or rng.random() < 0.5:
            pad = cushion(f"pillow {k}", (inner * 0.96, back_h - seat - 0.06, 0.16), (0, 0, 0), 5, 2.6)
            parts.append(Part(f"pillow {k}", moved(pad, (x, d / 2 - 0.22, (back_h + seat) / 2), turn=rotation("x", 82)), material, colours[0]))
    if rng.random() < 0.4:
        wide = rng.uniform(0.3, 0.4)
        pad = cushion("throw", (wide, wide, 0.14), (0, 0, 0), 4, 2.2)
        parts.append(Part("throw", moved(pad, (rng.uniform(-0.25, 0.25) * w, d / 2 - 0.26, seat + wide / 2 + 0.03), turn=rotation("x", 75)), "fabric", colours[2]))
    return Subject(NAME, parts)


def office(rng: random.Random) -> Subject:
    """A star of five on castors, a column, seat, back, arms."""
    colours = scheme(rng, 3)
    feet, wheels = [], []
    for k in range(5):
        a = np.radians(90 + 72 * k)
        out = np.array([np.cos(a), np.sin(a), 0])
        feet.append(rod("foot", [(0, 0, 0.12), out * 0.16 + (0, 0, 0.1), out * 0.3 + (0, 0, 0.075)], 0.022, 12))
        wheels.append(moved(lathe("castor", fillet([(0.03, -0.02), (0.035, -0.02), (0.035, 0.02), (0.01, 0.02)], 0.008, 2, closed=False), 24), out * 0.3 + (0, 0, 0.035), turn=rotation("y", 90)))
    seat = rng.uniform(0.44, 0.54)
    parts = [
        Part("star", merge("star", *feet), "brushed_metal", metal(rng)),
        Part("castors", merge("castors", *wheels), "rubber", (0.12, 0.12, 0.13)),
        Part("column", lathe("column", [(0.035, 0.1), (0.035, 0.26), (0.022, 0.26), (0.022, seat)], 28), "brushed_metal", metal(rng)),
        Part("seat", cushion("seat", (0.5, 0.48, 0.1), (0, 0, seat + 0.03), 4), rng.choice(("fabric", "leather")), colours[0]),
    ]
    tall = rng.uniform(0.4, 0.7)
    back = slab("back", rectangle(rng.uniform(0.4, 0.48), tall, rng.choice((0.06, 0.15))), 0.06, (0, 0.03, 0), FRONT, 0.025, 5)
    v = points_of(back)
    v[:, 1] -= 0.35 * v[:, 0] ** 2
    parts.append(Part("back", moved(reshaped(back, v), (0, 0.25, seat + 0.16 + tall / 2), turn=rotation("x", -6)), rng.choice(("fabric", "leather")), colours[0]))
    spine = rod("spine", [(0, 0.05, seat), (0, 0.28, seat + 0.02), (0, 0.31, seat + 0.25)], 0.02, 12)
    parts.append(Part("spine", spine, "matte_plastic", neutral(rng, False)))
    if rng.random() < 0.7:
        arms = []
        for s in (-1, 1):
            arms.append(rod("arm", fillet([(s * 0.2, seat), (s * 0.3, seat), (s * 0.3, seat + 0.22)], 0.05, 5, closed=False) @ np.array([[1, 0, 0], [0, 0, 1]]), 0.016, 12))
            arms.append(block("pad", (0.07, 0.25, 0.03), (s * 0.3, 0, seat + 0.23), 0.012))
        parts.append(Part("arms", merge("arms", *arms), "matte_plastic", neutral(rng, False)))
    return Subject(NAME, parts)


def table(rng: random.Random) -> Subject:
    """A board on legs or a column, sometimes with a drawer or a shelf."""
    colours = scheme(rng, 3)
    w, d, h = rng.uniform(0.6, 1.6), rng.uniform(0.5, 0.8), rng.uniform(0.4, 0.78)
    board = slab("top", rng.choice((rectangle(w, d, 0.02), rectangle(w, d, 0.1), ellipse(w, d, 72))), rng.uniform(0.025, 0.06), (0, 0, h), TOP, 0.008)
    parts = [Part("top", board, rng.choice(("wood", "wood", "glass", "concrete")), wood(rng) if rng.random() < 0.6 else colours[0])]
    parts += legs(rng, w * 0.8, d * 0.75, h + 0.01, colours)
    if rng.random() < 0.4:
        box = block("drawer box", (w * 0.76, d * 0.72, 0.13), (0, 0, h - 0.06), 0.004)
        parts.append(Part("drawer box", box, "wood", parts[0].colour))
        n = rng.randint(1, 2)
        fronts = [slab("drawer", rectangle(w * 0.7 / n - 0.02, 0.09), 0.016, ((k - (n - 1) / 2) * w * 0.7 / n, -d * 0.36 + 0.006, h - 0.06), FRONT, 0.003) for k in range(n)]
        parts.append(Part("drawers", merge("drawers", *fronts), "wood", colours[1]))
    return Subject(NAME, parts)
