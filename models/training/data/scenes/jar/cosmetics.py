# in: a random generator; out: parts of a pot or tube of cream, or of a serum bottle.
from __future__ import annotations

import random

import numpy as np

from ..bottle.walls import label, shouldered, turned
from ..curves import ellipse, rectangle, spline
from ..faces import FRONT, TOP
from ..joinery import inlay
from ..marks import canvas, mark, printed
from ..palette import glassy, metal, neutral, scheme
from ..placing import points_of, rotation
from ..poses import posed
from ..shapes import lathe, skin
from ..slabs import block, slab
from ..subject import Decal, Part, Things
from .lids import band, ribbed


def cream(rng: random.Random) -> Things:
    """A low pot with a broad lid: shut, or open with the lid leaning on it."""
    colours = scheme(rng, 4)
    r, h, tall = rng.uniform(0.5, 0.65), rng.uniform(0.28, 0.6), rng.uniform(0.16, 0.34)
    soft = rng.choice((0.015, 0.04, 0.12))
    square = rng.random() < 0.2
    shape = (lambda k: rectangle(2 * r * k, 2 * r * k, 0.3 * r, steps=9)) if square else (lambda k: ellipse(2 * r * k, 2 * r * k, 88))
    material = rng.choice(("glass", "ceramic", "glossy_plastic", "matte_plastic"))
    body = slab("body", shape(1), h, (0, 0, 0), TOP, soft, 6)
    parts, decals = [Part("body", body, material, colours[0])], []
    parts.append(Part("neck", slab("neck", shape(0.86), 0.1, (0, 0, h - 0.04), TOP, 0.006), material, colours[0]))
    k = rng.choice((1.0, 1.0, 0.93, 1.04))
    lid = slab("lid", shape(k), tall, (0, 0, 0), TOP, rng.choice((0.012, 0.03, 0.08)), 5)
    colour = (rng.choice(("polished_metal", "brushed_metal", "wood", "glossy_plastic")), colours[1])
    top = [Part("lid", lid, *colour)]
    on_lid = [mark((0, 0, tall), 0.9 * r, 0.9 * r, printed(rng, 1, 1, ("logo", "word", "leaf")), TOP, 0.01)] if rng.random() < 0.6 else []
    if rng.random() < 0.3 and not square:
        line = inlay("line", lid, band(0.02, 0.07))
        top.append(Part("line", line, "polished_metal", metal(rng)))
    if rng.random() < 0.65:
        top, on_lid = posed(top, on_lid, by=(0, 0, h + 0.015))
    else:
        swirl = [(0.78 * r, h + 0.05), (0.74 * r, h + 0.1), (0.5 * r, h + 0.12), (0.42 * r, h + 0.19), (0.2 * r, h + 0.22), (0.05 * r, h + 0.34), (0.01, h + 0.36)]
        if square:
            parts.append(Part("cream", slab("cream", shape(0.8), 0.05, (0, 0, h + 0.04), TOP, 0.02), "glossy_plastic", (0.98, 0.96, 0.92)))
        else:
            parts.append(Part("cream", lathe("cream", spline(swirl, 5), 64), "glossy_plastic", (0.98, 0.96, 0.92)))
        s, lean = rng.choice((-1, 1)), rng.uniform(62, 78)
        turn = rotation("z", 25 * s) @ rotation("x", lean)
        low = (points_of(lid) @ turn.T)[:, 2].min()
        top, on_lid = posed(top, on_lid, turn, (s * 0.75 * r, -1.05 * r - tall, -low))
    w = min(1.1 * r, 0.9)
    if rng.random() < 0.85:
        tall_mark = 0.6 * h
        decals.append(mark((0, -r, 0.5 * h), w, tall_mark, printed(rng, w, tall_mark, ("word", "word", "label", "stripes", "leaf")), depth=0.5 * r))
    return parts + top, decals + on_lid


