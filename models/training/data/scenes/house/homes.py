# in: a random generator; out: Subject of a house, a shop.
from __future__ import annotations

import random

from ..curves import rectangle
from ..faces import FRONT, OTHER_SIDE, SIDE
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import Colour, neutral, scheme
from ..shapes import HAIR, lathe
from ..slabs import block, slab
from ..subject import Part, Subject
from .openings import Windows, door
from .roofs import NAME, gable, hip, prism


def house(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    w, d, h = rng.uniform(0.8, 1.8), rng.uniform(0.7, 1.3), rng.uniform(0.5, 1.2)
    y = -d / 2
    roof = rng.choice(("side gable", "front gable", "front gable", "hip", "flat", "shed"))
    rise, over = rng.uniform(0.25, 0.75), rng.uniform(0.03, 0.16)
    thick = rng.uniform(0.05, 0.1)
    outline = [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)]
    parts: list[Part] = []
    roof_colour, roof_material = colours[1], rng.choice(("ceramic", "matte_plastic", "wood", "concrete"))
    if roof == "front gable":
        walls = prism("walls", [*outline[:3], (0, h + rise), outline[3]], d, (0, 0, 0))
        top = gable("roof", w, d, h, rise, over, thick, "y")
    elif roof == "side gable":
        side = [(-d / 2, 0), (d / 2, 0), (d / 2, h), (0, h + rise), (-d / 2, h)]
        walls = prism("walls", side, w, (0, 0, 0), SIDE)
        top = gable("roof", w, d, h, rise, over, thick, "x")
    elif roof == "hip":
        walls = prism("walls", outline, d, (0, 0, 0))
        top = hip("roof", w, d, h, rise, over, rng.choice((0.0, max(0.0, w - d) + 0.2)))
    elif roof == "flat":
        walls = prism("walls", outline, d, (0, 0, 0))
        top = block("roof", (w + 2 * over, d + 2 * over, rng.uniform(0.06, 0.14)), (0, 0, h + 0.02), 0.006)
    else:
        walls = prism("walls", [*outline[:2], (w / 2, h + 0.5 * rise), (-w / 2, h)], d, (0, 0, 0))
        slope = 0.5 * rise / w
        a, b = -w / 2 - over, w / 2 + over
        top = prism("roof", [(a, h - slope * over), (b, h + slope * (w + over)), (b, h + slope * (w + over) + thick), (a, h - slope * over + thick)], d + 2 * over, (0, 0, 0))
    windows = Windows(rng, colours)
    floors = 2 if h > 0.85 else 1
    columns = max(2, round(w / rng.uniform(0.4, 0.55)))
    ww, wh = min(0.26, 0.6 * w / columns), min(0.32, 0.45 * h / floors)
    door_at = rng.randrange(columns)
    dh = min(0.8 * h / floors, 0.55)
    for f in range(floors):
        z = h * (f + 0.56) / floors
        for c in range(columns):
            x = (c + 0.5) * w / columns - w / 2
            if f == 0 and c == door_at:
                parts += door(rng, x, min(0.28, 0.75 * w / columns), dh, y, colours[2])
            else:
                windows.add(x, z, ww, wh, -y, FRONT)
        if rng.random() < 0.7:
            for face in (SIDE, OTHER_SIDE):
                windows.add(rng.uniform(-0.1, 0.1), z, ww, wh, w / 2, face)
    if roof == "front gable" and rng.random() < 0.6:
        windows.style = rng.choice((windows.style, "round"))
        windows.shutters = False
        windows.add(0, h + rise * 0.3, min(ww, 0.28 * w), min(ww, 0.4 * rise), -y)
    if rng.random() < 0.4:
        band = inlay("plinth", walls, block("tool", (4, 4, 2 * rng.uniform(0.06, 0.2)), (0, 0, 0), 0.001))
        parts.append(Part("plinth", band, "concrete", colours[4]))
    parts += [Part("walls", walls, rng.choice(("concrete", "concrete", "matte_plastic", "wood")), colours[0]), *windows.parts(walls)]
    parts.append(Part("roof", top, roof_material, roof_colour))
    if rng.random() < 0.6 and roof != "shed":
        x, cy = rng.choice((-1, 1)) * w * rng.uniform(0.15, 0.32), rng.choice((0.0, 0.15)) * d
        high = h + (rise if roof != "flat" else 0.1) + rng.uniform(0.0, 0.15)
        parts.append(Part("chimney", block("chimney", (0.15, 0.15, high - 0.5 * h), (x, cy, (high + 0.5 * h) / 2), 0.004), "concrete", colours[4]))
        parts.append(Part("cap", block("cap", (0.2, 0.2, 0.05), (x, cy, high), 0.006), "concrete", colours[5]))
    if rng.random() < 0.25:
        parts += porch(rng, w, y, dh, colours)
    if rng.random() < 0.3:
        wing, low = rng.uniform(0.4, 0.7), h * rng.uniform(0.5, 0.8)
        s = rng.choice((-1, 1))
        x = s * (w + wing) / 2 - s * 0.01
        parts.append(Part("wing", block("wing", (wing, d * 0.8, low), (x, 0.06, low / 2), 0.003), "concrete", colours[0]))
        parts.append(Part("wing roof", block("wing roof", (wing + 0.08, d * 0.8 + 0.1, 0.07), (x + s * 0.02, 0.06, low + 0.02), 0.006), roof_material, roof_colour))
        gate = slab("gate", rectangle(wing * 0.7, low * 0.75), 0.02 + HAIR, (x, 0.06 - 0.4 * d + 0.02, low * 0.375), FRONT)
        parts.append(Part("gate", gate, "matte_plastic", colours[3]))
    return Subject(NAME, parts)


