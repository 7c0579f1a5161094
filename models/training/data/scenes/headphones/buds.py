# in: a random generator; out: Subject of earbuds, with their case or on a wire.
from __future__ import annotations

import random
from dataclasses import replace

import cv2
import numpy as np

from ..curves import ellipse, fillet, inset, rectangle, spline
from ..faces import FRONT, SIDE
from ..joinery import cut, inlay, merge
from ..marks import canvas, logo, mark, printed
from ..palette import Colour, metal, neutral, scheme
from ..placing import moved, points_of, rotation
from ..poses import posed
from ..shapes import ball, lathe, rod
from ..slabs import block, slab
from ..subject import Decal, Part, Things


def bud(rng: random.Random, s: int, kind: str, colours: list[Colour]) -> Things:
    """An earbud about the origin, its nozzle towards the middle and forwards; s = 1 for the right-hand one."""
    parts = []
    head = ball("head", (0.34, 0.3, 0.34), (0, 0, 0), 2.2)
    material, white = rng.choice(("glossy_plastic", "matte_plastic")), colours[0]
    parts.append(Part("head", head, material, white))
    nozzle = lathe("tip", [(0.08, 0), (0.13, 0.03), (0.135, 0.08), (0.1, 0.17), (0.06, 0.19), (0.02, 0.19)], 36)
    parts.append(Part("tip", moved(nozzle, (-s * 0.11, -0.05, 0.03), turn=rotation("y", -s * 75) @ rotation("x", 20)), "rubber", colours[1]))
    decals = []
    if kind == "stem":
        long = rng.uniform(0.4, 0.7)
        stem = rod("stem", [(s * 0.08, -0.02, 0.02), (s * 0.1, -0.04, -0.5 * long), (s * 0.11, -0.07, -long)], rng.uniform(0.055, 0.075), 22, ends=0.9)
        parts.append(Part("stem", stem, material, white))
        if rng.random() < 0.6:
            foot = inlay("foot", stem, block("tool", (1, 1, 0.4), (0, 0, -long - 0.13), 0.01))
            parts.append(Part("foot", foot, "polished_metal", metal(rng)))
        image = canvas(0.1, 0.2)
        cv2.ellipse(image, (48, 96), (38, 80), 0, 0, 360, 1, -1)
        decals.append(mark((s * 0.04, -0.14, 0.02), 0.08, 0.17, image, depth=0.1))
    else:
        outer = slab("touch", ellipse(0.24, 0.24, 44), 0.06, (0.115, 0, 0), SIDE, 0.014)
        parts.append(Part("touch", moved(outer, turn=rotation("z", 0 if s > 0 else 180) @ rotation("z", -s * 18 if s > 0 else 18)), "brushed_metal", colours[2]))
        if kind == "hook":
            t = np.radians(np.linspace(-20, 210, 30))
            hook = np.stack([np.full(30, s * 0.04), 0.12 - 0.24 * np.cos(t), 0.1 + 0.3 * np.sin(t)], 1)
            parts.append(Part("hook", rod("hook", hook, 0.03, 12, ends=0.9), "rubber", colours[1]))
    return [replace(p, name=f"{'right' if s > 0 else 'left'} {p.name}") for p in parts], decals


def buds(rng: random.Random) -> Things:
    """The pair alone."""
    colours, kind = scheme(rng, 4), rng.choice(("stem", "stem", "plain", "hook"))
    key = rng.random()
    parts: list[Part] = []
    decals: list[Decal] = []
    gap, roll = rng.uniform(0.28, 0.45), rng.uniform(-15, 25)
    for s in (1, -1):
        more, marks = bud(random.Random(key), s, kind, colours)
        more, marks = posed(more, marks, rotation("y", s * roll), (s * gap, 0, rng.uniform(-0.1, 0.1)))
        parts, decals = parts + more, decals + marks
    return parts, decals


