# in: a last; out: what shoes share: sole, laces, marks, collar.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle, spline
from ..faces import FRONT, Solid
from ..joinery import merge
from ..marks import canvas, mark, printed
from ..palette import Colour
from ..patterns import fill
from ..shapes import hull, rod, sweep
from ..subject import Decal, Part
from .last import PLAN, Foot


def sole(rng: random.Random, thick: float, heel: float, margin: float, name: str = "midsole", power: float = 6.0) -> Solid:
    """From the ground up: `thick` under the ball, `thick + heel` under the heel, toe sprung up."""
    plan = spline(PLAN, 5)
    x, w = plan[:, 0] * (1 + margin / 2), np.maximum(plan[:, 1] + margin, 0.04)
    spring = rng.uniform(0.0, 0.06)
    low = spring * np.clip((x - 0.72) / 0.3, 0, 1) ** 2 + 0.4 * spring * np.clip((0.1 - x) / 0.1, 0, 1) ** 2
    high = 0.05 + thick + heel * np.clip((0.6 - x) / 0.6, 0, 1) + 0.6 * low
    return hull(name, x, w, low, high, power)


def shared(rng: random.Random, foot: Foot, colours: list[Colour], upper_material: str) -> list[Part]:
    """The panels that sneakers and boots choose from; what is left is the upper."""
    parts = []
    dip = rng.uniform(-0.04, 0.08)
    if rng.random() < 0.65:
        x = rng.uniform(0.72, 0.84)
        toe = np.vstack([spline([(x - 0.03, -0.1), (x + dip / 2, 0.12), (x + dip, 0.5)], 8), [(1.2, 0.5), (1.2, -0.1)]])
        parts.append(Part("toe cap", foot.panel("toe cap", toe), rng.choice((upper_material, "rubber")), colours[1]))
    if rng.random() < 0.65:
        x, z = rng.uniform(0.1, 0.22), rng.uniform(0.25, 0.42)
        heel = np.vstack([[(-0.2, -0.1)], spline([(x + 0.1, -0.1), (x + 0.04, 0.12), (x - 0.03, z - 0.06), (-0.01, z), (-0.2, z)], 6)])
        parts.append(Part("heel counter", foot.panel("heel counter", heel), upper_material, colours[2]))
    if rng.random() < 0.5:
        z = float(foot.back[:, 1].min()) + rng.uniform(0.055, 0.1)
        guard = np.vstack([[(-0.2, -0.2), (1.2, -0.2)], spline([(1.2, z + 0.03), (0.8, z + rng.uniform(-0.02, 0.05)), (0.45, z - rng.uniform(0, 0.06)), (-0.2, z)], 8)])
        parts.append(Part("guard", foot.panel("guard", guard), upper_material, colours[rng.choice((1, 3))]))
    return parts


def lacing(rng: random.Random, foot: Foot, start: float, end: float, colours: list[Colour], upper_material: str) -> list[Part]:
    """Eyestay panel, tongue and laces along the instep."""
    parts = []
    if rng.random() < 0.75:
        n, deep = 12, rng.uniform(0.05, 0.09)
        stay = np.vstack([foot.along(start - 0.02, end + 0.03, n, 0.1), foot.along(start - 0.02, end + 0.03, n, -deep)[::-1]])
        parts.append(Part("eyestay", foot.panel("eyestay", fillet(stay, 0.012)), upper_material, colours[rng.choice((1, 2, 3))]))
    line = foot.along(max(start - 0.05, 0), end, 16, 0.004)
    up = line[0] - line[1]
    tip = line[0] + up / np.linalg.norm(up) * rng.uniform(0.05, 0.13)
    path = spline(np.vstack([[tip], line[1::3]]), 5)
    path = np.stack([path[:, 0], 0 * path[:, 0], path[:, 1]], 1)
    tongue = sweep("tongue", path, rectangle(0.15, 0.035, 0.017)[:, ::-1], up=(0, 1, 0))
    parts.append(Part("tongue", tongue, "fabric", colours[2]))
    count, wide, thick = rng.randint(3, 6), rng.uniform(0.055, 0.08), rng.uniform(0.011, 0.017)
    laces = []
    for x, z in foot.along(start + 0.03, end - 0.03, count, 0.022):
        a = np.linspace(-1, 1, 9)
        bar = np.stack([x + 0.03 * a * rng.choice((0, 1)), wide * a, z - 0.035 * np.abs(a) ** 2.5], 1)
        laces.append(rod("lace", bar, thick, 10))
    parts.append(Part("laces", merge("laces", *laces), "fabric", colours[4]))
    return parts


def side_mark(rng: random.Random, lift: float) -> list[Decal]:
    """A stripe, curve, star or word on both sides of the quarter."""
    w, h = rng.uniform(0.22, 0.4), rng.uniform(0.09, 0.15)
    kind, image = rng.choice(("swoosh", "bars", "print", "print")), canvas(w, h)
    ih, iw = image.shape
    if kind == "swoosh":
        curve = spline([(0.02, 0.45), (0.15, 0.8), (0.98, 0.05), (0.3, 0.98), (0.06, 0.85)], 10, closed=True)
        fill(image, np.clip(curve, 0, 1) * (iw, ih))
    elif kind == "bars":
        for k in range(3):
            fill(image, np.array([(0.1 + 0.25 * k, 1), (0.25 + 0.25 * k, 1), (0.45 + 0.25 * k, 0), (0.3 + 0.25 * k, 0)]) * (iw, ih))
    else:
        image = printed(rng, w, h, ("logo", "word", "stripes", "waves"))
    at = (rng.uniform(0.42, 0.5), 0, lift + rng.uniform(0.18, 0.24))
    return [mark((at[0], y, at[2]), w, h, image, face, 0.2) for y, face in ((-0.16, FRONT), (0.16, (-FRONT[0], FRONT[1])))]


def collar(foot: Foot, deep: float) -> np.ndarray:
    """The band below the opening, as a side-view outline."""
    a, b = foot.front[0], foot.back[0]
    down = foot.front[3] - a + foot.back[3] - b
    down = down / np.linalg.norm(down)
    out = (a - b) * 0.2
    return np.array([a + out - down * 0.2, b - out - down * 0.2, b - out + down * deep, a + out + down * deep])
