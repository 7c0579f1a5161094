# in: a display's size; out: its panel, keyboards, feet.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import BACK, FRONT, SIDE, TOP
from ..interface import shown
from ..interface.glyphs import plate
from ..joinery import inlay, merge
from ..marks import canvas, logo, mark, printed
from ..palette import Colour, neutral
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Things


def panel(rng: random.Random, w: float, h: float, t: float, colours: list[Colour], *, soft: float = 0.03, side: float = 0.04, chin: float = 0.04, bevel: float = 0.01, name: str = "panel", frame_material: str | None = None) -> Things:
    """A flat display that looks to -Y, its foot at z = 0, its back at y = 0."""
    body = slab(name, rectangle(w, h, soft, (0, h / 2), 7), t, (0, 0, 0), FRONT, bevel, 4)
    sw, sh = w - 2 * side, h - side - chin
    middle = chin + sh / 2
    corner = max(0.006, soft - side)
    glass = inlay("screen", body, slab("tool", rectangle(sw, sh, corner, (0, middle), 6), 1, (0, -0.6 * t, 0), FRONT))
    dark = rng.random() < 0.5
    material = frame_material or rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal"))
    parts = [Part(name, body, material, colours[0]), Part("screen", glass, "glass", neutral(rng, not dark) if rng.random() < 0.75 else colours[1])]
    decals = []
    if rng.random() < 0.9:
        uw, uh = sw * rng.uniform(0.93, 0.99), sh * rng.uniform(0.93, 0.98)
        decals.append(mark((0, -t, middle), uw, uh, shown(rng, uw, uh), depth=0.003))
    if side > 0.025 and rng.random() < 0.6:
        image = canvas(1, 1)
        cv2.circle(image, (96, 96), 90, 1, -1)
        decals.append(mark((0, -t, h - side / 2), 0.028, 0.028, image, depth=0.003))
    if chin > 0.09 and rng.random() < 0.7:
        s = 0.6 * chin
        image = canvas(2, 1) if rng.random() < 0.5 else canvas(1, 1)
        if image.shape[0] == image.shape[1]:
            logo(image, rng)
        else:
            image = printed(rng, 2, 1, ("word",))
        decals.append(mark((0, -t, chin / 2), s * image.shape[1] / image.shape[0], s, image, depth=0.003))
    return parts, decals


def rows_of_keys(rng: random.Random, w: float, d: float) -> list[tuple[float, float, float, float]]:
    """(x, y, width, depth) of keys within w x d about the origin, y away from the typist."""
    rows, columns = rng.choice((4, 5, 5, 6)), rng.choice((10, 11, 12, 13))
    kd, kw, gap = d / rows, w / columns, 0.14 * min(d / rows, w / columns)
    keys = []
    for j in range(rows):
        x, y = -w / 2, -d / 2 + (j + 0.5) * kd
        if j == 0:
            shares = [1, 1, 1.4, columns - 6.8, 1.4, 1, 1]
        else:
            first = (1.6, 1.3, 1.1, 1.0, 1.0, 1.0)[j % 6]
            shares = [first, *[1] * (columns - 3), columns - first - (columns - 3)]
        for share in shares:
            keys.append((x + share * kw / 2, y, share * kw - gap, kd - gap))
            x += share * kw
    return keys


def keyboard(rng: random.Random, w: float, d: float, z: float, y: float, colours: list[Colour]) -> Things:
    """Keys on a deck at height z about (0, y): standing up a little, or flush and printed."""
    keys = rows_of_keys(rng, w, d)
    if rng.random() < 0.5:
        high, round_key = rng.uniform(0.014, 0.03), rng.choice((0.12, 0.25, 0.45))
        pieces = [slab("key", rectangle(kw, kd, round_key * kd, steps=3), high + 0.01, (x, y + ky, z - 0.01), TOP, 0.006, 1) for x, ky, kw, kd in keys]
        return [Part("keys", merge("keys", *pieces), "matte_plastic", colours[2])], []
    image = np.zeros((round(384 * d / w), 384), np.uint8)
    h, k = image.shape[0], 384 / w
    for x, ky, kw, kd in keys:
        plate(image, (x - kw / 2 + w / 2) * k, h - (ky + kd / 2 + d / 2) * k, kw * k, kd * k, 1, rng.choice((0.1, 0.1, 0.3)) * kd * k)
    return [], [mark((0, y, z), w, d, image, TOP, 0.012)]


