# in: a random generator; out: Subject of a plush toy or a mascot.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, rectangle, spline
from ..faces import FRONT
from ..joinery import inlay, merge, unite
from ..marks import mark, printed
from ..palette import scheme
from ..placing import points_of
from ..shapes import ball, rod, sweep
from ..slabs import slab
from ..subject import Part, Subject
from .heads import beads, ears, face_print, head_parts, skins
from .limbs import NAME, egg, limb, on, pair


def plush(rng: random.Random) -> Subject:
    """Bear, rabbit, cat, dog: round head, egg of a body, sitting or standing."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    w, h, head = rng.uniform(0.6, 0.8), rng.uniform(0.65, 0.95), rng.uniform(0.62, 0.85)
    sits = rng.random() < 0.5
    low = 0.0 if sits else rng.uniform(0.16, 0.3)
    d = w * rng.uniform(0.75, 0.95)
    body = egg("body", (w, d, h), (0, 0, low + h / 2), rng.uniform(0.05, 0.2), rng.uniform(2.0, 2.6))
    parts, decals = [], []
    if rng.random() < 0.5:
        belly = slab("tool", ellipse(0.62 * w, 0.66 * h, 44), 2, (0, 0, low + 0.45 * h), FRONT)
        parts.append(Part("belly", inlay("belly", body, belly), *inner))
    elif rng.random() < 0.4:
        decals.append(mark((0, -d / 2, low + 0.5 * h), 0.4 * w, 0.4 * w, printed(rng, 1, 1, ("logo",)), FRONT, 0.3))
    r = rng.uniform(0.085, 0.12)
    pose = [rng.choice(("down", "down", "out", "up", "front")) for _ in (0, 1)]
    pose[1] = pose[0] if rng.random() < 0.7 else pose[1]
    ends = {"down": (0.62 * w, -0.12, 0.34), "out": (0.85 * w, -0.05, 0.6), "up": (0.75 * w, -0.05, 1.1), "front": (0.34 * w, -0.75 * d, 0.5)}
    arms = []
    for s, how in zip((-1, 1), pose):
        x, y, z = ends[how]
        a, b = np.array([s * 0.33 * w, 0, low + 0.78 * h]), np.array([s * x, y, low + z * h])
        arms.append(limb("arm", [a, (a + b) / 2 + (s * 0.06, -0.03, 0.02), b], r, r * rng.uniform(0.95, 1.2)))
    legs = []
    leg_r = rng.uniform(0.11, 0.15)
    for s in (-1, 1):
        if sits:
            legs.append(limb("leg", [(s * 0.26 * w, -0.1, leg_r), (s * 0.38 * w, -0.35 * w, leg_r), (s * 0.46 * w, -0.75 * w, leg_r)], leg_r, leg_r * 1.1))
        else:
            legs.append(limb("leg", [(s * 0.24 * w, 0, low + 0.2), (s * 0.26 * w, -0.01, low * 0.6 + 0.05), (s * 0.27 * w, -0.03, leg_r * 0.6)], leg_r, leg_r * 1.05))
    if rng.random() < 0.25:
        unite(body, *arms, *legs)
    else:
        parts += [Part("arms", merge("arms", *arms), *skin), Part("legs", merge("legs", *legs), *skin)]
        if sits and rng.random() < 0.6:
            soles = pair("soles", lambda s: ball("sole", (1.5 * leg_r, 0.05, 1.5 * leg_r), (s * 0.46 * w, -0.75 * w - 0.012, leg_r)))
            parts.append(Part("soles", soles, *inner))
    parts.append(Part("body", body, *skin))
    more, prints = head_parts(rng, head, low + h + 0.3 * head, head * rng.uniform(0.8, 0.95), skin, inner, rng.random() < 0.7)
    parts, decals = parts + more, decals + prints
    if rng.random() < 0.3:
        t, zn = np.linspace(0, 2 * np.pi, 48, endpoint=False), low + 0.93 * h
        scarf = rod("scarf", np.stack([0.24 * w * np.cos(t), 0.22 * w * np.sin(t), 0 * t + zn], 1), 0.06, 16, loop=True)
        parts.append(Part("scarf", scarf, "fabric", colours[2]))
    return Subject(NAME, parts, decals)


def mascot(rng: random.Random) -> Subject:
    """One soft body with a face, stubs for arms and feet: penguin, owl, ghost, monster, chick, drop."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    w, h = rng.uniform(0.7, 1.0), rng.uniform(0.8, 1.3)
    d = w * rng.uniform(0.7, 0.95)
    body = egg("body", (w, d, h), (0, 0, h / 2), rng.uniform(-0.1, 0.25), rng.uniform(2.0, 3.6))
    parts, decals = [], []
    z = h * rng.uniform(0.58, 0.7)
    xe, r = rng.uniform(0.13, 0.22) * w, rng.uniform(0.05, 0.12) * w
    y = on(body, xe, z)  # before anything is cut
    x = float(np.abs(points_of(body)[np.abs(points_of(body)[:, 2] - 0.5 * h) < 0.1 * h][:, 0]).max())
    if rng.random() < 0.45:
        kind = rng.choice(("belly", "face", "low"))
        shape = {"belly": ellipse(0.7 * w, 0.62 * h, 44, (0, 0.4 * h)), "face": ellipse(0.72 * w, 0.45 * h, 44, (0, z), 2.6), "low": rectangle(3, 0.8 * h)}[kind]
        parts.append(Part("patch", inlay("patch", body, slab("tool", shape, 2, (0, 0 if kind != "low" else 1, 0), FRONT)), *inner))
    if rng.random() < 0.5:
        decals.append(mark((0, -d / 2, z - 0.05 * h), 0.75 * w, 0.75 * w, face_print(rng), FRONT, 0.45 * d))
    else:
        if rng.random() < 0.5:
            parts.append(Part("whites", pair("whites", lambda s: ball("white", (2 * r, 1.2 * r, 2 * r), (s * max(xe, 1.02 * r), y, z))), "glossy_plastic", (0.97, 0.97, 0.95)))
            parts.append(beads("pupils", max(xe, 1.02 * r), y - 0.5 * r, z, 0.45 * r, 0.5))
        else:
            parts.append(beads("eyes", xe, y, z, 0.6 * r))
        if rng.random() < 0.6:
            beak = sweep("beak", [(0, y + 0.05, z - 0.1 * h), (0, y - 0.05, z - 0.105 * h), (0, y - 0.17, z - 0.12 * h)], ellipse(rng.uniform(0.16, 0.26) * w, 0.14 * w, 28), [1.0, 0.8, 0.08], up=(0, 0, 1))
            parts.append(Part("beak", beak, "glossy_plastic", rng.choice(((0.95, 0.6, 0.15), colours[2]))))
        else:
            decals.append(mark((0, -d / 2, z - 0.16 * h), 0.4 * w, 0.4 * w, face_print(rng, True, False), FRONT, 0.4 * d))
    if rng.random() < 0.8:
        flat, at, down = rng.choice((0.45, 1.0)), 0.5 * h, rng.uniform(-0.25, 0.25)
        arms = pair("arms", lambda s: limb("arm", [(s * (x - 0.08), 0, at), (s * (x + 0.1), 0, at + 0.4 * down), (s * (x + 0.2), -0.02, at + down)], 0.1 * w, 0.08 * w, flat, up=(1, 0, 0.2)))
        parts.append(Part("arms", arms, *skin))
    feet = rng.choice(("balls", "balls", "stubs", "none"))
    if feet == "balls":
        parts.append(Part("feet", pair("feet", lambda s: ball("foot", (0.34 * w, 0.46 * w, 0.2 * w), (s * 0.23 * w, -0.14 * w, 0.02), 2.4)), *rng.choice((skin, ("rubber", (0.95, 0.6, 0.15)), inner))))
    elif feet == "stubs":
        parts.append(Part("feet", pair("feet", lambda s: limb("foot", [(s * 0.2 * w, 0, 0.2 * h), (s * 0.21 * w, 0, 0.05), (s * 0.22 * w, -0.02, -0.14)], 0.1 * w, 0.11 * w)), *skin))
    if rng.random() < 0.6:
        parts += ears(rng, rng.choice(("round", "cat", "horns", "horns", "long")), 0.85 * w, h * 0.75, 0.62 * h, inner, inner)
    elif rng.random() < 0.5:
        stem = rod("stem", spline([(0, 0, h - 0.05), (0.02, 0, h + 0.1), (0.08, 0, h + 0.2)], 8), 0.025, 12)
        parts += [Part("stem", stem, *inner), Part("tuft", ball("tuft", (0.14, 0.14, 0.14), (0.08, 0, h + 0.22)), *inner)]
    parts.append(Part("body", body, *skin))
    return Subject(NAME, parts, decals)
