# in: a random generator; out: Subject of spectacles of acetate, of wire, half-rimmed, or a shield.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, resample
from ..faces import FRONT, Solid
from ..joinery import cut, merge, unite
from ..palette import metal, neutral, scheme
from ..shapes import ball, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import COUNT, NAME, grown, lens, lenses, pads, size, temples


def acetate(rng: random.Random) -> Subject:
    """A front of one thick plate with two holes; thick temples."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    kind = rng.choice(("round", "panto", "square", "wayfarer", "wayfarer", "cat", "cat", "hexagon", "heart", "oval"))
    o = lens(rng, kind, w, h)
    rim, deep = rng.uniform(0.035, 0.085), rng.uniform(0.07, 0.11)
    x = gap / 2 - o[:, 0].min()
    outer = grown(o, rim)
    top = float(o[:, 1].max())
    bevel = rng.choice((0.01, 0.02, 0.03))
    front = slab("front", outer + (x, 0), deep, (0, deep / 2, 0), FRONT, bevel, 4)
    left = slab("left", outer * (-1, 1) + (-x, 0), deep, (0, deep / 2, 0), FRONT, bevel, 4)
    z = top * rng.uniform(0.25, 0.62)
    tall = rng.uniform(0.08, 0.16)
    half = gap / 2 + 0.1
    arch = fillet([(-half, z - tall * 0.7), (-gap * 0.3, z - tall * 0.25), (gap * 0.3, z - tall * 0.25), (half, z - tall * 0.7), (half, z + tall * 0.5), (0, z + tall * 0.35), (-half, z + tall * 0.5)], 0.06, 6)
    bridge = slab("bridge", arch, deep * 0.9, (0, deep * 0.45, 0), FRONT, bevel, 4)
    zt = top * rng.uniform(0.45, 0.72)
    far = x + float(outer[np.argmin(np.abs(outer[: COUNT // 1, 1] - zt) + 10 * (outer[:, 0] < 0)), 0])
    ends = [block("end", (0.16, deep * 0.85, tall * 0.85), (s * (far - 0.04), 0, zt), 0.02, 0.03) for s in (-1, 1)]
    unite(front, left, bridge, *ends)
    holes = [slab("tool", o * (s, 1) + (s * x, 0), 1, (0, 0.5, 0), FRONT) for s in (-1, 1)]
    cut(front, merge("tool", *holes))
    material = rng.choice(("glossy_plastic", "glossy_plastic", "matte_plastic", "wood"))
    colour = rng.choice((colours[0], neutral(rng, False), (0.4, 0.24, 0.14)))
    parts = [Part("front", front, material, colour), *lenses(rng, grown(o, -0.002), x, 0.012)]
    own = rng.random() < 0.8
    parts += temples(rng, far + 0.012, zt, material if own else "brushed_metal", colour if own else metal(rng), 0.055 if own else 0.03, min(tall, 0.12) if own else 0.045, not own)
    if rng.random() < 0.3:
        studs = [ball("stud", (0.035, 0.02, 0.022), (s * (far - 0.03), -0.43 * deep, zt)) for s in (-1, 1)]
        parts.append(Part("studs", merge("studs", *studs), "polished_metal", metal(rng)))
    return Subject(NAME, parts)


def ring(name: str, o: np.ndarray, x: float, thick: float) -> Solid:
    """A wire along the lens's edge."""
    return rod(name, np.stack([o[:, 0] + x, 0 * o[:, 0], o[:, 1]], 1), thick, 12, loop=True)


def wire(rng: random.Random) -> Subject:
    """Thin metal round the lenses, an arched bridge, pads, temples with tips."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    kind = rng.choice(("round", "round", "oval", "panto", "aviator", "aviator", "hexagon", "square"))
    o = lens(rng, kind, w, h)
    thick = rng.uniform(0.012, 0.024)
    x = gap / 2 - o[:, 0].min()
    rim = resample(grown(o, thick * 0.6), COUNT)
    top = float(o[:, 1].max())
    material, colour = rng.choice(("polished_metal", "brushed_metal", "matte_plastic")), rng.choice((metal(rng), metal(rng), colours[0], (0.12, 0.12, 0.13)))
    parts = [Part("right rim", ring("right rim", rim, x, thick), material, colour), Part("left rim", ring("left rim", rim * (-1, 1), -x, thick), material, colour), *lenses(rng, o, x, 0.01)]
    edge = lambda z, inner: x + float(rim[np.argmin(np.abs(rim[:, 1] - z) + 10 * ((rim[:, 0] > 0) == inner)), 0])
    bars = []
    z = top * rng.uniform(0.15, 0.5)
    a = edge(z, True)
    t = np.linspace(-1, 1, 20)
    bars.append(rod("bridge", np.stack([a * t, -0.01 - 0.03 * (1 - t**2), z + rng.uniform(0.03, 0.09) * (1 - t**2)], 1), thick, 12))
    if kind == "aviator" or rng.random() < 0.2:
        z2 = top * 0.88
        b = edge(z2, True)
        bars.append(rod("brow bar", np.stack([b * t, 0 * t - 0.008, z2 + 0 * t], 1), thick * 0.9, 12))
    parts.append(Part("bridge", merge("bridge", *bars), material, colour))
    zt = top * rng.uniform(0.3, 0.7)
    far = edge(zt, False)
    lugs = [block("lug", (0.09, 0.05, 0.05), (s * (far + 0.035), 0.01, zt), 0.012) for s in (-1, 1)]
    parts.append(Part("lugs", merge("lugs", *lugs), material, colour))
    parts += temples(rng, far + 0.06, zt, material, colour, 0.022, rng.uniform(0.024, 0.04), rng.random() < 0.85)
    if rng.random() < 0.8:
        parts.append(pads(rng, gap, -0.1 * h))
    return Subject(NAME, parts)
