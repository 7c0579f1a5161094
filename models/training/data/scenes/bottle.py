# in: a random generator; out: Subject of a bottle, flask, pump, spray, jar, can or tube.
from __future__ import annotations

import random

import numpy as np

from .curves import Points, ellipse, fillet, rectangle
from .joinery import inlay, merge
from .marks import mark, printed
from .palette import Colour, glassy, metal, scheme
from .shapes import FRONT, TOP, Solid, block, lathe, moved, rod, skin, slab
from .subject import Decal, Part, Subject

NAME = "bottle"


def build(rng: random.Random) -> Subject:
    return rng.choice((drink, drink, wine, pump, spray, jar, perfume, can, tube, flask))(rng)


def turned(name: str, points: Points, radius: float = 0.02, count: int = 72) -> Solid:
    """A lathe with every corner of its profile rounded."""
    return lathe(name, fillet(points, radius, 4, closed=False), count)


def shouldered(rng: random.Random, r: float, h: float, neck: float, tall: float) -> np.ndarray:
    """Foot, straight or waisted wall, shoulder, neck: [n, 2] of (r, z) from the foot to the mouth."""
    drop = rng.uniform(0.3, 1.6) * (r - neck)
    waist = rng.choice((0, 0, rng.uniform(0.04, 0.15))) * r
    z = np.linspace(0.06, h, 24)
    wall = np.stack([r - waist * np.sin(np.pi * np.clip((z - 0.1) / (h - 0.1), 0, 1)) ** 2, z], 1)
    bend = rng.uniform(0.55, 1.6)
    t = np.linspace(0, 1, 14)[1:]
    shoulder = np.stack([neck + (r - neck) * (0.5 + 0.5 * np.cos(np.pi * t**bend)), h + drop * t], 1)
    foot = rng.uniform(0.02, 0.055)
    edge = [(r - foot + foot * np.sin(a), foot * (1 - np.cos(a))) for a in np.linspace(0, 1.3, 6)]
    return np.vstack([edge, wall, shoulder, [(neck, h + drop + tall)]])


def label(rng: random.Random, body: Solid, r: float, low: float, high: float, colour: Colour, around: bool, material: str = "paper") -> tuple[Part, list]:
    """A label exactly flush with the wall, all around or on the front only; sometimes printed."""
    h, z = high - low, (low + high) / 2
    w = 8 * r if around else r * rng.uniform(0.9, 1.5)
    shape = rectangle(w, h, 0 if around else rng.choice((0, 0.05, 0.3)) * min(w, h))
    if not around and rng.random() < 0.2:
        shape = ellipse(w, h)
    tool = slab("tool", shape, 4, (0, 2 if around else -0.25 * r, z), FRONT)
    decals = []
    if rng.random() < 0.7:
        pw, ph = min(r * 1.2, 0.8 * w), 0.7 * h
        decals.append(mark((0, -r, z), pw, ph, printed(rng, pw, ph, ("logo", "word", "stripes", "waves", "leaf", "word")), depth=0.9 * r))
    return Part("label", inlay("label", body, tool), material, colour), decals


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
