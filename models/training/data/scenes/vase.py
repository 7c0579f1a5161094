# in: a random generator; out: Subject of vases, bowls, plates, planters with leaves, jugs, teapots, pots, glasses.
from __future__ import annotations

import random

import numpy as np

from .curves import Vector, ellipse, fillet, offset_profile, rectangle, resample, spline
from .joinery import inlay, merge
from .marks import mark, printed
from .palette import Colour, glassy, metal, scheme, wood
from .shapes import FRONT, Solid, ball, lathe, moved, points_of, reshaped, rod, rotation, skin, slab, sweep
from .subject import Part, Subject

NAME = "vase"


def build(rng: random.Random) -> Subject:
    return rng.choice((vase, vase, vase, bowl, plate, planter, planter, jug, teapot, pot, goblet))(rng)


def shell(outer: np.ndarray, wall: float, floor: float) -> np.ndarray:
    """A lathe profile: outer wall from the foot, a rounded rim, inner wall, flat floor."""
    inner = offset_profile(outer, wall)[::-1]
    inner = inner[(inner[:, 1] > outer[0, 1] + floor) & (inner[:, 0] > 0.02)]
    a, b = outer[-1], inner[0]
    across, up = (b - a) / 2, np.array([(a - b)[1], (b - a)[0]]) / 2
    up = up if up[1] > 0 else -up
    rim = [(a + b) / 2 - across * np.cos(t) + up * np.sin(t) for t in np.linspace(0.4, np.pi - 0.4, 5)]
    return np.vstack([outer, rim, inner, [(0.01, outer[0, 1] + floor)]])


def footed(points: np.ndarray, rng: random.Random) -> np.ndarray:
    """Softens the lower edge of an outer wall that starts at its foot."""
    r = rng.uniform(0.01, 0.04)
    a = points[0]
    arc = [(a[0] - r + r * np.sin(t), a[1] + r - r * np.cos(t)) for t in np.linspace(0, 1.3, 5)]
    return np.vstack([arc, points[points[:, 1] > a[1] + r * 0.8]])


