# in: a random generator; out: Subject of abstract solids: turned, swept, lofted, bevelled, cut, with flush panels and marks.
"""What the families do not show: plain geometry in free combination. Large flat faces, exact panels, slots,
prints that are not form, and curved bodies of every profile."""

from __future__ import annotations

import random

import numpy as np

from .curves import area, by_angle, ellipse, fillet, rectangle, regular, resample, spline
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, scheme
from .shapes import FRONT, HAIR, ball, block, lathe, moved, rod, rotation, skin, slab, sweep
from .subject import MATERIALS, Part, Subject

NAME = "solids"


def build(rng: random.Random) -> Subject:
    kind = rng.choice((turned, turned, swept, lofted, machined, machined, board, board, device, device, stack))
    colours = scheme(rng, 6)
    subject = kind(rng, colours)
    for part in subject.parts:
        part.material = rng.choice(MATERIALS)
    return subject


def outline(rng: random.Random, width: float, height: float) -> np.ndarray:
    """Any closed outline that fills the box width x height."""
    kind = rng.choice(("box", "box", "ellipse", "squircle", "polygon", "blob", "ell", "star", "arch"))
    if kind == "box":
        return rectangle(width, height, rng.choice((0, 0.05, 0.15, 0.5)) * min(width, height))
    if kind in ("ellipse", "squircle"):
        return ellipse(width, height, 56, power=2 if kind == "ellipse" else rng.uniform(3, 5))
    if kind == "polygon":
        shape = fillet(regular(rng.randint(3, 8), 1, rng.choice((np.pi / 2, 0))), rng.choice((0.02, 0.1, 0.25)))
    elif kind == "star":
        shape = fillet(regular(rng.randint(4, 7), 1, np.pi / 2, rng.uniform(0.5, 0.8)), rng.choice((0.02, 0.08)))
    elif kind == "blob":
        n = rng.randint(5, 8)
        a = np.arange(n) * 2 * np.pi / n
        r = np.array([rng.uniform(0.65, 1) for _ in a])
        shape = spline(np.stack([r * np.cos(a), r * np.sin(a)], 1), 8, closed=True)
    elif kind == "ell":
        u, v = rng.uniform(-0.4, 0.4), rng.uniform(-0.4, 0.4)
        shape = fillet([(-1, -1), (1, -1), (1, v), (u, v), (u, 1), (-1, 1)], rng.choice((0.03, 0.1, 0.25)))
    else:
        shape = np.vstack([[(-1, -1), (1, -1)], np.array([(np.cos(t), 0.2 + 0.8 * np.sin(t)) for t in np.linspace(0, np.pi, 24)])])
    low, high = shape.min(0), shape.max(0)
    shape = ((shape - low) / (high - low) - 0.5) * (width, height)
    return shape if area(shape) > 0 else shape[::-1]


def convex(rng: random.Random, width: float, height: float) -> np.ndarray:
    kind = rng.choice(("box", "box", "ellipse", "squircle", "polygon"))
    if kind == "box":
        return rectangle(width, height, rng.choice((0.04, 0.15, 0.3)) * min(width, height))
    if kind == "polygon":
        return fillet(regular(rng.randint(3, 8), 0.5, rng.choice((np.pi / 2, 0))) * (width, height), 0.04)
    return ellipse(width, height, 56, power=2 if kind == "ellipse" else rng.uniform(3, 5))


