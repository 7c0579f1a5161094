# in: a kettle's wall; out: spouts, lids, bails, ears.
from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from ..curves import Points, ellipse, fillet, rectangle, resample, spline
from ..faces import Solid
from ..joinery import cut, merge
from ..palette import Colour, Finish
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod, sweep
from ..slabs import block
from ..subject import Part

NAME = "kettle"
METALLIC = ("brushed_metal", "polished_metal")


def flat(path: np.ndarray, side: float) -> np.ndarray:
    """A side view [n, 2] of (x, z) as a path in the plane y = 0; side -1 mirrors it."""
    return np.stack([side * path[:, 0], 0 * path[:, 0], path[:, 1]], 1)


def spout(knots: Points, side: float, thick: tuple[float, float], wall: float = 0.22, section: np.ndarray | None = None, level: bool = False) -> Solid:
    """A hollow tube along side-view knots, tapering from thick[0] to thick[1]; `level` cuts its mouth horizontally."""
    path = flat(resample(spline(knots, 9), 32, closed=False), side)
    section = ellipse(1, 1, 36) if section is None else section
    wide = np.linspace(*thick, len(path))
    tip = path[-1] + (path[-1] - path[-2]) * 1.5
    if level:
        path, wide = np.vstack([path, tip + (tip - path[-1])]), np.append(wide, thick[1])
    tube = sweep("spout", path, section, wide, up=(0, 1, 0))
    if level:
        cut(tube, block("tool", (2, 2, 1), (tip[0], 0, knots[-1][1] + 0.5), 0.001))
    bore = np.vstack([path[-9:], path[-1:] + 4 * (path[-1] - path[-2])])
    return cut(tube, sweep("bore", bore, section * (1 - wall), np.append(wide[-9:], wide[-1]), up=(0, 1, 0)))


def lid_on(rng: random.Random, mouth: float, z: float, material: str, colour: Colour, grip: Finish, proud: bool = True) -> list[Part]:
    """A domed lid over the mouth and its knob."""
    rise, lip = rng.uniform(0.03, 0.14), 0.02 if proud else -0.012
    profile = [(mouth + lip, z - 0.012), (mouth + lip, z + 0.018), (mouth * 0.55, z + 0.02 + rise * 0.8), (0.01, z + 0.02 + rise)]
    parts = [Part("lid", lathe("lid", fillet(profile, [0, 0.01, 0.12, 0], 5, closed=False), 64), material, colour)]
    top, kind, s = z + 0.015 + rise, rng.choice(("ball", "ball", "button", "disc", "cone", "bow")), rng.uniform(0.045, 0.075)
    if kind == "ball":
        knob = ball("knob", (2 * s, 2 * s, 1.8 * s), (0, 0, top + 0.75 * s))
    elif kind == "bow":
        knob = rod("knob", flat(fillet([(-1.5 * s, top - 0.02), (-1.3 * s, top + 1.6 * s), (1.3 * s, top + 1.6 * s), (1.5 * s, top - 0.02)], s, 5, closed=False), 1), 0.3 * s, 14)
    else:
        waist = {"button": (0.45, 1.0), "disc": (0.3, 1.3), "cone": (0.5, 0.9)}[kind]
        over = 0.35 * s if kind == "disc" else 0.9 * s
        knob = lathe("knob", fillet([(waist[0] * s, top - 0.02), (waist[0] * s, top + 0.5 * s), (waist[1] * s, top + 0.7 * s), (waist[1] * s * (0.6 if kind == "cone" else 1), top + 0.7 * s + over), (0.01, top + 0.75 * s + over)], 0.2 * s, 4, closed=False), 40)
    return parts + [Part("knob", knob, *grip)]


