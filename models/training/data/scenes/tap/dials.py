# in: a random generator; out: Subject of a dial with its scale, or of a light switch.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, TOP
from ..joinery import cut, inlay, merge, unite
from ..marks import mark, printed
from ..palette import metal, neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import lathe, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .fittings import FORWARD, NAME, disc


def scale_print(n: int, start: float, end: float, dots: bool) -> np.ndarray:
    """Ticks round a dial, from `start` to `end` in degrees clockwise from the top."""
    image = np.zeros((192, 192), np.uint8)
    for a in np.radians(np.linspace(start, end, n)):
        c, s = np.sin(a), -np.cos(a)
        p, q = (round(96 + 78 * c), round(96 + 78 * s)), (round(96 + 92 * c), round(96 + 92 * s))
        if dots:
            cv2.circle(image, q, 4, 1, -1)
        else:
            cv2.line(image, p, q, 1, 4)
    return image


def dial(rng: random.Random) -> Subject:
    """One to four turning knobs on a panel: volume, stove, thermostat, timer, a slider beside them."""
    colours = scheme(rng, 4)
    n, r = rng.choice((1, 1, 2, 3, 4)), rng.uniform(0.2, 0.3)
    step = 2 * r * rng.uniform(1.5, 1.9)
    w, h = step * n + 0.1, 2 * r * rng.uniform(1.6, 2.3)
    round_panel = n == 1 and rng.random() < 0.5
    panel = moved(disc("panel", r * 1.75, -0.1, 0.0, 0.02), turn=FORWARD) if round_panel else block("panel", (w, 0.12, h), (0, 0.06, 0), 0.015, 0.03)
    kind = rng.choice(("plain", "plain", "grip", "skirt", "wing", "cone"))
    material, colour = rng.choice((("matte_plastic", colours[0]), ("brushed_metal", metal(rng)), ("glossy_plastic", neutral(rng)), ("polished_metal", metal(rng))))
    tall = rng.uniform(0.1, 0.2)
    knobs, marks_, decals = [], [], []
    ticks, dots = rng.randint(5, 13), rng.random() < 0.4
    printed_scale = rng.random() < 0.75
    notch = rng.choice(("line", "line", "dot", "none"))
    for k in range(n):
        x = (k - (n - 1) / 2) * step
        turn = rng.uniform(-140, 140)
        spin = rotation("y", turn)
        if kind in ("plain", "cone"):
            thing = lathe("knob", fillet([(r * 0.97, -0.01), (r, 0.0), (r * (0.75 if kind == "cone" else 0.97), tall), (0.01, tall)], [0, 0.01, 0.025, 0], 4, closed=False), 64)
        elif kind == "grip":
            a = np.arange(144) * 2 * np.pi / 144
            ring = r * (1 - 0.03 * (np.cos(24 * a) > 0))
            thing = slab("knob", np.stack([ring * np.cos(a), ring * np.sin(a)], 1), tall, (0, 0, -0.01), TOP, 0.012)
        elif kind == "skirt":
            thing = lathe("knob", fillet([(r * 1.15, -0.01), (r * 1.15, 0.02), (0.72 * r, 0.05), (0.68 * r, tall + 0.06), (0.01, tall + 0.06)], [0, 0.012, 0.03, 0.02, 0], 4, closed=False), 64)
        else:
            thing = unite(disc("knob", r, -0.01, 0.05, 0.012), block("wing", (0.42 * r, 1.86 * r, tall), (0, 0, tall / 2 + 0.02), 0.03, 0.05))
        high = {"skirt": tall + 0.06, "wing": tall + 0.02, "grip": tall - 0.01}.get(kind, tall)
        reach = {"skirt": 0.68, "cone": 0.75, "wing": 0.9}.get(kind, 0.95) * r
        moved(thing, turn=FORWARD)
        if notch != "none":
            shape = rectangle(0.14 * r, 0.5 * r, 0.01, (0, reach - 0.28 * r)) if notch == "line" else ellipse(0.16 * r, 0.16 * r, 24, (0, reach - 0.2 * r))
            tool = slab("tool", shape, 1.0, (0, -high + 0.015, 0), FRONT)
            point = inlay("pointer", thing, tool)
            marks_.append(moved(point, (x, 0, 0), turn=spin))
        knobs.append(moved(thing, (x, 0, 0), turn=spin))
        if printed_scale:
            side = 2 * r * 1.5
            decals.append(mark((x, 0, 0), side, side, scale_print(ticks, -140, 140, dots), FRONT, 0.015))
    parts = [Part("panel", panel, rng.choice(("matte_plastic", "brushed_metal", "glossy_plastic", "wood")), rng.choice((colours[1], neutral(rng)))), Part("knobs", merge("knobs", *knobs), material, colour)]
    if marks_:
        parts.append(Part("pointers", merge("pointers", *marks_), "glossy_plastic", rng.choice((colours[2], neutral(rng)))))
    return Subject(NAME, parts, decals)


