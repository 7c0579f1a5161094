# in: a random generator; out: Subject of a block with bevels, cuts and panels.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import Colour
from ..placing import moved, rotation
from ..shapes import HAIR, lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .outlines import NAME, outline


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