def bail(rng: random.Random, half: float, low: float, high: float, material: str, colour: Colour, grip: Finish) -> list[Part]:
    """An arch over the lid from (±half, low) to height `high`: wire or strap, a grip on its crown, lugs at its feet."""
    kind, thick = rng.choice(("arc", "arc", "square", "trapeze", "lean")), rng.uniform(0.018, 0.03)
    if kind == "arc":
        t = np.linspace(np.pi, 0, 60)
        line = np.stack([half * np.cos(t), low + (high - low) * np.sin(t) ** rng.uniform(0.6, 1.0)], 1)
    else:
        crown = half * (0.95 if kind == "square" else 0.6)
        shift = 0.2 * half if kind == "lean" else 0.0
        line = fillet([(-half, low), (-crown + shift, high), (crown + shift, high), (half, low)], rng.uniform(0.08, 0.25), 9, closed=False)
    line = flat(resample(line, 64, closed=False), rng.choice((-1, 1)) if kind == "lean" else 1)
    strap = rng.random() < 0.4
    bar = sweep("bail", line, rectangle(0.03, rng.uniform(0.08, 0.13), 0.012, steps=3), up=(0, 1, 0)) if strap else rod("bail", line, thick, 16)
    parts = [Part("bail", bar, material, colour)]
    if rng.random() < 0.8:
        n = rng.randint(14, 21)
        swell = 1 + rng.choice((0, 0.2, 0.3)) * np.cos(np.linspace(-1.5, 1.5, 64 - 2 * n))
        swell[[0, -1]] *= 0.85
        section = ellipse(0.085, 0.15 if strap else rng.uniform(0.085, 0.12), 28, power=rng.choice((2, 3)))
        parts.append(Part("grip", sweep("grip", line[n : 64 - n], section, swell, up=(0, 1, 0)), *grip))
    lugs = []
    for end in (line[0], line[-1]):
        if strap or rng.random() < 0.5:
            lugs.append(block("lug", (0.07, 0.15 if strap else 0.08, 0.11), end, 0.018))
        else:
            lugs.append(moved(lathe("lug", fillet([(0.05, -0.05), (0.055, -0.05), (0.055, 0.05), (0.01, 0.05)], 0.012, 3, closed=False), 32), end, turn=rotation("x", 90)))
    return [*parts, Part("lugs", merge("lugs", *lugs), material, colour)]


def ear(rng: random.Random, at: Callable[[float], float], side: float, low: float, high: float, reach: float, open_end: bool = False) -> Solid:
    """A handle opposite the spout, as a side view from the wall at `high` to the wall at `low`; open_end leaves the lower end free."""
    kind = rng.choice(("round", "square", "slant"))
    a, b = at(high) - 0.02, at(low) - 0.02
    far = max(a, b) + reach
    end = (far - 0.1, low) if open_end else (b, low)
    if kind == "round":
        line = spline([(a, high), (far - 0.06, high + 0.02), (far, 0.55 * high + 0.45 * low), end], 10)
    else:
        top = far if kind == "square" else far + 0.06
        line = fillet([(a, high), (top, high + 0.01), (far - (0 if kind == "square" else 0.05), low), end], [0, 0.12, 0.12, 0], 7, closed=False)
        line = line[:-1] if open_end and len(line) > 3 else line
    line = resample(line, 48, closed=False)
    section = ellipse(rng.uniform(0.06, 0.09), rng.uniform(0.09, 0.15), 32, power=rng.choice((2, 3, 5)))
    return sweep("handle", flat(line, -side), section, np.linspace(1.1, 0.9, 48), up=(0, 1, 0))


def outer_wall(rng: random.Random, r: float, h: float) -> np.ndarray:
    """Side profile of a stove kettle from its floor to its mouth."""
    m = r * rng.uniform(0.4, 0.6)
    kind = rng.choice(("dome", "dome", "cone", "squat", "drum", "steps", "pear"))
    if kind == "dome":
        a = np.linspace(0, 1.1, 22)
        top = np.stack([m + (r - m) * np.cos(a) ** 0.9, 0.25 * h + 0.75 * h * np.sin(a) / np.sin(1.1)], 1)
        wall = np.vstack([[(r * 0.92, 0), (r, 0.06)], top])
    elif kind == "cone":
        wall = fillet([(r * 0.96, 0), (r, 0.05), (r, 0.12), (m, h)], [0, 0.02, 0.06, 0], 5, closed=False)
    elif kind == "squat":
        a = np.linspace(-0.95, 0.95, 34)
        wall = np.stack([r * np.cos(a) ** 0.8, h * (np.sin(a) / np.sin(0.95) + 1) / 2], 1)
    elif kind == "drum":
        wall = fillet([(r * 0.88, 0), (r, 0.07), (r * 0.97, 0.72 * h), (m, h)], [0, 0.06, 0.1, 0], 8, closed=False)
    elif kind == "steps":
        wall = fillet([(r * 0.95, 0), (r, 0.04), (r, 0.3 * h), (r * 0.88, 0.34 * h), (r * 0.8, 0.8 * h), (m, h)], [0, 0.02, 0.02, 0.02, 0.12, 0], 6, closed=False)
    else:
        wall = spline([(r * 0.85, 0), (r, 0.15 * h), (r * 0.9, 0.5 * h), (m * 1.15, 0.85 * h), (m, h)], 8)
    return wall