def foot(rng: random.Random, w: float, neck: float, colours: list[Colour], back: float) -> list[Part]:
    """A stand from the floor (z = 0) to the neck's height; the display's back lies at y = back."""
    material, colour = rng.choice(("brushed_metal", "matte_plastic", "glossy_plastic")), colours[0] if rng.random() < 0.5 else colours[2]
    kind = rng.choice(("disc", "plate", "plate", "tee", "bend", "arms", "easel"))
    y, parts = back + 0.06, []
    reach = neck + rng.uniform(0.2, 0.5)
    if kind == "bend":  # one strip, foot and neck
        wide, thick = rng.uniform(0.4, 0.6), rng.uniform(0.03, 0.05)
        side = fillet([(back - 0.4, 0), (back + 0.32, 0), (back + 0.12, reach), (back + 0.12 - thick, reach), (back + 0.28 - thick, thick), (back - 0.4, thick)], [0.01, 0.07, 0.01, 0.01, 0.05, 0.01], 5)
        return [Part("stand", slab("stand", side, wide, (-wide / 2, 0, 0), SIDE, 0.006), material, colour), Part("mount", block("mount", (0.3, 0.26, 0.22), (0, back + 0.08, reach - 0.14), 0.02), material, colour)]
    if kind == "arms":
        legs = [rod("leg", [(s * 0.1, y, reach), (s * 0.26, back - 0.02, 0.5 * reach), (s * 0.42, back - 0.3, 0.03)], 0.035, 16) for s in (-1, 1)]
        legs.append(rod("leg", [(0, y, reach), (0, back + 0.25, 0.5 * reach), (0, back + 0.45, 0.03)], 0.035, 16))
        return [Part("legs", merge("legs", *legs), material, colour)]
    if kind == "easel":
        legs = [slab("leg", fillet([(-0.05, 0), (0.05, 0), (0.05, reach), (-0.05, reach)], 0.02), 0.07, (s * 0.4 * w, y, 0), FRONT, 0.012) for s in (-1, 1)]
        feet = [block("foot", (0.09, 0.6, 0.05), (s * 0.4 * w, back, 0.025), 0.012) for s in (-1, 1)]
        return [Part("legs", merge("legs", *legs, *feet), material, colour)]
    wide, thick = rng.uniform(0.1, 0.45), rng.uniform(0.05, 0.09)
    taper = rng.choice((1.0, 1.35, 0.75))
    strut = slab("neck", fillet([(-wide / 2 * taper, 0.02), (wide / 2 * taper, 0.02), (wide / 2, reach), (-wide / 2, reach)], 0.01), thick, (0, back + thick - 0.002, 0), FRONT, 0.012)
    if rng.random() < 0.3:
        strut = lathe("neck", [(0.06, 0.01), (0.06, reach)], 36, (0, y, 0))
    shape = {"disc": ellipse(w * 0.42, w * 0.3, 72), "plate": rectangle(w * rng.uniform(0.3, 0.5), rng.uniform(0.36, 0.55), rng.choice((0.02, 0.1, 0.2)), steps=7), "tee": fillet([(-0.5 * w * 0.5, -0.3), (-0.5 * w * 0.5 + 0.1, -0.3), (0, 0.0), (0.5 * w * 0.5 - 0.1, -0.3), (0.5 * w * 0.5, -0.3), (0.1, 0.22), (-0.1, 0.22)], 0.03, 4)}[kind]
    parts.append(Part("foot", slab("foot", shape, rng.uniform(0.03, 0.06), (0, back, 0), TOP, 0.012), material, colour))
    parts.append(Part("neck", strut, material, colour))
    return parts


def hump(rng: random.Random, w: float, h: float, y: float, z: float, colours: list[Colour], material: str) -> Things:
    """The bulge behind a display, with slits and a maker's mark."""
    bw, bh = w * rng.uniform(0.4, 0.85), h * rng.uniform(0.4, 0.75)
    deep = rng.uniform(0.05, 0.13)
    body = slab("back", rectangle(bw, bh, 0.06), deep + 0.03, (0, y - 0.03, z), BACK, rng.choice((0.015, 0.045)), 4)
    image = np.zeros((48, 192), np.uint8)
    for k in range(0, 192, 24):
        image[:, k + 4 : k + 16] = 1
    decals = [mark((0, y + deep, z + 0.36 * bh), 0.6 * bw, 0.1 * bh, image, BACK, 0.003)] if rng.random() < 0.6 else []
    return [Part("back", body, material, colours[0])], decals
