# in: a flank's outline; out: what road vehicles share: wheels, arches, windows, lamps, lines of the flank.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, inset, rectangle
from ..faces import BACK, FRONT, OTHER_SIDE, SIDE, TOP, Solid
from ..joinery import cut, discard, inlay, merge, twin
from ..marks import mark
from ..palette import metal, neutral
from ..placing import moved, rotation
from ..poses import posed
from ..shapes import lathe, skin
from ..slabs import block, slab
from ..subject import Decal, Part, Subject

NAME = "car"
GLASS = ((0.16, 0.2, 0.25), (0.55, 0.75, 0.85), (0.3, 0.42, 0.5), (0.75, 0.88, 0.93))


def faced(subject: Subject, rng: random.Random) -> Subject:
    turn = rotation("z", rng.choice((0, 0, 180, 180, -90)))  # side on, or nose to the viewer
    return Subject(subject.family, *posed(subject.parts, subject.decals, turn))


def wheels(rng: random.Random, at: list[float], radius: float, wide: float, half: float) -> list[Part]:
    """Tyres and rims at the stations `at`, outer faces `half` from the middle; axle height = radius."""
    tyres: list[Solid] = []
    rims: list[Solid] = []
    hubs: list[Solid] = []
    r = radius * rng.uniform(0.55, 0.72)
    dish = rng.uniform(0.0, 0.05)
    profile = fillet([(r - 0.02, 0), (radius - 0.03, 0), (radius, 0.05), (radius, wide - 0.05), (radius - 0.03, wide), (r, wide), (r - 0.02, wide - 0.04)], 0.03, 3, closed=False)
    style, spokes = rng.choice(("spokes", "disc", "disc", "holes")), rng.randint(5, 8)
    tyre = lathe("tyre", profile, 56)
    rim = lathe("rim", fillet([(r, 0.05), (r, wide - 0.015), (r * 0.9, wide - 0.015), (r * 0.84, wide - 0.03 - dish), (0.01, wide - 0.03 - dish / 2)], 0.01, 2, closed=False), 48)
    if style != "disc":
        holes = []
        for a in np.arange(spokes) * 2 * np.pi / spokes:
            c, s = np.cos(a), np.sin(a)
            hole = ellipse(0.34 * r, 0.24 * r, 20) if style == "holes" else fillet([(-0.2 * r, -0.05 * r), (0.22 * r, -0.2 * r), (0.22 * r, 0.2 * r), (-0.2 * r, 0.05 * r)], 0.03 * r, 3)
            hole = hole @ np.array([[c, s], [-s, c]]) + 0.55 * r * np.array([c, s])
            holes.append(slab("tool", hole, 0.3, (0, 0, wide - 0.1), TOP))
        cut(rim, merge("tool", *holes))
    hub = lathe("hub", fillet([(0.2 * r, 0.05), (0.2 * r, wide - 0.01), (0.01, wide - 0.005)], 0.01, 2, closed=False), 32)
    for x in at:
        for side in (-1, 1):  # the lathe's top looks outwards
            for piece, row in ((tyre, tyres), (rim, rims), (hub, hubs)):
                row.append(moved(twin(piece), (x, -side * (half - wide), radius), turn=rotation("x", 90 * side)))
    for piece in (tyre, rim, hub):
        discard(piece)
    colour = metal(rng)
    return [
        Part("tyres", merge("tyres", *tyres), "rubber", rng.choice(((0.1, 0.1, 0.11), (0.16, 0.16, 0.17), (0.22, 0.23, 0.26)))),
        Part("rims", merge("rims", *rims), rng.choice(("brushed_metal", "polished_metal", "glossy_plastic")), colour),
        Part("hubs", merge("hubs", *hubs), "brushed_metal", metal(rng)),
    ]


def arches(body: Solid, at: list[float], radius: float, half: float, floor: float) -> Part:
    """Round openings over the wheels, and the dark wells behind them."""
    rings = [ellipse(2 * radius, 2 * radius, 48, (x, radius * 0.8)) for x in at]
    cut(body, merge("tool", *[slab("tool", ring, 4, (0, 2, 0), FRONT) for ring in rings]))
    wide = half - 0.16
    wells = []
    for ring in rings:
        ring = inset(ring, 0.004)
        ring[:, 1] = np.maximum(ring[:, 1], floor + 0.01)
        keep = np.concatenate([[True], np.linalg.norm(np.diff(ring, axis=0), axis=1) > 1e-5])
        wells.append(slab("well", ring[keep], 2 * wide, (0, wide, 0), FRONT))
    return Part("wells", merge("wells", *wells), "rubber", (0.08, 0.08, 0.09))