def vase(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    h, r = rng.uniform(0.8, 1.9), rng.uniform(0.3, 0.6)
    kind = rng.choice(("knots", "knots", "bottle", "amphora", "cylinder", "ball", "hourglass"))
    t = np.linspace(0, 1, 34)
    if kind == "knots":
        outer = spline([(r * rng.uniform(0.4, 0.8), 0), *[(r * rng.uniform(0.4, 1), h * k / 4) for k in (1, 2, 3)], (r * rng.uniform(0.35, 0.9), h)], 9)
    elif kind == "bottle":
        n = r * rng.uniform(0.2, 0.4)
        outer = spline([(r * 0.7, 0), (r, h * 0.2), (r * 0.75, h * 0.48), (n, h * 0.66), (n, h * 0.9), (n * rng.uniform(1, 1.8), h)], 8)
    elif kind == "amphora":
        outer = spline([(r * 0.4, 0), (r * 0.72, h * 0.25), (r, h * 0.62), (r * 0.5, h * 0.86), (r * 0.42, h * 0.92), (r * 0.6, h)], 8)
    elif kind == "cylinder":
        outer = np.stack([r * (1 + rng.uniform(-0.15, 0.25) * t), h * t], 1)
    elif kind == "ball":
        a = np.linspace(-1.15, rng.uniform(0.95, 1.25), 34)
        outer = np.stack([r * np.cos(a), r * 1.1 * (np.sin(a) - np.sin(a[0]))], 1)
        h = float(outer[-1, 1])
    else:
        outer = np.stack([r * (0.62 + 0.38 * np.cos(2 * np.pi * (t - 0.02))), h * t], 1)
    outer[:, 0] = np.maximum(outer[:, 0], 0.07)
    outer = footed(outer, rng)
    sides = rng.choice((80, 80, 80, 80, 6, 8, 10))
    profile = shell(outer, 0.03, 0.06)
    body = lathe("body", profile, sides, sharp=38 if sides > 12 else 20)
    material = rng.choice(("ceramic", "ceramic", "glass", "matte_plastic", "concrete", "brushed_metal"))
    parts, decals = [Part("body", body, material, glassy(rng) if material == "glass" else colours[0])], []
    for k in range(rng.choice((0, 0, 1, 1, 2))):
        z = h * (0.15 + 0.35 * k + rng.uniform(0, 0.25))
        band = slab("tool", rectangle(4, h * rng.uniform(0.04, 0.16)), 4, (0, 2, z), FRONT)
        parts.append(Part(f"band {k}", inlay(f"band {k}", body, band), material, colours[1 + k]))
    if rng.random() < 0.25 or kind == "amphora":
        ears = []
        for s in (-1, 1):
            at = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.02
            low, high = h * 0.55, h * 0.88
            knots = [(s * at(high), high), (s * (at(high) + 0.2), high + 0.02), (s * (max(at(low), at(high)) + 0.16), (low + high) / 2), (s * at(low), low)]
            p = resample(spline(knots, 8), 32, closed=False)
            ears.append(rod("ear", np.stack([p[:, 0], 0 * p[:, 0], p[:, 1]], 1), 0.032, 14))
        parts.append(Part("ears", merge("ears", *ears), material, colours[0]))
    if rng.random() < 0.3:
        decals.append(mark((0, -r, h * 0.45), r, r, printed(rng, r, r), depth=r))
    if rng.random() < 0.3:
        parts += stems(rng, h, float(outer[-1, 0]) * 0.5, colours)
    return Subject(NAME, parts, decals)


def leaf(name: str, root: Vector, tip: Vector, wide: float, bend: float) -> Solid:
    """A thin pointed blade from root to tip, bowed upwards by `bend`, its width across."""
    root, tip = np.asarray(root, float), np.asarray(tip, float)
    t = np.linspace(0, 1, 14)
    path = root + (tip - root) * t[:, None] + np.array([0, 0, bend]) * np.sin(np.pi * t)[:, None]
    flat = np.array([tip[1] - root[1], root[0] - tip[0], 0.0])
    flat = flat / np.linalg.norm(flat) if np.linalg.norm(flat) > 0.05 else np.array([1.0, 0, 0])
    grow = wide * np.maximum(np.sin(np.pi * t**0.75), 0.03)
    scale = np.stack([np.full(14, 0.014), grow], 1)
    return sweep(name, path, ellipse(1, 1, 14), scale, up=flat)


def stems(rng: random.Random, z: float, spread: float, colours: list[Colour]) -> list[Part]:
    """A few stems with leaves or round flowers out of the mouth."""
    stalks, heads = [], []
    for _ in range(rng.randint(1, 4)):
        lean = np.array([rng.uniform(-0.4, 0.4), rng.uniform(-0.15, 0.15), rng.uniform(0.5, 0.9)])
        root = np.array([rng.uniform(-1, 1) * spread * 0.5, 0, z - 0.25])
        path = spline([root, root + lean * 0.4 + (0, 0, 0.1), root + lean + (0, 0, 0.2)], 8)
        stalks.append(rod("stem", path, 0.014, 8))
        tip = path[-1]
        if rng.random() < 0.5:
            heads.append(ball("head", (0.2, 0.2, 0.18), tip))
        else:
            heads += [leaf("leaf", tip - (0, 0, 0.15 * k), tip + (s * 0.25, 0, 0.12 - 0.15 * k), 0.12, 0.05) for k in (0, 1) for s in (-1, 1)]
    return [Part("stems", merge("stems", *stalks), "matte_plastic", (0.3, 0.5, 0.25)), Part("heads", merge("heads", *heads), "fabric", colours[3])]


def bowl(rng: random.Random) -> Subject:
    colours = scheme(rng, 3)
    r, h = rng.uniform(0.5, 0.8), rng.uniform(0.25, 0.55)
    p = rng.uniform(1.6, 3.2)
    base = r * rng.uniform(0.3, 0.5)
    t = np.linspace(0, 1, 26)
    outer = np.stack([base + (r - base) * t ** (1 / p), h * t], 1)
    outer = np.vstack([[(base * 0.9, -0.05), (base, -0.05)], outer]) if rng.random() < 0.6 else footed(outer, rng)
    body = lathe("bowl", shell(resample(outer, 40, closed=False), 0.035, 0.08), 64)
    material = rng.choice(("ceramic", "wood", "glass", "brushed_metal", "matte_plastic"))
    parts = [Part("bowl", body, material, wood(rng) if material == "wood" else colours[0])]
    if rng.random() < 0.4:
        band = slab("tool", rectangle(4, h * rng.uniform(0.15, 0.5)), 4, (0, 2, h * rng.uniform(0.5, 0.95)), FRONT)
        parts.append(Part("band", inlay("band", body, band), material, colours[1]))
    if rng.random() < 0.35:
        z = h * 0.75
        inner = float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.025
        if rng.random() < 0.5:
            parts.append(Part("soup", lathe("soup", [(inner - 0.05, z - 0.08), (inner, z)], 60), "glossy_plastic", colours[2]))
        else:
            balls = [ball("fruit", (0.3, 0.3, 0.28), (inner * 0.5 * np.cos(a), inner * 0.5 * np.sin(a), z + 0.02)) for a in np.arange(rng.randint(3, 5)) * 1.5 + 0.4]
            parts.append(Part("fruit", merge("fruit", *balls), "matte_plastic", colours[2]))
    return Subject(NAME, parts)


def plate(rng: random.Random) -> Subject:
    colours = scheme(rng, 3)
    r = rng.uniform(0.7, 0.9)
    outer = spline([(r * 0.55, 0), (r * 0.7, 0.02), (r * 0.85, 0.07), (r, rng.uniform(0.08, 0.16))], 8)
    body = lathe("plate", shell(outer, 0.03, 0.03), 72)
    parts = [Part("plate", body, "ceramic", colours[0])]
    if rng.random() < 0.5:
        ring = lathe("ring", [(r * 0.6, -1), (r * 0.6, 1)], 60)
        parts.append(Part("well", inlay("well", body, ring), "ceramic", colours[1]))
    tilt = rng.choice((0, 0, 78, 84))
    if rng.random() < 0.4:
        top = lathe("cake", fillet([(r * 0.45, 0.03), (r * 0.45, 0.4), (0.01, 0.4)], 0.04, 4, closed=False), 60)
        parts.append(Part("cake", top, "matte_plastic", colours[2]))
        parts.append(Part("cherry", ball("cherry", (0.14, 0.14, 0.13), (0, 0, 0.44)), "glossy_plastic", (0.8, 0.1, 0.15)))
        tilt = 0
    for part in parts:
        moved(part.object, turn=rotation("x", tilt))
    return Subject(NAME, parts)


def planter(rng: random.Random) -> Subject:
    """A pot with a plant: blades, round leaves on stalks, or a cactus."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.3, 0.45), rng.uniform(0.45, 0.7)
    low = r * rng.uniform(0.65, 1.0)
    outer = footed(np.stack([np.linspace(low, r, 16), np.linspace(0, h, 16)], 1), rng)
    body = lathe("pot", shell(outer, 0.04, 0.08), 60)
    parts = [Part("pot", body, rng.choice(("ceramic", "ceramic", "concrete", "matte_plastic")), rng.choice((colours[0], (0.76, 0.44, 0.3))))]
    if rng.random() < 0.5:
        rim = lathe("rim", fillet([(r - 0.02, h - 0.14), (r + 0.05, h - 0.14), (r + 0.055, h + 0.01), (r - 0.02, h + 0.01)], 0.015, 3), 60, loop=True)
        parts.append(Part("rim", rim, parts[0].material, parts[0].colour))
    parts.append(Part("soil", lathe("soil", [(r - 0.08, h - 0.12), (r - 0.045, h - 0.05)], 56), "fabric", (0.25, 0.17, 0.12)))
    green = rng.choice(((0.25, 0.5, 0.25), (0.35, 0.6, 0.3), (0.2, 0.42, 0.33), (0.5, 0.65, 0.3)))
    kind = rng.choice(("blades", "blades", "round", "cactus"))
    if kind == "blades":
        row = []
        for _ in range(rng.randint(4, 9)):
            a = rng.uniform(0, 2 * np.pi)
            out, tall = rng.uniform(0.15, 0.5), rng.uniform(0.4, 0.9)
            row.append(leaf("leaf", (0.05 * np.cos(a), 0.05 * np.sin(a), h - 0.06), (out * np.cos(a), out * np.sin(a), h + tall), rng.uniform(0.1, 0.2), 0.1))
        parts += [Part(f"leaf {k}", thing, "matte_plastic", green) for k, thing in enumerate(row)]
    elif kind == "round":
        stalks, discs = [], []
        for _ in range(rng.randint(3, 6)):
            tip = np.array([rng.uniform(-0.4, 0.4), rng.uniform(-0.2, 0.2), h + rng.uniform(0.3, 0.8)])
            stalks.append(rod("stalk", spline([(0, 0, h - 0.06), tip * (0.4, 0.4, 0.5) + (0, 0, 0.5 * h), tip], 8), 0.014, 8))
            s = rng.uniform(0.22, 0.36)
            discs.append(moved(ball("leaf", (s, 0.03, s * 1.1), (0, 0, 0)), tip, turn=rotation("z", rng.uniform(-30, 30))))
        parts.append(Part("stalks", merge("stalks", *stalks), "matte_plastic", green))
        parts += [Part(f"leaf {k}", thing, "matte_plastic", green) for k, thing in enumerate(discs)]
    else:
        n, tall, wide = rng.choice((8, 10, 12)), rng.uniform(0.5, 1.0), rng.uniform(0.16, 0.24)
        turn = np.arange(8 * n) * 2 * np.pi / (8 * n)
        wave = 1 + 0.08 * np.cos(n * turn)
        rings = []
        for t in np.linspace(0, 1, 22):
            grow = wide * (0.85 + 0.15 * np.sin(np.pi * t)) * np.sqrt(max(1 - max(0, (t - 0.75) / 0.252) ** 2, 0.003))
            rings.append(np.stack([grow * wave * np.cos(turn), grow * wave * np.sin(turn), np.full_like(turn, h - 0.08 + tall * t)], 1))
        parts.append(Part("cactus", skin("cactus", rings, sharp=60), "matte_plastic", green))
        if rng.random() < 0.5:
            s = rng.choice((-1, 1))
            arm = spline([(s * wide * 0.7, 0, h + tall * 0.35), (s * wide * 1.9, 0, h + tall * 0.38), (s * wide * 2.1, 0, h + tall * 0.7)], 10)
            parts.append(Part("arm", rod("arm", arm, 0.085, 20, ends=0.95), "matte_plastic", green))
    return Subject(NAME, parts)


def jug(rng: random.Random) -> Subject:
    """A vessel with a lip drawn out on one side and a handle on the other."""
    colours = scheme(rng, 3)
    h, r = rng.uniform(0.9, 1.4), rng.uniform(0.35, 0.5)
    neck = r * rng.uniform(0.55, 0.85)
    outer = footed(spline([(r * 0.8, 0), (r, h * 0.3), (r * 0.85, h * 0.6), (neck, h * 0.82), (neck * 1.12, h)], 8), rng)
    side = rng.choice((-1, 1))
    body = lathe("body", shell(outer, 0.03, 0.06), 64)
    v = points_of(body)
    near = np.clip((v[:, 2] - 0.72 * h) / (0.28 * h), 0, 1) ** 2 * np.exp(-((np.arctan2(v[:, 1], side * v[:, 0])) ** 2) / 0.25) * (v[:, 0] * side > 0)
    v[:, 0] += side * near * rng.uniform(0.12, 0.22)
    v[:, 2] += near * 0.06
    reshaped(body, v)
    at = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.015
    low, high = rng.uniform(0.2, 0.4) * h, 0.93 * h
    p = resample(spline([(at(high), high), (r + 0.22, high), (r + 0.32, 0.65 * h), (at(low) + 0.1, low + 0.03), (at(low), low)], 8), 44, closed=False)
    ear = sweep("handle", np.stack([-side * p[:, 0], 0 * p[:, 0], p[:, 1]], 1), ellipse(0.07, 0.12, 24), up=(0, 1, 0))
    material = rng.choice(("ceramic", "glass", "brushed_metal"))
    parts = [Part("body", body, material, colours[0]), Part("handle", ear, material, colours[rng.choice((0, 1))])]
    if rng.random() < 0.4:
        band = slab("tool", rectangle(4, h * rng.uniform(0.1, 0.3)), 4, (0, 2, h * 0.35), FRONT)
        parts.append(Part("band", inlay("band", body, band), material, colours[1]))
    return Subject(NAME, parts)


def teapot(rng: random.Random) -> Subject:
    """Body, lid, knob, spout and handle."""
    colours = scheme(rng, 3)
    r, squash, side = rng.uniform(0.45, 0.6), rng.uniform(0.7, 1.05), rng.choice((-1, 1))
    a = np.linspace(-1.15, 1.1, 34)
    outer = np.stack([r * np.cos(a) ** rng.uniform(0.7, 1.0), r * squash * (np.sin(a) - np.sin(a[0]))], 1)
    h, mouth = float(outer[-1, 1]), float(outer[-1, 0])
    material = rng.choice(("ceramic", "ceramic", "brushed_metal", "glass"))
    parts = [Part("body", lathe("body", outer, 64), material, colours[0])]
    lid = lathe("lid", fillet([(mouth + 0.01, h - 0.02), (mouth + 0.025, h), (mouth * 0.5, h + 0.09), (0.01, h + 0.11)], 0.02, 4, closed=False), 64)
    parts += [Part("lid", lid, material, colours[rng.choice((0, 1))]), Part("knob", ball("knob", (0.11, 0.11, 0.11), (0, 0, h + 0.15)), rng.choice((material, "wood")), colours[1])]
    spout = spline([(side * r * 0.75, 0, 0.3 * h), (side * (r + 0.15), 0, 0.42 * h), (side * (r + 0.25), 0, 0.75 * h), (side * (r + 0.42), 0, 0.98 * h)], 9)
    parts.append(Part("spout", sweep("spout", spout, ellipse(1, 1, 28), np.linspace(0.24, 0.09, len(spout)), up=(0, 1, 0)), material, colours[0]))
    if rng.random() < 0.7:
        p = resample(spline([(r * 0.85, 0.85 * h), (r + 0.28, 0.92 * h), (r + 0.34, 0.5 * h), (r * 0.9, 0.22 * h)], 9), 40, closed=False)
        line = np.stack([-side * p[:, 0], 0 * p[:, 0], p[:, 1]], 1)
    else:  # over the top
        t = np.linspace(0.1, np.pi - 0.1, 40)
        line = np.stack([r * 0.85 * np.cos(t), 0 * t, 0.75 * h + (0.75 * h) * np.sin(t)], 1)
    parts.append(Part("handle", rod("handle", line, 0.04, 18), rng.choice((material, "wood")), colours[rng.choice((0, 2))]))
    return Subject(NAME, parts)


def pot(rng: random.Random) -> Subject:
    """Saucepan or casserole: wall, lid, knob, one long handle or two ears."""
    colours = scheme(rng, 3)
    r, h = rng.uniform(0.5, 0.7), rng.uniform(0.4, 0.8)
    material = rng.choice(("brushed_metal", "polished_metal", "ceramic"))
    outer = fillet([(r * 0.8, 0), (r * 0.98, 0), (r, h)], [0, 0.08, 0], 6, closed=False)
    parts = [Part("pot", lathe("pot", shell(resample(outer, 30, closed=False), 0.03, 0.05), 64), material, colours[0])]
    if rng.random() < 0.7:
        lid = lathe("lid", np.vstack([[(r - 0.03, h - 0.01), (r + 0.02, h)], spline([(r + 0.02, h + 0.03), (r * 0.6, h + 0.13), (0.02, h + 0.17)], 8)]), 64)
        parts += [Part("lid", lid, rng.choice((material, "glass")), colours[rng.choice((0, 1))]), Part("knob", ball("knob", (0.15, 0.15, 0.11), (0, 0, h + 0.21), 3), "matte_plastic", colours[2])]
    if rng.random() < 0.5:
        s, tilt = rng.choice((-1, 1)), rng.uniform(0, 0.15)
        line = np.array([(s * (r - 0.02), 0, h - 0.1), (s * (r + 0.4), 0, h - 0.1 + tilt), (s * (r + 0.85), 0, h - 0.1 + tilt)])
        parts.append(Part("handle", sweep("handle", line, ellipse(0.07, 0.1, 20), up=(0, 1, 0)), rng.choice(("wood", "matte_plastic", material)), colours[2]))
    else:
        ears, t = [], np.linspace(-0.5 * np.pi, 0.5 * np.pi, 24)
        for s in (-1, 1):
            ears.append(rod("ear", np.stack([s * (r - 0.03 + 0.17 * np.cos(t) ** 0.6), 0.16 * np.sin(t), np.full(24, h - 0.1)], 1), 0.03, 12))
        parts.append(Part("ears", merge("ears", *ears), rng.choice(("matte_plastic", material)), colours[2]))
    return Subject(NAME, parts)


def goblet(rng: random.Random) -> Subject:
    """Wine glass, cocktail, cup or trophy: foot, stem, bowl."""
    colours = scheme(rng, 2)
    r, h, stem = rng.uniform(0.28, 0.42), rng.uniform(0.35, 0.7), rng.uniform(0.2, 0.6)
    kind = rng.choice(("wine", "cocktail", "flute", "trophy"))
    z = stem
    if kind == "cocktail":
        cup = np.array([(0.03, z), (r * 1.3, z + h * 0.8)])
    elif kind == "flute":
        cup = spline([(0.03, z), (r * 0.45, z + 0.15), (r * 0.55, z + h * 1.2)], 10)
    else:
        cup = spline([(0.03, z), (r * 0.8, z + 0.12), (r, z + h * 0.45), (r * rng.uniform(0.7, 1.05), z + h)], 10)
    material = "polished_metal" if kind == "trophy" else "glass"
    colour = metal(rng) if kind == "trophy" else glassy(rng)
    parts = [Part("bowl", lathe("bowl", shell(resample(cup, 32, closed=False), 0.018, 0.06), 60), material, colour)]
    foot = fillet([(r * 0.7, 0), (r * 0.78, 0), (r * 0.72, 0.025), (0.05, 0.06), (0.028, 0.12), (0.028, z * 0.7), (0.04, z + 0.03)], [0, 0.01, 0.01, 0.05, 0.05, 0.05, 0], 4, closed=False)
    parts.append(Part("stem", lathe("stem", foot, 56), material, colour))
    if kind == "trophy":
        ears = []
        for s in (-1, 1):
            p = spline([(s * r * 0.85, z + h * 0.9), (s * r * 1.5, z + h * 0.85), (s * r * 1.45, z + h * 0.5), (s * r * 0.8, z + h * 0.25)], 9)
            ears.append(rod("ear", np.stack([p[:, 0], 0 * p[:, 0], p[:, 1]], 1), 0.03, 14))
        parts.append(Part("ears", merge("ears", *ears), material, colour))
        parts.append(Part("plinth", lathe("plinth", fillet([(r * 0.85, -0.25), (r * 0.85, 0.0), (0.02, 0.0)], 0.015, 3, closed=False), 64), "wood", wood(rng)))
    elif rng.random() < 0.5:
        top = z + (h * 0.6 if kind != "flute" else h * 0.9)
        inner = float(np.interp(top, cup[:, 1], cup[:, 0])) - 0.012
        levels = cup[(cup[:, 1] > z + 0.08) & (cup[:, 1] < top)]
        if len(levels) > 1:
            wine = np.vstack([levels - (0.014, 0), [(inner, top)]])
            parts.append(Part("drink", lathe("drink", wine, 64), "glossy_plastic", rng.choice((colours[0], (0.45, 0.05, 0.12), (0.95, 0.85, 0.5)))))
    return Subject(NAME, parts)
