# in: a random generator; out: Subject of a shoe seen from its side: sneaker, slip-on, boot, pump.
"""A shoe is strung between two side profiles (instep and heel-to-sole); every panel is inlaid flush.
Lengths are in shoe lengths; the heel is at x = 0, the toe at x = 1, before the final turn."""

from __future__ import annotations

import random

import numpy as np

from .curves import Points, ellipse, fillet, rectangle, resample, spline
from .joinery import cut, inlay, merge
from .marks import canvas, fill, mark, printed
from .palette import Colour, neutral, scheme, wood
from .shapes import FRONT, Solid, hull, moved, points_of, rails, rod, rotation, slab, sweep
from .subject import Decal, Part, Subject

NAME = "shoe"

# instep (x, z), heel and sole (x, z), width: pairs from the shaft down to the toe
LAST = np.array(
    [
        (0.36, 1.00, 0.00, 1.02, 0.26),
        (0.36, 0.80, 0.01, 0.80, 0.24),
        (0.37, 0.62, 0.02, 0.62, 0.22),
        (0.39, 0.50, 0.015, 0.48, 0.21),
        (0.43, 0.42, 0.0, 0.34, 0.235),
        (0.48, 0.37, -0.01, 0.22, 0.26),
        (0.54, 0.33, 0.01, 0.11, 0.28),
        (0.61, 0.28, 0.12, 0.07, 0.29),
        (0.69, 0.238, 0.34, 0.065, 0.31),
        (0.78, 0.208, 0.58, 0.06, 0.35),
        (0.86, 0.19, 0.80, 0.06, 0.345),
        (0.93, 0.174, 0.91, 0.065, 0.285),
        (0.977, 0.148, 0.97, 0.07, 0.17),
        (0.996, 0.108, 0.994, 0.078, 0.05),
    ]
)
PUMP = np.array(
    [
        (0.58, 0.27, -0.01, 0.60, 0.17),
        (0.65, 0.235, -0.02, 0.50, 0.185),
        (0.71, 0.20, 0.02, 0.40, 0.19),
        (0.77, 0.17, 0.14, 0.34, 0.185),
        (0.83, 0.14, 0.32, 0.22, 0.175),
        (0.89, 0.11, 0.52, 0.09, 0.20),
        (0.95, 0.085, 0.70, 0.03, 0.225),
        (1.00, 0.058, 0.88, 0.02, 0.16),
        (1.03, 0.034, 1.022, 0.02, 0.03),
    ]
)
PLAN = np.array([(-0.02, 0.02), (0.0, 0.1), (0.05, 0.2), (0.15, 0.265), (0.3, 0.255), (0.45, 0.265), (0.6, 0.315), (0.75, 0.355), (0.87, 0.33), (0.95, 0.235), (0.995, 0.1), (1.005, 0.03)])


def build(rng: random.Random) -> Subject:
    subject = rng.choice((sneaker, sneaker, sneaker, slip_on, boot, boot, pump))(rng)
    if rng.random() < 0.5:  # toe to the left
        turn = rotation("z", 180)
        for part in subject.parts:
            moved(part.object, turn=turn)
        for d in subject.decals:
            d.origin, d.right, d.up = d.origin @ turn.T, d.right @ turn.T, d.up @ turn.T
    return subject


