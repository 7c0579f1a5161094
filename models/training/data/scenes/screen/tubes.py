# in: a random generator; out: Subject of a television with a tube.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, inset, rectangle
from ..faces import FRONT, Solid
from ..interface import shown
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import metal, neutral, scheme, wood
from ..placing import moved, points_of, reshaped, rotation
from ..shapes import ball, rod, skin
from ..slabs import block, slab
from ..subject import Part, Things
from .pieces import hump


def bulge(name: str, outline: np.ndarray, high: float, y: float) -> Solid:
    """A pane that swells towards the viewer from the plane y."""
    centre, half = (outline.max(0) + outline.min(0)) / 2, np.ptp(outline, axis=0) / 2
    rings = [np.stack([outline[:, 0], np.full(len(outline), y + 0.04), outline[:, 1]], 1)]
    for s in np.linspace(1, 0.02, 14):
        ring = centre + (outline - centre) * s
        up = high * np.prod(np.maximum(1 - ((ring - centre) / half) ** 2, 0) ** 0.8, axis=1)  # no ridges towards the corners
        rings.append(np.stack([ring[:, 0], y - up, ring[:, 1]], 1))
    return skin(name, rings)


def tube(rng: random.Random) -> Things:
    """An old television or computer: deep box, swollen pane, knobs, aerial, legs."""
    colours = scheme(rng, 4)
    w, h, d = 2.0, rng.uniform(1.4, 1.8), rng.uniform(0.9, 1.3)
    soft = rng.choice((0.05, 0.15, 0.3))
    body = slab("body", rectangle(w, h, soft, (0, h / 2), 9), d, (0, d / 2, 0), FRONT, rng.choice((0.02, 0.06)), 4)
    v = points_of(body)
    back = np.clip((v[:, 1] + 0.1 * d) / (0.6 * d), 0, 1)
    if rng.random() < 0.6:  # narrower behind
        v[:, 0] *= 1 - 0.35 * back
        v[:, 2] = h / 2 + (v[:, 2] - h / 2) * (1 - 0.3 * back)
        reshaped(body, v)
    material = rng.choice(("wood", "matte_plastic", "glossy_plastic"))
    parts, decals = [Part("body", body, material, wood(rng) if material == "wood" else colours[0])], []
    y, side_panel = -d / 2, rng.random() < 0.65
    m = rng.uniform(0.12, 0.2)
    sw = (w * rng.uniform(0.64, 0.72) - m) if side_panel else w - 2 * m
    low = m if side_panel else rng.uniform(0.3, 0.45)
    sh = h - m - low
    x, z = (-w / 2 + m + sw / 2) if side_panel else 0.0, low + sh / 2
    soft = rng.uniform(0.1, 0.25)
    outer = rectangle(sw, sh, soft, (x, z), 9)
    edge = rng.uniform(0.04, 0.08)
    hollow = np.array([np.column_stack([o[:, 0], np.full(len(o), at), o[:, 1]]) for o, at in ((outer, y + 0.03), (outer, y - 0.02), (inset(outer, edge), y + 0.0), (inset(outer, edge), y + 0.03))])
    parts.append(Part("frame", skin("frame", hollow, loop=True), rng.choice(("glossy_plastic", "polished_metal")), colours[2]))
    pane = bulge("screen", inset(outer, edge - 0.004), rng.uniform(0.04, 0.12), y - 0.002)
    parts.append(Part("screen", pane, "glass", neutral(rng)))
    if rng.random() < 0.45:
        decals.append(mark((x, y, z), 0.7 * sw, 0.7 * sh, shown(rng, sw, sh), depth=0.2))
    if side_panel:
        px, pw = (x + sw / 2 + w / 2) / 2, w / 2 - x - sw / 2 - 0.12
        if rng.random() < 0.5:
            board = inlay("panel", body, slab("tool", rectangle(pw, h - 2 * m, 0.05, (px, h / 2)), 1, (0, y + 0.1, 0), FRONT))
            parts.append(Part("panel", board, "brushed_metal", colours[1]))
        r, knobs = min(0.13, 0.32 * pw), []
        for k in range(rng.randint(2, 3)):
            at = h - m - 0.16 - 2.7 * r * k
            knobs.append(slab("knob", ellipse(2 * r, 2 * r, 44, (px, at)), 0.09, (0, y + 0.01, 0), FRONT, 0.015))
            knobs.append(moved(block("grip", (0.3 * r, 0.08, 1.7 * r), (0, 0, 0), 0.012), (px, y - 0.09, at), turn=rotation("y", rng.uniform(-60, 60))))
        parts.append(Part("knobs", merge("knobs", *knobs), "glossy_plastic", colours[3]))
        image = np.zeros((160, 160), np.uint8)
        for k in range(6):
            image[8 + 26 * k : 20 + 26 * k] = 1
        decals.append(mark((px, y, m + 0.24), 0.85 * pw, 0.4, image, depth=0.003))
    else:
        n, r = rng.randint(2, 4), 0.06
        knobs = [slab("knob", ellipse(2 * r, 2 * r, 36, (w * 0.42 - 0.19 * k, 0.5 * low)), 0.06, (0, y + 0.01, 0), FRONT, 0.012) for k in range(n)]
        parts.append(Part("knobs", merge("knobs", *knobs), "glossy_plastic", colours[3]))
        decals.append(mark((-0.25 * w, y, 0.5 * low), 0.5, 0.5 * low, printed(rng, 0.5, 0.5 * low, ("word", "stripes")), depth=0.003))
        if rng.random() < 0.4:
            slot = slab("slot", rectangle(0.6, 0.05, 0.02, (0.0, 0.5 * low)), 0.02, (0, y + 0.008, 0), FRONT)
            parts.append(Part("slot", slot, "matte_plastic", neutral(rng, False)))
    more, slits = hump(rng, 0.6 * w, 0.6 * h, d / 2, h / 2, colours, "matte_plastic")
    parts, decals = parts + more, decals + slits
    rest = rng.random()
    if rest < 0.45:
        lift = rng.uniform(0.3, 0.6)
        legs = []
        for sx in (-1, 1):
            for sy in (-1, 1):
                a, b = np.array([sx * 0.3 * w, sy * 0.25 * d, 0.03]), np.array([sx * 0.42 * w, sy * 0.34 * d, -lift])
                u = np.linspace(0, 1, 5)[:, None]
                unit = np.concatenate([ellipse(2, 2, 20), np.zeros((20, 1))], 1)
                legs.append(skin("leg", (a + (b - a) * u)[:, None] + unit[None] * np.linspace(0.065, 0.035, 5)[:, None, None]))
        parts.append(Part("legs", merge("legs", *legs), "wood", wood(rng)))
    elif rest < 0.8:
        feet = [block("foot", (0.2, 0.2, 0.1), (sx * 0.33 * w, sy * 0.22 * d - 0.1, -0.03), 0.02) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("feet", merge("feet", *feet), "rubber", neutral(rng, False)))
    if rng.random() < 0.5:
        top = h
        rods = []
        for s in (-1, 1):
            end = np.array([s * rng.uniform(0.35, 0.7), 0.0, top + rng.uniform(0.5, 0.8)])
            rods += [rod("aerial", np.linspace((0, -0.12, top), end, 4), 0.02, 12), ball("tip", (0.08, 0.08, 0.08), end)]
        parts.append(Part("aerial", merge("aerial", *rods), "polished_metal", metal(rng)))
        parts.append(Part("socket", ball("socket", (0.4, 0.26, 0.22), (0, -0.12, top - 0.01), 2), "matte_plastic", colours[2]))
    return parts, decals
