# in: a random generator; out: Subject of a bowl, a plate, a pot or a glass.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import inlay, merge
from ..palette import glassy, metal, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod, sweep
from ..slabs import slab
from ..subject import Part, Subject
from .pieces import NAME, footed, shell


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