def porch(rng: random.Random, w: float, y: float, tall: float, colours: list[Colour]) -> list[Part]:
    """Columns with a slab or a small gable over the middle of the front."""
    half, out = w * rng.uniform(0.2, 0.42), rng.uniform(0.2, 0.35)
    posts = [lathe("post", [(0.03, 0), (0.03, tall + 0.1)], 24, (s * half * 0.9, y - out + 0.05, 0)) for s in (-1, 1)]
    if rng.random() < 0.5:
        top = slab("porch roof", [(-half - 0.06, 0), (half + 0.06, 0), (0, half * 0.6)], out, (0, y + 0.01, tall + 0.08), FRONT)
    else:
        top = block("porch roof", (2 * half + 0.1, out, 0.06), (0, y - out / 2 + 0.01, tall + 0.11), 0.006)
    return [Part("posts", merge("posts", *posts), "wood", neutral(rng, True)), Part("porch roof", top, "wood", colours[rng.choice((1, 3))])]


def shop(rng: random.Random) -> Subject:
    """A flat façade: display window, door, striped awning, sign board, windows above."""
    colours = scheme(rng, 6)
    w, d = rng.uniform(1.0, 1.7), rng.uniform(0.5, 0.9)
    ground, upper = rng.uniform(0.6, 0.75), rng.choice((0.25, 0.3, rng.uniform(0.5, 0.9)))
    h, y = ground + upper, -d / 2
    walls = prism("walls", [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)], d, (0, 0, 0))
    windows = Windows(rng, colours)
    side = rng.choice((-1, 1))
    dw = rng.uniform(0.24, 0.32)
    x0 = side * (w / 2 - dw / 2 - 0.08)
    parts = door(rng, x0, dw, ground * 0.82, y, colours[2])
    glass_w = w - dw - 0.3
    windows.style, windows.shutters = "plain", False
    windows.add(-side * (w / 2 - glass_w / 2 - 0.09), 0.12 + 0.3 * ground, glass_w, ground * 0.58, -y)
    if upper > 0.45:
        n = rng.randint(2, 4)
        for k in range(n):
            windows.add((k + 0.5) * w / n - w / 2, ground + 0.55 * upper, 0.5 * w / n, 0.4 * upper, -y)
    parts += [Part("walls", walls, rng.choice(("concrete", "wood", "matte_plastic")), colours[0]), *windows.parts(walls)]
    kind = rng.choice(("striped", "striped", "plain", "none"))
    z, out, drop = ground * 0.98, rng.uniform(0.2, 0.38), rng.uniform(0.12, 0.22)
    if kind != "none":
        n = 1 if kind == "plain" else rng.randint(5, 9)
        stripes: list[list] = [[], []]
        for k in range(n):
            a, b = (k / n - 0.5) * w * 1.02, ((k + 1) / n - 0.5) * w * 1.02
            wedge = [(-y - 0.01, z - drop), (-y + out, z - drop - 0.07), (-y + out, z - drop), (-y - 0.01, z)]
            strip = slab("stripe", [(-p, q) for p, q in wedge], b - a, (a, 0, 0), SIDE)
            stripes[k % 2].append(strip)
        for k, row in enumerate(stripes):
            if row:
                parts.append(Part(f"awning {k}", merge(f"awning {k}", *row), "fabric", colours[1] if k == 0 else neutral(rng, True)))
    decals = []
    if rng.random() < 0.75:
        sw, sh = w * rng.uniform(0.5, 0.95), rng.uniform(0.12, 0.18)
        zs = z + sh / 2 + 0.03
        parts.append(Part("sign", slab("sign", rectangle(sw, sh, 0.01), 0.02 + 0.03, (0, y + 0.02, zs), FRONT, 0.006), "matte_plastic", colours[3]))
        decals.append(mark((0, y - 0.03, zs), sw * 0.8, sh * 0.85, printed(rng, sw * 0.8, sh * 0.85, ("word",)), depth=0.02))
    crown = rng.choice(("cornice", "gable", "none"))
    if crown == "cornice":
        parts.append(Part("cornice", block("cornice", (w + 0.1, d + 0.1, 0.08), (0, 0, h + 0.02), 0.01), "concrete", colours[4]))
    elif crown == "gable":
        rise = rng.uniform(0.2, 0.4)
        parts.append(Part("roof", gable("roof", w, d, h, rise, 0.05, 0.06, "x"), "ceramic", colours[4]))
        fill_in = prism("attic", [(-d / 2, h), (d / 2, h), (0, h + rise)], w - 0.01, (0, 0, 0), SIDE)
        parts.append(Part("attic", fill_in, "concrete", colours[0]))
    return Subject(NAME, parts, decals)
