# in: a random generator; out: Subject of a road vehicle: sedan, hatch, van, pickup, bus, sports car, toy.
"""The body is a hull along its length (nose at +x before the final turn), the cabin a second one on top;
windows, doors and lamps are inlaid flush or printed. Lengths are about wheelbases: a car is 2 to 2.6 long."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from .curves import ellipse, fillet, inset, rectangle
from .joinery import cut, discard, inlay, merge, twin, unite
from .marks import mark, printed
from .palette import metal, neutral, scheme
from .poses import posed
from .shapes import BACK, FRONT, OTHER_SIDE, SIDE, TOP, Solid, block, hull, lathe, moved, rotation, skin, slab
from .subject import Decal, Part, Subject

NAME = "car"
GLASS = ((0.16, 0.2, 0.25), (0.55, 0.75, 0.85), (0.3, 0.42, 0.5), (0.75, 0.88, 0.93))


def build(rng: random.Random) -> Subject:
    return faced(rng.choice((passenger, passenger, passenger, passenger, van, pickup, bus))(rng), rng)


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


def passenger(rng: random.Random) -> Subject:
    """Sedan, hatch, coupe or toy: hood, cabin, boot in any proportion."""
    colours = scheme(rng, 5)
    toy = rng.random() < 0.25
    long = rng.uniform(1.3, 1.7) if toy else rng.uniform(1.9, 2.5)
    radius = rng.uniform(0.2, 0.26) if toy else rng.uniform(0.17, 0.22)
    half = rng.uniform(0.36, 0.45)
    floor, belt = radius * rng.uniform(0.55, 0.9), radius * rng.uniform(2.3, 2.9)
    roof = belt + rng.uniform(0.26, 0.42)
    nose, tail = long / 2, -long / 2
    kind = rng.choice(("sedan", "hatch", "coupe", "wagon", "beetle"))
    front_base = rng.uniform(0.1, 0.24) * long
    front_roof = front_base - rng.uniform(0.1, 0.22) * long
    if kind in ("hatch", "wagon"):
        rear_base = tail + rng.uniform(0.01, 0.05)
        rear_roof = rear_base + rng.uniform(0.08, 0.3)
    else:
        rear_base = tail + rng.uniform(0.1, 0.22) * long
        rear_roof = rear_base + rng.uniform(0.1, 0.22) * long
    rear_roof = min(rear_roof, front_roof - 0.2)
    hood = belt - rng.uniform(0.03, 0.12)
    deck = belt if kind in ("hatch", "wagon") else belt - rng.uniform(0.0, 0.05)
    x = np.array([tail, tail + 0.015, tail + 0.05, tail + 0.12, rear_base, 0, front_base, front_base + 0.12, nose - 0.25, nose - 0.12, nose - 0.05, nose - 0.015, nose])
    round_nose = rng.uniform(0.02, 0.12)
    tall = hood - round_nose - floor
    top = np.array([deck - 0.05, deck - 0.03, deck - 0.01, deck, belt, belt, belt, belt - 0.02, hood, hood - round_nose * 0.3, hood - round_nose * 0.7, hood - round_nose, hood - round_nose - 0.15 * tall])
    low = floor + tall * np.array([0.14, 0.09, 0.04, 0, 0, 0, 0, 0, 0, 0, 0.03, 0.08, 0.15])
    plan = rng.uniform(0.02, 0.12)
    w = 2 * half * np.array([0.86, 0.91, 0.94, 0.97, 1, 1, 1, 1, 1 - plan * 0.3, 1 - plan * 0.6, 0.96 - plan, 0.92 - plan, 0.86 - plan])
    s = np.linspace(0, len(x) - 1, 37)
    along, width, under, over = (np.interp(s, np.arange(len(x)), v) for v in (x, w, low, top))
    body = hull("body", along, width, under, over, power=rng.uniform(4.5, 9))
    ends = [tail + rng.uniform(0.17, 0.22) * long, nose - rng.uniform(0.16, 0.21) * long]
    parts, decals = [arches(body, ends, radius * rng.uniform(1.12, 1.25), half, floor)], []
    if rng.random() < 0.55:  # bumpers and sill as one flush band, or a two-tone flank
        z = floor + rng.uniform(0.06, 0.3) * (belt - floor)
        band = slab("tool", rectangle(5, 2 * z), 4, (0, 2, 0), FRONT)
        parts.append(Part("sill", inlay("sill", body, band), rng.choice(("matte_plastic", "glossy_plastic")), colours[1]))
    paint = rng.choice(("glossy_plastic", "glossy_plastic", "matte_plastic", "brushed_metal"))
    wide, narrow = 2 * half * 0.93, 2 * half * rng.uniform(0.68, 0.82)
    top_part = cabin((rear_base, front_base), (rear_roof, front_roof), belt - 0.03, roof, wide, narrow, rng.uniform(0.08, 0.14))
    glass, glass_parts = rng.choice(GLASS), []
    zl, zh = belt + 0.035, roof - rng.uniform(0.05, 0.08)
    rake = lambda xa, xb, z: xa + (xb - xa) * (z - belt) / (roof - belt)
    a, b = rake(rear_base, rear_roof, zl) + 0.1, rake(front_base, front_roof, zl) - 0.1
    c, d = rake(rear_base, rear_roof, zh) + 0.1, rake(front_base, front_roof, zh) - 0.08
    posts = [0.5 * (c + d) + rng.uniform(-0.08, 0.08)]
    if kind == "wagon" and d - c > 0.8:
        posts = [c + (d - c) / 3, c + 2 * (d - c) / 3]
    if kind in ("coupe", "beetle") and rng.random() < 0.6:
        posts = []
    cuts, gap = [None, *posts, None], rng.uniform(0.015, 0.035)
    outlines = []
    for p, q in pairwise(cuts):
        left, right = (a, c) if p is None else (p + gap, p + gap), (b, d) if q is None else (q - gap, q - gap)
        outlines.append(fillet([(left[0], zl), (right[0], zl), (right[1], zh), (left[1], zh)], rng.uniform(0.02, 0.06)))
    glass_parts.append(Part("side windows", side_window("side windows", top_part, outlines), "glass", glass))
    cross = wide / 2 - 0.09
    screen = fillet([(-cross, zl), (cross, zl), (cross - (wide - narrow) / 2, zh), (-cross + (wide - narrow) / 2, zh)], 0.05)
    through = slab("tool", screen, 4, (-2, 0, 0), SIDE)  # windscreen and rear window in one
    glass_parts.append(Part("screens", inlay("screens", top_part, through), "glass", glass))
    seams, extra = flank_lines(rng, [front_base - 0.06, *posts[::-1]] if posts else [front_base - 0.08, rear_base + 0.3], floor + 0.08, belt - 0.02, half, belt - 0.08 if rng.random() < 0.8 else None)
    decals += seams if rng.random() < 0.8 else []
    if rng.random() < 0.5:
        unite(body, top_part)
    else:
        parts.append(Part("roof", top_part, paint, colours[rng.choice((0, 2))]))
    parts += [Part("body", body, paint, colours[0]), *glass_parts, *extra]
    parts += lamps(rng, nose, tail, floor + rng.uniform(0.55, 0.68) * tall, 0.92 * half)
    parts += trim(rng, nose, tail, floor, tall, 0.95 * half)
    parts += wheels(rng, ends, radius, rng.uniform(0.13, 0.19), half * (1 - 0.4 * plan) + rng.uniform(-0.02, 0.015))
    return Subject(NAME, parts, decals)


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


def boxy(rng: random.Random, long: float, half: float, floor: float, roof: float, slope: float, hood: float, corner: float) -> tuple[Solid, float]:
    """A van or bus as a plate with the side profile, as wide as the car, its edges rounded: flanks are flat."""
    nose, tail = long / 2, -long / 2
    belt = floor + 0.5 * (roof - floor)
    profile = [(tail, floor), (nose, floor), (nose, belt - hood * 0.2), (nose - hood, belt), (nose - hood - slope, roof), (tail + 0.02, roof)]
    return slab("body", fillet(profile, [0.07, 0.07, 0.08, 0.09, corner, corner], 6), 2 * half, (0, half, 0), FRONT, rng.uniform(0.02, 0.045), 4), belt


def van(rng: random.Random) -> Subject:
    colours = scheme(rng, 5)
    long, half, radius = rng.uniform(1.7, 2.4), rng.uniform(0.4, 0.48), rng.uniform(0.17, 0.21)
    floor, roof = radius * 0.8, rng.uniform(0.85, 1.1)
    hood, slope = rng.uniform(0.02, 0.35), rng.uniform(0.08, 0.25)
    body, belt = boxy(rng, long, half, floor, roof, slope, hood, rng.uniform(0.06, 0.14))
    nose, tail = long / 2, -long / 2
    ends = [tail + 0.2 * long, nose - rng.uniform(0.18, 0.22) * long]
    parts, decals, glass = [arches(body, ends, radius * 1.18, half, floor)], [], rng.choice(GLASS)
    zh, front = roof - 0.09, nose - hood - 0.05
    door = [(front - 0.42, belt + 0.02), (front - 0.02, belt + 0.02), (front - slope * 0.75, zh), (front - 0.42, zh)]
    outlines = [fillet(door, 0.03)]
    if rng.random() < 0.5:  # a people carrier has windows all along
        x, step = front - 0.48, rng.uniform(0.3, 0.5)
        while x - step > tail + 0.08:
            outlines.append(rectangle(step - 0.05, zh - belt - 0.02, 0.03, (x - step / 2, (zh + belt + 0.02) / 2)))
            x -= step
    parts.append(Part("side windows", _flank(body, outlines, half), "glass", glass))
    if rng.random() < 0.5:
        z = floor + rng.uniform(0.1, 0.9) * (belt - floor)
        parts.append(Part("lower", inlay("lower", body, slab("tool", rectangle(5, 2 * z), 4, (0, 2, 0), FRONT)), "glossy_plastic", colours[1]))
    screen = rectangle(2 * half - 0.16, zh - belt - 0.03, 0.04, (0, (zh + belt + 0.05) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (front - slope - 0.1, 0, 0), SIDE)), "glass", glass))
    seams, extra = flank_lines(rng, [front - 0.02, front - 0.46, front - 0.95], floor + 0.05, roof - 0.06, half, belt - 0.06)
    parts += [Part("body", body, "glossy_plastic", colours[0]), *extra]
    decals += seams if rng.random() < 0.8 else []
    if rng.random() < 0.6:
        w = rng.uniform(0.4, 0.7)
        image = printed(rng, w, 0.3)
        decals += [mark((tail + 0.5, y, belt * rng.uniform(0.85, 1.0)), w, 0.3, image, face, 0.1) for y, face in ((-half, FRONT), (half, (-FRONT[0], FRONT[1])))]
    parts += lamps(rng, nose, tail, floor + 0.25, half)
    parts += trim(rng, nose, tail, floor, belt - floor, half)
    parts += wheels(rng, ends, radius, 0.16, half + 0.01)
    return Subject(NAME, parts, decals)


def _flank(body: Solid, outlines: list[np.ndarray], half: float) -> Solid:
    """Windows in both flat flanks, 0.03 deep, flush."""
    tools = []
    for o in outlines:
        tools += [slab("tool", o, 0.53, (0, -half + 0.03, 0), FRONT), slab("tool", o * (-1, 1), 0.53, (0, half - 0.03, 0), BACK)]
    return inlay("side windows", body, merge("tool", *tools))


def bus(rng: random.Random) -> Subject:
    colours = scheme(rng, 5)
    long, half, radius = rng.uniform(2.2, 3.2), rng.uniform(0.42, 0.5), rng.uniform(0.16, 0.2)
    floor, roof = radius * 0.8, rng.uniform(1.0, 1.3)
    double = rng.random() < 0.2
    roof += 0.5 * double
    body, _ = boxy(rng, long, half, floor, roof, rng.uniform(0.0, 0.08), 0.02, rng.uniform(0.05, 0.12))
    nose, tail = long / 2, -long / 2
    ends = [tail + rng.uniform(0.17, 0.25) * long, nose - rng.uniform(0.17, 0.25) * long]
    wells = arches(body, ends, radius * 1.15, half, floor)
    belt, high = floor + rng.uniform(0.42, 0.5) * (min(roof, 1.25) - floor), min(roof, 1.3) - rng.uniform(0.12, 0.2)
    n, gap, glass = rng.randint(3, 7), rng.uniform(0.02, 0.06), rng.choice(GLASS)
    a, b = tail + 0.1, nose - 0.14
    step = (b - a) / n
    outlines = [rectangle(step - gap, high - belt, rng.uniform(0.01, 0.06), (a + (k + 0.5) * step, (belt + high) / 2)) for k in range(n)]
    if rng.random() < 0.7:  # the last bay is a door
        outlines[-1] = rectangle(step - gap, high - floor - 0.06, 0.02, (a + (n - 0.5) * step, (floor + 0.06 + high) / 2))
    if double:
        outlines += [o + (0, 0.5) for o in outlines[:-1]]
    parts = [wells, Part("windows", _flank(body, outlines, half), "glass", glass)]
    if rng.random() < 0.6:
        z = rng.uniform(0.25, 0.85) * belt
        parts.append(Part("stripe", inlay("stripe", body, slab("tool", rectangle(5, rng.uniform(0.05, 0.2)), 4, (0, 2, z), FRONT)), "glossy_plastic", colours[1]))
    screen = rectangle(2 * half - 0.14, high - belt + 0.06, 0.04, (0, (high + belt) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (nose - 0.12, 0, 0), SIDE)), "glass", glass))
    parts.append(Part("body", body, "glossy_plastic", colours[0]))
    decals = [mark((0, -half, 0.75 * belt), 0.8, 0.2, printed(rng, 0.8, 0.2, ("word", "stripes", "waves")), depth=0.05)] if rng.random() < 0.5 else []
    parts += lamps(rng, nose, tail, floor + 0.18, half)
    parts += wheels(rng, ends, radius, 0.15, half + 0.005)
    return Subject(NAME, parts, decals)


def pickup(rng: random.Random) -> Subject:
    """Cab in front, open bed or cargo box behind."""
    colours = scheme(rng, 5)
    long, half, radius = rng.uniform(2.1, 2.6), rng.uniform(0.4, 0.46), rng.uniform(0.2, 0.24)
    floor, belt = radius * 0.9, rng.uniform(0.58, 0.68)
    roof, nose, tail = belt + rng.uniform(0.3, 0.38), long / 2, -long / 2
    hood = rng.choice((0.05, rng.uniform(0.3, 0.55)))
    profile = [(tail, floor), (nose, floor), (nose, belt - 0.06), (nose - 0.12, belt), (tail, belt)]
    body = slab("body", fillet(profile, [0.04, 0.05, 0.06, 0.1, 0.02], 6), 2 * half, (0, half, 0), FRONT, 0.05, 4)
    ends = [tail + 0.2 * long, nose - 0.19 * long]
    wells = arches(body, ends, radius * 1.2, half, floor)
    back = nose - hood - rng.uniform(0.55, 0.8)
    base, top = (back, nose - hood - 0.05), (back + 0.06, nose - hood - 0.28)
    cab = cabin(base, top, belt - 0.04, roof, 2 * half * 0.95, 2 * half * 0.8, 0.08)
    glass, zl, zh = rng.choice(GLASS), belt + 0.03, roof - 0.07
    window = fillet([(base[0] + 0.09, zl), (base[1] - 0.13, zl), (top[1] - 0.02, zh), (top[0] + 0.06, zh)], 0.03)
    parts = [wells, Part("side windows", side_window("side windows", cab, [window]), "glass", glass)]
    screen = rectangle(2 * half * 0.68, zh - zl, 0.04, (0, (zh + zl) / 2))
    parts.append(Part("windscreen", inlay("windscreen", cab, slab("tool", screen, 3, (back + 0.25, 0, 0), SIDE)), "glass", glass))
    parts += [Part("cab", cab, "glossy_plastic", colours[0])]
    bed = back - 0.06 - tail
    if rng.random() < 0.5:
        cut(body, block("tool", (bed - 0.08, 2 * half - 0.12, 0.6), (tail + 0.05 + (bed - 0.08) / 2, 0, belt + 0.3 - 0.14), 0.01))
    else:
        tall = rng.uniform(0.4, 0.65)
        cargo = block("cargo", (bed + 0.02, 2 * half + 0.02, tall), (tail + bed / 2, 0, belt + tall / 2 - 0.02), 0.015)
        parts.append(Part("cargo", cargo, rng.choice(("matte_plastic", "brushed_metal", "wood")), colours[1]))
    seams, extra = flank_lines(rng, [base[1] - 0.06, back + 0.04], floor + 0.06, belt - 0.02, half, belt - 0.08)
    parts += [Part("body", body, "glossy_plastic", colours[0]), *extra]
    parts += lamps(rng, nose, tail, belt - 0.17, half)
    parts += trim(rng, nose, tail, floor, belt - floor, half)
    parts += wheels(rng, ends, radius, 0.18, half + 0.01)
    return Subject(NAME, parts, seams if rng.random() < 0.8 else [])
