# in: a random generator; out: Subject of a lorry, a semi-trailer or a step van.
from __future__ import annotations

import random

from ..car.body import GLASS, _flank, arches, flank_lines, lamps, wheels
from ..curves import fillet, rectangle
from ..faces import FRONT, SIDE
from ..joinery import inlay, merge
from ..marks import printed
from ..palette import metal, scheme
from ..shapes import rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .cabs import NAME, beacon, both_flanks, cab, chassis, nose_trim
from .loads import load


def lorry(rng: random.Random) -> Subject:
    colours = scheme(rng, 5)
    half, radius = rng.uniform(0.4, 0.48), rng.uniform(0.17, 0.23)
    z, hood = radius * 1.55, rng.choice((0.0, 0.0, 0.0, rng.uniform(0.25, 0.4)))
    cab_long, bed = rng.uniform(0.5, 0.72) + hood, rng.uniform(0.9, 1.6)
    nose = (cab_long + bed) / 2
    back, tail = nose - cab_long, -nose
    roof = rng.uniform(0.95, 1.2)
    floor = radius * rng.uniform(0.75, 1.0)
    parts, decals, body = cab(rng, back, nose, floor, roof, half, colours, hood)
    axle = nose - rng.uniform(0.3, 0.36) * (1 if not hood else 1.05)
    rear = [tail + 0.28 * bed] if bed < 1.25 else [tail + 0.22 * bed, tail + 0.22 * bed + 2.15 * radius]
    parts.append(arches(body, [axle], radius * 1.16, half, floor))
    parts += [Part("cab", body, "glossy_plastic", colours[0]), *chassis(rng, tail, nose, z, half)]
    goods, prints = load(rng, tail, back - 0.05, z, half, roof, colours)
    parts += goods
    parts += nose_trim(rng, nose, floor, floor + 0.5 * (roof - floor), half)
    parts += lamps(rng, nose, tail, floor + 0.19, 0.95 * half)
    if rng.random() < 0.4:
        tank = block("fuel tank", (0.34, 0.16, 0.16), (back - 0.3, -0.75 * half, z - 0.17), 0.03)
        parts.append(Part("fuel tank", tank, "brushed_metal", metal(rng)))
    if rng.random() < 0.3:
        parts += beacon(rng, back + 0.25, roof, half)
    if rng.random() < 0.2:
        parts.append(Part("spoiler", slab("spoiler", [(0, 0), (0.3, 0), (0, 0.22)], 1.6 * half, (back + 0.03, 0.8 * half, roof - 0.01), FRONT, 0.012), "glossy_plastic", colours[0]))
    parts += wheels(rng, [axle, *rear], radius, 0.17, half + 0.005)
    return Subject(NAME, parts, decals + prints)


