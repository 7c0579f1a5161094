# in: a random generator; out: Subject of a kettle for the stove, or an electric one on its base.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT
from ..joinery import inlay
from ..marks import mark, printed
from ..palette import Colour, glassy, metal, neutral, scheme, wood
from ..placing import moved, points_of, reshaped, rotation
from ..shapes import ball, lathe
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import METALLIC, NAME, bail, ear, lid_on, outer_wall, spout


def stove(rng: random.Random) -> Subject:
    """Wide, with a short spout and a handle over the top; or a camping, enamel or whistling one."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.5, 0.64), rng.uniform(0.5, 0.85)
    wall = outer_wall(rng, r, h)
    mouth = float(wall[-1, 0])
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice((*METALLIC, "ceramic", "glossy_plastic", "matte_plastic"))
    colour = metal(rng) if material in METALLIC else colours[0]
    grip = rng.choice((("wood", wood(rng)), ("rubber", neutral(rng, False)), ("matte_plastic", colours[1])))
    body = lathe("body", wall, 72)
    parts = []
    if rng.random() < 0.3:
        z = rng.uniform(0.08, 0.3) * h
        parts.append(Part("band", inlay("band", body, slab("tool", rectangle(4, 2 * z), 4, (0, 2, 0), FRONT)), rng.choice((material, "brushed_metal")), colours[1]))
    parts.append(Part("body", body, material, colour))
    parts += lid_on(rng, mouth, h, material, rng.choice((colour, colours[1])), grip)
    z, up = rng.uniform(0.4, 0.6) * h, rng.uniform(0.16, 0.3)
    level = rng.random() < 0.3
    knots = [(at(z) - 0.16, z - 0.04), (at(z) + 0.05, z + 0.05), (at(z) + rng.uniform(0.15, 0.24), z + up)]
    tip = rng.uniform(0.1, 0.16)
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.26, 0.36), tip), level=level), material, colour))
    if rng.random() < 0.35 and not level:
        end, back = np.array(knots[-1]), np.array(knots[-2])
        lean = -side * np.degrees(np.arctan2(*(back - end))) + (180 if side > 0 else -180)
        cap = lathe("whistle", fillet([(tip * 0.62, -0.06), (tip * 0.66, -0.05), (tip * 0.66, 0.05), (tip * 0.4, 0.09), (0.01, 0.1)], 0.015, 4, closed=False), 40)
        parts.append(Part("whistle", moved(cap, (side * end[0], 0, end[1]), turn=rotation("y", lean)), *grip))
    foot = h * rng.uniform(0.55, 0.85)
    parts += bail(rng, at(foot) + 0.01, foot, h + rng.uniform(0.28, 0.5), rng.choice((material, "brushed_metal")), rng.choice((colour, metal(rng))), grip)
    decals = []
    if rng.random() < 0.2:
        w = 0.5 * r
        decals.append(mark((0, -r, 0.38 * h), w, 0.6 * w, printed(rng, w, 0.6 * w), depth=r))
    return Subject(NAME, parts, decals)


def base_plate(rng: random.Random, r: float, colour: Colour) -> Part:
    profile = [(r * 0.98, -0.1), (r + 0.03, -0.1), (r + rng.choice((0.0, 0.03)), -0.01), (0.01, -0.01)]
    return Part("base", lathe("base", fillet(profile, [0, 0.015, 0.02, 0], 4, closed=False), 64), "matte_plastic", colour)


def electric(rng: random.Random) -> Subject:
    """A jug with a beak on a round base; a broad handle, a lid, a water gauge, a switch."""
    colours, side = scheme(rng, 5), rng.choice((-1, 1))
    h, r = rng.uniform(0.95, 1.35), rng.uniform(0.4, 0.5)
    top = r * rng.uniform(0.68, 0.95)
    bulge = rng.choice((0.0, 0.0, rng.uniform(0.02, 0.08)))
    t = np.linspace(0, 1, 30)
    wall = np.stack([r + (top - r) * t + bulge * np.sin(np.pi * t), h * t], 1)
    wall = np.vstack([[(r - 0.02, 0)], wall[1:-1], [(top - 0.012, h - 0.002), (top - 0.024, h)]])
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    body = lathe("body", wall, 80)
    v, start, reach = points_of(body), rng.uniform(0.5, 0.75), rng.uniform(0.13, 0.24)
    angle = np.arctan2(v[:, 1], side * v[:, 0])
    near = np.clip((v[:, 2] / h - start) / (1 - start), 0, 1) ** 1.6 * np.exp(-((angle / rng.uniform(0.35, 0.5)) ** 2))
    v[:, 0] += side * reach * near
    reshaped(body, v)
    material = rng.choice((*METALLIC, "glossy_plastic", "matte_plastic", "glass"))
    colour = glassy(rng) if material == "glass" else metal(rng) if material in METALLIC else colours[0]
    trim = ("matte_plastic", rng.choice((neutral(rng, False), colours[1], neutral(rng))))
    parts = [base_plate(rng, r, trim[1])]
    if rng.random() < 0.45 or material == "glass":
        z = rng.uniform(0.08, 0.2) * h
        parts.append(Part("skirt", inlay("skirt", body, slab("tool", rectangle(4, 2 * z), 4, (0, 2, 0), FRONT)), *rng.choice((trim, ("brushed_metal", metal(rng))))))
    if rng.random() < 0.4 or material == "glass":
        collar = slab("tool", rectangle(4, 0.26 * h), 4, (0, 2, h), FRONT)
        parts.append(Part("collar", inlay("collar", body, collar), *trim))
    if material != "glass" and rng.random() < 0.5:
        strip = slab("tool", rectangle(rng.uniform(0.06, 0.1), h * rng.uniform(0.35, 0.55), 0.03), 3, (-side * rng.uniform(0.0, 0.12), 0, 0.48 * h), FRONT)
        parts.append(Part("gauge", inlay("gauge", body, strip), "glass", glassy(rng)))
    parts.append(Part("body", body, material, colour))
    rise = rng.uniform(0.02, 0.1)
    lid = lathe("lid", fillet([(top - 0.05, h - 0.02), (top - 0.05, h + 0.02), (0.6 * top, h + 0.02 + rise), (0.01, h + 0.03 + rise)], [0, 0.012, 0.1, 0], 5, closed=False), 64)
    parts.append(Part("lid", lid, *trim))
    if rng.random() < 0.6:
        parts.append(Part("tab", ball("tab", (0.16, 0.1, 0.07), (0, 0, h + 0.05 + rise), 3), *trim) if rng.random() < 0.5 else Part("tab", block("tab", (0.2, 0.1, 0.05), (-side * 0.5 * top, 0, h + 0.03 + rise * 0.5), 0.015), *trim))
    low = rng.uniform(0.1, 0.3) * h
    parts.append(Part("handle", ear(rng, at, side, low, h * rng.uniform(0.86, 0.95), rng.uniform(0.24, 0.34), rng.random() < 0.3), *trim))
    if rng.random() < 0.5:
        switch = block("switch", (0.12, 0.09, 0.05), (-side * (at(0.08) + 0.02), 0, 0.09), 0.015)
        parts.append(Part("switch", switch, "glossy_plastic", colours[2]))
    decals = [mark((side * 0.1, -r, 0.3 * h), 0.4 * r, 0.2 * r, printed(rng, 0.4 * r, 0.2 * r, ("word", "logo")), depth=r)] if rng.random() < 0.3 else []
    return Subject(NAME, parts, decals)
