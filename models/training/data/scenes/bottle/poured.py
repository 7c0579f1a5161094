# in: a random generator; out: Subject of a bottle that is poured from: drink, wine, oil, perfume, flask.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, rectangle
from ..faces import FRONT, TOP, Solid
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import glassy, metal, scheme
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .walls import NAME, label, shouldered, turned


def cap(rng: random.Random, neck: float, z: float, tall: float) -> tuple:
    """A cap from z upwards: plain, ribbed, domed, cork or ball."""
    kind = rng.choice(("plain", "plain", "ribbed", "dome", "cork", "wide"))
    r = neck * {"cork": 0.85, "wide": 1.5}.get(kind, 1.18)
    if kind == "dome":
        profile = [(r - 0.02, z), (r, z), *[(r * np.cos(a), z + tall * 0.4 + r * np.sin(a)) for a in np.linspace(0, 1.45, 12)]]
        return lathe("cap", profile), "matte_plastic"
    thing = turned("cap", [(r - 0.03, z), (r, z), (r * (1.1 if kind == "cork" else 1), z + tall), (0.01, z + tall)], 0.018)
    if kind == "ribbed":
        n = rng.choice((24, 36))
        a = np.arange(4 * n) * 2 * np.pi / (4 * n)
        ring = (r + 0.018 * ((np.arange(4 * n) % 4) < 2))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
        thing = merge("cap", thing, slab("ribs", ring, 0.75 * tall, (0, 0, z + 0.06 * tall), TOP))
    return thing, "wood" if kind == "cork" else rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal"))


