# in: a bag's outline; out: what bags share: straps, seams, clasps, handles.
from __future__ import annotations

import random

import numpy as np

from ..curves import Points, area, ellipse, fillet, inset, rectangle, resample
from ..faces import FRONT, Solid
from ..joinery import merge
from ..marks import mark
from ..palette import Colour, metal
from ..patterns import stitches
from ..placing import moved
from ..shapes import rod, sweep
from ..slabs import slab
from ..subject import Decal, Part

NAME = "handbag"


def strap(name: str, path: Points, wide: float, thick: float = 0.016) -> Solid:
    """A band that lies flat in y."""
    p = np.asarray(path, float)
    line = np.stack([p[:, 0], p[:, 2] if p.shape[1] == 3 else 0 * p[:, 0], p[:, 1]], 1)
    return sweep(name, line, rectangle(wide, thick, thick * 0.45, steps=3), up=(0, 1, 0))


def silhouette(rng: random.Random, w: float, h: float) -> np.ndarray:
    """The front outline, its foot at z = 0."""
    kind = rng.choice(("box", "trapezoid", "trapezoid", "round", "dome", "sack"))
    if kind == "round":
        return ellipse(w, h, 72, (0, h / 2), power=rng.uniform(2, 2.8))
    if kind == "dome":
        t = np.linspace(0, np.pi, 32)
        arch = np.stack([w / 2 * np.cos(t), 0.4 * h + 0.6 * h * np.sin(t)], 1)
        return fillet(np.vstack([[(-w / 2, 0), (w / 2, 0)], arch]), [0.1 * h, 0.1 * h, *[0] * 32])
    k = {"box": 0.0, "trapezoid": rng.uniform(0.06, 0.2), "sack": -rng.uniform(0.05, 0.12)}[kind]
    return fillet([(-w / 2, 0), (w / 2, 0), (w / 2 * (1 - k), h), (-w / 2 * (1 - k), h)], np.array(rng.choice(((1, 1, 1, 1), (2.5, 2.5, 0.8, 0.8), (0.4, 0.4, 0.4, 0.4)))) * 0.08 * h, 7)


def stitched(outline: np.ndarray, y: float) -> Decal:
    """A dashed seam just inside an outline on the front."""
    low, high = outline.min(0), outline.max(0)
    w, h = high - low
    seam = inset(outline if area(outline) > 0 else outline[::-1], 0.025)
    seam = np.vstack([seam, seam[:1]])
    size = (round(192 * h / max(w, h)), round(192 * w / max(w, h)))
    unit = np.stack([(seam[:, 0] - low[0]) / w, (high[1] - seam[:, 1]) / h], 1)
    return mark(((low[0] + high[0]) / 2, y, (low[1] + high[1]) / 2), w, h, stitches(unit, size, 8, 2), FRONT, 0.05)


def clasp(rng: random.Random, x: float, y: float, z: float) -> list[Part]:
    kind = rng.choice(("plate", "turn", "ring", "button"))
    colour, s = metal(rng), rng.uniform(0.05, 0.09)
    if kind == "ring":
        t = np.linspace(0, 2 * np.pi, 36)[:-1]
        return [Part("clasp", rod("clasp", np.stack([x + s * np.cos(t), np.full_like(t, y - 0.012), z + s * np.sin(t)], 1), 0.014, 12, loop=True), "polished_metal", colour)]
    shape = {"plate": rectangle(2 * s, 1.4 * s, 0.02), "turn": ellipse(1.8 * s, 1.2 * s, 40), "button": ellipse(s, s, 36)}[kind]
    parts = [Part("clasp", slab("clasp", shape, 0.045, (x, y + 0.02, z), FRONT, 0.008), "polished_metal", colour)]
    if kind == "turn":
        parts.append(Part("knob", slab("knob", rectangle(0.25 * s, 0.9 * s, 0.01), 0.06, (x, y + 0.01, z), FRONT, 0.01), "polished_metal", colour))
    return parts


def handles(rng: random.Random, w: float, top: float, y: float, colour: Colour, low: float | None = None) -> list[Part]:
    """One or two arched handles, with rings or tabs at their ends."""
    half, rise = w * rng.uniform(0.18, 0.3), rng.uniform(0.25, 0.55)
    t = np.linspace(0, np.pi, 40)
    root = top - 0.06 if low is None else low
    shape = rng.choice((1.0, 0.6, 0.8))
    arch = np.stack([half * np.cos(t), top + rise * np.sin(t) ** shape], 1)
    path = np.vstack([[(half, root)], arch, [(-half, root)]]) if root < top else arch
    path = resample(path, 56, closed=False)
    round_bar = rng.random() < 0.4
    pieces = []
    for at in (-y, y) if rng.random() < 0.7 else (-y,):
        if round_bar:
            pieces.append(rod("handle", np.stack([path[:, 0], np.full(len(path), at), path[:, 1]], 1), rng.uniform(0.018, 0.028), 14))
        else:
            pieces.append(moved(strap("handle", path, rng.uniform(0.04, 0.07)), (0, at, 0)))
    parts = [Part("handles", merge("handles", *pieces), "leather", colour)]
    if rng.random() < 0.4:
        rivets = [slab("rivet", ellipse(0.045, 0.045, 24), 0.03, (s * half, -y - 0.005, root + 0.03), FRONT, 0.008) for s in (-1, 1)]
        parts.append(Part("rivets", merge("rivets", *rivets), "polished_metal", metal(rng)))
    return parts
