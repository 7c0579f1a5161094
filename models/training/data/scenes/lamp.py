# in: a random generator; out: Subject of a lamp: table, desk, floor, pendant, lantern, bulb.
from __future__ import annotations

import random

import numpy as np

from .curves import Points, fillet, offset_profile, rectangle, regular, resample, spline
from .joinery import inlay, merge
from .marks import mark, printed
from .palette import Colour, metal, scheme, wood
from .shapes import FRONT, Solid, ball, block, lathe, moved, rod, rotation, slab
from .subject import Part, Subject

NAME = "lamp"
WARM = (1.0, 0.93, 0.75)


def build(rng: random.Random) -> Subject:
    return rng.choice((table, table, desk, desk, standing, standing, pendant, pendant, lantern, bulb))(rng)


def shade(rng: random.Random, low: float, high: float, tall: float, z: float, name: str = "shade") -> Solid:
    """A thin shell from radius `low` at z up to radius `high`: drum, cone, empire, bell, dome or faceted."""
    kind = rng.choice(("cone", "cone", "bell", "dome", "faceted", "steps"))
    t = np.linspace(0, 1, 20)
    if kind == "bell":
        r = low + (high - low) * t ** rng.uniform(0.35, 0.6)
    elif kind == "dome":
        r = high + (low - high) * np.sqrt(np.clip(1 - t**2, 0, 1))
    elif kind == "steps":
        r = low + (high - low) * np.round(t * 3) / 3
    else:
        r = low + (high - low) * t
    outer = np.stack([np.maximum(r, 0.03), z + tall * t], 1)
    inner = offset_profile(outer, 0.016)[::-1]
    profile = np.vstack([outer, inner])
    profile[:, 0] = np.maximum(profile[:, 0], 0.012)
    if kind == "faceted":
        return lathe(name, np.vstack([outer[[0, -1]], inner[[0, -1]]]), rng.choice((6, 8, 12)), loop=True, sharp=15)
    return lathe(name, profile, 60, loop=True)


def foot(rng: random.Random, r: float) -> Solid:
    kind = rng.choice(("disc", "disc", "dome", "square", "block"))
    if kind == "square":
        return block("base", (1.8 * r, 1.8 * r, 0.07), (0, 0, 0.035), 0.012)
    if kind == "block":
        return block("base", (1.2 * r, 1.2 * r, 0.3), (0, 0, 0.15), 0.02)
    tall = 0.05 if kind == "disc" else rng.uniform(0.1, 0.18)
    return lathe("base", fillet([(r - 0.02, 0), (r, 0), (r, 0.04), (0.3 * r, tall), (0.02, tall)], 0.02, 4, closed=False), 60)


def table(rng: random.Random) -> Subject:
    """A turned or carved body under a shade."""
    colours = scheme(rng, 4)
    h, r = rng.uniform(0.45, 0.8), rng.uniform(0.15, 0.3)
    kind, material = rng.choice(("turned", "turned", "ball", "stacked", "box")), rng.choice(("ceramic", "wood", "brushed_metal", "concrete", "glass"))
    parts = []
    if kind == "turned":
        knots = [(r * rng.uniform(0.5, 0.9), 0.03), *[(r * rng.uniform(0.3, 1), h * k / 4) for k in range(1, 4)], (0.05, h)]
        parts.append(Part("body", lathe("body", np.maximum(spline(knots, 9), [0.03, 0])), material, colours[0]))
    elif kind == "ball":
        parts.append(Part("body", ball("body", (2 * r, 2 * r, h * 0.95), (0, 0, h / 2), rng.choice((2, 2.6))), material, colours[0]))
    elif kind == "stacked":
        n = rng.randint(2, 4)
        for k in range(n):
            s = 2 * r * (1 - 0.15 * k)
            parts.append(Part(f"body {k}", ball(f"body {k}", (s, s, h / n * 1.05), (0, 0, h * (k + 0.5) / n), rng.choice((2, 4))), material, colours[k % 2]))
    else:
        parts.append(Part("body", block("body", (1.6 * r, 1.6 * r, h), (0, 0, h / 2), 0.02), material, colours[0]))
    parts.append(Part("base", lathe("base", fillet([(r * 0.95, -0.04), (r, -0.04), (r, 0.02), (0.02, 0.03)], 0.015, 3, closed=False), 60), "wood", wood(rng)))
    parts.append(Part("neck", lathe("neck", [(0.035, h - 0.05), (0.035, h + 0.22)], 32), "brushed_metal", metal(rng)))
    low, tall = rng.uniform(0.3, 0.5), rng.uniform(0.3, 0.5)
    cover = shade(rng, low, low * rng.uniform(0.35, 1.0), tall, h + 0.06)
    parts.append(Part("shade", cover, "fabric", colours[2]))
    return Subject(NAME, parts)


