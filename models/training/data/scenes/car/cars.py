# in: a random generator; out: Subject of a passenger car or a pickup.
from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT, SIDE
from ..joinery import cut, inlay, unite
from ..palette import scheme
from ..shapes import hull
from ..slabs import block, slab
from ..subject import Part, Subject
from .body import GLASS, NAME, arches, cabin, flank_lines, lamps, side_window, trim, wheels


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
