# in: a random generator; out: parts of a can of food, of sardines or of paint.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..bottle.walls import turned
from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, SIDE, TOP
from ..joinery import cut, inlay, merge
from ..marks import canvas, mark, printed
from ..palette import metal, scheme
from ..placing import moved, rotation
from ..poses import posed
from ..shapes import lathe, rod, skin
from ..slabs import block, slab
from ..subject import Decal, Part, Things
from .lids import band


def tin(rng: random.Random) -> Things:
    """A can of food: rims, ribs or label, lid closed, with a ring, or open."""
    colours, steel = scheme(rng, 4), metal(rng)
    r, h = rng.uniform(0.4, 0.55), rng.uniform(0.45, 1.2)
    wall = [(r - 0.015, 0.05)]
    ribs = rng.choice((0, 0, 3, 5, 7))
    z = np.linspace(0.05, h - 0.05, 120)
    if ribs:
        inside = (z > 0.24 * h) & (z < 0.76 * h)
        dip = np.where(inside, 0.014 * (0.5 - 0.5 * np.cos(2 * np.pi * ribs * (z - 0.24 * h) / (0.52 * h))), 0)
        wall = np.stack([r - 0.015 - dip, z], 1)
    rim = lambda base: turned("rim", [(r - 0.05, base), (r, base), (r, base + 0.055), (r - 0.05, base + 0.055), (r - 0.06, base + 0.02), (0.02, base + 0.02)], 0.012)
    body = lathe("body", np.vstack([[(r - 0.05, 0.02)], wall, [(r - 0.015, h - 0.05), (r - 0.05, h - 0.03)]]), 80)
    parts = [Part("body", body, "brushed_metal", steel), Part("foot rim", rim(-0.01), "polished_metal", steel)]
    decals: list[Decal] = []
    if ribs == 0 or rng.random() < 0.4:
        low, high = 0.07, h - 0.07
        paper = inlay("label", body, band(low, high))
        parts.append(Part("label", paper, "paper", colours[0]))
        pw, ph = 1.3 * r, 0.75 * (high - low)
        if rng.random() < 0.85:
            decals.append(mark((0, -r, h / 2), pw, ph, printed(rng, pw, ph, ("logo", "word", "waves", "leaf", "label", "word")), depth=0.8 * r))
        if rng.random() < 0.4:
            strip = inlay("strip", paper, band(low + 0.02, low + 0.2 * h))
            parts.append(Part("strip", strip, "paper", colours[1]))
    top = rim(h - 0.045)
    parts.append(Part("top rim", top, "polished_metal", steel))
    kind = rng.choice(("plain", "ring", "open"))
    if kind == "ring":
        tab = slab("tab", ellipse(0.2, 0.3, 36, (0, -0.12)), 0.014, (0, 0, h - 0.02), TOP)
        cut(tab, slab("tool", ellipse(0.11, 0.14, 28, (0, -0.17)), 1, (0, 0, h - 0.5), TOP))
        parts.append(Part("tab", tab, "polished_metal", steel))
    elif kind == "open":
        lid = turned("lid", [(r - 0.07, -0.01), (r - 0.06, 0), (r - 0.06, 0.02), (0.02, 0.02)], 0.006)
        tilt = rng.uniform(40, 80)
        lid = moved(lid, (0, -(r - 0.06), 0))
        parts.append(Part("lid", moved(lid, (0, r - 0.05, h + 0.01), turn=rotation("x", -tilt)), "brushed_metal", steel))
        parts.append(Part("content", turned("content", [(r - 0.06, h - 0.06), (r - 0.062, h - 0.005), (0.02, h + 0.005)], 0.004), "glass", colours[2]))
    image = canvas(1, 1)
    if kind == "plain":
        for k in (0.9, 0.6):
            cv2.circle(image, (96, 96), round(96 * k), 1, 4)
        decals.append(mark((0, 0, h - 0.02), 1.6 * r, 1.6 * r, image, TOP, 0.02))
    return parts, decals


def sardines(rng: random.Random) -> Things:
    """A flat tin with a ring, sometimes seen from above; or a hinged tin for sweets."""
    colours, steel = scheme(rng, 3), metal(rng)
    w, d, h = rng.uniform(1.4, 1.9), rng.uniform(0.9, 1.2), rng.uniform(0.25, 0.42)
    soft = rng.uniform(0.2, 0.48) * d
    shape = lambda by: rectangle(w - 2 * by, d - 2 * by, max(soft - by, 0.03), steps=10)
    body = slab("body", shape(0.02), h, (0, 0, 0), TOP, 0.04, 4)
    parts, decals = [Part("body", body, "brushed_metal", colours[0])], []
    if rng.random() < 0.55:
        rings = np.array([np.column_stack([shape(by), np.full(len(shape(by)), z)]) for by, z in ((0.07, h - 0.02), (0.0, h - 0.02), (0.0, h + 0.035), (0.05, h + 0.035), (0.07, h + 0.0))])
        parts.append(Part("rim", skin("rim", rings, loop=True), "polished_metal", steel))
        tab = slab("tab", ellipse(0.34, 0.22, 40, (0.3 * w, 0)), 0.016, (0, 0, h + 0.012), TOP)
        cut(tab, slab("tool", ellipse(0.17, 0.12, 28, (0.33 * w, 0)), 1, (0, 0, h - 0.5), TOP))
        parts.append(Part("tab", tab, "polished_metal", steel))
        pw, at = 0.5 * w, -0.1 * w
    else:
        split = h * rng.uniform(0.45, 0.7)
        lid = inlay("lid", body, band(split, 2))
        parts.append(Part("lid", lid, "brushed_metal", colours[rng.choice((0, 1))]))
        hinges = [block("hinge", (0.2, 0.05, 0.1), (s * 0.27 * w, d / 2 - 0.02, split), 0.012) for s in (-1, 1)]
        parts.append(Part("hinges", merge("hinges", *hinges), "polished_metal", steel))
        pw, at = 0.7 * w, 0.0
        if rng.random() < 0.4:
            pivot = np.array([0, d / 2 - 0.02, split])
            turn = rotation("x", -rng.uniform(40, 100))
            hollow = slab("tool", shape(0.07), h - split - 0.05, (0, 0, split - 0.01), TOP)
            cut(lid, hollow)
            cut(body, slab("tool", shape(0.07), 1, (0, 0, 0.05), TOP))
            parts[1:2], _ = posed(parts[1:2], [], turn, pivot - turn @ pivot)
            pw = 0.0
    if pw:
        decals.append(mark((at, 0, h), pw, 0.55 * d, printed(rng, pw, 0.55 * d), TOP, 0.03))
    decals.append(mark((0, -d / 2, 0.5 * h), 0.6 * (w - 2 * soft) + 0.2, 0.6 * h, printed(rng, 0.6 * w, 0.6 * h, ("word", "stripes", "waves")), FRONT, 0.06))
    if rng.random() < 0.35:
        return posed(parts, decals, rotation("x", rng.uniform(50, 90)))
    return parts, decals