def tube(rng: random.Random) -> Things:
    """A squeezed tube: round at its cap, flat at the fold; standing, hanging or lying."""
    colours = scheme(rng, 4)
    w, h = rng.uniform(0.42, 0.7), rng.uniform(1.1, 1.8)
    rings, m = [], 72
    bulge = rng.uniform(0.6, 1.1)
    for t in np.linspace(0, 1, 20):
        round_ = ellipse(w * (0.86 + 0.2 * t), w * 0.86 * (1 - t**bulge) + 0.035, m, power=2 + 2 * t)
        rings.append(np.concatenate([round_, np.full((m, 1), h * t)], 1))
    shoulder = [np.concatenate([ellipse(w * k, w * k, m), np.full((m, 1), z)], 1) for k, z in ((0.36, -0.12), (0.5, -0.1), (0.82, -0.03))]
    body = skin("body", [*shoulder, *rings])
    material = rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal"))
    parts = [Part("body", body, material, colours[0])]
    crimp = block("fold", (w * 1.06, 0.045, rng.uniform(0.1, 0.16)), (0, 0, h + 0.04), 0.008)
    parts.append(Part("fold", crimp, material, colours[0]))
    r, tall = w * rng.uniform(0.24, 0.44), rng.uniform(0.16, 0.34)
    if rng.random() < 0.4:
        cap = ribbed("cap", r, -0.1 - tall, tall, rng.choice((16, 24)), 0.02, 0.015)
    else:
        cap = turned("cap", [(0.02, -0.1 - tall), (r * rng.choice((1.0, 0.8)), -0.1 - tall), (r, -0.09), (0.02, -0.09)], 0.02)
    parts.append(Part("cap", cap, rng.choice(("glossy_plastic", "matte_plastic", "polished_metal")), colours[1]))
    decals: list[Decal] = []
    if rng.random() < 0.35:
        parts.append(Part("zone", inlay("zone", body, band(*rng.choice(((-0.05, 0.3 * h), (0.62 * h, 0.8 * h), (0.75 * h, 2.0))))), material, colours[2]))
    image_w, image_h = 0.72 * w, rng.uniform(0.4, 0.62) * h
    if rng.random() < 0.85:
        decals.append(mark((0, -0.25 * w, 0.45 * h), image_w, image_h, printed(rng, image_w, image_h), depth=0.5 * w))
    image = canvas(3, 0.3)
    image[:, ::8] = 1
    image[:, 1::8] = 1
    if rng.random() < 0.4:
        decals.append(mark((0, -0.03, h + 0.04), 0.95 * w, 0.07, image, depth=0.03))
    how = rng.choice(("cap down", "cap down", "cap up", "aslant", "lying"))
    turn = {"cap down": np.eye(3), "cap up": rotation("y", 180), "aslant": rotation("y", rng.choice((-1, 1)) * rng.uniform(25, 70)), "lying": rotation("z", rng.uniform(-50, 50)) @ rotation("x", -90)}[how]
    return posed(parts, decals, turn)


def dropper(rng: random.Random) -> Things:
    """A serum bottle with a ribbed collar and a rubber bulb; or a nail varnish."""
    colours = scheme(rng, 4)
    r, h, neck = rng.uniform(0.28, 0.4), rng.uniform(0.5, 0.8), rng.uniform(0.13, 0.17)
    profile = shouldered(rng, r, h, neck, 0.05)
    if rng.random() < 0.35:
        body, top = slab("body", rectangle(2 * r, 2 * r, rng.uniform(0.05, 0.3) * r, steps=7), h, (0, 0, 0), TOP, 0.04, 4), h
        square = True
    else:
        body, top, square = lathe("body", profile, 72), float(profile[-1, 1]), False
    parts, decals = [Part("body", body, "glass", glassy(rng))], []
    if rng.random() < 0.4:
        parts.append(Part("content", inlay("content", body, band(0.05, h * rng.uniform(0.5, 0.85))), "glass", colours[0]))
        body = parts[1].object
    tall = rng.uniform(0.16, 0.24)
    parts.append(Part("collar", ribbed("collar", neck + 0.05, top - 0.03, tall, 20, 0.015, 0.012), rng.choice(("matte_plastic", "polished_metal")), colours[1]))
    z = top - 0.03 + tall
    if rng.random() < 0.7:
        bulb = spline([(0.1, z - 0.01), (0.1, z + 0.06), (0.13, z + 0.16), (0.12, z + 0.32), (0.06, z + 0.41), (0.01, z + 0.43)], 6)
        parts.append(Part("bulb", lathe("bulb", bulb, 48), "rubber", colours[2]))
    else:
        long = rng.uniform(0.4, 0.8)
        parts.append(Part("cap", turned("cap", [(neck - 0.01, z), (neck, z), (neck * 0.72, z + long), (0.02, z + long)], 0.03), "glossy_plastic", neutral(rng)))
    if rng.random() < 0.8:
        if square:
            tag = inlay("label", body, slab("tool", rectangle(1.4 * r, 0.42 * h, 0.02, (0, 0.27 * h)), 1, (0, -0.6 * r, 0), FRONT))
            parts.append(Part("label", tag, "paper", colours[3]))
            decals.append(mark((0, -r, 0.27 * h), 1.1 * r, 0.3 * h, printed(rng, 1.1 * r, 0.3 * h, ("word", "leaf", "logo")), depth=0.01))
        else:
            part, decals = label(rng, body, r, 0.12 * h, 0.48 * h, colours[3], rng.random() < 0.6)
            parts.append(part)
    return parts, decals
