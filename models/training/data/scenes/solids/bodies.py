# in: a random generator; out: Subject of a turned, swept or lofted solid, or a stack.
from __future__ import annotations

import random

import numpy as np

from ..curves import by_angle, ellipse, fillet, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import cut, inlay
from ..marks import mark, printed
from ..palette import Colour
from ..placing import moved, rotation
from ..shapes import ball, lathe, skin, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .outlines import NAME, convex, outline


def turned(rng: random.Random, colours: list[Colour]) -> Subject:
    """A turned body, sometimes in bands of other parts, with rings, a lid or a slot."""
    height, widest = rng.uniform(0.5, 2.2), rng.uniform(0.35, 0.8)
    n = rng.randint(3, 6)
    knots = [(widest * rng.uniform(0.25, 1), height * k / (n - 1)) for k in range(n)]
    profile = spline(knots, 10) if rng.random() < 0.6 else fillet(knots, rng.uniform(0.02, 0.15), 5, closed=False)
    profile[:, 0] = np.maximum(profile[:, 0], 0.04)
    ends = (profile[:1] - (0.03, 0), profile[-1:] - (0.03, 0))
    round_ends = [0, 0.012, *[0] * (len(profile) - 2), 0.012, 0]
    body = lathe("body", fillet(np.vstack([ends[0], profile, ends[1]]), round_ends, 3, closed=False))
    parts = [Part("body", body, "ceramic", colours[0])]
    if rng.random() < 0.6:
        z, half = rng.uniform(0.2, 0.8) * height, rng.uniform(0.03, 0.12) * height
        band = slab("tool", rectangle(4, 2 * half), 4, (0, 2, z), FRONT)
        parts.append(Part("band", inlay("band", body, band), "ceramic", colours[1]))
    if rng.random() < 0.5:
        r = profile[-1, 0]
        top = ball("knob", (r * rng.uniform(0.5, 1.6),) * 2 + (r * rng.uniform(0.5, 1.4),), (0, 0, height), rng.choice((2, 2, 4)))
        parts.append(Part("knob", top, "ceramic", colours[3]))
    if rng.random() < 0.4:
        z = rng.uniform(0.25, 0.75) * height
        cut(body, slab("tool", rectangle(rng.uniform(0.15, 0.5) * widest, rng.uniform(0.05, 0.3) * height, 0.03), 3, (0, 0, z), FRONT))
    decals = []
    if rng.random() < 0.4:
        w = widest * rng.uniform(0.5, 1.2)
        decals.append(mark((0, -widest, height * rng.uniform(0.35, 0.65)), w, w * 0.6, printed(rng, w, w * 0.6), depth=widest))
    return Subject(NAME, parts, decals)


def swept(rng: random.Random, colours: list[Colour]) -> Subject:
    """Bars carried along bends, rings, springs, knots, with ends and collars."""
    kind = rng.choice(("bend", "ring", "spring", "wave", "frame"))
    thick = rng.uniform(0.06, 0.22)
    section = outline(rng, 2 * thick, 2 * thick * rng.uniform(0.5, 1.6))
    section = resample(section, 40)
    loop, up = False, None
    t = np.linspace(0, 1, 72)
    if kind == "bend":
        knots = [(rng.uniform(-0.8, 0.8), rng.uniform(-0.3, 0.3), z) for z in np.linspace(0, 1.6, rng.randint(3, 5))]
        path = resample(spline(knots, 12), 48, closed=False)
    elif kind == "ring":
        path, loop, up = np.stack([np.cos(t[:-1] * 2 * np.pi) * rng.uniform(0.5, 1), 0 * t[:-1], np.sin(t[:-1] * 2 * np.pi) * 0.8], 1), True, (0, 1, 0)
    elif kind == "spring":
        turns, thick = rng.uniform(1.5, 3.5), min(thick, 0.13)
        t = np.linspace(0, 1, round(40 * turns))
        path = np.stack([0.6 * np.cos(t * turns * 2 * np.pi), 0.6 * np.sin(t * turns * 2 * np.pi), 1.6 * t], 1)
        section, up = ellipse(2 * thick, 2 * thick, 16), (0, 0, 1)
    elif kind == "wave":
        path, up = np.stack([2 * t - 1, 0 * t, 0.35 * np.sin(t * np.pi * rng.randint(1, 4))], 1), (0, 1, 0)
    else:
        frame = resample(rectangle(rng.uniform(0.9, 1.8), rng.uniform(0.9, 1.8), rng.uniform(0.25, 0.4)), 96)
        path, loop, up = np.stack([frame[:, 0], 0 * frame[:, 0], frame[:, 1]], 1), True, (0, 1, 0)
    grow = 1.0 if loop or kind == "spring" else np.linspace(1, rng.uniform(0.4, 1), len(path))
    parts = [Part("bar", sweep("bar", path, section, grow, up, loop), "ceramic", colours[0])]
    if not loop:
        for k, end in enumerate((path[0], path[-1])):
            if rng.random() < 0.7:
                size = thick * rng.uniform(2.4, 4)
                piece = ball("end", (size,) * 3, end) if rng.random() < 0.5 else block("end", (size,) * 3, end, 0.1 * size)
                parts.append(Part(f"end {k}", piece, "ceramic", colours[1 + k]))
    if loop and rng.random() < 0.6:
        base = block("base", (rng.uniform(0.6, 1.4), rng.uniform(0.4, 0.8), 0.14), (0, 0, path[:, 2].min() - thick), 0.02)
        parts.append(Part("base", base, "ceramic", colours[2]))
    return Subject(NAME, parts)


