# in: a random generator; out: Subject of a mixer or a pillar tap.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle, regular, resample, spline
from ..faces import TOP
from ..joinery import merge
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .fittings import NAME, arch, cross, disc, finish, mouthed, turned


def mixer(rng: random.Random) -> Subject:
    """Basin or kitchen mixer: column, spout, one lever or two grips. Seen from its side in an elevation."""
    look, other = finish(rng), finish(rng)
    r = rng.uniform(0.075, 0.12)
    kind = rng.choice(("swan", "swan", "square", "slope", "bow", "beam"))
    parts = []
    column = rng.uniform(0.25, 0.6)
    square = kind in ("square", "beam") and rng.random() < 0.6
    plan = rectangle(2 * r, 2 * r, 0.02) if square else None
    body = slab("body", plan, column, (0, 0, 0.02), TOP, 0.012) if plan is not None else lathe("body", fillet([(r * 1.05, 0), (r, 0.06), (r * rng.uniform(0.85, 1), column), (0.01, column + 0.01)], [0, 0.03, 0.02, 0], 5, closed=False), 60)
    base = block("base", (3 * r, 3 * r, 0.05), (0, 0, 0), 0.012) if square else disc("base", 1.4 * r, -0.03, 0.03, 0.012, 0.1 * r)
    if kind == "beam":  # a straight arm out of the body
        reach, z = rng.uniform(0.5, 0.7), column * rng.uniform(0.6, 0.85)
        rise = rng.uniform(0.0, 0.2)
        spout = sweep("spout", [(0, 0, z), (0, -reach / 2, z + rise / 2), (0, -reach, z + rise)], rectangle(1.5 * r, 0.9 * r, 0.02) if square else ellipse(1.4 * r, 1.2 * r, 32), [1.0, 0.9, 0.8], up=(0, 0, 1))
        nose = np.array([0, -reach + 0.06, z + rise - 0.04])
        parts.append(Part("aerator", lathe("aerator", fillet([(0.3 * r, -0.05), (0.42 * r, -0.05), (0.42 * r, 0.04), (0.01, 0.04)], 0.006, 3, closed=False), 32, nose), *other))
    else:
        high, reach = (rng.uniform(0.5, 0.9), rng.uniform(0.36, 0.6)) if kind == "swan" else (rng.uniform(0.25, 0.5), rng.uniform(0.45, 0.7))
        line = resample(arch(rng, high, reach, kind), 72, closed=False)
        path = np.stack([0 * line[:, 0], -line[:, 0], line[:, 1] + column - 0.02], 1)
        t = rng.uniform(0.55, 0.85) * r
        section = rectangle(2 * t, 1.6 * t, 0.012, steps=3) if square else ellipse(2 * t, 2 * t, 32)
        spout = mouthed(rng, "spout", path, section, np.linspace(1.0, rng.uniform(0.75, 1.0), 72), up=(1, 0, 0))
        if rng.random() < 0.6:
            collar = disc("collar", t * 1.35, column - 0.02, column + 0.04, 0.01)
            parts.append(Part("collar", collar, *other))
    grip = rng.choice(("lever top", "lever side", "lever side", "two", "two") if kind != "beam" else ("lever top", "lever top", "lever side"))
    if grip == "lever top" and kind in ("beam", "slope", "bow"):
        z = column + 0.02
        parts.append(Part("cap", disc("cap", r * 0.95, column - 0.005, column + 0.09, 0.03), *look))
        tilt = rng.uniform(5, 35)
        stick = block("lever", (0.7 * r, rng.uniform(0.3, 0.45), 0.035), (0, 0.0, 0), 0.012) if square else moved(ball("lever", (0.8 * r, 0.4, 0.05), power=3), (0, 0, 0))
        parts.append(Part("lever", moved(stick, (0, 0.13 if kind != "beam" else -0.12, z + 0.1), turn=rotation("x", tilt if kind != "beam" else -tilt)), *look))
    elif grip == "two":
        gap, zc = rng.uniform(0.24, 0.36), rng.uniform(0.16, 0.24)
        if rng.random() < 0.5:
            parts.append(Part("bridge", rod("bridge", [(-gap, 0, 0.08), (0, 0, 0.08), (gap, 0, 0.08)], 0.045, 20), *look))
        form = rng.choice(("cross", "cross", "lobes", "bar", "wheel"))
        stems, grips = [], []
        for s in (-1, 1):
            stems.append(lathe("stem", fillet([(0.085, -0.03), (0.09, 0.0), (0.055, 0.04), (0.04, zc), (0.01, zc + 0.01)], 0.015, 4, closed=False), 40, (s * gap, 0, 0)))
            turn = rotation("z", rng.choice((0, 45)) if form == "cross" else 0)
            grips.append(moved(cross(rng.uniform(0.1, 0.13), 0.022, zc, form), (s * gap, 0, 0), turn=turn))
        parts += [Part("stems", merge("stems", *stems), *look), Part("grips", merge("grips", *grips), *other)]
        if rng.random() < 0.5:
            studs = [disc("stud", 0.03, zc + 0.02, zc + 0.05, 0.006) for _ in (0, 1)]
            parts += [Part(name, moved(stud, (s * gap, 0, 0)), "ceramic", colour) for name, stud, s, colour in zip(("hot", "cold"), studs, (-1, 1), ((0.8, 0.15, 0.15), (0.15, 0.35, 0.8)))]
    else:
        s, z = rng.choice((-1, 1)), column * rng.uniform(0.4, 0.7)
        pivot = moved(lathe("pivot", fillet([(0.6 * r, 0), (0.6 * r, r * 1.5), (0.01, r * 1.55)], 0.015, 4, closed=False), 36), (0, 0, z), turn=rotation("y", 90 * s))
        tilt = rng.uniform(0, 70)
        a = np.array([s * r * 1.2, 0, z])
        b = a + 0.3 * np.array([s * np.cos(np.radians(tilt)), 0, np.sin(np.radians(tilt))])
        parts += [Part("pivot", pivot, *look), Part("lever", rod("lever", [a, (a + b) / 2, b], rng.uniform(0.018, 0.03), 16, ends=0.9), *other)]
    parts += [Part("base", base, *look), Part("body", body, *look), Part("spout", spout, *look)]
    return Subject(NAME, turned(parts, rng.choice((0, 90, 90, -90))))


