# in: a random generator; out: Subject with a display: laptop, monitor, all-in-one, television old and new, desk set.
from __future__ import annotations

import random

import cv2
import numpy as np

from .curves import ellipse, fillet, inset, rectangle
from .interface import plate, shown
from .joinery import cut, discard, inlay, merge
from .marks import canvas, dots, logo, mark, printed
from .palette import Colour, metal, neutral, scheme, wood
from .poses import posed
from .shapes import (
    BACK,
    FRONT,
    SIDE,
    TOP,
    Solid,
    ball,
    block,
    lathe,
    moved,
    points_of,
    reshaped,
    rod,
    rotation,
    skin,
    slab,
)
from .subject import Decal, Part, Subject, Things

NAME = "screen"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((laptop, laptop, laptop, laptop, laptop, monitor, monitor, monitor, all_in_one, desk_set, television, television, tube, tube))(rng)
    return Subject(NAME, parts, decals)


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


def laptop(rng: random.Random) -> Things:
    colours, steel = scheme(rng, 4), metal(rng)
    w, d, t = 2.0, rng.uniform(1.25, 1.5), rng.uniform(0.05, 0.13)
    thick, soft = rng.uniform(0.035, 0.06), rng.choice((0.02, 0.06, 0.12))
    colour = steel if rng.random() < 0.5 else colours[0]
    base = slab("base", rectangle(w, d, soft, steps=7), t, (0, 0, 0), TOP, rng.choice((0.008, 0.02, 0.4 * t)), 4)
    wedge = rng.choice((0.0, 0.0, 0.5))
    if wedge:  # thinner towards the typist
        v = points_of(base)
        v[:, 2] = t - (t - v[:, 2]) * (1 - wedge * (0.5 - v[:, 1] / d))
        reshaped(base, v)
    material = rng.choice(("brushed_metal", "matte_plastic", "glossy_plastic"))
    kw, kd = w * rng.uniform(0.78, 0.9), d * rng.uniform(0.4, 0.48)
    ky = d / 2 - rng.uniform(0.13, 0.2) - kd / 2
    parts = [Part("base", base, material, colour)]
    decals: list[Decal] = []
    if rng.random() < 0.6:
        well = inlay("keyboard", base, slab("tool", rectangle(kw + 0.05, kd + 0.05, 0.03, (0, ky)), 1, (0, 0, 0.6 * t), TOP))
        parts.append(Part("keyboard", well, "matte_plastic", colours[1]))
    keys, print_of = keyboard(rng, kw, kd, t, ky, colours)
    parts, decals = parts + keys, decals + print_of
    low = ky - kd / 2
    room = low + d / 2
    pw, pd = rng.uniform(0.45, 0.8), room * rng.uniform(0.62, 0.8)
    pad = inlay("touchpad", base, slab("tool", rectangle(pw, pd, rng.choice((0.01, 0.04)), (0, low - 0.04 - (room - 0.06) / 2)), 1, (0, 0, 0.6 * t), TOP))
    parts.append(Part("touchpad", pad, material, colour if rng.random() < 0.6 else colours[1]))
    if rng.random() < 0.3:
        for s in (-1, 1):
            image = canvas(0.5, 2)
            dots(image, rng)
            decals.append(mark((s * (kw / 2 + w / 2 + 0.02) / 2, ky, t), 0.5 * (w - kw) / 2, kd, image, TOP, 0.003))
    h = d * rng.uniform(0.93, 1.0)
    side = rng.uniform(0.03, 0.08)
    lid, seen = panel(rng, w, h, thick, [colour, *colours[1:]], soft=soft, side=side, chin=side + rng.choice((0.0, 0.05, 0.1)), bevel=rng.choice((0.006, 0.015)), name="lid", frame_material=material)
    image = canvas(1, 1)
    logo(image, rng)
    wide = rng.uniform(0.2, 0.36)
    if rng.random() < 0.85:
        seen.append(mark((0, 0, 0.52 * h), wide, wide, image, BACK, 0.003))
    angle = rng.choice((rng.uniform(92, 125), rng.uniform(92, 125), rng.uniform(92, 125), rng.uniform(95, 110), rng.uniform(40, 80), 180 if rng.random() < 0.5 else 135))
    lid, seen = posed(lid, seen, rotation("x", 90 - angle), (0, d / 2 - 0.01, t + 0.012))
    long = w * rng.choice((0.8, 0.6))
    barrels = [lathe("hinge", [(0.032, -long / 2), (0.032, long / 2)], 28)] if rng.random() < 0.6 else [moved(lathe("hinge", [(0.034, -0.13), (0.034, 0.13)], 28), (0, 0, a * w * 0.33)) for a in (-1, 1)]
    hinge = moved(merge("hinge", *barrels), (0, d / 2 - 0.02, t), turn=rotation("y", 90))
    parts.append(Part("hinge", hinge, "brushed_metal", steel if rng.random() < 0.5 else neutral(rng, False)))
    for s in (-1, 1):
        if t > 0.08 and wedge == 0:
            face = SIDE if s > 0 else (-SIDE[0], SIDE[1])
            image = np.zeros((40, 192), np.uint8)
            for x0, x1 in ((4, 44), (64, 104), (124, 184)):
                cv2.rectangle(image, (x0, 4), (x1, 35), 1, -1)
            decals.append(mark((s * w / 2, 0.2 * d, 0.5 * t), 0.45, 0.4 * t, image, face, 0.01))
    parts, decals = parts + lid, decals + seen
    if rng.random() < 0.08:
        parts, decals = posed(parts, decals, rotation("x", rng.uniform(-25, 25)))
    return parts, decals


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