def head(rng: random.Random, at: np.ndarray, tilt: float, size: float, colours: list[Colour]) -> list[Part]:
    """A reflector whose mouth looks down and outwards, its neck at `at`."""
    kind = rng.choice(("cone", "dome", "can"))
    if kind == "cone":
        outer = np.array([(size, -size * 1.3), (size * 0.3, 0.0), (size * 0.22, 0.12)])
    elif kind == "can":
        outer = fillet([(size * 0.6, -size * 1.7), (size * 0.6, -0.02), (size * 0.2, 0.05)], 0.08, 5, closed=False)
    else:
        a = np.linspace(0, 1.3, 14)
        outer = np.stack([size * np.cos(a), -size * 0.9 + size * np.sin(a)], 1)
    outer = resample(outer, 24, closed=False)
    inner = np.maximum(offset_profile(outer, 0.015)[::-1], [0.012, -9])
    turn = rotation("y", tilt)
    shell = moved(lathe("head", np.vstack([outer, inner]), 64, loop=True), at, turn=turn)
    lamp = moved(ball("bulb", (size * 0.75, size * 0.75, size * 0.9), (0, 0, -size * 0.72)), at, turn=turn)
    cap = moved(lathe("cap", fillet([(size * 0.25, outer[-1, 1] - 0.03), (size * 0.25, outer[-1, 1] + 0.06), (0.01, outer[-1, 1] + 0.06)], 0.015, 3, closed=False), 40), at, turn=turn)
    return [Part("head", shell, "brushed_metal", colours[0]), Part("bulb", lamp, "glass", WARM), Part("cap", cap, "brushed_metal", colours[1])]


def desk(rng: random.Random) -> Subject:
    """Base, one or two arms with joints, a tilted head."""
    colours = scheme(rng, 4)
    side = rng.choice((-1, 1))
    r = rng.uniform(0.26, 0.4)
    parts = [Part("base", foot(rng, r), "brushed_metal", colours[0])]
    thick = rng.uniform(0.018, 0.04)
    if rng.random() < 0.6:
        elbow = np.array([-side * rng.uniform(0.1, 0.4), 0, rng.uniform(0.6, 0.9)])
        tip = elbow + [side * rng.uniform(0.5, 0.8), 0, rng.uniform(0.05, 0.45)]
        root = np.array([0, 0, 0.06])
        parts.append(Part("lower arm", rod("lower arm", [root, (root + elbow) / 2, elbow], thick), "brushed_metal", colours[1]))
        parts.append(Part("upper arm", rod("upper arm", [elbow, (elbow + tip) / 2, tip], thick), "brushed_metal", colours[1]))
        for k, p in enumerate((root, elbow)):
            joint = moved(lathe("joint", fillet([(0.06, -0.05), (0.065, -0.05), (0.065, 0.05), (0.01, 0.05)], 0.012, 3, closed=False), 32), p, turn=rotation("x", 90))
            parts.append(Part(f"joint {k}", joint, "matte_plastic", colours[2]))
    else:
        top, reach = rng.uniform(0.9, 1.3), rng.uniform(0.3, 0.6)
        path = spline([(0, 0.05), (0, top * 0.4), (0, top * 0.75), (side * reach * 0.3, top), (side * reach * 0.8, top * 1.02), (side * reach, top * 0.9)], 8)
        parts.append(Part("neck", rod("neck", np.stack([path[:, 0], 0 * path[:, 0], path[:, 1]], 1), thick), "brushed_metal", colours[1]))
        tip = np.array([side * reach, 0, top * 0.9])
    parts += head(rng, tip, -side * rng.uniform(0, 45), rng.uniform(0.16, 0.28), colours)
    return Subject(NAME, parts)


