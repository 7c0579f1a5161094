# in: a random generator; out: Subject of a phone or tablet: modern, with home button, keypad, clamshell, foldable, in a case, on a stand.
from __future__ import annotations

import random
from dataclasses import replace

import cv2
import numpy as np

from .curves import ellipse, fillet, rectangle
from .interface import SIZE, shown, text
from .joinery import cut, inlay, merge
from .marks import canvas, logo, mark, printed
from .palette import Colour, metal, neutral, scheme
from .poses import posed
from .shapes import BACK, FRONT, HAIR, SIDE, block, lathe, moved, rotation, slab
from .subject import Decal, Part, Subject, Things

NAME = "phone"
H = 2.0  # a phone's height


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((phone, phone, phone, phone, phone, stood, stood, couple, tablet, tablet, tablet, keypad, clamshell, foldable))(rng)
    return Subject(NAME, parts, decals)


def phone(rng: random.Random) -> Things:
    """One phone as it is shown: upright, leaning, on its side or lying."""
    return placed(rng, *device(rng, H * rng.uniform(0.44, 0.54), H, scheme(rng, 4)))


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


def cameras(rng: random.Random, w: float, h: float, y: float, colours: list[Colour], tablet: bool) -> Things:
    """On the back (+Y), seen from there with x to the left: a bump with lenses, flash, a logo."""
    kind = rng.choice(("single",) if tablet and rng.random() < 0.7 else ("square", "square", "pill", "bar", "disc", "lenses", "row"))
    r = rng.uniform(0.055, 0.085)
    edge, colour = 0.08, colours[0]
    parts, lenses = [], []
    right, top = w / 2 - edge, h / 2 - edge  # in the back's own axes: x to the viewer's right
    rise = rng.uniform(0.025, 0.06)
    if kind == "square":
        s = 4.6 * r + 0.1
        plate, spots = rectangle(s, s, rng.uniform(0.15, 0.3) * s, (-right + s / 2, top - s / 2)), [(-1, 1), (-1, -1), (1, 0)] if rng.random() < 0.6 else [(-1, 1), (1, -1)]
        lenses = [(-right + s / 2 + 1.15 * r * a, top - s / 2 + 1.15 * r * b) for a, b in spots]
        flash = (-right + s / 2 + 1.15 * r, top - s / 2 + 1.5 * r)
    elif kind == "pill":
        n = rng.randint(2, 3)
        s, tall = 2.8 * r, 2.5 * r * n + 0.3 * r
        plate = rectangle(s, tall, 0.49 * s, (-right + s / 2, top - tall / 2))
        lenses = [(-right + s / 2, top - 0.15 * r - 2.5 * r * (k + 0.5)) for k in range(n)]
        flash = (-right + s + 0.09, top - 1.3 * r)
    elif kind == "bar":
        tall, z = 3.2 * r, top - 0.18
        plate = rectangle(w * 0.96 if rng.random() < 0.5 else w * 0.8, tall, rng.choice((0.2, 0.48)) * tall, (0, z))
        lenses = [(x, z) for x in ((-0.2, 0.0, 0.2) if rng.random() < 0.4 else (-0.18, 0.04))]
        flash = (0.3, z)
    elif kind == "disc":
        big = 3.4 * r
        plate = ellipse(2 * big, 2 * big, 64, (0, top - big - 0.02))
        lenses = [(1.6 * r * a, top - big - 0.02 + 1.6 * r * b) for a, b in ((-1, 0), (1, 0), (0, 1), (0, -1))[: rng.randint(2, 4)]]
        flash = (big + 0.05, top - 0.05)
    else:
        plate = None
        n = {"single": 1, "lenses": 3, "row": 2}[kind]
        lenses = [(-right + r, top - r - 2.5 * r * k) if kind != "row" else (-right + r + 2.5 * r * k, top - r) for k in range(n)]
        flash = (-right + 3.6 * r, top - r) if kind != "row" else (-right + 7 * r, top - r)
    base = y
    if plate is not None:
        parts.append(Part("camera plate", slab("camera plate", plate, rise + 0.02, (0, y - 0.02, 0), BACK, 0.012), rng.choice(("glass", "matte_plastic", "brushed_metal")), colour if rng.random() < 0.6 else colours[2]))
        base += rise
    rings = [slab("ring", ellipse(2 * r, 2 * r, 44, (x, z)), 0.05, (0, base - 0.025, 0), BACK, 0.008) for x, z in lenses]
    eyes = [slab("lens", ellipse(1.3 * r, 1.3 * r, 36, (x, z)), 0.05, (0, base - 0.025 + HAIR, 0), BACK) for x, z in lenses]
    light = slab("flash", ellipse(0.05, 0.05, 24, flash), 0.04, (0, (base if plate is not None and kind in ("square", "bar") else y) - 0.03, 0), BACK, 0.004)
    parts += [Part("rings", merge("rings", *rings), "polished_metal", metal(rng)), Part("lenses", merge("lenses", *eyes), "glass", (0.07, 0.08, 0.11)), Part("flash", light, "glass", (0.97, 0.94, 0.85))]
    decals = []
    if rng.random() < 0.75:
        s = min(w, h) * rng.uniform(0.22, 0.36)
        image = canvas(1, 1)
        logo(image, rng)
        decals.append(mark((0, y, rng.choice((0, 0.04)) * h), s, s, image, BACK, 0.003))
    if rng.random() < 0.3:
        s = 0.4 * w
        decals.append(mark((0, y, -0.36 * h), s, 0.3 * s, printed(rng, s, 0.3 * s, ("word",)), BACK, 0.003))
    return parts, decals