def semi(rng: random.Random) -> Subject:
    """A tractor unit, with its trailer or without, with a long bonnet and chimneys or flat."""
    colours = scheme(rng, 5)
    half, radius = rng.uniform(0.4, 0.46), rng.uniform(0.17, 0.2)
    z, hood = radius * 1.6, rng.choice((0.0, rng.uniform(0.45, 0.65)))
    alone = rng.random() < 0.3
    cab_long = rng.uniform(0.55, 0.75) + hood
    trailer = 0.45 if alone else rng.uniform(1.7, 2.4)
    nose = (cab_long + trailer + 0.12) / 2
    back, tail = nose - cab_long, -nose
    roof, floor = rng.uniform(1.05, 1.25), radius * 0.85
    parts, decals, body = cab(rng, back, nose, floor, roof, half, colours, hood)
    axle = nose - rng.uniform(0.26, 0.34)
    parts.append(arches(body, [axle], radius * 1.16, half, floor))
    parts += [Part("cab", body, "glossy_plastic", colours[0]), *chassis(rng, tail if alone else back - 0.55, nose, z - 0.02, half)]
    drive = [back - 0.24] if alone else [back - 0.12, back - 0.12 - 2.15 * radius]
    if not alone:
        floor_z = z + 0.06
        goods, prints = load(rng, tail, back - 0.1, floor_z, half, roof, colours)
        parts += goods
        decals = decals + prints
        parts.append(Part("trailer frame", block("trailer frame", (trailer - 0.05, 1.2 * half, 0.07), (tail + trailer / 2, 0, floor_z - 0.03), 0.01), "matte_plastic", (0.2, 0.2, 0.21)))
        rear = [tail + 0.2 + 2.12 * radius * k for k in range(rng.choice((2, 2, 3)))]
        legs = [block("leg", (0.06, 0.06, floor_z - 0.08), (back - 0.15 - 0.35 * trailer, s * 0.5 * half, (floor_z - 0.08) / 2 + 0.06), 0.008) for s in (-1, 1)]
        parts.append(Part("legs", merge("legs", *legs), "brushed_metal", metal(rng)))
        drive = drive + rear
    if rng.random() < (0.8 if hood else 0.4):
        pipes = [rod("pipe", [(back - 0.05, s * 0.78 * half, z), (back - 0.05, s * 0.78 * half, roof), (back - 0.05, s * 0.78 * half, roof + rng.uniform(0.1, 0.2))], 0.035, 20, ends=0.2) for s in (-1, 1)]
        parts.append(Part("pipes", merge("pipes", *pipes), "polished_metal", metal(rng)))
    parts += nose_trim(rng, nose, floor, floor + 0.5 * (roof - floor), half)
    parts += lamps(rng, nose, tail, floor + 0.19, 0.95 * half)[: 1 if not alone else 2]
    parts += wheels(rng, [axle, *drive], radius, 0.16, half + 0.005)
    return Subject(NAME, parts, decals)


def step_van(rng: random.Random) -> Subject:
    """The parcel service's walk-in van: a big flat box, a short nose."""
    colours = scheme(rng, 4)
    half, radius = rng.uniform(0.42, 0.5), rng.uniform(0.17, 0.21)
    long, floor, roof = rng.uniform(1.6, 2.1), radius * 0.85, rng.uniform(1.1, 1.35)
    nose, tail = long / 2, -long / 2
    hood, belt = rng.uniform(0.1, 0.3), floor + 0.42 * (roof - floor)
    front = nose - hood
    profile = [(tail, floor), (nose, floor), (nose, belt - 0.06), (front, belt), (front - 0.1, roof), (tail, roof)]
    body = slab("body", fillet(profile, [0.03, 0.05, 0.06, 0.03, 0.08, 0.04], 6), 2 * half, (0, half, 0), FRONT, 0.03, 4)
    ends = [tail + 0.23 * long, nose - 0.24 * long]
    parts, decals, glass = [arches(body, ends, radius * 1.16, half, floor)], [], rng.choice(GLASS)
    zh = roof - 0.2
    window = [(front - 0.4, belt + 0.05), (front - 0.08, belt + 0.05), (front - 0.15, zh), (front - 0.4, zh)]
    parts.append(Part("side windows", _flank(body, [fillet(window, 0.03)], half), "glass", glass))
    screen = rectangle(2 * half - 0.14, zh - belt - 0.04, 0.04, (0, (zh + belt + 0.04) / 2))
    parts.append(Part("windscreen", inlay("windscreen", body, slab("tool", screen, 2, (front - 0.16, 0, 0), SIDE)), "glass", glass))
    if rng.random() < 0.5:
        tall = rng.uniform(0.05, 0.25)
        parts.append(Part("stripe", inlay("stripe", body, slab("tool", rectangle(9, tall), 4, (0, 2, belt - 0.02 - tall / 2), FRONT)), "glossy_plastic", colours[1]))
    parts.append(Part("body", body, rng.choice(("glossy_plastic", "matte_plastic")), colours[0]))
    w = 0.5 * long
    decals += both_flanks(tail + 0.34 * long, belt + 0.3, half, w, 0.34, printed(rng, w, 0.34)) if rng.random() < 0.75 else []
    seams, extra = flank_lines(rng, [front - 0.05, front - 0.46], floor + 0.06, zh + 0.06, half, belt)
    parts += extra
    decals += seams
    parts += nose_trim(rng, nose, floor, belt, half)
    parts += lamps(rng, nose, tail, belt - 0.16, 0.95 * half)
    parts += wheels(rng, ends, radius, 0.16, half + 0.005)
    return Subject(NAME, parts, decals)
