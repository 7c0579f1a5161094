# in: a phone's size; out: its body, screen, buttons and case, placed.
from __future__ import annotations

import random

import cv2

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, SIDE
from ..interface import shown
from ..joinery import cut, inlay, merge
from ..marks import canvas, mark
from ..palette import Colour, metal, neutral
from ..placing import moved, rotation
from ..poses import posed
from ..slabs import slab
from ..subject import Decal, Part, Things
from .cameras import cameras

H = 2.0  # a phone's height


def placed(rng: random.Random, parts: list[Part], decals: list[Decal]) -> Things:
    how = rng.choice(("upright",) * 8 + ("tilted", "tilted", "lying", "sideways"))
    if how == "upright":
        return parts, decals
    turn = {
        "tilted": rotation("y", rng.choice((-1, 1)) * rng.uniform(10, 35)),
        "lying": rotation("z", rng.uniform(-30, 30)) @ rotation("x", -90),
        "sideways": rotation("y", rng.choice((-90, 90))),
    }[how]
    return posed(parts, decals, turn)


def device(rng: random.Random, w: float, h: float, colours: list[Colour], tablet: bool = False) -> Things:
    """Front to -Y, about the origin; thickness from t / 2 to -t / 2."""
    small = min(w, h)
    t = rng.uniform(0.06, 0.1) if tablet else rng.uniform(0.09, 0.14)
    old = rng.random() < (0.35 if tablet else 0.22)
    soft = small * (rng.uniform(0.06, 0.1) if tablet else rng.uniform(0.1, 0.2))
    bevel = rng.choice((0.012, 0.012, 0.4 * t))
    body = slab("body", rectangle(w, h, soft, steps=9), t, (0, t / 2, 0), FRONT, bevel, 5)
    side = max(bevel + 0.008, rng.uniform(0.02, 0.05) + (0.05 if tablet and old else 0))
    chin = rng.uniform(0.17, 0.26) * (0.75 if tablet else 1.0) if old else side
    sw, sh = (w - 2 * side, h - 2 * chin) if h >= w or not old else (w - 2 * chin, h - 2 * side)
    front = -t / 2
    glass = slab("tool", rectangle(sw, sh, 0.008 if old else max(0.02, soft - side), steps=9), 1, (0, front + 0.4 * t, 0), FRONT)
    screen = inlay("screen", body, glass)
    dark = rng.random() < 0.5
    parts = [
        Part("body", body, rng.choice(("brushed_metal", "glossy_plastic", "matte_plastic", "polished_metal")), colours[0] if rng.random() < 0.6 else metal(rng)),
        Part("screen", screen, "glass", neutral(rng, not dark) if rng.random() < 0.7 else colours[1]),
    ]
    decals = []
    uw, uh = sw * rng.uniform(0.94, 0.985), sh * rng.uniform(0.9, 0.97)
    low = 0.0
    if not old and not tablet:
        kind, top = rng.choice(("hole", "hole", "pill", "island", "notch", "none")), sh / 2
        if kind == "notch":
            nw, nh = sw * rng.uniform(0.28, 0.5), 0.07
            shape = fillet([(-nw / 2 - 0.03, top + 0.02), (-nw / 2, top - 0.01), (-nw / 2, top - nh), (nw / 2, top - nh), (nw / 2, top - 0.01), (nw / 2 + 0.03, top + 0.02)], [0, 0.02, 0.035, 0.035, 0.02, 0], 5)
            parts.append(Part("notch", inlay("notch", screen, slab("tool", shape, 1, (0, front + 0.3 * t, 0), FRONT)), "matte_plastic", colours[0]))
            low = nh
        elif kind != "none":
            r, x = rng.uniform(0.025, 0.035), 0.0 if kind != "hole" or rng.random() < 0.7 else -sw * 0.36
            wide = {"hole": 2 * r, "pill": rng.uniform(0.1, 0.14), "island": rng.uniform(0.2, 0.28)}[kind]
            spot = rectangle(wide, 2 * r, 0.99 * r, (x, top - 0.085), steps=8)
            parts.append(Part("front camera", inlay("front camera", screen, slab("tool", spot, 1, (0, front + 0.3 * t, 0), FRONT)), "glass", (0.08, 0.08, 0.1)))
            low = 0.13
    if rng.random() < 0.9:
        decals.append(mark((0, front, -low / 2), uw, uh - low, shown(rng, uw, uh - low), depth=0.003))
    if old:
        upright = h >= w
        place = (lambda a: (0, front, a)) if upright else (lambda a: (a, front, 0))
        at = -(sh if upright else sw) / 2 - chin / 2
        r = min(0.075, 0.36 * chin)
        shape = rng.choice((ellipse(2 * r, 2 * r, 40), ellipse(2 * r, 2 * r, 40), rectangle(3 * r, 1.1 * r, 0.4 * r), rectangle(3 * r, 1.1 * r, 0.4 * r)))
        x, _, z = place(at)
        parts.append(Part("home", inlay("home", body, slab("tool", shape + (x, z), 1, (0, front + 0.3 * t, 0), FRONT)), "glossy_plastic", colours[2]))
        if rng.random() < 0.5:
            image = canvas(1, 1)
            cv2.rectangle(image, (62, 62), (130, 130), 1, 10)
            decals.append(mark(place(at), 1.6 * r, 1.6 * r, image, depth=0.003))
        image = canvas(0.3, 0.06)
        cv2.rectangle(image, (30, 8), (162, 28), 1, -1)
        cv2.circle(image, (10, 18), 9, 1, -1)
        right = FRONT if upright else (-FRONT[1], FRONT[0])
        decals.append(mark(place(-at), 0.3, 0.06, image, right, depth=0.003))
    elif tablet:
        image = canvas(1, 1)
        cv2.circle(image, (96, 96), 90, 1, -1)
        if side > 0.03:
            decals.append(mark((0, front, h / 2 - side / 2), 0.03, 0.03, image, depth=0.003))
    parts.append(buttons(rng, w, h, t, parts[0]))
    if rng.random() < (0.12 if tablet else 0.25):
        parts.append(cover(rng, w, h, t, soft, colours[3]))
        thick = 0.045
    else:
        thick = 0.0
    eyes, more = cameras(rng, w, h, t / 2 + thick, colours, tablet)
    return parts + eyes, decals + more


