# in: a random generator; out: Subject of a gooseneck kettle or a teapot.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, resample, spline
from ..marks import mark, printed
from ..palette import glassy, metal, neutral, scheme, wood
from ..placing import moved, points_of, reshaped, rotation
from ..shapes import lathe
from ..subject import Part, Subject
from .heated import base_plate
from .pieces import METALLIC, NAME, bail, ear, lid_on, spout


def gooseneck(rng: random.Random) -> Subject:
    """For pouring over coffee: a thin S from low on the body, an open handle, sometimes an electric base."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.4, 0.5), rng.uniform(0.5, 0.8)
    wall = fillet([(r * 0.97, 0), (r, 0.03), (r * rng.uniform(0.6, 0.95), h * 0.92), (r * 0.55, h)], [0, 0.02, 0.06, 0], 7, closed=False)
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice((*METALLIC, "matte_plastic"))
    colour = metal(rng) if material in METALLIC else colours[0]
    grip = rng.choice((("wood", wood(rng)), ("rubber", neutral(rng, False))))
    parts = [Part("body", lathe("body", wall, 72), material, colour), *lid_on(rng, float(wall[-1, 0]), h, material, colour, grip, rng.random() < 0.5)]
    z, out = 0.2 * h, rng.uniform(0.2, 0.3)
    knots = [(at(z) - 0.06, z), (at(z) + out * 0.7, z + 0.03), (r + out, 0.5 * h), (r + out * 0.75, 0.85 * h), (r + out * 1.1, 1.08 * h), (r + out * 1.7, 1.12 * h)]
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.1, 0.13), rng.uniform(0.055, 0.075))), material, colour))
    parts.append(Part("handle", ear(rng, at, side, 0.25 * h, 0.86 * h, rng.uniform(0.28, 0.4), rng.random() < 0.6), *grip))
    if rng.random() < 0.5:
        parts.append(base_plate(rng, r, neutral(rng, False)))
        if rng.random() < 0.5:
            dial = lathe("dial", fillet([(0.06, 0), (0.06, 0.06), (0.01, 0.06)], 0.01, 3, closed=False), 32)
            parts.append(Part("dial", moved(dial, (0, -r - 0.03, -0.055), (0.6, 0.6, 0.6), turn=rotation("x", 90)), *grip))
    return Subject(NAME, parts)


def teapot(rng: random.Random) -> Subject:
    """Globe, drum, melon or Japanese iron; ear or bail."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.42, 0.55), rng.uniform(0.5, 0.75)
    kind = rng.choice(("globe", "drum", "melon", "iron", "pear"))
    m = r * rng.uniform(0.38, 0.55)
    if kind in ("globe", "melon", "iron"):
        a = np.linspace(-1.05, 1.15, 36)
        wall = np.stack([r * np.cos(a) ** (0.6 if kind == "iron" else 0.85), h * (np.sin(a) - np.sin(a[0])) / (np.sin(a[-1]) - np.sin(a[0]))], 1)
        m = float(wall[-1, 0])
    elif kind == "drum":
        wall = fillet([(r * 0.8, 0), (r * 0.85, 0.02), (r, 0.8 * h), (m, h)], [0, 0.015, 0.08, 0], 7, closed=False)
    else:
        wall = spline([(r * 0.75, 0), (r, 0.22 * h), (r * 0.88, 0.55 * h), (m * 1.1, 0.88 * h), (m, h)], 8)
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice(("ceramic", "ceramic", "glass", "polished_metal"))
    colour = glassy(rng) if material == "glass" else metal(rng) if material in METALLIC else colours[0]
    body = lathe("body", resample(wall, 40, closed=False) if kind == "melon" else wall, 120 if kind == "melon" else 72, sharp=60 if kind == "melon" else 38)
    if kind == "melon":
        v, n = points_of(body), rng.choice((8, 10, 12))
        ridge = 1 - rng.uniform(0.03, 0.05) * (1 - np.abs(np.sin(n / 2 * np.arctan2(v[:, 1], v[:, 0])))) * np.clip(np.minimum(v[:, 2], h - v[:, 2]) / (0.25 * h), 0, 1)[:]
        v[:, :2] *= ridge[:, None]
        reshaped(body, v)
    parts = [Part("body", body, material, colour), *lid_on(rng, m, h, material, rng.choice((colour, colours[1])), (rng.choice((material, "wood")), colours[1]), rng.random() < 0.6)]
    z = rng.uniform(0.25, 0.4) * h
    if rng.random() < 0.6:
        knots = [(at(z) - 0.08, z), (at(z) + 0.14, z + 0.1), (r + 0.2, 0.72 * h), (r + rng.uniform(0.3, 0.4), rng.uniform(0.92, 1.08) * h)]
    else:
        knots = [(at(z) - 0.1, z), (r + 0.1, 0.5 * h + 0.05), (r + rng.uniform(0.26, 0.36), rng.uniform(0.9, 1.0) * h)]
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.2, 0.28), rng.uniform(0.08, 0.11)), level=rng.random() < 0.3), material, colour))
    if kind == "iron" or rng.random() < 0.3:
        foot = 0.8 * h
        parts += bail(rng, at(foot), foot, h + rng.uniform(0.3, 0.5), rng.choice(("brushed_metal", material)), colours[2], ("wood", wood(rng)))
    else:
        parts.append(Part("handle", ear(rng, at, side, 0.22 * h, 0.8 * h, rng.uniform(0.22, 0.32)), rng.choice((material, "wood")), rng.choice((colour, colours[2]))))
    if rng.random() < 0.4:
        foot = lathe("foot", fillet([(at(0.0) * 0.9, -0.04), (at(0.0) * 0.95, -0.04), (at(0.0) * 0.9, 0.03), (0.02, 0.03)], 0.01, 3, closed=False), 64)
        parts.append(Part("foot", foot, material, colour))
    decals = [mark((0, -r, 0.5 * h), r, 0.6 * r, printed(rng, r, 0.6 * r), depth=r)] if rng.random() < 0.3 and kind != "melon" else []
    return Subject(NAME, parts, decals)
