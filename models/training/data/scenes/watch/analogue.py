# in: a random generator; out: parts of a round or square watch with hands.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, SIDE
from ..interface.glyphs import SIZE
from ..joinery import cut, inlay, merge
from ..marks import mark
from ..palette import metal, neutral, scheme
from ..placing import moved, rotation
from ..shapes import lathe
from ..slabs import slab
from ..subject import Decal, Part
from .case import R, Spot, crown, disc, facing, lugs
from .dials import bezel_print, drawn_hands, hands, markings
from .straps import straps


def classic(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Round case with lugs: dress watch, diver or chronograph."""
    colours = scheme(rng, 4)
    steel = metal(rng)
    t, style = rng.uniform(0.14, 0.24), rng.choice(("dress", "dress", "diver", "chrono"))
    edge = rng.uniform(0.02, 0.06)
    case = facing(lathe("case", fillet([(0.9 * R, 0), (R, 0.3 * t), (R, t - edge), (R - edge, t), (0.02, t)], 0.03, 4, closed=False), 84))
    inner = R * {"dress": rng.uniform(0.84, 0.92), "diver": rng.uniform(0.7, 0.77), "chrono": rng.uniform(0.76, 0.84)}[style]
    rise, outer = rng.uniform(0.03, 0.07), R - rng.uniform(0.0, 0.02)
    slope = rng.choice((0.0, 0.25, 0.6)) * rise
    rim, lip = outer - 0.25 * (outer - inner), inner + 0.25 * (outer - inner)
    ring = lathe("bezel", fillet([(inner, t - 0.02), (outer, t - 0.02), (outer, t + rise - slope), (rim, t + rise - slope), (lip, t + rise + 0.001), (inner, t + rise + 0.001)], 0.008, 2), 84, loop=True)
    bezel = facing(ring)
    if style == "diver" and rng.random() < 0.7:
        n = rng.choice((24, 36, 48))
        a = np.arange(4 * n) * 2 * np.pi / (4 * n)
        teeth = (outer + 0.018 * ((np.arange(4 * n) % 4) < 2))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
        low = t + rise - slope - 0.012
        grip = lathe("hole", [(inner + 0.04, t - 0.2), (inner + 0.04, t + 0.2)], 84)
        bezel = merge("bezel", bezel, cut(slab("teeth", teeth, low - t + 0.015, (0, -t + 0.015, 0), FRONT), facing(grip)))
    dial_high = t + rng.uniform(0.3, 0.7) * rise
    domed = rng.random() < 0.2
    if domed:
        a = np.linspace(0, np.pi / 2, 9)
        dial = facing(lathe("crystal", [(inner + 0.004, t - 0.01), *zip((inner + 0.004) * np.cos(a), t + 0.7 * rise + 0.09 * np.sin(a))], 84))
        dial_high = t + 0.7 * rise
    else:
        dial = disc("dial", inner + 0.004, t - 0.01, dial_high)
    parts = [
        Part("case", case, rng.choice(("polished_metal", "brushed_metal", "matte_plastic")), steel if rng.random() < 0.8 else colours[0]),
        Part("bezel", bezel, rng.choice(("polished_metal", "brushed_metal", "ceramic")), steel if style == "dress" or rng.random() < 0.4 else colours[2]),
        Part(dial.name, dial, "glass" if domed else "matte_plastic", colours[3]),
    ]
    three: list[Spot] = [(-0.42, 0, 0.26), (0.42, 0, 0.26), (0, 0.44, 0.26)]
    two: list[Spot] = [(-0.42, 0, 0.28), (0.42, 0, 0.28)]
    one: list[Spot] = [(0, 0.45, 0.24)]
    none: list[Spot] = []
    spots = {"chrono": two if rng.random() < 0.4 else three, "dress": rng.choice((none, none, one)), "diver": none}
    kind = rng.choice(("batons", "batons", "dots", "numbers", "roman", "quarters", "few", "track", "none"))
    applied = kind in ("batons", "few") and not domed and rng.random() < 0.4
    image = markings(rng, "none" if applied else kind, spots[style])
    if applied:
        pieces = []
        for k in range(12):
            if kind == "few" and k % 3:
                continue
            long, wide = inner * (0.22 if k % 3 == 0 else 0.15), inner * (0.075 if k % 3 == 0 else 0.055)
            piece = slab("index", rectangle(wide, long, 0.004, steps=2), 0.02, (0, -dial_high + 0.008, inner * 0.9 - long / 2), FRONT)
            pieces.append(moved(piece, turn=rotation("y", 30 * k)))
        parts.append(Part("indices", merge("indices", *pieces), "polished_metal", metal(rng)))
    printed_hands = domed or rng.random() < 0.3
    if printed_hands:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, inner, dial_high + 0.004, metal(rng) if rng.random() < 0.6 else neutral(rng))
    decals = [mark((0, -dial_high - (0.05 if domed else 0), 0), 2 * inner * 0.97, 2 * inner * 0.97, image, depth=0.1 if domed else 0.003)]
    if style == "diver" or (style == "chrono" and rng.random() < 0.6):
        decals.append(bezel_print(rng, (inner + 0.02) / R, (outer - 0.02) / R, -t - rise))
    deep = -0.5 * t
    parts.append(crown(rng, 0.985 * R, deep, colour=steel))
    if style == "chrono":
        pieces = []
        for angle in (55, 125):
            long = rng.uniform(0.09, 0.12)
            piece = merge("pusher", slab("pusher", ellipse(0.085, 0.085, 28), 0.05, (R + long - 0.04, 0, 0), SIDE, 0.008), slab("rod", ellipse(0.05, 0.05, 20), long + 0.03, (R - 0.06, 0, 0), SIDE))
            pieces.append(moved(piece, (0, deep, 0), turn=rotation("y", angle - 90)))
        parts.append(Part("pushers", merge("pushers", *pieces), "polished_metal", steel))
    width = R * rng.uniform(0.85, 1.1)
    parts.append(Part("lugs", lugs(rng, width / 2 + 0.045, 0.97 * R, 0.9 * t), parts[0].material, parts[0].colour))
    bands, more = straps(rng, 0.98 * R, width, colours)
    return parts + bands, decals + more


def square(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """A rectangular or cushion case with a dial."""
    colours, steel = scheme(rng, 4), metal(rng)
    w, h, t = rng.uniform(0.68, 0.95), rng.uniform(0.85, 1.1), rng.uniform(0.13, 0.2)
    soft = rng.choice((0.04, 0.1, 0.25))
    case = slab("case", rectangle(w, h, soft), t, (0, 0, 0), FRONT, rng.uniform(0.02, 0.06), 4)
    margin = rng.uniform(0.08, 0.13)
    dw, dh = w - 2 * margin, h - 2 * margin
    dial = inlay("dial", case, slab("tool", rectangle(dw, dh, max(0, soft - margin)), 1, (0, -0.5 * t, 0), FRONT))
    parts = [Part("case", case, rng.choice(("polished_metal", "brushed_metal")), steel), Part("dial", dial, "matte_plastic", colours[3])]
    kind = rng.choice(("batons", "numbers", "roman", "few", "dots", "none"))
    image = cv2.resize(markings(rng, kind, []), (SIZE, round(SIZE * dh / dw)), interpolation=cv2.INTER_NEAREST)
    if rng.random() < 0.4:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, dw / 2, t + 0.004, neutral(rng, False))
    decals = [mark((0, -t, 0), 0.97 * dw, 0.97 * dh, image, depth=0.003)]
    parts.append(crown(rng, 0.99 * w / 2, -0.5 * t, colour=steel))
    width = w * rng.uniform(0.6, 0.85)
    parts.append(Part("lugs", lugs(rng, width / 2 + 0.04, 0.485 * h, 0.85 * t), parts[0].material, steel))
    bands, more = straps(rng, 0.49 * h, width, colours, ("leather", "leather", "links", "fabric"))
    return parts + bands, decals + more
