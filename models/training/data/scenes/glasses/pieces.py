# in: a lens's outline; out: what spectacles share: lenses, tints, temples, pads.
from __future__ import annotations

import random

import numpy as np

from ..curves import area, ellipse, fillet, resample, spline
from ..faces import FRONT
from ..joinery import merge
from ..palette import Colour, neutral
from ..placing import moved, rotation
from ..shapes import ball, sweep
from ..slabs import slab
from ..subject import Part

NAME = "glasses"
COUNT = 96  # points of a lens
DARK = ((0.1, 0.1, 0.12), (0.16, 0.2, 0.25), (0.3, 0.2, 0.14), (0.15, 0.3, 0.3), (0.45, 0.2, 0.35), (0.75, 0.4, 0.2))
CLEAR = ((0.9, 0.95, 0.97), (0.8, 0.9, 0.95), (0.95, 0.9, 0.75))


def lens(rng: random.Random, kind: str, w: float, h: float) -> np.ndarray:
    """The right lens (nose at -x), w x h about its middle, anticlockwise."""
    if kind == "round":
        o = ellipse(h, h, COUNT)
    elif kind == "oval":
        o = ellipse(w, h * 0.85, COUNT, power=rng.uniform(2, 2.6))
    elif kind == "panto":
        o = spline([(-0.42, 0.32), (-0.5, 0.05), (-0.33, -0.38), (0, -0.5), (0.33, -0.38), (0.5, 0.05), (0.42, 0.32), (0.2, 0.46), (0, 0.48), (-0.2, 0.46)], 10, closed=True) * (w, h)
    elif kind == "square":
        o = fillet(np.array([(-0.46, -0.5), (0.44, -0.5), (0.5, 0.5), (-0.5, 0.5)]) * (w, h), rng.uniform(0.05, 0.16), 8)
    elif kind == "wayfarer":
        o = fillet(np.array([(-0.36, -0.5), (0.36, -0.5), (0.5, 0.48), (-0.46, 0.42)]) * (w, h), [0.18, 0.2, 0.08, 0.1], 8)
    elif kind == "cat":
        up = rng.uniform(0.5, 0.66)
        o = fillet(np.array([(-0.3, -0.5), (0.26, -0.5), (0.48, -0.05), (0.56, up), (-0.46, 0.3)]) * (w, h), [0.17, 0.2, 0.25, rng.choice((0.015, 0.05)), 0.12], 8)
    elif kind == "aviator":
        o = spline([(-0.36, 0.46), (-0.48, 0.25), (-0.42, -0.1), (-0.2, -0.44), (0.08, -0.52), (0.36, -0.36), (0.5, 0.05), (0.5, 0.4), (0.38, 0.5), (0, 0.5)], 9, closed=True) * (w, h * 1.1)
    elif kind == "hexagon":
        o = fillet(np.array([(0.25, -0.5), (0.5, 0), (0.25, 0.5), (-0.25, 0.5), (-0.5, 0), (-0.25, -0.5)]) * (h * 1.12, h), 0.03, 4)
    elif kind == "heart":
        t = np.linspace(0, 2 * np.pi, COUNT, endpoint=False)
        o = np.stack([16 * np.sin(t) ** 3 / 33, (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t) + 2) / 29], 1) * h * 1.15
    else:
        raise AssertionError(f"no lens {kind!r}")
    o = o if area(o) > 0 else o[::-1]
    return resample(o, COUNT)


def grown(outline: np.ndarray, by: float) -> np.ndarray:
    """The outline `by` further out, its points again evenly spread."""
    edge = np.roll(outline, -1, 0) - np.roll(outline, 1, 0)
    out = np.stack([edge[:, 1], -edge[:, 0]], 1) / np.linalg.norm(edge, axis=1, keepdims=True)
    for _ in range(3):  # a corner's normals fan out softly
        out = (np.roll(out, 1, 0) + 2 * out + np.roll(out, -1, 0)) / 4
    return outline + out * by


def tint(rng: random.Random) -> tuple[str, tuple[float, float, float]]:
    """Lens material and colour: clear, dark, or mirrored."""
    dark = rng.random() < 0.5
    return rng.choice(("glass", "glass", "glossy_plastic")) if dark else "glass", rng.choice(DARK if dark else CLEAR)


def temples(rng: random.Random, x: float, z: float, material: str, colour: Colour, thin: float, tall: float, tip: bool) -> list[Part]:
    """Arms from (±x, 0, z) back over the ears; mostly open, now and then one or both folded in."""
    long, drop = rng.uniform(1.0, 1.35), rng.uniform(0.2, 0.36)
    bend = rng.choice((0.68, 0.74, 0.8)) * long
    straight = rng.random() < 0.2
    knots = [(0.0, 0.0), (0.3 * long, 0.005), (0.55 * long, 0.0), (bend, -0.02), ((bend + long) / 2, -0.02 if straight else -0.32 * drop), (long, -0.05 if straight else -drop)]
    side = resample(spline(knots, 9), 48, closed=False)
    taper = rng.choice((0.6, 0.8, 1.0))
    scale = np.stack([np.full(48, thin), tall * np.interp(np.linspace(0, 1, 48), [0, 0.5, 0.75, 0.95, 1], [1, 0.5 + 0.5 * taper, taper, taper, 0.75 * taper])], 1)
    section = ellipse(1, 1, 28, power=rng.choice((2, 4, 6)))
    fold = rng.random() < 0.18
    splay = rng.uniform(-0.06, 0.03)
    arms, tips = [], []
    for s in (-1, 1):
        lean = -s * np.radians(84 - rng.uniform(0, 3)) if fold else s * splay
        ahead = np.array([np.sin(lean), np.cos(lean), 0])
        root = np.array([s * x, 0.02 + (0.07 if s < 0 else 0.0) * fold + 0.03 * fold, z])
        path = root + side[:, :1] * ahead + side[:, 1:] * np.array([0, 0, 1])
        arms.append(sweep("arm", path, section, scale, up=(0, 0, 1)))
        if tip:
            tips.append(sweep("tip", path[30:], section, scale[30:] * (1.9, 1.5) + 0.012, up=(0, 0, 1)))
    parts = [Part("left temple", arms[0], material, colour), Part("right temple", arms[1], material, colour)]
    return parts + ([Part("tips", merge("tips", *tips), "matte_plastic", neutral(rng, False))] if tip else [])


def lenses(rng: random.Random, o: np.ndarray, x: float, y: float, thick: float = 0.02) -> list[Part]:
    """Both lenses, flat; `o` is the right one's outline about (0, 0)."""
    material, colour = tint(rng)
    both = [slab(name, o * (s, 1), thick, (s * x, y, 0), FRONT, 0.004, 2) for name, s in (("left lens", -1), ("right lens", 1))]
    return [Part(thing.name.split(".")[0], thing, material, colour) for thing in both]


def pads(rng: random.Random, gap: float, z: float) -> Part:
    """The two pads on the nose."""
    pieces = [moved(ball("pad", (0.03, 0.055, 0.12), (0, 0, 0), 2.4), (s * (gap / 2 + 0.005), 0.07, z), turn=rotation("z", s * 30)) for s in (-1, 1)]
    return Part("pads", merge("pads", *pieces), "rubber", (0.85, 0.87, 0.88))


def size(rng: random.Random) -> tuple[float, float, float]:
    """Width and height of a lens and the gap between the lenses."""
    return rng.uniform(0.54, 0.62), rng.uniform(0.4, 0.52), rng.uniform(0.15, 0.22)
