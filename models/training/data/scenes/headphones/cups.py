# in: an ear cup's outline; out: its shell, cushion and ring, for both sides.
from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ..curves import Points, ellipse, inset
from ..faces import SIDE, Solid
from ..joinery import inlay, merge
from ..marks import canvas, logo, mark
from ..palette import Colour, metal, neutral
from ..patterns import dots, grid, stripes
from ..placing import rotation
from ..poses import posed
from ..shapes import skin
from ..slabs import slab
from ..subject import Decal, Part, Things


def shell(name: str, outline: np.ndarray, profile: Points) -> Solid:
    """Rings of an outline (y, z) along +X: profile of (inset, x)."""
    rings = []
    for by, x in profile:
        ring = inset(outline, by) if by else outline
        rings.append(np.concatenate([np.full((len(ring), 1), x), ring], 1))
    return skin(name, rings)


def cushion(name: str, outline: np.ndarray, wide: float, deep: float, square: float) -> Solid:
    """A soft ring on the inner side, from x = 0 to -deep."""
    section = ellipse(wide, deep, 24, power=square)
    rings = []
    for by, x in section:
        ring = inset(outline, by + wide / 2)
        rings.append(np.concatenate([np.full((len(ring), 1), x - 0.46 * deep), ring], 1))
    return skin(name, rings, loop=True)


def cup(rng: random.Random, outline: np.ndarray, colours: list[Colour], on_ear: bool) -> Things:
    """One ear's cup about the origin, its outside to +X."""
    half = float(outline[:, 0].max())
    deep, style = rng.uniform(0.12, 0.26), rng.choice(("flat", "flat", "dome", "step", "cone"))
    soft = rng.uniform(0.02, 0.06)
    walls = {
        "flat": [(0.03, 0), (0, 0.03), (0, deep - soft), (0.3 * soft, deep - 0.3 * soft), (soft, deep)],
        "dome": [(0.03, 0), (0, 0.03), *[(half * 0.75 * (1 - np.cos(a)), 0.06 + (deep - 0.06) * np.sin(a)) for a in np.linspace(0, 1.4, 9)]],
        "step": [(0.03, 0), (0, 0.03), (0, 0.45 * deep), (0.02, 0.5 * deep), (0.3 * half, 0.55 * deep), (0.32 * half, 0.62 * deep), (0.34 * half, deep - 0.02), (0.36 * half, deep)],
        "cone": [(0.03, 0), (0, 0.03), (0.02, 0.3 * deep), (0.42 * half, deep - 0.02), (0.46 * half, deep)],
    }[style]
    profile = np.array(walls)
    parts = [Part("cups", shell("cup", outline, profile), rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal", "wood")), colours[0])]
    decals, face = [], profile[-1, 0]
    plate = inset(outline, face + rng.uniform(0.03, 0.1) * half)
    trim = rng.choice(("plate", "ring", "inlay", "none"))
    colour, out = colours[rng.choice((1, 2))], deep
    if trim == "plate":
        parts.append(Part("plates", slab("plate", plate, 0.05, (deep - 0.03, 0, 0), SIDE, 0.008), rng.choice(("brushed_metal", "glossy_plastic", "leather", "wood")), colour))
        out += 0.02
    elif trim == "ring":
        inner = inset(plate, rng.uniform(0.03, 0.07))
        around = np.concatenate([shell_ring(o, x) for o, x in ((plate, deep - 0.03), (plate, deep + 0.015), (inner, deep + 0.015), (inner, deep - 0.03))]).reshape(4, -1, 3)
        parts.append(Part("trims", skin("ring", around, loop=True), "polished_metal", metal(rng)))
    elif trim == "inlay":
        parts.append(Part("plates", inlay("plate", parts[0].object, slab("tool", plate, 1, (0.6 * deep, 0, 0), SIDE)), rng.choice(("brushed_metal", "fabric", "glossy_plastic")), colour))
    s = 2 * float(inset(outline, face)[:, 0].max()) * 0.55
    if s > 0.06:
        image = canvas(1, 1)
        rng.choice((logo, logo, logo, dots, grid, stripes))(image, rng)
        if rng.random() < 0.8:
            decals.append(mark((out, 0, 0), s, s, image, SIDE, 0.03))
    pad = rng.uniform(0.28, 0.4) * half if not on_ear else 0.45 * half
    thick = rng.uniform(0.14, 0.24)
    edge = inset(outline, 0.012)
    soft_part = cushion("cushion", edge, pad, thick, rng.choice((2.2, 3.0)))
    parts.append(Part("cushions", soft_part, rng.choice(("leather", "leather", "fabric", "rubber")), colours[3]))
    inner = inset(edge, 0.6 * pad)
    parts.append(Part("grilles", slab("grille", inner, 0.06, (-0.05, 0, 0), SIDE), "fabric", neutral(rng, False)))
    image = canvas(1, 1)
    dots(image, rng)
    if rng.random() < 0.4:
        decals.append(mark((-0.05, 0, 0), 1.1 * half, 1.1 * half, image, (-SIDE[0], SIDE[1]), 0.01))
    return parts, decals


def shell_ring(outline: np.ndarray, x: float) -> np.ndarray:
    return np.concatenate([np.full((len(outline), 1), x), outline], 1)


def both(parts_of: Callable[[], Things], at: float, tilt: float, swivel: float) -> Things:
    """The same cup on either side: right at +at, left at -at; swivel -90 turns both outsides to -Y."""
    heaps: dict[str, list[Part]] = {}
    decals: list[Decal] = []
    for s in (1, -1):
        parts, marks = parts_of()
        turn = rotation("z", s * swivel) @ rotation("z", 0 if s > 0 else 180) @ rotation("y", -tilt)
        parts, marks = posed(parts, marks, turn, (s * at, 0, 0))
        decals += marks
        for part in parts:
            heaps.setdefault(part.name, []).append(part)
    return [replace(same[0], name=name, object=merge(name, *[p.object for p in same])) for name, same in heaps.items()], decals