def turned(rng: random.Random, colours: list[Colour]) -> Subject:
    """A turned body, sometimes in bands of other parts, with rings, a lid or a slot."""
    height, widest = rng.uniform(0.5, 2.2), rng.uniform(0.35, 0.8)
    n = rng.randint(3, 6)
    knots = [(widest * rng.uniform(0.25, 1), height * k / (n - 1)) for k in range(n)]
    profile = spline(knots, 10) if rng.random() < 0.6 else fillet(knots, rng.uniform(0.02, 0.15), 5, closed=False)
    profile[:, 0] = np.maximum(profile[:, 0], 0.04)
    ends = (profile[:1] - (0.03, 0), profile[-1:] - (0.03, 0))
    round_ends = [0, 0.012, *[0] * (len(profile) - 2), 0.012, 0]
    body = lathe("body", fillet(np.vstack([ends[0], profile, ends[1]]), round_ends, 3, closed=False))
    parts = [Part("body", body, "ceramic", colours[0])]
    if rng.random() < 0.6:
        z, half = rng.uniform(0.2, 0.8) * height, rng.uniform(0.03, 0.12) * height
        band = slab("tool", rectangle(4, 2 * half), 4, (0, 2, z), FRONT)
        parts.append(Part("band", inlay("band", body, band), "ceramic", colours[1]))
    if rng.random() < 0.5:
        r = profile[-1, 0]
        top = ball("knob", (r * rng.uniform(0.5, 1.6),) * 2 + (r * rng.uniform(0.5, 1.4),), (0, 0, height), rng.choice((2, 2, 4)))
        parts.append(Part("knob", top, "ceramic", colours[3]))
    if rng.random() < 0.4:
        z = rng.uniform(0.25, 0.75) * height
        cut(body, slab("tool", rectangle(rng.uniform(0.15, 0.5) * widest, rng.uniform(0.05, 0.3) * height, 0.03), 3, (0, 0, z), FRONT))
    decals = []
    if rng.random() < 0.4:
        w = widest * rng.uniform(0.5, 1.2)
        decals.append(mark((0, -widest, height * rng.uniform(0.35, 0.65)), w, w * 0.6, printed(rng, w, w * 0.6), depth=widest))
    return Subject(NAME, parts, decals)


def swept(rng: random.Random, colours: list[Colour]) -> Subject:
    """Bars carried along bends, rings, springs, knots, with ends and collars."""
    kind = rng.choice(("bend", "ring", "spring", "wave", "frame"))
    thick = rng.uniform(0.06, 0.22)
    section = outline(rng, 2 * thick, 2 * thick * rng.uniform(0.5, 1.6))
    section = resample(section, 40)
    loop, up = False, None
    t = np.linspace(0, 1, 72)
    if kind == "bend":
        knots = [(rng.uniform(-0.8, 0.8), rng.uniform(-0.3, 0.3), z) for z in np.linspace(0, 1.6, rng.randint(3, 5))]
        path = resample(spline(knots, 12), 48, closed=False)
    elif kind == "ring":
        path, loop, up = np.stack([np.cos(t[:-1] * 2 * np.pi) * rng.uniform(0.5, 1), 0 * t[:-1], np.sin(t[:-1] * 2 * np.pi) * 0.8], 1), True, (0, 1, 0)
    elif kind == "spring":
        turns, thick = rng.uniform(1.5, 3.5), min(thick, 0.13)
        t = np.linspace(0, 1, round(40 * turns))
        path = np.stack([0.6 * np.cos(t * turns * 2 * np.pi), 0.6 * np.sin(t * turns * 2 * np.pi), 1.6 * t], 1)
        section, up = ellipse(2 * thick, 2 * thick, 16), (0, 0, 1)
    elif kind == "wave":
        path, up = np.stack([2 * t - 1, 0 * t, 0.35 * np.sin(t * np.pi * rng.randint(1, 4))], 1), (0, 1, 0)
    else:
        frame = resample(rectangle(rng.uniform(0.9, 1.8), rng.uniform(0.9, 1.8), rng.uniform(0.25, 0.4)), 96)
        path, loop, up = np.stack([frame[:, 0], 0 * frame[:, 0], frame[:, 1]], 1), True, (0, 1, 0)
    grow = 1.0 if loop or kind == "spring" else np.linspace(1, rng.uniform(0.4, 1), len(path))
    parts = [Part("bar", sweep("bar", path, section, grow, up, loop), "ceramic", colours[0])]
    if not loop:
        for k, end in enumerate((path[0], path[-1])):
            if rng.random() < 0.7:
                size = thick * rng.uniform(2.4, 4)
                piece = ball("end", (size,) * 3, end) if rng.random() < 0.5 else block("end", (size,) * 3, end, 0.1 * size)
                parts.append(Part(f"end {k}", piece, "ceramic", colours[1 + k]))
    if loop and rng.random() < 0.6:
        base = block("base", (rng.uniform(0.6, 1.4), rng.uniform(0.4, 0.8), 0.14), (0, 0, path[:, 2].min() - thick), 0.02)
        parts.append(Part("base", base, "ceramic", colours[2]))
    return Subject(NAME, parts)