def switch(rng: random.Random) -> Subject:
    """Light switch or socket: a plate, rockers, toggle, push buttons or holes."""
    colours = scheme(rng, 3)
    n = rng.choice((1, 1, 2, 3))
    h, wide = 0.9, rng.choice((0.62, 0.9))
    w = wide if n == 1 else 0.45 * n + 0.25
    soft = rng.choice((0.02, 0.06, 0.12))
    plate = slab("plate", rectangle(w, h, soft), 0.07, (0, 0, 0), FRONT, rng.choice((0.01, 0.03)), 4)
    material, colour = rng.choice((("matte_plastic", neutral(rng)), ("glossy_plastic", neutral(rng, True)), ("brushed_metal", metal(rng)), ("glossy_plastic", colours[0])))
    kind, y = rng.choice(("rocker", "rocker", "rocker", "toggle", "socket", "socket", "buttons")), -0.07
    keys, extra, decals = [], [], []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.45
        kw, kh = (0.36, 0.62) if n > 1 or wide < 0.7 else (0.58, 0.6)
        if kind == "rocker":
            tilt = rng.choice((-1, 1)) * rng.uniform(3, 7)
            cut(plate, slab("tool", rectangle(kw + 0.016, kh + 0.016, 0.012), 1, (x, -0.03, 0), FRONT))
            key_ = block("rocker", (kw, 0.09, kh), (0, 0, 0), 0.008)
            keys.append(moved(key_, (x, y - 0.015, 0), turn=rotation("x", tilt)))
            if rng.random() < 0.4:
                decals.append(mark((x, y - 0.1, 0.3 * kh), 0.09, 0.09, printed(rng, 1, 1, ("logo",)), FRONT, 0.1))
        elif kind == "toggle":
            cut(plate, slab("tool", rectangle(0.14, 0.28, 0.01), 1, (x, -0.03, 0), FRONT))
            stick = sweep("toggle", [(0, 0, 0), (0, -0.12, 0), (0, -0.24, 0)], rectangle(0.1, 0.1, 0.015, steps=3), [0.8, 0.95, 1.1], up=(0, 0, 1))
            keys.append(moved(stick, (x, -0.02, 0), turn=rotation("x", rng.choice((-30, 30)))))
            for s in (-1, 1):
                extra.append(moved(lathe("screw", [(0.035, 0), (0.035, 0.01), (0.02, 0.016)], 24), (x, y + 0.004, s * 0.3), turn=FORWARD))
        elif kind == "buttons":
            for z in (0.2, -0.2):
                keys.append(moved(disc("button", 0.13, 0.05, 0.1, 0.015), (x, 0, z), turn=FORWARD))
        else:
            r = min(0.2, 0.42 * w / n)
            well = rng.random() < 0.6
            if well:
                cut(plate, slab("tool", ellipse(2 * r, 2 * r, 56), 1, (x, -0.035, 0), FRONT))
                keys.append(slab("well", ellipse(1.99 * r, 1.99 * r, 56), 0.03, (x, -0.008, 0), FRONT, 0.003))
            target = keys[-1] if well else plate
            pins = rng.choice(("round", "slots", "three"))
            shapes = {"round": [ellipse(0.06, 0.06, 20, (p, 0)) for p in (-0.42 * r, 0.42 * r)], "slots": [rectangle(0.03, 0.1, 0, (p, 0.2 * r)) for p in (-0.35 * r, 0.35 * r)] + [ellipse(0.06, 0.06, 20, (0, -0.4 * r))], "three": [rectangle(0.04, 0.1, 0, (0, 0.4 * r)), rectangle(0.1, 0.035, 0, (-0.4 * r, -0.25 * r)), rectangle(0.1, 0.035, 0, (0.4 * r, -0.25 * r))]}[pins]
            cut(target, merge("tool", *[slab("tool", shape, 0.3, (x, -0.02, 0), FRONT) for shape in shapes]))
    parts = [Part("plate", plate, material, colour)]
    if keys:
        parts.append(Part("keys", merge("keys", *keys), rng.choice((material, "matte_plastic")), rng.choice((colour, colour, colours[1]))))
    if extra:
        parts.append(Part("screws", merge("screws", *extra), "brushed_metal", metal(rng)))
    if rng.random() < 0.3:
        parts.append(Part("back", slab("back", rectangle(w + 0.1, h + 0.1, soft + 0.03), 0.03, (0, 0.025, 0), FRONT, 0.008), *rng.choice((("brushed_metal", metal(rng)), ("wood", wood(rng)), ("glass", colours[2])))))
    return Subject(NAME, parts, decals)