class Foot:
    """One last with its own proportions: profiles as dense curves, the upper, and places on it."""

    def __init__(self, rng: random.Random, table: np.ndarray, collar: int, lift: float) -> None:
        knots = table[collar:].copy()
        knots[:, (1, 3)] *= rng.uniform(0.9, 1.12)
        knots[:, 4] *= rng.uniform(0.9, 1.12)
        toe = rng.uniform(-0.02, 0.03)
        knots[-5:, 1] += toe * np.array([0.2, 0.6, 1, 1, 0.5])
        knots[:, (1, 3)] += lift
        knots[0, 1] += rng.uniform(-0.02, 0.05)
        knots[0, 3] += rng.uniform(-0.03, 0.03)
        dense = spline(knots, 4)
        self.front, self.back, self.width = dense[:, 0:2], dense[:, 2:4], np.maximum(dense[:, 4], 0.02)
        self.upper = rails("upper", self.front, self.back, self.width, rng.uniform(2.2, 2.7))

    def hollow(self, wall: float, deep: int) -> None:
        """Cuts the opening: the first rings, drawn in by the wall and lifted a little out of the mouth."""
        f, b, w = self.front[:deep], self.back[:deep], self.width[:deep]
        span = np.linalg.norm(f - b, axis=1)[:, None]
        keep = np.clip(1 - 2 * wall / span, 0.2, 1)
        middle = (f + b) / 2
        f, b = middle + (f - middle) * keep, middle + (b - middle) * keep
        rise = np.array([(f[0] - f[1]), (b[0] - b[1])])
        rise = rise / np.linalg.norm(rise, axis=1)[:, None] * 0.1
        f, b = np.vstack([f[:1] + rise[0], f]), np.vstack([b[:1] + rise[1], b])
        w = np.concatenate([w[:1], w]) - 2 * wall
        cut(self.upper, rails("opening", f, b, np.maximum(w, 0.03)))

    def panel(self, name: str, outline: Points) -> Solid:
        """The part of the upper inside a side-view outline (x, z), on both sides."""
        return inlay(name, self.upper, slab("tool", outline, 2, (0, 1, 0), FRONT))

    def along(self, start: float, end: float, count: int, lift: float = 0.0) -> np.ndarray:
        """Points (x, z) on the instep between two fractions of it, lifted off it."""
        n = len(self.front) - 1
        at = np.linspace(start, end, count) * n
        p = np.stack([np.interp(at, np.arange(n + 1), self.front[:, k]) for k in (0, 1)], 1)
        d = np.gradient(p, axis=0)
        d /= np.linalg.norm(d, axis=1)[:, None]
        return p + np.stack([-d[:, 1], d[:, 0]], 1) * lift


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