def television(rng: random.Random) -> Things:
    """Flat and wide, on two feet, one stand or a sideboard; sometimes a bar of sound below."""
    colours = scheme(rng, 4)
    w, t = 2.0, rng.uniform(0.03, 0.09)
    h, side = w / rng.choice((1.7, 1.78, 1.85)), rng.uniform(0.015, 0.06)
    parts, decals = panel(rng, w, h, t, [neutral(rng, False) if rng.random() < 0.6 else colours[0], *colours[1:]], soft=rng.choice((0.006, 0.03)), side=side, chin=side + rng.choice((0.0, 0.02, 0.08)), bevel=0.006)
    more, slits = hump(rng, w, 0.7 * h, 0.0, 0.36 * h, colours, parts[0].material)
    parts, decals = parts + more, decals + slits
    kind, lift = rng.choice(("vee", "blades", "stand", "sideboard", "wall")), 0.0
    if kind in ("vee", "blades"):
        lift = rng.uniform(0.1, 0.2)
        legs, x = [], w * rng.uniform(0.28, 0.42)
        for s in (-1, 1):
            if kind == "vee":
                for y in (-0.26, 0.3):
                    legs.append(rod("leg", [(s * x, 0.0, lift + 0.04), (s * (x + 0.02), 0.5 * y, 0.5 * lift), (s * (x + 0.05), y, 0.02)], 0.022, 14))
            else:
                side_of = fillet([(-0.26, 0), (0.3, 0), (0.06, lift + 0.04), (-0.05, lift + 0.04)], 0.02, 4)
                legs.append(slab("leg", side_of, 0.05, (s * x - 0.025, 0, 0), SIDE, 0.01))
        parts.append(Part("feet", merge("feet", *legs), rng.choice(("brushed_metal", "matte_plastic")), colours[2]))
    elif kind == "stand":
        lift = rng.uniform(0.1, 0.25)
        parts += foot(rng, w, lift, colours, 0.03)
    elif kind == "sideboard":
        low, bw, bd, bh = rng.uniform(0.1, 0.3), rng.uniform(2.2, 2.8), 0.55, rng.uniform(0.35, 0.55)
        shade = wood(rng) if rng.random() < 0.6 else colours[3]
        parts.append(Part("sideboard", block("sideboard", (bw, bd, bh), (0, 0.05, low + bh / 2), 0.012), "wood", shade))
        n = rng.randint(2, 4)
        doors = [slab("door", rectangle(bw / n - 0.05, bh - 0.08, 0.008), 0.03, ((k - (n - 1) / 2) * (bw - 0.04) / n, 0.05 - bd / 2 + 0.012, low + bh / 2), FRONT, 0.004) for k in range(n)]
        parts.append(Part("doors", merge("doors", *doors), "wood", shade if rng.random() < 0.5 else colours[1]))
        legs = [rod("leg", [(sx * bw * 0.4, 0.05 + sy * bd * 0.3, low + 0.02), (sx * bw * 0.41, 0.05 + sy * bd * 0.33, 0.5 * low), (sx * bw * 0.42, 0.05 + sy * bd * 0.36, 0.01)], 0.03, 14) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("legs", merge("legs", *legs), "wood", shade))
        plinth = block("plinth", (0.7, 0.3, 0.1), (0, 0.03, low + bh + 0.04), 0.012)
        parts.append(Part("plinth", plinth, "matte_plastic", neutral(rng, False)))
        lift = low + bh + 0.07
    names = {"panel", "screen", "back"}
    shown_parts, rest = [p for p in parts if p.name in names], [p for p in parts if p.name not in names]
    shown_parts, decals = posed(shown_parts, decals, by=(0, 0, lift))
    if kind in ("wall", "vee", "blades") and rng.random() < 0.35:
        z = -0.16 if kind == "wall" else 0.07
        bar = block("sound bar", (1.3, 0.14, 0.12), (0, -0.3 if kind != "wall" else -0.05, z), 0.03, 0.06)
        rest.append(Part("sound bar", bar, "fabric", neutral(rng, False)))
    return shown_parts + rest, decals