def couple(rng: random.Random) -> Things:
    """The same phone twice: its back, and its front partly before it."""
    seed, w, colours = rng.random(), H * rng.uniform(0.45, 0.52), scheme(rng, 4)
    front, on_front = device(random.Random(seed), w, H, colours)
    rear, on_rear = posed(*device(random.Random(seed), w, H, colours), rotation("z", 180))
    side, behind = rng.choice((-1, 1)), rng.uniform(0.3, 0.4)
    rear, on_rear = posed(rear, on_rear, rotation("y", rng.choice((0, 0, 12 * side))), (side * w * rng.uniform(0.45, 1.15), behind, 0))
    return front + [replace(part, name=f"other {part.name}") for part in rear], on_front + on_rear


def stood(rng: random.Random) -> Things:
    """Leaning on an easel, a wedge or a round foot with an arm."""
    colours, lean = scheme(rng, 4), rng.uniform(10, 28)
    tall = rng.random() < 0.6
    large = rng.random() < 0.4
    w, h = (H * rng.uniform(0.44, 0.54), H) if tall else (H, H * rng.uniform(0.44, 0.54))
    if large:
        w, h = (1.45, 2) if tall else (2, 1.45)
    parts, decals = device(rng, w, h, colours, tablet=large or not tall)
    lift = h / 2 + 0.1
    parts, decals = posed(parts, decals, rotation("x", -lean), (0, 0.5 * h * np.sin(np.radians(lean)), lift * np.cos(np.radians(lean)) + 0.1))
    out, up = np.cos(np.radians(lean)), np.sin(np.radians(lean))
    kind = rng.choice(("easel", "wedge", "foot"))
    colour, material = colours[2], rng.choice(("wood", "brushed_metal", "matte_plastic"))
    rest = lambda s, off: (off * out + s * up, s * out - off * up + 0.08)
    thick, ww = rng.uniform(0.03, 0.05), w * rng.uniform(0.4, 0.7)
    if kind == "wedge":
        side = fillet([(-0.2, 0), (0.45 * h * up + 0.3, 0), rest(0.5 * h, 0.1), rest(0.13, 0.1), rest(0.03, -0.16), rest(0.12, -0.2), (-0.24, 0.12)], 0.015, 3)
        parts.append(Part("stand", slab("stand", side, ww, (-ww / 2, 0, 0), SIDE, 0.012), material, colour))
    elif kind == "easel":
        bend = fillet([rest(0.13, -0.19), rest(0.03, -0.17), rest(0.03, 0.09), rest(0.6 * h, 0.09), rest(0.6 * h, 0.09 + thick), (0.6 * h * up + 0.12 + 0.3 * h, 0.0), (0.6 * h * up + 0.04 + 0.3 * h, 0.0), rest(0.56 * h, 0.09 + thick), rest(0.03 - thick, 0.09 + thick), rest(0.03 - thick, -0.17 - thick), rest(0.13, -0.19 - thick)], 0.012, 3)
        parts.append(Part("stand", slab("stand", bend, ww, (-ww / 2, 0, 0), SIDE, 0.008), material, colour))
    else:
        y = 0.25 * h * up + 0.15
        parts.append(Part("foot", lathe("foot", fillet([(0.44, 0), (0.45, 0), (0.44, 0.05), (0.02, 0.06)], 0.012, 3, closed=False), 60, (0, y, 0)), material, colour))
        arm = fillet([(y - 0.05, 0.03), (y + 0.05, 0.03), rest(0.42 * h, 0.2), rest(0.42 * h, 0.07), rest(0.3 * h, 0.07)], 0.012, 3)
        parts.append(Part("arm", slab("arm", arm, 0.14, (-0.07, 0, 0), SIDE, 0.01), material, colour))
        ledge = fillet([rest(0.13, -0.16), rest(0.04, -0.16), rest(0.04, 0.09), rest(0.5 * h, 0.09), rest(0.5 * h, 0.12), rest(0.01, 0.12), rest(0.01, -0.19), rest(0.13, -0.19)], 0.008, 2)
        parts.append(Part("rest", slab("rest", ledge, ww, (-ww / 2, 0, 0), SIDE, 0.006), material, colour))
    return parts, decals


