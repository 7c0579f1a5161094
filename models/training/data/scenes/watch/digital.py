# in: a random generator; out: parts of a smart watch, a digital one or a fitness band.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, SIDE
from ..interface import shown
from ..interface.glyphs import SIZE, text
from ..joinery import inlay, merge
from ..marks import mark, word
from ..palette import metal, neutral, scheme
from ..placing import moved, rotation
from ..slabs import slab
from ..subject import Decal, Part
from .case import R, crown
from .dials import drawn_hands, markings
from .straps import straps


def smart(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A screen in a soft case: square or round, crown or button, wide strap."""
    colours = scheme(rng, 4)
    round_case = rng.random() < 0.3
    t = rng.uniform(0.18, 0.28)
    w, h = (2 * R, 2 * R) if round_case else (rng.uniform(0.8, 0.95), rng.uniform(0.95, 1.1))
    soft = rng.uniform(0.18, 0.3)
    outline = ellipse(w, h, 96) if round_case else rectangle(w, h, soft, steps=10)
    case = slab("case", outline, t, (0, 0, 0), FRONT, rng.choice((0.03, 0.08, 0.11)), 7)
    margin = rng.uniform(0.05, 0.1)
    sw, sh = w - 2 * margin, h - 2 * margin
    glass = ellipse(sw, sh, 96) if round_case else rectangle(sw, sh, max(0.05, soft - margin), steps=10)
    screen = inlay("screen", case, slab("tool", glass, 1, (0, -0.45 * t, 0), FRONT))
    parts = [Part("case", case, rng.choice(("brushed_metal", "matte_plastic", "polished_metal", "ceramic")), colours[0] if rng.random() < 0.5 else metal(rng)), Part("screen", screen, "glass", neutral(rng, False) if rng.random() < 0.7 else colours[3])]
    deep, inset = -0.5 * t, 0.09 if not round_case else 0.16
    uw, uh = sw - 2 * inset, sh - 2 * inset
    kind = rng.random()
    if kind < 0.3:
        image = markings(rng, rng.choice(("batons", "dots", "few", "numbers")), [])
        drawn_hands(rng, image)
        uw = uh = min(uw, uh) * (1.1 if round_case else 1.0)
    elif kind < 0.5:
        image, c = np.zeros((SIZE, SIZE), np.uint8), SIZE // 2
        uw = uh = min(uw, uh)
        for k in range(3):
            cv2.ellipse(image, (c, c), (round(c * (0.9 - 0.26 * k)),) * 2, -90, 0, rng.randint(150, 350), k + 1, round(0.17 * c))
    else:
        image = shown(rng, uw, uh)
    decals = [mark((0, -t, 0), uw, uh, image, depth=0.06)] if rng.random() < 0.9 else []
    if rng.random() < 0.75:
        z = rng.choice((0.0, 0.22)) * h if not round_case else 0.0
        knob = crown(rng, w / 2 - 0.005, deep, r=rng.uniform(0.06, 0.085))
        moved(knob.object, (0, 0, z))
        parts.append(knob)
        if z and rng.random() < 0.8:
            parts.append(Part("button", slab("button", rectangle(0.07, 0.24, 0.03), 0.05, (w / 2 - 0.03, deep, -0.14 * h), SIDE, 0.008), parts[0].material, parts[0].colour))
    else:
        pieces = [slab("button", rectangle(0.08, 0.15, 0.03), 0.07, (w / 2 - 0.04, deep, z), SIDE, 0.01) for z in rng.choice(([0.0], [-0.15, 0.15], [0.16]))]
        parts.append(Part("buttons", merge("buttons", *pieces), "brushed_metal", parts[0].colour))
    width = w * (rng.uniform(0.5, 0.7) if round_case else rng.uniform(0.72, 0.9))
    bands, more = straps(rng, h / 2 - (0.02 if round_case else 0.01), width, colours, ("rubber", "rubber", "rubber", "leather", "fabric", "mesh", "links"))
    return parts + bands, decals + more


def digital(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Cornered resin case, figures on a small display, four buttons."""
    colours = scheme(rng, 4)
    w, h, t = rng.uniform(0.85, 1.0), rng.uniform(0.85, 1.05), rng.uniform(0.16, 0.26)
    chop = rng.uniform(0.12, 0.28)
    x, z = w / 2, h / 2
    outline = fillet([(-x + chop, -z), (x - chop, -z), (x, -z + chop), (x, z - chop), (x - chop, z), (-x + chop, z), (-x, z - chop), (-x, -z + chop)], rng.choice((0.02, 0.06)), 4)
    case = slab("case", outline, t, (0, 0, 0), FRONT, rng.uniform(0.02, 0.07), 3)
    k = rng.uniform(0.72, 0.82)
    face = inlay("face", case, slab("tool", outline * k, 1, (0, -0.5 * t, 0), FRONT))
    lw, lh = w * k * rng.uniform(0.75, 0.85), h * k * rng.uniform(0.38, 0.55)
    drop = rng.choice((0, 0, -0.06)) * h
    lcd = inlay("display", face, slab("tool", rectangle(lw, lh, 0.02), 1, (0, -0.6 * t, drop), FRONT))
    parts = [Part("case", case, "matte_plastic", colours[0]), Part("face", face, "glossy_plastic", colours[2]), Part("display", lcd, "glass", neutral(rng, True))]
    image = np.zeros((round(SIZE * lh / lw), SIZE), np.uint8)
    text(image, f"{rng.randint(1, 23)}:{rng.randint(0, 59):02d}", SIZE / 2, image.shape[0] * 0.55, 0.85 * SIZE, 0.6 * image.shape[0])
    decals = [mark((0, -t, drop), 0.95 * lw, 0.95 * lh, image, depth=0.003)]
    top = np.zeros((60, 240), np.uint8)
    word(top, rng)
    decals.append(mark((0, -t, (drop + lh / 2 + h * k / 2) / 2), 0.4 * w, 0.1 * w, top, depth=0.003))
    pieces = [slab("button", rectangle(0.08, 0.1, 0.02), 0.08, (w / 2 - 0.04, -0.5 * t, s * 0.22 * h), SIDE, 0.008) for s in (-1, 1)]
    pieces += [moved(slab("button", rectangle(0.08, 0.1, 0.02), 0.08, (w / 2 - 0.04, 0.5 * t, s * 0.22 * h), SIDE, 0.008), turn=rotation("z", 180)) for s in (-1, 1)]
    parts.append(Part("buttons", merge("buttons", *pieces), "brushed_metal", metal(rng)))
    bands, more = straps(rng, h / 2 - 0.01, w * rng.uniform(0.6, 0.72), [colours[0], colours[0] if rng.random() < 0.6 else colours[1], *colours[2:]], ("rubber", "rubber", "links", "fabric"))
    return parts + bands, decals + more


def fitness(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A narrow band with a pill of a screen."""
    colours = scheme(rng, 3)
    w, h, t = rng.uniform(0.42, 0.55), rng.uniform(0.95, 1.2), rng.uniform(0.13, 0.2)
    soft = rng.uniform(0.12, 0.5) * w
    pod = slab("pod", rectangle(w, h, soft, steps=10), t, (0, 0, 0), FRONT, rng.choice((0.03, 0.07)), 6)
    m = rng.uniform(0.04, 0.07)
    screen = inlay("screen", pod, slab("tool", rectangle(w - 2 * m, h - 2 * m, max(soft - m, 0.04), steps=10), 1, (0, -0.4 * t, 0), FRONT))
    parts = [Part("pod", pod, "matte_plastic", colours[0]), Part("screen", screen, "glass", neutral(rng, False))]
    uw, uh = w - 2 * m - 0.1, h - 2 * m - 0.2
    image = np.zeros((SIZE, round(SIZE * uw / uh)), np.uint8)
    ih, iw = image.shape
    text(image, f"{rng.randint(1, 12)}", iw / 2, 0.14 * ih, 0.7 * iw, 0.16 * ih)
    text(image, f"{rng.randint(0, 59):02d}", iw / 2, 0.38 * ih, 0.7 * iw, 0.16 * ih)
    cv2.ellipse(image, (iw // 2, round(0.72 * ih)), (round(0.36 * iw),) * 2, -90, 0, rng.randint(120, 330), 2, round(0.12 * iw))
    decals = [mark((0, -t, 0), uw, uh, image, depth=0.05)]
    bands, more = straps(rng, h / 2 - 0.01, w * rng.uniform(0.85, 0.97), colours, ("rubber", "rubber", "fabric", "mesh"))
    return parts + bands, decals + more