def bulge(name: str, outline: np.ndarray, high: float, y: float) -> Solid:
    """A pane that swells towards the viewer from the plane y."""
    centre, half = (outline.max(0) + outline.min(0)) / 2, np.ptp(outline, axis=0) / 2
    rings = [np.stack([outline[:, 0], np.full(len(outline), y + 0.04), outline[:, 1]], 1)]
    for s in np.linspace(1, 0.02, 14):
        ring = centre + (outline - centre) * s
        up = high * np.prod(np.maximum(1 - ((ring - centre) / half) ** 2, 0) ** 0.8, axis=1)  # no ridges towards the corners
        rings.append(np.stack([ring[:, 0], y - up, ring[:, 1]], 1))
    return skin(name, rings)


def tube(rng: random.Random) -> Things:
    """An old television or computer: deep box, swollen pane, knobs, aerial, legs."""
    colours = scheme(rng, 4)
    w, h, d = 2.0, rng.uniform(1.4, 1.8), rng.uniform(0.9, 1.3)
    soft = rng.choice((0.05, 0.15, 0.3))
    body = slab("body", rectangle(w, h, soft, (0, h / 2), 9), d, (0, d / 2, 0), FRONT, rng.choice((0.02, 0.06)), 4)
    v = points_of(body)
    back = np.clip((v[:, 1] + 0.1 * d) / (0.6 * d), 0, 1)
    if rng.random() < 0.6:  # narrower behind
        v[:, 0] *= 1 - 0.35 * back
        v[:, 2] = h / 2 + (v[:, 2] - h / 2) * (1 - 0.3 * back)
        reshaped(body, v)
    material = rng.choice(("wood", "matte_plastic", "glossy_plastic"))
    parts, decals = [Part("body", body, material, wood(rng) if material == "wood" else colours[0])], []
    y, side_panel = -d / 2, rng.random() < 0.65
    m = rng.uniform(0.12, 0.2)
    sw = (w * rng.uniform(0.64, 0.72) - m) if side_panel else w - 2 * m
    low = m if side_panel else rng.uniform(0.3, 0.45)
    sh = h - m - low
    x, z = (-w / 2 + m + sw / 2) if side_panel else 0.0, low + sh / 2
    soft = rng.uniform(0.1, 0.25)
    outer = rectangle(sw, sh, soft, (x, z), 9)
    edge = rng.uniform(0.04, 0.08)
    hollow = np.array([np.column_stack([o[:, 0], np.full(len(o), at), o[:, 1]]) for o, at in ((outer, y + 0.03), (outer, y - 0.02), (inset(outer, edge), y + 0.0), (inset(outer, edge), y + 0.03))])
    parts.append(Part("frame", skin("frame", hollow, loop=True), rng.choice(("glossy_plastic", "polished_metal")), colours[2]))
    pane = bulge("screen", inset(outer, edge - 0.004), rng.uniform(0.04, 0.12), y - 0.002)
    parts.append(Part("screen", pane, "glass", neutral(rng)))
    if rng.random() < 0.45:
        decals.append(mark((x, y, z), 0.7 * sw, 0.7 * sh, shown(rng, sw, sh), depth=0.2))
    if side_panel:
        px, pw = (x + sw / 2 + w / 2) / 2, w / 2 - x - sw / 2 - 0.12
        if rng.random() < 0.5:
            board = inlay("panel", body, slab("tool", rectangle(pw, h - 2 * m, 0.05, (px, h / 2)), 1, (0, y + 0.1, 0), FRONT))
            parts.append(Part("panel", board, "brushed_metal", colours[1]))
        r, knobs = min(0.13, 0.32 * pw), []
        for k in range(rng.randint(2, 3)):
            at = h - m - 0.16 - 2.7 * r * k
            knobs.append(slab("knob", ellipse(2 * r, 2 * r, 44, (px, at)), 0.09, (0, y + 0.01, 0), FRONT, 0.015))
            knobs.append(moved(block("grip", (0.3 * r, 0.08, 1.7 * r), (0, 0, 0), 0.012), (px, y - 0.09, at), turn=rotation("y", rng.uniform(-60, 60))))
        parts.append(Part("knobs", merge("knobs", *knobs), "glossy_plastic", colours[3]))
        image = np.zeros((160, 160), np.uint8)
        for k in range(6):
            image[8 + 26 * k : 20 + 26 * k] = 1
        decals.append(mark((px, y, m + 0.24), 0.85 * pw, 0.4, image, depth=0.003))
    else:
        n, r = rng.randint(2, 4), 0.06
        knobs = [slab("knob", ellipse(2 * r, 2 * r, 36, (w * 0.42 - 0.19 * k, 0.5 * low)), 0.06, (0, y + 0.01, 0), FRONT, 0.012) for k in range(n)]
        parts.append(Part("knobs", merge("knobs", *knobs), "glossy_plastic", colours[3]))
        decals.append(mark((-0.25 * w, y, 0.5 * low), 0.5, 0.5 * low, printed(rng, 0.5, 0.5 * low, ("word", "stripes")), depth=0.003))
        if rng.random() < 0.4:
            slot = slab("slot", rectangle(0.6, 0.05, 0.02, (0.0, 0.5 * low)), 0.02, (0, y + 0.008, 0), FRONT)
            parts.append(Part("slot", slot, "matte_plastic", neutral(rng, False)))
    more, slits = hump(rng, 0.6 * w, 0.6 * h, d / 2, h / 2, colours, "matte_plastic")
    parts, decals = parts + more, decals + slits
    rest = rng.random()
    if rest < 0.45:
        lift = rng.uniform(0.3, 0.6)
        legs = []
        for sx in (-1, 1):
            for sy in (-1, 1):
                a, b = np.array([sx * 0.3 * w, sy * 0.25 * d, 0.03]), np.array([sx * 0.42 * w, sy * 0.34 * d, -lift])
                u = np.linspace(0, 1, 5)[:, None]
                unit = np.concatenate([ellipse(2, 2, 20), np.zeros((20, 1))], 1)
                legs.append(skin("leg", (a + (b - a) * u)[:, None] + unit[None] * np.linspace(0.065, 0.035, 5)[:, None, None]))
        parts.append(Part("legs", merge("legs", *legs), "wood", wood(rng)))
    elif rest < 0.8:
        feet = [block("foot", (0.2, 0.2, 0.1), (sx * 0.33 * w, sy * 0.22 * d - 0.1, -0.03), 0.02) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("feet", merge("feet", *feet), "rubber", neutral(rng, False)))
    if rng.random() < 0.5:
        top = h
        rods = []
        for s in (-1, 1):
            end = np.array([s * rng.uniform(0.35, 0.7), 0.0, top + rng.uniform(0.5, 0.8)])
            rods += [rod("aerial", np.linspace((0, -0.12, top), end, 4), 0.02, 12), ball("tip", (0.08, 0.08, 0.08), end)]
        parts.append(Part("aerial", merge("aerial", *rods), "polished_metal", metal(rng)))
        parts.append(Part("socket", ball("socket", (0.4, 0.26, 0.22), (0, -0.12, top - 0.01), 2), "matte_plastic", colours[2]))
    return parts, decals
