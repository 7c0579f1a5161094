# in: the bed of a lorry; out: what it carries: box, tank, tipper, crane, mixer.
from __future__ import annotations

import random

import numpy as np

from ..car.body import _flank
from ..curves import fillet, rectangle
from ..faces import FRONT
from ..joinery import cut, inlay, merge
from ..marks import printed
from ..palette import Colour, metal, neutral, wood
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Decal, Part
from .cabs import both_flanks, horizontal


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