def paint(rng: random.Random) -> Things:
    """A paint pot with a wire handle, perhaps open with a run of paint down its side; a bucket."""
    colours, steel = scheme(rng, 4), metal(rng)
    r, h = rng.uniform(0.48, 0.6), rng.uniform(0.85, 1.2)
    flare = rng.choice((1.0, 1.0, 0.8))
    body = turned("body", [(r * flare, 0), (r, h), (r - 0.05, h)], 0.012)
    parts = [Part("body", body, rng.choice(("brushed_metal", "glossy_plastic")), colours[0] if flare < 1 else steel)]
    parts.append(Part("rim", turned("rim", [(r - 0.02, h - 0.07), (r + 0.03, h - 0.07), (r + 0.03, h + 0.02), (r - 0.03, h + 0.02), (r - 0.05, h - 0.02), (0.02, h - 0.02)], 0.015), "polished_metal", steel))
    decals: list[Decal] = []
    if flare == 1:
        parts.append(Part("foot", turned("foot", [(r - 0.03, -0.02), (r + 0.02, -0.02), (r + 0.02, 0.04), (r - 0.03, 0.04)], 0.012), "polished_metal", steel))
        if rng.random() < 0.7:
            low, high = 0.14 * h, 0.8 * h
            paper = inlay("label", body, band(low, high))
            parts.append(Part("label", paper, "paper", colours[2]))
    pw, ph = 1.2 * r, 0.5 * h
    if rng.random() < 0.8:
        decals.append(mark((0, -r, 0.46 * h), pw, ph, printed(rng, pw, ph), depth=0.8 * r))
    ears = [slab("ear", ellipse(0.16, 0.16, 32, (0, h - 0.16)), 0.06, (r - 0.03, 0, 0), SIDE, 0.012), moved(slab("ear", ellipse(0.16, 0.16, 32, (0, h - 0.16)), 0.06, (r - 0.03, 0, 0), SIDE, 0.012), turn=rotation("z", 180))]
    parts.append(Part("ears", merge("ears", *ears), "brushed_metal", steel))
    lean = np.radians(rng.choice((90, 90, rng.uniform(20, 70), -15)))
    t = np.linspace(0, np.pi, 40)
    high = rng.uniform(1.0, 1.3) * r
    arc_ = np.stack([(r + 0.05) * np.cos(t), -high * np.cos(lean) * np.sin(t), h - 0.16 + high * np.sin(lean) * np.sin(t)], 1)
    parts.append(Part("handle", rod("handle", arc_, 0.022, 12), "polished_metal", steel))
    if rng.random() < 0.4:
        grip = arc_[15:25]
        parts.append(Part("grip", rod("grip", grip, 0.05, 16), rng.choice(("wood", "matte_plastic")), colours[1]))
    if rng.random() < 0.5:
        parts.append(Part("lid", turned("lid", [(r - 0.06, h - 0.03), (r - 0.055, h + 0.03), (r - 0.1, h + 0.03), (r - 0.12, h + 0.01), (0.02, h + 0.01)], 0.008), "polished_metal", steel))
    else:
        parts.append(Part("paint", turned("paint", [(r - 0.04, h - 0.03), (r - 0.045, h + 0.012), (0.02, h + 0.012)], 0.004), "glossy_plastic", colours[3]))
        runs = []
        for x in (rng.uniform(-0.6, -0.3), rng.uniform(-0.1, 0.15), rng.uniform(0.35, 0.6)):
            long, wide = rng.uniform(0.2, 0.6) * h, rng.uniform(0.07, 0.12)
            outline = np.vstack([[(wide * 1.6, 0.0), (-wide * 1.6, 0.0)], [(-wide, -0.09)], [(wide * np.cos(q), -long + wide * np.sin(q)) for q in np.linspace(np.pi, 2 * np.pi, 12)], [(wide, -0.09)]])
            run = slab("run", fillet(outline, 0.03, 3), 0.05, (0, 0, h + 0.015), FRONT, 0.018, 3)
            runs.append(moved(run, turn=rotation("z", np.degrees(np.arcsin(x))), by=((r + 0.025) * x, -(r + 0.025) * np.sqrt(1 - x * x), 0)))
        parts.append(Part("runs", merge("runs", *runs), "glossy_plastic", colours[3]))
    return parts, decals
