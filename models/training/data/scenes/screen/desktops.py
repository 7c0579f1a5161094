# in: a random generator; out: Subject of a monitor, an all-in-one or a desk set.
from __future__ import annotations

import random

import cv2

from ..curves import ellipse, fillet, rectangle
from ..faces import BACK, FRONT, SIDE, TOP
from ..interface import shown
from ..joinery import cut, discard, inlay, merge
from ..marks import canvas, logo, mark
from ..palette import metal, neutral, scheme
from ..placing import rotation
from ..poses import posed
from ..shapes import ball
from ..slabs import block, slab
from ..subject import Part, Things
from .pieces import foot, hump, keyboard, panel


def monitor(rng: random.Random) -> Things:
    colours = scheme(rng, 4)
    w = 2.0
    h = w / rng.choice((1.33, 1.6, 1.78, 1.78, 2.35))
    t, neck = rng.uniform(0.04, 0.12), rng.uniform(0.2, 0.5)
    side = rng.uniform(0.02, 0.09)
    parts, decals = panel(rng, w, h, t, colours, soft=rng.choice((0.01, 0.04, 0.09)), side=side, chin=side + rng.choice((0, 0.03, 0.09)), bevel=rng.choice((0.006, 0.02)))
    more, slits = hump(rng, w, h, 0.0, 0.5 * h, colours, parts[0].material)
    parts, decals = parts + more, decals + slits
    if rng.random() < 0.3:
        lamp = slab("key", ellipse(0.04, 0.04, 20), 0.03, (0.44 * w, -t + 0.015, 0.5 * side), FRONT, 0.004)
        parts.append(Part("power key", lamp, "glossy_plastic", colours[3]))
    if rng.random() < 0.15:  # two edges and the camera on top
        eye = ball("camera", (0.3, 0.12, 0.1), (0, -t / 2, h + 0.05), 3)
        parts.append(Part("camera", eye, "matte_plastic", neutral(rng, False)))
        parts.append(Part("lens", slab("lens", ellipse(0.06, 0.06, 28), 0.04, (0, -t / 2 - 0.03, h + 0.05), FRONT, 0.006), "glass", (0.1, 0.1, 0.12)))
    parts, decals = posed(parts, decals, rotation("x", -rng.choice((0, 0, rng.uniform(2, 9)))), (0, 0, neck))
    parts += foot(rng, w, neck, colours, 0.05)
    return parts, decals


def all_in_one(rng: random.Random) -> Things:
    """A screen over a broad chin, a bent foot."""
    colours = scheme(rng, 4)
    w, h, t = 2.0, rng.uniform(1.2, 1.5), rng.uniform(0.05, 0.1)
    chin = rng.uniform(0.16, 0.28)
    body = slab("body", rectangle(w, h, rng.uniform(0.03, 0.08), (0, h / 2), 6), t, (0, 0, 0), FRONT, 0.012, 4)
    m = rng.choice((0.0, 0.05))
    above = slab("tool", [(-3, chin), (3, chin), (3, 3), (-3, 3)], 1, (0, -0.5 * t, 0), FRONT)
    bezel = inlay("bezel", body, above)
    sw, sh = w - 0.1 - m, h - chin - 0.1 - m
    screen = inlay("screen", bezel, slab("tool", rectangle(sw, sh, 0.012, (0, chin + (h - chin) / 2)), 1, (0, -0.7 * t, 0), FRONT))
    parts = [Part("body", body, "brushed_metal", metal(rng) if rng.random() < 0.5 else colours[0]), Part("bezel", bezel, "glossy_plastic", neutral(rng)), Part("screen", screen, "glass", neutral(rng))]
    at = chin + (h - chin) / 2
    image = canvas(1, 1)
    logo(image, rng)
    decals = [mark((0, -t, at), 0.97 * sw, 0.97 * sh, shown(rng, sw, sh), depth=0.003), mark((0, -t, chin / 2), 0.5 * chin, 0.5 * chin, image, depth=0.003)]
    if rng.random() < 0.8:
        decals.append(mark((0, 0, 0.55 * h), 0.35, 0.35, image, BACK, 0.003))
    neck = rng.uniform(0.2, 0.35)
    parts, decals = posed(parts, decals, rotation("x", -rng.uniform(0, 6)), (0, 0, neck))
    wide, thick = rng.uniform(0.5, 0.75), rng.uniform(0.03, 0.05)
    if rng.random() < 0.6:
        side = fillet([(-0.42, 0), (0.36, 0), (0.1, neck + 0.45), (0.03, neck + 0.45), (0.28, thick), (-0.42, thick)], [0.012, 0.06, 0.012, 0.012, 0.05, 0.012], 5)
        parts.append(Part("stand", slab("stand", side, wide, (-wide / 2, 0, 0), SIDE, 0.008), parts[0].material, parts[0].colour))
        if rng.random() < 0.5:
            cut(parts[-1].object, slab("tool", ellipse(0.18, 0.18, 36), 2, (0, 1.5, neck - 0.02), FRONT))
    else:
        parts += foot(rng, w, neck, colours, 0.04)
    return parts, decals


def desk_set(rng: random.Random) -> Things:
    """A display with keyboard, mouse and perhaps a loudspeaker pair."""
    parts, decals = rng.choice((monitor, all_in_one))(rng)
    colours = scheme(rng, 4)
    w, d, z, y = rng.uniform(1.2, 1.6), rng.uniform(0.4, 0.5), rng.uniform(0.05, 0.09), -rng.uniform(0.75, 0.9)
    board = slab("keyboard", rectangle(w, d, rng.choice((0.03, 0.1))), z, (0, y, 0), TOP, 0.012)
    keys, print_of = keyboard(rng, 0.94 * w, 0.84 * d, z, y, colours)
    x = w / 2 + 0.25
    mouse = ball("mouse", (0.22, 0.36, 0.2), (x, y, 0.0), 2.6)
    flat = block("tool", (1, 1, 1), (x, y, 0.505), 0.001)
    mouse_top = inlay("mouse", mouse, flat)
    discard(mouse)  # what lies below the desk
    parts += [Part("keyboard", board, "matte_plastic", colours[0]), *keys, Part("mouse", mouse_top, "glossy_plastic", colours[0])]
    image = canvas(0.5, 1)
    cv2.line(image, (48, 0), (48, 90), 1, 6)
    cv2.ellipse(image, (48, 50), (12, 26), 0, 0, 360, 2, -1)
    decals += [*print_of, mark((x, y + 0.06, 0.08), 0.1, 0.2, image, TOP, 0.06)]
    if rng.random() < 0.4:
        high, wide = rng.uniform(0.5, 0.9), rng.uniform(0.3, 0.4)
        boxes = [block("speaker", (wide, wide, high), (s * (1 + wide), -0.1, high / 2), 0.02) for s in (-1, 1)]
        parts.append(Part("speakers", merge("speakers", *boxes), rng.choice(("wood", "matte_plastic")), colours[2]))
        cones = []
        for s in (-1, 1):
            for r, at in ((0.36 * wide, 0.36 * high), (0.2 * wide, 0.76 * high)):
                cones.append(slab("cone", ellipse(2 * r, 2 * r, 44, (s * (1 + wide), at)), 0.04, (0, -0.1 - wide / 2 + 0.02, 0), FRONT, 0.012))
        parts.append(Part("cones", merge("cones", *cones), "rubber", neutral(rng, False)))
    return parts, decals
