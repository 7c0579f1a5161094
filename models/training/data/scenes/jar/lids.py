# in: the radius and height of a mouth; out: what closes it: screw lids with grips, rings, domes, a cloth tied
# over.
from __future__ import annotations

import random

import numpy as np

from ..bottle.walls import turned
from ..curves import spline
from ..faces import TOP, Solid
from ..joinery import merge
from ..palette import Colour, metal, wood
from ..shapes import lathe, rod, skin
from ..slabs import block, slab
from ..subject import Part


def band(low: float, high: float) -> Solid:
    """A tool that takes all between two heights."""
    return block("tool", (9, 9, high - low), (0, 0, (low + high) / 2), 0.001)


def ribbed(name: str, r: float, z: float, tall: float, n: int, deep: float = 0.02, bevel: float = 0.02) -> Solid:
    """A screw lid with grips around it."""
    a = np.arange(4 * n) * 2 * np.pi / (4 * n)
    ring = (r - deep * ((np.arange(4 * n) % 4) >= 2))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
    core = turned(name, [(r - deep - 0.03, z), (r - 0.4 * deep, z), (r - 0.4 * deep, z + tall), (0.02, z + tall)], bevel)
    return merge(name, core, slab("ribs", ring, 0.72 * tall, (0, 0, z + 0.06 * tall), TOP, 0.004, 1))


def lid_for(rng: random.Random, r: float, z: float, colours: list[Colour]) -> Part:
    """A lid of radius about r upwards from z."""
    tall, kind = rng.uniform(0.14, 0.3), rng.choice(("plain", "plain", "ribbed", "two", "wood", "dome"))
    material, colour = rng.choice((("polished_metal", metal(rng)), ("brushed_metal", metal(rng)), ("glossy_plastic", colours[1]), ("matte_plastic", colours[1])))
    if kind == "ribbed":
        return Part("lid", ribbed("lid", r, z, tall, rng.choice((20, 30, 40)), rng.uniform(0.012, 0.025)), material, colour)
    if kind == "two":  # ring and disc, as for preserving
        ring = turned("ring", [(r - 0.04, z), (r, z), (r, z + tall), (0.86 * r, z + tall), (0.86 * r, z + tall - 0.03), (0.02, z + tall - 0.03)], 0.012)
        return Part("lid", ring, "brushed_metal", colour)
    if kind == "wood":
        return Part("lid", turned("lid", [(r - 0.03, z), (r, z), (r, z + tall), (0.02, z + tall)], 0.03), "wood", wood(rng))
    if kind == "dome":
        a = np.linspace(0, 1.45, 12)
        return Part("lid", lathe("lid", [(r - 0.02, z), (r, z), *zip(r * np.cos(a), z + 0.3 * tall + 0.8 * tall * np.sin(a))]), material, colour)
    edge = turned("lid", [(r - 0.03, z), (r + 0.015, z), (r + 0.015, z + 0.04), (r, z + 0.05), (r, z + tall), (0.02, z + tall)], rng.choice((0.01, 0.03)))
    return Part("lid", edge, material, colour)


def cloth(rng: random.Random, r: float, z: float, colours: list[Colour]) -> list[Part]:
    """A gathered cover tied over the lid."""
    n, m, drop = rng.choice((9, 11, 14)), 120, rng.uniform(0.16, 0.26)
    a = np.arange(m) * 2 * np.pi / m
    rings = []
    for u in np.linspace(0, 1, 12):
        wave = (1 - u) ** 1.3
        radius = r * 1.06 + 0.16 * (1 - u) ** 1.5 + 0.035 * wave * np.sin(n * a)
        rings.append(np.stack([radius * np.cos(a), radius * np.sin(a), np.full(m, z - drop + drop * u) + 0.02 * wave * np.cos(n * a)], 1))
    for up, k in ((0.12, 1.05), (0.19, 1.0), (0.22, 0.85), (0.225, 0.02)):
        rings.append(np.stack([k * r * np.cos(a), k * r * np.sin(a), np.full(m, z + up)], 1))
    t = np.linspace(0, 2 * np.pi, 72)[:-1]
    cord = rod("string", np.stack([1.07 * r * np.cos(t), 1.07 * r * np.sin(t), np.full_like(t, z + 0.02)], 1), 0.022, 10, loop=True)
    bows = [rod("bow", spline([(s * 0.01, -1.07 * r, z + 0.02), (s * 0.14, -1.12 * r, z + 0.08), (s * 0.2, -1.13 * r, z - 0.01), (s * 0.02, -1.09 * r, z + 0.01)], 8), 0.018, 10) for s in (-1, 1)]
    return [Part("cloth", skin("cloth", rings), "fabric", colours[1]), Part("string", merge("string", cord, *bows), "fabric", colours[2])]
