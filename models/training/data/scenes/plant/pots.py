# in: a random generator, colours; out: a pot with its earth, and where stems begin.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, inset, offset_profile, rectangle, spline
from ..faces import FRONT, TOP
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import Colour, neutral, wood
from ..placing import moved
from ..shapes import lathe, rod, skin
from ..slabs import slab
from ..subject import Decal, Part

NAME = "plant"
GROUND = -0.03  # where stems begin, about the earth's level


def earth(r: float, z: float, section: np.ndarray | None = None) -> Part:
    plan = ellipse(2 * r, 2 * r, 56) if section is None else section
    return Part("earth", slab("earth", plan, 0.08, (0, 0, z - 0.08), TOP), "fabric", (0.25, 0.17, 0.12))


def potted(rng: random.Random, colours: list[Colour]) -> tuple[list[Part], float, float, list[Decal]]:
    """(parts, radius of the mouth, height of the earth, prints)."""
    r, h = rng.uniform(0.28, 0.44), rng.uniform(0.35, 0.65)
    kind = rng.choice(("rim", "rim", "cone", "cylinder", "bowl", "egg", "square", "square", "facets", "legs", "basket"))
    material = rng.choice(("ceramic", "ceramic", "concrete", "matte_plastic"))
    colour = rng.choice((colours[0], neutral(rng, True), (0.76, 0.44, 0.3)))
    parts, decals, wall = [], [], 0.035
    if kind == "square":
        low, soft = rng.uniform(0.7, 1.0), rng.uniform(0.015, 0.08)
        plan = rectangle(2 * r * 0.9, 2 * r * 0.9, soft, steps=5)
        hollow = inset(plan, wall)
        rings = [(inset(plan * low, 0.01), 0.0), (plan * low, 0.012), (plan, h - 0.008), (inset(plan, 0.008), h), (hollow, h), (hollow * 0.9, h - 0.16)]
        body = skin("pot", [np.concatenate([ring, np.full((len(ring), 1), z)], 1) for ring, z in rings])
        parts += [Part("pot", body, material, colour), earth(0, h - 0.05, hollow * 0.985)]
        mouth = 0.8 * r
    else:
        if kind == "bowl":
            r, h = r * 1.25, h * 0.6
        base = r * {"cylinder": 0.97, "legs": 0.95, "bowl": 0.45, "egg": 0.5}.get(kind, rng.uniform(0.62, 0.85))
        t = np.linspace(0, 1, 22)
        if kind == "bowl":
            outer = spline([(base, 0), (base + 0.55 * (r - base), 0.2 * h), (base + 0.85 * (r - base), 0.55 * h), (r, h)], 9)
        elif kind in ("egg", "basket"):
            outer = spline([(base, 0), (r * 1.1, 0.38 * h), (r * 1.12, 0.6 * h), (r, h)], 8)
        else:
            outer = np.stack([base + (r - base) * t, h * t], 1)
        outer = np.vstack([[(outer[0, 0] - 0.015, 0), (outer[0, 0] - 0.003, 0.006)], outer[1:]])
        inner = offset_profile(outer, wall)[::-1]
        inner = inner[inner[:, 1] > h - 0.2]
        profile = np.vstack([outer, [((outer[-1, 0] + inner[0, 0]) / 2, h + 0.008)], inner])
        sides = rng.choice((6, 8, 10)) if kind == "facets" else 64
        body = lathe("pot", profile, sides, sharp=15 if kind == "facets" else 38)
        inside = float(np.interp(h - 0.05, inner[::-1, 1], inner[::-1, 0])) * (np.cos(np.pi / sides) if kind == "facets" else 0.995)
        if kind in ("rim", "legs", "cylinder", "egg") and rng.random() < 0.35:
            zb, tall = rng.uniform(0.2, 0.6) * h, rng.uniform(0.1, 0.45) * h
            parts.append(Part("band", inlay("band", body, slab("tool", rectangle(4, tall), 4, (0, 2, zb), FRONT)), material, colours[1]))
        if kind == "basket":
            material, colour, grooves = "fabric", rng.choice(((0.82, 0.68, 0.48), (0.9, 0.85, 0.75))), rng.randint(3, 6)
            for k in range(1, grooves, 2):
                stripe = slab("tool", rectangle(4, 0.8 * h / grooves), 4, (0, 2, h * (k + 0.5) / grooves), FRONT)
                parts.append(Part(f"weave {k}", inlay(f"weave {k}", body, stripe), "fabric", colours[1]))
        parts += [Part("pot", body, material, colour), earth(inside, h - 0.05)]
        if kind == "rim":
            tall, out = rng.uniform(0.1, 0.17), rng.uniform(0.025, 0.05)
            band = fillet([(r - 0.03, h - tall), (r + out, h - tall), (r + out + 0.006, h + 0.02), (r - 0.03, h + 0.02)], 0.014, 3)
            parts.append(Part("rim", lathe("rim", band, 64, loop=True), material, colour))
        mouth = inside * 0.9
    if kind == "legs":
        lift = rng.uniform(0.2, 0.35)
        for part in parts:
            moved(part.object, (0, 0, lift))
        legs = [rod("leg", [(1.1 * r * np.cos(a), 1.1 * r * np.sin(a), 0), (1.03 * r * np.cos(a), 1.03 * r * np.sin(a), lift), (1.03 * r * np.cos(a), 1.03 * r * np.sin(a), lift + 0.6 * h)], 0.026, 14) for a in np.radians((45, 135, 225, 315))]
        ring = lathe("ring", fillet([(r * 0.9, lift - 0.035), (r * 1.02, lift - 0.035), (r * 1.02, lift + 0.0), (r * 0.9, lift + 0.0)], 0.006, 2), 60, loop=True)
        parts += [Part("legs", merge("legs", *legs), "wood", wood(rng)), Part("ring", ring, "wood", wood(rng))]
        h += lift
    elif rng.random() < 0.25 and kind != "bowl":
        dish = fillet([(0.8 * r, -0.03), (r * 1.02, -0.03), (r * 1.12, 0.05), (r * 1.07, 0.05), (r * 0.98, -0.005), (0.01, -0.005)], 0.008, 2, closed=False)
        parts.append(Part("saucer", lathe("saucer", dish, 60), material, colour))
    if rng.random() < 0.2 and kind in ("cylinder", "cone", "egg", "square"):
        decals.append(mark((0, -r, 0.45 * h), 0.9 * r, 0.5 * h, printed(rng, 0.9 * r, 0.5 * h), FRONT, 0.8 * r))
    return parts, mouth, h - 0.05, decals
