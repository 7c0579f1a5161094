# in: a random generator; out: Subject of a school bus or a camper.
from __future__ import annotations

import random

import numpy as np

from ..car.body import GLASS, _flank, arches, flank_lines, lamps, wheels
from ..curves import ellipse, fillet, rectangle, resample
from ..faces import FRONT, SIDE, TOP
from ..joinery import inlay, merge
from ..marks import printed
from ..palette import metal, neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .cabs import NAME, beacon, both_flanks, nose_trim


def school_bus(rng: random.Random) -> Subject:
    """A long box of windows with a bonnet before it."""
    colours = scheme(rng, 4)
    half, radius = rng.uniform(0.42, 0.48), rng.uniform(0.18, 0.22)
    long, hood = rng.uniform(2.1, 2.8), rng.uniform(0.25, 0.5)
    floor, roof = radius * 0.85, rng.uniform(1.0, 1.2)
    nose, tail = long / 2, -long / 2
    belt = floor + 0.47 * (roof - floor)
    front = nose - hood
    profile = [(tail, floor), (nose, floor), (nose, belt - 0.06), (front, belt + 0.03), (front - 0.05, roof), (tail + 0.02, roof)]
    body = slab("body", fillet(profile, [0.06, 0.06, 0.09, 0.03, 0.08, 0.1], 6), 2 * half, (0, half, 0), FRONT, rng.uniform(0.03, 0.06), 4)
    ends = [tail + rng.uniform(0.2, 0.26) * long, nose - rng.uniform(0.24, 0.32)]
    parts, glass = [arches(body, ends, radius * 1.16, half, floor)], rng.choice(GLASS)
    n = rng.randint(4, 7)
    a, b, zl, zh = tail + 0.1, front - 0.12, belt + 0.05, roof - 0.13
    step = (b - a) / n
    outlines = [rectangle(step - 0.05, zh - zl, rng.choice((0.01, 0.04)), (a + (k + 0.5) * step, (zl + zh) / 2)) for k in range(n)]
    if rng.random() < 0.6:
        outlines[-1] = rectangle(step - 0.06, zh - floor - 0.06, 0.02, (a + (n - 0.5) * step, (floor + 0.06 + zh) / 2))
    parts.append(Part("windows", _flank(body, outlines, half), "glass", glass))
    screen = rectangle(2 * half - 0.16, zh - zl, 0.04, (0, (zl + zh) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (front - 0.12, 0, 0), SIDE)), "glass", glass))
    for k in range(rng.randint(0, 2)):
        z = floor + (0.28 + 0.32 * k) * (belt - floor)
        parts.append(Part(f"stripe {k}", inlay(f"stripe {k}", body, slab("tool", rectangle(9, 0.035), 4, (0, 2, z), FRONT)), "glossy_plastic", neutral(rng, False)))
    parts.append(Part("body", body, "glossy_plastic", rng.choice(((0.98, 0.75, 0.1), colours[0]))))
    parts += nose_trim(rng, nose, floor, belt, half)
    parts += lamps(rng, nose, tail, belt - 0.17, 0.9 * half)
    decals = both_flanks(0.1 * long, roof - 0.06, half, 0.9, 0.07, printed(rng, 6, 0.5, ("word",))) if rng.random() < 0.4 else []
    parts += wheels(rng, ends, radius, 0.16, half + 0.005)
    return Subject(NAME, parts, decals)