def side_window(name: str, body: Solid, outlines: list[np.ndarray]) -> Solid:
    """Windows in both flanks, flush: outlines are side views (x, z); the glass is 0.04 deep."""
    tools = [slab("tool", o, 4, (0, 2, 0), FRONT) for o in outlines]
    return inlay(name, body, merge("tool", *tools))


def cabin(base: tuple[float, float], roof: tuple[float, float], low: float, high: float, wide: float, narrow: float, corner: float) -> Solid:
    """A loft upwards from the belt (rear x, front x) to the roof, rounded where they meet."""
    rings = []
    for t, tuck in [(-0.06, 0), (0.0, 0), (0.2, 0), (0.4, 0), (0.6, 0), (0.8, 0), (0.9, 0.0), (0.95, 0.012), (0.98, 0.03), (0.995, 0.055), (1.0, 0.085)]:
        a, b = base[0] + (roof[0] - base[0]) * t, base[1] + (roof[1] - base[1]) * t
        w = wide + (narrow - wide) * t
        ring = rectangle(b - a, w, corner, steps=6)
        ring = inset(ring, min(tuck, corner * 0.9)) if tuck else ring
        rings.append(np.concatenate([ring + ((a + b) / 2, 0), np.full((len(ring), 1), low + (high - low) * t)], 1))
    return skin("cabin", rings)


def lamps(rng: random.Random, front: float, back: float, z: float, half: float) -> list[Part]:
    """Head and rear lamps as pieces that stand a little proud of the ends."""
    parts = []
    shape = rng.choice((ellipse(0.16, 0.16, 40), rectangle(0.22, 0.1, 0.04), rectangle(0.26, 0.07, 0.03), fillet([(-0.13, -0.04), (0.12, -0.05), (0.14, 0.05), (-0.1, 0.06)], 0.02)))
    for name, x, face, colour, out in (("headlamps", front, SIDE, (0.97, 0.95, 0.86), 1), ("rear lamps", back, OTHER_SIDE, (0.8, 0.1, 0.1), -1)):
        pieces = []
        for s in (-1, 1):
            o = shape * (s * out, 1)
            pieces.append(slab("lamp", o, 0.2, (x - out * 0.185, s * half * 0.72, z), face, 0.015))
        parts.append(Part(name, merge(name, *pieces), "glossy_plastic", colour))
    return parts


def flank_lines(rng: random.Random, xs: list[float], low: float, high: float, half: float, handle: float | None) -> tuple[list[Decal], list[Part]]:
    """Door seams as thin printed lines, and handles."""
    decals, parts = [], []
    for x in xs:
        image = np.ones((64, 4), np.uint8)
        for face, y in ((FRONT, -half), ((-FRONT[0], FRONT[1]), half)):
            decals.append(mark((x, y, (low + high) / 2), 0.012, high - low, image, face, 0.25))
    if handle:
        pieces = []
        for x in xs[1:]:
            for s in (-1, 1):
                pieces.append(block("handle", (0.11, 0.035, 0.028), (x + 0.09, s * (half - 0.005), handle), 0.008))
        if pieces:
            parts.append(Part("handles", merge("handles", *pieces), "brushed_metal", metal(rng)))
    return decals, parts


def trim(rng: random.Random, nose: float, tail: float, floor: float, tall: float, half: float) -> list[Part]:
    """Bumpers, grille, plate."""
    parts = []
    if rng.random() < 0.6:
        z, high = floor + rng.uniform(0.2, 0.35) * tall, rng.uniform(0.05, 0.1)
        bars = [block("bumper", (0.12, 1.8 * half, high), (x, 0, z), 0.02, 0.05) for x in (nose - 0.03, tail + 0.03)]
        parts.append(Part("bumpers", merge("bumpers", *bars), rng.choice(("polished_metal", "matte_plastic")), rng.choice((metal(rng), neutral(rng, False)))))
    if rng.random() < 0.6:
        g = slab("grille", rectangle(rng.uniform(0.2, 0.4), rng.uniform(0.06, 0.12), 0.02), 0.15, (nose - 0.14, 0, floor + rng.uniform(0.5, 0.62) * tall), SIDE, 0.01)
        parts.append(Part("grille", g, "matte_plastic", (0.12, 0.12, 0.13)))
    return parts


def _flank(body: Solid, outlines: list[np.ndarray], half: float) -> Solid:
    """Windows in both flat flanks, 0.03 deep, flush."""
    tools = []
    for o in outlines:
        tools += [slab("tool", o, 0.53, (0, -half + 0.03, 0), FRONT), slab("tool", o * (-1, 1), 0.53, (0, half - 0.03, 0), BACK)]
    return inlay("side windows", body, merge("tool", *tools))
