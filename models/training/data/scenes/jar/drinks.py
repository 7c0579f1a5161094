# in: a random generator; out: parts of a glass with a drink in it.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, offset_profile, spline
from ..faces import FRONT
from ..joinery import cut, inlay, merge
from ..marks import canvas, mark
from ..palette import glassy, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import block, slab
from ..subject import Decal, Part, Things
from ..vase.pieces import shell
from .lids import band


def drink(rng: random.Random) -> Things:
    """A glass with something in it: tumbler, stemmed, cocktail, tall; ice, straw, slice, olive."""
    colours = scheme(rng, 4)
    kind = rng.choice(("tumbler", "tumbler", "tall", "tall", "wine", "wine", "flute", "martini", "beer"))
    tint, wall = glassy(rng), 0.025
    r = rng.uniform(0.3, 0.42)
    stem = 0.0
    if kind in ("tumbler", "tall", "beer"):
        h = {"tumbler": rng.uniform(0.6, 0.8), "tall": rng.uniform(1.0, 1.4), "beer": rng.uniform(1.1, 1.4)}[kind]
        flare = rng.uniform(0.72, 1.0)
        t = np.linspace(0, 1, 22)
        belly = 0.12 * np.sin(np.pi * t**0.6) ** 2 if kind == "beer" else 0
        outer = np.stack([r * (flare + (1 - flare) * t + belly), h * t], 1)
        outer = np.vstack([[(outer[0, 0] - 0.03, 0.0), (outer[0, 0] - 0.008, 0.008)], outer[1:]])
        floor = rng.uniform(0.05, 0.14)
    else:
        stem = rng.uniform(0.35, 0.6)
        if kind == "wine":
            bowl = spline([(0.03, 0), (0.7 * r, 0.14), (r, 0.42), (0.95 * r, 0.66), (r * rng.uniform(0.68, 0.85), 0.95)], 9)
        elif kind == "flute":
            bowl = spline([(0.03, 0), (0.45 * r, 0.2), (0.58 * r, 0.6), (0.5 * r, 1.1)], 9)
        else:
            bowl = np.array([(0.03, 0), *[(0.03 + 1.35 * r * u, 0.75 * u) for u in np.linspace(0.1, 1, 14)]])
        outer, floor, h = bowl + (0, stem), 0.03, float(bowl[-1, 1] + stem)
    body = lathe("glass", shell(outer, wall, floor), 84)
    level = stem + (h - stem) * rng.uniform(0.4, 0.85)
    base = outer[0, 1] + floor
    inner = offset_profile(outer, wall)
    inside = inner[(inner[:, 1] > base + 0.004) & (inner[:, 1] < level)]
    radius = float(np.interp(level, inner[:, 1], inner[:, 0]))
    core = lathe("drink", np.vstack([[(max(inside[0, 0] - 0.02, 0.01), base + 0.002)], inside + (0.002, 0), [(radius + 0.002, level)]]), 84)
    zone = inlay("drink", body, band(base + 0.01, level))
    parts = [Part("glass", body, "glass", tint), Part("drink", merge("drink", zone, core), "glass", colours[0])]
    if kind == "beer" and rng.random() < 0.8:
        foam = inlay("foam", body, band(level, h + 1))
        mound = ball("foam", (2 * r * 1.04, 2 * r * 1.04, 0.3), (0, 0, h - 0.02), 2.6)
        parts.append(Part("foam", merge("foam", foam, mound), "matte_plastic", (0.98, 0.96, 0.9)))
    if stem:
        foot = spline([(0.62 * r + 0.1, 0.0), (0.6 * r + 0.1, 0.025), (0.2 * r, 0.05), (0.035, 0.1), (0.026, 0.5 * stem), (0.035, stem + 0.03)], 6)
        parts.append(Part("stem", lathe("stem", foot, 72), "glass", tint))
    if kind in ("tumbler", "tall") and rng.random() < 0.55:
        s = rng.choice((-1, 1))
        end = np.array([s * (r * 1.15), 0.05, h + rng.uniform(0.35, 0.6)])
        start = np.array([-s * 0.3 * r, 0, base + 0.05])
        knee = start + (end - start) * 0.78
        path = [start, knee, end] if rng.random() < 0.5 else fillet(np.array([(start[0], start[2]), (knee[0], knee[2]), (knee[0] + s * 0.25, knee[2] + 0.08)]), 0.08, 6, closed=False) @ np.array([[1, 0, 0], [0, 0, 1.0]])
        parts.append(Part("straw", rod("straw", path, 0.032, 16, ends=0.1), "glossy_plastic", colours[1]))
    if kind in ("tumbler", "tall") and rng.random() < 0.4:
        cubes = []
        for k in range(rng.randint(1, 3)):
            a = rng.uniform(0, 6.28)
            q = 0.42 * radius
            turn = rotation("z", rng.uniform(0, 90)) @ rotation("x", rng.uniform(-25, 25)) @ rotation("y", rng.uniform(-25, 25))
            cubes.append(moved(block("ice", (0.2, 0.2, 0.2), (0, 0, 0), 0.02), (q * np.cos(a + 2.1 * k), q * np.sin(a + 2.1 * k), level + 0.03), turn=turn))
        parts.append(Part("ice", merge("ice", *cubes), "glass", (0.9, 0.96, 1.0)))
    decals: list[Decal] = []
    if kind in ("tumbler", "tall", "martini") and rng.random() < 0.45:
        edge = float(outer[-1, 0])
        s = rng.choice((-1, 1))
        disc = slab("slice", ellipse(0.46, 0.46, 48), 0.06, (0, 0.03, 0), FRONT, 0.012)
        cut(disc, block("tool", (0.035, 0.4, 0.26), (0, 0, -0.13), 0.004))
        parts.append(Part("slice", moved(disc, (s * edge, -0.02, h + 0.06)), "glossy_plastic", rng.choice(((0.97, 0.85, 0.25), (0.98, 0.6, 0.2), (0.6, 0.82, 0.3)))))
        image = canvas(1, 1)
        cv2.circle(image, (96, 96), 78, 1, 6)
        for k in range(6):
            a = k * np.pi / 3
            cv2.line(image, (96, 96), (round(96 + 76 * np.cos(a)), round(96 + 76 * np.sin(a))), 1, 6)
        decals.append(mark((s * edge, -0.05, h + 0.06), 0.42, 0.42, image, depth=0.005))
    elif kind == "martini" and rng.random() < 0.7:
        pick = np.array([(-0.28, -0.05, level - 0.05), (0.25, -0.05, h + 0.1)])
        parts.append(Part("pick", rod("pick", np.linspace(pick[0], pick[1], 4), 0.015, 10), "wood", wood(rng)))
        parts.append(Part("olive", ball("olive", (0.17, 0.15, 0.15), (pick[0] + pick[1]) / 2 - (0.02, 0, 0.02)), "glossy_plastic", (0.5, 0.58, 0.2)))
    return parts, decals