def lofted(rng: random.Random, colours: list[Colour]) -> Subject:
    """One outline becomes another on the way up: squares to circles, twists, leaning towers."""
    count, levels, height = 96, 20, rng.uniform(0.8, 2)
    a = by_angle(convex(rng, rng.uniform(0.7, 1.4), rng.uniform(0.5, 1.2)), count)
    b = by_angle(convex(rng, rng.uniform(0.3, 1.2), rng.uniform(0.3, 1)), count)
    twist, lean, bulge = rng.choice((0, 0, rng.uniform(-60, 60))), rng.uniform(-0.3, 0.3), rng.choice((0, 0, rng.uniform(-0.3, 0.4)))
    rings = []
    for t in np.concatenate([[0.0, 0.004], np.linspace(0.012, 0.988, levels), [0.996, 1.0]]):
        edge = 1 - 0.03 * (t in (0.0, 1.0)) - 0.008 * (t in (0.004, 0.996))
        turn = rotation("z", twist * t)[:2, :2]
        ring = ((1 - t) * a + t * b) * edge * (1 + bulge * np.sin(np.pi * t)) @ turn.T
        rings.append(np.concatenate([ring + (lean * t, 0), np.full((count, 1), height * t)], 1))
    body = skin("body", rings)
    parts = [Part("body", body, "ceramic", colours[0])]
    if rng.random() < 0.5:
        share = rng.uniform(0.1, 0.4)
        tool = block("tool", (5, 5, share * height * 2), (0, 0, 0 if rng.random() < 0.5 else height), 0.01)
        parts.append(Part("end", inlay("end", body, tool), "ceramic", colours[1]))
    return Subject(NAME, parts)


def stack(rng: random.Random, colours: list[Colour]) -> Subject:
    """Building blocks: boxes, cylinders, cones, balls, arches on one another."""
    parts, z = [], 0.0
    for k in range(rng.randint(2, 5)):
        w, h = rng.uniform(0.4, 1.1), rng.uniform(0.2, 0.7)
        kind = rng.choice(("box", "box", "cylinder", "cone", "ball", "prism"))
        turn = rotation("z", rng.choice((0, 0, rng.uniform(-40, 40))))
        if kind == "box":
            thing = block("block", (w, rng.uniform(0.4, 1), h), (0, 0, h / 2), 0.012)
        elif kind == "cylinder":
            thing = lathe("block", fillet([(w / 2 - 0.02, 0), (w / 2, 0), (w / 2, h), (w / 2 - 0.05, h)], 0.012, 3, closed=False))
        elif kind == "cone":
            thing = lathe("block", fillet([(w / 2 - 0.02, 0), (w / 2, 0), (w * rng.uniform(0.02, 0.35), h), (0.01, h)], 0.012, 3, closed=False))
        elif kind == "ball":
            thing = ball("block", (w, w, h), (0, 0, h / 2), rng.choice((2, 2, 3.5)))
        else:
            thing = slab("block", outline(rng, w, h), 0.6, (0, 0.3, h / 2), FRONT, 0.012)
        moved(thing, (rng.uniform(-0.12, 0.12), 0, z), turn=turn)
        parts.append(Part(f"block {k}", thing, "ceramic", colours[k]))
        z += h
    return Subject(NAME, parts)