def standing(rng: random.Random) -> Subject:
    """Floor lamp: a thin stem, an arc, or three legs."""
    colours = scheme(rng, 4)
    h, r = rng.uniform(1.3, 2.0), rng.uniform(0.2, 0.32)
    kind = rng.choice(("stem", "stem", "tripod", "arc"))
    parts = []
    thin = rng.uniform(0.014, 0.03)
    low = rng.uniform(0.25, 0.42)
    if kind == "arc":
        side, reach = rng.choice((-1, 1)), rng.uniform(0.6, 1.0)
        t = np.linspace(0, np.pi * 0.86, 40)
        path = np.stack([side * reach / 2 * (1 - np.cos(t)), 0 * t, 0.04 + h * np.sin(t * 0.62) / np.sin(np.pi * 0.5)], 1)
        parts.append(Part("base", foot(rng, r), "concrete", colours[0]))
        parts.append(Part("stem", rod("stem", path, thin), "polished_metal", metal(rng)))
        return Subject(NAME, parts + head(rng, path[-1], 0, low * 0.8, colours))
    if kind == "tripod":
        legs = []
        for a in np.radians((-90 + rng.choice((0, 180)), 30, 150)):
            legs.append(rod("leg", [(0.45 * np.cos(a), 0.45 * np.sin(a), 0), (0.25 * np.cos(a), 0.25 * np.sin(a), h * 0.45), (0.02 * np.cos(a), 0.02 * np.sin(a), h)], thin * 1.3))
        parts.append(Part("legs", merge("legs", *legs), "wood", wood(rng)))
        parts.append(Part("hub", lathe("hub", fillet([(0.06, h - 0.06), (0.06, h + 0.03), (0.02, h + 0.05)], 0.01, 3, closed=False), 40), "brushed_metal", metal(rng)))
    else:
        parts.append(Part("base", foot(rng, r), rng.choice(("brushed_metal", "concrete", "wood")), colours[0]))
        parts.append(Part("stem", lathe("stem", [(thin, 0.03), (thin, h + 0.1)], 24), "brushed_metal", metal(rng)))
    cover = shade(rng, low, low * rng.uniform(0.4, 1.0), rng.uniform(0.3, 0.5), h)
    parts.append(Part("shade", cover, rng.choice(("fabric", "paper", "matte_plastic")), colours[2]))
    if rng.random() < 0.3:
        cord = rod("cord", [(low * 0.4, -low * 0.3, h + 0.1), (low * 0.4, -low * 0.3, h - 0.1), (low * 0.4, -low * 0.3, h - 0.25)], 0.008, 10)
        parts.append(Part("cord", cord, "fabric", colours[3]))
    return Subject(NAME, parts)


