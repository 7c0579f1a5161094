# in: a random generator; out: Subject of headphones with a band.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle, resample, spline
from ..faces import FRONT, SIDE
from ..joinery import merge
from ..palette import metal, neutral, scheme
from ..placing import moved, points_of, rotation
from ..poses import posed
from ..shapes import ball, lathe, rod, sweep
from ..slabs import block, slab
from ..subject import Part, Things
from .cups import both, cup


def headset(rng: random.Random) -> Things:
    """Two cups on a headband; sometimes a microphone, a cable, ears of a cat."""
    colours = scheme(rng, 4)
    on_ear = rng.random() < 0.25
    a = rng.uniform(0.24, 0.3) if on_ear else rng.uniform(0.3, 0.4)
    b = a * rng.choice((1.0, rng.uniform(1.1, 1.4)))
    shape = rng.choice(("oval", "oval", "oval", "soft", "dee"))
    outline = {
        "oval": ellipse(2 * a, 2 * b, 72, power=rng.choice((2.0, 2.0, 2.5))),
        "soft": rectangle(2 * a, 2 * b, 0.6 * a, steps=10),
        "dee": fillet([(-0.8 * a, -b), (0.8 * a, -b), (a, b), (-a, b)], 0.62 * a, 10),
    }[shape]
    flat = rng.random() < 0.2
    swivel = -90 if flat else -rng.uniform(-4, 22)
    tilt, at = (0 if flat else rng.uniform(0, 9)), rng.uniform(0.6, 0.72) + (0.1 if flat else 0)
    key = rng.random()

    holder = rng.choice(("fork", "fork", "slider", "slider", "arm"))
    rail = rng.uniform(0.02, 0.032)
    steel = metal(rng)

    def side() -> Things:
        parts, decals = cup(random.Random(key), outline, colours, on_ear)
        if holder == "fork":
            t = np.radians(np.linspace(-12, 192, 40))
            grow = rail + 0.025
            path = np.stack([np.full(40, 0.07), (a + grow) * np.cos(t), (b + grow) * np.sin(t)], 1)
            parts.append(Part("forks", rod("fork", path, rail, 14), "brushed_metal", steel))
            knobs = [slab("pivot", ellipse(0.1, 0.1, 28), 0.09, (0.07, s * (a - 0.04), 0), (np.array((0, 0, 1.0)), np.array((1.0, 0, 0))) if s > 0 else (np.array((1.0, 0, 0)), np.array((0, 0, 1.0))), 0.01) for s in (1, -1)]
            parts.append(Part("pivots", merge("pivots", *knobs), "polished_metal", steel))
        return parts, decals

    parts, decals = both(side, at, tilt, swivel)
    top = b + rng.uniform(0.75, 1.0)
    root = b + (0.1 if holder != "slider" else rng.uniform(0.05, 0.25))
    lean = 0.07 * np.sin(np.radians(tilt))
    wx = at + (0.07 if not flat else 0.0) - lean
    t = np.linspace(0, np.pi, 64)
    p = rng.uniform(0.75, 1.0)
    path = np.stack([wx * np.cos(t) * (1 + rng.uniform(0.0, 0.08) * np.sin(2 * t) ** 2), 0 * t, root + (top - root) * np.sin(t) ** p], 1)
    path = resample(path, 72, closed=False)
    wide, thick = rng.uniform(0.16, 0.34), rng.uniform(0.035, 0.06)
    if rng.random() < 0.12:
        gap = 0.09  # two bars of wire
        bars = [rod("band", path + (0, s * gap, 0), 0.022, 12) for s in (-1, 1)]
        band = merge("band", *bars)
        wide = 0.22
    else:
        taper = 1 - rng.uniform(0, 0.5) * np.abs(np.linspace(-1, 1, 72)) ** 2
        band = sweep("band", path, rectangle(thick, wide, 0.45 * thick, steps=4), np.stack([np.ones(72), taper], 1), up=(0, 1, 0))
    parts.append(Part("band", band, rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal", "leather")), colours[rng.choice((0, 0, 1))]))
    if rng.random() < 0.75:
        share = rng.uniform(0.3, 0.7)
        n = 72
        mine = path[round(n * (1 - share) / 2) : round(n * (1 + share) / 2)]
        centre = np.array([0, 0, root])
        inward = (centre - mine) / np.linalg.norm(centre - mine, axis=1)[:, None]
        m = len(mine)
        u = np.linspace(-1, 1, m)
        fat = np.sqrt(np.maximum(1 - u**4, 0.02))
        full = rng.random() < 0.3  # all around the band, else only below it
        deep = rng.uniform(0.07, 0.13)
        fat = 1 - 0.3 * u**8 if full else fat
        line = mine + inward * (0 if full else deep * 0.5)
        pad = sweep("pad", line, rectangle(deep + (thick if full else 0), wide * (1.12 if full else rng.uniform(0.85, 1.06)), 0.42 * deep, steps=5), np.stack([fat, 0.4 + 0.6 * fat], 1), up=(0, 1, 0))
        parts.append(Part("pad", pad, rng.choice(("leather", "fabric", "rubber")), colours[3]))
    near = np.concatenate([points_of(part.object) for part in parts if part.name in ("cups", "plates", "trims")])
    near = near[(np.abs(near[:, 1]) < 0.14) & (np.abs(near[:, 2]) < 0.2)]
    reach = float(near[:, 0].max()) if len(near) else at + 0.2
    ends, sliders = [], []
    for s in (1, -1):
        low = {"fork": b + rail + 0.02, "slider": b - 0.05, "arm": -0.02}[holder]
        x = s * wx
        if holder == "arm" and not flat:
            outer = reach + 0.005
            line = spline([(s * (wx + 0.0), 0, root + 0.1), (s * (wx + 0.09), 0, b * 0.8), (s * outer, 0, 0.35 * b), (s * outer, 0, -0.05)], 8)
            sliders.append(sweep("arm", line, rectangle(0.035, 0.11, 0.015, steps=3), up=(0, 1, 0)))
        else:
            sliders.append(block("slider", (0.035, 0.5 * wide, root - low + 0.14), (x, 0, (root + 0.1 + low) / 2), 0.01))
        ends.append(block("end", (thick + 0.05, min(0.9 * wide, 0.24), rng.choice((0.16, 0.24))), (x, 0, root + 0.08), 0.02))
    parts.append(Part("sliders", merge("sliders", *sliders), "brushed_metal", steel))
    if rng.random() < 0.75:
        parts.append(Part("ends", merge("ends", *ends), parts[0].material if parts[0].material != "wood" else "matte_plastic", colours[rng.choice((0, 2))]))
    else:
        parts.append(Part("ends", merge("ends", *ends), "brushed_metal", steel))
    extra = rng.random()
    s = rng.choice((-1, 1))
    if extra < 0.22:  # a microphone on a boom
        x0 = s * (at + 0.12)
        boom = spline([(x0, -0.1, -0.1 * b), (x0, -0.6 * a - 0.1, -0.75 * b), (s * (at * 0.75), -0.8, -1.15 * b), (s * at * 0.35, -0.95, -1.2 * b)], 10)
        parts.append(Part("boom", rod("boom", boom, 0.025, 14), "matte_plastic", neutral(rng, False)))
        parts.append(Part("microphone", ball("microphone", (0.2, 0.13, 0.13), boom[-1], 2.4), rng.choice(("rubber", "fabric")), neutral(rng, False)))
        parts.append(Part("joint", slab("joint", ellipse(0.2, 0.2, 40), 0.06, (x0 - 0.03, -0.1, -0.1 * b), SIDE, 0.012), "matte_plastic", colours[2]))
    elif extra < 0.42:
        x0 = s * (at + 0.05)
        wave = spline([(x0, 0, -b + 0.04), (x0, -0.02, -b - 0.25), (x0 - s * 0.35, -0.05, -b - 0.45), (x0 - s * 0.85, 0, -b - 0.35), (x0 - s * 1.05, 0.05, -b - 0.6)], 10)
        parts.append(Part("cable", rod("cable", wave, 0.022, 12), "rubber", neutral(rng)))
        collar = lathe("collar", fillet([(0.035, 0), (0.045, 0), (0.03, -0.16), (0.01, -0.16)][::-1], 0.008, 2, closed=False), 28, (x0, 0, -b + 0.02))
        parts.append(Part("collar", collar, "rubber", neutral(rng)))
    elif extra < 0.5:
        ears = []
        for side_of in (-1, 1):
            ear = slab("ear", fillet([(-0.2, -0.02), (0.2, -0.02), (0.02, 0.34), (-0.02, 0.34)], 0.05, 5), 0.12, (0, 0.06, 0), FRONT, 0.03, 4)
            x = side_of * 0.45 * wx
            z = float(np.interp(x, path[::-1, 0], path[::-1, 2]))
            ears.append(moved(ear, (x, 0, z - 0.01), turn=rotation("y", side_of * 22)))
        parts.append(Part("ears", merge("ears", *ears), "matte_plastic", colours[2]))
    elif extra < 0.75 and not flat:
        keys = [slab("key", rectangle(0.05, 0.1, 0.02), 0.05, (0, 0, 0), (np.array((1.0, 0, 0)), np.array((0, 0, 1.0))), 0.006) for _ in range(2)]
        keys = [moved(k, (s * (at + 0.06), -a * 0.93 + 0.0, z)) for k, z in zip(keys, (0.08, -0.08))]
        parts.append(Part("keys", merge("keys", *keys), "rubber", colours[2]))
    if flat and rng.random() < 0.4:
        return posed(parts, decals, rotation("y", rng.uniform(-40, 40)))
    return parts, decals
