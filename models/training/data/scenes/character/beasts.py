# in: a random generator; out: Subject of an animal on four legs.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import fillet, rectangle
from ..faces import BACK, FRONT
from ..joinery import inlay, merge
from ..marks import mark
from ..palette import scheme
from ..placing import moved, rotation
from ..shapes import ball
from ..slabs import block, slab
from ..subject import Part, Subject
from .heads import skins
from .limbs import DARK, NAME, egg, limb, pair


def beast(rng: random.Random) -> Subject:
    """On four legs, seen from its side: pig, dog, sheep, elephant, giraffe, dinosaur; round or of wooden blocks."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    blocky, side = rng.random() < 0.35, rng.choice((-1, 1))
    long, w, leg = rng.uniform(0.8, 1.1), rng.uniform(0.36, 0.5), rng.uniform(0.16, 0.45)
    tall = rng.uniform(0.38, 0.55)
    z = leg + tall / 2
    kind = rng.choice(("pig", "dog", "dog", "elephant", "giraffe", "cat"))
    if blocky:
        body = block("body", (long, w, tall), (0, 0, z), 0.03)
        stem = lambda x, y: block("leg", (0.17, 0.16, leg + 0.1), (x, y, (leg + 0.1) / 2), 0.02)
    else:
        body = moved(egg("body", (tall, w, long), (0, 0, 0), rng.uniform(-0.1, 0.1), rng.uniform(2.2, 3)), (0, 0, z), turn=rotation("y", 90))
        r = rng.uniform(0.075, 0.11)
        stem = lambda x, y: limb("leg", [(x, y, leg + 0.14), (x, y, 0.5 * leg + 0.05), (x, y, 0.06)], r, r * 0.9)
    legs = merge("legs", *[stem(sx * long * (0.34 if blocky else 0.27), sy * w * 0.26) for sx in (-1, 1) for sy in (-1, 1)])
    hs = rng.uniform(0.36, 0.48)
    rise = {"giraffe": rng.uniform(0.6, 0.9), "dog": rng.uniform(0.2, 0.35)}.get(kind, rng.uniform(0.05, 0.25))
    at = np.array([long / 2 + (0.05 if kind != "pig" else -0.02), 0, z + rise])
    parts = []
    if rise > 0.15:
        a, b = np.array([0.36 * long, 0, z + 0.1 * tall]), at
        far = float(np.linalg.norm(b - a))
        neck = moved(block("neck", (0.2, 0.2, far), (0, 0, far / 2), 0.02), a, turn=rotation("y", np.degrees(np.arctan2(b[0] - a[0], b[2] - a[2])))) if blocky else limb("neck", [a, (a + b) / 2, b], 0.14, 0.11)
        parts.append(Part("neck", neck, *skin))
    if blocky:
        head = block("head", (hs, hs * 0.85, hs * 0.8), at, 0.03)
    else:
        head = ball("head", (hs, hs * 0.9, hs * 0.9), at, 2.2)
    muzzle_x = hs * (0.45 if kind != "cat" else 0.4)
    if kind == "elephant":
        knots = [at + (0.35 * hs, 0, -0.05), at + (0.62 * hs, 0, -0.25 * hs), at + (0.7 * hs, 0, -0.9 * hs), at + (0.85 * hs, 0, -1.15 * hs)]
        parts.append(Part("trunk", limb("trunk", knots, 0.11, 0.05), *skin))
    elif blocky:
        parts.append(Part("muzzle", block("muzzle", (0.4 * hs, 0.5 * hs, 0.4 * hs), at + (muzzle_x + 0.1 * hs, 0, -0.15 * hs), 0.02), *inner))
    else:
        reach = {"pig": 0.12, "dog": 0.3, "giraffe": 0.35, "cat": 0.06}[kind] * hs
        snout = limb("muzzle", [at + (0.2 * hs, 0, -0.12 * hs), at + (0.4 * hs, 0, -0.13 * hs), at + (muzzle_x + reach + 0.05, 0, -0.14 * hs)], 0.24 * hs, 0.2 * hs)
        parts.append(Part("muzzle", snout, *rng.choice((skin, inner))))
        if kind != "giraffe":
            parts.append(Part("nose", ball("nose", (0.07, 0.1, 0.07), at + (muzzle_x + reach + 0.04, 0, -0.06 * hs)), "glossy_plastic", DARK))
    big = kind == "elephant"
    if kind in ("dog", "elephant"):
        ear = (lambda s: slab("ear", fillet(np.array([(-0.3, 0.3), (0.3, 0.35), (0.3, -0.45), (-0.2, -0.4)]) * hs * (1.1 if big else 0.7), 0.1 * hs, 6)[::-1], 0.05, (at[0] - 0.12 * hs, s * 0.47 * hs + 0.025, at[2] - (0 if big else 0.1 * hs)), FRONT, 0.015))
    else:
        ear = (lambda s: slab("ear", fillet([(-0.13 * hs, 0), (0.15 * hs, 0), (-0.02 * hs, 0.36 * hs)], 0.02, 4), 0.1, (at[0] - 0.1 * hs, s * 0.26 * hs + 0.05, at[2] + 0.32 * hs), FRONT, 0.02))
    parts.append(Part("ears", pair("ears", ear), *rng.choice((skin, inner))))
    xe, ze = at[0] + 0.2 * hs, at[2] + 0.12 * hs
    if rng.random() < 0.5 and blocky:
        image = np.zeros((48, 48), np.uint8)
        cv2.circle(image, (24, 24), 20, 1, -1)
        decals = [mark((xe, s * 0.425 * hs, ze), 0.16 * hs, 0.16 * hs, image, face, 0.05) for s, face in ((-1, FRONT), (1, BACK))]
    else:
        decals = []
        ye = 0.425 * hs if blocky else 0.45 * hs * np.sqrt(max(1 - (0.4**2 + 0.27**2), 0.1))
        parts.append(Part("eyes", pair("eyes", lambda s: ball("eye", (0.12 * hs, 0.07 * hs, 0.12 * hs), (xe, s * ye, ze))), "glossy_plastic", DARK))
    root = np.array([-0.48 * long, 0, z + 0.22 * tall])
    tail = rng.choice(("up", "down", "puff"))
    if tail == "puff":
        parts.append(Part("tail", ball("tail", (0.16, 0.16, 0.16), root + (-0.03, 0, 0)), *inner))
    else:
        s = 1 if tail == "up" else -0.9
        parts.append(Part("tail", limb("tail", [root + (0.05, 0, 0), root + (-0.1, 0, 0.06 * s), root + (-0.2, 0, 0.25 * s)], 0.045, 0.03), *skin))
    parts += [Part("head", head, *skin), Part("legs", legs, *skin)]
    if rng.random() < 0.3:
        band = slab("tool", rectangle(0.3 * long, 3), 3, (rng.uniform(-0.1, 0.1), 1.5, z), FRONT)
        parts.append(Part("saddle", inlay("saddle", body, band), "fabric", colours[2]))
    parts.append(Part("body", body, *skin))
    if side < 0:
        turn = rotation("z", 180)
        for part in parts:
            moved(part.object, turn=turn)
        for d in decals:
            d.origin, d.right, d.up = d.origin @ turn.T, d.right @ turn.T, d.up @ turn.T
    return Subject(NAME, parts, decals)
