# in: a random generator; out: parts of spectacles with a brow line, or of a shield.
from __future__ import annotations

import random

import numpy as np

from ..curves import area, ellipse, resample, spline
from ..faces import FRONT
from ..joinery import cut, merge
from ..marks import mark, printed
from ..palette import metal, neutral, scheme
from ..shapes import rod, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .frames import ring
from .pieces import COUNT, NAME, grown, lens, lenses, pads, size, temples, tint


def browline(rng: random.Random) -> Subject:
    """Thick brows over lenses with a thin or no lower rim."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    o = lens(rng, rng.choice(("panto", "wayfarer", "oval", "square")), w, h)
    x, thick, deep = gap / 2 - o[:, 0].min(), rng.uniform(0.012, 0.018), rng.uniform(0.06, 0.09)
    low, top = rng.uniform(0.1, 0.3) * h, float(o[:, 1].max())
    outer = grown(o, rng.uniform(0.045, 0.07))
    material, colour = rng.choice(("glossy_plastic", "matte_plastic", "wood")), rng.choice((colours[0], neutral(rng, False), (0.4, 0.24, 0.14)))
    brows = []
    for s in (-1, 1):
        brow = slab("brow", outer * (s, 1) + (s * x, 0), deep, (0, deep / 2, 0), FRONT, 0.015, 4)
        cut(brow, slab("tool", grown(o, -0.004) * (s, 1) + (s * x, 0), 1, (0, 0.5, 0), FRONT))
        brows.append(cut(brow, block("tool", (3, 1, 1), (0, 0, low - 0.5), 0.001)))
    steel = metal(rng)
    rimmed = rng.random() < 0.7
    parts = [Part("left brow", brows[0], material, colour), Part("right brow", brows[1], material, colour), *lenses(rng, o, x, 0.01)]
    if rimmed:
        rim = resample(grown(o, thick * 0.5), COUNT)
        wires = [ring("rim", rim * (s, 1), s * x, thick) for s in (-1, 1)]
        parts.append(Part("rims", merge("rims", *wires), "polished_metal", steel))
    t = np.linspace(-1, 1, 20)
    reach, z = gap / 2 + 0.03, low + 0.05
    parts.append(Part("bridge", rod("bridge", np.stack([reach * t, -0.02 * (1 - t**2), z + 0.05 * (1 - t**2)], 1), 0.02, 14), "polished_metal", steel))
    zt = top * 0.7
    far = x + float(outer[np.argmin(np.abs(outer[:, 1] - zt) + 10 * (outer[:, 0] < 0)), 0])
    parts += temples(rng, far - 0.02, zt, material, colour, 0.05, rng.uniform(0.07, 0.11), False)
    parts.append(pads(rng, gap, -0.1 * h))
    return Subject(NAME, parts)



def shield(rng: random.Random) -> Subject:
    """One wide lens under a bar: sports glasses, visors, ski goggles with a strap."""
    colours = scheme(rng, 3)
    w, h = rng.uniform(1.3, 1.45), rng.uniform(0.42, 0.56)
    o = spline([(-0.5, 0.3), (-0.49, -0.1), (-0.36, -0.46), (-0.16, -0.44), (-0.06, -0.2), (0, -0.12), (0.06, -0.2), (0.16, -0.44), (0.36, -0.46), (0.49, -0.1), (0.5, 0.3), (0.42, 0.47), (0, 0.5), (-0.42, 0.47)], 8, closed=True) * (w, h)
    o = resample(o if area(o) > 0 else o[::-1], 2 * COUNT)
    pane = tint(rng)
    rng.uniform(0.25, 0.4)  # a draw that no longer means anything: without it every later seed would look different
    glass = slab("lens", o, 0.03, (0, 0.015, 0), FRONT, 0.006, 2)
    parts = []
    material, colour = rng.choice(("glossy_plastic", "matte_plastic")), colours[0]
    rim = grown(o, rng.uniform(0.04, 0.08))
    goggle = rng.random() < 0.5
    deep = 0.16 if goggle else 0.08
    body = slab("frame", rim, deep, (0, deep * 0.7, 0), FRONT, 0.02, 4)
    cut(body, slab("tool", grown(o, -0.004), 2, (0, 1, 0), FRONT))
    if not goggle and rng.random() < 0.6:
        cut(body, block("tool", (3, 1, 1), (0, 0, -0.5 + rng.uniform(0.1, 0.2) * h), 0.001))
    parts += [Part("lens", glass, *pane), Part("frame", body, material, colour)]
    far, z = w / 2 + 0.02, 0.22 * h
    if goggle:
        t = np.linspace(0.02, np.pi - 0.02, 48)
        line = np.stack([-far * np.cos(t), 0.06 + 0.9 * np.sin(t), 0 * t + 0.04 * h], 1)
        parts.append(Part("strap", sweep("strap", line, ellipse(0.03, rng.uniform(0.14, 0.22), 28, power=6), up=(0, 0, 1)), "fabric", colours[1]))
    else:
        parts += temples(rng, far, z, material, colour, 0.05, rng.uniform(0.08, 0.13), False)
        parts.append(pads(rng, 0.16, -0.25 * h))
    decals = [mark((0.3 * w, -0.03, 0.1), 0.2, 0.1, printed(rng, 0.2, 0.1, ("word", "logo")), depth=0.1)] if rng.random() < 0.2 else []
    return Subject(NAME, parts, decals)
