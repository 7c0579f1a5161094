# in: a random generator; out: Subject of a block figure, a doll or a head alone.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle, spline
from ..faces import FRONT
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .heads import beads, face_print, head_parts, skins
from .limbs import NAME, pair


def blockman(rng: random.Random) -> Subject:
    """Toy of blocks: cube head with a printed face, box limbs; or a brick figure with a trapezoid chest."""
    colours = scheme(rng, 5)
    skin, b = rng.choice(((0.98, 0.82, 0.3), (0.93, 0.76, 0.6), colours[3])), rng.choice((0.004, 0.012, 0.025))
    material = rng.choice(("glossy_plastic", "matte_plastic", "wood"))
    w, h, leg, head = rng.uniform(0.42, 0.6), rng.uniform(0.45, 0.6), rng.uniform(0.3, 0.55), rng.uniform(0.3, 0.48)
    d = rng.uniform(0.24, 0.34)
    z = leg + h
    parts, decals = [], []
    if rng.random() < 0.5:
        chest = slab("chest", fillet([(-0.55 * w, leg), (0.55 * w, leg), (0.38 * w, z), (-0.38 * w, z)], 0.02, 3), d, (0, d / 2, 0), FRONT, b)
        top = lathe("head", fillet([(0.4 * head, z + 0.02), (0.5 * head, z + 0.02), (0.5 * head, z + 0.85 * head), (0.02, z + 0.85 * head)], [0, 0.06, 0.06, 0], 5, closed=False), 60)
        parts.append(Part("neck", lathe("neck", [(0.25 * head, z - 0.05), (0.25 * head, z + 0.1)], 40), material, skin))
        parts.append(Part("stud", lathe("stud", fillet([(0.22 * head, z + 0.8 * head), (0.22 * head, z + head), (0.02, z + head)], 0.015, 3, closed=False), 40), material, skin))
        y = -0.5 * head
    else:
        chest = block("chest", (w, d, h), (0, 0, leg + h / 2), b)
        top = block("head", (head, head * 0.95, head), (0, 0, z + head / 2), b)
        y = -0.475 * head
    decals.append(mark((0, y, z + 0.42 * head), 0.8 * head, 0.8 * head, face_print(rng), FRONT, 0.2))
    parts += [Part("chest", chest, material, colours[0]), Part("head", top, material, skin)]
    turn = [rng.choice((0, 0, 20, -35, -90)) for _ in (0, 1)]
    arm_w = rng.uniform(0.13, 0.17)
    arms, hands = [], []
    for s, a in zip((-1, 1), turn):
        root = np.array([s * (w / 2 + arm_w / 2 + 0.004), 0, z - 0.06])
        arms.append(moved(block("arm", (arm_w, arm_w, 0.4 * h + 0.1), (0, 0, -0.2 * h - 0.01), b), root, turn=rotation("x", a)))
        hands.append(moved(block("hand", (arm_w * 0.96, arm_w * 0.96, 0.22 * h), (0, 0, -0.4 * h - 0.16), b), root, turn=rotation("x", a)))
    parts += [Part("arms", merge("arms", *arms), material, colours[0]), Part("hands", merge("hands", *hands), material, skin)]
    legs = pair("legs", lambda s: block("leg", (0.48 * w, 0.9 * d, leg - 0.1), (s * 0.25 * w, 0, 0.1 + (leg - 0.1) / 2), b))
    shoes = pair("shoes", lambda s: block("shoe", (0.49 * w, 1.15 * d, 0.1), (s * 0.25 * w, -0.1 * d, 0.05), b))
    parts += [Part("legs", legs, material, colours[1]), Part("shoes", shoes, material, rng.choice((neutral(rng, False), colours[1])))]
    if rng.random() < 0.5:
        decals.append(mark((0, -d / 2, leg + 0.55 * h), 0.5 * w, 0.5 * h, printed(rng, 0.5 * w, 0.5 * h, ("logo", "stripes", "word")), FRONT, 0.05))
    if rng.random() < 0.4:
        hat = lathe("hat", fillet([(0.62 * head, z + 0.86 * head), (0.64 * head, z + 0.9 * head), (0.42 * head, z + 0.94 * head), (0.36 * head, z + 1.25 * head), (0.02, z + 1.27 * head)], 0.03, 4, closed=False), 60)
        parts.append(Part("hat", hat, "fabric", colours[2]))
    return Subject(NAME, parts, decals)


