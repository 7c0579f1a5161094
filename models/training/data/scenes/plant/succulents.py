# in: a random generator, the pot's mouth; out: parts of rosettes, aloes, cacti.
from __future__ import annotations

import random

import bpy
import numpy as np

from ..curves import Vector, fillet, resample
from ..joinery import merge
from ..palette import Colour
from ..placing import moved, points_of, reshaped, rotation
from ..shapes import ball, lathe, rod, skin
from ..subject import Part
from .leaves import blade, bow, crescent, width
from .pots import GROUND


def rosette(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Thick leaves in rings that close towards the middle."""
    n, size = rng.randint(3, 5), mouth * rng.uniform(1.0, 1.5)
    kind, thick = rng.choice(("drop", "drop", "lance", "oval")), rng.uniform(0.22, 0.4)
    parts, turn = [Part("core", lathe("core", [(0.3 * mouth, GROUND), (0.2 * mouth, 0.06), (0.05, 0.1)], 32), "matte_plastic", green)], 0.0
    for ring in range(n):
        share = ring / max(n - 1, 1)
        count = rng.randint(6, 8) - ring // 2
        long, wide = size * (1 - 0.6 * share), size * (0.55 - 0.25 * share)
        for k in range(count):
            a = turn + 2 * np.pi * k / count
            path, across = bow((0, 0, 0.045 + 0.03 * ring), a, long * (0.98 - 0.75 * share), long * (0.15 + 0.75 * share), -0.12 + 0.05 * share)
            parts.append(Part(f"leaf {ring} {k}", blade("leaf", path, wide * width(kind), crescent(0.1, thick), across), "matte_plastic", green))
        turn += np.pi / count + 0.1
    return parts


def aloe(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Fleshy tapering swords that rise and lean out."""
    parts, n, tall = [], rng.randint(7, 13), rng.uniform(0.5, 0.95)
    for k in range(n):
        a, share = k * 2.4 + rng.uniform(-0.2, 0.2), k / n
        path, across = bow((0.03 * np.cos(a), 0.03 * np.sin(a), GROUND), a, tall * (0.75 - 0.6 * share) * rng.uniform(0.8, 1.1), tall * (0.55 + 0.45 * share), rng.uniform(0.1, 0.5))
        parts.append(Part(f"leaf {k}", blade("leaf", path, mouth * 0.36 * width("taper"), crescent(0.12, 0.42), across), "matte_plastic", green))
    return parts


def ribbed(name: str, wide: float, tall: float, ribs: int, deep: float, round_end: float = 0.3) -> bpy.types.Object:
    """A cactus's column with upright ribs and a domed top, from z = GROUND."""
    a = np.arange(8 * ribs) * 2 * np.pi / (8 * ribs)
    wave = 1 + deep * np.cos(ribs * a)
    rings = []
    for t in np.concatenate([np.linspace(0, 1 - round_end, 8), 1 - round_end + round_end * np.sin(np.linspace(0.12, np.pi / 2 - 0.04, 12))]):
        end = max(0.0, (t - 1 + round_end) / round_end)
        grow = wide * (0.86 + 0.14 * np.sin(min(1.0, t / 0.6) * np.pi / 2)) * np.sqrt(max(1 - end**2, 0.002))
        rings.append(np.stack([grow * wave * np.cos(a), grow * wave * np.sin(a), np.full_like(a, GROUND + tall * t)], 1))
    return skin(name, rings, sharp=60)


def bud(rng: random.Random, at: Vector, s: float, colour: Colour) -> list[Part]:
    """A small flower of petals about a ball."""
    n = rng.randint(5, 7)
    petals = [moved(ball("petal", (0.9 * s, 0.55 * s, 0.3 * s)), (0.5 * s * np.cos(a), 0.5 * s * np.sin(a), 0), turn=rotation("z", np.degrees(a)) @ rotation("y", -35)) for a in np.arange(n) * 2 * np.pi / n]
    return [Part("petals", moved(merge("petals", *petals), at), "fabric", colour), Part("heart", ball("heart", (0.5 * s, 0.5 * s, 0.4 * s), at), "fabric", (0.95, 0.8, 0.3))]


def cactus(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A column with arms, smooth or ribbed."""
    tall, wide = rng.uniform(0.6, 1.2), mouth * rng.uniform(0.42, 0.6)
    ribs = rng.choice((0, 8, 10, 12))
    stem = ribbed("stem", wide, tall, ribs, 0.07) if ribs else rod("stem", [(0, 0, GROUND), (0, 0, tall / 2), (0, 0, tall - wide)], wide, 40, ends=0.97)
    parts = [Part("stem", stem, "matte_plastic", green)]
    sides = rng.choice(([1], [-1, 1], [-1, 1], []))
    for k, s in enumerate(sides):
        z, r = tall * rng.uniform(0.25, 0.5), wide * rng.uniform(0.45, 0.65)
        out, up = wide + rng.uniform(1.2, 1.8) * r, rng.uniform(0.2, 0.4) * tall
        line = fillet([(s * wide * 0.5, z), (s * out, z), (s * out, z + up + r)], 1.4 * r, 10, closed=False)
        line = resample(line, 40, closed=False)
        parts.append(Part(f"arm {k}", rod("arm", np.stack([line[:, 0], 0 * line[:, 0], line[:, 1]], 1), r, 32, ends=0.97), "matte_plastic", green))
    if rng.random() < 0.35:
        parts += bud(rng, (0, 0, tall - 0.02 + GROUND * bool(ribs)), 0.6 * wide, colours[2])
    return parts


def globe(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A barrel cactus, one or three."""
    parts = []
    places = [(0, 0, 1.0)] if rng.random() < 0.6 else [(-0.4 * mouth, 0, 0.62), (0.42 * mouth, 0.05, 0.55), (0.05, -0.3 * mouth, 0.42)]
    for k, (x, y, s) in enumerate(places):
        r = mouth * rng.uniform(0.8, 1.0) * s
        thing = moved(ball("globe", (2 * r, 2 * r, 1.8 * r), count=120), (0, 0, 0.8 * r))
        v, n = points_of(thing), rng.choice((10, 12, 14))
        v[:, :2] *= 1 + 0.07 * np.cos(n * np.arctan2(v[:, 1], v[:, 0]))[:, None] * np.minimum(1, np.linalg.norm(v[:, :2], axis=1) / (0.5 * r))[:, None]
        thing["sharp"] = 60
        parts.append(Part(f"globe {k}", moved(reshaped(thing, v), (x, y, GROUND)), "matte_plastic", green))
        if rng.random() < 0.3 and k == 0:
            parts += bud(rng, (x, y, 1.7 * r + GROUND), 0.5 * r, colours[2])
    return parts


def paddles(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A prickly pear: flat ovals one on the other."""
    parts: list[Part] = []

    def pad(at: np.ndarray, lean: float, s: float, level: int) -> None:
        yaw = rotation("z", rng.uniform(-35, 35)) @ rotation("y", lean)
        w, h = s * rng.uniform(0.65, 0.85), s
        thing = moved(ball("pad", (w, 0.2 * s, h)), (0, 0, 0.46 * h))
        parts.append(Part(f"pad {len(parts)}", moved(thing, at, turn=yaw), "matte_plastic", green))
        if level < 2:
            for side in rng.choice(((-1, 1), (-1, 1), (1,), (-1,), (0,))):
                spot = at + yaw @ np.array([side * 0.3 * w, 0, 0.46 * h + 0.38 * h * (1 if side == 0 else 0.85)])
                pad(spot, lean + side * rng.uniform(25, 45), s * rng.uniform(0.62, 0.8), level + 1)

    pad(np.array([0, 0, GROUND - 0.04]), rng.uniform(-8, 8), rng.uniform(0.5, 0.7), 0)
    if rng.random() < 0.4:
        tops = [points_of(part.object)[points_of(part.object)[:, 2].argmax()] for part in parts[-2:]]
        parts.append(Part("fruit", merge("fruit", *[ball("fruit", (0.1, 0.1, 0.12), p) for p in tops]), "matte_plastic", (0.8, 0.25, 0.35)))
    return parts