def lofted(rng: random.Random, colours: list[Colour]) -> Subject:
    """One outline becomes another on the way up: squares to circles, twists, leaning towers."""
    count, levels, height = 96, 20, rng.uniform(0.8, 2)
    a = by_angle(convex(rng, rng.uniform(0.7, 1.4), rng.uniform(0.5, 1.2)), count)
    b = by_angle(convex(rng, rng.uniform(0.3, 1.2), rng.uniform(0.3, 1)), count)
    twist, lean, bulge = rng.choice((0, 0, rng.uniform(-60, 60))), rng.uniform(-0.3, 0.3), rng.choice((0, 0, rng.uniform(-0.3, 0.4)))
    rings = []
    for t in np.concatenate([[0.0, 0.004], np.linspace(0.012, 0.988, levels), [0.996, 1.0]]):
        edge = 1 - 0.03 * (t in (0.0, 1.0)) - 0.008 * (t in (0.004, 0.996))
        turn = rotation("z", twist * t)[:2, :2]
        ring = ((1 - t) * a + t * b) * edge * (1 + bulge * np.sin(np.pi * t)) @ turn.T
        rings.append(np.concatenate([ring + (lean * t, 0), np.full((count, 1), height * t)], 1))
    body = skin("body", rings)
    parts = [Part("body", body, "ceramic", colours[0])]
    if rng.random() < 0.5:
        share = rng.uniform(0.1, 0.4)
        tool = block("tool", (5, 5, share * height * 2), (0, 0, 0 if rng.random() < 0.5 else height), 0.01)
        parts.append(Part("end", inlay("end", body, tool), "ceramic", colours[1]))
    return Subject(NAME, parts)


def machined(rng: random.Random, colours: list[Colour]) -> Subject:
    """A bevelled block or cylinder, cut by holes, slots, steps and pockets, with inlaid panels."""
    w, d, h = (rng.uniform(0.5, 1.4) for _ in range(3))
    bevel = rng.choice((0.008, 0.02, 0.05))
    body = block("body", (w, d, h), (0, 0, h / 2), bevel) if rng.random() < 0.7 else slab("body", outline(rng, w, h), d, (0, d / 2, h / 2), FRONT, bevel)
    for _ in range(rng.randint(1, 3)):
        tool = rng.choice(("hole", "slot", "step", "pocket", "bore"))
        x, z, s = rng.uniform(-0.3, 0.3) * w, rng.uniform(0.25, 0.75) * h, rng.uniform(0.15, 0.4) * min(w, h)
        if tool == "hole":
            cut(body, slab("tool", ellipse(s, s, 40), d + 1, (x, d / 2 + 0.5, z), FRONT))
        elif tool == "slot":
            cut(body, slab("tool", rectangle(s * 2, s * 0.3, s * 0.14), d + 1, (x, d / 2 + 0.5 - rng.choice((0, d * 0.8 + 0.5)), z), FRONT))
        elif tool == "step":
            cut(body, block("tool", (w, d * 2, h), (rng.choice((-1, 1)) * w * rng.uniform(0.65, 0.9), 0, h * rng.uniform(1.0, 1.2)), 0.01))
        elif tool == "pocket":
            cut(body, slab("tool", outline(rng, s * 1.6, s * 1.6), 2, (x, -d / 2 + rng.uniform(0.05, 0.3) * d, z), FRONT))
        else:
            cut(body, lathe("tool", [(s / 2, h * rng.uniform(0.3, 0.8)), (s / 2, h * 2)], 48, (x, 0, 0)))
    parts = [Part("body", body, "ceramic", colours[0])]
    if rng.random() < 0.6:
        p = outline(rng, w * rng.uniform(0.2, 0.6), h * rng.uniform(0.1, 0.4))
        tool = slab("tool", p, 2, (rng.uniform(-0.2, 0.2) * w, -d / 2 + 0.1, rng.uniform(0.2, 0.8) * h), FRONT)
        parts.append(Part("panel", inlay("panel", body, tool), "ceramic", colours[1]))
    return Subject(NAME, parts)


