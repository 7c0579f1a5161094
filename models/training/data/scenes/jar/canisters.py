# in: a random generator; out: parts of a cookie jar or of spice jars.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..bottle.walls import turned
from ..curves import ellipse, fillet, regular
from ..faces import TOP
from ..joinery import inlay, merge
from ..marks import canvas, mark, printed
from ..palette import glassy, metal, scheme, wood
from ..poses import posed
from ..shapes import ball, lathe, rod, skin
from ..subject import Decal, Part, Things
from .lids import band, ribbed


def cookie(rng: random.Random) -> Things:
    """Ceramic or wooden canister: lid with a knob, perhaps ears as handles."""
    colours, r, h = scheme(rng, 4), rng.uniform(0.4, 0.55), rng.uniform(0.6, 1.0)
    belly = rng.choice((0.0, 0.0, rng.uniform(0.06, 0.16)))
    t = np.linspace(0, 1, 26)
    wall = np.stack([r + belly * np.sin(np.pi * t), h * t], 1)
    body = turned("body", [(r - 0.02, 0), *wall[1:-1], (r, h), (0.02, h)], 0.02) if belly == 0 else lathe("body", np.vstack([[(r - 0.03, 0)], wall[1:], [(r - 0.02, h + 0.015)]]), 80)
    material = rng.choice(("ceramic", "ceramic", "brushed_metal", "wood", "glass"))
    lid_high = rng.uniform(0.05, 0.25)
    a = np.linspace(0, np.pi / 2, 12)
    if rng.random() < 0.6:
        lid = lathe("lid", [(r - 0.01, h), (r + 0.025, h), (r + 0.025, h + 0.035), *zip(r * np.cos(a), h + 0.04 + lid_high * np.sin(a))], 80)
        top = h + 0.04 + lid_high
    else:
        lid = turned("lid", [(r - 0.02, h), (r + 0.01, h), (r + 0.01, h + 0.1), (0.02, h + 0.1)], 0.02)
        top = h + 0.1
    parts = [Part("body", body, material, colours[0] if material != "wood" else wood(rng)), Part("lid", lid, rng.choice((material, "wood")), colours[rng.choice((0, 1))])]
    knob = ball("knob", (0.2, 0.2, 0.18), (0, 0, top + 0.06)) if rng.random() < 0.6 else turned("knob", [(0.05, top - 0.03), (0.06, top + 0.04), (0.11, top + 0.05), (0.11, top + 0.12), (0.01, top + 0.12)], 0.015, 40)
    parts.append(Part("knob", knob, rng.choice(("wood", "ceramic", "polished_metal")), colours[2]))
    decals: list[Decal] = []
    if rng.random() < 0.35:
        ears = []
        for s in (-1, 1):
            q = np.linspace(-np.pi / 2, np.pi / 2, 20)
            ears.append(rod("ear", np.stack([s * (r + belly + 0.14 * np.cos(q) - 0.03), 0 * q, 0.62 * h + 0.14 * np.sin(q)], 1), 0.035, 14))
        parts.append(Part("ears", merge("ears", *ears), parts[0].material, parts[0].colour))
    wide = r + belly
    if rng.random() < 0.3:
        low = h * rng.uniform(0.1, 0.3)
        parts.append(Part("glaze", inlay("glaze", body, band(-1, low) if rng.random() < 0.5 else band(h - low, h + 1)), parts[0].material, colours[3]))
    elif rng.random() < 0.75:
        image_w, image_h = wide * 1.1, 0.5 * h
        decals.append(mark((0, -wide, 0.48 * h), image_w, image_h, printed(rng, image_w, image_h), depth=0.8 * wide))
    return parts, decals


def spice(rng: random.Random) -> Things:
    """A small jar or a shaker with holes on top, alone or a pair."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.28, 0.38), rng.uniform(0.6, 1.0)
    n = rng.choice((0, 0, 4, 6, 8))
    key = rng.random()
    parts: list[Part] = []
    decals: list[Decal] = []
    places = [0.0] if rng.random() < 0.6 else [-1.25 * r, 1.25 * r]
    for k, x in enumerate(places):
        own = random.Random(key)
        waist = own.choice((1.0, 0.82))
        outline = fillet(regular(n, r * 1.05, np.pi / n + np.pi / 2 * (n % 4 == 2)), 0.05, 3) if n else ellipse(2 * r, 2 * r, 72)
        levels = [np.concatenate([outline * (1 - (1 - waist) * u**1.4), np.full((len(outline), 1), h * u)], 1) for u in np.linspace(0, 1, 8)]
        body = skin("body", [levels[0] * (0.93, 0.93, 1) + (0, 0, -0.02), *levels])
        material = own.choice(("glass", "glass", "ceramic", "wood"))
        here = [Part("body", body, material, glassy(rng) if material == "glass" else colours[k])]
        if material == "glass" and own.random() < 0.7:
            here.append(Part("content", inlay("content", body, band(0.04, own.uniform(0.4, 0.8) * h)), "glass", colours[2 + k]))
        lr, tall, dome = r * waist * 0.98, own.uniform(0.16, 0.3), own.random() < 0.5
        a = np.linspace(0, 1.2, 8)
        if dome:
            top = lathe("top", [(lr - 0.03, h), (lr, h), *zip(lr * np.cos(a), h + 0.1 + tall * np.sin(a)), (0.02, h + 0.1 + tall * np.sin(1.2) + 0.01)])
        else:
            top = turned("top", [(lr - 0.03, h), (lr, h), (lr, h + tall), (0.02, h + tall)], 0.02) if own.random() < 0.5 else ribbed("top", lr, h, tall, 28, 0.015)
        peak = h + (0.1 + tall * np.sin(1.2) if dome else tall)
        here.append(Part("top", top, own.choice(("polished_metal", "glossy_plastic", "wood")), metal(rng)))
        image, holes = canvas(1, 1), own.choice((1, 4, 6, 8))
        for q in np.arange(holes) * 2 * np.pi / holes:
            cv2.circle(image, (round(96 + 66 * np.cos(q)), round(96 + 66 * np.sin(q))), 15, 1, -1)
        cv2.circle(image, (96, 96), 15, 1, -1)
        marks = [mark((0, 0, peak), 0.9 * lr, 0.9 * lr, image, TOP, 0.15)]
        if own.random() < 0.6:
            z = 0.45 * h
            marks.append(mark((0, -r, z), 0.9 * r, 0.4 * h, printed(own, 0.9 * r, 0.4 * h, ("word", "label", "leaf", "logo")), depth=0.6 * r))
        here, marks = posed(here, marks, by=(x, 0, 0))
        for part in here:
            part.name = part.name if len(places) == 1 else f"{part.name} {k}"
        parts, decals = parts + here, decals + marks
    return parts, decals