def pendant(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    r, drop = rng.uniform(0.3, 0.6), rng.uniform(0.3, 1.1)
    parts = []
    if rng.random() < 0.3:
        body = ball("globe", (2 * r,) * 2 + (2 * r * rng.uniform(0.6, 1.1),), (0, 0, r), rng.choice((2, 2.5)))
        top = 2 * r - 0.02
        parts.append(Part("globe", body, rng.choice(("glass", "paper", "matte_plastic")), rng.choice((WARM, colours[0]))))
        if rng.random() < 0.4:
            band = slab("tool", rectangle(4, r * rng.uniform(0.2, 0.6)), 4, (0, 2, r), FRONT)
            parts.append(Part("band", inlay("band", body, band), "brushed_metal", colours[1]))
    else:
        tall = rng.uniform(0.25, 0.6)
        top = tall + 0.0
        material = rng.choice(("brushed_metal", "matte_plastic", "glossy_plastic", "wood", "glass"))
        parts.append(Part("shade", shade(rng, r, rng.uniform(0.08, 0.15), tall, 0.0), material, colours[0]))
        parts.append(Part("bulb", ball("bulb", (0.17, 0.17, 0.22), (0, 0, tall * 0.25)), "glass", WARM))
        parts.append(Part("cap", lathe("cap", fillet([(0.13, top - 0.04), (0.16, top - 0.04), (0.14, top + 0.1), (0.02, top + 0.12)], 0.02, 3, closed=False), 48), "brushed_metal", metal(rng)))
    parts.append(Part("cord", lathe("cord", [(0.014, top), (0.014, top + drop)], 16), "fabric", colours[3]))
    parts.append(Part("rose", lathe("rose", fillet([(0.02, top + drop - 0.03), (0.13, top + drop), (0.13, top + drop + 0.03), (0.02, top + drop + 0.03)], 0.012, 3, closed=False), 40), "brushed_metal", metal(rng)))
    return Subject(NAME, parts)


def lantern(rng: random.Random) -> Subject:
    """Base, glass, roof, ring; square, six-sided or round."""
    colours = scheme(rng, 3)
    n, r, h = rng.choice((4, 4, 6, 64)), rng.uniform(0.3, 0.42), rng.uniform(0.5, 0.9)
    sharp = 15 if n < 10 else 38
    spin = np.pi / 4 if n == 4 else 0.0

    def turned(name: str, profile: Points) -> Solid:
        return moved(lathe(name, profile, n, sharp=sharp), turn=rotation("z", np.degrees(spin)))

    parts = [
        Part("base", turned("base", [(r * 1.15, 0), (r * 1.15, 0.06), (r * 0.95, 0.1)]), "brushed_metal", colours[0]),
        Part("glass", turned("glass", [(r * 0.88, 0.09), (r * 0.88, h)]), "glass", WARM),
        Part("roof", turned("roof", [(r * 1.12, h), (r * 1.12, h + 0.04), (r * 0.3, h + rng.uniform(0.15, 0.35)), (0.03, h + 0.36)]), "brushed_metal", colours[0]),
    ]
    if n < 10:
        posts = [rod("post", [(p[0], p[1], 0.08), (p[0], p[1], h / 2), (p[0], p[1], h + 0.02)], 0.025, 12) for p in regular(n, r * 0.93, spin)]
        parts.append(Part("posts", merge("posts", *posts), "brushed_metal", colours[0]))
    t = np.linspace(0, 2 * np.pi, 40)[:-1]
    ring = rod("ring", np.stack([0.13 * np.cos(t), 0 * t, h + 0.46 + 0.13 * np.sin(t)], 1), 0.018, 12, loop=True)
    parts.append(Part("ring", ring, "brushed_metal", colours[1]))
    return Subject(NAME, parts)


def bulb(rng: random.Random) -> Subject:
    """An idea: glass, thread, contact; upright or hanging."""
    r = rng.uniform(0.4, 0.5)
    glass = spline([(0.18, 0.0), (0.2, 0.12), (0.34, 0.38), (r, 0.72), (r * 0.86, 1.06), (r * 0.45, 1.24), (0.02, 1.29)], 8)
    thread = [(0.19, -0.42)]
    for k in range(4):
        thread += [(0.21, -0.4 + 0.1 * k), (0.185, -0.35 + 0.1 * k)]
    thread += [(0.2, 0.02), (0.18, 0.02)]
    parts = [
        Part("glass", lathe("glass", np.maximum(glass, [0.01, -9]), 60), "glass", rng.choice((WARM, (1, 0.8, 0.3), (0.85, 0.93, 0.97)))),
        Part("thread", lathe("thread", thread, 56), "brushed_metal", metal(rng)),
        Part("contact", lathe("contact", fillet([(0.14, -0.4), (0.12, -0.48), (0.02, -0.52)][::-1], 0.02, 3, closed=False), 40), "matte_plastic", (0.15, 0.15, 0.16)),
    ]
    decals = [mark((0, -r, 0.75), 0.5, 0.4, printed(rng, 0.5, 0.4, ("logo", "word")), depth=0.4)] if rng.random() < 0.2 else []
    if rng.random() < 0.4:
        for part in parts:
            moved(part.object, turn=rotation("x", 180))
        decals = []
    return Subject(NAME, parts, decals)