def tablet(rng: random.Random) -> Things:
    """Upright or wide, sometimes with a pen beside it."""
    colours = scheme(rng, 4)
    w, h = (2 * rng.uniform(0.66, 0.78), 2.0)
    if rng.random() < 0.5:
        w, h = h, w
    parts, decals = device(rng, w, h, colours, tablet=True)
    if rng.random() < 0.3:
        long, r = rng.uniform(1.2, 1.6), rng.uniform(0.035, 0.05)
        pen = lathe("pen", fillet([(0.3 * r, 0.13), (r, 0.26), (r, long), (0.02, long)], 0.02, 3, closed=False), 32)
        tip = lathe("tip", [(0.004, 0), (0.3 * r, 0.13)], 32)
        turn = rotation("y", rng.choice((0, rng.uniform(-25, 25))))
        by = np.array([rng.choice((-1, 1)) * (w / 2 + 0.3), -0.05, -0.5 * long])
        for name, thing, colour in (("pen", pen, neutral(rng, True)), ("tip", tip, neutral(rng))):
            parts.append(Part(name, moved(thing, by, turn=turn), "matte_plastic", colour))
    return placed(rng, parts, decals)


def keys(rng: random.Random, w: float, top: float, low: float, y: float, colours: list[Colour]) -> Things:
    """A pad between the heights low and top on a front at y: arrow ring, twelve keys with their figures."""
    parts, decals = [], []
    r = min(0.17 * w, 0.3 * (top - low))
    z = top - r
    ring = slab("ring", ellipse(2 * r, 2 * r, 48, (0, z)), 0.04, (0, y + 0.02, 0), FRONT, 0.01) if rng.random() < 0.6 else slab("ring", rectangle(2.2 * r, 2 * r, 0.4 * r, (0, z)), 0.04, (0, y + 0.02, 0), FRONT, 0.01)
    middle = slab("select", ellipse(0.9 * r, 0.9 * r, 36, (0, z)), 0.05, (0, y + 0.02, 0), FRONT, 0.008)
    sides = [slab("soft", rectangle(0.22 * w, 0.6 * r, 0.2 * r, (s * 0.33 * w, z + a * 0.6 * r)), 0.035, (0, y + 0.02, 0), FRONT, 0.008) for s in (-1, 1) for a in (-1, 1)]
    parts += [Part("arrows", ring, "glossy_plastic", colours[2]), Part("select", middle, "glossy_plastic", colours[3]), Part("soft keys", merge("soft keys", *sides), "matte_plastic", colours[2])]
    high = z - r - 0.05
    rows, kw = 4, 0.84 * w / 3
    kh = (high - low) / rows
    round_keys = rng.random() < 0.3
    pieces = []
    image = np.zeros((SIZE, round(SIZE * 0.84 * w / (high - low))), np.uint8)
    ih, iw = image.shape
    for j in range(rows):
        for i in range(3):
            x, zz = (i - 1) * kw, high - (j + 0.5) * kh
            shape = ellipse(0.82 * min(kw, kh), 0.82 * min(kw, kh), 36, (x, zz)) if round_keys else rectangle(0.86 * kw, 0.8 * kh, 0.25 * kh, (x, zz))
            pieces.append(slab("key", shape, 0.035, (0, y + 0.02, 0), FRONT, 0.008))
            text(image, "123456789*0#"[3 * j + i], iw * (i + 0.5) / 3, ih * (j + 0.5) / 4, 0.3 * iw / 3, 0.4 * ih / 4)
    parts.append(Part("keys", merge("keys", *pieces), "rubber", colours[3] if rng.random() < 0.5 else neutral(rng)))
    decals.append(mark((0, y - 0.015, (high + low) / 2), 0.84 * w, high - low, image, depth=0.006))
    return parts, decals


