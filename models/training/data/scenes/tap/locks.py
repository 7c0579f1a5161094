# in: a random generator; out: Subject of a hook, a padlock or a key.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import arc, ellipse, fillet, rectangle, regular, resample, spline
from ..faces import FRONT
from ..joinery import cut, inlay, merge, unite
from ..marks import mark
from ..palette import metal, neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .fittings import FORWARD, NAME, disc, finish


def hook(rng: random.Random) -> Subject:
    """A wall hook: plate and J, a double coat hook, a row of pegs on a rail, a butcher's S."""
    look = finish(rng)
    r = rng.uniform(0.025, 0.045)
    kind = rng.choice(("jay", "jay", "double", "row", "ess"))
    if kind == "ess":
        line = np.vstack([arc(0.2, 200, 0, 24, (0, 0.3))[:, :], arc(0.24, 180, 380, 26, (0.44, -0.12))])
        line = resample(spline(line[::3], 6), 90, closed=False)
        bar = rod("hook", np.stack([line[:, 0], 0 * line[:, 0], line[:, 1]], 1), r, 18, ends=0.9)
        return Subject(NAME, [Part("hook", bar, *look)])
    jay = lambda out, deep: fillet([(0, 0.12), (0, -0.16), (deep * 0.1 + out * 0.25, -deep), (out, -deep * 0.8), (out, -0.02)], 0.1, 9, closed=False)

    def bent(line: np.ndarray, x: float = 0.0, s: float = 1.0) -> np.ndarray:
        p = resample(line, 64, closed=False)
        return np.stack([0 * p[:, 0] + x, -p[:, 0] - r, s * p[:, 1]], 1)

    places = [0.0] if kind != "row" else list(np.linspace(-0.7, 0.7, rng.randint(3, 5)))
    out, deep = rng.uniform(0.2, 0.32), rng.uniform(0.3, 0.42)
    bars, tips = [], []
    for x in places:
        paths = [bent(jay(out, deep), x)]
        if kind == "double" or (kind == "row" and rng.random() < 0.3):
            paths.append(bent(np.array([(0, -0.1), (0, 0.1), (out * 0.6, 0.28), (out * 1.5, 0.4)]), x))
        for path in paths:
            bars.append(rod("hook", path, r, 16))
            tips.append(ball("tip", (3.2 * r,) * 3, path[-1]))
    wall = rng.choice(("round", "plate", "oval"))
    if kind == "row":
        back = block("rail", (1.8, 0.06, rng.uniform(0.24, 0.36)), (0, 0.03, 0.0), 0.012)
        parts = [Part("rail", back, "wood", wood(rng))]
    else:
        shape = {"round": ellipse(0.36, 0.36, 56, (0, -0.02)), "plate": rectangle(0.22, 0.62, 0.03, (0, -0.05)), "oval": ellipse(0.26, 0.6, 56, (0, -0.04))}[wall]
        back = slab("plate", shape, 0.05, (0, 0.045, 0), FRONT, 0.014)
        zs = (0.0,) if wall == "round" else (0.18, -0.28)
        screws = [moved(lathe("screw", fillet([(0.032, 0), (0.032, 0.012), (0.01, 0.02)], 0.006, 3, closed=False), 24), (0.0 if wall != "round" else 0.1, -0.004, z), turn=FORWARD) for z in zs]
        parts = [Part("plate", back, *look), Part("screws", merge("screws", *screws), "brushed_metal", metal(rng))]
    parts.append(Part("hooks", merge("hooks", *bars), *look))
    if rng.random() < 0.7:
        parts.append(Part("tips", merge("tips", *tips), *rng.choice((look, ("ceramic", neutral(rng, True)), ("wood", wood(rng))))))
    return Subject(NAME, parts)