def pillar(rng: random.Random) -> Subject:
    """The tap of the pictogram: a horizontal body with a bent spout and a grip above, perhaps a drop below."""
    look, other, s = finish(rng), finish(rng), rng.choice((-1, 1))
    r = rng.uniform(0.09, 0.13)
    reach, drop = rng.uniform(0.5, 0.7), rng.uniform(0.2, 0.35)
    kind = rng.choice(("bend", "bend", "slant"))
    knots = [(-0.35, 0), (0.2, 0), (reach, 0), (reach, -drop)] if kind == "bend" else [(-0.35, 0), (0.15, 0), (reach, -0.16), (reach + 0.04, -drop - 0.05)]
    line = resample(fillet(knots, [0, 0.2, rng.uniform(0.12, 0.24), 0], 12, closed=False), 64, closed=False)
    path = np.stack([s * line[:, 0], 0 * line[:, 0], line[:, 1]], 1)
    pipe = mouthed(rng, "pipe", path, ellipse(2 * r, 2 * r, 36), np.linspace(1, rng.uniform(0.75, 1.0), 64))
    parts = [Part("pipe", pipe, *look)]
    end = path[-1]
    if rng.random() < 0.6:
        ring = lathe("lip", fillet([(r * 0.7, -0.02), (1.25 * r, -0.02), (1.25 * r, 0.05), (r * 0.7, 0.05)], 0.012, 3), 48, loop=True)
        parts.append(Part("lip", moved(ring, end + (0, 0, 0.01)), *look))
    rose = rng.choice(("disc", "hex", "none"))
    if rose == "disc":
        parts.append(Part("rose", moved(disc("rose", r * 1.9, 0, 0.07, 0.02), (-s * 0.36, 0, 0), turn=rotation("y", s * 90)), *look))
    elif rose == "hex":
        nut = slab("nut", regular(6, 1.5 * r, 0.5), 0.12, (0, 0, 0), TOP, 0.01, sharp=20)
        parts.append(Part("nut", moved(nut, (-s * 0.3, 0, 0), turn=rotation("y", s * 90)), *look))
    x, tall = s * rng.uniform(0.05, 0.15), rng.uniform(0.2, 0.34)
    stem = lathe("stem", fillet([(r * 1.1, -0.02), (r * 1.15, 0.9 * r), (r * 1.15, 1.3 * r), (0.5 * r, 1.5 * r), (0.38 * r, r + tall), (0.01, r + tall)], [0, 0.015, 0.02, 0.03, 0, 0], 4, closed=False), 48)
    form = rng.choice(("cross", "cross", "bar", "bar", "wheel", "lobes"))
    grip = cross(rng.uniform(0.17, 0.26), rng.uniform(0.028, 0.042), r + tall, form)
    parts += [Part("stem", moved(stem, (x, 0, 0)), *look), Part("grip", moved(grip, (x, 0, 0)), *rng.choice((other, look, ("ceramic", (0.75, 0.15, 0.15)))))]
    if rng.random() < 0.3:
        drops = spline([(0.002, 0.15), (0.04, 0.06), (0.062, -0.01), (0.05, -0.06), (0.002, -0.085)][::-1], 8)
        parts.append(Part("drop", moved(lathe("drop", np.maximum(drops, [0.002, -1]), 40), end + (0, 0, -0.28)), "glass", (0.55, 0.78, 0.92)))
    return Subject(NAME, parts)