def keypad(rng: random.Random) -> Things:
    """A bar with real keys below a small screen, perhaps an aerial."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.75, 0.95), rng.uniform(0.2, 0.32)
    x, z = w / 2, H / 2
    waist = rng.choice((1.0, 1.0, 0.9))
    outline = fillet([(-x * waist, -z), (x * waist, -z), (x, 0.3 * z), (x, z), (-x, z), (-x, 0.3 * z)], [0.2, 0.2, 0.3, rng.choice((0.1, 0.3)), rng.choice((0.1, 0.3)), 0.3], 8)
    body = slab("body", outline, t, (0, t / 2, 0), FRONT, rng.uniform(0.03, 0.08), 5)
    y, sw, sh = -t / 2, 0.72 * w, rng.uniform(0.45, 0.75)
    top = z - rng.uniform(0.22, 0.3)
    middle = top - sh / 2
    screen = inlay("screen", body, slab("tool", rectangle(sw, sh, rng.choice((0.02, 0.06)), (0, middle)), 1, (0, y + 0.2 * t, 0), FRONT))
    parts = [Part("body", body, rng.choice(("matte_plastic", "glossy_plastic")), colours[0]), Part("screen", screen, "glass", neutral(rng))]
    decals = [mark((0, y, middle), 0.94 * sw, 0.94 * sh, shown(rng, sw, sh), depth=0.003)]
    pads, more = keys(rng, w * waist, middle - sh / 2 - 0.07, -z + 0.14, y, colours)
    slit = np.zeros((24, 128), np.uint8)
    cv2.rectangle(slit, (0, 2), (127, 21), 1, -1)
    decals.append(mark((0, y, top + 0.1), 0.22, 0.04, slit, depth=0.003))
    if rng.random() < 0.4:
        r, long = rng.uniform(0.06, 0.09), rng.uniform(0.2, 0.6)
        s = rng.choice((-1, 1))
        parts.append(Part("aerial", lathe("aerial", fillet([(r, 0), (0.85 * r, long), (0.02, long)], 0.04, 4, closed=False), 32, (s * 0.32 * w, 0, z - 0.05)), "rubber", neutral(rng, False)))
    hatch = inlay("hatch", body, slab("tool", rectangle(0.72 * w, rng.uniform(0.8, 1.2), 0.08, (0, -0.25)), 1, (0, 0.2 * t, 0), BACK))
    lens = slab("lens", rng.choice((ellipse(0.2, 0.2, 40), rectangle(0.3, 0.16, 0.04))) + (rng.choice((0, 0.18)), 0.7), 0.04, (0, t / 2 - 0.02, 0), BACK, 0.01)
    parts += [Part("hatch", hatch, parts[0].material, parts[0].colour), Part("lens", lens, "glass", (0.1, 0.1, 0.12))]
    decals.append(mark((0, t / 2, 0.25), 0.4 * w, 0.2 * w, printed(rng, 0.4, 0.2, ("word", "logo")), BACK, 0.003))
    return placed(rng, parts + pads, decals + more)


def clamshell(rng: random.Random) -> Things:
    """Two halves on a hinge: keys below, screen above, opened by some angle."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.85, 1.05), rng.uniform(0.11, 0.16)
    h, soft = rng.uniform(0.9, 1.1), rng.uniform(0.08, 0.3)
    corners = lambda up: [0.03, 0.03, soft, soft] if up else [soft, soft, 0.03, 0.03]
    bevel = rng.uniform(0.015, 0.04)
    low = slab("base", rectangle(w, h, corners(False), (0, -h / 2 - 0.03)), t, (0, t / 2, 0), FRONT, bevel, 4)
    high = slab("lid", rectangle(w, h, corners(True), (0, h / 2 + 0.03)), t, (0, t / 2, 0), FRONT, bevel, 4)
    sw, sh, y = 0.78 * w, 0.68 * h, -t / 2
    screen = inlay("screen", high, slab("tool", rectangle(sw, sh, 0.03, (0, 0.53 * h)), 1, (0, y + 0.3 * t, 0), FRONT))
    top = [Part("lid", high, "glossy_plastic", colours[0]), Part("screen", screen, "glass", neutral(rng, rng.random() < 0.5))]
    seen = [mark((0, y, 0.53 * h), 0.95 * sw, 0.95 * sh, shown(rng, sw, sh), depth=0.003)]
    if rng.random() < 0.6:
        small = inlay("window", high, slab("tool", rectangle(0.5 * w, 0.3 * h, 0.05, (0, 0.6 * h)), 1, (0, t / 2 - 0.3 * t, 0), BACK))
        top.append(Part("window", small, "glass", neutral(rng, False)))
        seen.append(mark((0, t / 2, 0.6 * h), 0.46 * w, 0.27 * h, shown(rng, 0.46 * w, 0.27 * h), BACK, 0.003))
    turn = rotation("x", rng.uniform(0, 65))  # the lid comes forward
    hinge_y = 0.0
    top, seen = posed(top, seen, turn, (0, hinge_y, 0))
    pads, figures = keys(rng, w, -0.12, -h + 0.08, y, colours)
    barrel = moved(block("hinge", (0.13, 0.13, 0.98 * w), (0, 0, 0), 0.012, 0.06), turn=rotation("y", 90))
    parts = [Part("base", low, top[0].material, colours[0]), Part("hinge", barrel, "brushed_metal", metal(rng)), *pads, *top]
    decals = figures + seen
    if rng.random() < 0.6:
        return posed(parts, decals, rotation("x", -rng.uniform(30, 80)))
    return parts, decals


