# in: a random generator; out: Subject of a vase or a planter with leaves.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import glassy, scheme
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod, skin
from ..slabs import slab
from ..subject import Part, Subject
from .pieces import NAME, footed, leaf, shell, stems


def vase(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    h, r = rng.uniform(0.8, 1.9), rng.uniform(0.3, 0.6)
    kind = rng.choice(("knots", "knots", "bottle", "amphora", "cylinder", "ball", "hourglass"))
    t = np.linspace(0, 1, 34)
    if kind == "knots":
        outer = spline([(r * rng.uniform(0.4, 0.8), 0), *[(r * rng.uniform(0.4, 1), h * k / 4) for k in (1, 2, 3)], (r * rng.uniform(0.35, 0.9), h)], 9)
    elif kind == "bottle":
        n = r * rng.uniform(0.2, 0.4)
        outer = spline([(r * 0.7, 0), (r, h * 0.2), (r * 0.75, h * 0.48), (n, h * 0.66), (n, h * 0.9), (n * rng.uniform(1, 1.8), h)], 8)
    elif kind == "amphora":
        outer = spline([(r * 0.4, 0), (r * 0.72, h * 0.25), (r, h * 0.62), (r * 0.5, h * 0.86), (r * 0.42, h * 0.92), (r * 0.6, h)], 8)
    elif kind == "cylinder":
        outer = np.stack([r * (1 + rng.uniform(-0.15, 0.25) * t), h * t], 1)
    elif kind == "ball":
        a = np.linspace(-1.15, rng.uniform(0.95, 1.25), 34)
        outer = np.stack([r * np.cos(a), r * 1.1 * (np.sin(a) - np.sin(a[0]))], 1)
        h = float(outer[-1, 1])
    else:
        outer = np.stack([r * (0.62 + 0.38 * np.cos(2 * np.pi * (t - 0.02))), h * t], 1)
    outer[:, 0] = np.maximum(outer[:, 0], 0.07)
    outer = footed(outer, rng)
    sides = rng.choice((80, 80, 80, 80, 6, 8, 10))
    profile = shell(outer, 0.03, 0.06)
    body = lathe("body", profile, sides, sharp=38 if sides > 12 else 20)
    material = rng.choice(("ceramic", "ceramic", "glass", "matte_plastic", "concrete", "brushed_metal"))
    parts, decals = [Part("body", body, material, glassy(rng) if material == "glass" else colours[0])], []
    for k in range(rng.choice((0, 0, 1, 1, 2))):
        z = h * (0.15 + 0.35 * k + rng.uniform(0, 0.25))
        band = slab("tool", rectangle(4, h * rng.uniform(0.04, 0.16)), 4, (0, 2, z), FRONT)
        parts.append(Part(f"band {k}", inlay(f"band {k}", body, band), material, colours[1 + k]))
    if rng.random() < 0.25 or kind == "amphora":
        ears = []
        for s in (-1, 1):
            at = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.02
            low, high = h * 0.55, h * 0.88
            knots = [(s * at(high), high), (s * (at(high) + 0.2), high + 0.02), (s * (max(at(low), at(high)) + 0.16), (low + high) / 2), (s * at(low), low)]
            p = resample(spline(knots, 8), 32, closed=False)
            ears.append(rod("ear", np.stack([p[:, 0], 0 * p[:, 0], p[:, 1]], 1), 0.032, 14))
        parts.append(Part("ears", merge("ears", *ears), material, colours[0]))
    if rng.random() < 0.3:
        decals.append(mark((0, -r, h * 0.45), r, r, printed(rng, r, r), depth=r))
    if rng.random() < 0.3:
        parts += stems(rng, h, float(outer[-1, 0]) * 0.5, colours)
    return Subject(NAME, parts, decals)


def planter(rng: random.Random) -> Subject:
    """A pot with a plant: blades, round leaves on stalks, or a cactus."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.3, 0.45), rng.uniform(0.45, 0.7)
    low = r * rng.uniform(0.65, 1.0)
    outer = footed(np.stack([np.linspace(low, r, 16), np.linspace(0, h, 16)], 1), rng)
    body = lathe("pot", shell(outer, 0.04, 0.08), 60)
    parts = [Part("pot", body, rng.choice(("ceramic", "ceramic", "concrete", "matte_plastic")), rng.choice((colours[0], (0.76, 0.44, 0.3))))]
    if rng.random() < 0.5:
        rim = lathe("rim", fillet([(r - 0.02, h - 0.14), (r + 0.05, h - 0.14), (r + 0.055, h + 0.01), (r - 0.02, h + 0.01)], 0.015, 3), 60, loop=True)
        parts.append(Part("rim", rim, parts[0].material, parts[0].colour))
    parts.append(Part("soil", lathe("soil", [(r - 0.08, h - 0.12), (r - 0.045, h - 0.05)], 56), "fabric", (0.25, 0.17, 0.12)))
    green = rng.choice(((0.25, 0.5, 0.25), (0.35, 0.6, 0.3), (0.2, 0.42, 0.33), (0.5, 0.65, 0.3)))
    kind = rng.choice(("blades", "blades", "round", "cactus"))
    if kind == "blades":
        row = []
        for _ in range(rng.randint(4, 9)):
            a = rng.uniform(0, 2 * np.pi)
            out, tall = rng.uniform(0.15, 0.5), rng.uniform(0.4, 0.9)
            row.append(leaf("leaf", (0.05 * np.cos(a), 0.05 * np.sin(a), h - 0.06), (out * np.cos(a), out * np.sin(a), h + tall), rng.uniform(0.1, 0.2), 0.1))
        parts += [Part(f"leaf {k}", thing, "matte_plastic", green) for k, thing in enumerate(row)]
    elif kind == "round":
        stalks, discs = [], []
        for _ in range(rng.randint(3, 6)):
            tip = np.array([rng.uniform(-0.4, 0.4), rng.uniform(-0.2, 0.2), h + rng.uniform(0.3, 0.8)])
            stalks.append(rod("stalk", spline([(0, 0, h - 0.06), tip * (0.4, 0.4, 0.5) + (0, 0, 0.5 * h), tip], 8), 0.014, 8))
            s = rng.uniform(0.22, 0.36)
            discs.append(moved(ball("leaf", (s, 0.03, s * 1.1), (0, 0, 0)), tip, turn=rotation("z", rng.uniform(-30, 30))))
        parts.append(Part("stalks", merge("stalks", *stalks), "matte_plastic", green))
        parts += [Part(f"leaf {k}", thing, "matte_plastic", green) for k, thing in enumerate(discs)]
    else:
        n, tall, wide = rng.choice((8, 10, 12)), rng.uniform(0.5, 1.0), rng.uniform(0.16, 0.24)
        turn = np.arange(8 * n) * 2 * np.pi / (8 * n)
        wave = 1 + 0.08 * np.cos(n * turn)
        rings = []
        for t in np.linspace(0, 1, 22):
            grow = wide * (0.85 + 0.15 * np.sin(np.pi * t)) * np.sqrt(max(1 - max(0, (t - 0.75) / 0.252) ** 2, 0.003))
            rings.append(np.stack([grow * wave * np.cos(turn), grow * wave * np.sin(turn), np.full_like(turn, h - 0.08 + tall * t)], 1))
        parts.append(Part("cactus", skin("cactus", rings, sharp=60), "matte_plastic", green))
        if rng.random() < 0.5:
            s = rng.choice((-1, 1))
            arm = spline([(s * wide * 0.7, 0, h + tall * 0.35), (s * wide * 1.9, 0, h + tall * 0.38), (s * wide * 2.1, 0, h + tall * 0.7)], 10)
            parts.append(Part("arm", rod("arm", arm, 0.085, 20, ends=0.95), "matte_plastic", green))
    return Subject(NAME, parts)