def doll(rng: random.Random) -> Subject:
    """Peg doll, nesting doll, bowling pin, snowman: turned, with inlaid bands and a printed face."""
    colours = scheme(rng, 5)
    material = rng.choice(("wood", "glossy_plastic", "matte_plastic", "ceramic"))
    r, h, hr = rng.uniform(0.3, 0.42), rng.uniform(0.55, 0.8), rng.uniform(0.24, 0.36)
    parts, decals = [], []
    if rng.random() < 0.3:  # snowman
        for k, (s, z) in enumerate(((1.0, 0.36), (0.74, 0.9), (0.52, 1.32))):
            parts.append(Part(f"ball {k}", ball(f"ball {k}", (0.8 * s, 0.8 * s, 0.76 * s), (0, 0, z)), "matte_plastic", (0.96, 0.97, 0.98)))
        carrot = sweep("carrot", [(0, -0.15, 1.32), (0, -0.25, 1.32), (0, -0.42, 1.3)], ellipse(0.09, 0.09, 24), [1, 0.75, 0.08])
        parts += [Part("carrot", carrot, "matte_plastic", (0.95, 0.5, 0.12)), beads("eyes", 0.08, -0.18, 1.4, 0.03)]
        if rng.random() < 0.7:
            hat = lathe("hat", fillet([(0.26, 1.48), (0.28, 1.5), (0.17, 1.53), (0.17, 1.75), (0.02, 1.75)], 0.015, 3, closed=False), 56)
            parts.append(Part("hat", hat, "fabric", colours[0]))
        return Subject(NAME, parts)
    neck = hr * rng.uniform(0.5, 0.85)
    wall = spline([(r * 0.9, 0), (r, 0.12), (r * rng.uniform(0.75, 1), 0.5 * h), (neck, h)], 9)
    body = lathe("body", np.vstack([[(r * 0.85, -0.01)], wall]), 64)
    z = h + hr * 0.75
    head = ball("head", (2 * hr, 2 * hr, 1.9 * hr), (0, 0, z))
    if rng.random() < 0.6:
        hair = slab("tool", rectangle(4, 2), 4, (0, 2, 0), FRONT)
        moved(hair, (0, 0, z + 1 + 0.2 * hr), turn=rotation("x", -rng.uniform(10, 35)))
        parts.append(Part("hair", inlay("hair", head, hair), material, rng.choice(((0.25, 0.17, 0.12), (0.85, 0.65, 0.3), colours[2]))))
    for k in range(rng.choice((0, 1, 1, 2))):
        band = slab("tool", rectangle(4, rng.uniform(0.06, 0.2) * h), 4, (0, 2, h * (0.25 + 0.4 * k)), FRONT)
        parts.append(Part(f"band {k}", inlay(f"band {k}", body, band), material, colours[1 + k]))
    parts += [Part("body", body, material, colours[0]), Part("head", head, material, rng.choice(((0.93, 0.76, 0.6), wood(rng))))]
    decals.append(mark((0, -hr, z - 0.1 * hr), 1.2 * hr, 1.2 * hr, face_print(rng), FRONT, 0.7 * hr))
    if rng.random() < 0.3:
        hat = lathe("hat", spline([(1.02 * hr, z + 0.35 * hr), (0.8 * hr, z + 0.95 * hr), (0.3 * hr, z + 1.7 * hr), (0.02, z + 2.1 * hr)], 8), 56)
        parts.append(Part("hat", hat, "fabric", colours[3]))
    return Subject(NAME, parts, decals)


def head_alone(rng: random.Random) -> Subject:
    """An animal's head, as an icon shows it."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    parts, decals = head_parts(rng, rng.uniform(0.9, 1.1), 0.5, rng.uniform(0.75, 1.0), skin, inner, rng.random() < 0.75)
    return Subject(NAME, parts, decals)
