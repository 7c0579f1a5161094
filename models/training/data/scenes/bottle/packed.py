# in: a random generator; out: Subject of a pump, spray, jar, can or tube.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet
from ..faces import FRONT, TOP
from ..marks import mark, printed
from ..palette import glassy, metal, scheme
from ..placing import moved
from ..shapes import lathe, rod, skin
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .poured import oblong
from .walls import NAME, label, shouldered, turned


def pump(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, h = rng.uniform(0.5, 0.85), rng.uniform(0.8, 1.4)
    round_body = rng.random() < 0.6
    if round_body:
        body = lathe("body", shouldered(rng, w / 2, h, 0.12, 0.05))
        top = float(max(v.co.z for v in body.data.vertices))
    else:
        body, top = oblong(rng, w, w * rng.uniform(0.5, 1), h, rng.uniform(0.02, 0.06)), h
    parts = [Part("body", body, rng.choice(("matte_plastic", "glossy_plastic", "glass", "ceramic")), colours[0])]
    parts.append(Part("collar", turned("collar", [(0.12, top - 0.03), (0.155, top - 0.03), (0.155, top + 0.1), (0.05, top + 0.12)], 0.015), "glossy_plastic", colours[1]))
    stem = rng.uniform(0.1, 0.25)
    parts.append(Part("stem", lathe("stem", [(0.045, top), (0.045, top + 0.12 + stem)], 24), "glossy_plastic", colours[1]))
    z, reach, side = top + 0.12 + stem, rng.uniform(0.25, 0.42), rng.choice((-1, 1))
    head = turned("head", [(0.09, z - 0.04), (0.1, z - 0.04), (0.09, z + 0.07), (0.01, z + 0.07)], 0.015, 40)
    nose = fillet([(0, z + 0.02), (side * reach, z + 0.02), (side * (reach + 0.03), z - 0.1)], 0.08, 6, closed=False)
    spout = rod("spout", np.stack([nose[:, 0], 0 * nose[:, 0], nose[:, 1]], 1), 0.035, ends=0.2)
    parts += [Part("head", head, "glossy_plastic", colours[1]), Part("spout", spout, "glossy_plastic", colours[1])]
    decals: list[Decal] = []
    if rng.random() < 0.65 and round_body:
        part, decals = label(rng, body, w / 2, 0.2 * h, rng.uniform(0.6, 0.85) * h, colours[2], rng.random() < 0.4)
        parts.append(part)
    elif rng.random() < 0.7:
        decals = [mark((0, -w / 2, h * 0.5), 0.6 * w, 0.5 * h, printed(rng, 0.6 * w, 0.5 * h), depth=w / 2)]
    return Subject(NAME, parts, decals)


def spray(rng: random.Random) -> Subject:
    """Trigger bottle: the head is a plate with the well-known side profile."""
    colours = scheme(rng, 4)
    w, h = rng.uniform(0.5, 0.7), rng.uniform(0.8, 1.1)
    profile = shouldered(rng, w / 2, h, 0.11, 0.06)
    body, top = lathe("body", profile), profile[-1, 1]
    if rng.random() < 0.5:
        moved(body, scale=(1, 0.65, 1))
    s = rng.choice((-1, 1))
    head = fillet(np.array([(-0.2, 0.1), (0.13, 0.1), (0.15, 0.24), (0.1, 0.38), (-0.35, 0.38), (-0.38, 0.26), (-0.22, 0.22)]) * (s, 1), 0.04)
    trigger = fillet(np.array([(-0.2, 0.24), (-0.14, 0.24), (-0.17, 0.1), (-0.24, -0.1), (-0.29, -0.12), (-0.25, 0.08)]) * (s, 1), 0.03)
    wide = rng.uniform(0.14, 0.2)
    parts = [
        Part("body", body, rng.choice(("matte_plastic", "glossy_plastic", "glass")), colours[0]),
        Part("collar", turned("collar", [(0.1, top - 0.05), (0.15, top - 0.05), (0.14, top + 0.12), (0.05, top + 0.12)], 0.015), "matte_plastic", colours[1]),
        Part("head", slab("head", head, wide, (0, wide / 2, top), FRONT, 0.03, 4), "matte_plastic", colours[1]),
        Part("trigger", slab("trigger", trigger, wide * 0.6, (0, wide * 0.3, top), FRONT, 0.015), "matte_plastic", colours[2]),
        Part("nozzle", block("nozzle", (0.07, 0.12, 0.1), (-0.385 * s, 0, top + 0.32), 0.015), "matte_plastic", colours[2]),
    ]
    part, decals = label(rng, body, w / 2, 0.2 * h, 0.75 * h, colours[3], rng.random() < 0.5)
    return Subject(NAME, [*parts, part], decals)


def jar(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.35, 0.55), rng.uniform(0.3, 1.0)
    profile = shouldered(rng, r, h, r * rng.uniform(0.75, 0.9), 0.06)
    body, top, neck = lathe("body", profile), profile[-1, 1], profile[-1, 0]
    parts = [Part("body", body, rng.choice(("glass", "glass", "ceramic", "matte_plastic")), glassy(rng))]
    decals: list[Decal] = []
    lid_r, tall = max(neck * 1.08, rng.choice((neck * 1.08, r))), rng.uniform(0.12, 0.3)
    lid = turned("lid", [(lid_r - 0.03, top - 0.04), (lid_r, top - 0.04), (lid_r, top + tall), (0.02, top + tall)], rng.uniform(0.01, 0.05))
    parts.append(Part("lid", lid, rng.choice(("brushed_metal", "polished_metal", "wood", "matte_plastic")), rng.choice((metal(rng), colours[0]))))
    if rng.random() < 0.75 and h > 0.35:
        part, decals = label(rng, body, r, 0.2 * h, 0.8 * h, colours[2], rng.random() < 0.5)
        parts.append(part)
    return Subject(NAME, parts, decals)


def can(rng: random.Random) -> Subject:
    colours = scheme(rng, 3)
    r, h = rng.uniform(0.3, 0.42), rng.uniform(0.5, 1.25)
    body = turned("body", [(r * 0.78, 0), (r, 0.1), (r, h - 0.12), (r * 0.83, h)], 0.03)
    lip = turned("lip", [(r * 0.8, h - 0.01), (r * 0.86, h), (r * 0.86, h + 0.035), (r * 0.8, h + 0.035), (r * 0.78, h + 0.01), (0.02, h + 0.01)], 0.008)
    tab = slab("tab", fillet([(-0.06, -0.12), (0.06, -0.12), (0.07, 0.1), (-0.07, 0.1)], 0.05), 0.012, (0, 0, h + 0.012), TOP)
    foot = turned("foot", [(r * 0.7, -0.03), (r * 0.76, -0.03), (r * 0.79, 0.0), (r * 0.6, 0.01)], 0.01)
    parts = [Part("body", body, "brushed_metal", colours[0]), Part("lip", lip, "polished_metal", metal(rng)), Part("tab", tab, "polished_metal", metal(rng)), Part("foot", foot, "brushed_metal", metal(rng))]
    decals: list[Decal] = []
    if rng.random() < 0.6:
        part, decals = label(rng, body, r, h * rng.uniform(0.2, 0.4), h * rng.uniform(0.6, 0.8), colours[1], True, "brushed_metal")
        parts.append(part)
    else:
        decals.append(mark((0, -r, h / 2), 1.1 * r, 0.6 * h, printed(rng, 1.1 * r, 0.6 * h), depth=0.9 * r))
    return Subject(NAME, parts, decals)


def tube(rng: random.Random) -> Subject:
    """Standing on its cap: round below, crimped flat above."""
    colours = scheme(rng, 3)
    w, h, low = rng.uniform(0.4, 0.6), rng.uniform(1.0, 1.6), rng.uniform(0.15, 0.3)
    rings = []
    for t in np.linspace(0, 1, 16):
        flat = float(t)
        ring = ellipse(w * (0.8 + 0.25 * flat), w * 0.8 * (1 - flat) + 0.04, 56, power=2 + 3 * flat)
        rings.append(np.concatenate([ring, np.full((56, 1), low + h * t)], 1))
    crimp = block("crimp", (w * 1.05, 0.04, 0.12), (0, 0, low + h + 0.05), 0.008)
    r = w * rng.uniform(0.3, 0.42)
    lid = turned("cap", [(r - 0.03, 0), (r, 0), (r * 0.92, low + 0.01), (0.02, low + 0.01)], 0.02)
    parts = [Part("body", skin("body", rings), "matte_plastic", colours[0]), Part("crimp", crimp, "matte_plastic", colours[0]), Part("cap", lid, "glossy_plastic", colours[1])]
    decals = [mark((0, -0.2 * w, low + h * 0.5), 0.7 * w, 0.6 * h, printed(rng, 0.7 * w, 0.6 * h), depth=w / 2)] if rng.random() < 0.8 else []
    return Subject(NAME, parts, decals)
