# in: a random generator; out: Subject of a phone with keys, a clamshell or a foldable.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import BACK, FRONT
from ..interface import shown
from ..interface.glyphs import SIZE, text
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import Colour, metal, neutral, scheme
from ..placing import moved, rotation
from ..poses import posed
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Decal, Part, Things
from .cameras import cameras
from .device import H, placed


def keys(rng: random.Random, w: float, top: float, low: float, y: float, colours: list[Colour]) -> Things:
    """A pad between the heights low and top on a front at y: arrow ring, twelve keys with their figures."""
    parts, decals = [], []
    r = min(0.17 * w, 0.3 * (top - low))
    z = top - r
    ring = slab("ring", ellipse(2 * r, 2 * r, 48, (0, z)), 0.04, (0, y + 0.02, 0), FRONT, 0.01) if rng.random() < 0.6 else slab("ring", rectangle(2.2 * r, 2 * r, 0.4 * r, (0, z)), 0.04, (0, y + 0.02, 0), FRONT, 0.01)
    middle = slab("select", ellipse(0.9 * r, 0.9 * r, 36, (0, z)), 0.05, (0, y + 0.02, 0), FRONT, 0.008)
    sides = [slab("soft", rectangle(0.22 * w, 0.6 * r, 0.2 * r, (s * 0.33 * w, z + a * 0.6 * r)), 0.035, (0, y + 0.02, 0), FRONT, 0.008) for s in (-1, 1) for a in (-1, 1)]
    parts += [Part("arrows", ring, "glossy_plastic", colours[2]), Part("select", middle, "glossy_plastic", colours[3]), Part("soft keys", merge("soft keys", *sides), "matte_plastic", colours[2])]
    high = z - r - 0.05
    rows, kw = 4, 0.84 * w / 3
    kh = (high - low) / rows
    round_keys = rng.random() < 0.3
    pieces = []
    image = np.zeros((SIZE, round(SIZE * 0.84 * w / (high - low))), np.uint8)
    ih, iw = image.shape
    for j in range(rows):
        for i in range(3):
            x, zz = (i - 1) * kw, high - (j + 0.5) * kh
            shape = ellipse(0.82 * min(kw, kh), 0.82 * min(kw, kh), 36, (x, zz)) if round_keys else rectangle(0.86 * kw, 0.8 * kh, 0.25 * kh, (x, zz))
            pieces.append(slab("key", shape, 0.035, (0, y + 0.02, 0), FRONT, 0.008))
            text(image, "123456789*0#"[3 * j + i], iw * (i + 0.5) / 3, ih * (j + 0.5) / 4, 0.3 * iw / 3, 0.4 * ih / 4)
    parts.append(Part("keys", merge("keys", *pieces), "rubber", colours[3] if rng.random() < 0.5 else neutral(rng)))
    decals.append(mark((0, y - 0.015, (high + low) / 2), 0.84 * w, high - low, image, depth=0.006))
    return parts, decals