def board(rng: random.Random, colours: list[Colour]) -> Subject:
    """A flat plate with flush panels in rows and columns, tiles, prints: everything lies in one plane."""
    w, h, d = rng.uniform(0.8, 1.8), rng.uniform(0.8, 1.8), rng.uniform(0.04, 0.5)
    face = outline(rng, w, h) if rng.random() < 0.35 else rectangle(w, h, rng.choice((0, 0.03, 0.12)))
    body = slab("board", face, d, (0, d / 2, h / 2), FRONT, rng.choice((0.006, 0.015, 0.03)))
    parts, decals = [Part("board", body, "ceramic", colours[0])], []
    front = -d / 2
    columns, rows, gap = rng.randint(1, 4), rng.randint(1, 4), rng.uniform(0.0, 0.04)
    aw, ah = w * rng.uniform(0.4, 0.8), h * rng.uniform(0.4, 0.8)
    cw, ch = aw / columns - gap, ah / rows - gap
    radius = rng.choice((0, 0.1, 0.5)) * min(cw, ch)
    raised = rng.choice((0, 0, 0, rng.uniform(0.01, 0.06)))
    for i in range(columns):
        for j in range(rows):
            if rng.random() < 0.12:
                continue
            at = ((i + 0.5) * aw / columns - aw / 2, front + 0.01, h / 2 + (j + 0.5) * ah / rows - ah / 2)
            tile = slab("tile", rectangle(cw, ch, radius), 0.01 + HAIR + raised, at, FRONT, min(0.008, raised / 2))
            parts.append(Part(f"tile {i} {j}", tile, "ceramic", colours[1 + (i + j) % 3 if rng.random() < 0.6 else 1]))
    if rng.random() < 0.7:
        pw, ph = w * rng.uniform(0.25, 0.7), h * rng.uniform(0.15, 0.5)
        at = (rng.uniform(-0.15, 0.15) * w, front, h * rng.uniform(0.3, 0.7))
        decals.append(mark(at, pw, ph, printed(rng, pw, ph), depth=0.1))
    return Subject(NAME, parts, decals)


