# in: a cab's ends, floor and roof; out: cab, nose, chassis, beacon, and what is printed on both flanks.
from __future__ import annotations

import random

import numpy as np

from ..car.body import GLASS, _flank, flank_lines
from ..curves import Points, fillet, rectangle
from ..faces import FRONT, SIDE, Solid
from ..joinery import inlay, merge
from ..marks import mark
from ..palette import Colour, metal, neutral
from ..placing import moved, rotation
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Decal, Part

NAME = "truck"
MIRRORED = (-FRONT[0], FRONT[1])  # BACK, as car.py's flank marks use it


def named(parts: list[Part], prefix: str) -> list[Part]:
    for part in parts:
        part.name = f"{prefix} {part.name}"
    return parts


def both_flanks(x: float, z: float, half: float, w: float, h: float, image: np.ndarray) -> list[Decal]:
    return [mark((x, s * half, z), w, h, image, face, 0.06) for s, face in ((-1, FRONT), (1, MIRRORED))]


def horizontal(name: str, profile: Points, x: float, z: float, count: int = 60) -> Solid:
    """A lathe about an axis along x: profile of (r, along)."""
    return moved(lathe(name, profile, count), (x, 0, z), turn=rotation("y", 90))


def cab(rng: random.Random, back: float, nose: float, floor: float, roof: float, half: float, colours: list[Colour], hood: float = 0.0) -> tuple[list[Part], list[Decal], object]:
    """Flat-faced, or with a bonnet `hood` long: windows, seams, steps, mirrors, sun visor. The body comes last, apart: arches are cut later."""
    belt = floor + rng.uniform(0.45, 0.55) * (roof - floor)
    slope, r = rng.uniform(0.02, 0.14), rng.uniform(0.03, 0.1)
    if hood:
        profile = [(back, floor), (nose, floor), (nose, belt - 0.06), (nose - hood, belt), (nose - hood - slope, roof), (back, roof)]
        body = slab("cab", fillet(profile, [0.02, 0.05, 0.07, 0.04, r, 0.04], 6), 2 * half, (0, half, 0), FRONT, 0.035, 4)
    else:
        profile = [(back, floor), (nose, floor), (nose, belt), (nose - slope, roof), (back, roof)]
        body = slab("cab", fillet(profile, [0.02, 0.06, 0.3, r, 0.04], 6), 2 * half, (0, half, 0), FRONT, 0.035, 4)
    front, zl, zh = nose - hood, belt + 0.03, roof - rng.uniform(0.07, 0.12)
    long = front - slope - back
    door = min(long - 0.12, 0.5)
    rise = slope * (zh - belt) / (roof - belt)
    window = [(front - 0.09 - door + 0.02, zl), (front - 0.07, zl), (front - 0.07 - rise, zh), (front - 0.09 - door + 0.02, zh)]
    glass = rng.choice(GLASS)
    parts = [Part("side windows", _flank(body, [fillet(window, 0.03)], half), "glass", glass)]
    screen = rectangle(2 * half - 0.15, zh - zl, 0.04, (0, (zh + zl) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (front - slope - 0.05, 0, 0), SIDE)), "glass", glass))
    seams, extra = flank_lines(rng, [front - 0.05, front - 0.1 - door], floor + 0.06, zh + 0.03, half, belt - 0.06)
    parts += extra
    if rng.random() < 0.5:
        mirrors = [block("mirror", (0.05, 0.06, 0.17), (front - 0.03, s * (half + 0.05), (zl + zh) / 2), 0.015) for s in (-1, 1)]
        parts.append(Part("mirrors", merge("mirrors", *mirrors), "matte_plastic", neutral(rng, False)))
    if rng.random() < 0.35:
        parts.append(Part("visor", block("visor", (0.12, 2 * half - 0.06, 0.03), (front - slope + 0.03, 0, roof - 0.04), 0.01), "matte_plastic", colours[2]))
    return parts, seams if rng.random() < 0.7 else [], body


def nose_trim(rng: random.Random, nose: float, floor: float, top: float, half: float) -> list[Part]:
    """Bumper and grille on a flat front."""
    high = 0.12
    parts = [Part("bumper", block("bumper", (0.1, 2 * half + 0.01, high), (nose + 0.005, 0, floor + 0.03), 0.02), rng.choice(("matte_plastic", "polished_metal")), rng.choice((neutral(rng, False), metal(rng))))]
    if rng.random() < 0.7:
        w, h = rng.uniform(0.3, 0.55), (top - floor) * rng.uniform(0.2, 0.35)
        parts.append(Part("grille", slab("grille", rectangle(w, h, 0.03), 0.12, (nose - 0.105, 0, floor + 0.14 + h / 2), SIDE, 0.008), "matte_plastic", (0.14, 0.14, 0.15)))
    return parts


def chassis(rng: random.Random, tail: float, nose: float, z: float, half: float) -> list[Part]:
    parts = [Part("chassis", block("chassis", (nose - tail - 0.05, 1.1 * half, 0.1), ((nose + tail) / 2, 0, z - 0.05), 0.01), "matte_plastic", (0.16, 0.16, 0.17))]
    return parts


def beacon(rng: random.Random, x: float, z: float, half: float) -> list[Part]:
    """Light bar or a turning lamp on the roof."""
    colour = rng.choice(((0.15, 0.35, 0.85), (0.95, 0.55, 0.1), (0.85, 0.15, 0.15)))
    if rng.random() < 0.6:
        return [Part("light bar", block("light bar", (0.12, 1.2 * half, 0.08), (x, 0, z + 0.03), 0.025), "glass", colour)]
    return [Part("beacon", lathe("beacon", fillet([(0.07, -0.01), (0.07, 0.1), (0.01, 0.13)], 0.03, 5, closed=False), 36, (x, 0, z)), "glass", colour)]