def padlock(rng: random.Random) -> Subject:
    """Body, shackle shut or open, keyhole or dials of numbers."""
    colours, look = scheme(rng, 3), finish(rng)
    w, h, d = rng.uniform(0.8, 1.0), rng.uniform(0.65, 0.9), rng.uniform(0.26, 0.4)
    shape = rng.choice((rectangle(w, h, 0.08), rectangle(w, h, 0.2), ellipse(w, h * 1.1, 72, power=3), ellipse(w, w, 72), fillet([(-0.4 * w, -0.5 * h), (0.4 * w, -0.5 * h), (0.5 * w, 0.5 * h), (-0.5 * w, 0.5 * h)], 0.07, 6)))
    body = slab("body", shape, d, (0, d / 2, 0), FRONT, rng.choice((0.02, 0.05, 0.09)), 5)
    parts, decals = [], []
    if rng.random() < 0.35:
        z = rng.uniform(0.1, 0.25) * h
        parts.append(Part("band", inlay("band", body, slab("tool", rectangle(3, 1), 3, (0, 1.5, z + 0.5), FRONT)), *look))
    face = rng.choice(("hole", "hole", "print", "ring"))
    slot = np.vstack([arc(0.085, -65, 245, 28, (0, 0.05)), [(-0.055, -0.2), (0.055, -0.2)]])
    if face == "ring":
        parts.append(Part("ring", slab("ring", ellipse(0.38, 0.42, 48), 0.05, (0, -d / 2 + 0.03, -0.03), FRONT, 0.01), "brushed_metal", metal(rng)))
    if face == "print":
        image = np.zeros((192, 96), np.uint8)
        cv2.circle(image, (48, 48), 44, 1, -1)
        cv2.rectangle(image, (26, 60), (70, 186), 1, -1)
        decals.append(mark((0, -d / 2, -0.05), 0.18, 0.36, image, FRONT, 0.06))
    else:
        cut(parts[-1].object if face == "ring" else body, slab("tool", slot * (0.8 if face == "ring" else 1), 1, (0, -d / 2 + 0.06, -0.03), FRONT))
        if face == "ring":
            parts.append(Part("hole", slab("hole", slot * 0.79, 0.04, (0, -d / 2 + 0.034, -0.03), FRONT), "rubber", (0.06, 0.06, 0.07)))
    r, half = rng.uniform(0.055, 0.085), w * rng.uniform(0.26, 0.34)
    top = 0.5 * h if not np.isclose(np.ptp(shape[:, 1]), w) else 0.5 * w
    rise, lift = rng.uniform(0.1, 0.35), rng.choice((0.0, 0.0, rng.uniform(0.12, 0.2)))
    bow = np.vstack([[(-half, -0.16 + 0.12 * (lift > 0) + lift * 0.2)], arc(half, 180, 0, 32, (0, rise + lift)), [(half, -0.2)]])
    if lift == 0:
        bow[0, 1] = -0.2
    bow = resample(bow, 80, closed=False)
    path = np.stack([bow[:, 0], 0 * bow[:, 0], bow[:, 1] + top], 1)
    parts += [Part("body", body, *rng.choice((("brushed_metal", metal(rng)), ("glossy_plastic", colours[0]), ("polished_metal", (0.85, 0.7, 0.35))))), Part("shackle", rod("shackle", path, r, 24), "polished_metal", metal(rng))]
    return Subject(NAME, parts, decals)


def key(rng: random.Random) -> Subject:
    """A bow, a shaft, a bit: old with a ring, or flat and notched."""
    look, colours = finish(rng), scheme(rng, 2)
    r, s = rng.uniform(0.28, 0.38), rng.choice((-1, 1))
    long = rng.uniform(0.9, 1.3)
    parts = []
    if rng.random() < 0.5:
        kind, t = rng.choice(("ring", "heart", "clover")), np.linspace(0, 2 * np.pi, 90, endpoint=False)
        grow = {"ring": 1 + 0 * t, "heart": 1 + 0.16 * np.cos(2 * t), "clover": 1 + 0.2 * np.cos(3 * t)}[kind]
        bow = rod("bow", np.stack([r * grow * np.cos(t) - r * grow[0], 0 * t, r * grow * np.sin(t)], 1), 0.07, 20, loop=True)
        shaft = rod("shaft", [(-0.03, 0, 0), (long / 2, 0, 0), (long, 0, 0)], 0.065, 24, ends=0.4)
        teeth = [(long - 0.34, -0.34), (long - 0.06, -0.34), (long - 0.06, 0), (long - 0.34, 0)]
        if rng.random() < 0.7:
            teeth = [(long - 0.36, -0.32), (long - 0.25, -0.32), (long - 0.25, -0.2), (long - 0.17, -0.2), (long - 0.17, -0.36), (long - 0.06, -0.36), (long - 0.06, 0), (long - 0.36, 0)]
        bit = slab("bit", teeth, 0.07, (0, 0.035, 0), FRONT, 0.006)
        collar = merge("collars", *[moved(disc("collar", 0.1, 0, 0.06, 0.02), (x, 0, 0), turn=rotation("y", 90)) for x in (0.05, 0.18)])
        unite(shaft, bit)
        parts = [Part("bow", bow, *look), Part("shaft", shaft, *look), Part("collars", collar, *look)]
    else:
        head = rng.choice((ellipse(2 * r, 2 * r, 64, (-0.9 * r, 0)), rectangle(1.7 * r, 2 * r, 0.1, (-0.8 * r, 0)), regular(6, 1.05 * r) - (0.8 * r, 0)))
        bow = slab("bow", fillet(head, 0.05, 4) if len(head) == 6 else head, 0.12, (0, 0.06, 0), FRONT, 0.03, 4)
        cut(bow, slab("tool", ellipse(0.5 * r, 0.5 * r, 32, (-1.3 * r, 0)), 1, (0, 0.5, 0), FRONT))
        n = rng.randint(4, 6)
        xs = np.linspace(0.3 * long, 0.94 * long, 2 * n)
        low = [(x, -0.1 - (0.0 if k % 2 else rng.uniform(-0.01, 0.06))) for k, x in enumerate(xs)]
        blade = [(-0.08, -0.15), (0.2 * long, -0.15), *low, (long, 0.0), (long - 0.08, 0.11), (-0.08, 0.11)]
        plate = slab("blade", blade, 0.06, (0, 0.03, 0), FRONT, 0.006)
        cut(plate, slab("tool", rectangle(0.86 * long, 0.035, 0.01, (0.5 * long, 0.045)), 0.5, (0, -0.018, 0), FRONT))
        parts = [Part("bow", bow, *rng.choice((look, ("matte_plastic", colours[0]), ("rubber", neutral(rng, False))))), Part("blade", plate, "brushed_metal", metal(rng))]
    turn = rotation("y", rng.choice((0, 0, 90, -45, 45)))
    for part in parts:
        moved(part.object, turn=turn @ np.diag([1.0, 1, 1]) if s > 0 else turn @ rotation("z", 180))
    return Subject(NAME, parts)
