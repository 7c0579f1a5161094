# in: a random generator; out: Subject of a van or a bus.
from __future__ import annotations

import random

from ..curves import fillet, rectangle
from ..faces import FRONT, SIDE, Solid
from ..joinery import inlay
from ..marks import mark, printed
from ..palette import scheme
from ..slabs import slab
from ..subject import Part, Subject
from .body import GLASS, NAME, _flank, arches, flank_lines, lamps, trim, wheels


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