def sneaker(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    lift = rng.uniform(0.0, 0.05)
    high = rng.random() < 0.3
    foot = Foot(rng, LAST, 2 if high else rng.choice((3, 4)), lift)
    foot.hollow(0.022, 13 if high else 9)
    material = rng.choice(("fabric", "leather", "leather", "fabric"))
    parts = shared(rng, foot, colours, material)
    parts += lacing(rng, foot, 0.05, rng.uniform(0.42, 0.55), colours, material)
    if rng.random() < 0.5:
        parts.append(Part("collar", foot.panel("collar", collar(foot, rng.uniform(0.03, 0.07))), "fabric", colours[3]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    pale = rng.choice((neutral(rng, True), colours[5]))
    bottom = sole(rng, lift + rng.uniform(0.03, 0.06), rng.uniform(0.0, 0.05), rng.uniform(0.02, 0.05))
    if rng.random() < 0.6:
        tread = slab("tool", rectangle(3, 2 * rng.uniform(0.02, 0.04)), 2, (0, 1, 0), FRONT)
        parts.append(Part("outsole", inlay("outsole", bottom, tread), "rubber", colours[1]))
    if rng.random() < 0.35:
        stripe = slab("tool", rectangle(3, 0.014), 2, (0, 1, lift + 0.06), FRONT)
        parts.append(Part("stripe", inlay("stripe", bottom, stripe), "rubber", colours[2]))
    parts.append(Part("midsole", bottom, "rubber", pale))
    return Subject(NAME, parts, side_mark(rng, lift) if rng.random() < 0.65 else [])


def collar(foot: Foot, deep: float) -> np.ndarray:
    """The band below the opening, as a side-view outline."""
    a, b = foot.front[0], foot.back[0]
    down = foot.front[3] - a + foot.back[3] - b
    down = down / np.linalg.norm(down)
    out = (a - b) * 0.2
    return np.array([a + out - down * 0.2, b - out - down * 0.2, b - out + down * deep, a + out + down * deep])


def slip_on(rng: random.Random) -> Subject:
    colours = scheme(rng, 5)
    foot = Foot(rng, LAST, rng.choice((4, 5)), 0.0)
    foot.hollow(0.018, 7)
    parts = []
    material = rng.choice(("fabric", "leather"))
    if rng.random() < 0.6:  # elastic, or the loafer's strap
        x = rng.uniform(0.42, 0.52)
        gore = np.array([(x - 0.05, 0.6), (x + 0.06, 0.6), (x + 0.03, 0.2), (x - 0.01, 0.2)])
        parts.append(Part("gore", foot.panel("gore", gore), "fabric", colours[1]))
    if rng.random() < 0.5:
        x = rng.uniform(0.6, 0.72)
        parts.append(Part("vamp", foot.panel("vamp", [(x, -0.1), (1.2, -0.1), (1.2, 0.5), (x + rng.uniform(-0.08, 0.08), 0.5)]), material, colours[2]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    bottom = sole(rng, rng.uniform(0.0, 0.04), 0.0, rng.uniform(0.015, 0.04))
    parts.append(Part("sole", bottom, "rubber", rng.choice((neutral(rng, True), wood(rng)))))
    return Subject(NAME, parts, side_mark(rng, 0) if rng.random() < 0.3 else [])


def boot(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    lift, heel = 0.03, rng.uniform(0.0, 0.07)
    foot = Foot(rng, LAST, rng.choice((0, 1, 1, 2)), lift + 0.6 * heel)
    foot.hollow(0.02, 12)
    material = rng.choice(("leather", "leather", "rubber"))
    parts = shared(rng, foot, colours, material) if rng.random() < 0.6 else []
    kind = rng.choice(("laced", "chelsea", "plain", "cuff"))
    if kind == "laced":
        parts += lacing(rng, foot, 0.04, 0.6, colours, material)
    elif kind == "chelsea":
        z = foot.front[0, 1] - 0.01
        gore = np.array([(0.12, z + 0.2), (0.26, z + 0.2), (0.22, 0.3), (0.17, 0.3)])
        parts.append(Part("gore", foot.panel("gore", gore), "fabric", colours[1]))
    elif kind == "cuff":
        parts.append(Part("cuff", foot.panel("cuff", collar(foot, rng.uniform(0.08, 0.2))), "fabric", colours[3]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    bottom = sole(rng, lift + 0.6 * heel + 0.025, 0.0, 0.035)
    low = heel + 0.03
    arch = slab("tool", np.array([(0.27, -0.2), (0.34, low), (0.44, low * 0.8), (0.58, -0.2)]), 2, (0, 1, 0), FRONT)
    cut(bottom, arch)
    parts.append(Part("sole", bottom, "rubber", neutral(rng, False)))
    return Subject(NAME, parts)


def pump(rng: random.Random) -> Subject:
    """High heel: thin sole along the last, and a tapering heel under its back."""
    colours = scheme(rng, 3)
    foot = Foot(rng, PUMP, 0, rng.choice((0.0, 0.04)))
    a, b = foot.front[0], foot.back[0]
    sag = rng.uniform(0.05, 0.11)
    line = spline([b + (-0.02, 0.0), b * 0.7 + a * 0.3 - (0, sag), b * 0.3 + a * 0.7 - (0, sag), a + (0.06, rng.uniform(-0.03, 0.01))], 8)
    cut(foot.upper, slab("tool", np.vstack([line, [a + (0.06, 0.6), b + (-0.02, 0.6)]]), 2, (0, 1, 0), FRONT))
    foot.hollow(0.012, 18)
    parts = [Part("upper", foot.upper, rng.choice(("leather", "glossy_plastic", "fabric")), colours[0])]
    b = resample(foot.back[7:], 30, closed=False)
    lay = np.stack([b[:, 0], 0 * b[:, 0], b[:, 1] + 0.004], 1)
    wide = np.interp(b[:, 0], foot.back[7:, 0], foot.width[7:]) * 0.92
    thick = rng.uniform(0.02, 0.035)
    scale = np.stack([np.maximum(wide, 0.04), np.full(30, thick)], 1)
    sole_part = sweep("sole", lay, ellipse(1, 1, 32, power=4)[:, ::-1], scale[:, ::-1], up=(0, 1, 0))
    parts.append(Part("sole", sole_part, "leather", colours[1]))
    top, ground = foot.back[8, 1] + 0.01, float(points_of(sole_part)[:, 2].min())
    thin = rng.choice((0.025, 0.04, 0.1))
    t = np.linspace(0, 1, 14)
    taper = thin + (0.17 - thin) * (1 - t) ** rng.uniform(1.5, 4)
    path = np.stack([0.075 - 0.03 * t, 0 * t, top + (ground - top) * t], 1)
    heel = sweep("heel", path, rectangle(1, 1, 0.35), taper, up=(0, 1, 0))
    parts.append(Part("heel", heel, rng.choice(("leather", "glossy_plastic", "polished_metal")), colours[rng.choice((0, 1, 2))]))
    return Subject(NAME, parts)