def buttons(rng: random.Random, w: float, h: float, t: float, body: Part) -> Part:
    """Loudness on one side, power on the other or on the same."""
    out, wide = rng.uniform(0.015, 0.03), min(0.5 * t, 0.05)
    pieces = []
    s = rng.choice((-1, 1))
    spots = [(s, 0.3, 0.14), (s, 0.2, 0.14)] if rng.random() < 0.6 else [(s, 0.25, 0.26)]
    spots.append((rng.choice((s, -s, -s)), rng.choice((0.05, 0.22)), 0.18))
    if spots[-1][0] == s:
        spots[-1] = (s, 0.05, 0.16)
    for side, up, long in spots:
        piece = slab("button", rectangle(wide, long, 0.45 * wide), out + 0.03, (w / 2 - 0.03, 0, 0), SIDE, 0.006)
        pieces.append(moved(moved(piece, turn=rotation("z", 0 if side > 0 else 180)), (0, 0, up * h)))
    return Part("buttons", merge("buttons", *pieces), body.material, body.colour if rng.random() < 0.7 else metal(rng))


def cover(rng: random.Random, w: float, h: float, t: float, soft: float, colour: Colour) -> Part:
    """A case: its rim stands just above the screen."""
    c = rng.uniform(0.03, 0.06)
    case = slab("case", rectangle(w + 2 * c, h + 2 * c, soft + c, steps=9), t + 0.05 + 0.02, (0, t / 2 + 0.045, 0), FRONT, rng.choice((0.015, 0.03)), 4)
    tool = slab("tool", rectangle(w - 0.016, h - 0.016, max(soft - 0.008, 0.01), steps=9), 1, (0, 0.2 * t, 0), FRONT)
    return Part("case", cut(case, tool), rng.choice(("rubber", "leather", "matte_plastic")), colour)
