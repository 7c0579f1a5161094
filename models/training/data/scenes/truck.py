# in: a random generator; out: Subject of a working vehicle: lorry with any load, semi-trailer, tractor, school bus, camper, delivery van.
"""Nose at +x before the final turn; wheels, arches, lamps and flush windows are car.py's. Flanks and boxes are flat."""

from __future__ import annotations

import random

import numpy as np

from .car import GLASS, _flank, arches, faced, flank_lines, lamps, wheels
from .curves import Points, arc, ellipse, fillet, rectangle, resample
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, metal, neutral, scheme, wood
from .shapes import FRONT, SIDE, TOP, Solid, block, lathe, moved, rod, rotation, slab
from .subject import Decal, Part, Subject

NAME = "truck"
MIRRORED = (-FRONT[0], FRONT[1])  # BACK, as car.py's flank marks use it


def build(rng: random.Random) -> Subject:
    subject = rng.choice((lorry, lorry, lorry, semi, tractor, tractor, school_bus, camper, camper, step_van))(rng)
    return faced(subject, rng)


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


def load(rng: random.Random, a: float, b: float, z: float, half: float, cab_roof: float, colours: list[Colour]) -> tuple[list[Part], list[Decal]]:
    """What stands on the chassis between the stations a (rear) and b, its floor at z."""
    x, long = (a + b) / 2, b - a
    kind = rng.choice(("box", "box", "box", "curtain", "tank", "flat", "tipper", "mixer", "fire"))
    parts, decals = [], []
    if kind in ("box", "curtain"):
        tall = rng.uniform(0.6, 0.95)
        body = block("box", (long, 2 * half + 0.02, tall), (x, 0, z + tall / 2), rng.choice((0.008, 0.02, 0.04)))
        if rng.random() < 0.35:
            band = slab("tool", rectangle(9, rng.uniform(0.1, 0.4) * tall), 4, (0, 2, z + rng.choice((0, 0.5, 1)) * tall), FRONT)
            parts.append(Part("band", inlay("band", body, band), "glossy_plastic", colours[2]))
        if rng.random() < 0.3:
            n = rng.randint(4, 9)
            ribs = [block("rib", (0.03, 2 * half + 0.05, tall - 0.06), (a + long * (k + 0.5) / n, 0, z + tall / 2), 0.006) for k in range(n)]
            parts.append(Part("ribs", merge("ribs", *ribs), "brushed_metal", metal(rng)))
        elif rng.random() < 0.7:
            w, h = long * rng.uniform(0.4, 0.8), tall * rng.uniform(0.35, 0.65)
            decals = both_flanks(x, z + 0.52 * tall, half + 0.01, w, h, printed(rng, w, h))
        if rng.random() < 0.4:
            frame = block("sill", (long + 0.02, 2 * half + 0.05, 0.05), (x, 0, z + 0.01), 0.01)
            parts.append(Part("sill", frame, "brushed_metal", metal(rng)))
        if rng.random() < 0.25:
            parts.append(Part("cooler", block("cooler", (0.14, 1.2 * half, 0.3), (b + 0.05, 0, z + tall - 0.2), 0.02), "matte_plastic", neutral(rng, True)))
        parts.append(Part("box", body, "fabric" if kind == "curtain" else rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal")), colours[1]))
    elif kind == "tank":
        r, soft = half * rng.uniform(0.8, 0.98), rng.uniform(0.04, 0.2)
        drum = horizontal("tank", fillet([(0.01, -long / 2), (r, -long / 2 + 0.03), (r, long / 2 - 0.03), (0.01, long / 2)], [0, soft, soft, 0], 8, closed=False), x, z + r - 0.02, 72)
        for k in range(rng.randint(0, 2)):
            ring = slab("tool", rectangle(0.08, 3), 3, (a + long * (0.3 + 0.4 * k), 1.5, z), FRONT)
            parts.append(Part(f"ring {k}", inlay(f"ring {k}", drum, ring), "brushed_metal", colours[2]))
        parts.append(Part("tank", drum, rng.choice(("polished_metal", "glossy_plastic", "brushed_metal")), rng.choice((colours[1], metal(rng)))))
        hatches = [lathe("hatch", fillet([(0.1, -0.06), (0.1, 0.05), (0.02, 0.07)], 0.015, 3, closed=False), 36, (x + d * long, 0, z + 2 * r - 0.02)) for d in (-0.25, 0.25)]
        parts.append(Part("hatches", merge("hatches", *hatches), "brushed_metal", metal(rng)))
    elif kind in ("flat", "tipper"):
        wall, tilt = rng.uniform(0.16, 0.42), rng.choice((0, 0, 18, 30)) if kind == "tipper" else 0
        bed = block("bed", (long, 2 * half + 0.02, wall), (x, 0, z + wall / 2), 0.012)
        cut(bed, block("tool", (long - 0.08, 2 * half - 0.06, wall), (x, 0, z + wall / 2 + 0.05), 0.004))
        goods = []
        if rng.random() < 0.75:
            what = rng.choice(("heap", "crates", "logs", "barrels"))
            if what == "heap":
                heap = moved(lathe("load", [(0.5, -0.2), (0.48, 0.0), (0.32, 0.14), (0.12, 0.22), (0.01, 0.24)], 40), (x, 0, z + 0.75 * wall), (1.75 * (long - 0.12), 3.4 * (half - 0.06) * 0.55, 1.0))
                goods = [Part("load", heap, "fabric", rng.choice(((0.55, 0.42, 0.28), (0.7, 0.68, 0.62))))]
            elif what == "crates":
                n = max(2, int(long / 0.36))
                goods = [Part(f"crate {k}", block("crate", (0.31, rng.uniform(0.4, 0.62), s := rng.uniform(0.26, 0.42)), (a + 0.06 + (k + 0.5) * (long - 0.12) / n, 0, z + 0.055 + s / 2), 0.008), "wood", wood(rng)) for k in range(n)]
            elif what == "logs":
                rows = [(y, zz) for zz, ys in ((0.12, (-0.25, 0.0, 0.25)), (0.33, (-0.125, 0.125)), (0.54, (0.0,))) for y in ys]
                goods = [Part(f"log {k}", moved(horizontal("log", fillet([(0.11, -long / 2 + 0.06), (0.115, -long / 2 + 0.06), (0.115, long / 2 - 0.06), (0.01, long / 2 - 0.06)], 0.008, 2, closed=False), x, z + zz + 0.05, 40), (0, y, 0)), "wood", wood(rng)) for k, (y, zz) in enumerate(rows)]
            else:
                n = max(2, int(long / 0.34))
                goods = [Part(f"barrel {k}", lathe("barrel", fillet([(0.13, 0), (0.14, 0.0), (0.14, 0.42), (0.02, 0.42)], 0.015, 3, closed=False), 44, (a + 0.06 + (k + 0.5) * (long - 0.12) / n, 0, z + 0.055)), "glossy_plastic", colours[k % 4]) for k in range(n)]
        parts = [Part("bed", bed, rng.choice(("matte_plastic", "wood", "brushed_metal")), rng.choice((colours[1], wood(rng)))), *goods]
        if tilt:
            turn, pivot = rotation("y", tilt), np.array([a, 0, z])
            for part in parts:
                moved(moved(part.object, -pivot), pivot, turn=turn)
            parts.append(Part("ram", rod("ram", [(x, 0, z - 0.05), (x - 0.02, 0, z + 0.1), (x - 0.04, 0, z + 0.5 * long * np.sin(np.radians(tilt)))], 0.05, 20, ends=0), "polished_metal", metal(rng)))
    elif kind == "mixer":
        r = half * 0.92
        drum = lathe("drum", fillet([(0.01, -0.55), (0.55 * r, -0.55), (r, -0.05), (r, 0.18), (0.45 * r, 0.62), (0.5 * r, 0.68), (0.01, 0.68)], [0, 0.05, 0.15, 0.15, 0.03, 0.01, 0], 7, closed=False), 72)
        stripe = slab("tool", rectangle(3, 0.14), 3, (0, 1.5, 0.06), FRONT)
        parts.append(Part("drum stripe", inlay("drum stripe", drum, stripe), "glossy_plastic", colours[2]))
        parts.append(Part("drum", drum, rng.choice(("glossy_plastic", "brushed_metal")), colours[1]))
        turn = rotation("y", -68)
        for part in parts:
            moved(part.object, (x, 0, z + r + 0.12), (long / 1.3, 1, long / 1.3) if long < 1.3 else (1, 1, 1), turn=turn)
        for k, d in enumerate((-0.38, 0.36)):
            high = 0.5 if d < 0 else 0.36
            parts.append(Part(f"stand {k}", block("stand", (0.08, 1.1 * half, high), (x + d * min(long, 1.3), 0, z + high / 2), 0.012), "matte_plastic", neutral(rng, False)))
        parts.append(Part("chute", moved(block("chute", (0.32, 0.2, 0.05), (0, 0, 0), 0.012), (a - 0.02, 0, z + 0.5), turn=rotation("y", -40)), "brushed_metal", metal(rng)))
    else:  # fire brigade, breakdown service
        tall = cab_roof - z - rng.uniform(0.0, 0.1)
        body = block("box", (long, 2 * half, tall), (x, 0, z + tall / 2), 0.03)
        n = rng.randint(2, 4)
        shutters = [rectangle(long / n - 0.06, tall * 0.6, 0.015, (a + (k + 0.5) * long / n, z + 0.52 * tall)) for k in range(n)]
        parts.append(Part("shutters", _flank(body, shutters, half), "brushed_metal", (0.8, 0.82, 0.84)))
        if rng.random() < 0.6:
            parts.append(Part("stripe", inlay("stripe", body, slab("tool", rectangle(9, 0.07), 4, (0, 2, z + 0.1 * tall), FRONT)), "glossy_plastic", neutral(rng, True)))
        parts.append(Part("box", body, "glossy_plastic", colours[0]))
        top, rails = z + tall + 0.07, []
        tip = rng.uniform(0.0, 0.25)
        for s in (-1, 1):
            rails.append(rod("rail", [(a + 0.02, s * 0.16, top), (x, s * 0.16, top + tip / 2), (b + 0.3, s * 0.16, top + tip)], 0.025, 12))
        for k in range(9):
            t = (k + 0.5) / 9
            rails.append(rod("rung", [(a + 0.02 + t * (long + 0.28), -0.16, top + tip * t), (a + 0.02 + t * (long + 0.28), 0, top + tip * t), (a + 0.02 + t * (long + 0.28), 0.16, top + tip * t)], 0.016, 10))
        parts += [Part("ladder", merge("ladder", *rails), "brushed_metal", metal(rng)), Part("mount", block("mount", (0.2, 0.3, 0.12), (a + 0.25, 0, z + tall + 0.04), 0.02), "matte_plastic", neutral(rng, False))]
    return parts, decals


def beacon(rng: random.Random, x: float, z: float, half: float) -> list[Part]:
    """Light bar or a turning lamp on the roof."""
    colour = rng.choice(((0.15, 0.35, 0.85), (0.95, 0.55, 0.1), (0.85, 0.15, 0.15)))
    if rng.random() < 0.6:
        return [Part("light bar", block("light bar", (0.12, 1.2 * half, 0.08), (x, 0, z + 0.03), 0.025), "glass", colour)]
    return [Part("beacon", lathe("beacon", fillet([(0.07, -0.01), (0.07, 0.1), (0.01, 0.13)], 0.03, 5, closed=False), 36, (x, 0, z)), "glass", colour)]


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


def tractor(rng: random.Random) -> Subject:
    """On the farm: big wheels behind, small ones in front, bonnet, a cab or a seat, a pipe."""
    colours = scheme(rng, 4)
    big, small = rng.uniform(0.36, 0.48), rng.uniform(0.2, 0.28)
    long, half = rng.uniform(0.85, 1.1), rng.uniform(0.36, 0.44)
    rear, front = -0.42 * long, 0.48 * long
    floor, hood_z = small * 1.15, big * 1.45
    w = rng.uniform(0.32, 0.42)
    nose, seat = front + rng.uniform(0.1, 0.22), rear + rng.uniform(0.35, 0.5)
    soft = rng.choice((0.03, 0.08))
    profile = [(seat - 0.1, floor), (nose, floor), (nose + 0.03, hood_z - 0.14), (nose - 0.08, hood_z - 0.02), (seat - 0.1, hood_z)]
    hood = slab("hood", fillet(profile, [0.02, 0.04, 0.05, 0.08, 0.02], 6), w, (0, w / 2, 0), FRONT, soft, 5)
    parts, decals = [], []
    if rng.random() < 0.6:
        grille = rectangle(0.75 * w, (hood_z - floor) * 0.55, 0.02, (0, (hood_z + floor) / 2 - 0.02))
        parts.append(Part("grille", inlay("grille", hood, slab("tool", grille, 0.4, (nose - 0.05, 0, 0), SIDE)), "matte_plastic", (0.15, 0.15, 0.16)))
    if rng.random() < 0.6:
        decals += [mark(((seat + nose) / 2 - 0.05, s * w / 2, hood_z - 0.17), 0.55 * (nose - seat), 0.14, printed(rng, 4, 1, ("word", "stripes")), face, 0.05) for s, face in ((-1, FRONT), (1, MIRRORED))]
    parts.append(Part("hood", hood, "glossy_plastic", colours[0]))
    back = rear - 0.12
    body = block("body", (seat - back, w * 1.1, hood_z - big * 0.75), ((seat + back) / 2, 0, (hood_z + big * 0.75) / 2 - 0.06), 0.02)
    parts.append(Part("body", body, "matte_plastic", rng.choice((colours[0], neutral(rng, False)))))
    guards = []
    for s in (-1, 1):
        ring = np.vstack([arc(big + 0.1, 165, 10, 28, (rear, big)), arc(big + 0.055, 10, 165, 28, (rear, big))])
        guards.append(slab("guard", ring[::-1], 0.3, (0, s * (half - 0.02) + 0.15, 0), FRONT, 0.012))
    parts.append(Part("guards", merge("guards", *guards), "glossy_plastic", colours[0]))
    if rng.random() < 0.65:
        roof = hood_z + rng.uniform(0.4, 0.55)
        a, b, lean = back + 0.02, seat + 0.06, rng.uniform(0.0, 0.06)
        glass = rng.random() < 0.55
        posts = []
        for x, d in ((a, lean), (b, -lean)):
            for s in (-1, 1):
                posts.append(rod("post", [(x, s * 0.26, hood_z - 0.12), (x + d / 2, s * 0.26, (hood_z + roof) / 2), (x + d, s * 0.26, roof)], 0.024, 14))
        parts.append(Part("posts", merge("posts", *posts), "matte_plastic", neutral(rng, False)))
        if glass:
            parts.append(Part("glass", block("glass", (b - a - 2 * lean, 0.5, roof - hood_z + 0.1), ((a + b) / 2, 0, (roof + hood_z) / 2 - 0.05), 0.01), "glass", rng.choice(GLASS)))
        parts.append(Part("roof", block("roof", (b - a + 0.12, 0.64, 0.08), ((a + b) / 2, 0, roof + 0.02), 0.025, 0.06), "glossy_plastic", rng.choice((colours[0], neutral(rng, True)))))
        if rng.random() < 0.4:
            parts += beacon(rng, (a + b) / 2, roof + 0.06, 0.2)
    else:
        chair = [block("seat", (0.3, 0.36, 0.09), (rear + 0.05, 0, hood_z + 0.02), 0.03), block("back", (0.09, 0.36, 0.3), (rear - 0.12, 0, hood_z + 0.14), 0.03)]
        parts.append(Part("seat", merge("seat", *chair), "leather", neutral(rng, False)))
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = rod("wheel", np.stack([0.13 * np.cos(t), 0.13 * np.sin(t), 0 * t], 1), 0.018, 12, loop=True)
    parts.append(Part("steering wheel", moved(ring, (seat - 0.04, 0, hood_z + 0.14), turn=rotation("y", 35)), "rubber", neutral(rng, False)))
    pipe = rod("pipe", [(nose - 0.3, 0.1, hood_z - 0.1), (nose - 0.3, 0.1, hood_z + 0.15), (nose - 0.3, 0.1, hood_z + rng.uniform(0.25, 0.42))], 0.03, 18, ends=0.2)
    parts.append(Part("pipe", pipe, "brushed_metal", metal(rng)))
    parts.append(Part("axle", block("axle", (0.14, 2 * half - 0.2, 0.12), (front, 0, small), 0.02), "matte_plastic", (0.2, 0.2, 0.21)))
    eyes = [moved(lathe("lamp", fillet([(0.05, -0.06), (0.055, 0.03), (0.01, 0.035)], 0.01, 3, closed=False), 28), (nose + 0.005, s * 0.3 * w, hood_z - 0.16), turn=rotation("y", 90)) for s in (-1, 1)]
    parts.append(Part("lamps", merge("lamps", *eyes), "glass", (0.97, 0.95, 0.86)))
    parts += named(wheels(rng, [rear], big, rng.uniform(0.22, 0.3), half + 0.12), "rear")
    parts += named(wheels(rng, [front], small, 0.16, half + 0.04), "front")
    return Subject(NAME, parts, decals)


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