def device(rng: random.Random, colours: list[Colour]) -> Subject:
    """Body, screen or face, knobs, buttons, grille, feet: radios, phones, ovens, cameras, nobody's in particular."""
    w, h, d = rng.uniform(0.6, 2), rng.uniform(0.5, 1.6), rng.uniform(0.1, 0.9)
    body = block("body", (w, d, h), (0, 0, h / 2), rng.choice((0.01, 0.03, 0.06)), rng.choice((None, None, 0.15)))
    parts, decals, y = [Part("body", body, "ceramic", colours[0])], [], -d / 2
    sw, sh, cx = w * rng.uniform(0.35, 0.85), h * rng.uniform(0.3, 0.6), rng.choice((0, 0, -0.05)) * w
    cz = h - 0.08 * h - sh / 2
    kind = rng.choice(("flush", "recess", "round", "framed"))
    if kind == "recess":
        cut(body, slab("tool", rectangle(sw, sh, 0.03), 2, (cx, y + rng.uniform(0.02, 0.3 * d), cz), FRONT))
    else:
        shape = ellipse(min(sw, sh), min(sw, sh), 64) if kind == "round" else rectangle(sw, sh, rng.choice((0.0, 0.04, 0.1)))
        if kind == "framed":
            frame = slab("frame", shape * 1.08, 0.02 + HAIR, (cx, y + 0.02 - 0.01, cz), FRONT, 0.004)
            parts.append(Part("frame", frame, "ceramic", colours[3]))
        deep = 0.02 + HAIR * (4 if kind == "framed" else 1)
        parts.append(Part("screen", slab("screen", shape, deep, (cx, y + 0.02, cz), FRONT), "ceramic", colours[1]))
        if rng.random() < 0.5:
            decals.append(mark((cx, y, cz), sw * 0.7, sh * 0.6, printed(rng, sw * 0.7, sh * 0.6), depth=0.1))
    n, r = rng.randint(0, 5), min(w, h) * rng.uniform(0.04, 0.09)
    row = [((k - (n - 1) / 2) * w * 0.8 / max(n, 3), 0.14 * h) for k in range(n)]
    style = rng.choice(("knob", "button", "flush", "key"))
    for k, (x, z) in enumerate(row):
        shape = rectangle(2 * r, 1.4 * r, 0.3 * r) if style == "key" else ellipse(2 * r, 2 * r, 32)
        deep = {"knob": rng.uniform(0.05, 0.14), "button": 0.03, "flush": HAIR, "key": 0.03}[style]
        piece = slab("button", shape, 0.01 + deep, (x, y + 0.01, z), FRONT, 0.3 * deep)
        parts.append(Part(f"button {k}", piece, "ceramic", colours[2 + (k == 0)]))
    if rng.random() < 0.35:
        lens = lathe("lens", fillet([(r * 3, 0), (r * 3, 0.18), (r * 2.4, 0.2), (r * 2.2, 0.12)], 0.01, 3, closed=False), 56)
        parts.append(Part("lens", moved(lens, (cx, y, cz), turn=rotation("x", 90)), "ceramic", colours[4]))
    if rng.random() < 0.4:
        feet = [block("foot", (0.12 * w, 0.5 * d, 0.07), (s * 0.36 * w, 0, -0.03), 0.01) for s in (-1, 1)]
        parts.append(Part("feet", merge("feet", *feet), "ceramic", colours[5]))
    if rng.random() < 0.3:
        bow = np.stack([np.linspace(-0.35, 0.35, 24) * w, np.zeros(24), h + 0.22 * np.sin(np.linspace(0, np.pi, 24)) ** 0.6], 1)
        parts.append(Part("grip", rod("grip", bow, 0.03), "ceramic", colours[4]))
    return Subject(NAME, parts, decals)


def stack(rng: random.Random, colours: list[Colour]) -> Subject:
    """Building blocks: boxes, cylinders, cones, balls, arches on one another."""
    parts, z = [], 0.0
    for k in range(rng.randint(2, 5)):
        w, h = rng.uniform(0.4, 1.1), rng.uniform(0.2, 0.7)
        kind = rng.choice(("box", "box", "cylinder", "cone", "ball", "prism"))
        turn = rotation("z", rng.choice((0, 0, rng.uniform(-40, 40))))
        if kind == "box":
            thing = block("block", (w, rng.uniform(0.4, 1), h), (0, 0, h / 2), 0.012)
        elif kind == "cylinder":
            thing = lathe("block", fillet([(w / 2 - 0.02, 0), (w / 2, 0), (w / 2, h), (w / 2 - 0.05, h)], 0.012, 3, closed=False))
        elif kind == "cone":
            thing = lathe("block", fillet([(w / 2 - 0.02, 0), (w / 2, 0), (w * rng.uniform(0.02, 0.35), h), (0.01, h)], 0.012, 3, closed=False))
        elif kind == "ball":
            thing = ball("block", (w, w, h), (0, 0, h / 2), rng.choice((2, 2, 3.5)))
        else:
            thing = slab("block", outline(rng, w, h), 0.6, (0, 0.3, h / 2), FRONT, 0.012)
        moved(thing, (rng.uniform(-0.12, 0.12), 0, z), turn=turn)
        parts.append(Part(f"block {k}", thing, "ceramic", colours[k]))
        z += h
    return Subject(NAME, parts)