def foldable(rng: random.Random) -> Things:
    """Opened like a book, a screen on both halves."""
    colours, w, t = scheme(rng, 4), rng.uniform(0.85, 1.0), 0.08
    angle = rng.choice((0, rng.uniform(10, 50)))
    parts: list[Part] = []
    decals: list[Decal] = []
    wide = rng.random() < 0.5
    image = shown(rng, 2 * w, H)
    half = image.shape[1] // 2
    colour, dark = colours[0], neutral(rng, rng.random() < 0.5)
    for s, name in ((-1, "left"), (1, "right")):
        body = slab(f"{name} half", rectangle(w, H, [0.012, 0.12, 0.12, 0.012] if s > 0 else [0.12, 0.012, 0.012, 0.12], (s * w / 2, 0), 8), t, (0, t / 2, 0), FRONT, 0.012)
        m = 0.035
        screen = inlay(f"{name} screen", body, slab("tool", rectangle(w - m, H - 2 * m, [0.002, 0.09, 0.09, 0.002] if s > 0 else [0.09, 0.002, 0.002, 0.09], (s * (w - m) / 2, 0), 8), 1, (0, -0.2 * t, 0), FRONT))
        here = [Part(body.name, body, "brushed_metal", colour), Part(screen.name, screen, "glass", dark)]
        seen = [mark((s * (w - m) / 2, -t / 2, 0), w - 2 * m, H - 4 * m, image[:, :half] if s < 0 else image[:, half:], depth=0.003)]
        if s < 0:
            eyes, more = cameras(rng, w, H, t / 2, colours, False)
            eyes, more = posed(eyes, more, by=(s * w / 2, 0, 0))
            here, seen = here + eyes, seen + more
        here, seen = posed(here, seen, rotation("z", -s * angle))
        parts, decals = parts + here, decals + seen
    spine = block("spine", (0.07, 0.09, 0.985 * H), (0, 0.025, 0), 0.01, 0.03)
    parts.append(Part("spine", spine, "polished_metal", metal(rng)))
    return posed(parts, decals, rotation("y", 90)) if wide else (parts, decals)