def keypad(rng: random.Random) -> Things:
    """A bar with real keys below a small screen, perhaps an aerial."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.75, 0.95), rng.uniform(0.2, 0.32)
    x, z = w / 2, H / 2
    waist = rng.choice((1.0, 1.0, 0.9))
    outline = fillet([(-x * waist, -z), (x * waist, -z), (x, 0.3 * z), (x, z), (-x, z), (-x, 0.3 * z)], [0.2, 0.2, 0.3, rng.choice((0.1, 0.3)), rng.choice((0.1, 0.3)), 0.3], 8)
    body = slab("body", outline, t, (0, t / 2, 0), FRONT, rng.uniform(0.03, 0.08), 5)
    y, sw, sh = -t / 2, 0.72 * w, rng.uniform(0.45, 0.75)
    top = z - rng.uniform(0.22, 0.3)
    middle = top - sh / 2
    screen = inlay("screen", body, slab("tool", rectangle(sw, sh, rng.choice((0.02, 0.06)), (0, middle)), 1, (0, y + 0.2 * t, 0), FRONT))
    parts = [Part("body", body, rng.choice(("matte_plastic", "glossy_plastic")), colours[0]), Part("screen", screen, "glass", neutral(rng))]
    decals = [mark((0, y, middle), 0.94 * sw, 0.94 * sh, shown(rng, sw, sh), depth=0.003)]
    pads, more = keys(rng, w * waist, middle - sh / 2 - 0.07, -z + 0.14, y, colours)
    slit = np.zeros((24, 128), np.uint8)
    cv2.rectangle(slit, (0, 2), (127, 21), 1, -1)
    decals.append(mark((0, y, top + 0.1), 0.22, 0.04, slit, depth=0.003))
    if rng.random() < 0.4:
        r, long = rng.uniform(0.06, 0.09), rng.uniform(0.2, 0.6)
        s = rng.choice((-1, 1))
        parts.append(Part("aerial", lathe("aerial", fillet([(r, 0), (0.85 * r, long), (0.02, long)], 0.04, 4, closed=False), 32, (s * 0.32 * w, 0, z - 0.05)), "rubber", neutral(rng, False)))
    hatch = inlay("hatch", body, slab("tool", rectangle(0.72 * w, rng.uniform(0.8, 1.2), 0.08, (0, -0.25)), 1, (0, 0.2 * t, 0), BACK))
    lens = slab("lens", rng.choice((ellipse(0.2, 0.2, 40), rectangle(0.3, 0.16, 0.04))) + (rng.choice((0, 0.18)), 0.7), 0.04, (0, t / 2 - 0.02, 0), BACK, 0.01)
    parts += [Part("hatch", hatch, parts[0].material, parts[0].colour), Part("lens", lens, "glass", (0.1, 0.1, 0.12))]
    decals.append(mark((0, t / 2, 0.25), 0.4 * w, 0.2 * w, printed(rng, 0.4, 0.2, ("word", "logo")), BACK, 0.003))
    return placed(rng, parts + pads, decals + more)


def clamshell(rng: random.Random) -> Things:
    """Two halves on a hinge: keys below, screen above, opened by some angle."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.85, 1.05), rng.uniform(0.11, 0.16)
    h, soft = rng.uniform(0.9, 1.1), rng.uniform(0.08, 0.3)
    corners = lambda up: [0.03, 0.03, soft, soft] if up else [soft, soft, 0.03, 0.03]
    bevel = rng.uniform(0.015, 0.04)
    low = slab("base", rectangle(w, h, corners(False), (0, -h / 2 - 0.03)), t, (0, t / 2, 0), FRONT, bevel, 4)
    high = slab("lid", rectangle(w, h, corners(True), (0, h / 2 + 0.03)), t, (0, t / 2, 0), FRONT, bevel, 4)
    sw, sh, y = 0.78 * w, 0.68 * h, -t / 2
    screen = inlay("screen", high, slab("tool", rectangle(sw, sh, 0.03, (0, 0.53 * h)), 1, (0, y + 0.3 * t, 0), FRONT))
    top = [Part("lid", high, "glossy_plastic", colours[0]), Part("screen", screen, "glass", neutral(rng, rng.random() < 0.5))]
    seen = [mark((0, y, 0.53 * h), 0.95 * sw, 0.95 * sh, shown(rng, sw, sh), depth=0.003)]
    if rng.random() < 0.6:
        small = inlay("window", high, slab("tool", rectangle(0.5 * w, 0.3 * h, 0.05, (0, 0.6 * h)), 1, (0, t / 2 - 0.3 * t, 0), BACK))
        top.append(Part("window", small, "glass", neutral(rng, False)))
        seen.append(mark((0, t / 2, 0.6 * h), 0.46 * w, 0.27 * h, shown(rng, 0.46 * w, 0.27 * h), BACK, 0.003))
    turn = rotation("x", rng.uniform(0, 65))  # the lid comes forward
    hinge_y = 0.0
    top, seen = posed(top, seen, turn, (0, hinge_y, 0))
    pads, figures = keys(rng, w, -0.12, -h + 0.08, y, colours)
    barrel = moved(block("hinge", (0.13, 0.13, 0.98 * w), (0, 0, 0), 0.012, 0.06), turn=rotation("y", 90))
    parts = [Part("base", low, top[0].material, colours[0]), Part("hinge", barrel, "brushed_metal", metal(rng)), *pads, *top]
    decals = figures + seen
    if rng.random() < 0.6:
        return posed(parts, decals, rotation("x", -rng.uniform(30, 80)))
    return parts, decals


def foldable(rng: random.Random) -> Things:
    """Opened like a book, a screen on both halves."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.85, 1.0), 0.08
    angle = rng.choice((0, rng.uniform(10, 50)))
    parts: list[Part] = []
    decals: list[Decal] = []
    wide = rng.random() < 0.5
    image = shown(rng, 2 * w, H)
    half = image.shape[1] // 2
    colour, dark = colours[0], neutral(rng, rng.random() < 0.5)
    for s, name in ((-1, "left"), (1, "right")):
        body = slab(f"{name} half", rectangle(w, H, [0.012, 0.12, 0.12, 0.012] if s > 0 else [0.12, 0.012, 0.012, 0.12], (s * w / 2, 0), 8), t, (0, t / 2, 0), FRONT, 0.012)
        m = 0.035
        screen = inlay(f"{name} screen", body, slab("tool", rectangle(w - m, H - 2 * m, [0.002, 0.09, 0.09, 0.002] if s > 0 else [0.09, 0.002, 0.002, 0.09], (s * (w - m) / 2, 0), 8), 1, (0, -0.2 * t, 0), FRONT))
        here = [Part(body.name, body, "brushed_metal", colour), Part(screen.name, screen, "glass", dark)]
        seen = [mark((s * (w - m) / 2, -t / 2, 0), w - 2 * m, H - 4 * m, image[:, :half] if s < 0 else image[:, half:], depth=0.003)]
        if s < 0:
            eyes, more = cameras(rng, w, H, t / 2, colours, False)
            eyes, more = posed(eyes, more, by=(s * w / 2, 0, 0))
            here, seen = here + eyes, seen + more
        here, seen = posed(here, seen, rotation("z", -s * angle))
        parts, decals = parts + here, decals + seen
    spine = block("spine", (0.07, 0.09, 0.985 * H), (0, 0.025, 0), 0.01, 0.03)
    parts.append(Part("spine", spine, "polished_metal", metal(rng)))
    return posed(parts, decals, rotation("y", 90)) if wide else (parts, decals)