def case(rng: random.Random) -> Things:
    """The box that earbuds live in: closed, or open with the buds standing in it."""
    colours = scheme(rng, 4)
    w, h, d = rng.choice(((1.2, 0.95, 0.5), (0.9, 1.1, 0.5), (1.4, 0.75, 0.6), (1.1, 1.1, 0.5)))
    w, h, d = w * rng.uniform(0.92, 1.08), h * rng.uniform(0.92, 1.08), d * rng.uniform(0.9, 1.1)
    soft = rng.uniform(0.5, 0.95) * min(w, h) / 2
    outline = rectangle(w, h, soft, steps=14)
    body = slab("base", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.4, 0.95) * min(soft, 0.48 * d), 9)
    split = h * rng.uniform(0.1, 0.24)
    far = block("tool", (3, 3, 3), (0, 0, split + 1.5), 0.001)
    lid = inlay("lid", body, far)
    material = rng.choice(("glossy_plastic", "matte_plastic", "leather"))
    parts, decals = [Part("base", body, material, colours[0])], []
    top, seen = [Part("lid", lid, material, colours[0] if rng.random() < 0.8 else colours[1])], []
    s = 0.4 * min(w, h)
    if rng.random() < 0.5:
        image = canvas(1, 1)
        logo(image, rng)
        decals.append(mark((0, -d / 2, (split - h / 2) / 2 - 0.02), 0.6 * s, 0.6 * s, image, depth=0.1))
    else:
        seen.append(mark((0, -d / 2, (split + h / 2) / 2), 0.8 * s, 0.3 * s, printed(rng, 0.8 * s, 0.3 * s, ("word",)), depth=0.15))
    image = canvas(1, 1)
    cv2.circle(image, (96, 96), 90, 1, -1)
    decals.append(mark((0, -d / 2, split - 0.09), 0.05, 0.05, image, depth=0.15))
    hinge = block("hinge", (0.45 * w, 0.05, 0.1), (0, d / 2 - 0.012, split), 0.012)
    parts.append(Part("hinge", hinge, "polished_metal", metal(rng)))
    if rng.random() < 0.7:
        hollow = slab("tool", inset(outline, 0.07), d - 0.14, (0, d / 2 - 0.07, -0.001), FRONT, min(0.1, 0.3 * soft), 4)
        cut(lid, hollow)
        pivot = np.array([0, d / 2 - 0.01, split])
        turn = rotation("x", -rng.uniform(60, 110))
        top, seen = posed(top, seen, turn, pivot - turn @ pivot)
        key, kind = rng.random(), rng.choice(("stem", "plain"))
        for side in (1, -1):
            if rng.random() < 0.9:
                pair, marks = bud(random.Random(key), side, kind, colours[1:] if rng.random() < 0.3 else [colours[0], neutral(rng), colours[2], colours[3]])
                turn = rotation("z", side * rng.uniform(30, 50))
                pair, marks = posed(pair, marks, turn, (side * min(0.26 * w, 0.3), -0.02, split + rng.uniform(0.08, 0.13)))
                parts, decals = parts + pair, decals + marks
    if rng.random() < 0.25:
        a = np.linspace(0, 2 * np.pi, 40)[:-1]
        x = -w / 2
        loop = np.stack([x - 0.1 + 0.13 * np.cos(a), 0 * a, -0.1 + 0.2 * np.sin(a)], 1)
        parts.append(Part("loop", rod("loop", loop, 0.025, 12, loop=True), "fabric", colours[2]))
    return parts + top, decals + seen


def wired(rng: random.Random) -> Things:
    """Two buds on a wire that joins and ends in a plug."""
    colours, key = scheme(rng, 4), rng.random()
    wires = []
    parts: list[Part] = []
    decals: list[Decal] = []
    joint = np.array([rng.uniform(-0.1, 0.1), 0, -0.75])
    for s in (1, -1):
        more, marks = bud(random.Random(key), s, "stem", colours)
        more, marks = posed(more, marks, by=(s * 0.5, 0, 0.5))
        parts, decals = parts + more, decals + marks
        low = next(points_of(p.object) for p in more if p.name.endswith("stem"))
        foot = low[low[:, 2] < low[:, 2].min() + 0.03].mean(0)
        wires.append(rod("wire", spline([foot + (0, 0, 0.02), foot + (s * 0.06, 0, -0.25), joint + (s * 0.3, 0, 0.3), joint + (s * 0.03, 0, 0.0)], 9), 0.024, 12))
    end = np.array([rng.choice((-1, 1)) * rng.uniform(0.3, 0.7), 0, -1.35])
    wires.append(rod("wire", spline([joint, joint + (0, 0, -0.25), (joint + end) / 2 + (0.12, 0, -0.12), end + (0, 0, 0.12), end], 9), 0.026, 12))
    parts.append(Part("wire", merge("wire", *wires), "rubber", colours[0]))
    parts.append(Part("joint", block("joint", (0.09, 0.06, 0.2), joint, 0.02, 0.025), "glossy_plastic", colours[1]))
    grip = lathe("grip", fillet([(0.02, 0.06), (0.045, 0.06), (0.055, -0.16), (0.01, -0.16)][::-1], 0.012, 3, closed=False), 32, end)
    plug = lathe("plug", fillet([(0.01, -0.36), (0.026, -0.33), (0.03, -0.15), (0.01, -0.15)], 0.004, 2, closed=False), 24, end)
    parts += [Part("grip", grip, "rubber", colours[0]), Part("plug", plug, "polished_metal", metal(rng))]
    return parts, decals