def camper(rng: random.Random) -> Subject:
    """A rounded van in two colours: old camper, ambulance, ice-cream van; things on its roof."""
    colours = scheme(rng, 5)
    half, radius = rng.uniform(0.4, 0.46), rng.uniform(0.17, 0.21)
    long, floor, roof = rng.uniform(1.6, 2.0), radius * 0.8, rng.uniform(0.92, 1.15)
    nose, tail = long / 2, -long / 2
    belt = floor + rng.uniform(0.48, 0.55) * (roof - floor)
    bulge, slope = rng.uniform(0.02, 0.08), rng.uniform(0.1, 0.24)
    r = rng.uniform(0.1, 0.24)
    profile = [(tail, floor), (nose, floor), (nose + bulge, belt - 0.12), (nose - 0.02, belt), (nose - slope, roof), (tail + 0.03, roof)]
    body = slab("body", fillet(profile, [0.08, 0.08, 0.15, 0.06, r, r], 7), 2 * half, (0, half, 0), FRONT, rng.uniform(0.05, 0.09), 5)
    ends = [tail + 0.22 * long, nose - 0.21 * long]
    parts, decals, glass = [arches(body, ends, radius * 1.18, half, floor)], [], rng.choice(GLASS)
    zl, zh = belt + 0.03, roof - 0.11
    n = rng.randint(2, 4)
    a, b = tail + 0.12, nose - 0.1
    step = (b - a) / n
    soft, outlines = rng.uniform(0.02, 0.07), []
    for k in range(n):
        p, q = a + k * step + 0.025, a + (k + 1) * step - 0.025
        lean = slope * 0.75 if k == n - 1 else 0.0
        outlines.append(fillet([(p, zl), (q, zl), (q - lean, zh), (p, zh)], soft))
    hatch = rng.random() < 0.3 and n > 2  # a counter instead of a window
    parts.append(Part("windows", _flank(body, outlines, half), "glass", glass))
    screen = rectangle(2 * half - 0.18, zh - zl, 0.05, (0, (zl + zh) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (nose - slope - 0.08, 0, 0), SIDE)), "glass", glass))
    if rng.random() < 0.75:
        parts.append(Part("lower", inlay("lower", body, slab("tool", rectangle(9, 2 * (belt - rng.uniform(0.02, 0.14))), 4, (0, 2, 0), FRONT)), "glossy_plastic", colours[1]))
    parts.append(Part("body", body, "glossy_plastic", rng.choice((colours[0], neutral(rng, True)))))
    if hatch:
        shade = slab("awning", [(0, 0), (0.02, 0.05), (-0.3, -0.02), (-0.3, -0.06)], 1.9 * step, (a + 0.02, -half + 0.02, zh + 0.02), (np.array([0.0, 1, 0]), np.array([0.0, 0, 1])), 0.006)
        parts.append(Part("awning", shade, "fabric", colours[2]))
        parts.append(Part("counter", block("counter", (1.8 * step, 0.18, 0.04), (a + step, -half - 0.07, zl - 0.05), 0.01), "wood", wood(rng)))
    on_top = rng.choice(("rack", "board", "bar", "pop", "none"))
    if on_top in ("rack", "board"):
        bars = [rod("bar", [(x, -half + 0.1, roof - 0.02), (x, -half + 0.1, roof + 0.07), (x, 0, roof + 0.07), (x, half - 0.1, roof + 0.07), (x, half - 0.1, roof - 0.02)], 0.016, 10) for x in (-0.3 * long, 0.0, 0.2 * long)]
        parts.append(Part("rack", merge("rack", *bars), "brushed_metal", metal(rng)))
        if on_top == "rack":
            for k, x in enumerate((-0.22 * long, 0.08 * long)):
                s = rng.uniform(0.14, 0.26)
                parts.append(Part(f"case {k}", block("case", (rng.uniform(0.3, 0.45), 0.5, s), (x, 0, roof + 0.09 + s / 2), 0.03), "leather", rng.choice(((0.5, 0.32, 0.2), colours[3]))))
        else:
            board = slab("board", resample(ellipse(0.85 * long, 0.3, 64, power=2.2), 64), 0.05, (-0.05, 0, roof + 0.09), TOP, 0.02)
            parts.append(Part("board", board, "glossy_plastic", colours[2]))
    elif on_top == "bar":
        parts += beacon(rng, 0.1 * long, roof, half)
        image = np.zeros((96, 96), np.uint8)
        image[36:60], image[:, 36:60] = 1, 1
        decals += both_flanks(-0.15 * long, belt - 0.13, half, 0.2, 0.2, image)
    elif on_top == "pop":
        pop = slab("pop-up", fillet([(-0.3 * long, roof - 0.02), (0.2 * long, roof - 0.02), (0.17 * long, roof + 0.06), (-0.3 * long, roof + 0.16)], [0.01, 0.01, 0.03, 0.03]), 1.5 * half, (0, 0.75 * half, 0), FRONT, 0.015)
        parts.append(Part("pop-up", pop, "fabric", colours[2]))
    seams, extra = flank_lines(rng, [nose - 0.1, a + (n - 1) * step], floor + 0.06, roof - 0.08, half, belt - 0.07)
    parts += extra
    decals += seams if rng.random() < 0.7 else []
    parts += lamps(rng, nose, tail, belt - 0.16, 0.9 * half)
    if rng.random() < 0.4:
        badge = moved(lathe("badge", fillet([(0.13, -0.1), (0.13, 0.015), (0.01, 0.02)], 0.01, 3, closed=False), 48), (nose + bulge * 0.8, 0, belt - 0.16), turn=rotation("y", 90))
        parts.append(Part("badge", badge, "polished_metal", metal(rng)))
    bumpers = [block("bumper", (0.09, 2 * half - 0.02, 0.09), (x, 0, floor + 0.05), 0.025) for x in (nose + 0.02, tail)]
    parts.append(Part("bumpers", merge("bumpers", *bumpers), "polished_metal", metal(rng)))
    parts += wheels(rng, ends, radius, 0.15, half + 0.01)
    return Subject(NAME, parts, decals)