def drink(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    r, h, neck = rng.uniform(0.27, 0.42), rng.uniform(0.6, 1.3), rng.uniform(0.1, 0.17)
    profile = shouldered(rng, r, h, neck, rng.uniform(0.05, 0.3))
    body = lathe("body", profile)
    glass = rng.random() < 0.5
    parts = [Part("body", body, "glass" if glass else rng.choice(("glossy_plastic", "matte_plastic", "brushed_metal")), glassy(rng) if glass else colours[0])]
    decals: list[Decal] = []
    thing, material = cap(rng, neck, profile[-1, 1] - 0.05, rng.uniform(0.1, 0.24))
    parts.append(Part("cap", thing, material, colours[1]))
    if rng.random() < 0.7:
        part, decals = label(rng, body, r, h * rng.uniform(0.15, 0.35), h * rng.uniform(0.6, 0.9), colours[2], rng.random() < 0.7)
        parts.append(part)
    if rng.random() < 0.3:
        ring = profile[-1, 1] - 0.1
        parts.append(Part("collar", turned("collar", [(neck - 0.02, ring - 0.04), (neck * 1.3, ring - 0.04), (neck * 1.3, ring), (neck - 0.02, ring)], 0.01), "glossy_plastic", colours[1]))
    return Subject(NAME, parts, decals)


def wine(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    r, h, neck = rng.uniform(0.26, 0.33), rng.uniform(0.9, 1.2), rng.uniform(0.085, 0.11)
    profile = shouldered(rng, r, h, neck, rng.uniform(0.35, 0.6))
    body, top = lathe("body", profile), profile[-1, 1]
    foil = inlay("foil", body, slab("tool", rectangle(2, rng.uniform(0.3, 1.1)), 4, (0, 2, top), FRONT)) if rng.random() < 0.8 else None
    parts = [Part("body", body, "glass", glassy(rng))]
    if foil:
        parts.append(Part("foil", foil, rng.choice(("brushed_metal", "matte_plastic")), colours[0]))
    lip = turned("lip", [(neck - 0.02, top - 0.05), (neck * 1.16, top - 0.05), (neck * 1.16, top + 0.02), (0.01, top + 0.02)], 0.012)
    parts.append(Part("lip", lip, "brushed_metal", colours[0]))
    part, decals = label(rng, body, r, h * rng.uniform(0.2, 0.35), h * rng.uniform(0.65, 0.85), colours[2], rng.random() < 0.5)
    return Subject(NAME, [*parts, part], decals)


def oblong(rng: random.Random, w: float, d: float, h: float, bevel: float) -> Solid:
    """A body of rounded rectangle or ellipse section with rounded top edge."""
    shape = ellipse(w, d, 64) if rng.random() < 0.35 else rectangle(w, d, rng.uniform(0.15, 0.48) * min(w, d), steps=8)
    return slab("body", shape, h, (0, 0, 0), TOP, bevel, 6)


def perfume(rng: random.Random) -> Subject:
    """A block or disc of glass, a metal collar, a heavy cap."""
    colours = scheme(rng, 3)
    w, h, d = rng.uniform(0.6, 1), rng.uniform(0.6, 1.1), rng.uniform(0.25, 0.5)
    round_face = rng.random() < 0.25
    shape = ellipse(w, w, 60) if round_face else rectangle(w, h, rng.choice((0.03, 0.1, 0.25)), steps=6)
    top = (w if round_face else h) - 0.02
    body = slab("body", shape, d, (0, d / 2, top / 2 + 0.01), FRONT, rng.uniform(0.015, 0.06), 4)
    r, tall = rng.uniform(0.1, 0.2), rng.uniform(0.2, 0.45)
    if rng.random() < 0.4:
        lid = block("cap", (2 * r, min(2 * r, d), tall), (0, 0, top + 0.06 + tall / 2), 0.015)
    else:
        lid = turned("cap", [(r - 0.02, top + 0.06), (r, top + 0.06), (r, top + 0.06 + tall), (0.01, top + 0.06 + tall)], 0.02)
    parts = [
        Part("body", body, "glass", glassy(rng)),
        Part("collar", turned("collar", [(r * 0.8, top - 0.02), (r * 0.8, top + 0.07), (0.01, top + 0.07)], 0.005), "polished_metal", metal(rng)),
        Part("cap", lid, rng.choice(("polished_metal", "wood", "glossy_plastic")), colours[0]),
    ]
    at = (0, -d / 2, top / 2)
    decals = [mark(at, 0.6 * w, 0.35 * w, printed(rng, 0.6, 0.35, ("word", "logo", "label")), depth=0.1)] if rng.random() < 0.7 else []
    return Subject(NAME, parts, decals)


def flask(rng: random.Random) -> Subject:
    """Sports or vacuum bottle: bands of other colours, lid with a loop."""
    colours = scheme(rng, 4)
    r, h, neck = rng.uniform(0.26, 0.36), rng.uniform(1.0, 1.4), rng.uniform(0.18, 0.25)
    profile = shouldered(rng, r, h, neck, 0.08)
    body, top = lathe("body", profile), profile[-1, 1]
    lid_r = min(neck * 1.12, r)
    lid_h = rng.uniform(0.15, 0.3)
    lid = turned("lid", [(lid_r - 0.03, top - 0.05), (lid_r, top - 0.05), (lid_r * 0.95, top + lid_h), (0.02, top + lid_h)], 0.03)
    parts = [Part("body", body, rng.choice(("brushed_metal", "matte_plastic", "glass")), colours[0]), Part("lid", lid, "matte_plastic", colours[1])]
    if rng.random() < 0.6:
        t = np.linspace(0, np.pi, 24)
        loop = np.stack([0.8 * lid_r * np.cos(t), 0 * t, top + lid_h - 0.05 + rng.uniform(0.1, 0.25) * np.sin(t) ** 0.7], 1)
        parts.append(Part("loop", rod("loop", loop, 0.035), "matte_plastic", colours[2]))
    if rng.random() < 0.6:
        foot = inlay("foot", body, slab("tool", rectangle(4, 2 * rng.uniform(0.08, 0.3)), 4, (0, 2, 0), FRONT))
        parts.append(Part("foot", foot, "rubber", colours[2]))
    decals = [mark((0, -r, h * 0.55), r, r, printed(rng, r, r), depth=r * 0.9)] if rng.random() < 0.6 else []
    return Subject(NAME, parts, decals)
